//! Puts the portfolio on the page: pages hold sections, sections hold widgets.
//!
//! The first render depends on the portfolio and the URL alone; what depends on viewport, clock or storage comes in
//! effects, so that the same components render natively.

mod app;
pub mod markdown;
mod page;
mod reader;
mod root;
pub mod say;
mod section;
pub mod state;
mod whole;
pub mod widget;

pub use app::{App, AppProps};
pub use root::start;
pub use say::{say, speak};
pub use whole::Whole;
