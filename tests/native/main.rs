//! Everything that needs no browser, in one binary.

mod calendar;
mod camera;
mod contrast;
mod exchange;
mod film;
mod gesture;
mod hit_test;
mod house;
mod layout;
mod lens;
mod model;
mod radar;
mod route;
mod scene;
mod walk;
