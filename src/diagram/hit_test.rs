//! What is under a position.

use super::grid::Grid;
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

/// The node at a world position, or the nearest one within `reach` world px; then the edge within `reach`. `nodes` are
/// those of the layout. What is drawn later lies on top.
pub fn hit_test(layout: &Layout, nodes: &Grid, at: Point, reach: f64) -> Option<Part> {
    node_at(nodes, at, reach)
        .map(Part::Node)
        .or_else(|| {
            let labelled = layout.edges.iter().rposition(|route| route.label.is_some_and(|plate| plate.contains(at)));
            labelled.map(Part::Edge)
        })
        .or_else(|| {
            let mut nearest = Nearest::within(reach);
            for (index, route) in layout.edges.iter().enumerate() {
                for w in route.points.windows(2) {
                    nearest.note(index, distance_to_segment(w[0], w[1], at));
                }
            }
            nearest.found.map(Part::Edge)
        })
}

/// The node at a world position, or the nearest one within `reach` world px.
pub fn node_at(nodes: &Grid, at: Point, reach: f64) -> Option<usize> {
    let mut nearest = Nearest::within(reach);
    let around = Rect { x0: at.x, y0: at.y, x1: at.x, y1: at.y }.inflate(reach);
    nodes.touching(around, &mut |index| nearest.note(index, distance_to_rect(nodes.rect(index), at)));
    nearest.found
}

/// The nearest so far, and of several as near the last.
struct Nearest {
    found: Option<usize>,
    distance: f64,
}

impl Nearest {
    fn within(reach: f64) -> Self {
        Self { found: None, distance: reach }
    }

    fn note(&mut self, index: usize, distance: f64) {
        if distance < self.distance || (distance <= self.distance && self.found <= Some(index)) {
            *self = Self { found: Some(index), distance };
        }
    }
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
