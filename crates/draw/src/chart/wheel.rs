//! Directions at equal angles, and the regular polygon that they span.

use std::f64::consts::TAU;

use vitrine_lean::sine::sin_cos;

use crate::geometry::{Rect, Vec2};

/// Unit vectors at equal angles, clockwise from straight up.
#[derive(Debug)]
pub(super) struct Wheel {
    /// Towards the corners.
    pub(super) axes: Vec<Vec2>,
    /// Towards the middles of the sides, each between an axis and the next one.
    pub(super) sides: Vec<Vec2>,
}

impl Wheel {
    /// The wheel with `count` axes.
    pub(super) fn new(count: usize) -> Self {
        let toward = |steps: f64| {
            let (sin, cos) = sin_cos(TAU * steps / count as f64);
            Vec2::new(sin, -cos)
        };
        Self {
            axes: (0..count).map(|at| toward(at as f64)).collect(),
            sides: (0..count).map(|at| toward(at as f64 + 0.5)).collect(),
        }
    }

    /// Whether a rectangle shares a point with the polygon of `radius` about (0, 0). Both are convex, so it does unless
    /// a line parallel to a side of either separates them.
    pub(super) fn touches(&self, rect: Rect, radius: f64) -> bool {
        let (mut x0, mut x1, mut y0, mut y1) = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64);
        for corner in self.axes.iter().map(|&toward| toward * radius) {
            (x0, x1) = (x0.min(corner.x), x1.max(corner.x));
            (y0, y1) = (y0.min(corner.y), y1.max(corner.y));
        }
        rect.overlaps(Rect { x0, y0, x1, y1 })
            && self.axes.iter().zip(&self.sides).all(|(&axis, &side)| {
                let x = if side.x > 0.0 { rect.x0 } else { rect.x1 };
                let y = if side.y > 0.0 { rect.y0 } else { rect.y1 };
                dot(Vec2::new(x, y), side) < radius * dot(axis, side)
            })
    }
}

fn dot(a: Vec2, b: Vec2) -> f64 {
    a.x * b.x + a.y * b.y
}
