//! A diagram with everything worked out that its drawing needs; made once and then only read.

use std::borrow::Cow;
use std::sync::Arc;

use vitrine_model::Diagram;

use super::bundle::Bundles;
use super::camera::Camera;
use super::compose;
use super::graph::{self, NodeFacts};
use super::grid::Grid;
use super::layout::{self, Direction, Graph, Layout};
use super::scene::Scene;
use crate::geometry::{Rect, Size};

/// A laid-out diagram.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What is drawn.
    pub diagram: Arc<Diagram>,
    /// Indexed as the nodes are.
    pub facts: Arc<Vec<NodeFacts>>,
    /// Where everything is.
    pub layout: Layout,
    /// What to draw; without shapes where there are more than [`Plan::WHOLE`] nodes: what is seen of them is made
    /// when it is painted.
    pub scene: Scene,
    /// The layout's nodes by place.
    pub nodes: Grid,
    /// Its edges, each with what is drawn of it, by place.
    pub edges: Grid,
    /// Its edges as they are drawn from afar; none where the scene is not that of the diagram.
    pub bundles: Bundles,
}

/// Between the diagram and the edge of its window, in screen px.
pub const PADDING: f64 = 24.0;
/// Above this many nodes only one direction is tried.
const TRY_BOTH: usize = 120;

impl Plan {
    /// The most nodes whose shapes are all kept.
    pub const WHOLE: usize = 1500;

    /// Lays a diagram out in one direction.
    pub fn new(diagram: Arc<Diagram>, facts: Arc<Vec<NodeFacts>>, direction: Direction) -> Self {
        let layout = layout::layout(&graph::graph(&diagram, &facts), direction);
        Self::drawn(diagram, facts, layout)
    }

    /// Lays a diagram out in the direction that shows it larger in this viewport.
    pub fn for_viewport(diagram: Arc<Diagram>, facts: Arc<Vec<NodeFacts>>, viewport: Size) -> Self {
        let layout = suited(&graph::graph(&diagram, &facts), viewport);
        Self::drawn(diagram, facts, layout)
    }

    fn drawn(diagram: Arc<Diagram>, facts: Arc<Vec<NodeFacts>>, layout: Layout) -> Self {
        let scene = if diagram.nodes.len() > Self::WHOLE {
            Scene { shapes: Vec::new(), bounds: layout.bounds }
        } else {
            compose::scene(&diagram, &facts, &layout)
        };
        let bundles = Bundles::new(&diagram, &layout);
        Self { bundles, ..Self::of(diagram, facts, layout, scene) }
    }

    /// A drawing of another kind, with what it shows laid out already.
    pub fn of(diagram: Arc<Diagram>, facts: Arc<Vec<NodeFacts>>, layout: Layout, scene: Scene) -> Self {
        let nodes = Grid::new(layout.nodes.clone());
        let edges = Grid::new(layout.edges.iter().map(compose::edge_bounds).collect());
        Self { diagram, facts, layout, scene, nodes, edges, bundles: Bundles::default() }
    }

    /// The same layout with other facts drawn into it, which must ask for as much room.
    pub fn redraw(&mut self, facts: Arc<Vec<NodeFacts>>) {
        if !self.scene.shapes.is_empty() {
            self.scene = compose::scene(&self.diagram, &facts, &self.layout);
        }
        self.facts = facts;
    }

    /// Everything that is drawn, also where the shapes are not kept.
    pub fn whole(&self) -> Cow<'_, Scene> {
        self.part(self.layout.bounds).map_or(Cow::Borrowed(&self.scene), Cow::Owned)
    }

    /// What is drawn inside `seen` (world px), where the shapes are not kept.
    pub fn part(&self, seen: Rect) -> Option<Scene> {
        let made = || {
            let (edges, nodes) = (self.edges.within(seen), self.nodes.within(seen));
            compose::scene_in(&self.diagram, &self.facts, &self.layout, seen, (&edges, &nodes))
        };
        self.scene.shapes.is_empty().then(made)
    }
}

/// A graph in the direction and the rows that show it largest in a viewport.
pub fn suited(graph: &Graph, viewport: Size) -> Layout {
    let window = Size::new(viewport.w - 2.0 * PADDING, viewport.h - 2.0 * PADDING);
    let lay = |direction| layout::layout_in(graph, direction, window);
    let scale = |layout: &Layout| {
        let (w, h) = (layout.bounds.width().max(1.0), layout.bounds.height().max(1.0));
        (window.w / w).min(window.h / h).min(Camera::FIT_SCALE)
    };
    let placed = graph.nodes.iter().all(|node| node.at.is_some());
    if placed || viewport.w <= 0.0 || viewport.h <= 0.0 {
        return lay(Direction::Right);
    }
    if graph.nodes.len() > TRY_BOTH {
        return lay(if viewport.w < viewport.h { Direction::Down } else { Direction::Right });
    }
    let (right, down) = (lay(Direction::Right), lay(Direction::Down));
    // Reading goes rightwards; only a clear gain is worth the other way.
    if scale(&down) > 1.08 * scale(&right) { down } else { right }
}
