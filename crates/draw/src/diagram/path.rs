//! Lines and curves in world px.

use crate::geometry::{Point, Rect};

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Starts a new line here.
    Move(Point),
    /// Straight to here.
    Line(Point),
    /// To the second point by way of the first (quadratic Bézier).
    Quad(Point, Point),
    /// To the third point by way of the others (cubic Bézier).
    Cubic(Point, Point, Point),
    /// Back to the start.
    Close,
}

/// A line or the outline of an area.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Path(pub Vec<Segment>);

/// How far the handles of a cubic Bézier are from its ends where it stands for a quarter of a circle of radius 1.
const QUARTER: f64 = 0.552_284_75;

impl Path {
    /// Starts a new line.
    #[must_use]
    pub fn move_to(mut self, x: f64, y: f64) -> Self {
        self.0.push(Segment::Move(Point::new(x, y)));
        self
    }

    /// A straight line.
    #[must_use]
    pub fn line_to(mut self, x: f64, y: f64) -> Self {
        self.0.push(Segment::Line(Point::new(x, y)));
        self
    }

    /// A quarter of an ellipse around the corner `(cx, cy)` of the axis-parallel box of both ends.
    #[must_use]
    pub fn turn_to(mut self, cx: f64, cy: f64, x: f64, y: f64) -> Self {
        let (corner, to) = (Point::new(cx, cy), Point::new(x, y));
        let from = self.end();
        self.0.push(Segment::Cubic(from.lerp(corner, QUARTER), to.lerp(corner, QUARTER), to));
        self
    }

    /// Back to the start.
    #[must_use]
    pub fn close(mut self) -> Self {
        self.0.push(Segment::Close);
        self
    }

    /// A box whose corners, from the top left clockwise, have these radii.
    pub fn rounded(rect: Rect, radii: [f64; 4]) -> Self {
        let most = rect.width().min(rect.height()) / 2.0;
        let [a, b, c, d] = radii.map(|radius| radius.min(most));
        let Rect { x0, y0, x1, y1 } = rect;
        Self::default()
            .move_to(x0 + a, y0)
            .line_to(x1 - b, y0)
            .turn_to(x1, y0, x1, y0 + b)
            .line_to(x1, y1 - c)
            .turn_to(x1, y1, x1 - c, y1)
            .line_to(x0 + d, y1)
            .turn_to(x0, y1, x0, y1 - d)
            .line_to(x0, y0 + a)
            .turn_to(x0, y0, x0 + a, y0)
            .close()
    }

    /// A closed polygon.
    pub fn polygon(corners: &[(f64, f64)]) -> Self {
        let mut path = Self::default();
        for (index, &(x, y)) in corners.iter().enumerate() {
            path = if index == 0 { path.move_to(x, y) } else { path.line_to(x, y) };
        }
        path.close()
    }

    /// A polyline whose corners are rounded by `radius`, or as much of it as the legs beside a corner leave. A step
    /// sideways of less than `radius`, after which it goes on as before, becomes one gentle curve.
    pub fn rounded_polyline(points: &[Point], radius: f64) -> Self {
        let mut path = Self::default();
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return path };
        path.0.push(Segment::Move(*first));
        let mut at = 1;
        while at + 1 < points.len() {
            let step = points.get(at - 1..at + 3).and_then(|corners| sidestep(corners, radius));
            if let Some([from, a, b, to]) = step {
                path.0.extend([Segment::Line(from), Segment::Cubic(a, b, to)]);
                at += 2;
                continue;
            }
            let (before, corner, after) = (points[at - 1], points[at], points[at + 1]);
            let (back, ahead) = (corner.distance(before), corner.distance(after));
            let r = radius.min(back / 2.0).min(ahead / 2.0);
            if r > 0.0 {
                path.0.push(Segment::Line(corner.lerp(before, r / back)));
                path.0.push(Segment::Quad(corner, corner.lerp(after, r / ahead)));
            }
            at += 1;
        }
        path.0.push(Segment::Line(*last));
        path
    }

    /// Calls `piece` with the ends of straight pieces that follow the line closely.
    pub fn trace(&self, piece: &mut dyn FnMut(Point, Point)) {
        const PIECES: i32 = 16;
        let (mut start, mut from) = (Point::ORIGIN, Point::ORIGIN);
        for segment in &self.0 {
            let [first, second, to] = match *segment {
                Segment::Move(to) => {
                    (start, from) = (to, to);
                    continue;
                }
                Segment::Line(to) => [from, to, to],
                Segment::Quad(by, to) => [from.lerp(by, 2.0 / 3.0), to.lerp(by, 2.0 / 3.0), to],
                Segment::Cubic(first, second, to) => [first, second, to],
                Segment::Close => [from, start, start],
            };
            let mut last = from;
            // De Casteljau's construction, which a straight line stays straight in.
            for step in 1..=PIECES {
                let part = f64::from(step) / f64::from(PIECES);
                let middle = first.lerp(second, part);
                let next =
                    from.lerp(first, part).lerp(middle, part).lerp(middle.lerp(second.lerp(to, part), part), part);
                piece(last, next);
                last = next;
            }
            from = to;
        }
    }

    /// Where the last step ended.
    fn end(&self) -> Point {
        match self.0.last() {
            Some(Segment::Move(to) | Segment::Line(to) | Segment::Quad(_, to) | Segment::Cubic(_, _, to)) => *to,
            Some(Segment::Close) | None => Point::ORIGIN,
        }
    }
}

/// Where a curve begins and ends that takes a small step sideways, and its handles: all on the legs beside the step.
fn sidestep(corners: &[Point], radius: f64) -> Option<[Point; 4]> {
    let &[a, b, c, d] = corners else { return None };
    let (before, step, after) = (b - a, c - b, d - c);
    let across = (before.x * step.x + before.y * step.y).abs() + (after.x * step.x + after.y * step.y).abs();
    let onward = before.x * after.x + before.y * after.y > 0.0;
    let (back, ahead) = (before.hypot(), after.hypot());
    let reach = (2.0 * radius).min(back / 2.0).min(ahead / 2.0);
    let fits = onward && across < 1e-6 && step.hypot() < radius && reach >= step.hypot();
    fits.then(|| [b.lerp(a, reach / back), b, c, c.lerp(d, reach / ahead)])
}
