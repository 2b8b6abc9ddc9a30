//! One connected part of a graph, in the layout's own terms: `u` runs with the flow, `v` across it.

use super::nest::{Nest, ROOT, clean};
use super::normalise::LOOP_APART;
use super::{Direction, Graph, Tier};
use crate::geometry::{Point, Rect, Size};

/// A box: even sizes, so that halves are whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// Extent with the flow, px.
    pub u: i32,
    /// Extent across it, px.
    pub v: i32,
}

/// An arrow between two different boxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Arc {
    /// Where it starts, as an index into the part's cells.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// The room of its label.
    pub label: Option<Cell>,
    /// Its position in [`Graph::edges`].
    pub edge: usize,
}

/// An arrow from a box to itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Loop {
    /// The box.
    pub cell: usize,
    /// The room of its label.
    pub label: Option<Cell>,
    /// Its position in [`Graph::edges`].
    pub edge: usize,
}

/// A part that no arrow and no group joins to another.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Part {
    /// The boxes.
    pub cells: Vec<Cell>,
    /// The position of each in [`Graph::nodes`]; `None` fills a group that has no members.
    pub node: Vec<Option<usize>>,
    /// The group around each, as a place in `nest`.
    pub home: Vec<usize>,
    /// What each is.
    pub tier: Vec<Tier>,
    /// The arrows between boxes.
    pub arcs: Vec<Arc>,
    /// The arrows from a box to itself.
    pub loops: Vec<Loop>,
    /// The groups.
    pub nest: Nest,
    /// Which way the flow runs.
    pub direction: Direction,
}

impl Direction {
    /// Extents with and across the flow.
    pub(super) fn cell(self, size: Size) -> Cell {
        let size = clean(size);
        let (u, v) = if self == Self::Right { (size.w, size.h) } else { (size.h, size.w) };
        Cell { u: even(u), v: even(v) }
    }

    /// The position `u` with the flow and `v` across it.
    pub(super) const fn point(self, u: f64, v: f64) -> Point {
        match self {
            Self::Right => Point::new(u, v),
            Self::Down => Point::new(v, u),
        }
    }

    /// The rectangle from `u0` to `u1` with the flow and `v0` to `v1` across it.
    pub(super) fn rect(self, u: (f64, f64), v: (f64, f64)) -> Rect {
        let (a, b) = (self.point(u.0, v.0), self.point(u.1, v.1));
        Rect { x0: a.x, y0: a.y, x1: b.x, y1: b.y }
    }
}

fn even(length: f64) -> i32 {
    (length / 2.0).ceil() as i32 * 2
}

/// The parts of a graph, in the order of their first node.
///
/// Ensures: every node and group is in one part, every sound edge too; a group without a node gets a filler.
pub(super) fn parts(graph: &Graph, direction: Direction) -> Vec<Part> {
    let (nodes, groups) = (graph.nodes.len(), graph.groups.len());
    let mut joined = Joined((0..nodes + groups).collect());
    for (i, node) in graph.nodes.iter().enumerate() {
        if let Some(group) = node.group.filter(|&g| g < groups) {
            joined.join(i, nodes + group);
        }
    }
    for (i, group) in graph.groups.iter().enumerate() {
        if let Some(parent) = group.parent.filter(|&g| g < groups) {
            joined.join(nodes + i, nodes + parent);
        }
    }
    for edge in graph.edges.iter().filter(|e| e.source < nodes && e.target < nodes) {
        joined.join(edge.source, edge.target);
    }
    let mut part_of = vec![usize::MAX; nodes + groups];
    let mut group_lists: Vec<Vec<usize>> = Vec::new();
    for i in 0..nodes + groups {
        let root = joined.root(i);
        if part_of[root] == usize::MAX {
            part_of[root] = group_lists.len();
            group_lists.push(Vec::new());
        }
        part_of[i] = part_of[root];
        if i >= nodes {
            group_lists[part_of[i]].push(i - nodes);
        }
    }
    fill(graph, direction, &part_of, &group_lists)
}

fn fill(graph: &Graph, direction: Direction, part_of: &[usize], group_lists: &[Vec<usize>]) -> Vec<Part> {
    let nodes = graph.nodes.len();
    let mut nest_of = vec![ROOT; graph.groups.len()];
    let mut parts: Vec<Part> = Vec::with_capacity(group_lists.len());
    for list in group_lists {
        let (nest, index) = if list.is_empty() { Nest::new(&Graph::default(), &[]) } else { Nest::new(graph, list) };
        for &g in list {
            nest_of[g] = index[g];
        }
        parts.push(Part { nest, direction, ..Part::default() });
    }
    let mut cell_of = vec![0; nodes];
    for (i, node) in graph.nodes.iter().enumerate() {
        let part = &mut parts[part_of[i]];
        cell_of[i] = part.cells.len();
        let home = node.group.and_then(|g| nest_of.get(g)).copied().unwrap_or(ROOT);
        part.push(direction.cell(node.size), Some(i), home, node.tier);
    }
    for (i, edge) in graph.edges.iter().enumerate().filter(|(_, e)| e.source < nodes && e.target < nodes) {
        let part = &mut parts[part_of[edge.source]];
        let (from, to) = (cell_of[edge.source], cell_of[edge.target]);
        let label = edge.label.map(|size| direction.cell(size));
        if from == to {
            part.loops.push(Loop { cell: from, label, edge: i });
        } else {
            part.arcs.push(Arc { from, to, label, edge: i });
        }
    }
    for part in &mut parts {
        part.grow_with_loops();
        part.fill_empty_groups();
    }
    parts
}

impl Part {
    pub(super) fn push(&mut self, cell: Cell, node: Option<usize>, home: usize, tier: Tier) {
        self.cells.push(cell);
        self.node.push(node);
        self.home.push(home);
        self.tier.push(tier);
    }

    /// How many arrows lead from each cell to itself.
    pub(super) fn loops_at(&self) -> Vec<i32> {
        let mut loops = vec![0; self.cells.len()];
        for l in &self.loops {
            loops[l.cell] += 1;
        }
        loops
    }

    /// The side that loops come back into has room for all of them.
    fn grow_with_loops(&mut self) {
        let loops = self.loops_at();
        for (cell, loops) in self.cells.iter_mut().zip(loops).filter(|(_, loops)| *loops > 0) {
            cell.u = cell.u.max(LOOP_APART * (loops + 1));
        }
    }

    fn fill_empty_groups(&mut self) {
        let mut has = vec![false; self.nest.len()];
        for &home in &self.home {
            has[home] = true;
        }
        for place in (1..self.nest.len()).rev() {
            if !has[place] {
                let label = self.nest.label[place];
                self.push(self.direction.cell(Size::new(label.w.max(40.0), 8.0)), None, place, Tier::Middle);
            }
            has[self.nest.parent[place]] = true;
        }
    }
}

/// Disjoint sets with path halving (Tarjan & van Leeuwen 1984).
struct Joined(Vec<usize>);

impl Joined {
    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}
