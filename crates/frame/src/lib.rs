//! The front end of a site, apart from what it shows: the program, what calls it, styles, fonts and icons.
//!
//! It is made once and serves every path a site may be mounted at, since only pages know their base. It lies in a folder of
//! its own with a manifest, [`MANIFEST`], and is read as one value, [`Frame`]. This crate knows neither portfolios nor pages.

mod asset;
mod base_path;
mod compress;
mod frame;

pub use asset::{Asset, data_url, hash, integrity};
pub use base_path::{BadBasePath, BasePath};
pub use compress::{brotli, copies, copy_of, is_compressible};
pub use frame::{Font, Frame, FrameError, MANIFEST, Part};
