//! Edges between the same two places, as one line: what is drawn of them from afar.

use std::ops::Range;

use vitrine_lean::sort;
use vitrine_model::{Diagram, Edge};

use super::layout::Layout;
use super::level::groups_around;
use crate::geometry::{Point, length};

/// Every edge of a diagram in bundles, for each distance from which it may be seen.
#[derive(Debug, Clone, Default)]
pub struct Bundles {
    /// With places that grow from one to the next.
    levels: Vec<Level>,
}

/// Every edge in one bundle. A place is the outermost boundary around a node that is no larger than a cell; where there
/// is none, a cell of what lies around the node. Edges within a place, or between cells that are near to each other, are
/// bundled as on the level before, and by their nodes before the first.
#[derive(Debug, Clone)]
pub struct Level {
    /// The longest side of a place, in world px.
    cell: f64,
    /// Bundle by bundle; the first of each has the shortest route.
    edges: Vec<usize>,
    /// Of `edges`, the lightest first.
    bundles: Vec<Range<usize>>,
}

impl Bundles {
    /// The longest side of a place on the first level, in world px.
    const CELL: f64 = 800.0;
    const GROWTH: f64 = 2.0;
    /// How many places at least lie along the longer side of a diagram.
    const PLACES: f64 = 6.0;
    /// How many cells there are at least between the ends of what is bundled by cells: of two clusters that are well
    /// separated one line tells enough (Callahan and Kosaraju, *A decomposition of multidimensional point sets*, 1995),
    /// of neighbours it would not.
    const APART: f64 = 2.0;
    /// The longest side of a place, in screen px.
    const SEEN: f64 = 160.0;
    /// The widest line, in screen px.
    pub const WIDEST: f64 = 4.0;

    /// Bundles the edges of a laid-out diagram.
    pub fn new(diagram: &Diagram, layout: &Layout) -> Self {
        let lengths: Vec<f64> = layout.edges.iter().map(|route| length(&route.points)).collect();
        let longest = layout.bounds.width().max(layout.bounds.height());
        let nodes = |edge: &Edge| {
            let [a, b] = [edge.source, edge.target].map(|node| node as u64);
            (a.min(b), a.max(b))
        };
        let mut ends: Vec<Ends> = diagram.edges.iter().map(nodes).collect();
        let mut levels = Vec::new();
        let mut cell = Self::CELL;
        loop {
            let depth = levels.len() as u64 + 1;
            let places: Vec<u64> =
                (0..diagram.nodes.len()).map(|node| depth << 56 | place(diagram, layout, node, cell)).collect();
            for (ends, edge) in ends.iter_mut().zip(&diagram.edges) {
                let [from, to] = [edge.source, edge.target].map(|node| (places.get(node), middle(layout, node)));
                if let (Some(&a), Some(&b)) = (from.0, to.0)
                    && a != b
                    && (a & b & BOUNDARY != 0 || from.1.distance(to.1) > Self::APART * cell)
                {
                    *ends = (a.min(b), a.max(b));
                }
            }
            levels.push(Level::new(cell, &ends, &lengths));
            cell *= Self::GROWTH;
            if cell * Self::PLACES > longest {
                return Self { levels };
            }
        }
    }

    /// The bundles for a scale.
    pub fn at(&self, scale: f64) -> Option<&Level> {
        let fitting = self.levels.iter().rev().find(|level| level.cell * scale <= Self::SEEN);
        fitting.or(self.levels.first())
    }

    /// How wide the line is that stands for so many edges, in screen px: its area grows as they do.
    pub fn width(weight: usize) -> f64 {
        (weight as f64).sqrt().round().clamp(1.0, Self::WIDEST)
    }
}

impl Level {
    fn new(cell: f64, ends: &[Ends], lengths: &[f64]) -> Self {
        let mut edges = sort::sorted(ends.len(), &|a, b| ends[a].cmp(&ends[b]).then(lengths[a].total_cmp(&lengths[b])));
        // What is not drawn near is not drawn from afar.
        edges.retain(|&edge| lengths[edge] > 0.0);
        let mut found: Vec<Range<usize>> = Vec::new();
        for (at, &edge) in edges.iter().enumerate() {
            match found.last_mut() {
                Some(bundle) if ends[edges[bundle.start]] == ends[edge] => bundle.end = at + 1,
                _ => found.push(at..at + 1),
            }
        }
        let lighter = sort::sorted(found.len(), &|a, b| found[a].len().cmp(&found[b].len()));
        Self { cell, edges, bundles: lighter.into_iter().map(|at| found[at].clone()).collect() }
    }

    /// The edges of each bundle, the lightest bundles first; the first edge has the shortest route, which serves for all.
    pub fn bundles(&self) -> impl Iterator<Item = &[usize]> {
        self.bundles.iter().filter_map(|bundle| self.edges.get(bundle.clone()))
    }
}

/// The places, or the nodes, that an edge joins, the lower number first.
type Ends = (u64, u64);

/// What the numbers of boundaries have, and those of cells have not.
const BOUNDARY: u64 = 1 << 32;

fn middle(layout: &Layout, node: usize) -> Point {
    layout.nodes.get(node).copied().unwrap_or_default().center()
}

/// The place of a node, told from all others of the same level by its number.
fn place(diagram: &Diagram, layout: &Layout, node: usize, cell: f64) -> u64 {
    let (mut own, mut around, mut owner) = (None, layout.bounds, 0);
    for group in groups_around(diagram, diagram.nodes.get(node).and_then(|node| node.group)) {
        let rect = layout.groups.get(group).copied().unwrap_or_default();
        if rect.width().max(rect.height()) > cell {
            (around, owner) = (rect, 2 * group as u64 + 2);
            break;
        }
        own = Some((2 * group as u64) << 32 | BOUNDARY);
    }
    if let Some(own) = own {
        return own;
    }
    let at = middle(layout, node) - around.origin();
    // What is negative becomes 0.
    let count = |px: f64| u64::from((px / cell) as u16);
    owner << 32 | count(at.x) << 16 | count(at.y)
}
