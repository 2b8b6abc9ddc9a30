//! The rows of a folded part one below the other, and the arrows from row to row: out at the end of the one, back between
//! two rows, and in at the start of the other.

use vitrine_lean::sort::sorted;

use super::fold::{Row, whole};
use super::part::Part;
use super::position::{PAD, head_room};
use super::route::{around, straighten};
use super::{Direction, Layout, Route, pack};
use crate::geometry::{Point, Rect, Vec2};

/// The distance of lines side by side, px, and the room between them and what else there is.
const TRACK: f64 = 14.0;
const CLEAR: f64 = 24.0;
/// The least room between two rows, px.
const APART: f64 = 56.0;

/// A row that is drawn, on a sheet of its own, and what it covers there.
pub(super) struct Drawn {
    pub row: Row,
    pub sheet: Layout,
    pub covered: Rect,
}

/// An arrow from row to row.
struct Turn {
    edge: usize,
    /// The row it leaves, and that it enters.
    from: usize,
    to: usize,
    /// Where it comes out, goes back and goes in, across the flow.
    out: f64,
    line: f64,
    back: f64,
    /// How far outside its lines across the flow are at the end and at the start of the rows.
    end: usize,
    start: usize,
}

/// Puts the rows onto `sheet`; returns what they cover.
///
/// Ensures: rows do not overlap, in reading order, and start on one line; each arrow from row to row runs outside all
/// rows but those of its ends, on lines of its own.
pub(super) fn stack(part: &Part, mut rows: Vec<Drawn>, sheet: &mut Layout) -> Option<Rect> {
    let direction = part.direction;
    // From here on u runs along x.
    for row in &mut rows {
        row.turn(direction);
    }
    let lead = rows.iter().map(Drawn::start).fold(0.0, f64::max);
    let mut turns = turns(&rows);
    let mut top = 0.0;
    let mut end = 0.0f64;
    for (at, row) in rows.iter_mut().enumerate() {
        let lines = turns.iter().filter(|t| t.to == at).count() as f64;
        let strip = if lines > 0.0 { 2.0 * CLEAR + (lines - 1.0) * TRACK } else { 0.0 };
        top += if at > 0 { strip.max(APART) } else { strip };
        row.shift(Vec2::new(lead - row.start() - row.covered.x0, top - row.covered.y0));
        for (i, turn) in turns.iter_mut().filter(|t| t.to == at).enumerate() {
            turn.line = top - CLEAR - (lines - 1.0 - i as f64) * TRACK;
        }
        top += row.covered.height();
        end = end.max(row.covered.x1);
    }
    for turn in &mut turns {
        turn.out = rows[turn.from].way(turn.edge).last().map_or(0.0, |p| p.y);
        turn.back = rows[turn.to].way(turn.edge).first().map_or(0.0, |p| p.y);
    }
    let outs = nested(&turns.iter().map(|t| (t.out, t.line)).collect::<Vec<_>>());
    let backs = nested(&turns.iter().map(|t| (t.line, t.back)).collect::<Vec<_>>());
    for (turn, (out, back)) in turns.iter_mut().zip(outs.into_iter().zip(backs)) {
        (turn.end, turn.start) = (out, back);
    }
    let mut covered: Option<Rect> = None;
    let mut cover = |rect: Rect| covered = Some(covered.map_or(rect, |c: Rect| c.union(rect)));
    for row in &rows {
        cover(row.covered);
        row.copy(sheet);
    }
    for turn in &turns {
        let mut way = rows[turn.from].sheet.edges[turn.edge].clone();
        let (far, near) = (end + CLEAR + turn.end as f64 * TRACK, -CLEAR - turn.start as f64 * TRACK);
        let corners = [(far, turn.out), (far, turn.line), (near, turn.line), (near, turn.back)];
        way.points.extend(corners.map(|(x, y)| Point::new(x, y)));
        way.points.extend_from_slice(rows[turn.to].way(turn.edge));
        straighten(&mut way.points);
        for pair in way.points.windows(2) {
            cover(around(pair[0], pair[1]));
        }
        sheet.edges[turn.edge] = way;
    }
    let mut covered = covered?;
    let whole = whole(part);
    for place in (1..part.nest.len()).rev().filter(|&place| whole[place]) {
        let (pad, head) = (f64::from(PAD), f64::from(head_room(part, place)));
        let before = if direction == Direction::Down { (head, pad) } else { (pad, head) };
        covered =
            Rect { x0: covered.x0 - before.0, y0: covered.y0 - before.1, x1: covered.x1 + pad, y1: covered.y1 + pad };
        let name = part.nest.label[place].w + pad;
        if direction == Direction::Right {
            covered.x1 = covered.x1.max(covered.x0 + name);
        } else {
            covered.y1 = covered.y1.max(covered.y0 + name);
        }
        sheet.groups[part.nest.group[place]] = covered;
    }
    if direction == Direction::Down {
        for &node in part.node.iter().flatten() {
            flip(&mut sheet.nodes[node]);
        }
        for &group in &part.nest.group[1..] {
            flip(&mut sheet.groups[group]);
        }
        for edge in part.arcs.iter().map(|a| a.edge).chain(part.loops.iter().map(|l| l.edge)) {
            turn_way(&mut sheet.edges[edge]);
        }
        flip(&mut covered);
    }
    Some(covered)
}

/// The arrows from row to row: those into a row in such an order that, of two, the one that goes in further up comes
/// later.
fn turns(rows: &[Drawn]) -> Vec<Turn> {
    let mut turns = Vec::new();
    for (from, row) in rows.iter().enumerate() {
        for &edge in &row.row.exits {
            if let Some(to) = rows.iter().position(|r| r.row.entries.contains(&edge)) {
                let back = rows[to].way(edge).first().map_or(0.0, |p| p.y);
                turns.push(Turn { edge, from, to, out: 0.0, line: 0.0, back, end: 0, start: 0 });
            }
        }
    }
    let order = sorted(turns.len(), &|a, b| turns[b].back.total_cmp(&turns[a].back));
    order.into_iter().filter_map(|at| turns.get(at).map(|t| Turn { ..*t })).collect()
}

/// For each span a line of its own beside the others that it meets, the shorter ones further in.
fn nested(spans: &[(f64, f64)]) -> Vec<usize> {
    let ends = |i: usize| (spans[i].0.min(spans[i].1), spans[i].0.max(spans[i].1));
    let length = |i: usize| ends(i).1 - ends(i).0;
    let order = sorted(spans.len(), &|a, b| length(a).total_cmp(&length(b)));
    let mut line = vec![0; spans.len()];
    for (done, &i) in order.iter().enumerate() {
        let meets = |&&j: &&usize| ends(j).0 < ends(i).1 + TRACK && ends(i).0 < ends(j).1 + TRACK;
        line[i] = order[..done].iter().filter(meets).map(|&j| line[j] + 1).max().unwrap_or(0);
    }
    line
}

impl Drawn {
    /// Lets the flow run along x.
    fn turn(&mut self, direction: Direction) {
        if direction == Direction::Down {
            self.sheet.nodes.iter_mut().chain(&mut self.sheet.groups).for_each(flip);
            self.sheet.edges.iter_mut().for_each(turn_way);
            flip(&mut self.covered);
        }
    }

    fn nodes(&self) -> impl Iterator<Item = usize> {
        self.row.part.node.iter().copied().flatten()
    }

    fn groups(&self) -> impl Iterator<Item = usize> {
        self.row.part.nest.group[1..].iter().copied()
    }

    fn edges(&self) -> impl Iterator<Item = usize> {
        self.row.part.arcs.iter().map(|a| a.edge).chain(self.row.part.loops.iter().map(|l| l.edge))
    }

    /// How far from its edge the boxes and groups start: before them are the ends of arrows that enter.
    fn start(&self) -> f64 {
        let nodes = self.nodes().map(|n| self.sheet.nodes[n].x0);
        let first = nodes.chain(self.groups().map(|g| self.sheet.groups[g].x0)).fold(f64::INFINITY, f64::min);
        if first.is_finite() { first - self.covered.x0 } else { 0.0 }
    }

    /// What is drawn here of an edge.
    fn way(&self, edge: usize) -> &[Point] {
        &self.sheet.edges[edge].points
    }

    fn shift(&mut self, by: Vec2) {
        let rects = self.sheet.nodes.iter_mut().chain(&mut self.sheet.groups);
        rects.for_each(|rect| *rect = pack::moved(*rect, by));
        self.sheet.edges.iter_mut().for_each(|way| way.shift(by));
        self.covered = pack::moved(self.covered, by);
    }

    fn copy(&self, sheet: &mut Layout) {
        for node in self.nodes() {
            sheet.nodes[node] = self.sheet.nodes[node];
        }
        for group in self.groups() {
            sheet.groups[group] = self.sheet.groups[group];
        }
        for edge in self.edges() {
            sheet.edges[edge] = self.sheet.edges[edge].clone();
        }
    }
}

/// Exchanges the axes.
fn flip(rect: &mut Rect) {
    *rect = Rect { x0: rect.y0, y0: rect.x0, x1: rect.y1, y1: rect.x1 };
}

fn turn_way(way: &mut Route) {
    for point in &mut way.points {
        *point = Point::new(point.y, point.x);
    }
    way.label.iter_mut().for_each(flip);
}
