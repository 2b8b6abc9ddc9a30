//! A raster cache: a picture painted with a margin around the view, which the browser moves and scales as a whole, at
//! next to no cost, until it no longer serves.

use super::camera::Camera;
use crate::geometry::{Point, Rect, Size, Vec2};

/// The picture that was painted last.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Raster {
    /// The camera it was painted for.
    pub camera: Camera,
    /// What of it lies outside the viewport at either side, above and below; screen px of that camera.
    pub margin: Size,
}

impl Raster {
    /// The widest margin, in screen px.
    pub const MARGIN: f64 = 288.0;
    /// The most device px a picture with its margin has: 48 MB.
    pub const MAX_PIXELS: f64 = 12_000_000.0;
    /// How far a picture is magnified before its blur would show in fast motion,
    const BLUR: f64 = 2.5;
    /// and once it is older than [`Raster::FRESH`] ms.
    const SOFT: f64 = 1.3;
    const FRESH: f64 = 250.0;
    /// A zoom out goes on the way it went: the picture is painted for what it comes to in so many frames,
    const FRAMES: i32 = 15;
    /// but not further out than this.
    const AHEAD: f64 = 0.42;

    /// A picture of exactly the view.
    pub const fn still(camera: Camera) -> Self {
        Self { camera, margin: Size::new(0.0, 0.0) }
    }

    /// A picture for a camera that moves and showed `before` a frame ago. `ratio` is device px a CSS px.
    ///
    /// A picture costs by its size, so it has a margin only where the camera pans: all that a zoom in about a visible
    /// position comes to see is in view already, and all that such a zoom out passes is in the view at its end.
    pub fn moving(before: Camera, camera: Camera, viewport: Size, ratio: f64) -> Self {
        let step = camera.scale / before.scale;
        let view = Rect { x0: 0.0, y0: 0.0, x1: viewport.w, y1: viewport.h };
        let held = held(before, camera).filter(|at| view.contains(*at));
        match held {
            Some(_) if step > 1.0 => Self::still(camera),
            Some(at) => Self::still(camera.zoom_about(at, step.powi(Self::FRAMES).max(Self::AHEAD))),
            None => Self { camera, margin: margin(viewport, ratio) },
        }
    }

    /// Where the picture goes to show `camera`: scaled by the second number about the viewport's corner, then moved.
    pub fn placement(&self, camera: Camera) -> (Vec2, f64) {
        let k = camera.scale / self.camera.scale;
        (camera.origin - (Point::ORIGIN + self.camera.origin.to_vec2() * k), k)
    }

    /// Whether the picture, painted `age` ms ago, fills the viewport of `camera` and is not blurred too much there.
    pub fn serves(&self, camera: Camera, viewport: Size, age: f64) -> bool {
        let (by, k) = self.placement(camera);
        let sharp = k <= if age > Self::FRESH { Self::SOFT } else { Self::BLUR };
        let fills = |by: f64, margin: f64, size: f64| by - margin * k < 0.5 && by + (size + margin) * k > size - 0.5;
        sharp && fills(by.x, self.margin.w, viewport.w) && fills(by.y, self.margin.h, viewport.h)
    }
}

/// The position on screen that stays where it is from one camera to the other; none where the scale stays.
fn held(before: Camera, camera: Camera) -> Option<Point> {
    let k = camera.scale / before.scale;
    let apart = 1.0 - k;
    (apart.abs() > 1e-9)
        .then(|| Point::ORIGIN + (camera.origin - (Point::ORIGIN + before.origin.to_vec2() * k)) / apart)
}

/// The widest margin that the pixels allow, the same part of each side.
fn margin(viewport: Size, ratio: f64) -> Size {
    let wish = Size::new((viewport.w / 2.0).min(Raster::MARGIN), (viewport.h / 2.0).min(Raster::MARGIN));
    let part = [1.0, 0.75, 0.5, 0.25].into_iter().find(|part| {
        (viewport.w + 2.0 * wish.w * part) * (viewport.h + 2.0 * wish.h * part) * ratio * ratio <= Raster::MAX_PIXELS
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

    /// How long ago it was painted, in ms.
    pub fn age(&self, time: f64) -> f64 {
        time - self.painted
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
