//! Ways between boxes that stand where somebody put them.

use vitrine_lean::sort::sorted;

use super::detour::detour;
use super::field::Field;
use super::nest::clean;
use super::route::{around, straighten};
use super::side::{MARGIN, STUB, Side};
use super::{Graph, Layout, Route};
use crate::geometry::{Point, Rect, Size, length};

/// Boxes or arrows above which ways are drawn without regard to one another.
const MOST_BOXES: usize = 400;
/// How many crossings of their grids all ways round boxes together may look at.
const BUDGET: usize = 60_000;
/// The distance of ports and of parallel pieces, px.
const APART: f64 = 14.0;

/// Draws every arrow of a graph whose boxes are in place.
///
/// Ensures: each way runs along the axes between the borders of its boxes. Aims, in this order: through no box, few
/// corners, short, ports spread along the sides, labels on free ground. Above [`MOST_BOXES`] boxes or arrows it only
/// sees to the first sentence, in linear time.
pub(super) fn connect(graph: &Graph, sheet: &mut Layout) {
    let small = sheet.nodes.len().max(graph.edges.len()) <= MOST_BOXES;
    let field = Field::new(if small { &sheet.nodes } else { &[] });
    let sound = |i: &usize| graph.edges[*i].source.max(graph.edges[*i].target) < sheet.nodes.len();
    let edges: Vec<usize> = (0..graph.edges.len()).filter(sound).collect();
    let mut ground = Ground { field, drawn: Vec::new() };
    let mut budget = BUDGET;
    let own = |i: usize| [graph.edges[i].source, graph.edges[i].target];
    let sides: Vec<[Side; 2]> = edges
        .iter()
        .map(|&i| if small { ground.best_sides(&sheet.nodes, own(i)) } else { facing(&sheet.nodes, own(i)) })
        .collect();
    let asides = spread(graph, sheet, &edges, &sides);
    for (at, &i) in edges.iter().enumerate() {
        let ends = [0, 1].map(|k| (sides[at][k], sides[at][k].port(sheet.nodes[own(i)[k]], asides[at][k])));
        let mut points = ground.best_way(own(i), ends).1;
        if small && ground.hits(&points, own(i)) > 0 {
            points = detour(&ground.field, own(i), ends, &mut budget).unwrap_or(points);
        }
        straighten(&mut points);
        if small {
            ground.drawn.extend(points.windows(2).map(|p| around(p[0], p[1])));
        }
        sheet.edges[i] = Route { points, label: None };
    }
    let mut plates: Vec<Rect> = Vec::new();
    for &i in &edges {
        let Some(size) = graph.edges[i].label else { continue };
        let plate = ground.free_plate(&sheet.edges[i].points, clean(size), &plates);
        sheet.edges[i].label = Some(plate);
        if small {
            plates.push(plate);
        }
    }
}

/// What ways and labels are to keep clear of.
struct Ground {
    /// The boxes.
    field: Field,
    /// The pieces of the ways so far.
    drawn: Vec<Rect>,
}

/// The sides of two boxes that face each other across the wider gap.
fn facing(nodes: &[Rect], own: [usize; 2]) -> [Side; 2] {
    let (a, b) = (nodes[own[0]], nodes[own[1]]);
    let level = (b.x0 - a.x1).max(a.x0 - b.x1);
    let upright = (b.y0 - a.y1).max(a.y0 - b.y1);
    let by = b.center() - a.center();
    match (level >= upright, by.x >= 0.0, by.y >= 0.0) {
        _ if own[0] == own[1] => [Side::Right, Side::Bottom],
        (true, true, _) => [Side::Right, Side::Left],
        (true, false, _) => [Side::Left, Side::Right],
        (false, _, true) => [Side::Bottom, Side::Top],
        (false, _, false) => [Side::Top, Side::Bottom],
    }
}

impl Ground {
    /// How many boxes a way runs through or too near to.
    fn hits(&self, points: &[Point], own: [usize; 2]) -> usize {
        points.windows(2).map(|p| self.field.hits(around(p[0], p[1]), MARGIN - 2.0, own)).sum()
    }

    /// How many pieces of other ways a way runs along.
    fn runs_along(&self, points: &[Point]) -> usize {
        let along = |piece: Rect| {
            let level = piece.width() > piece.height();
            let near = if level { grown(piece, -4.0, 5.0) } else { grown(piece, 5.0, -4.0) };
            self.drawn.iter().filter(|d| (d.width() > d.height()) == level && near.overlaps(d.inflate(0.5))).count()
        };
        points.windows(2).map(|p| along(around(p[0], p[1]))).sum()
    }

    fn best_sides(&self, nodes: &[Rect], own: [usize; 2]) -> [Side; 2] {
        if own[0] == own[1] {
            return [Side::Right, Side::Bottom];
        }
        let mut best = (f64::INFINITY, [Side::Right, Side::Left]);
        for a in Side::ALL {
            for b in Side::ALL {
                let ends = [(a, a.port(nodes[own[0]], 0.0)), (b, b.port(nodes[own[1]], 0.0))];
                let (cost, _) = self.best_way(own, ends);
                if cost + 1e-9 < best.0 {
                    best = (cost, [a, b]);
                }
            }
        }
        best.1
    }

    /// The cheapest plain way between two ports, and its cost.
    fn best_way(&self, own: [usize; 2], ends: [(Side, Point); 2]) -> (f64, Vec<Point>) {
        const CORNER: f64 = 60.0;
        const ALONG: f64 = 150.0;
        const HIT: f64 = 4_000.0;
        let mut best = (f64::INFINITY, vec![ends[0].1, ends[1].1]);
        for mut points in ways(ends) {
            straighten(&mut points);
            let trouble = HIT * self.hits(&points, own) as f64 + ALONG * self.runs_along(&points) as f64;
            let cost = length(&points) + CORNER * points.len() as f64 + trouble;
            if cost < best.0 {
                best = (cost, points);
            }
        }
        best
    }

    /// A place for a label on a way: on the middle of its longest pieces, else where it covers least.
    fn free_plate(&self, points: &[Point], size: Size, plates: &[Rect]) -> Rect {
        let length = |i: usize| points[i].distance(points[i + 1]);
        let pieces = sorted(points.len().saturating_sub(1), &|a, b| length(b).total_cmp(&length(a)));
        let mut best = (usize::MAX, Rect::default());
        for (a, b) in pieces.iter().map(|&i| (points[i], points[i + 1])) {
            for t in [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8] {
                let plate = Rect::from_center_size(a.lerp(b, t), size);
                let boxes = self.field.hits(plate, 2.0, [usize::MAX; 2]);
                let others = plates.iter().filter(|p| p.overlaps(plate)).count();
                let own = points.windows(2).filter(|p| around(p[0], p[1]).inflate(0.5).overlaps(plate)).count();
                let ways = self.drawn.iter().filter(|d| d.inflate(0.5).overlaps(plate)).count().saturating_sub(own);
                let cost = 100 * boxes + 50 * others + ways;
                if cost < best.0 {
                    best = (cost, plate);
                }
                if cost == 0 {
                    return plate;
                }
            }
        }
        best.1
    }
}

const fn grown(r: Rect, x: f64, y: f64) -> Rect {
    Rect { x0: r.x0 - x, y0: r.y0 - y, x1: r.x1 + x, y1: r.y1 + y }
}

/// Plain ways between two ports: straight on, one corner, a step, or round the outside.
fn ways([(a, from), (b, to)]: [(Side, Point); 2]) -> Vec<Vec<Point>> {
    let (start, end) = (from + a.out() * STUB, to + b.out() * STUB);
    let ahead = |side: Side, p: Point, q: Point| {
        let (d, o) = (q - p, side.out());
        d.x * o.x + d.y * o.y
    };
    let mut out = Vec::new();
    if a.is_level() != b.is_level() {
        let corner = if a.is_level() { Point::new(to.x, from.y) } else { Point::new(from.x, to.y) };
        if ahead(a, from, corner) >= STUB && ahead(b, to, corner) >= STUB {
            out.push(vec![from, corner, to]);
        }
        let other = if a.is_level() { Point::new(start.x, end.y) } else { Point::new(end.x, start.y) };
        out.push(vec![from, start, other, end, to]);
    } else if a == b {
        let o = a.out();
        let reach = if ahead(a, start, end) > 0.0 { end } else { start };
        let at = |p: Point| if a.is_level() { Point::new(reach.x, p.y) } else { Point::new(p.x, reach.y) };
        out.push(vec![from, at(from), at(to), to]);
        let far = |p: Point| at(p) + o * STUB;
        out.push(vec![from, far(from), far(to), to]);
    } else if ahead(a, start, end) >= 0.0 {
        for t in [0.5, 0.4, 0.6, 0.2, 0.8, 0.0, 1.0] {
            let m = start.lerp(end, t);
            let at = |p: Point| if a.is_level() { Point::new(m.x, p.y) } else { Point::new(p.x, m.y) };
            out.push(vec![from, at(from), at(to), to]);
        }
    } else {
        let m = start.lerp(end, 0.5);
        let at = |p: Point| if a.is_level() { Point::new(p.x, m.y) } else { Point::new(m.x, p.y) };
        out.push(vec![from, start, at(start), at(end), end, to]);
    }
    out
}

/// How far from the middle of its sides each arrow starts and ends: in the order of the other ends, and straight on
/// where an end has its side to itself.
fn spread(graph: &Graph, sheet: &Layout, edges: &[usize], sides: &[[Side; 2]]) -> Vec<[f64; 2]> {
    let mut asides = vec![[0.0; 2]; edges.len()];
    let mut alone = vec![[false; 2]; edges.len()];
    let mut ports: Vec<(usize, usize, f64, usize, usize)> = Vec::new();
    for (at, &i) in edges.iter().enumerate() {
        let e = graph.edges[i];
        for (k, (near, far)) in [(e.source, e.target), (e.target, e.source)].into_iter().enumerate() {
            let side = sides[at][k];
            let c = sheet.nodes[far].center();
            ports.push((near, side as usize, if side.is_level() { c.y } else { c.x }, at, k));
        }
    }
    let order = sorted(ports.len(), &|a, b| {
        let (a, b) = (ports[a], ports[b]);
        (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2))
    });
    for side in order.chunk_by(|&a, &b| (ports[a].0, ports[a].1) == (ports[b].0, ports[b].1)) {
        let side: Vec<_> = side.iter().map(|&p| ports[p]).collect();
        let rect = sheet.nodes[side[0].0];
        let extent = if sides[side[0].3][side[0].4].is_level() { rect.height() } else { rect.width() };
        let gaps = side.len() as f64 - 1.0;
        let step = ((extent - 20.0).max(0.0) / gaps.max(1.0)).min(APART);
        for (n, port) in side.iter().enumerate() {
            asides[port.3][port.4] = (n as f64 - gaps / 2.0) * step;
            alone[port.3][port.4] = side.len() == 1;
        }
    }
    for (at, &i) in edges.iter().enumerate() {
        let e = graph.edges[i];
        let ([a, b], rects) = (sides[at], [sheet.nodes[e.source], sheet.nodes[e.target]]);
        for k in [1, 0] {
            let (here, there) = (rects[k].center(), rects[1 - k].center());
            let (apart, extent) =
                if a.is_level() { (there.y - here.y, rects[k].height()) } else { (there.x - here.x, rects[k].width()) };
            let straight = apart + asides[at][1 - k];
            if a.is_level() == b.is_level() && a != b && alone[at][k] && straight.abs() <= extent / 2.0 - 12.0 {
                asides[at][k] = straight;
                break;
            }
        }
    }
    asides
}
