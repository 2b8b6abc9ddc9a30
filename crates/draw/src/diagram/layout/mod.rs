//! Where everything goes: a layered layout in phases that pass values.

mod across;
mod acyclic;
mod along;
mod arrange;
mod barycentre;
mod block;
mod bound;
mod channel;
mod connect;
mod crossing;
mod detour;
mod field;
mod nest;
mod normalise;
mod order;
mod pack;
mod part;
mod place;
mod port;
mod position;
mod rank;
mod relax;
mod route;
mod row;
mod side;
mod simplex;
mod swap;

use acyclic::Search;
use part::Part;
use rank::Grouping;

use crate::geometry::{Point, Rect, Size, Vec2};

/// What is to be laid out: sizes and connections, no words. Positions in the vectors are the ids.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Graph {
    /// The boxes.
    pub nodes: Vec<GraphNode>,
    /// The arrows.
    pub edges: Vec<GraphEdge>,
    /// The boundaries; parents form no cycle.
    pub groups: Vec<GraphGroup>,
}

/// A box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GraphNode {
    /// Its size in world px.
    pub size: Size,
    /// The innermost group around it.
    pub group: Option<usize>,
    /// Its top-left corner, where the author fixed it.
    pub at: Option<Point>,
}

/// An arrow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GraphEdge {
    /// Position in [`Graph::nodes`].
    pub source: usize,
    /// Position in [`Graph::nodes`].
    pub target: usize,
    /// The room its label plate needs, if it has one.
    pub label: Option<Size>,
}

/// A boundary.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GraphGroup {
    /// The group around it.
    pub parent: Option<usize>,
    /// The room its label needs along its top edge.
    pub label: Size,
    /// Its place, where the author fixed it.
    pub rect: Option<Rect>,
}

/// Where the ranks go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// Sources left, targets right.
    #[default]
    Right,
    /// Sources at the top, targets below.
    Down,
}

/// Where everything is, in world px; indexed as the [`Graph`] is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// One a node.
    pub nodes: Vec<Rect>,
    /// One an edge.
    pub edges: Vec<Route>,
    /// One a group, each enclosing its members.
    pub groups: Vec<Rect>,
    /// Around everything drawn.
    pub bounds: Rect,
}

/// The way of an arrow.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Route {
    /// From the source's border to the target's: corners of an orthogonal polyline.
    pub points: Vec<Point>,
    /// Where its label plate goes, if it has one.
    pub label: Option<Rect>,
}

/// Lays a graph out.
///
/// Pure, total and deterministic. Where all nodes have a place they keep it, and only groups and ways are found;
/// where some have, these keep it and the others go where there is room.
///
/// ```
/// use vitrine_draw::diagram::layout::{Direction, Graph, GraphEdge, GraphNode, layout};
/// use vitrine_draw::geometry::Size;
///
/// let node = GraphNode { size: Size::new(120.0, 60.0), group: None, at: None };
/// let edge = GraphEdge { source: 0, target: 1, label: None };
/// let graph = Graph { nodes: vec![node; 2], edges: vec![edge], groups: vec![] };
///
/// let drawn = layout(&graph, Direction::Right);
/// assert!(drawn.nodes[0].x1 < drawn.nodes[1].x0, "the target stands to the right of the source");
/// assert_eq!(drawn.edges[0].points.first().map(|start| start.x), Some(drawn.nodes[0].x1));
/// assert!(drawn.nodes.iter().all(|&node| drawn.bounds.encloses(node)));
/// ```
pub fn layout(graph: &Graph, direction: Direction) -> Layout {
    let mut sheet = blank(graph);
    let pinned = (0..graph.nodes.len()).filter(|&n| place::pin(graph, n).is_some()).count();
    if pinned == 0 {
        draw_all(graph, direction, &mut sheet);
    } else {
        if pinned == graph.nodes.len() {
            place::pinned(graph, &mut sheet);
        } else {
            draw_all(graph, direction, &mut sheet);
            place::place(graph, &mut sheet);
        }
        place::enclose(graph, &mut sheet);
        connect::connect(graph, &mut sheet);
    }
    sheet.bounds = bounds(&sheet);
    sheet
}

/// Draws the parts and puts them side by side.
fn draw_all(graph: &Graph, direction: Direction, sheet: &mut Layout) {
    let parts = part::parts(graph, direction);
    let covered: Vec<Rect> = parts.iter().map(|part| draw(part, sheet).unwrap_or_default()).collect();
    let sizes: Vec<Size> = covered.iter().map(|c| c.size()).collect();
    for ((part, corner), covered) in parts.iter().zip(pack::pack(&sizes)).zip(&covered) {
        shift(part, corner - covered.origin().to_vec2(), sheet);
    }
}

/// A layout with a place for everything and nothing in place.
fn blank(graph: &Graph) -> Layout {
    Layout {
        nodes: graph.nodes.iter().map(|n| Rect::from_origin_size(Point::ORIGIN, nest::clean(n.size))).collect(),
        edges: vec![Route::default(); graph.edges.len()],
        groups: vec![Rect::default(); graph.groups.len()],
        bounds: Rect::default(),
    }
}

/// Links up to which positions and ports are found anew once the other is known.
const TWICE: usize = 1_000;
/// Cells of a small part and of one that is not large.
const FEW: usize = 40;
const SOME: usize = 150;

/// A part with everything found but its way onto the sheet.
struct Found {
    ranks: rank::Ranks,
    layers: normalise::Layers,
    ports: port::Ports,
    across: across::Across,
    along: along::Along,
    crossings: usize,
}

/// How the ranks of a part are to be found: the best of these is drawn, the first if several are.
fn plans(part: &Part) -> &'static [(Grouping, Search)] {
    match (part.cells.len(), part.nest.len() > 1) {
        (..=FEW, true) => &[
            (Grouping::Beside, Search::Deep),
            (Grouping::Behind, Search::Deep),
            (Grouping::Beside, Search::DeepLastFirst),
            (Grouping::Behind, Search::DeepLastFirst),
        ],
        (..=rank::MOST_DEEP, true) => &[(Grouping::Behind, Search::Deep)],
        (FEW..=SOME, false) => &[(Grouping::Beside, Search::Deep), (Grouping::Beside, Search::DeepLastFirst)],
        (..=rank::MOST_DEEP, false) => &[(Grouping::Beside, Search::Deep)],
        _ => &[(Grouping::Beside, Search::Shallow)],
    }
}

/// The recipe for one part.
fn draw(part: &Part, sheet: &mut Layout) -> Option<Rect> {
    let mut best: Option<Found> = None;
    for &(grouping, search) in plans(part) {
        let ranks = rank::rank(part, grouping, search);
        if best.as_ref().is_some_and(|best| best.ranks == ranks) {
            continue;
        }
        let found = find(part, ranks);
        if best.as_ref().is_none_or(|best| found.cost(part.direction) < best.cost(part.direction)) {
            best = Some(found);
        }
    }
    let Found { ranks, layers, ports, across, along, .. } = &best?;
    route::route(part, layers, ranks, ports, across, along, sheet)
}

fn find(part: &Part, ranks: rank::Ranks) -> Found {
    let mut layers = normalise::normalise(part, &ranks);
    let crossings = order::order(&mut layers, &part.nest);
    let mut ports = port::ports(part, &layers);
    let mut across = position::position(part, &layers, &ports);
    port::settle(part, &layers, &across, &mut ports);
    if layers.links.len() < TWICE {
        across = position::position(part, &layers, &ports);
        port::settle(part, &layers, &across, &mut ports);
    }
    let mut along = along::along(part, &layers, &ports, &across, false);
    let rounds = if layers.links.len() < TWICE { 3 } else { 0 };
    for _ in 0..rounds {
        if along.clashes.is_empty() || !port::part_ways(part, &layers, &across, &mut ports, &along.clashes) {
            break;
        }
        along = along::along(part, &layers, &ports, &across, false);
    }
    if !along.clashes.is_empty() {
        along = along::along(part, &layers, &ports, &across, true);
    }
    Found { ranks, layers, ports, across, along, crossings }
}

impl Found {
    /// How hard a drawing is to read: how small it must be shown, worse by a quarter for every crossing.
    fn cost(&self, direction: Direction) -> f64 {
        const CROSSING: f64 = 0.4;
        const ASPECT: f64 = 1.6;
        let u = f64::from(self.along.ranks.last().map_or(0, |r| r.1));
        let v = f64::from(self.across.groups.first().map_or(0, |g| g.1 - g.0));
        let (w, h) = if direction == Direction::Right { (u, v) } else { (v, u) };
        (w / ASPECT).max(h) * (1.0 + CROSSING * self.crossings as f64)
    }
}

fn shift(part: &Part, by: Vec2, sheet: &mut Layout) {
    for &node in part.node.iter().flatten() {
        sheet.nodes[node] = pack::moved(sheet.nodes[node], by);
    }
    for &group in &part.nest.group[1..] {
        sheet.groups[group] = pack::moved(sheet.groups[group], by);
    }
    for edge in part.arcs.iter().map(|a| a.edge).chain(part.loops.iter().map(|l| l.edge)) {
        let route = &mut sheet.edges[edge];
        for point in &mut route.points {
            *point += by;
        }
        route.label = route.label.map(|l| pack::moved(l, by));
    }
}

/// Around everything drawn.
fn bounds(sheet: &Layout) -> Rect {
    let ways = sheet.edges.iter().flat_map(|e| e.points.iter().map(|&p| route::around(p, p)).chain(e.label));
    let all = sheet.nodes.iter().copied().chain(sheet.groups.iter().copied()).chain(ways);
    all.reduce(Rect::union).unwrap_or_default()
}
