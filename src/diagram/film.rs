//! A picture painted with a margin around the view: the browser moves and scales it as a whole, which costs next to
//! nothing, until it no longer serves.

use super::camera::Camera;
use crate::geometry::{Point, Size, Vec2};

/// What was painted last.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Film {
    /// The camera it was painted for.
    pub camera: Camera,
    /// What of it lies outside the viewport at either side, above and below; screen px of that camera.
    pub margin: Size,
}

impl Film {
    /// The widest margin, in screen px.
    pub const MARGIN: f64 = 384.0;
    /// The most device px a picture with its margin has: 48 MB.
    pub const MAX_PIXELS: f64 = 12_000_000.0;
    /// How far a picture is magnified before its blur would show in motion.
    const BLUR: f64 = 2.0;
    /// A zoom goes on the way it went: the picture is painted for what it comes to.
    const AHEAD_IN: f64 = 1.4;
    const AHEAD_OUT: f64 = 0.6;

    /// A picture of exactly the view.
    pub const fn still(camera: Camera) -> Self {
        Self { camera, margin: Size::new(0.0, 0.0) }
    }

    /// A picture for a camera that moves and showed `before` a frame ago. `ratio` is device px a CSS px.
    pub fn moving(before: Camera, camera: Camera, viewport: Size, ratio: f64) -> Self {
        let margin = margin(viewport, ratio);
        let ahead = if camera.scale > before.scale {
            // As much as the margin makes up for.
            let room = (margin.w / viewport.w.max(1.0)).min(margin.h / viewport.h.max(1.0));
            Self::AHEAD_IN.min(1.0 + 2.0 * room)
        } else if camera.scale < before.scale {
            Self::AHEAD_OUT
        } else {
            1.0
        };
        let middle = Point::new(viewport.w / 2.0, viewport.h / 2.0);
        let scale = camera.scale * ahead;
        let camera = Camera { origin: middle - (middle - camera.origin) * ahead, scale };
        Self { camera, margin }
    }

    /// Where the picture goes to show `camera`: scaled by the second number about the viewport's corner, then moved.
    pub fn placement(&self, camera: Camera) -> (Vec2, f64) {
        let k = camera.scale / self.camera.scale;
        (camera.origin - (Point::ORIGIN + self.camera.origin.to_vec2() * k), k)
    }

    /// Whether the picture fills the viewport of `camera`, and is not blurred too much there.
    pub fn serves(&self, camera: Camera, viewport: Size) -> bool {
        let (by, k) = self.placement(camera);
        let fills = |by: f64, margin: f64, size: f64| by - margin * k < 0.5 && by + (size + margin) * k > size - 0.5;
        k <= Self::BLUR && fills(by.x, self.margin.w, viewport.w) && fills(by.y, self.margin.h, viewport.h)
    }
}

/// The widest margin that the pixels allow, the same part of each side.
fn margin(viewport: Size, ratio: f64) -> Size {
    let wish = Size::new((viewport.w / 2.0).min(Film::MARGIN), (viewport.h / 2.0).min(Film::MARGIN));
    let part = [1.0, 0.75, 0.5, 0.25].into_iter().find(|part| {
        (viewport.w + 2.0 * wish.w * part) * (viewport.h + 2.0 * wish.h * part) * ratio * ratio <= Film::MAX_PIXELS
    });
    let part = part.unwrap_or(0.0);
    Size::new(wish.w * part, wish.h * part)
}

/// When a moving picture may be painted anew: the dearer that is, the more rarely.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pace {
    /// When it was painted last, in ms.
    painted: f64,
    /// How long that kept the next frame, in ms.
    cost: f64,
    /// Whether that is known yet.
    open: bool,
}

impl Pace {
    /// A frame that is on time, with some room.
    const ON_TIME: f64 = 20.0;
    /// Paint for one ms, then move for so many.
    const REST: f64 = 5.0;
    const LONGEST: f64 = 500.0;

    /// Takes note of a frame.
    pub fn frame(&mut self, time: f64) {
        if self.open {
            self.open = false;
            self.cost = time - self.painted;
        }
    }

    /// Takes note of a painting.
    pub fn painted(&mut self, time: f64) {
        *self = Self { painted: time, open: true, ..*self };
    }

    /// Whether a painting is affordable.
    pub fn allows(&self, time: f64) -> bool {
        let dear = if self.cost > Self::ON_TIME { self.cost * Self::REST } else { 0.0 };
        time - self.painted >= dear.min(Self::LONGEST)
    }
}
