//! A whole diagram as small as a stamp, and where on it the view is.

use super::camera::Camera;
use crate::geometry::{Point, Rect, Size};

/// From world px to the px of a small map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Minimap {
    /// Of the map, in CSS px.
    pub size: Size,
    /// What it shows, in world px.
    bounds: Rect,
    scale: f64,
}

impl Minimap {
    /// Fewer nodes are found without one.
    pub const FROM: usize = 61;
    /// The largest map, in CSS px.
    const MOST: Size = Size::new(184.0, 132.0);
    /// The smallest box that is still seen, in CSS px.
    const SPECK: f64 = 1.5;
    /// The smallest side of the view's frame that is still seen, in CSS px.
    const FRAME: f64 = 6.0;

    /// A map of everything within `bounds` (world px).
    pub fn new(bounds: Rect) -> Self {
        let (w, h) = (bounds.width().max(1.0), bounds.height().max(1.0));
        let scale = (Self::MOST.w / w).min(Self::MOST.h / h);
        // A diagram as thin as a thread still has a map that can be pressed.
        Self { size: Size::new((w * scale).max(24.0), (h * scale).max(24.0)), bounds, scale }
    }

    /// Where a box of the world is on the map.
    pub fn place(&self, rect: Rect) -> Rect {
        let (at, scale) = (|p: Point| self.on_map(p), self.scale);
        let corner = at(Point::new(rect.x0, rect.y0));
        let size = Size::new((rect.width() * scale).max(Self::SPECK), (rect.height() * scale).max(Self::SPECK));
        Rect::from_origin_size(corner, size)
    }

    /// The frame around what a camera sees, as far as it is on the map.
    pub fn frame(&self, camera: Camera, viewport: Size) -> Rect {
        let seen = camera.world_from_viewport(viewport);
        let (from, to) = (self.on_map(Point::new(seen.x0, seen.y0)), self.on_map(Point::new(seen.x1, seen.y1)));
        let side = |from: f64, to: f64, most: f64| {
            let from = from.clamp(0.0, most - Self::FRAME);
            (from, to.clamp(from + Self::FRAME, most))
        };
        let ((x0, x1), (y0, y1)) = (side(from.x, to.x, self.size.w), side(from.y, to.y, self.size.h));
        Rect { x0, y0, x1, y1 }
    }

    /// The spot of the world at a spot of the map.
    pub fn world(&self, at: Point) -> Point {
        let middle = Point::new(self.size.w / 2.0, self.size.h / 2.0);
        self.bounds.center() + (at - middle) * (1.0 / self.scale)
    }

    fn on_map(&self, p: Point) -> Point {
        let middle = Point::new(self.size.w / 2.0, self.size.h / 2.0);
        middle + (p - self.bounds.center()) * self.scale
    }
}
