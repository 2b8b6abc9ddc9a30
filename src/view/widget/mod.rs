//! Widgets: props in, callbacks out; no context, no section.

pub mod diagram;
pub mod filter;
pub mod window;
