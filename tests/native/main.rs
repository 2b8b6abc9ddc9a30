//! Everything that needs no browser, in one binary.

mod calendar;
mod contrast;
mod house;
mod lens;
mod radar;
mod route;
//! The native tests: one binary, one file a room.

mod camera;
mod gesture;
mod hit_test;
mod scene;
mod walk;
