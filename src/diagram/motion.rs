//! A move of the camera that takes its time.

use super::camera::Camera;

/// From one camera to another, fast at first, then settling.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Motion {
    from: Camera,
    to: Camera,
    /// When it was first seen, in ms.
    start: Option<f64>,
}

impl Motion {
    /// How long a move takes, in ms.
    pub const DURATION: f64 = 300.0;

    /// A move that starts with the first frame that asks for it.
    pub const fn new(from: Camera, to: Camera) -> Self {
        Self { from, to, start: None }
    }

    /// Where it ends.
    pub const fn destination(&self) -> Camera {
        self.to
    }

    /// The camera at a time in ms, and whether the move is over.
    pub fn at(&mut self, time: f64) -> (Camera, bool) {
        let start = *self.start.get_or_insert(time);
        let t = ((time - start) / Self::DURATION).clamp(0.0, 1.0);
        (self.from.lerp(self.to, 1.0 - (1.0 - t).powi(3)), t >= 1.0)
    }
}
