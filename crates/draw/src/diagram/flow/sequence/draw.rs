//! The marks of a sequence diagram.

use std::sync::Arc;

use vitrine_model::{Diagram, StepKind};

use super::{Frame, Row, Sequence, head};
use crate::diagram::compose;
use crate::diagram::graph::NodeFacts;
use crate::diagram::layout::Layout;
use crate::diagram::measure::{self, Font};
use crate::diagram::path::Path;
use crate::diagram::scene::{Align, Dash, Detail, Mark, Part, Role, Scene, Shape};
use crate::geometry::{Point, Rect};

/// The narrowest tab with a frame's name, and the widest name.
const TAB: f64 = 36.0;
const NAME: f64 = 260.0;
const ARROW: (f64, f64) = (9.0, 4.5);
const BASELINE: f64 = 0.35;
/// Half of a cross that ends a lifeline.
const CROSS: f64 = 7.0;

/// From the back to the front: frames, lifelines, steps, heads.
pub fn scene(sequence: &Sequence, diagram: &Diagram, facts: &[NodeFacts]) -> Scene {
    let mut shapes = Vec::new();
    for (index, frame) in sequence.frames.iter().enumerate() {
        draw_frame(&mut shapes, Part::Group(index), frame);
    }
    for ((&node, head), &end) in sequence.participants.iter().zip(&sequence.heads).zip(&sequence.ends) {
        let x = head.center().x;
        let path = Path::default().move_to(x, head.y1).line_to(x, end);
        let bounds = Rect { x0: x, y0: head.y1, x1: x, y1: end }.inflate(2.0);
        let mark = Mark::Stroke { path, role: Role::Line, width: 1.0, dash: Dash::Dotted };
        push(&mut shapes, Part::Node(node), bounds, mark);
    }
    for (index, row) in sequence.rows.iter().enumerate() {
        draw_row(&mut shapes, Part::Edge(index), row);
    }
    shapes.extend(heads(sequence, diagram, facts));
    Scene { shapes, bounds: sequence.bounds() }
}

/// The heads, drawn as the nodes they are.
fn heads(sequence: &Sequence, diagram: &Diagram, facts: &[NodeFacts]) -> Vec<Shape> {
    let nodes = sequence.participants.iter().filter_map(|&node| diagram.nodes.get(node)).map(head).collect();
    let facts: Vec<NodeFacts> =
        sequence.participants.iter().map(|&node| facts.get(node).cloned().unwrap_or_default()).collect();
    let cast = Diagram {
        id: String::new(),
        name: String::new(),
        title: String::new(),
        caption: None,
        nodes,
        edges: Vec::new(),
        groups: Vec::new(),
        flows: Arc::default(),
        perspectives: Arc::default(),
        inside: None,
        is_rtl: false,
    };
    let layout = Layout { nodes: sequence.heads.clone(), ..Layout::default() };
    let mut shapes = compose::scene(&cast, &facts, &layout).shapes;
    for shape in &mut shapes {
        if let Part::Node(column) = shape.part {
            shape.part = Part::Node(sequence.participants.get(column).copied().unwrap_or_default());
        }
    }
    shapes
}

fn push(shapes: &mut Vec<Shape>, part: Part, bounds: Rect, mark: Mark) {
    shapes.push(Shape { part, bounds, detail: Detail::Any, mark });
}

fn line(shapes: &mut Vec<Shape>, part: Part, path: Path, bounds: Rect, dash: Dash) {
    push(shapes, part, bounds, Mark::Stroke { path, role: Role::Line, width: 1.0, dash });
}

fn words(shapes: &mut Vec<Shape>, part: Part, bounds: Rect, at: Point, align: Align, text: String, font: Font) {
    let at = Point::new(at.x, at.y + BASELINE * font.px());
    push(shapes, part, bounds, Mark::Text { at, text, font, role: Role::Muted, align });
}

/// The width of the tab with a frame's name.
pub fn tab(name: &str) -> f64 {
    (measure::width(name, Font::Group).min(NAME).ceil() + 20.0).max(TAB)
}

fn draw_frame(shapes: &mut Vec<Shape>, part: Part, frame: &Frame) {
    let Rect { x0, y0, x1, y1 } = frame.rect;
    let around = frame.rect.inflate(1.0);
    push(shapes, part, around, Mark::Fill { path: Path::rounded(frame.rect, [4.0; 4]), role: Role::Wash });
    line(shapes, part, Path::rounded(frame.rect, [4.0; 4]), around, Dash::Solid);
    let (right, low) = (x0 + tab(&frame.name), y0 + 20.0);
    let tab = Path::default().move_to(x0, low).line_to(right - 7.0, low).line_to(right, low - 7.0).line_to(right, y0);
    line(shapes, part, tab, around, Dash::Solid);
    let middle = Point::new(x0 + 7.0, y0 + 10.0);
    words(shapes, part, around, middle, Align::Start, measure::clip(&frame.name, Font::Group, NAME), Font::Group);
    for (index, (top, when)) in frame.branches.iter().enumerate() {
        if index > 0 {
            line(shapes, part, Path::default().move_to(x0, *top).line_to(x1, *top), around, Dash::Dashed);
        }
        let start = if index == 0 { right + 8.0 } else { x0 + 10.0 };
        let text = measure::clip(when, Font::Label, x1 - start - 8.0);
        words(shapes, part, Rect { y1, ..around }, Point::new(start, top + 10.0), Align::Start, text, Font::Label);
    }
}

fn draw_row(shapes: &mut Vec<Shape>, part: Part, row: &Row) {
    let plate = Path::rounded(row.plate, [3.0; 4]);
    let around = row.plate.inflate(1.0);
    if let [.., before, tip] = row.route[..] {
        push(shapes, part, around, Mark::Fill { path: plate, role: Role::Ground });
        arrow(shapes, part, &row.route, before, tip, row.kind);
    } else {
        push(shapes, part, around, Mark::Fill { path: plate.clone(), role: Role::Surface });
        push(shapes, part, around, Mark::Stroke { path: plate, role: Role::Muted, width: 1.0, dash: Dash::Solid });
    }
    let height = row.lines.len() as f64 * Font::Label.line();
    let mut y = row.plate.center().y - height / 2.0;
    for text in &row.lines {
        let middle = Point::new(row.plate.center().x, y + Font::Label.line() / 2.0);
        words(shapes, part, row.plate, middle, Align::Middle, text.clone(), Font::Label);
        y += Font::Label.line();
    }
    if let Some(Point { x, y }) = row.cross {
        let path = Path::default().move_to(x - CROSS, y - CROSS).line_to(x + CROSS, y + CROSS);
        let path = path.move_to(x - CROSS, y + CROSS).line_to(x + CROSS, y - CROSS);
        let bounds = Rect { x0: x, y0: y, x1: x, y1: y }.inflate(CROSS + 2.0);
        push(shapes, part, bounds, Mark::Stroke { path, role: Role::Muted, width: 2.0, dash: Dash::Solid });
    }
}

fn arrow(shapes: &mut Vec<Shape>, part: Part, route: &[Point], before: Point, tip: Point, kind: StepKind) {
    let length = before.distance(tip);
    if length <= 0.0 {
        return;
    }
    let back = (before - tip) / length;
    let base = tip + back * ARROW.0;
    let dash = if matches!(kind, StepKind::Reply | StepKind::Create) { Dash::Dashed } else { Dash::Solid };
    let is_filled = matches!(kind, StepKind::Sync | StepKind::Destroy);
    let mut points = route.to_vec();
    if let Some(last) = points.last_mut().filter(|_| is_filled) {
        *last = base;
    }
    let bounds = compose::bounds(route).inflate(8.0);
    let path = Path::rounded_polyline(&points, 6.0);
    push(shapes, part, bounds, Mark::Stroke { path, role: Role::Muted, width: 1.5, dash });
    let across = ARROW.1;
    let head = Path::default()
        .move_to(base.x - back.y * across, base.y + back.x * across)
        .line_to(tip.x, tip.y)
        .line_to(base.x + back.y * across, base.y - back.x * across);
    let mark = if is_filled {
        Mark::Fill { path: head.close(), role: Role::Muted }
    } else {
        Mark::Stroke { path: head, role: Role::Muted, width: 1.5, dash: Dash::Solid }
    };
    push(shapes, part, bounds, mark);
}
