//! Where ways leave a box that stands where somebody put it.

use crate::geometry::{Point, Rect, Vec2};

/// How far a way keeps from boxes that are not its own, px.
pub(super) const MARGIN: f64 = 8.0;
/// The least straight piece at a box, px: an arrow head and a corner.
pub(super) const STUB: f64 = 24.0;

/// A side of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

impl Side {
    /// All of them, in the order in which equals are preferred.
    pub const ALL: [Self; 4] = [Self::Right, Self::Left, Self::Bottom, Self::Top];

    /// The way out.
    pub const fn out(self) -> Vec2 {
        match self {
            Self::Left => Vec2::new(-1.0, 0.0),
            Self::Right => Vec2::new(1.0, 0.0),
            Self::Top => Vec2::new(0.0, -1.0),
            Self::Bottom => Vec2::new(0.0, 1.0),
        }
    }

    /// Whether its way out runs along x.
    pub const fn is_level(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }

    /// The position `aside` of the side's middle.
    pub fn port(self, rect: Rect, aside: f64) -> Point {
        let c = rect.center();
        match self {
            Self::Left => Point::new(rect.x0, c.y + aside),
            Self::Right => Point::new(rect.x1, c.y + aside),
            Self::Top => Point::new(c.x + aside, rect.y0),
            Self::Bottom => Point::new(c.x + aside, rect.y1),
        }
    }
}
