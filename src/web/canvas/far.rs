//! A diagram from afar: straight from its layout, with nothing kept for it.

use super::{DIM, State, WASH};
use crate::diagram::compose::bounds;
use crate::diagram::focus::{Focus, Light};
use crate::diagram::plan::Plan;
use crate::diagram::scene::{Part, Role, role_lit};
use crate::geometry::Rect;

/// How strongly lines are drawn that are a hair wide and many.
const HAIR: f64 = 0.55;
/// How strongly the colour of a node's kind fills its box.
const FILL: f64 = 0.75;

/// Boundaries as areas, the outer ones below.
pub fn groups(state: &mut State, plan: &Plan, focus: &Focus, seen: Rect, pixel: f64) {
    state.width(pixel);
    for (index, rect) in plan.layout.groups.iter().enumerate().filter(|(_, rect)| rect.overlaps(seen)) {
        let dim = dim(focus.light(Part::Group(index)));
        state.alpha(WASH * dim);
        state.fill(Role::Wash);
        state.context.fill_rect(rect.x0, rect.y0, rect.width(), rect.height());
        state.alpha(dim);
        state.stroke(Role::Line);
        state.context.stroke_rect(rect.x0, rect.y0, rect.width(), rect.height());
    }
}

/// Arrows as hairlines without heads, those that are lit on top; all of one colour are one path.
pub fn edges(state: &mut State, plan: &Plan, focus: &Focus, seen: Rect, pixel: f64) {
    let edges = plan.edges.within(seen);
    let routes = || edges.iter().filter_map(|&index| Some((Part::Edge(index), plan.layout.edges.get(index)?)));
    for pass in [Light::Plain, Light::Dim, Light::Lit] {
        let mut any = false;
        for (part, route) in routes().filter(|(part, _)| focus.light(*part) == pass) {
            let around = bounds(&route.points);
            let [first, rest @ ..] = &route.points[..] else { continue };
            if around.width() < pixel && around.height() < pixel {
                continue;
            }
            if !any {
                any = true;
                state.stroke(role_lit(Role::Muted, part, pass));
                state.alpha(if pass == Light::Lit { 1.0 } else { HAIR * dim(pass) });
                state.width(if pass == Light::Lit { 2.0 * pixel } else { pixel });
                state.context.begin_path();
            }
            state.context.move_to(first.x, first.y);
            for point in rest {
                state.context.line_to(point.x, point.y);
            }
        }
        if any {
            state.context.stroke();
        }
    }
}

/// Nodes as boxes in the colour of their kind.
pub fn nodes(state: &mut State, plan: &Plan, focus: &Focus, seen: Rect, pixel: f64) {
    for index in plan.nodes.within(seen) {
        if let (rect, Some(node)) = (plan.nodes.rect(index), plan.diagram.nodes.get(index)) {
            let light = focus.light(Part::Node(index));
            let strength = if light == Light::Chosen { 1.0 } else { FILL * dim(light) };
            state.alpha(strength);
            state.fill(if light == Light::Chosen { Role::Accent } else { Role::Kind(node.kind) });
            state.context.fill_rect(rect.x0, rect.y0, rect.width().max(pixel), rect.height().max(pixel));
        }
    }
}

fn dim(light: Light) -> f64 {
    if light == Light::Dim { DIM } else { 1.0 }
}
