//! Phase 6c: the drawing of a part, from positions along and across the flow.

use super::across::Across;
use super::along::Along;
use super::normalise::{Kind, LOOP, LOOP_APART, Layers, loop_reach};
use super::part::{Loop, Part};
use super::port::Ports;
use super::rank::Ranks;
use super::{Layout, Route};
use crate::geometry::{Point, Rect, Size};

/// Draws a part into `sheet`, whose vectors have a place for everything in the graph; returns what it covers.
///
/// Ensures: each route runs along the axes, from its source's side to its target's, its steps aside on their tracks
/// and its label on its line.
pub(super) fn route(
    part: &Part,
    layers: &Layers,
    ranks: &Ranks,
    ports: &Ports,
    across: &Across,
    along: &Along,
    sheet: &mut Layout,
) -> Option<Rect> {
    let direction = part.direction;
    let mut covered = None;
    let mut cover = |rect: Rect| covered = Some(covered.map_or(rect, |c: Rect| c.union(rect)));
    let span = |cell: usize| {
        let (from, to) = along.ranks[layers.items[cell].rank];
        let (middle, half) = (f64::from(from + to) / 2.0, f64::from(part.cells[cell].u) / 2.0);
        (middle - half, middle + half)
    };
    let breadth = |cell: usize| {
        let (middle, half) = (f64::from(across.items[cell]), f64::from(layers.breadth[cell]) / 2.0);
        (middle - half, middle + half)
    };
    for (cell, node) in part.node.iter().enumerate() {
        let rect = direction.rect(span(cell), breadth(cell));
        cover(rect);
        if let Some(place) = node.and_then(|n| sheet.nodes.get_mut(n)) {
            let own = place.size();
            let size = Size::new(own.w.max(rect.width()), own.h.max(rect.height()));
            let given = direction.cell(own);
            let grows = layers.breadth[cell] > given.v || part.cells[cell].u > given.u;
            *place = Rect::from_center_size(rect.center(), if grows { size } else { own });
        }
    }
    for place in 1..part.nest.len() {
        let (u, v) = (along.groups[place], across.groups[place]);
        let rect = direction.rect((f64::from(u.0), f64::from(u.1)), (f64::from(v.0), f64::from(v.1)));
        cover(rect);
        sheet.groups[part.nest.group[place]] = rect;
    }
    for (i, arc) in part.arcs.iter().enumerate() {
        let mut way = Route::default();
        let links = layers.first_link[i]..layers.first_link[i + 1];
        for link in links.clone() {
            let ends = layers.links[link];
            let from = f64::from(across.items[ends.tail] + ports.tail[link]);
            let to = f64::from(across.items[ends.head] + ports.head[link]);
            if link == links.start {
                way.points.push(direction.point(span(ends.tail).1, from));
            }
            if let Some(step) = along.steps[link] {
                way.points.push(direction.point(f64::from(step.at), from));
                if let Some((line, at)) = step.wait {
                    way.points.push(direction.point(f64::from(step.at), f64::from(line)));
                    way.points.push(direction.point(f64::from(at), f64::from(line)));
                    way.points.push(direction.point(f64::from(at), to));
                } else {
                    way.points.push(direction.point(f64::from(step.at), to));
                }
            }
            if link + 1 == links.end {
                way.points.push(direction.point(span(ends.head).0, to));
            }
            if let (Kind::Label, Some(label)) = (layers.items[ends.head].kind, arc.label) {
                let (start, end) = along.ranks[layers.items[ends.head].rank];
                let (u, half) = (f64::from(start + end) / 2.0, f64::from(label.u) / 2.0);
                let rect = direction
                    .rect((u - half, u + half), (to - f64::from(label.v) / 2.0, to + f64::from(label.v) / 2.0));
                cover(rect);
                way.label = Some(rect);
            }
        }
        if ranks.turned[i] {
            way.points.reverse();
        }
        straighten(&mut way.points);
        for pair in way.points.windows(2) {
            cover(around(pair[0], pair[1]));
        }
        sheet.edges[arc.edge] = way;
    }
    let mut turns: Vec<Turn> = part.loops_at().into_iter().map(|left| Turn { left, ..Turn::default() }).collect();
    for l in &part.loops {
        let way = turns[l.cell].next(part, l, span(l.cell), breadth(l.cell));
        for pair in way.points.windows(2) {
            cover(around(pair[0], pair[1]));
        }
        if let Some(label) = way.label {
            cover(label);
        }
        sheet.edges[l.edge] = way;
    }
    covered
}

/// What loops at a box took: how many, how many are left, how far they run along the flow and across it.
#[derive(Default)]
struct Turn {
    count: i32,
    left: i32,
    reach: (i32, i32),
    across: f64,
}

impl Turn {
    /// A loop out of the far side, round the corner and round the loops before, and back into the side next to it, with its label
    /// on it.
    fn next(&mut self, part: &Part, l: &Loop, u: (f64, f64), v: (f64, f64)) -> Route {
        self.count += 1;
        self.left -= 1;
        self.reach = loop_reach(self.reach, part.cells[l.cell].u, self.left, l.label);
        let half = l.label.map_or(0.0, |label| f64::from(label.v) / 2.0);
        self.across += f64::from(LOOP).max(half + 6.0);
        let (back, out, bottom) = (u.1 - f64::from(self.reach.0), u.1 + f64::from(self.reach.1), v.1 + self.across);
        let from = v.1 - f64::from(LOOP_APART * self.count).min((v.1 - v.0) / 2.0);
        let label = l.label.map(|label| {
            let (middle, along) = (f64::midpoint(back, out), f64::from(label.u) / 2.0);
            self.across += half + 2.0;
            part.direction.rect((middle - along, middle + along), (bottom - half, bottom + half))
        });
        let points = [(u.1, from), (out, from), (out, bottom), (back, bottom), (back, v.1)];
        Route { points: points.map(|(u, v)| part.direction.point(u, v)).to_vec(), label }
    }
}

/// Drops corners that are none.
pub(super) fn straighten(points: &mut Vec<Point>) {
    const NEAR: f64 = 0.01;
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for &p in &*points {
        if kept.last().is_some_and(|l| (l.x - p.x).abs() < NEAR && (l.y - p.y).abs() < NEAR) && kept.len() > 1 {
            continue;
        }
        if let [.., a, b] = kept[..] {
            let on_column = (a.x - b.x).abs() < NEAR && (b.x - p.x).abs() < NEAR;
            let on_row = (a.y - b.y).abs() < NEAR && (b.y - p.y).abs() < NEAR;
            if on_column || on_row {
                kept.pop();
            }
        }
        kept.push(p);
    }
    *points = kept;
}

/// The rectangle with two opposite corners.
pub(super) fn around(a: Point, b: Point) -> Rect {
    Rect { x0: a.x.min(b.x), y0: a.y.min(b.y), x1: a.x.max(b.x), y1: a.y.max(b.y) }
}
