//! Where everything goes: a layered layout in phases that pass values.

mod across;
mod acyclic;
mod align;
mod along;
mod around;
mod arrange;
mod barycentre;
mod block;
mod bound;
mod channel;
mod column;
mod component;
mod connect;
mod crossing;
mod dense;
mod detour;
mod feedback;
mod field;
mod fold;
mod found;
mod nest;
mod normalise;
mod order;
mod pack;
mod part;
mod place;
mod port;
mod position;
mod rank;
mod recipe;
mod relax;
mod route;
mod row;
mod side;
mod simplex;
mod stack;
mod swap;

use part::Part;

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
    /// Where it stands rather, as far as the arrows leave that open.
    pub tier: Tier,
}

/// What of a system a box is, from those who ask to what is asked last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tier {
    /// It begins: somebody, or what somebody has at hand.
    Front,
    /// It is asked and asks.
    #[default]
    Middle,
    /// It keeps what others need.
    Back,
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
/// let node = GraphNode { size: Size::new(120.0, 60.0), group: None, at: None, tier: Default::default() };
/// let edge = GraphEdge { source: 0, target: 1, label: None };
/// let graph = Graph { nodes: vec![node; 2], edges: vec![edge], groups: vec![] };
///
/// let drawn = layout(&graph, Direction::Right);
/// assert!(drawn.nodes[0].x1 < drawn.nodes[1].x0, "the target stands to the right of the source");
/// assert_eq!(drawn.edges[0].points.first().map(|start| start.x), Some(drawn.nodes[0].x1));
/// assert!(drawn.nodes.iter().all(|&node| drawn.bounds.encloses(node)));
/// ```
pub fn layout(graph: &Graph, direction: Direction) -> Layout {
    laid_out(graph, direction, None)
}

/// Lays a graph out for a window of this size: as [`layout`], but what is long is folded into rows that fit, and what
/// is not connected is put side by side as the window is wide.
pub fn layout_in(graph: &Graph, direction: Direction, window: Size) -> Layout {
    laid_out(graph, direction, Some(nest::clean(window)).filter(|window| window.w > 0.0 && window.h > 0.0))
}

fn laid_out(graph: &Graph, direction: Direction, window: Option<Size>) -> Layout {
    let mut sheet = blank(graph);
    let pinned = (0..graph.nodes.len()).filter(|&n| place::pin(graph, n).is_some()).count();
    if pinned == 0 {
        draw_all(graph, direction, window, &mut sheet);
    } else {
        if pinned == graph.nodes.len() {
            place::pinned(graph, &mut sheet);
        } else {
            draw_all(graph, direction, None, &mut sheet);
            place::place(graph, &mut sheet);
        }
        place::enclose(graph, &mut sheet);
        connect::connect(graph, &mut sheet);
    }
    sheet.bounds = bounds(&sheet);
    sheet
}

/// Draws the parts and puts them side by side.
fn draw_all(graph: &Graph, direction: Direction, window: Option<Size>, sheet: &mut Layout) {
    let parts = part::parts(graph, direction);
    let covered: Vec<Rect> = parts.iter().map(|part| recipe::draw(part, window, sheet).unwrap_or_default()).collect();
    let sizes: Vec<Size> = covered.iter().map(|c| c.size()).collect();
    for ((part, corner), covered) in parts.iter().zip(pack::pack(&sizes, window, pack::APART)).zip(&covered) {
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

fn shift(part: &Part, by: Vec2, sheet: &mut Layout) {
    for &node in part.node.iter().flatten() {
        sheet.nodes[node] = pack::moved(sheet.nodes[node], by);
    }
    for &group in &part.nest.group[1..] {
        sheet.groups[group] = pack::moved(sheet.groups[group], by);
    }
    for edge in part.arcs.iter().map(|a| a.edge).chain(part.loops.iter().map(|l| l.edge)) {
        sheet.edges[edge].shift(by);
    }
}

impl Route {
    fn shift(&mut self, by: Vec2) {
        for point in &mut self.points {
            *point += by;
        }
        self.label = self.label.map(|l| pack::moved(l, by));
    }
}

/// Around everything drawn.
fn bounds(sheet: &Layout) -> Rect {
    let ways = sheet.edges.iter().flat_map(|e| e.points.iter().map(|&p| route::around(p, p)).chain(e.label));
    let all = sheet.nodes.iter().copied().chain(sheet.groups.iter().copied()).chain(ways);
    all.reduce(Rect::union).unwrap_or_default()
}
