//! Everything that needs no browser, in one binary.

mod house;
mod route;
