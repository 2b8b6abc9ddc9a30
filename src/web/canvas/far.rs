//! A diagram from afar: straight from its layout, with nothing kept for it.

use super::{DIM, State, WASH};
use crate::diagram::bundle::{Bundles, Level};
use crate::diagram::compose::MARGIN;
use crate::diagram::focus::{Emphasis, Focus};
use crate::diagram::plan::Plan;
use crate::diagram::scene::{Part, Role, role_emphasised};
use crate::geometry::Rect;

/// How strongly lines are drawn that are a hair wide and many.
const HAIR: f64 = 0.55;
/// How strongly the colour of a node's kind fills its box.
const FILL: f64 = 0.75;

/// Boundaries as areas, the outer ones below.
pub fn groups(state: &mut State, plan: &Plan, focus: &Focus, seen: Rect, pixel: f64) {
    state.width(pixel);
    for (index, rect) in plan.layout.groups.iter().enumerate().filter(|(_, rect)| rect.overlaps(seen)) {
        let dim = dim(focus.emphasis(Part::Group(index)));
        state.alpha(WASH * dim);
        state.fill(Role::Wash);
        state.context.fill_rect(rect.x0, rect.y0, rect.width(), rect.height());
        state.alpha(dim);
        state.stroke(Role::Line);
        state.context.stroke_rect(rect.x0, rect.y0, rect.width(), rect.height());
    }
}

/// Arrows as lines without heads, one a bundle, and each that is highlighted on top; all of one colour and width are
/// one path.
pub fn edges(state: &mut State, plan: &Plan, focus: &Focus, seen: Rect, scale: f64, pixel: f64) {
    let mut pen = Pen { plan, seen, pixel, width: 0.0 };
    state.alpha(HAIR * dim(focus.rest()));
    state.stroke(Role::Muted);
    for bundle in plan.bundles.at(scale).into_iter().flat_map(Level::bundles) {
        if let Some(&edge) = bundle.first() {
            pen.draw(state, edge, Bundles::width(bundle.len()));
        }
    }
    pen.lift(state);
    state.alpha(1.0);
    state.stroke(role_emphasised(Role::Muted, Part::Edge(0), Emphasis::Highlighted));
    for edge in (0..plan.layout.edges.len()).filter(|&edge| focus.emphasis(Part::Edge(edge)) == Emphasis::Highlighted) {
        pen.draw(state, edge, 2.0);
    }
    pen.lift(state);
}

/// Draws lines of one width as one path.
struct Pen<'a> {
    plan: &'a Plan,
    seen: Rect,
    /// One px of the screen, in world px.
    pixel: f64,
    /// Of the path that is drawn, in screen px; 0 where there is none.
    width: f64,
}

impl Pen<'_> {
    /// Draws the route of an edge, if there is anything to see of it.
    fn draw(&mut self, state: &mut State, edge: usize, width: f64) {
        let Some([first, rest @ ..]) = self.plan.layout.edges.get(edge).map(|route| &route.points[..]) else { return };
        let around = self.plan.edges.rect(edge);
        let speck = 2.0 * MARGIN + self.pixel;
        if !around.overlaps(self.seen) || around.width() < speck && around.height() < speck {
            return;
        }
        if self.width.to_bits() != width.to_bits() {
            self.lift(state);
            self.width = width;
            state.width(width * self.pixel);
            state.context.begin_path();
        }
        state.context.move_to(first.x, first.y);
        for point in rest {
            state.context.line_to(point.x, point.y);
        }
    }

    /// Ends the path.
    fn lift(&mut self, state: &State) {
        if self.width > 0.0 {
            state.context.stroke();
        }
        self.width = 0.0;
    }
}

/// Nodes as boxes in the colour of their kind.
pub fn nodes(state: &mut State, plan: &Plan, focus: &Focus, seen: Rect, pixel: f64) {
    for index in plan.nodes.within(seen) {
        if let (rect, Some(node)) = (plan.nodes.rect(index), plan.diagram.nodes.get(index)) {
            let emphasis = focus.emphasis(Part::Node(index));
            let strength = if emphasis == Emphasis::Chosen { 1.0 } else { FILL * dim(emphasis) };
            state.alpha(strength);
            state.fill(if emphasis == Emphasis::Chosen { Role::Accent } else { Role::Kind(node.kind) });
            state.context.fill_rect(rect.x0, rect.y0, rect.width().max(pixel), rect.height().max(pixel));
        }
    }
}

fn dim(emphasis: Emphasis) -> f64 {
    if emphasis == Emphasis::Dim { DIM } else { 1.0 }
}
