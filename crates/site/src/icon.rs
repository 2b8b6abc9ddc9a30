//! The site's icon: a file of the author's, or else the initials of the name in the theme's colours and letters.

mod initials;
mod own;

use std::collections::BTreeSet;

use super::colour::{Colours, is_dark};
use super::raster::{self, Outlines};
use resvg::tiny_skia::Pixmap;
use vitrine_model::Theme;

pub use super::raster::DrawError;
pub use own::Fault;

/// How much of an icon's side the letters take where they stand on a ground that fills it: what is left round them may be
/// cut off in a circle (W3C Manifest, "safe zone": a circle of 80 % of the side).
const LETTERS: f64 = 0.52;
/// The same for a picture of the author's, whose corners may matter: the largest square in that circle.
const PICTURE: f64 = 0.56;

/// The engine's own, which the frame brings for a site that is nobody's: its file, and what that is.
pub const OURS: (&str, &str) = ("favicon.svg", "image/svg+xml");

/// The icon of one site.
#[derive(Debug, Clone)]
pub struct Icon {
    /// What browsers show beside a page's title, as it is published.
    favicon: Vec<u8>,
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    Initials(Outlines),
    Svg,
    /// Its size, in px.
    Png(u32, u32),
}

impl Icon {
    /// That of somebody who has none: one or two letters.
    #[must_use]
    pub fn of_name(name: &str, theme: Theme) -> Self {
        let letters = initials::outlines(&initials::initials(name), theme.name);
        Self { favicon: initials::favicon(&letters, theme.name).into_bytes(), kind: Kind::Initials(letters) }
    }

    /// That of a file, whose name tells what it is.
    ///
    /// # Errors
    /// Why it can't be one, with what to do about it.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Fault> {
        own::read(name, bytes).map(|kind| Self { favicon: bytes.to_vec(), kind })
    }

    /// What its file is called, beside the start page.
    pub fn file(&self) -> &'static str {
        if let Kind::Png(..) = self.kind { "favicon.png" } else { "favicon.svg" }
    }

    /// What a server says that file is.
    pub fn media_type(&self) -> &'static str {
        if let Kind::Png(..) = self.kind { "image/png" } else { "image/svg+xml" }
    }

    /// Its sizes as a manifest has them.
    pub(super) fn sizes(&self) -> String {
        if let Kind::Png(width, height) = self.kind { format!("{width}x{height}") } else { "any".to_owned() }
    }

    /// What that file holds.
    pub fn favicon(&self) -> &[u8] {
        &self.favicon
    }

    /// The letters of it that no font has.
    pub(super) fn lacking(&self) -> BTreeSet<char> {
        if let Kind::Initials(letters) = &self.kind { letters.lacking.clone() } else { BTreeSet::new() }
    }

    /// It alone, at most `side` px wide and high; without a ground, unless it has one itself.
    ///
    /// # Errors
    /// When it can't be drawn.
    pub(super) fn mark(&self, theme: Theme, side: u32) -> Result<Pixmap, DrawError> {
        match &self.kind {
            Kind::Initials(letters) => {
                let svg = initials::badge(letters, Colours::new(theme.name, is_dark(theme)), 0.22, initials::SHARE);
                raster::pixels(&svg, side)
            }
            Kind::Svg => raster::pixels(&String::from_utf8_lossy(&self.favicon), side),
            Kind::Png(..) => raster::scaled(&self.favicon, side),
        }
    }

    /// A square icon, `side` px wide, without transparent parts.
    ///
    /// # Errors
    /// When it can't be drawn.
    pub fn png(&self, theme: Theme, side: u32) -> Result<Vec<u8>, DrawError> {
        let colours = Colours::new(theme.name, is_dark(theme));
        if let Kind::Initials(letters) = &self.kind {
            return raster::png(&initials::badge(letters, colours, 0.0, LETTERS), side, side);
        }
        let mark = self.mark(theme, (f64::from(side) * PICTURE).round() as u32)?;
        // A picture with a ground of its own goes on in that.
        let ground = raster::edge(&mark).unwrap_or_else(|| colours.token("--color-ground").to_owned());
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\">\
             <rect width=\"{side}\" height=\"{side}\" fill=\"{ground}\"/></svg>"
        );
        let at = |length: u32| ((side - length.min(side)) / 2).cast_signed();
        raster::png_with(&svg, side, side, Some((&mark, at(mark.width()), at(mark.height()))))
    }
}
