//! Points, vectors, sizes and rectangles, after the style of kurbo: `Copy` values, and a position is not a
//! displacement, so that "position + position" does not compile.
//!
//! ```
//! use vitrine_draw::geometry::{Point, Rect, Size, Vec2};
//!
//! let from = Point::new(10.0, 20.0);
//! let to = from + Vec2::new(30.0, 40.0);
//! assert_eq!(to - from, Vec2::new(30.0, 40.0));
//! assert_eq!(from.distance(to), 50.0);
//!
//! let plate = Rect::from_center_size(to, Size::new(20.0, 10.0));
//! assert!(plate.contains(to) && !plate.contains(from));
//! assert!(plate.union(Rect::default()).encloses(plate));
//! ```
//!
//! ```compile_fail
//! # use vitrine_draw::geometry::Point;
//! let nowhere = Point::new(1.0, 2.0) + Point::new(3.0, 4.0);
//! ```

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// A position. Which space it is in (world px or CSS px) is said where it is used.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// Rightwards.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A displacement.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Vec2 {
    /// Rightwards.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A width and a height.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// An axis-parallel rectangle; `x0 <= x1` and `y0 <= y1`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Left.
    pub x0: f64,
    /// Top.
    pub y0: f64,
    /// Right.
    pub x1: f64,
    /// Bottom.
    pub y1: f64,
}

impl Point {
    /// The corner that everything is measured from.
    pub const ORIGIN: Self = Self::new(0.0, 0.0);

    /// A position from its coordinates.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The displacement from the origin.
    pub const fn to_vec2(self) -> Vec2 {
        Vec2::new(self.x, self.y)
    }

    /// The position `t` of the way to `other`.
    #[must_use]
    pub fn lerp(self, other: Self, t: f64) -> Self {
        self + (other - self) * t
    }

    /// As a mirror shows it that stands upright on the origin; twice is the same again.
    #[must_use]
    pub fn mirrored(self) -> Self {
        // Not `-x`, which makes a zero negative.
        Self::new(0.0 - self.x, self.y)
    }

    /// The Euclidean distance to `other`.
    pub fn distance(self, other: Self) -> f64 {
        (other - self).hypot()
    }
}

impl Vec2 {
    /// No displacement.
    pub const ZERO: Self = Self::new(0.0, 0.0);

    /// A displacement from its components.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Its length.
    pub fn hypot(self) -> f64 {
        self.x.hypot(self.y)
    }
}

impl Size {
    /// A size from width and height.
    pub const fn new(w: f64, h: f64) -> Self {
        Self { w, h }
    }
}

impl Rect {
    /// The rectangle with this top-left corner and size.
    pub const fn from_origin_size(origin: Point, size: Size) -> Self {
        Self { x0: origin.x, y0: origin.y, x1: origin.x + size.w, y1: origin.y + size.h }
    }

    /// The rectangle around a centre.
    pub fn from_center_size(center: Point, size: Size) -> Self {
        Self::from_origin_size(Point::new(center.x - size.w / 2.0, center.y - size.h / 2.0), size)
    }

    /// Its top-left corner.
    pub const fn origin(self) -> Point {
        Point::new(self.x0, self.y0)
    }

    /// Its width and height.
    pub const fn size(self) -> Size {
        Size::new(self.x1 - self.x0, self.y1 - self.y0)
    }

    /// Its width.
    pub const fn width(self) -> f64 {
        self.x1 - self.x0
    }

    /// Its height.
    pub const fn height(self) -> f64 {
        self.y1 - self.y0
    }

    /// Its centre.
    pub fn center(self) -> Point {
        Point::new(f64::midpoint(self.x0, self.x1), f64::midpoint(self.y0, self.y1))
    }

    /// Whether a position is inside or on the edge.
    pub fn contains(self, p: Point) -> bool {
        self.x0 <= p.x && p.x <= self.x1 && self.y0 <= p.y && p.y <= self.y1
    }

    /// Whether `other` lies wholly inside or on the edge.
    pub fn encloses(self, other: Self) -> bool {
        self.x0 <= other.x0 && other.x1 <= self.x1 && self.y0 <= other.y0 && other.y1 <= self.y1
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    /// As a mirror shows it that stands upright on the origin; twice is the same again.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self { x0: 0.0 - self.x1, x1: 0.0 - self.x0, ..self }
    }

    /// Grown by `by` on every side.
    #[must_use]
    pub fn inflate(self, by: f64) -> Self {
        Self { x0: self.x0 - by, y0: self.y0 - by, x1: self.x1 + by, y1: self.y1 + by }
    }
}

/// The length of a line through these points.
pub fn length(points: &[Point]) -> f64 {
    points.windows(2).map(|leg| leg[0].distance(leg[1])).sum()
}

impl Sub for Point {
    type Output = Vec2;
    fn sub(self, other: Self) -> Vec2 {
        Vec2::new(self.x - other.x, self.y - other.y)
    }
}

impl Add<Vec2> for Point {
    type Output = Self;
    fn add(self, by: Vec2) -> Self {
        Self::new(self.x + by.x, self.y + by.y)
    }
}

impl AddAssign<Vec2> for Point {
    fn add_assign(&mut self, by: Vec2) {
        *self = *self + by;
    }
}

impl Sub<Vec2> for Point {
    type Output = Self;
    fn sub(self, by: Vec2) -> Self {
        Self::new(self.x - by.x, self.y - by.y)
    }
}

impl Add for Vec2 {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Vec2 {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

impl Neg for Vec2 {
    type Output = Self;
    fn neg(self) -> Self {
        Self::new(-self.x, -self.y)
    }
}

impl Mul<f64> for Vec2 {
    type Output = Self;
    fn mul(self, by: f64) -> Self {
        Self::new(self.x * by, self.y * by)
    }
}

impl Div<f64> for Vec2 {
    type Output = Self;
    fn div(self, by: f64) -> Self {
        Self::new(self.x / by, self.y / by)
    }
}
