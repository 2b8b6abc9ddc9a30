//! Where the words of an arrow stand when its way has changed: on what is left of it, or beside that.

use super::compose::bounds as reach;
use super::layout::Layout;
use crate::geometry::{Point, Rect, Size, Vec2};

/// What of a line shows at least between words on it and its end, with the head there, px.
const END: f64 = 14.0;
/// Between a line and words beside it, and from there to the places further away, px.
const GAP: f64 = 6.0;
const FURTHER: f64 = 24.0;
/// How many places are tried beside each piece of a line, one behind the other, and how many along it.
const ROWS: i32 = 4;
const ALONG: i32 = 6;
/// What it costs to lie on a box or on other words, to hide an end of an arrow, to stand across a border or on the name of a group, to
/// hide a piece of another line or of the own one, and to stand beside that, in px of distance from where the words belong.
const BOX: f64 = 10_000.0;
const HEAD: f64 = 4_000.0;
const BORDER: f64 = 1_000.0;
const LINE: f64 = 200.0;
const OWN: f64 = 40.0;
const BESIDE: f64 = 60.0;

/// Gives the words of an edge a place on or beside its route, clear of everything else where that is possible.
pub fn place(layout: &mut Layout, names: &[Size], edge: usize) {
    let Some((route, plate)) = layout.edges.get(edge).and_then(|route| Some((route, route.label?))) else { return };
    let size = plate.size();
    let around = reach(&route.points).inflate(size.w + size.h + FURTHER * f64::from(ROWS));
    let near = Near::new(layout, names, edge, around);
    let mut best = (f64::INFINITY, plate);
    candidates(&route.points, size, &mut |at, cost| {
        // What costs as much already is no better.
        if cost < best.0 {
            let plate = Rect::from_center_size(at, size);
            let cost = cost + near.cost(plate);
            if cost < best.0 {
                best = (cost, plate);
            }
        }
    });
    layout.bounds = layout.bounds.union(best.1);
    layout.edges[edge].label = Some(best.1);
}

/// Middles of places for words of a size, each with what it costs to stand there.
fn candidates(points: &[Point], size: Size, found: &mut dyn FnMut(Point, f64)) {
    let longest = points.windows(2).map(|leg| leg[0].distance(leg[1])).fold(0.0, f64::max);
    for leg in points.windows(2) {
        let (from, length) = (leg[0], leg[0].distance(leg[1]));
        if length <= 0.0 {
            continue;
        }
        let way = (leg[1] - from) / length;
        let is_level = way.y == 0.0;
        let (own, aside) = if is_level { (size.w, size.h) } else { (size.h, size.w) };
        let across = Vec2::new(way.y, way.x);
        // As far as the words may move along the piece to either side of its middle.
        let room = (length - own) / 2.0 - END;
        for row in -ROWS..=ROWS {
            let away = FURTHER * f64::from((row.abs() - 1).max(0));
            let off = f64::from(row.signum()) * (aside / 2.0 + GAP + away);
            if row == 0 && room < 0.0 {
                continue;
            }
            let spread = if row == 0 { room } else { f64::midpoint(length, own) };
            for step in -ALONG..=ALONG {
                let along = spread * f64::from(step) / f64::from(ALONG);
                // On the line it hides one piece of it.
                let beside = if row == 0 { -OWN } else { BESIDE };
                let at = from + way * (length / 2.0 + along) + across * off;
                found(at, beside + away + along.abs() / 2.0 + (longest - length) / 4.0);
            }
        }
    }
}

/// What is near the words of an edge, each with what it costs to lie on it, or across its border where that is below 0.
struct Near(Vec<(Rect, f64)>, Rect);

impl Near {
    fn new(layout: &Layout, names: &[Size], own: usize, around: Rect) -> Self {
        let mut near = Self(Vec::new(), around);
        for node in &layout.nodes {
            near.add(node.inflate(3.0), BOX);
        }
        for (edge, route) in layout.edges.iter().enumerate() {
            if let Some(label) = route.label.filter(|_| edge != own) {
                near.add(label.inflate(3.0), BOX);
            }
            for leg in route.points.windows(2) {
                near.add(reach(leg).inflate(1.0), if edge == own { OWN } else { LINE });
            }
            if let [start, .., end] = route.points[..] {
                near.add(reach(&[start]).inflate(4.0), HEAD);
                near.add(reach(&[end]).inflate(4.0), HEAD);
            }
        }
        for (rect, &name) in layout.groups.iter().zip(names) {
            near.add(*rect, -BORDER);
            near.add(Rect::from_origin_size(rect.origin(), name), BORDER);
        }
        near
    }

    fn add(&mut self, rect: Rect, cost: f64) {
        if rect.overlaps(self.1) {
            self.0.push((rect, cost));
        }
    }

    fn cost(&self, plate: Rect) -> f64 {
        let mut sum = 0.0;
        for (rect, cost) in &self.0 {
            if rect.overlaps(plate) && (*cost > 0.0 || !rect.encloses(plate)) {
                sum += cost.abs();
            }
        }
        sum
    }
}
