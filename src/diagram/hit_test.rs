//! What is under a position.

use super::layout::Layout;
use crate::geometry::{Point, Rect};

/// A part of a diagram, by its position in the model's vectors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A boundary.
    Group(usize),
    /// An arrow.
    Edge(usize),
    /// A box.
    Node(usize),
}

/// The node at a world position, or the nearest one within `reach` world px; then the edge within `reach`.
/// What is drawn later lies on top.
pub fn hit_test(layout: &Layout, at: Point, reach: f64) -> Option<Part> {
    node_at(layout, at, reach)
        .map(Part::Node)
        .or_else(|| {
            let labelled = layout.edges.iter().rposition(|route| route.label.is_some_and(|plate| plate.contains(at)));
            labelled.map(Part::Edge)
        })
        .or_else(|| {
            let distances = layout.edges.iter().map(|route| {
                route.points.windows(2).map(|w| distance_to_segment(w[0], w[1], at)).fold(f64::INFINITY, f64::min)
            });
            nearest(distances, reach).map(Part::Edge)
        })
}

/// The node at a world position, or the nearest one within `reach` world px.
pub fn node_at(layout: &Layout, at: Point, reach: f64) -> Option<usize> {
    let inside = layout.nodes.iter().rposition(|rect| rect.contains(at));
    inside.or_else(|| nearest(layout.nodes.iter().map(|rect| distance_to_rect(*rect, at)), reach))
}

fn nearest(distances: impl Iterator<Item = f64>, reach: f64) -> Option<usize> {
    let mut best = None;
    let mut within = reach;
    for (index, distance) in distances.enumerate() {
        if distance <= within {
            (best, within) = (Some(index), distance);
        }
    }
    best
}

fn distance_to_rect(rect: Rect, p: Point) -> f64 {
    p.distance(Point::new(p.x.clamp(rect.x0, rect.x1), p.y.clamp(rect.y0, rect.y1)))
}

fn distance_to_segment(a: Point, b: Point, p: Point) -> f64 {
    let (along, to) = (b - a, p - a);
    let length = along.x * along.x + along.y * along.y;
    let t = if length > 0.0 { ((to.x * along.x + to.y * along.y) / length).clamp(0.0, 1.0) } else { 0.0 };
    p.distance(a.lerp(b, t))
}
