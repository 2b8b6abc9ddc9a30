//! A scene as an SVG document that any editor opens: real text, colours written out.

use vitrine_lean::escape::xml;
use vitrine_lean::{bidi, decimal};

use super::ink::Ink;
use super::path::{Path, Segment};
use super::scene::{Align, Dash, Detail, Mark, Role, Scene, Shape};
use super::{glyph, icon, picture};
use crate::geometry::{Point, Rect};

/// How strong the wash inside a group is, as on the canvas.
const WASH: &str = "0.035";
/// How much wider a font may be that takes the place of one that is missing. Words with less room than that, and the other lines of
/// their label, keep the width they have here.
const WIDER: f64 = 1.2;

/// Takes elements one after the other, what is inside another before that is closed.
pub trait Sink {
    /// An element begins.
    fn open(&mut self, tag: &'static str);
    /// It has an attribute.
    fn attribute(&mut self, name: &'static str, value: &str);
    /// It holds text.
    fn text(&mut self, text: &str);
    /// It ends.
    fn close(&mut self);
}

/// The document, in world px, as the scene looks from near and with nothing selected.
pub fn svg(scene: &Scene, title: &str, ink: &dyn Ink) -> String {
    let mut out = Writer::default();
    draw(&mut out, scene, title, ink);
    out.text
}

/// The same, element by element.
pub fn draw(out: &mut dyn Sink, scene: &Scene, title: &str, ink: &dyn Ink) {
    let around = picture::around(scene);
    let (w, h) = (number(around.width()), number(around.height()));
    out.open("svg");
    out.attribute("xmlns", "http://www.w3.org/2000/svg");
    out.attribute("role", "img");
    out.attribute("width", &w);
    out.attribute("height", &h);
    out.attribute("viewBox", &[&number(around.x0), " ", &number(around.y0), " ", &w, " ", &h].concat());
    out.open("title");
    out.text(title);
    out.close();
    out.open("rect");
    for (name, at) in [("x", around.x0), ("y", around.y0), ("width", around.width()), ("height", around.height())] {
        out.attribute(name, &number(at));
    }
    out.attribute("fill", ink.colour(Role::Ground));
    out.close();
    let mut before: Option<&Shape> = None;
    let mut tight = false;
    for (at, shape) in scene.shapes.iter().enumerate().filter(|(_, shape)| shape.detail != Detail::Far) {
        // All lines of a label or none, or a font that is wider would set them unevenly.
        if !before.is_some_and(|before| is_label(before, shape)) {
            tight = scene.shapes[at..].iter().take_while(|line| is_label(shape, line)).any(|line| is_tight(line, ink));
        }
        mark(out, shape, ink, tight);
        before = Some(shape);
    }
    out.close();
}

/// Whether two shapes are lines of one label.
fn is_label(one: &Shape, other: &Shape) -> bool {
    let are_words = matches!((&one.mark, &other.mark), (Mark::Text { .. }, Mark::Text { .. }));
    are_words && one.part == other.part && one.detail == other.detail && one.bounds == other.bounds
}

/// Whether words would leave their box in a wider font.
fn is_tight(shape: &Shape, ink: &dyn Ink) -> bool {
    let Mark::Text { at, text, font, align, .. } = &shape.mark else { return false };
    ink.width(text, *font).is_some_and(|width| width * WIDER > room(shape.bounds, *at, *align))
}

fn mark(out: &mut dyn Sink, shape: &Shape, ink: &dyn Ink, is_tight: bool) {
    match &shape.mark {
        Mark::Fill { path, role } => {
            out.open("path");
            out.attribute("d", &data(path));
            out.attribute("fill", ink.colour(*role));
            if *role == Role::Wash {
                out.attribute("fill-opacity", WASH);
            }
            out.close();
        }
        Mark::Stroke { path, role, width, dash } => stroke(out, &data(path), ink.colour(*role), *width, *dash, None),
        Mark::Glyph { at, kind } => {
            stroke(out, glyph::data(*kind), ink.colour(Role::Kind(*kind)), 1.5, Dash::Solid, Some(*at));
        }
        Mark::Icon { at, data } => {
            out.open("path");
            out.attribute("d", data);
            out.attribute("fill", ink.colour(Role::Muted));
            let (x, y) = (number(at.x), number(at.y));
            out.attribute("transform", &["translate(", &x, " ", &y, ") scale(", &number(icon::SCALE), ")"].concat());
            out.close();
        }
        Mark::Text { at, text, font, role, align } => {
            out.open("text");
            out.attribute("x", &number(at.x));
            out.attribute("y", &number(at.y));
            out.attribute("fill", ink.colour(*role));
            out.attribute("font-family", ink.family(*font));
            out.attribute("font-size", &number(font.px()));
            out.attribute("font-weight", &font.weight().to_string());
            // What starts at the right end of words that are written from there ends at their left one.
            let is_rtl = bidi::is_rtl(text);
            let turned = is_rtl && ink.knows_direction();
            match if turned { align.mirrored() } else { *align } {
                Align::Start => {}
                Align::Middle => out.attribute("text-anchor", "middle"),
                Align::End => out.attribute("text-anchor", "end"),
            }
            if turned {
                out.attribute("direction", "rtl");
            }
            if let Some(width) = ink.width(text, *font).filter(|width| is_tight && *width > 0.0) {
                out.attribute("textLength", &number(width));
                out.attribute("lengthAdjust", "spacingAndGlyphs");
            }
            if is_rtl && !turned {
                out.text(&bidi::marked_rtl(text));
            } else {
                out.text(text);
            }
            out.close();
        }
    }
}

/// How wide a text can be without leaving its box.
fn room(bounds: Rect, at: Point, align: Align) -> f64 {
    let (before, ahead) = (at.x - bounds.x0, bounds.x1 - at.x);
    match align {
        Align::Start => ahead,
        Align::Middle => 2.0 * ahead.min(before),
        Align::End => before,
    }
}

fn stroke(out: &mut dyn Sink, data: &str, colour: &str, width: f64, dash: Dash, at: Option<Point>) {
    out.open("path");
    out.attribute("d", data);
    out.attribute("fill", "none");
    out.attribute("stroke-linecap", "round");
    out.attribute("stroke-linejoin", "round");
    out.attribute("stroke", colour);
    out.attribute("stroke-width", &number(width));
    match dash {
        Dash::Solid => {}
        Dash::Dashed => out.attribute("stroke-dasharray", "6 4"),
        Dash::Dotted => out.attribute("stroke-dasharray", "0.1 4.5"),
    }
    if let Some(at) = at {
        out.attribute("transform", &["translate(", &number(at.x), " ", &number(at.y), ")"].concat());
    }
    out.close();
}

/// Path data, by the grammar of SVG 2, section 9.3.
pub fn data(path: &Path) -> String {
    let mut data = String::new();
    let mut step = |letter: &str, points: &[Point]| {
        data.push_str(letter);
        for (at, point) in points.iter().enumerate() {
            data.push_str(if at == 0 { "" } else { " " });
            data.push_str(&number(point.x));
            data.push(' ');
            data.push_str(&number(point.y));
        }
    };
    for segment in &path.0 {
        match *segment {
            Segment::Move(to) => step("M", &[to]),
            Segment::Line(to) => step("L", &[to]),
            Segment::Quad(by, to) => step("Q", &[by, to]),
            Segment::Cubic(a, b, to) => step("C", &[a, b, to]),
            Segment::Close => step("Z", &[]),
        }
    }
    data
}

/// To a hundredth of a px.
fn number(px: f64) -> String {
    decimal::rounded(px, 2)
}

/// A document as text.
#[derive(Default)]
struct Writer {
    text: String,
    /// Elements that are not closed yet.
    open: Vec<&'static str>,
    /// Whether the last of them still takes attributes.
    head: bool,
}

impl Writer {
    fn end_head(&mut self, end: &str) {
        if self.head {
            self.text.push_str(end);
            self.head = false;
        }
    }
}

impl Sink for Writer {
    fn open(&mut self, tag: &'static str) {
        self.end_head(">\n");
        self.text.push('<');
        self.text.push_str(tag);
        self.open.push(tag);
        self.head = true;
    }

    fn attribute(&mut self, name: &'static str, value: &str) {
        for piece in [" ", name, "=\""] {
            self.text.push_str(piece);
        }
        self.text.push_str(&xml(value));
        self.text.push('"');
    }

    fn text(&mut self, text: &str) {
        self.end_head(">");
        self.text.push_str(&xml(text));
    }

    fn close(&mut self) {
        let tag = self.open.pop().unwrap_or_default();
        if self.head {
            self.end_head("/>\n");
        } else {
            for piece in ["</", tag, ">\n"] {
                self.text.push_str(piece);
            }
        }
    }
}
