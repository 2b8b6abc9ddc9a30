//! A part with so many arrows that no order of ranks helps a reader: boxes side by side, groups around theirs.

use super::nest::ROOT;
use super::part::Part;
use super::position::{PAD, head_room};
use super::rank::Ranks;
use super::{Graph, GraphEdge, GraphNode, Layout, Route, Tier, connect, pack};
use crate::geometry::{Point, Rect, Size, Vec2};

/// Arrows a box, and ranks that arrows pass together, from which on a part is dense.
const ARCS: usize = 6;
const PASSED: usize = 60_000;

/// Whether a part is too dense for ranks, whose work is that of all ranks that arrows pass: 200 boxes of which each leads to
/// each pass millions.
pub(super) fn is_dense(part: &Part, ranks: &Ranks) -> bool {
    let passed = part.arcs.iter().map(|arc| ranks.rank[arc.from].abs_diff(ranks.rank[arc.to]) as usize);
    part.arcs.len() > ARCS * part.cells.len() && passed.sum::<usize>() > PASSED
}

/// Draws a dense part; returns what it covers.
///
/// Ensures: boxes do not overlap, groups enclose theirs and no others; the time is nearly linear in boxes and arrows.
pub(super) fn draw(part: &Part, sheet: &mut Layout) -> Rect {
    let nest = &part.nest;
    let sizes: Vec<Size> = part
        .cells
        .iter()
        .map(|cell| part.direction.point(f64::from(cell.u), f64::from(cell.v)))
        .map(|corner| Size::new(corner.x, corner.y))
        .collect();
    let mut cells = vec![Point::ORIGIN; part.cells.len()];
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); nest.len()];
    let mut inner: Vec<Vec<usize>> = vec![Vec::new(); nest.len()];
    for (cell, &home) in part.home.iter().enumerate() {
        inside[home].push(cell);
    }
    for place in 1..nest.len() {
        inner[nest.parent[place]].push(place);
    }
    // The size of each place and where it is in the one around it, innermost first.
    let mut size = vec![Size::default(); nest.len()];
    let mut corner = vec![Vec2::ZERO; nest.len()];
    for place in (0..nest.len()).rev() {
        let own = inside[place].iter().map(|&cell| sizes[cell]).chain(inner[place].iter().map(|&p| size[p]));
        let own: Vec<Size> = own.collect();
        let (pad, head) = if place == ROOT { (0, 0) } else { (PAD, head_room(part, place)) };
        let start = Vec2::new(f64::from(pad), f64::from(head));
        let mut covered = Vec2::ZERO;
        for (at, by) in pack::pack(&own, None).into_iter().enumerate() {
            covered = Vec2::new(covered.x.max(by.x + own[at].w), covered.y.max(by.y + own[at].h));
            if let Some(&cell) = inside[place].get(at) {
                cells[cell] += start + by;
            } else {
                corner[inner[place][at - inside[place].len()]] = start + by;
            }
        }
        let name = if place == ROOT { 0.0 } else { nest.label[place].w };
        size[place] = Size::new((covered.x + 2.0 * start.x).max(name + start.x), covered.y + start.y + start.x);
    }
    for place in 1..nest.len() {
        corner[place] = corner[place] + corner[nest.parent[place]];
        sheet.groups[nest.group[place]] = Rect::from_origin_size(Point::ORIGIN + corner[place], size[place]);
    }
    let mut own = Layout::default();
    let mut graph = Graph::default();
    for (cell, &at) in cells.iter().enumerate() {
        let rect = Rect::from_origin_size(at + corner[part.home[cell]], sizes[cell]);
        own.nodes.push(rect);
        graph.nodes.push(GraphNode { size: rect.size(), group: None, at: None, tier: Tier::Middle });
        if let Some(node) = part.node[cell] {
            let size = sheet.nodes[node].size();
            sheet.nodes[node] = Rect::from_origin_size(rect.origin(), size);
            own.nodes[cell] = sheet.nodes[node];
        }
    }
    let arcs = part.arcs.iter().map(|arc| (arc.from, arc.to, arc.label, arc.edge));
    let edges: Vec<_> = arcs.chain(part.loops.iter().map(|l| (l.cell, l.cell, l.label, l.edge))).collect();
    for &(source, target, label, _) in &edges {
        let corner = label.map(|cell| part.direction.point(f64::from(cell.u), f64::from(cell.v)));
        graph.edges.push(GraphEdge { source, target, label: corner.map(|corner| Size::new(corner.x, corner.y)) });
        own.edges.push(Route::default());
    }
    connect::connect(&graph, &mut own);
    let mut covered = Rect::from_origin_size(Point::ORIGIN, size[ROOT]);
    for (route, (_, _, _, edge)) in own.edges.into_iter().zip(edges) {
        covered = route.points.iter().fold(covered, |c, &p| c.union(Rect::from_origin_size(p, Size::default())));
        covered = route.label.map_or(covered, |label| covered.union(label));
        sheet.edges[edge] = route;
    }
    covered
}
