//! Where the words of an arrow stand when its way has changed: on what is left of it, or beside that.

use super::compose::bounds as reach;
use super::layout::Layout;
use crate::geometry::{Rect, Size, Vec2};

/// What of a line shows at least between words on it and its end, with the head there, px.
const END: f64 = 14.0;
/// Between a line and words beside it, and from there to the places further away, px.
const GAP: f64 = 6.0;
const FURTHER: f64 = 24.0;
/// How many places are tried beside each piece of a line, one behind the other, and how many along it.
const ROWS: i32 = 4;
const ALONG: i32 = 6;
/// Above this many arrows words stand on their lines alone: it takes time to try what is beside them.
const MANY: usize = 400;
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
    let rows = if layout.edges.len() > MANY { 0 } else { ROWS };
    let mut best = (f64::INFINITY, plate);
    for leg in route.points.windows(2) {
        let (from, length) = (leg[0], leg[0].distance(leg[1]));
        let way = (leg[1] - from) / length.max(1.0);
        let (own, aside) = if way.y == 0.0 { (size.w, size.h) } else { (size.h, size.w) };
        // As far as the words may move along the piece to either side of its middle, on it and beside it.
        let room = (length - own) / 2.0 - END;
        for row in -rows..=rows {
            let (spread, beside) = if row == 0 { (room, -OWN) } else { (f64::midpoint(length, own), BESIDE) };
            let away = FURTHER * f64::from((row.abs() - 1).max(0));
            let off = f64::from(row.signum()) * (aside / 2.0 + GAP + away);
            for step in -ALONG..=ALONG {
                let along = spread * f64::from(step) / f64::from(ALONG);
                let cost = beside + away + along.abs() / 2.0 - length / 4.0;
                // What costs as much already is no better.
                if spread < 0.0 || cost >= best.0 {
                    continue;
                }
                let at = from + way * (length / 2.0 + along) + Vec2::new(way.y, way.x) * off;
                let plate = Rect::from_center_size(at, size);
                let cost = cost + cost_of(layout, names, edge, plate);
                if cost < best.0 {
                    best = (cost, plate);
                }
            }
        }
    }
    layout.bounds = layout.bounds.union(best.1);
    layout.edges[edge].label = Some(best.1);
}

/// What it costs to put the words of an edge there.
fn cost_of(layout: &Layout, names: &[Size], own: usize, plate: Rect) -> f64 {
    let mut sum = 0.0;
    let mut add = |rect: Rect, cost: f64| {
        if rect.overlaps(plate) {
            sum += cost;
        }
    };
    for node in &layout.nodes {
        add(node.inflate(3.0), BOX);
    }
    for (edge, route) in layout.edges.iter().enumerate() {
        if let Some(label) = route.label.filter(|_| edge != own) {
            add(label.inflate(3.0), BOX);
        }
        for leg in route.points.windows(2) {
            add(reach(leg).inflate(1.0), if edge == own { OWN } else { LINE });
        }
        if let [start, .., end] = route.points[..] {
            add(reach(&[start]).inflate(4.0), HEAD);
            add(reach(&[end]).inflate(4.0), HEAD);
        }
    }
    for (rect, &name) in layout.groups.iter().zip(names) {
        // Across its border, or on its name.
        add(*rect, if rect.encloses(plate) { 0.0 } else { BORDER });
        add(Rect::from_origin_size(rect.origin(), name), BORDER);
    }
    sum
}
