//! Widgets: props in, callbacks out; no context, no section.

pub mod calendar;
pub mod radar;
