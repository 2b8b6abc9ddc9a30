//! Where the words of an arrow stand when its way has changed: on what is left of it, or beside that.

use super::compose::bounds as reach;
use super::grid::Grid;
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
/// Above this many arrows words stand on their lines alone: it takes time to try what is beside them. Above so many more they stand
/// there whatever it hides.
const MANY: usize = 400;
const CROWD: usize = 1_000;
/// What it costs to lie on a box or on other words, to hide an end of an arrow, to stand across a border or on the name of a group, to
/// hide a piece of another line or of the own one, to stand where that leads, and to stand beside it, in px of distance from where the
/// words belong.
const BOX: f64 = 10_000.0;
const HEAD: f64 = 4_000.0;
const BORDER: f64 = 1_000.0;
const LINE: f64 = 200.0;
const OWN: f64 = 40.0;
const BEYOND: f64 = 500.0;
const BESIDE: f64 = 60.0;

/// Gives the words of these edges places on or beside their routes, clear of everything else where that is possible.
pub fn place(layout: &mut Layout, names: &[Size], edges: &[usize]) {
    let rows = if layout.edges.len() > MANY { 0 } else { ROWS };
    let is_crowd = layout.edges.len() > CROWD;
    let fixed = if is_crowd { Vec::new() } else { fixed(layout, names) };
    let grid = Grid::new(fixed.iter().map(|&(rect, ..)| rect).collect());
    for &edge in edges {
        let route = &layout.edges[edge];
        let Some(size) = route.label.map(Rect::size) else { continue };
        // What is near, and what it costs to lie on that.
        let away = FURTHER * f64::from(ROWS) + 2.0 * size.w.max(size.h);
        let area = reach(&route.points).inflate(away);
        let others = layout.edges.iter().enumerate().filter(|(other, _)| !is_crowd && *other != edge);
        let others = others.filter_map(|(_, other)| other.label).filter(|label| label.overlaps(area));
        let mut near: Vec<(Rect, f64)> = others.map(|label| (label.inflate(3.0), BOX)).collect();
        grid.touching(area, &mut |item| {
            let (rect, cost, of) = fixed[item];
            near.push((rect, if of == Some(edge) { OWN } else { cost }));
        });
        if let Some(plate) = best(&route.points, size, rows, &near) {
            layout.bounds = layout.bounds.union(plate);
            layout.edges[edge].label = Some(plate);
        }
    }
}

/// What stays where it is: its room, what it costs to lie on it, and of a line whose it is.
fn fixed(layout: &Layout, names: &[Size]) -> Vec<(Rect, f64, Option<usize>)> {
    let mut fixed = Vec::new();
    let mut add = |rect: Rect, cost: f64, of: Option<usize>| fixed.push((rect, cost, of));
    for node in &layout.nodes {
        add(node.inflate(3.0), BOX, None);
    }
    for (edge, route) in layout.edges.iter().enumerate() {
        for leg in route.points.windows(2) {
            add(reach(leg).inflate(1.0), LINE, Some(edge));
        }
        if let [start, .., end] = route.points[..] {
            add(reach(&[start]).inflate(4.0), HEAD, None);
            add(reach(&[end]).inflate(4.0), HEAD, None);
        }
    }
    for (&rect, &name) in layout.groups.iter().zip(names) {
        let Rect { x0, y0, x1, y1 } = rect;
        for side in [Rect { x1: x0, ..rect }, Rect { y1: y0, ..rect }, Rect { x0: x1, ..rect }, Rect { y0: y1, ..rect }]
        {
            add(side, BORDER, None);
        }
        add(Rect::from_origin_size(rect.origin(), name), BORDER, None);
    }
    fixed
}

/// The place for words of such a size that costs least.
fn best(route: &[Point], size: Size, rows: i32, near: &[(Rect, f64)]) -> Option<Rect> {
    let mut best = (f64::INFINITY, None);
    for leg in route.windows(2) {
        let (from, length) = (leg[0], leg[0].distance(leg[1]));
        let way = (leg[1] - from) / length.max(1.0);
        let (own, aside) = if way.y == 0.0 { (size.w, size.h) } else { (size.h, size.w) };
        // As far as the words may move along the piece to either side of its middle, on it and beside it.
        let (on, all) = ((length - own) / 2.0 - END, f64::midpoint(length, own));
        for row in -rows..=rows {
            let (spread, beside) = match row {
                // A piece that is too short for them may lead to them.
                0 if on < 0.0 => (all + GAP, BEYOND),
                0 => (on, -OWN),
                _ => (all, BESIDE),
            };
            let away = FURTHER * f64::from((row.abs() - 1).max(0));
            let off = f64::from(row.signum()) * (aside / 2.0 + GAP + away);
            for step in -ALONG..=ALONG {
                let along = spread * f64::from(step) / f64::from(ALONG);
                let mut cost = beside + away + along.abs() / 2.0 - length / 4.0;
                // What costs as much already is no better.
                if cost >= best.0 {
                    continue;
                }
                let at = from + way * (length / 2.0 + along) + Vec2::new(way.y, way.x) * off;
                let plate = Rect::from_center_size(at, size);
                cost += near.iter().filter(|(rect, _)| rect.overlaps(plate)).map(|(_, cost)| cost).sum::<f64>();
                if cost < best.0 {
                    best = (cost, Some(plate));
                }
            }
        }
    }
    best.1
}
