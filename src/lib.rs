//! Vitrine turns one `portfolio.json` into a fast, interactive static site.
//!
//! The rooms, in reading order. `model` is the promise; `lens`, `chart` and `diagram` are pure and run without
//! a browser; `web` is the only room that names one; `view` puts them on the page. ARCHITECTURE.md says who may
//! import whom, and a test holds it to that.

// The macro `markup!` names this crate from within it, too.
extern crate self as vitrine;

pub mod chart;
pub mod civil;
pub mod decimal;
pub mod diagram;
pub mod escape;
pub mod geometry;
pub mod lens;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
#[cfg(feature = "ssr")]
pub mod render;
pub mod route;
mod sort;
pub mod title;
#[cfg(feature = "web")]
pub mod view;
#[cfg(feature = "web")]
pub mod web;
