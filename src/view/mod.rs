//! Puts the portfolio on the page.

pub mod section;
pub mod widget;
