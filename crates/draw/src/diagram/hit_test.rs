//! What is under a position.

use super::compose::bounds;
use super::grid::Grid;
use super::layout::Route;
use crate::geometry::{Point, Rect};

/// The node at a world position, or the nearest one within `radius` world px; of several the one drawn last, on top.
/// `nodes` are those of the layout.
pub fn node_at(nodes: &Grid, at: Point, radius: f64) -> Option<usize> {
    let mut nearest = Nearest::within(radius);
    let around = Rect { x0: at.x, y0: at.y, x1: at.x, y1: at.y }.inflate(radius);
    nodes.touching(around, &mut |index| nearest.note(index, distance_to_rect(nodes.rect(index), at)));
    nearest.found
}

/// The arrow whose line or plate is nearest to a world position, within `radius` world px. `edges` and `routes` are those of the
/// layout.
pub fn edge_at(edges: &Grid, routes: &[Route], at: Point, radius: f64) -> Option<usize> {
    let mut nearest = Nearest::within(radius);
    let around = Rect { x0: at.x, y0: at.y, x1: at.x, y1: at.y }.inflate(radius);
    edges.touching(around, &mut |index| {
        let Some(route) = routes.get(index) else { return };
        // The pieces are upright or level, so each is a box without height or width.
        for piece in route.points.windows(2).map(bounds).chain(route.label) {
            nearest.note(index, distance_to_rect(piece, at));
        }
    });
    nearest.found
}

/// The nearest so far, and of several as near the last.
struct Nearest {
    found: Option<usize>,
    distance: f64,
}

impl Nearest {
    fn within(radius: f64) -> Self {
        Self { found: None, distance: radius }
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
