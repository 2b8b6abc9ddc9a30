//! The share image of a diagram: the diagram itself, in a window.

use std::sync::Arc;

use super::super::Publication;
use super::super::colour::Colours;
use super::super::raster::{MONO, SANS, SERIF};
use super::set::{Face, clip, fit};
use super::sheet::{MARGIN, RIGHT, ROOM, Sheet, Side};
use vitrine_draw::diagram::graph::NodeFacts;
use vitrine_draw::diagram::ink::{self, Ink};
use vitrine_draw::diagram::measure::Font;
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::diagram::scene::{Detail, Role, Scene};
use vitrine_draw::diagram::svg::svg;
use vitrine_draw::geometry::Size;
use vitrine_model::{Diagram, ThemeName, Words};

/// The window's top and bottom.
const TOP: f64 = 186.0;
const BOTTOM: f64 = 600.0;
/// The height of its title bar.
const BAR: f64 = 38.0;
/// Between the window and the diagram.
const PADDING: f64 = 14.0;
/// Between the dots of the ground.
const DOTS: f64 = 22.0;
/// A small diagram isn't blown up further.
const LARGEST: f64 = 1.3;
/// Below this scale names are drawn as from afar, where they are larger: a share image is often seen at half its size.
const NEAR: f64 = 0.85;

/// How much larger a diagram has to come out without its labels to be laid out anew.
const GAIN: f64 = 1.1;

/// The theme, written out.
struct Print(Colours, ThemeName);

impl Ink for Print {
    fn colour(&self, role: Role) -> &str {
        self.0.token(ink::name(ink::TOKENS.get(ink::index(role)).copied().unwrap_or_default()))
    }

    fn family(&self, font: Font) -> &str {
        match self.1 {
            _ if font.mono() => MONO,
            ThemeName::Paper => SERIF,
            _ => SANS,
        }
    }

    // resvg takes every text for one that is written from left to right.
    fn knows_direction(&self) -> bool {
        false
    }
}

pub fn draw(sheet: &mut Sheet, publication: &Publication<'_>, diagram: &Diagram) {
    let portfolio = publication.portfolio;
    sheet.head((&portfolio.profile.name, sheet.face(600)), portfolio.profile.headline.as_deref().unwrap_or_default());
    let title = fit(&sheet.title(&diagram.title), sheet.title_face(), ROOM, 1, (44.0, 28.0));
    for line in &title.lines {
        sheet.text((MARGIN - 1.0, 159.0), Side::Left, sheet.title_face(), title.size, "--color-ink", line);
    }
    window(sheet, diagram, portfolio.words);

    let facts = Arc::new(NodeFacts::of(portfolio, diagram, |_| String::new()));
    let room = Size::new(ROOM - 2.0 * PADDING, BOTTOM - TOP - BAR - 2.0 * PADDING);
    let plan = |diagram: Diagram| Plan::for_viewport(Arc::new(diagram), Arc::clone(&facts), room).whole().into_owned();
    let fitting = |scene: &Scene| {
        let bounds = scene.bounds;
        (room.w / bounds.width().max(1.0)).min(room.h / bounds.height().max(1.0)).min(LARGEST)
    };
    let mut scene = plan(diagram.clone());
    if fitting(&scene) < NEAR {
        // Room that is kept for words that nobody sees from afar mostly makes the others smaller.
        let mut silent = diagram.clone();
        silent.edges.iter_mut().for_each(|edge| edge.label = None);
        let dense = plan(silent);
        if fitting(&dense) > GAIN * fitting(&scene) {
            scene = dense;
        }
        from_afar(&mut scene);
    }
    let (scale, bounds) = (fitting(&scene), scene.bounds);
    let drawn = svg(&scene, "", &Print(sheet.colours, portfolio.theme.name));
    let middle = (MARGIN + ROOM / 2.0, (TOP + BAR + BOTTOM) / 2.0);
    let (x, y) = (middle.0 - bounds.center().x * scale, middle.1 - bounds.center().y * scale);
    sheet.raw(&format!("<g transform=\"translate({x:.2} {y:.2}) scale({scale:.4})\">{}</g>", marks(&drawn)));
}

/// Swaps what is drawn near for what stands for it from afar.
fn from_afar(scene: &mut Scene) {
    scene.shapes.retain(|shape| shape.detail != Detail::Near);
    for shape in &mut scene.shapes {
        shape.detail = Detail::Any;
    }
}

/// What a document draws, without the document, its title and its ground.
fn marks(svg: &str) -> &str {
    let inside = svg.split_once("<rect").and_then(|(_, rest)| rest.split_once("/>")).map_or("", |(_, rest)| rest);
    inside.trim_end().trim_end_matches("</svg>")
}

fn window(sheet: &mut Sheet, diagram: &Diagram, words: Words) {
    let (line, surface) = (sheet.colours.token("--color-line"), sheet.colours.token("--color-surface"));
    let (w, h, bar) = (ROOM, BOTTOM - TOP, TOP + BAR);
    sheet.raw(&format!(
        "<pattern id=\"dots\" width=\"{DOTS}\" height=\"{DOTS}\" x=\"{MARGIN}\" y=\"{bar}\" \
         patternUnits=\"userSpaceOnUse\"><circle cx=\"11\" cy=\"11\" r=\"1.3\" fill=\"{line}\"/></pattern>\
         <clipPath id=\"frame\"><rect x=\"{MARGIN}\" y=\"{TOP}\" width=\"{w}\" height=\"{h}\" rx=\"8\"/></clipPath>\
         <g clip-path=\"url(#frame)\"><rect x=\"{MARGIN}\" y=\"{TOP}\" width=\"{w}\" height=\"{BAR}\" fill=\"{surface}\"/>\
         <rect x=\"{MARGIN}\" y=\"{bar}\" width=\"{w}\" height=\"{}\" fill=\"url(#dots)\"/></g>\
         <path d=\"M{MARGIN} {bar}H{RIGHT}\" stroke=\"{line}\" stroke-width=\"2\"/>\
         <rect x=\"{MARGIN}\" y=\"{TOP}\" width=\"{w}\" height=\"{h}\" rx=\"8\" fill=\"none\" stroke=\"{line}\" \
         stroke-width=\"2\"/>",
        h - BAR
    ));
    let mono = Face::mono(400);
    let parts = words.diagram_parts(diagram.nodes.len());
    let name = clip(&["diagram://", &diagram.name].concat(), mono, 19.0, ROOM - 220.0);
    sheet.text((MARGIN + 16.0, TOP + 26.0), Side::Left, mono, 19.0, "--color-muted", &name);
    sheet.text((RIGHT - 16.0, TOP + 26.0), Side::Right, mono, 19.0, "--color-muted", &parts);
}
