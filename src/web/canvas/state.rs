//! What a canvas was told.

use js_sys::{Array, Reflect};
use web_sys::CanvasRenderingContext2d;

use crate::bidi;
use crate::diagram::measure::Font;
use crate::diagram::scene::{Align, Dash, Role};
use crate::web::palette::Palette;

/// What the context was last told, so that it is told nothing twice.
pub struct State<'a> {
    pub context: &'a CanvasRenderingContext2d,
    palette: &'a Palette,
    fill: Option<Role>,
    stroke: Option<Role>,
    font: Option<Font>,
    dash: Dash,
    align: Align,
    is_rtl: bool,
    alpha: f64,
    width: f64,
}

impl<'a> State<'a> {
    pub fn new(context: &'a CanvasRenderingContext2d, palette: &'a Palette) -> Self {
        context.set_line_cap("round");
        context.set_line_join("round");
        let _ = context.set_line_dash(&Array::new());
        context.set_text_align("left");
        direct(context, false);
        // Letters keep their distances at every scale, where a browser would round each to whole px.
        let _ = Reflect::set(context, &"textRendering".into(), &"geometricPrecision".into());
        Self {
            context,
            palette,
            fill: None,
            stroke: None,
            font: None,
            dash: Dash::Solid,
            align: Align::Start,
            is_rtl: false,
            alpha: f64::NAN,
            width: f64::NAN,
        }
    }

    pub fn alpha(&mut self, alpha: f64) {
        if self.alpha.to_bits() != alpha.to_bits() {
            self.context.set_global_alpha(alpha);
            self.alpha = alpha;
        }
    }

    pub fn width(&mut self, width: f64) {
        if self.width.to_bits() != width.to_bits() {
            self.context.set_line_width(width);
            self.width = width;
        }
    }

    pub fn fill(&mut self, role: Role) {
        if self.fill != Some(role) {
            self.context.set_fill_style_str(self.palette.colour(role));
            self.fill = Some(role);
        }
    }

    pub fn stroke(&mut self, role: Role) {
        if self.stroke != Some(role) {
            self.context.set_stroke_style_str(self.palette.colour(role));
            self.stroke = Some(role);
        }
    }

    pub fn font(&mut self, font: Font) {
        if self.font != Some(font) {
            self.context.set_font(self.palette.fonts.css(font));
            self.font = Some(font);
        }
    }

    pub fn dash(&mut self, dash: Dash, dashes: &[Array; 3]) {
        if self.dash != dash {
            let _ = self.context.set_line_dash(&dashes[dash as usize]);
            self.dash = dash;
        }
    }

    pub fn align(&mut self, align: Align) {
        if self.align != align {
            // Not `start` and `end`, which are other sides for every direction.
            self.context.set_text_align(match align {
                Align::Start => "left",
                Align::Middle => "center",
                Align::End => "right",
            });
            self.align = align;
        }
    }

    /// Words that are to be drawn next: from right to left where they begin so, whatever the page does.
    pub fn words(&mut self, text: &str) {
        let is_rtl = bidi::is_rtl(text);
        if self.is_rtl != is_rtl {
            direct(self.context, is_rtl);
            self.is_rtl = is_rtl;
        }
    }
}

/// Says which way words are written; `web-sys` has no name for that.
fn direct(context: &CanvasRenderingContext2d, is_rtl: bool) {
    let _ = Reflect::set(context, &"direction".into(), &if is_rtl { "rtl" } else { "ltr" }.into());
}
