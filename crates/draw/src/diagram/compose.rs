//! From a laid-out diagram to its scene.

use vitrine_model::{Diagram, Edge, EdgeKind, Node, NodeKind};

use super::graph::{self, GAP, NodeFacts, PADDING};
use super::layout::{Layout, Route};
use super::measure::{self, Font};
use super::path::Path;
use super::scene::{Align, Dash, Detail, Mark, Part, Role, Scene, Shape};
use super::{glyph, level, outline};
use crate::geometry::{Point, Rect, Size};

/// The most nodes, and the most arrows, of a diagram whose words are made larger from afar where there is room: finding it takes
/// time, and larger ones are seen from further away.
const SEARCHED: usize = 150;
const COMPARED: usize = 600;
const EDGE_WIDTH: f64 = 1.5;
const CORNER: f64 = 8.0;
const ARROW: (f64, f64) = (9.0, 4.0);
/// What of an edge is beside its line: its head, its width.
pub const MARGIN: f64 = 16.0;
/// How far the box behind one that there are several of shows, to the right and above.
const BEHIND: f64 = 5.0;
/// From the middle of a line of text down to its baseline, in em: half the height of a lower-case letter with
/// an ascender.
const BASELINE: f64 = 0.35;

/// Draws a laid-out diagram. `facts` is indexed as the nodes are.
pub fn scene(diagram: &Diagram, facts: &[NodeFacts], layout: &Layout) -> Scene {
    let all = |count| (0..count).collect::<Vec<usize>>();
    let everywhere = layout.bounds.inflate(f64::INFINITY);
    scene_in(diagram, facts, layout, everywhere, (&all(layout.edges.len()), &all(layout.nodes.len())))
}

/// Draws what of a laid-out diagram is inside `seen` (world px): these edges and these nodes, and groups.
pub fn scene_in(
    diagram: &Diagram,
    facts: &[NodeFacts],
    layout: &Layout,
    seen: Rect,
    (edges, nodes): (&[usize], &[usize]),
) -> Scene {
    let mut canvas = Builder::default();
    for index in level::outermost_first(diagram) {
        if let (Some(group), Some(rect)) = (diagram.groups.get(index), layout.groups.get(index))
            && rect.overlaps(seen)
        {
            canvas.group(index, &group.sign(), *rect);
        }
    }
    for &index in nodes {
        if let (Some(node), Some(rect)) = (diagram.nodes.get(index), layout.nodes.get(index)) {
            canvas.others(index, node, *rect);
        }
    }
    let routed = |&index: &usize| Some((index, diagram.edges.get(index)?, layout.edges.get(index)?));
    for (index, edge, route) in edges.iter().filter_map(routed) {
        let end = |(node, group): (usize, Option<usize>)| match group {
            // Where it ends at a boundary no shape keeps back.
            Some(_) => None,
            None => Some((diagram.nodes.get(node)?.kind, *layout.nodes.get(node)?)),
        };
        let ends = [(edge.source, edge.groups[0]), (edge.target, edge.groups[1])].map(end);
        canvas.edge(index, edge, route, ends);
    }
    for (index, edge, route) in edges.iter().filter_map(routed) {
        if let (Some(label), Some(plate)) = (&edge.label, route.label) {
            let lines = graph::edge_label(label).map(|(lines, _)| lines).unwrap_or_default();
            canvas.plate(index, plate, &lines, (Font::Label, Detail::Near));
            let far = far_plate(layout, index, plate);
            canvas.plate(index, far.0, &lines, (far.1, Detail::Far));
        }
    }
    for (index, (group, rect)) in diagram.groups.iter().zip(&layout.groups).enumerate() {
        if rect.overlaps(seen) {
            let ways = if is_searched(layout) { &layout.edges[..] } else { &[] };
            canvas.far_sign(index, &group.sign(), *rect, ways);
        }
    }
    for &index in nodes {
        if let (Some(node), Some(rect)) = (diagram.nodes.get(index), layout.nodes.get(index)) {
            canvas.node(index, node, facts.get(index), *rect);
        }
    }
    Scene { shapes: canvas.shapes, bounds: layout.bounds }
}

/// Around everything that is drawn of an edge; nowhere if nothing is.
pub fn edge_bounds(route: &Route) -> Rect {
    if route.points.is_empty() {
        return Rect::default().inflate(f64::INFINITY);
    }
    let line = bounds(&route.points).inflate(MARGIN);
    route.label.map_or(line, |plate| line.union(plate))
}

fn is_searched(layout: &Layout) -> bool {
    layout.nodes.len() <= SEARCHED && layout.edges.len() <= COMPARED
}

/// The plate of an edge's words from afar, larger where that hides nothing else and no bend of its own line, and what they are set in.
fn far_plate(layout: &Layout, index: usize, plate: Rect) -> (Rect, Font) {
    let k = Font::FarLabel.px() / Font::Label.px();
    let larger = |plate: Rect| Rect::from_center_size(plate.center(), Size::new(plate.width() * k, plate.height() * k));
    let own = larger(plate);
    let is_free = is_searched(layout)
        && layout.edges[index].points.iter().all(|&bend| !own.contains(bend) || plate.contains(bend))
        && layout.nodes.iter().all(|node| !node.overlaps(own))
        && layout
            .edges
            .iter()
            .enumerate()
            .all(|(at, other)| at == index || other.label.is_none_or(|other| !larger(other).overlaps(own)));
    if is_free { (own, Font::FarLabel) } else { (plate, Font::Label) }
}

#[derive(Default)]
struct Builder {
    shapes: Vec<Shape>,
}

impl Builder {
    fn push(&mut self, part: Part, bounds: Rect, mark: Mark) {
        self.shapes.push(Shape { part, bounds, detail: Detail::Any, mark });
    }

    /// What was pushed last is drawn only from this far.
    fn only(&mut self, detail: Detail) {
        if let Some(shape) = self.shapes.last_mut() {
            shape.detail = detail;
        }
    }

    fn text(
        &mut self,
        part: Part,
        bounds: Rect,
        (at, align): (Point, Align),
        text: String,
        (font, role): (Font, Role),
    ) {
        let at = Point::new(at.x, at.y + BASELINE * font.px());
        self.push(part, bounds, Mark::Text { at, text, font, role, align });
    }

    fn group(&mut self, index: usize, label: &str, rect: Rect) {
        let part = Part::Group(index);
        let path = Path::rounded(rect, [10.0; 4]);
        self.push(part, rect, Mark::Fill { path: path.clone(), role: Role::Wash });
        let around = rect.inflate(1.0);
        self.push(part, around, Mark::Stroke { path, role: Role::Line, width: 1.0, dash: Dash::Solid });
        self.sign(part, label, rect, (Font::Group, Detail::Near));
    }

    /// The name of a group from afar, on a plate above arrows; as large as it can be without hiding one.
    fn far_sign(&mut self, index: usize, label: &str, rect: Rect, routes: &[Route]) {
        let plate = |font: Font| {
            let text = measure::clip(label, font, rect.width() - 2.0 * PADDING);
            let middle = rect.y0 + 6.0 + Font::Group.line() / 2.0;
            let corner = Point::new(rect.x0 + PADDING - 4.0, middle - font.line() / 2.0);
            let plate = Rect::from_origin_size(corner, Size::new(measure::width(&text, font) + 8.0, font.line()));
            (plate, text == label)
        };
        let (large, is_whole) = plate(Font::FarGroup);
        let hides = || routes.iter().any(|route| route.points.windows(2).any(|leg| bounds(leg).overlaps(large)));
        let font = if is_whole && !hides() { Font::FarGroup } else { Font::Group };
        let plate = plate(font).0;
        let part = Part::Group(index);
        self.push(part, plate, Mark::Fill { path: Path::rounded(plate, [4.0; 4]), role: Role::Ground });
        self.only(Detail::Far);
        self.sign(part, label, rect, (font, Detail::Far));
    }

    fn sign(&mut self, part: Part, label: &str, rect: Rect, (font, detail): (Font, Detail)) {
        let at = Point::new(rect.x0 + PADDING, rect.y0 + 6.0 + Font::Group.line() / 2.0);
        let text = measure::clip(label, font, rect.width() - 2.0 * PADDING);
        self.text(part, rect, (at, Align::Start), text, (font, Role::Muted));
        self.only(detail);
    }

    /// The ends of a route are on the border of the nodes' boxes; a shape may keep back from that.
    fn edge(&mut self, index: usize, edge: &Edge, route: &Route, ends: [Option<(NodeKind, Rect)>; 2]) {
        let part = Part::Edge(index);
        let mut points = route.points.clone();
        let [Some(first), Some(last)] = [points.first().copied(), points.last().copied()] else { return };
        let recess =
            |end: Option<(NodeKind, Rect)>, at| end.map_or(0.0, |(kind, rect)| outline::recess(kind, rect, at));
        if let [start, after, ..] = &mut points[..] {
            *start = towards(first, *after, -recess(ends[0], first));
        }
        let [.., before, end] = &mut points[..] else { return };
        let (before, tip) = (*before, towards(last, *before, -recess(ends[1], last)));
        let length = tip.distance(before);
        // A line that ends at the head's base does not show beside its point.
        let covered = if edge.kind == EdgeKind::Async { 1.0 } else { ARROW.0 - 1.0 };
        *end = towards(tip, before, covered.min(length));
        let bounds = bounds(&route.points).inflate(MARGIN);
        let (dash, width) = match edge.kind {
            EdgeKind::Sync => (Dash::Solid, EDGE_WIDTH),
            EdgeKind::Async => (Dash::Dashed, EDGE_WIDTH),
            EdgeKind::Data => (Dash::Dotted, EDGE_WIDTH + 0.5),
        };
        let path = Path::rounded_polyline(&points, CORNER);
        self.push(part, bounds, Mark::Stroke { path, role: Role::Muted, width, dash });
        if length > 0.0 {
            self.head(part, bounds, tip, before, edge.kind);
        }
    }

    /// Filled where the caller waits or data moves, open where nobody waits, after UML's messages.
    fn head(&mut self, part: Part, bounds: Rect, tip: Point, before: Point, kind: EdgeKind) {
        let back = (before - tip) / tip.distance(before);
        let base = tip + back * ARROW.0;
        let (left, right) = (
            Point::new(base.x - back.y * ARROW.1, base.y + back.x * ARROW.1),
            Point::new(base.x + back.y * ARROW.1, base.y - back.x * ARROW.1),
        );
        let path = Path::default().move_to(left.x, left.y).line_to(tip.x, tip.y).line_to(right.x, right.y);
        let mark = if kind == EdgeKind::Async {
            Mark::Stroke { path, role: Role::Muted, width: EDGE_WIDTH, dash: Dash::Solid }
        } else {
            Mark::Fill { path: path.close(), role: Role::Muted }
        };
        self.push(part, bounds, mark);
    }

    fn plate(&mut self, index: usize, plate: Rect, lines: &[String], (font, detail): (Font, Detail)) {
        let part = Part::Edge(index);
        self.push(part, plate, Mark::Fill { path: Path::rounded(plate, [4.0; 4]), role: Role::Ground });
        self.only(detail);
        let lines = lines.iter().map(|line| (line.clone(), font, Role::Muted)).collect();
        self.lines(part, plate, (plate.center(), Align::Middle), detail, lines);
    }

    fn node(&mut self, index: usize, node: &Node, facts: Option<&NodeFacts>, rect: Rect) {
        let part = Part::Node(index);
        let role = Role::Kind(node.kind);
        let shape = outline::outline(node.kind, rect);
        let around = rect.inflate(2.0);
        self.push(part, around, Mark::Fill { path: shape.body.clone(), role: Role::Surface });
        let dash = if node.kind == NodeKind::External { Dash::Dashed } else { Dash::Solid };
        self.push(part, around, Mark::Stroke { path: shape.body, role, width: 1.5, dash });
        if let Some(path) = shape.detail {
            self.push(part, around, Mark::Stroke { path, role, width: 1.0, dash: Dash::Solid });
        }

        if node.opens.is_some() {
            self.entry(part, around, rect, role);
        }
        let insets = outline::insets(node.kind);
        let inner =
            Rect { x0: rect.x0 + insets.left, y0: rect.y0 + insets.top, x1: rect.x1 - insets.right, y1: rect.y1 };
        let middle = inner.center();
        let at = Point::new(inner.x0 + PADDING, middle.y - glyph::SIDE / 2.0);
        let mark = match facts.and_then(|facts| facts.drawing.clone()) {
            Some(data) => Mark::Icon { at, data },
            None => Mark::Glyph { at, kind: node.kind },
        };
        self.push(part, rect, mark);
        self.only(Detail::Near);

        let (text, _) = graph::node_text(node, facts.and_then(|facts| facts.technology.as_deref()));
        let technology = text.technology.map(|line| (line, Font::Technology, Role::Muted));
        let name = text.name.into_iter().map(|line| (line, Font::Name, Role::Ink));
        let start = Point::new(at.x + glyph::SIDE + GAP, middle.y);
        self.lines(part, rect, (start, Align::Start), Detail::Near, name.chain(technology).collect());

        let (name, font) = graph::far_name(node, Size::new(inner.width() - PADDING, inner.height()));
        let name = name.into_iter().map(|line| (line, font, Role::Ink)).collect();
        self.lines(part, rect, (middle, Align::Middle), Detail::Far, name);
    }

    /// The edge of another box behind one that there are several of; arrows that end at it run over that.
    fn others(&mut self, index: usize, node: &Node, rect: Rect) {
        if node.instances.as_deref().is_none_or(|instances| instances == "1") {
            return;
        }
        let Rect { x0, y0, x1, y1 } = rect;
        let behind = Rect { x0: x0 + BEHIND, y0: y0 - BEHIND, x1: x1 + BEHIND, y1: y1 - BEHIND };
        let path = outline::outline(node.kind, behind).body;
        let (part, around) = (Part::Node(index), behind.inflate(2.0));
        self.push(part, around, Mark::Fill { path: path.clone(), role: Role::Surface });
        let mark = Mark::Stroke { path, role: Role::Kind(node.kind), width: 1.0, dash: Dash::Solid };
        self.push(part, around, mark);
    }

    /// The sign that there is more inside: a plus in a box on the lower edge, after BPMN's collapsed sub-process.
    fn entry(&mut self, part: Part, around: Rect, rect: Rect, role: Role) {
        let middle = Point::new(rect.x1 - 22.0, rect.y1 - 1.0);
        let around = Rect { y1: around.y1 + 8.0, ..around };
        let frame = Path::rounded(Rect::from_center_size(middle, Size::new(14.0, 14.0)), [2.0; 4]);
        self.push(part, around, Mark::Fill { path: frame.clone(), role: Role::Surface });
        let plus = frame.move_to(middle.x - 3.5, middle.y).line_to(middle.x + 3.5, middle.y);
        let path = plus.move_to(middle.x, middle.y - 3.5).line_to(middle.x, middle.y + 3.5);
        self.push(part, around, Mark::Stroke { path, role, width: 1.5, dash: Dash::Solid });
    }

    /// Lines of text below each other, with the middle of them all at the height of `at`.
    fn lines(
        &mut self,
        part: Part,
        bounds: Rect,
        (at, align): (Point, Align),
        detail: Detail,
        lines: Vec<(String, Font, Role)>,
    ) {
        let height: f64 = lines.iter().map(|(_, font, _)| font.line()).sum();
        let mut y = at.y - height / 2.0;
        for (text, font, role) in lines {
            let middle = Point::new(at.x, y + font.line() / 2.0);
            self.text(part, bounds, (middle, align), text, (font, role));
            self.only(detail);
            y += font.line();
        }
    }
}

/// The position so far from `from` on the way to `to`; a negative distance leads away from it.
fn towards(from: Point, to: Point, by: f64) -> Point {
    let length = from.distance(to);
    if length > 0.0 { from.lerp(to, by / length) } else { from }
}

/// The smallest rectangle around a line.
pub fn bounds(points: &[Point]) -> Rect {
    let first = points.first().copied().unwrap_or_default();
    let empty = Rect { x0: first.x, y0: first.y, x1: first.x, y1: first.y };
    points.iter().fold(empty, |rect, p| rect.union(Rect { x0: p.x, y0: p.y, x1: p.x, y1: p.y }))
}
