//! The heads of lifelines, which stay at the top of the window while their lifelines are in sight.

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

    /// What of a sequence diagram a camera sees pinned; `None` where every head is in its place. `heads` are without width where a
    /// node takes no part.
    pub fn new(scene: &Scene, heads: &[Rect], camera: Camera) -> Option<Self> {
        let top = camera.world_from_screen(Point::new(0.0, Self::MARGIN)).y;
        let is_head = |head: &&Rect| head.width() > 0.0;
        let by = |head: &Rect| {
            if is_head(&head) { (top - head.y0).min(scene.bounds.y1 - head.y1).max(0.0) } else { 0.0 }
        };
        let by: Vec<f64> = heads.iter().map(by).collect();
        let pinned = heads.iter().zip(&by).filter(|(_, by)| **by > 0.0).map(|(head, by)| (head.y0 + by, head.y1 + by));
        let (high, low) = pinned.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        let first =
            scene.shapes.iter().rposition(|shape| !matches!(shape.part, Part::Node(_))).map_or(0, |last| last + 1);
        let margin = Self::MARGIN / camera.scale;
        Some(Self { first, band: (high - margin, low + margin), by })
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
        let mut heads = heads.iter().enumerate();
        let is_there = |(node, head): &(usize, &Rect)| {
            self.by(Part::Node(*node)) > 0.0 && self.place(*node, **head).inflate(radius).contains(at)
        };
        heads.find(is_there).map(|(node, _)| node)
    }
}
