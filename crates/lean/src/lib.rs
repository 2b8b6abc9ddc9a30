//! What the standard library would cost too much in the page: one sort, decimal numbers, sines, days of the calendar,
//! text inside markup, and which way a text is written.
//!
//! Promises results that the standard library, or a crate of the field, would give as well, in a fraction of their bytes;
//! tests hold each to them. Never needs another crate, and never asks for the day, the time or the place.

pub mod bidi;
pub mod civil;
pub mod decimal;
pub mod escape;
pub mod sine;
pub mod sort;
