//! A part with so many arrows that no order of ranks helps a reader: boxes side by side, as if there were no arrows.

use super::nest::ROOT;
use super::pack::pack;
use super::part::Part;
use super::position::{PAD, UNDER_LABEL};
use super::rank::Ranks;
use super::{Graph, GraphEdge, Layout, Route, connect};
use crate::geometry::{Point, Rect, Size, Vec2};

/// The free room between boxes, px.
const GAP: f64 = 32.0;

/// Boxes above which none are ranked.
const BOXES: usize = 3_000;
/// How many places in ranks arrows and groups may take together; fewer from so many arrows a box on, for which ranks do nothing.
const PLACES: usize = 20_000;
const TANGLED: usize = 1_000;
const ARCS: usize = 6;

/// Whether a part has too many boxes for ranks.
pub(super) fn is_large(part: &Part) -> bool {
    part.cells.len() > BOXES
}

/// Whether a part is too dense for ranks, whose work is that of all ranks that arrows pass and groups reach: 200 boxes of which each
/// leads to each pass millions.
pub(super) fn is_dense(part: &Part, ranks: &Ranks) -> bool {
    let most = if part.arcs.len() > ARCS * part.cells.len() { TANGLED } else { PLACES };
    let passed = part.arcs.iter().map(|arc| ranks.rank[arc.from].abs_diff(ranks.rank[arc.to]) as usize);
    passed.sum::<usize>() + held(part, ranks) > most
}

/// In how many ranks groups are, all together.
fn held(part: &Part, ranks: &Ranks) -> usize {
    let mut span = vec![(i32::MAX, i32::MIN); part.nest.len()];
    for (&home, &rank) in part.home.iter().zip(&ranks.rank) {
        span[home] = (span[home].0.min(rank), span[home].1.max(rank));
    }
    let mut held = 0;
    for place in (1..span.len()).rev() {
        let (inner, outer) = (span[place], &mut span[part.nest.parent[place]]);
        *outer = (outer.0.min(inner.0), outer.1.max(inner.1));
        held += inner.0.abs_diff(inner.1) as usize;
    }
    held
}

/// Puts the boxes of a part side by side, group by group, as large as a window shows them; returns what they cover.
///
/// Ensures: boxes and groups do not overlap, and each group holds its own. Linear but for the sorting.
pub(super) fn draw_boxes(part: &Part, window: Option<Size>, sheet: &mut Layout) -> Rect {
    let nest = &part.nest;
    let mut inside: Vec<Vec<Member>> = vec![Vec::new(); nest.len()];
    for (&node, &home) in part.node.iter().zip(&part.home) {
        inside[home].extend(node.map(|node| Member::Node(node, sheet.nodes[node].size())));
    }
    let pad = f64::from(PAD);
    let head = |place: usize| if place == ROOT { 0.0 } else { nest.label[place].h + f64::from(UNDER_LABEL) };
    let mut corners = vec![Vec::new(); nest.len()];
    for place in (0..nest.len()).rev() {
        let sizes: Vec<Size> = inside[place].iter().map(Member::size).collect();
        corners[place] = pack(&sizes, window.filter(|_| place == ROOT), GAP);
        if place != ROOT {
            let ends = sizes.iter().zip(&corners[place]).map(|(size, at)| Size::new(at.x + size.w, at.y + size.h));
            let all = ends.fold(Size::default(), |a, b| Size::new(a.w.max(b.w), a.h.max(b.h)));
            let size = Size::new(all.w.max(nest.label[place].w) + 2.0 * pad, all.h + head(place) + pad);
            inside[nest.parent[place]].push(Member::Group(place, size));
        }
    }
    let mut origin = vec![Vec2::ZERO; nest.len()];
    let mut covered: Option<Rect> = None;
    for place in 0..nest.len() {
        let edge = if place == ROOT { 0.0 } else { pad };
        for (member, &corner) in inside[place].iter().zip(&corners[place]) {
            let at = origin[place] + corner + Vec2::new(edge, head(place));
            let rect = Rect::from_origin_size(Point::ORIGIN + at, member.size());
            match *member {
                Member::Node(node, _) => sheet.nodes[node] = rect,
                Member::Group(inner, _) => {
                    origin[inner] = at;
                    sheet.groups[nest.group[inner]] = rect;
                }
            }
            covered = Some(covered.map_or(rect, |covered| covered.union(rect)));
        }
    }
    covered.unwrap_or_default()
}

/// What a group holds.
#[derive(Clone, Copy)]
enum Member {
    Node(usize, Size),
    Group(usize, Size),
}

impl Member {
    const fn size(&self) -> Size {
        match *self {
            Self::Node(_, size) | Self::Group(_, size) => size,
        }
    }
}

/// Draws the arrows of a part whose boxes are in place, each by itself; returns what they and the boxes cover.
pub(super) fn draw_arrows(part: &Part, covered: Rect, sheet: &mut Layout) -> Rect {
    let ends = part.arcs.iter().map(|arc| (arc.from, arc.to, arc.label, arc.edge));
    let ends: Vec<_> = ends.chain(part.loops.iter().map(|l| (l.cell, l.cell, l.label, l.edge))).collect();
    let mut graph = Graph::default();
    let empty = Rect::from_origin_size(covered.origin(), Size::default());
    let rect = |node: &Option<usize>| node.map_or(empty, |node| sheet.nodes[node]);
    let mut own = Layout { nodes: part.node.iter().map(rect).collect(), ..Layout::default() };
    for &(source, target, label, _) in &ends {
        let label = label.map(|cell| part.direction.point(f64::from(cell.u), f64::from(cell.v)));
        graph.edges.push(GraphEdge { source, target, label: label.map(|Point { x, y }| Size::new(x, y)) });
        own.edges.push(Route::default());
    }
    connect::connect(&graph, &mut own);
    let mut covered = covered;
    for (route, (_, _, _, edge)) in own.edges.into_iter().zip(ends) {
        covered = route.points.iter().fold(covered, |c, &p| c.union(Rect::from_origin_size(p, Size::default())));
        covered = route.label.map_or(covered, |label| covered.union(label));
        sheet.edges[edge] = route;
    }
    covered
}
