//! Diagrams from right to left: what is laid out and composed rightwards, as a mirror shows it that stands upright on the origin.
//! Signs, icons and words themselves are not turned. Twice is the same again.

use vitrine_model::Diagram;

use super::layout::{Layout, Route};
use super::path::{Path, Segment};
use super::scene::{Align, Mark, Scene, Shape};
use super::{glyph, icon};
use crate::geometry::Rect;

/// Whether a diagram is shown from right to left: as its portfolio is read, unless the author has placed boxes of it.
pub fn is_mirrored(diagram: &Diagram) -> bool {
    diagram.is_rtl && diagram.nodes.iter().all(|node| node.place.at.is_none())
}

impl Layout {
    /// With the flow the other way.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        for rect in self.nodes.iter_mut().chain(&mut self.groups) {
            *rect = rect.mirrored();
        }
        self.edges = self.edges.into_iter().map(Route::mirrored).collect();
        self.bounds = self.bounds.mirrored();
        self
    }
}

impl Route {
    /// With left and right swapped.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        for point in &mut self.points {
            *point = point.mirrored();
        }
        self.label = self.label.map(Rect::mirrored);
        self
    }
}

impl Scene {
    /// With the flow the other way.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        for shape in &mut self.shapes {
            turn(shape);
        }
        self.bounds = self.bounds.mirrored();
        self
    }
}

impl Path {
    /// With left and right swapped.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        for segment in &mut self.0 {
            *segment = match *segment {
                Segment::Move(to) => Segment::Move(to.mirrored()),
                Segment::Line(to) => Segment::Line(to.mirrored()),
                Segment::Quad(by, to) => Segment::Quad(by.mirrored(), to.mirrored()),
                Segment::Cubic(a, b, to) => Segment::Cubic(a.mirrored(), b.mirrored(), to.mirrored()),
                Segment::Close => Segment::Close,
            };
        }
        self
    }
}

impl Align {
    /// With left and right swapped.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Start => Self::End,
            Self::Middle => Self::Middle,
            Self::End => Self::Start,
        }
    }
}

fn turn(shape: &mut Shape) {
    shape.bounds = shape.bounds.mirrored();
    match &mut shape.mark {
        Mark::Fill { path, .. } | Mark::Stroke { path, .. } => *path = std::mem::take(path).mirrored(),
        Mark::Text { at, align, .. } => (*at, *align) = (at.mirrored(), align.mirrored()),
        // The other corner of its box becomes the left one.
        Mark::Glyph { at, .. } => at.x = 0.0 - at.x - glyph::SIDE,
        Mark::Icon { at, .. } => at.x = 0.0 - at.x - icon::SIDE * icon::SCALE,
    }
}
