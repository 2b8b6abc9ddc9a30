//! What a diagram's fonts are called here, and when they arrive.

use web_sys::CssStyleDeclaration;

use crate::diagram::measure::Font;
use crate::markup::web::listen::Listener;

/// CSS `font` values in world px.
pub struct Fonts {
    css: [String; Font::ALL.len()],
    text: String,
    mono: String,
}

impl Fonts {
    /// The families of the theme in force.
    pub fn read(style: &CssStyleDeclaration) -> Self {
        let family = |token, otherwise: &str| match style.get_property_value(token) {
            Ok(family) if !family.trim().is_empty() => family,
            _ => otherwise.to_owned(),
        };
        let (text, mono) = (family("--font-text", "sans-serif"), family("--font-mono", "monospace"));
        let css = Font::ALL.map(|font| {
            let mut css = font.weight().to_string();
            css.push(' ');
            css.push_str(&(font.px() as u32).to_string());
            css.push_str("px ");
            css.push_str(if font.mono() { &mono } else { &text });
            css
        });
        Self { css, text, mono }
    }

    /// CSS `font-family`.
    pub fn family(&self, font: Font) -> &str {
        if font.mono() { &self.mono } else { &self.text }
    }

    /// The value for `CanvasRenderingContext2D.font`.
    pub fn css(&self, font: Font) -> &str {
        &self.css[font as usize]
    }
}

/// Calls `arrived` whenever fonts have been loaded, until it is dropped.
pub fn watch(arrived: impl Fn() + 'static) -> Option<Listener> {
    let fonts = web_sys::window()?.document()?.fonts();
    Some(Listener::passive(fonts.into(), &["loadingdone"], Box::new(move |_| arrived())))
}
