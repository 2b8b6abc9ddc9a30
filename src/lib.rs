//! The page: what runs in a browser and, natively, is rendered into files.
//!
//! `web` is the only room that names a browser; `view` puts things on the page. The tree that a page is made of, and what needs no
//! browser, are crates of their own, in `crates/`, which go by short names here. ARCHITECTURE.md says who may import whom, and a
//! test holds the rooms of this crate to it.

#[cfg(not(target_arch = "wasm32"))]
pub mod render;
pub mod view;
pub mod web;

pub use vitrine_draw::{chart, diagram, geometry};
pub use vitrine_lean::{bidi, civil, decimal, escape};
pub use vitrine_lens as lens;
pub use vitrine_markup as markup;
pub use vitrine_model as model;
pub use vitrine_model::{marks, route, title};
