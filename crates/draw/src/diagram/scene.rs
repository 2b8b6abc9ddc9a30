//! Everything a diagram draws, as values in world px. Colours are roles; the painter is a loop.

use std::sync::Arc;

use vitrine_model::NodeKind;

use super::focus::Emphasis;
use super::measure::Font;
use super::path::Path;
use crate::geometry::{Point, Rect};

pub use super::part::Part;

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Behind everything.
    Ground,
    /// Inside a node.
    Surface,
    /// What is read.
    Ink,
    /// What is read second, and arrows.
    Muted,
    /// Around a group.
    Line,
    /// What is selected.
    Accent,
    /// Inside a group: a breath of ink.
    Wash,
    /// What belongs to a kind of node.
    Kind(NodeKind),
}

/// How a line is broken, in multiples of world px.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    Solid,
    /// Nobody waits.
    Dashed,
    /// Data.
    Dotted,
}

/// Where a text stands to its position, whichever way it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Has its left end there.
    Start,
    /// Has its middle there.
    Middle,
    /// Has its right end there.
    End,
}

/// From how far away something is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Always.
    Any,
    /// From [`Detail::NEAR`] on.
    Near,
    /// Below that down to [`Detail::FAR`], in place of what is drawn near.
    Far,
}

impl Detail {
    /// The scale from which a node shows its sign and all its words.
    pub const NEAR: f64 = 0.6;
    /// The scale below which names no longer stand in their boxes: see [`super::afar`].
    pub const FAR: f64 = Self::BOXES * Self::GROWTH * Self::GROWTH * Self::GROWTH;
    /// The scale below which boxes and hairlines stand for everything.
    pub const BOXES: f64 = 0.2;
    /// From one distance to the next, below [`Detail::FAR`].
    pub const GROWTH: f64 = 1.28;

    /// Whether something of this detail is drawn at a scale.
    pub fn shows(self, scale: f64) -> bool {
        match self {
            Self::Any => true,
            Self::Near => scale >= Self::NEAR,
            Self::Far => (Self::FAR..Self::NEAR).contains(&scale),
        }
    }
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// An area.
    Fill {
        /// Its outline.
        path: Path,
        /// Its colour.
        role: Role,
    },
    /// A line.
    Stroke {
        /// Its way.
        path: Path,
        /// Its colour.
        role: Role,
        /// World px.
        width: f64,
        /// How it is broken.
        dash: Dash,
    },
    /// A line of text.
    Text {
        /// A point of its baseline.
        at: Point,
        /// What it says.
        text: String,
        /// What it is set in.
        font: Font,
        /// Its colour.
        role: Role,
        /// Where it stands to the point.
        align: Align,
    },
    /// The sign of a kind of node.
    Glyph {
        /// Its box's top-left corner.
        at: Point,
        /// Whose sign.
        kind: NodeKind,
    },
    /// The icon of a technology, in the colour of its name.
    Icon {
        /// Its box's top-left corner.
        at: Point,
        /// Path data to be filled, scaled by [`super::icon::SCALE`].
        data: Arc<str>,
    },
}

/// A mark and the part of the diagram it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Whose mark it is.
    pub part: Part,
    /// Around everything of it, lines included.
    pub bounds: Rect,
    /// From how far away it is drawn.
    pub detail: Detail,
    /// What is drawn.
    pub mark: Mark,
}

/// A diagram ready to be drawn, from the back to the front.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// In the order they are drawn.
    pub shapes: Vec<Shape>,
    /// Around everything.
    pub bounds: Rect,
}

/// What to draw a part of this emphasis in, where the scene says `role`: the selection is in the accent colour.
pub fn role_emphasised(role: Role, part: Part, emphasis: Emphasis) -> Role {
    match (emphasis, part, role) {
        (Emphasis::Highlighted, Part::Edge(_), Role::Muted) => Role::Accent,
        _ => role,
    }
}
