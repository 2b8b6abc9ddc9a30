//! How wide words are in the fonts of the page.

use web_sys::CanvasRenderingContext2d;

use super::palette::Palette;
use crate::diagram::ink::Ink;
use crate::diagram::measure::Font;
use crate::diagram::scene::Role;

/// A palette for drawings that leave the page, and its fonts with it.
pub struct Ruler<'a> {
    palette: &'a Palette,
    /// Without one nothing is measured.
    context: Option<&'a CanvasRenderingContext2d>,
}

impl<'a> Ruler<'a> {
    /// Measures on any context in the fonts of this palette.
    pub fn new(palette: &'a Palette, context: Option<&'a CanvasRenderingContext2d>) -> Self {
        Self { palette, context }
    }
}

impl Ink for Ruler<'_> {
    fn colour(&self, role: Role) -> &str {
        self.palette.colour(role)
    }

    fn family(&self, font: Font) -> &str {
        self.palette.fonts.family(font)
    }

    fn width(&self, text: &str, font: Font) -> Option<f64> {
        let context = self.context?;
        context.set_font(self.palette.fonts.css(font));
        Some(context.measure_text(text).ok()?.width())
    }
}
