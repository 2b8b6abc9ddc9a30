//! What turned: a wheel with notches, or two fingers on a trackpad. Browsers report both as the same event.

use crate::geometry::Vec2;

/// `WheelEvent.deltaMode`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WheelUnit {
    /// CSS px.
    Pixel,
    /// Lines of text; Firefox with a mouse.
    Line,
    /// Pages.
    Page,
}

impl WheelUnit {
    /// CSS px a unit: one notch of a mouse wheel comes out alike in every browser.
    pub const fn px(self) -> f64 {
        match self {
            Self::Pixel => 1.0,
            Self::Line => 33.0,
            Self::Page => 400.0,
        }
    }
}

/// What a `WheelEvent` says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Turn {
    /// Rightwards and downwards, in `unit`s.
    pub delta: Vec2,
    /// What the browser counts in.
    pub unit: WheelUnit,
    /// `wheelDeltaY`, which has no standard and is told by all browsers; 0 where it is not.
    pub mark: f64,
}

impl Turn {
    /// One notch of a wheel in `wheelDeltaY`.
    const NOTCH: f64 = 120.0;
    /// `wheelDeltaY` a px that fingers move on a trackpad, in Chromium and Safari on a Mac.
    const FINGERS: f64 = -3.0;
    /// The least that a wheel turns in Chromium on a Mac; what it turns is always a multiple of this.
    const SMALLEST: f64 = 4.000_244_140_625;
    /// Fingers seldom move so far between two events, in CSS px.
    const FAR: f64 = 50.0;

    /// Whether fingers on a trackpad did this.
    pub fn is_of_fingers(self) -> bool {
        let Self { delta: Vec2 { x, y }, unit, mark } = self;
        let is_multiple = |of: f64, by: f64| of.abs() >= by && (of / by).fract().abs() < 1e-9;
        if unit != WheelUnit::Pixel || is_multiple(y, Self::SMALLEST) {
            return false;
        }
        if x != 0.0 {
            return true;
        }
        if mark != 0.0 && (mark - Self::FINGERS * y).abs() < 0.5 {
            return true;
        }
        !(is_multiple(mark, Self::NOTCH) || y.abs() >= Self::FAR)
    }

    /// In CSS px, downwards positive.
    pub fn px(self) -> Vec2 {
        self.delta * self.unit.px()
    }
}
