//! The pure rooms, without a browser.

mod calendar;
mod lens;
mod radar;
