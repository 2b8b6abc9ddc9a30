//! What a camera looks at, as an address writes it: the same on every screen.

use super::camera::Camera;
use crate::geometry::{Point, Size};

/// A place in the middle of the window, and how large it is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aim {
    /// World px.
    pub at: Point,
    /// Screen px a world px, 100 being actual size.
    pub percent: f64,
}

impl Aim {
    /// What a camera looks at, to whole world px and per cent.
    pub fn of(camera: Camera, viewport: Size) -> Self {
        let at = camera.world_from_screen(Point::new(viewport.w / 2.0, viewport.h / 2.0));
        Self { at: Point::new(at.x.round(), at.y.round()), percent: (camera.scale * 100.0).round().max(1.0) }
    }

    /// Reads `x,y,percent`; `None` for anything else, or what no camera can show.
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split(',').map(|part| part.trim().parse::<f64>().ok().filter(|n| n.abs() <= 1e7));
        let aim = Self { at: Point::new(numbers.next()??, numbers.next()??), percent: numbers.next()?? };
        let scale = aim.percent / 100.0;
        (numbers.next().is_none() && (Camera::MIN_SCALE..=Camera::MAX_SCALE).contains(&scale)).then_some(aim)
    }

    /// As [`Self::parse`] reads it.
    pub fn text(self) -> String {
        [self.at.x, self.at.y, self.percent].map(|number| (number + 0.0).to_string()).join(",")
    }

    /// The camera that looks at it in a viewport.
    pub fn camera(self, viewport: Size) -> Camera {
        let scale = self.percent / 100.0;
        let middle = Point::new(viewport.w / 2.0, viewport.h / 2.0);
        Camera { origin: middle - self.at.to_vec2() * scale, scale }
    }
}
