//! Everything that needs no browser, in one binary.

mod calendar;
mod contrast;
mod house;
mod lens;
mod radar;
mod route;
