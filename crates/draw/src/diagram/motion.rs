//! Moves of the camera that take their time.

use super::camera::Camera;
use crate::geometry::{Point, Vec2};

/// From one camera to another, fast at first, then settling.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Motion {
    from: Camera,
    to: Camera,
    /// When it was first seen, in ms.
    start: Option<f64>,
    duration: f64,
    ease: Ease,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Ease {
    /// Cubic, to a standstill.
    Settle,
    /// By friction: the speed falls by the same part in the same time.
    Glide,
}

impl Motion {
    /// How long a move takes, in ms.
    pub const DURATION: f64 = 300.0;
    /// In what time friction leaves a speed 1/e of what it was, in ms.
    const FRICTION: f64 = 325.0;
    /// Slower than this is no fling, and where a glide ends; px a ms.
    const FLING: f64 = 0.25;
    const STILL: f64 = 0.02;
    const FASTEST: f64 = 4.0;

    /// A move that starts with the first frame that asks for it.
    pub const fn new(from: Camera, to: Camera) -> Self {
        Self { from, to, start: None, duration: Self::DURATION, ease: Ease::Settle }
    }

    /// Goes on at this velocity (screen px a ms) and slows down, if it is fast enough for a fling.
    pub fn glide(from: Camera, velocity: Vec2) -> Option<Self> {
        let speed = velocity.hypot();
        if !(speed.is_finite() && speed >= Self::FLING) {
            return None;
        }
        let velocity = velocity * (Self::FASTEST / speed).min(1.0);
        let speed = speed.min(Self::FASTEST);
        let to = from.pan(velocity * Self::FRICTION * (1.0 - Self::STILL / speed));
        Some(Self { from, to, start: None, duration: Self::FRICTION * (speed / Self::STILL).ln(), ease: Ease::Glide })
    }

    /// The same move to an end that suits better.
    #[must_use]
    pub const fn towards(self, to: Camera) -> Self {
        Self { to, ..self }
    }

    /// Where it ends.
    pub const fn destination(&self) -> Camera {
        self.to
    }

    /// The camera at a time in ms, and whether the move is over.
    pub fn at(&mut self, time: f64) -> (Camera, bool) {
        let start = *self.start.get_or_insert(time);
        let t = ((time - start) / self.duration).clamp(0.0, 1.0);
        let along = match self.ease {
            Ease::Settle => 1.0 - (1.0 - t).powi(3),
            Ease::Glide => {
                let gone = |ms: f64| 1.0 - (-ms / Self::FRICTION).exp();
                if t >= 1.0 { 1.0 } else { gone(t * self.duration) / gone(self.duration) }
            }
        };
        (self.from.lerp(self.to, along), t >= 1.0)
    }
}

/// How fast what is dragged moves.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Track {
    last: Option<(f64, Point)>,
    velocity: Vec2,
}

impl Track {
    /// How much of the past counts, in ms.
    const MEMORY: f64 = 40.0;
    /// A hand that has not moved for so long holds still, in ms.
    const HELD: f64 = 90.0;

    /// Takes note of where it is at a time in ms.
    pub fn note(&mut self, time: f64, at: Point) {
        match self.last {
            Some((before, from)) if time - before < Self::HELD => {
                let passed = time - before;
                if passed > 0.0 {
                    let keep = (-passed / Self::MEMORY).exp();
                    self.velocity = self.velocity * keep + (at - from) / passed * (1.0 - keep);
                }
            }
            _ => self.velocity = Vec2::ZERO,
        }
        self.last = Some((time, at));
    }

    /// The velocity at a time in ms, in px a ms.
    pub fn velocity(&self, time: f64) -> Vec2 {
        match self.last {
            Some((last, _)) if time - last < Self::HELD => self.velocity,
            _ => Vec2::ZERO,
        }
    }
}
