//! Widgets: props in, callbacks out; no context, no section.

pub mod diagram;
