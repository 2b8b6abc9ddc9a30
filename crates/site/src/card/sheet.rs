//! The paper that a share image is drawn on.

use std::collections::BTreeSet;

use super::super::colour::{Colours, is_dark};
use super::super::raster::{SANS, SERIF};
use super::super::{Publication, card_size};
use super::set::{self, Face, Lines};
use vitrine_lean::bidi;
use vitrine_lean::escape::xml;
use vitrine_model::ThemeName;
use vitrine_model::route::Page;

/// From an edge of the image to what is drawn, in px.
pub const MARGIN: f64 = 72.0;
/// Where the drawing ends at the right.
pub const RIGHT: f64 = card_size::WIDTH as f64 - MARGIN;
/// How wide the drawing is.
pub const ROOM: f64 = RIGHT - MARGIN;
/// The side of the site's icon.
pub const MARK: u32 = 38;
/// The baseline of the line at the top.
const TOP: f64 = 92.0;

/// A drawing in progress.
pub struct Sheet {
    svg: String,
    /// In the scheme that is drawn.
    pub colours: Colours,
    /// The letters of names that it doesn't show.
    pub lacking: BTreeSet<char>,
    text: &'static str,
    /// Whether it is read from right to left, and all of it stands mirrored.
    is_rtl: bool,
    /// Where the site is, as one says it, and its page.
    addresses: [String; 2],
}

/// Where a text stands to its position; mirrored where one reads from right to left.
#[derive(Clone, Copy)]
pub enum Side {
    /// Begins there.
    Left,
    /// Ends there.
    Right,
}

impl Sheet {
    /// An empty sheet in the portfolio's colours.
    pub fn new(publication: &Publication<'_>, page: Page<'_>) -> Self {
        let theme = publication.portfolio.theme;
        let colours = Colours::new(theme.name, is_dark(theme));
        let (w, h) = (card_size::WIDTH, card_size::HEIGHT);
        let ground = colours.token("--color-ground");
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\">\n\
             <rect width=\"{w}\" height=\"{h}\" fill=\"{ground}\"/>\n"
        );
        let text = if theme.name == ThemeName::Paper { SERIF } else { SANS };
        let site = spoken(publication);
        let site = site.trim_end_matches('/');
        let page = [site, publication.path(page).trim_end_matches('/')].join("/");
        let addresses = [site.to_owned(), page.trim_matches('/').to_owned()];
        Self { svg, colours, lacking: BTreeSet::new(), text, is_rtl: publication.portfolio.words.is_rtl(), addresses }
    }

    /// Where what is so wide and begins at `x`, counted from where one begins to read, has its left edge.
    pub fn left(&self, x: f64, width: f64) -> f64 {
        if self.is_rtl { f64::from(card_size::WIDTH) - x - width } else { x }
    }

    /// Where the corner of the site's icon is.
    pub fn mark_at(&self) -> (i32, i32) {
        (self.left(MARGIN, f64::from(MARK)) as i32, TOP as i32 - 28)
    }

    /// What the page is called; where no font has a word of that, where it is.
    pub fn title(&mut self, name: &str) -> String {
        self.named(name, 1)
    }

    fn named(&mut self, name: &str, address: usize) -> String {
        let face = self.title_face();
        if face.width(name, 1.0) > 0.0 || self.addresses[address].is_empty() {
            return name.to_owned();
        }
        self.lacking.extend(face.lacking(name));
        self.addresses[address].clone()
    }

    /// The whole drawing.
    pub fn finish(self) -> String {
        self.svg + "</svg>\n"
    }

    /// The face of text and titles.
    pub fn face(&self, weight: u16) -> Face {
        Face { family: self.text, weight, spacing: 0.0 }
    }

    /// The face of what is large: set tighter.
    pub fn title_face(&self) -> Face {
        Face { spacing: if self.text == SERIF { -0.01 } else { -0.02 }, ..self.face(600) }
    }

    /// Puts in what is markup already.
    pub fn raw(&mut self, svg: &str) {
        self.svg.push_str(svg);
        self.svg.push('\n');
    }

    /// One line of text with its baseline at `y`.
    pub fn text(&mut self, at: (f64, f64), anchor: Side, face: Face, size: f64, token: &str, text: &str) {
        let (x, y) = at;
        let width = face.width(text, size);
        let mut x = self.left(if let Side::Right = anchor { x - width } else { x }, width);
        let (colour, attributes) = (self.colours.token(token), face.attributes(size));
        for run in set::runs(text) {
            // Whoever draws it takes every text for one from left to right.
            let marked = bidi::is_rtl(text).then(|| bidi::marked_rtl(&run));
            let words = xml(marked.as_deref().unwrap_or(&run));
            self.raw(&format!("<text x=\"{x:.1}\" y=\"{y:.1}\" fill=\"{colour}\" {attributes}>{words}</text>"));
            x += face.advance(&run, size);
        }
    }

    /// Lines below each other, the first one's top at `y`; returns where the last one ends.
    pub fn lines(&mut self, at: (f64, f64), face: Face, leading: f64, token: &str, lines: &Lines) -> f64 {
        let (x, mut y) = at;
        let height = lines.size * leading;
        for line in &lines.lines {
            // The baseline of a line is about three quarters down a tightly set one.
            self.text(
                (x, y + (height - lines.size) / 2.0 + lines.size * 0.8),
                Side::Left,
                face,
                lines.size,
                token,
                line,
            );
            y += height;
        }
        y
    }

    /// A hairline across the drawing.
    pub fn rule(&mut self, y: f64) {
        let colour = self.colours.token("--color-line");
        self.raw(&format!("<path d=\"M{MARGIN} {y}H{RIGHT}\" stroke=\"{colour}\" stroke-width=\"2\"/>"));
    }

    /// The line at the top: after the site's icon what it belongs to, and at the right, where there is room, where it is.
    pub fn head(&mut self, left: (&str, Face), right: &str) {
        let (text, face) = (self.named(left.0, 0), left.1);
        let start = MARGIN + f64::from(MARK) + 14.0;
        let text = set::clip(&text, face, 28.0, (RIGHT - start) * 0.6);
        self.text((start, TOP), Side::Left, face, 28.0, "--color-ink", &text);
        let mono = Face::mono(400);
        let room = RIGHT - start - face.width(&text, 28.0) - 40.0;
        if !right.is_empty() && mono.width(right, 22.0) <= room {
            self.text((RIGHT, TOP - 1.0), Side::Right, mono, 22.0, "--color-muted", right);
        }
    }
}

/// Where a site is, as one says it: `example.com/ada`.
pub fn spoken(publication: &Publication<'_>) -> String {
    let site = publication.site.as_deref().unwrap_or_default();
    site.trim_start_matches("https://").trim_end_matches('/').to_owned()
}
