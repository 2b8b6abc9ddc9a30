//! A diagram with everything worked out that its drawing needs; made once and then only read.

use std::borrow::Cow;
use std::sync::Arc;

use vitrine_model::{Diagram, NodeKind};

use super::boundary;
use super::bundle::Bundles;
use super::camera::Camera;
use super::compose;
use super::graph::{self, NodeFacts};
use super::grid::Grid;
use super::layout::{self, Direction, Graph, Layout};
use super::mirror::is_mirrored;
use super::scene::Scene;
use crate::geometry::{Point, Rect, Size};

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
/// The widest viewport of a phone, in CSS px.
const PHONE: f64 = 600.0;
/// From this scale on the smallest words of a diagram have 9 CSS px.
const LEGIBLE: f64 = 0.75;
/// Windows that a page is rendered for before anybody looks at it: what is left for the diagram of 1440 × 900, and of a phone.
pub const RENDERED: [Size; 2] = [Size::new(1440.0, 760.0), Size::new(390.0, 560.0)];
/// How much narrower, wider, or of other proportions a window may be to show a diagram in the shape that it was rendered in.
const NARROWER: f64 = 0.7;
const WIDER: f64 = 1.8;
const PROPORTIONS: f64 = 1.5;
/// Above this many nodes boundaries say more of a diagram than where it begins.
const LEVELS: usize = 120;
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
        let layout = boundary::cut(&diagram, layout);
        let scene = if diagram.nodes.len() > Self::WHOLE {
            Scene { shapes: Vec::new(), bounds: layout.bounds }
        } else {
            compose::scene(&diagram, &facts, &layout)
        };
        let (layout, scene) =
            if is_mirrored(&diagram) { (layout.mirrored(), scene.mirrored()) } else { (layout, scene) };
        let bundles = Bundles::new(&diagram, &layout);
        Self { bundles, ..Self::of(diagram, facts, layout, scene) }
    }

    /// A drawing of another kind, with what it shows laid out already.
    pub fn of(diagram: Arc<Diagram>, facts: Arc<Vec<NodeFacts>>, layout: Layout, scene: Scene) -> Self {
        let nodes = Grid::new(layout.nodes.clone());
        let edges = Grid::new(layout.edges.iter().map(compose::edge_bounds).collect());
        Self { diagram, facts, layout, scene, nodes, edges, bundles: Bundles::default() }
    }

    /// The whole of it in a viewport.
    pub fn whole_view(&self, viewport: Size) -> Camera {
        Camera::fit(self.scene.bounds, viewport, PADDING.min(viewport.w / 20.0))
    }

    /// What is seen first of a sequence: all of its width where its words can be read then, from its top.
    pub fn reading_view(&self, viewport: Size) -> Camera {
        let bounds = self.scene.bounds;
        let padding = PADDING.min(viewport.w / 20.0);
        let scale = ((viewport.w - 2.0 * padding) / bounds.width().max(1.0)).clamp(1.0, Camera::FIT_SCALE);
        let start = |room: f64, low: f64, high: f64| {
            let spare = room - (high - low) * scale;
            (spare / 2.0).max(padding) - low * scale
        };
        let x = if self.diagram.is_rtl {
            viewport.w - start(viewport.w, -bounds.x1, -bounds.x0)
        } else {
            start(viewport.w, bounds.x0, bounds.x1)
        };
        Camera { origin: Point::new(x, start(viewport.h, bounds.y0, bounds.y1)), scale }
    }

    /// What is seen first: the whole, or where that would be too small to be read on a phone, the start of the flow; of a large
    /// diagram with boundaries the whole, which from afar shows those.
    pub fn first_view(&self, viewport: Size) -> Camera {
        let whole = self.whole_view(viewport);
        let has_levels = self.diagram.nodes.len() > LEVELS && !self.diagram.groups.is_empty();
        let Some(start) = self.start().filter(|_| viewport.w < PHONE && whole.scale < LEGIBLE && !has_levels) else {
            return whole;
        };
        let bounds = self.scene.bounds;
        let place = |low: f64, high: f64, middle: f64, size: f64| {
            let padding = PADDING.min(size / 20.0);
            let (least, most) = (size - padding - high * LEGIBLE, padding - low * LEGIBLE);
            if least > most { f64::midpoint(least, most) } else { (size / 2.0 - middle * LEGIBLE).clamp(least, most) }
        };
        let middle = start.center();
        let x = place(bounds.x0, bounds.x1, middle.x, viewport.w);
        let y = place(bounds.y0, bounds.y1, middle.y, viewport.h);
        Camera { origin: Point::new(x, y), scale: LEGIBLE }
    }

    /// Where the flow begins: a person or a client that sends something, even if it gets something, too, else an edge or what nothing
    /// leads to; the first of them.
    fn start(&self) -> Option<Rect> {
        let (mut sends, mut gets) = (vec![false; self.layout.nodes.len()], vec![false; self.layout.nodes.len()]);
        for edge in self.diagram.edges.iter().filter(|edge| edge.source != edge.target) {
            if let (Some(source), Some(target)) = (sends.get_mut(edge.source), gets.get_mut(edge.target)) {
                (*source, *target) = (true, true);
            }
        }
        let order = |at: usize, kind: NodeKind| match (kind, sends[at], gets[at]) {
            (NodeKind::Person | NodeKind::Client, true, false) => 0,
            (NodeKind::Person | NodeKind::Client, true, true) => 1,
            (NodeKind::Edge, true, _) | (_, true, false) => 2,
            (NodeKind::Person | NodeKind::Client, ..) | (_, false, false) => 3,
            _ => 4,
        };
        let is_mirrored = is_mirrored(&self.diagram);
        let nodes = self.layout.nodes.iter().zip(&self.diagram.nodes).enumerate();
        let first = nodes.min_by(|(a, (p, one)), (b, (q, other))| {
            let corner = |rect: &Rect| if is_mirrored { rect.y0 - rect.x1 } else { rect.x0 + rect.y0 };
            order(*a, one.kind).cmp(&order(*b, other.kind)).then(corner(p).total_cmp(&corner(q)))
        });
        first.map(|(_, (rect, _))| *rect)
    }

    /// The same layout with other facts drawn into it, which must ask for as much room.
    pub fn redraw(&mut self, facts: Arc<Vec<NodeFacts>>) {
        if !self.scene.shapes.is_empty() {
            self.scene = self.composed(&|layout, _| compose::scene(&self.diagram, &facts, layout), Rect::default());
        }
        self.facts = facts;
    }

    /// Everything that is drawn, also where the shapes are not kept.
    pub fn whole(&self) -> Cow<'_, Scene> {
        self.part(self.layout.bounds).map_or(Cow::Borrowed(&self.scene), Cow::Owned)
    }

    /// What is drawn inside `seen` (world px), where the shapes are not kept.
    pub fn part(&self, seen: Rect) -> Option<Scene> {
        let made = |layout: &Layout, in_layout: Rect| {
            let (edges, nodes) = (self.edges.within(seen), self.nodes.within(seen));
            compose::scene_in(&self.diagram, &self.facts, layout, in_layout, (&edges, &nodes))
        };
        self.scene.shapes.is_empty().then(|| self.composed(&made, seen))
    }

    /// A scene made of the layout and a part of it as they are before a mirror, and as it is behind that if there is one.
    fn composed(&self, made: &dyn Fn(&Layout, Rect) -> Scene, seen: Rect) -> Scene {
        if is_mirrored(&self.diagram) {
            made(&self.layout.clone().mirrored(), seen.mirrored()).mirrored()
        } else {
            made(&self.layout, seen)
        }
    }
}

/// The window whose shape a diagram has in a viewport: one that pages are rendered for, so that nothing moves when the program comes, or
/// itself where it is of another class.
pub fn window(viewport: Size) -> Size {
    let is_like = |rendered: &Size| {
        let (w, h) = (viewport.w / rendered.w, viewport.h / rendered.h);
        (NARROWER..=WIDER).contains(&w) && (PROPORTIONS.recip()..=PROPORTIONS).contains(&(w / h))
    };
    RENDERED.into_iter().find(is_like).unwrap_or(viewport)
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
