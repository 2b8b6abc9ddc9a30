//! What a host does not do by itself: a policy for the page, headers, names that change with their files, and files
//! that are compressed beforehand.

mod compress;
mod fonts;
mod headers;
mod policy;
mod sbom;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::base_path::BasePath;
use crate::split::replaced;

pub use compress::brotli;
pub use headers::Headers;

/// Puts into the one page that trunk has built what every page needs: it is their frame. Files that stay as they are for
/// ever are compressed here, once for all sites made of it.
///
/// # Errors
/// When a file of the site is not as expected.
pub fn frame(dist: &Path) -> Result<()> {
    fonts::name_by_content(dist)?;
    // The files that trunk has copied under names with a hash stand there under their own, too.
    let _ = fs::remove_file(dist.join("boot.js"));
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    let html = replaced(&html, "<meta charset=utf-8>", &format!("{}<meta charset=utf-8>", policy::meta()))?;
    fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))?;
    compress::compress(dist, headers::is_hashed)
}

/// Writes what goes beside the finished files.
///
/// # Errors
/// When a file can't be read or written.
pub fn finish(base: &BasePath, dist: &Path) -> Result<()> {
    sbom::write(dist)?;
    headers::write(base, dist)?;
    compress::compress(dist, |name| !headers::is_hashed(name))
}
