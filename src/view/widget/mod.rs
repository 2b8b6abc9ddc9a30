//! Widgets: props in, callbacks out; no context, no section.

pub mod calendar;
pub mod diagram;
pub mod filter;
pub mod radar;
pub mod window;
