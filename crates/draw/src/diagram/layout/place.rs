//! Boxes that the author put somewhere: these stay, and the rest goes round them.

use vitrine_lean::sort::sorted;

use super::nest::{Nest, ROOT, clean};
use super::pack::moved;
use super::position::{PAD, UNDER_LABEL};
use super::{Graph, Layout};
use crate::geometry::{Point, Rect, Size, Vec2};

/// The least distance of boxes that are put on free ground, px.
const GAP: f64 = 32.0;

/// Where the author fixed a node, if anywhere that is a number.
pub(super) fn pin(graph: &Graph, node: usize) -> Option<Point> {
    graph.nodes[node].at.filter(|at| at.x.is_finite() && at.y.is_finite())
}

/// Nodes above which the others are put below the pinned ones as they are, and how many boxes all of them together may look at
/// until they are put there one by one.
const MOST: usize = 600;
const BUDGET: usize = 3_000_000;

/// Puts the pinned nodes of a drawn sheet where they belong, and the others where they fit.
///
/// Ensures: pinned nodes are exactly in place; no other node overlaps a node. The others keep their places relative
/// to the pinned ones near them as far as there is room, and out of foreign groups if that can be.
pub(super) fn place(graph: &Graph, sheet: &mut Layout) {
    let pins: Vec<(Rect, Vec2)> = (0..graph.nodes.len())
        .filter_map(|n| pin(graph, n).map(|at| (sheet.nodes[n], at - sheet.nodes[n].origin())))
        .collect();
    let free: Vec<usize> = (0..graph.nodes.len()).filter(|&n| pin(graph, n).is_none()).collect();
    for n in 0..graph.nodes.len() {
        if let Some(at) = pin(graph, n) {
            sheet.nodes[n] = Rect::from_origin_size(at, sheet.nodes[n].size());
        }
    }
    let around = |list: &mut dyn Iterator<Item = Rect>| list.reduce(Rect::union).unwrap_or_default();
    let fixed = around(&mut pins.iter().map(|(rect, by)| moved(*rect, *by)));
    if graph.nodes.len() > MOST {
        let rest = around(&mut free.iter().map(|&n| sheet.nodes[n]));
        let by = Point::new(fixed.x0, fixed.y1 + 2.0 * GAP) - rest.origin();
        for &n in &free {
            sheet.nodes[n] = moved(sheet.nodes[n], by);
        }
        return;
    }
    let mut taken = Taken::new(graph);
    for n in (0..graph.nodes.len()).filter(|&n| pin(graph, n).is_some()) {
        taken.put(n, sheet.nodes[n]);
    }
    // Those next to pins first: they have the best claim to their places.
    let mut wishes: Vec<(f64, usize, Rect)> = Vec::with_capacity(free.len());
    for &n in &free {
        let by = pull(sheet.nodes[n].center(), &pins);
        let near = pins.iter().map(|(r, _)| r.center().distance(sheet.nodes[n].center())).fold(f64::INFINITY, f64::min);
        wishes.push((near, n, moved(sheet.nodes[n], by)));
    }
    for next in sorted(wishes.len(), &|a, b| wishes[a].0.total_cmp(&wishes[b].0)) {
        let (_, n, wish) = wishes[next];
        sheet.nodes[n] = taken.nearest(n, wish);
        taken.put(n, sheet.nodes[n]);
    }
}

/// The ground that is taken: nodes, and the bounds of groups so far.
struct Taken {
    nest: Nest,
    home: Vec<usize>,
    nodes: Vec<(usize, Rect)>,
    bounds: Vec<Option<Rect>>,
    /// How many boxes have been looked at.
    work: usize,
}

impl Taken {
    fn new(graph: &Graph) -> Self {
        let all: Vec<usize> = (0..graph.groups.len()).collect();
        let (nest, index) = Nest::new(graph, &all);
        let home = graph.nodes.iter().map(|n| n.group.and_then(|g| index.get(g)).copied().unwrap_or(ROOT)).collect();
        Self { bounds: vec![None; nest.len()], nest, home, nodes: Vec::new(), work: 0 }
    }

    /// The bounds of group `place` with `rect` in it.
    fn bounds_with(&self, place: usize, rect: Rect) -> Rect {
        let pad = f64::from(PAD);
        let mut grown = rect.inflate(pad);
        grown.y0 -= self.nest.label[place].h;
        self.bounds[place].map_or(grown, |r| r.union(grown))
    }

    fn put(&mut self, node: usize, rect: Rect) {
        self.nodes.push((node, rect));
        let (mut at, mut inner) = (self.home[node], rect);
        while at != ROOT {
            inner = self.bounds_with(at, inner);
            self.bounds[at] = Some(inner);
            at = self.nest.parent[at];
        }
    }

    fn is_clear(&self, rect: Rect) -> bool {
        !self.nodes.iter().any(|(_, t)| t.inflate(GAP).overlaps(rect))
    }

    /// Whether a node may stand at `rect` without a group and a stranger to it getting into each other.
    fn is_at_home(&self, node: usize, rect: Rect) -> bool {
        let home = self.home[node];
        let stranger = |g: usize| !self.nest.within(home, g);
        let enters = (1..self.nest.len()).any(|g| stranger(g) && self.bounds[g].is_some_and(|r| r.overlaps(rect)));
        let (mut at, mut inner) = (home, rect);
        while at != ROOT && !enters {
            inner = self.bounds_with(at, inner);
            let node_inside = self.nodes.iter().any(|(n, r)| !self.nest.within(self.home[*n], at) && r.overlaps(inner));
            let apart = |g: usize| !self.nest.within(g, at) && !self.nest.within(at, g);
            let group_inside =
                (1..self.nest.len()).any(|g| apart(g) && self.bounds[g].is_some_and(|r| r.overlaps(inner)));
            if node_inside || group_inside {
                return false;
            }
            at = self.nest.parent[at];
        }
        !enters
    }

    /// The wish, or a place near it, in rings: at home if that can be, else just clear of nodes.
    fn nearest(&mut self, node: usize, wish: Rect) -> Rect {
        const STEP: f64 = 24.0;
        const RINGS: i32 = 60;
        let mut clear = None;
        for ring in 0..RINGS {
            if self.work > BUDGET {
                break;
            }
            for along in -ring..=ring {
                self.work += 4 * self.nodes.len();
                let (r, a) = (f64::from(ring) * STEP, f64::from(along) * STEP);
                for by in [Vec2::new(a, r), Vec2::new(r, a), Vec2::new(a, -r), Vec2::new(-r, a)] {
                    let rect = moved(wish, by);
                    if self.is_clear(rect) {
                        if self.is_at_home(node, rect) {
                            return rect;
                        }
                        clear = clear.or(Some(rect));
                    }
                }
            }
        }
        let lowest = self.nodes.iter().map(|(_, t)| t.y1).fold(wish.y0, f64::max);
        clear.unwrap_or_else(|| moved(wish, Vec2::new(0.0, lowest + GAP - wish.y0)))
    }
}

/// How far the pins around a position were moved, nearer ones counting more (Shepard's interpolation, 1968).
fn pull(at: Point, pins: &[(Rect, Vec2)]) -> Vec2 {
    let (mut sum, mut weights) = (Vec2::ZERO, 0.0);
    for (rect, by) in pins {
        let weight = 1.0 / (1.0 + (rect.center() - at).hypot()).powi(3);
        sum = sum + *by * weight;
        weights += weight;
    }
    if weights > 0.0 { sum / weights } else { Vec2::ZERO }
}

/// Draws the groups around their members, or where the author fixed them.
///
/// Ensures: a group without a place of its own encloses its nodes and groups with padding and its label's room.
pub(super) fn enclose(graph: &Graph, sheet: &mut Layout) {
    let all: Vec<usize> = (0..graph.groups.len()).collect();
    let (nest, index) = Nest::new(graph, &all);
    let mut inside: Vec<Option<Rect>> = vec![None; nest.len()];
    let grow = |a: Option<Rect>, b: Rect| Some(a.map_or(b, |a| a.union(b)));
    for (node, rect) in graph.nodes.iter().zip(&sheet.nodes) {
        let home = node.group.and_then(|g| index.get(g)).copied().unwrap_or(ROOT);
        inside[home] = grow(inside[home], *rect);
    }
    let corner = sheet.nodes.iter().copied().reduce(Rect::union).unwrap_or_default().origin();
    for place in (1..nest.len()).rev() {
        let group = nest.group[place];
        let label = nest.label[place];
        let fixed = graph.groups[group].rect.filter(|r| [r.x0, r.y0, r.x1, r.y1].iter().all(|v| v.is_finite()));
        let rect = fixed.unwrap_or_else(|| {
            let pad = f64::from(PAD);
            let content = inside[place]
                .unwrap_or_else(|| Rect::from_origin_size(corner + Vec2::new(0.0, -100.0), Size::new(label.w, 8.0)));
            let mut rect = content.inflate(pad);
            rect.y0 = content.y0 - (label.h + f64::from(UNDER_LABEL)).max(pad);
            rect.x1 = rect.x1.max(rect.x0 + label.w + pad);
            rect
        });
        sheet.groups[group] = rect;
        inside[nest.parent[place]] = grow(inside[nest.parent[place]], rect);
    }
}

/// The sheet with every node in its pinned place.
pub(super) fn pinned(graph: &Graph, sheet: &mut Layout) {
    for (n, node) in graph.nodes.iter().enumerate() {
        let at = pin(graph, n).unwrap_or(Point::ORIGIN);
        sheet.nodes[n] = Rect::from_origin_size(at, clean(node.size));
    }
}
