//! Everything that needs no browser, in one binary.
#![cfg(not(target_arch = "wasm32"))]

mod calendar;
mod lens;
mod radar;
