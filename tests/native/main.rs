//! What needs no browser, in one binary, but for what each crate has of its own.

mod contrast;
mod guide;
mod house;
mod many;
mod marks;
mod model;
mod pages;
mod route;
