//! A mark that travels along a route, and how long a step takes.

use crate::geometry::{Point, Vec2, length};

/// World px a second; short ways take longer than that, or nobody would see them.
const SPEED: f64 = 320.0;
const SHORTEST: f64 = 600.0;
const LONGEST: f64 = 1_800.0;

/// A way from one end to the other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Travel {
    points: Vec<Point>,
    length: f64,
}

/// Where a mark is and where it is going.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// World px.
    pub at: Point,
    /// Of length 1.
    pub heading: Vec2,
}

impl Travel {
    /// The way along a route, in world px, or `back` from its end to its start.
    pub fn new(route: &[Point], back: bool) -> Self {
        let mut points = route.to_vec();
        if back {
            points.reverse();
        }
        Self { length: length(&points), points }
    }

    /// How long the mark is on its way, in ms.
    pub fn duration(&self) -> f64 {
        (self.length / SPEED * 1000.0).clamp(SHORTEST, LONGEST)
    }

    /// Where the mark is `t` ms after it set out: it starts and ends gently, and stays at the end. `None` where there
    /// is no way.
    pub fn at(&self, t: f64) -> Option<Mark> {
        let part = (t / self.duration()).clamp(0.0, 1.0);
        self.along(part * part * (3.0 - 2.0 * part))
    }

    /// Where the mark is after this part of the way, 0 to 1.
    pub fn along(&self, part: f64) -> Option<Mark> {
        if self.length <= 0.0 {
            return None;
        }
        let mut left = part * self.length;
        let mut mark = None;
        for leg in self.points.windows(2) {
            let length = leg[0].distance(leg[1]);
            if length <= 0.0 {
                continue;
            }
            let heading = (leg[1] - leg[0]) / length;
            if left <= length {
                return Some(Mark { at: leg[0] + heading * left, heading });
            }
            left -= length;
            mark = Some(Mark { at: leg[1], heading });
        }
        mark
    }
}

/// How long a step is shown while a flow plays, in ms: until the mark has arrived and so many characters are read, at
/// some 20 of them a second.
pub fn dwell(travel: &Travel, characters: usize) -> f64 {
    let reading = (1_200.0 + 50.0 * characters as f64).min(9_000.0);
    (travel.duration() + 600.0).max(reading)
}
