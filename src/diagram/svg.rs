//! A scene as an SVG document that any editor opens: real text, colours written out.

use super::glyph;
use super::measure::Font;
use super::path::{Path, Segment};
use super::scene::{Align, Dash, Detail, Mark, Role, Scene};
use crate::geometry::Point;

/// Around the drawing, in world px.
const MARGIN: f64 = 16.0;
/// How strong the wash inside a group is, as on the canvas.
const WASH: &str = "0.035";

/// What a scene is drawn in.
pub trait Ink {
    /// A CSS colour.
    fn colour(&self, role: Role) -> &str;
    /// CSS `font-family`.
    fn family(&self, font: Font) -> &str;
}

/// The document, in world px, as the scene looks from near and with nothing selected.
pub fn svg(scene: &Scene, title: &str, ink: &impl Ink) -> String {
    let around = scene.bounds.inflate(MARGIN);
    let (w, h) = (number(around.width()), number(around.height()));
    let mut out = Writer::default();
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    out.attribute("width", &w);
    out.attribute("height", &h);
    out.attribute("viewBox", &[&number(around.x0), " ", &number(around.y0), " ", &w, " ", &h].concat());
    out.raw(">\n<title>");
    out.text(title);
    out.raw("</title>\n<rect");
    for (name, at) in [("x", around.x0), ("y", around.y0), ("width", around.width()), ("height", around.height())] {
        out.attribute(name, &number(at));
    }
    out.attribute("fill", ink.colour(Role::Ground));
    out.raw("/>\n");
    for shape in scene.shapes.iter().filter(|shape| shape.detail != Detail::Far) {
        mark(&mut out, &shape.mark, ink);
    }
    out.raw("</svg>\n");
    out.0
}

fn mark(out: &mut Writer, mark: &Mark, ink: &impl Ink) {
    match mark {
        Mark::Fill { path, role } => {
            out.raw("<path");
            out.attribute("d", &data(path));
            out.attribute("fill", ink.colour(*role));
            if *role == Role::Wash {
                out.attribute("fill-opacity", WASH);
            }
            out.raw("/>\n");
        }
        Mark::Stroke { path, role, width, dash } => stroke(out, &data(path), ink.colour(*role), *width, *dash, None),
        Mark::Glyph { at, kind } => {
            stroke(out, glyph::data(*kind), ink.colour(Role::Kind(*kind)), 1.5, Dash::Solid, Some(*at));
        }
        Mark::Text { at, text, font, role, align } => {
            out.raw("<text");
            out.attribute("x", &number(at.x));
            out.attribute("y", &number(at.y));
            out.attribute("fill", ink.colour(*role));
            out.attribute("font-family", ink.family(*font));
            out.attribute("font-size", &number(font.px()));
            out.attribute("font-weight", &font.weight().to_string());
            if *align == Align::Middle {
                out.attribute("text-anchor", "middle");
            }
            out.raw(">");
            out.text(text);
            out.raw("</text>\n");
        }
    }
}

fn stroke(out: &mut Writer, data: &str, colour: &str, width: f64, dash: Dash, at: Option<Point>) {
    out.raw("<path");
    out.attribute("d", data);
    out.raw(" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
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
    out.raw("/>\n");
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
    let rounded = (px * 100.0).round() / 100.0;
    // Never "-0".
    (rounded + 0.0).to_string()
}

#[derive(Default)]
struct Writer(String);

impl Writer {
    fn raw(&mut self, text: &str) {
        self.0.push_str(text);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.0.push(' ');
        self.raw(name);
        self.raw("=\"");
        self.text(value);
        self.0.push('"');
    }

    /// Text with what XML gives a meaning to escaped, and without what it forbids.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\u{fffe}' | '\u{ffff}' => {}
                c if c < ' ' && !matches!(c, '\t' | '\n' | '\r') => {}
                c => self.0.push(c),
            }
        }
    }
}
