//! A diagram from afar: straight from its layout, with nothing kept for it.

use super::{DIM, State, WASH};
use crate::diagram::afar::Afar;
use crate::diagram::bundle::Bundles;
use crate::diagram::compose::MARGIN;
use crate::diagram::focus::{Emphasis, Focus};
use crate::diagram::plan::Plan;
use crate::diagram::scene::{Part, Role, role_emphasised};
use crate::geometry::Rect;

/// How strongly lines are drawn that are a hair wide and many.
const HAIR: f64 = 0.55;
/// How strongly the colour of a node's kind fills its box.
const FILL: f64 = 0.75;

/// What is drawn of a plan.
pub struct Far<'a> {
    pub plan: &'a Plan,
    pub afar: &'a Afar,
    pub focus: &'a Focus,
    /// In world px.
    pub seen: Rect,
    /// One px of the screen, in world px.
    pub pixel: f64,
}

impl Far<'_> {
    /// Boundaries as areas, the outer ones below: the closed ones, which hide what is in them, or the others.
    pub fn groups(&self, state: &mut State, closed: bool) {
        let Self { plan, afar, focus, seen, pixel } = self;
        state.width(if closed { 1.5 * pixel } else { *pixel });
        for (index, rect) in plan.layout.groups.iter().enumerate().filter(|(_, rect)| rect.overlaps(*seen)) {
            if afar.closed.get(index).copied().unwrap_or_default() != closed {
                continue;
            }
            let dim = dim(focus.emphasis(Part::Group(index)));
            state.alpha(if closed { 1.0 } else { WASH * dim });
            state.fill(if closed { Role::Surface } else { Role::Wash });
            state.context.fill_rect(rect.x0, rect.y0, rect.width(), rect.height());
            state.alpha(dim);
            state.stroke(if closed { Role::Muted } else { Role::Line });
            state.context.stroke_rect(rect.x0, rect.y0, rect.width(), rect.height());
        }
    }

    /// Arrows as lines without heads, one a bundle, and each that is highlighted on top; all of one colour and width are
    /// one path.
    pub fn edges(&self, state: &mut State) {
        let Self { plan, afar, focus, seen, pixel } = *self;
        let mut pen = Pen { plan, seen, pixel, width: 0.0 };
        state.alpha(HAIR * dim(focus.rest()));
        state.stroke(Role::Muted);
        for &(edge, count) in &afar.lines {
            pen.draw(state, edge, Bundles::width(count));
        }
        pen.lift(state);
        state.alpha(1.0);
        state.stroke(role_emphasised(Role::Muted, Part::Edge(0), Emphasis::Highlighted));
        let highlighted = |edge: &usize| focus.emphasis(Part::Edge(*edge)) == Emphasis::Highlighted;
        for edge in (0..plan.layout.edges.len()).filter(highlighted) {
            pen.draw(state, edge, 2.0);
        }
        pen.lift(state);
    }

    /// Nodes as boxes in the colour of their kind; of those in closed boundaries the ones that are pointed out.
    pub fn nodes(&self, state: &mut State) {
        let Self { plan, afar, focus, seen, pixel } = *self;
        for index in plan.nodes.within(seen) {
            if let (rect, Some(node)) = (plan.nodes.rect(index), plan.diagram.nodes.get(index)) {
                let emphasis = focus.emphasis(Part::Node(index));
                let is_pointed_out = matches!(emphasis, Emphasis::Chosen | Emphasis::Highlighted);
                if matches!(afar.within.get(index), Some(Some(_))) && !is_pointed_out {
                    continue;
                }
                let strength = if emphasis == Emphasis::Chosen { 1.0 } else { FILL * dim(emphasis) };
                state.alpha(strength);
                state.fill(if emphasis == Emphasis::Chosen { Role::Accent } else { Role::Kind(node.kind) });
                state.context.fill_rect(rect.x0, rect.y0, rect.width().max(pixel), rect.height().max(pixel));
            }
        }
    }
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

fn dim(emphasis: Emphasis) -> f64 {
    if emphasis == Emphasis::Dim { DIM } else { 1.0 }
}
