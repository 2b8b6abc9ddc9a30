//! The only room of this crate that names the browser. Knows no portfolio and no view.

pub mod canvas;
pub mod composition;
pub mod effect;
pub mod element;
pub mod fetch;
pub mod frame;
pub mod full_screen;
pub mod input;
pub mod layer;
pub mod mark;
pub mod media;
pub mod minimap;
pub mod page;
pub mod palette;
pub mod picture;
pub mod probe;
pub mod resize;
pub mod roving;
pub mod ruler;
pub mod save;
pub mod scroll;
pub mod sprite;
pub mod storage;
pub mod text;
pub mod url;
