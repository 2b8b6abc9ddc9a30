//! A part with so many arrows that no order of ranks helps a reader: boxes side by side, as if there were no arrows.

use super::part::Part;
use super::rank::Ranks;
use super::{Graph, GraphEdge, Layout, Route, connect};
use crate::geometry::{Point, Rect, Size};

/// Arrows a box, and ranks that arrows pass together, from which on a part is dense.
const ARCS: usize = 6;
const PASSED: usize = 60_000;

/// Whether a part is too dense for ranks, whose work is that of all ranks that arrows pass: 200 boxes of which each leads to
/// each pass millions.
pub(super) fn is_dense(part: &Part, ranks: &Ranks) -> bool {
    let passed = part.arcs.iter().map(|arc| ranks.rank[arc.from].abs_diff(ranks.rank[arc.to]) as usize);
    part.arcs.len() > ARCS * part.cells.len() && passed.sum::<usize>() > PASSED
}

/// The part without its arrows.
pub(super) fn without_arrows(part: &Part) -> Part {
    Part { arcs: Vec::new(), loops: Vec::new(), ..part.clone() }
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
