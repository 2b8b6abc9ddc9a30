//! Everything that needs no browser, in one binary.

mod bundle;
mod calendar;
mod camera;
mod contrast;
mod exchange;
mod film;
mod flow;
mod focus;
mod gesture;
mod golden;
mod grid;
mod hit_test;
mod house;
mod icon;
mod layout;
mod layout_large;
mod lens;
mod level;
mod minimap;
mod model;
mod publish;
mod radar;
mod route;
mod scene;
mod svg;
mod walk;
