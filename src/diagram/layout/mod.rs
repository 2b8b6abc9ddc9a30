//! Where everything goes: a layered layout in phases that pass values.

use crate::geometry::{Point, Rect, Size};

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
pub fn layout(graph: &Graph, direction: Direction) -> Layout {
    let _ = direction;
    Layout {
        nodes: graph.nodes.iter().map(|n| Rect::from_origin_size(Point::ORIGIN, n.size)).collect(),
        ..Layout::default()
    }
}
