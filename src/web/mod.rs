//! The only room that names the browser.

pub mod canvas;
pub mod frame;
pub mod input;
pub mod listen;
pub mod near;
pub mod palette;
pub mod probe;
pub mod resize;
pub mod text;
