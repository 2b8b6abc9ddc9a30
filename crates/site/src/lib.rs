//! A site: a portfolio and a [`Frame`](vitrine_frame::Frame) in, every file of a static site out.
//!
//! Pages are written from the frame and from what fills them, which comes of a function: this crate never names the
//! framework that renders it. It reads and writes no file and asks for no day; whoever calls it does.

mod album;
pub mod card;
pub mod colour;
mod dead_link;
pub mod document;
mod drawing;
mod essay;
pub mod feed;
pub mod files;
mod font;
mod former_worker;
pub mod head;
mod headers;
mod highlight;
pub mod icon;
pub mod icons;
mod json;
pub mod json_ld;
mod lack;
mod languages;
mod link_mark;
pub mod manifest;
mod markdown;
mod policy;
mod preview;
mod publication;
mod raster;
mod reach;
pub mod resume;
pub mod server;
mod single;
mod site;
pub mod sitemap;
pub mod words;

pub use album::{Album, BrokenFile, Read};
pub use dead_link::{DeadLink, dead_links};
pub use document::words_element;
pub use drawing::drawing;
pub use essay::essay;
pub use former_worker::{FORMER_WORKERS, former_worker};
pub use headers::{FILE as HEADERS, Headers};
pub use highlight::highlighted;
pub use lack::note as lack_note;
pub use markdown::markdown;
pub use policy::headers as policy;
pub use preview::Preview;
pub use publication::{Publication, card_size};
pub use raster::DrawError;
pub use single::{RenderAlone, single};
pub use site::{Body, File, Render, Site, Source, generic, site};

use publication::once;
