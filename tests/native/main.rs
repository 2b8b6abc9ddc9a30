//! The native tests: one binary, one file a room.

mod camera;
mod gesture;
mod hit_test;
mod scene;
mod walk;
