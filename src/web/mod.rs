//! The only room that names the browser. Knows no portfolio and no view.

pub mod fetch;
pub mod media;
pub mod page;
pub mod scroll;
pub mod storage;
pub mod url;
//! The only room that names the browser.

pub mod cells;
