//! Where the words of an arrow stand when its way has changed, on what is left of it or beside that, and when they are larger.

use super::compose::bounds as reach;
use super::layout::{Layout, Route};
use super::measure::Font;
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
    let around = reach(&route.points).union(plate).inflate(size.w + size.h + FURTHER * f64::from(ROWS));
    let near = Near::new(layout, names, edge, around);
    let mut best = (near.cost(plate) + if stands_on(route, plate) { -OWN } else { BOX }, plate);
    if best.0 > 0.0 {
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
    }
    layout.bounds = layout.bounds.union(best.1);
    layout.edges[edge].label = Some(best.1);
}

/// Plates for the words of edges from afar: larger ones, where they hide no box, no other words, no bend and no end of a line that
/// was not hidden, moved along their own line if need be.
pub fn far(layout: &Layout) -> Vec<Option<Rect>> {
    const STEP: f64 = 14.0;
    let k = Font::FarLabel.px() / Font::Label.px();
    let larger = |plate: Rect| Rect::from_center_size(plate.center(), Size::new(plate.width() * k, plate.height() * k));
    let mut plates: Vec<Option<Rect>> = layout.edges.iter().map(|route| route.label.map(larger)).collect();
    for (edge, route) in layout.edges.iter().enumerate() {
        let Some(plate) = route.label else { continue };
        let leg = route.points.windows(2).find(|leg| reach(leg).contains(plate.center()));
        let way = leg.map_or(Vec2::ZERO, |leg| (leg[1] - leg[0]) / leg[0].distance(leg[1]).max(1.0));
        let hides = |area: Rect| route.points.windows(2).filter(|leg| reach(leg).inflate(1.0).overlaps(area)).count();
        let is_free = |large: &Rect| {
            let others =
                || plates.iter().enumerate().filter(|(other, _)| *other != edge).filter_map(|(_, other)| *other);
            let mut points = layout.edges.iter().flat_map(|route| &route.points);
            leg.is_none_or(|leg| reach(leg).contains(large.center()))
                && hides(*large) <= hides(plate)
                && layout.nodes.iter().copied().chain(others()).all(|other| !other.overlaps(*large))
                && points.all(|&point| !large.contains(point) || plate.contains(point))
        };
        let moved = [0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0].map(|step| {
            let large = larger(plate);
            Rect::from_origin_size(large.origin() + way * (step * STEP), large.size())
        });
        plates[edge] = moved.into_iter().find(is_free);
    }
    plates
}

/// Whether words lie on a piece of a line, and something of it shows before and behind them.
fn stands_on(route: &Route, plate: Rect) -> bool {
    let is_on = route.points.windows(2).any(|leg| reach(leg).contains(plate.center()));
    is_on
        && [route.points.first(), route.points.last()]
            .into_iter()
            .flatten()
            .all(|&end| !plate.inflate(END).contains(end))
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

/// What is near the words of an edge.
struct Near {
    boxes: Vec<Rect>,
    ends: Vec<Point>,
    groups: Vec<Rect>,
    names: Vec<Rect>,
    lines: Vec<Rect>,
    own: Vec<Rect>,
}

impl Near {
    fn new(layout: &Layout, names: &[Size], own: usize, around: Rect) -> Self {
        let is_near = |rect: &Rect| rect.overlaps(around);
        let others = || layout.edges.iter().enumerate().filter(|(edge, _)| *edge != own).map(|(_, route)| route);
        let boxes = layout.nodes.iter().copied().chain(others().filter_map(|route| route.label));
        let ends = layout.edges.iter().flat_map(|route| [route.points.first(), route.points.last()]).flatten();
        let names = layout.groups.iter().zip(names).map(|(rect, &size)| Rect::from_origin_size(rect.origin(), size));
        let line = |leg: &[Point]| reach(leg).inflate(1.0);
        let lines = others().flat_map(|route| route.points.windows(2)).map(line);
        let own = layout.edges.get(own).into_iter().flat_map(|route| route.points.windows(2)).map(line);
        Self {
            boxes: boxes.filter(is_near).collect(),
            ends: ends.copied().filter(|&end| around.contains(end)).collect(),
            groups: layout.groups.iter().copied().filter(is_near).collect(),
            names: names.filter(is_near).collect(),
            lines: lines.filter(is_near).collect(),
            own: own.collect(),
        }
    }

    fn cost(&self, plate: Rect) -> f64 {
        let over = |rects: &[Rect], margin: f64| {
            let area = plate.inflate(margin);
            rects.iter().filter(|rect| rect.overlaps(area)).count() as f64
        };
        let across = self.groups.iter().filter(|group| group.overlaps(plate) && !group.encloses(plate)).count() as f64;
        let hidden = self.ends.iter().filter(|&&end| plate.inflate(4.0).contains(end)).count() as f64;
        BOX * over(&self.boxes, 3.0)
            + HEAD * hidden
            + BORDER * (across + over(&self.names, 0.0))
            + LINE * over(&self.lines, 0.0)
            + OWN * over(&self.own, 0.0)
    }
}
