//! The only room that names the browser. Knows no portfolio and no view.

pub mod cells;
pub mod fetch;
pub mod media;
pub mod page;
pub mod scroll;
pub mod storage;
pub mod url;
