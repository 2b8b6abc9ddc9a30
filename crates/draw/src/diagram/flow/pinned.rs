//! The heads of lifelines, which stay at the top of the window while their lifelines are in sight.

use super::sequence::Sequence;
use crate::diagram::camera::Camera;
use crate::diagram::scene::{Part, Scene};
use crate::geometry::{Point, Rect, Vec2};

/// Heads that are drawn below their places.
#[derive(Debug, Clone, PartialEq)]
pub struct Pinned {
    /// From which of the scene's shapes on heads are drawn.
    pub first: usize,
    /// The ground under them, across all of the window; world px.
    pub band: (f64, f64),
    /// How far each is below its place, in world px; indexed as the nodes are.
    by: Vec<f64>,
}

impl Pinned {
    /// Between heads and the top of the window, in screen px.
    pub const MARGIN: f64 = 8.0;

    /// What of a sequence diagram a camera sees pinned; `None` where every head is in its place.
    pub fn new(scene: &Scene, sequence: &Sequence, camera: Camera) -> Option<Self> {
        let top = camera.world_from_screen(Point::new(0.0, Self::MARGIN)).y;
        let margin = Self::MARGIN / camera.scale;
        let mut by = vec![0.0; sequence.participants.iter().max().map_or(0, |last| last + 1)];
        let mut band = (f64::INFINITY, f64::NEG_INFINITY);
        for ((&node, head), &end) in sequence.participants.iter().zip(&sequence.heads).zip(&sequence.ends) {
            if head.y0 < top {
                let down = (top - head.y0).min(end - head.y1).max(0.0);
                by[node] = down;
                band = (band.0.min(head.y0 + down - margin), band.1.max(head.y1 + down + margin));
            }
        }
        let first =
            scene.shapes.iter().rposition(|shape| !matches!(shape.part, Part::Node(_))).map_or(0, |last| last + 1);
        (band.0 < band.1).then_some(Self { first, band, by })
    }

    /// How far a part is drawn below its place.
    pub fn by(&self, part: Part) -> f64 {
        let Part::Node(node) = part else { return 0.0 };
        self.by.get(node).copied().unwrap_or_default()
    }

    /// Where a head is drawn.
    pub fn place(&self, node: usize, head: Rect) -> Rect {
        Rect::from_origin_size(head.origin() + Vec2::new(0.0, self.by(Part::Node(node))), head.size())
    }

    /// The pinned head at a world position, with so much around it.
    pub fn node_at(&self, heads: &[Rect], at: Point, radius: f64) -> Option<usize> {
        let is_there = |&node: &usize| {
            self.by(Part::Node(node)) > 0.0 && self.place(node, heads[node]).inflate(radius).contains(at)
        };
        (0..heads.len()).find(is_there)
    }
}
