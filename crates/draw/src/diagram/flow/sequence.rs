//! A flow as a sequence diagram: a lifeline for each node that takes part, and the steps below each other.
//!
//! After UML 2.5.1, clause 17: a filled head where the sender waits, an open one where nobody waits, a dashed line for
//! a reply; frames `par` and `alt` around the steps of a fragment.

mod draw;

use vitrine_model::{Diagram, Flow, Node, Place, StepKind};

use super::{ends, words};
use crate::diagram::graph::{self, NodeFacts};
use crate::diagram::layout::{Layout, Route};
use crate::diagram::measure::{self, Font};
use crate::diagram::scene::Scene;
use crate::diagram::wrap::{balanced, wrap};
use crate::geometry::{Point, Rect, Size};

/// Between two heads.
const GAP: f64 = 32.0;
/// From a head's box to the first row, and from the last to the end of the lifelines.
const ENDS: f64 = 24.0;
/// The least height of a message with its words above it, and what of it is below its line.
const ROW: f64 = 50.0;
const BELOW: f64 = 20.0;
/// From a message's words down to its line.
const ABOVE: f64 = 8.0;
/// What a message to oneself adds to that, and how far it reaches out.
const LOOP: Size = Size::new(36.0, 22.0);
/// Above the first row of a frame, and above each further branch.
const HEAD: f64 = 30.0;
/// Below the last row of a frame, inside and outside.
const FOOT: (f64, f64) = (12.0, 12.0);
/// Above a message's words.
const OVER: f64 = 4.0;
/// The widest words on a message where its ends are near to each other, and into how many lines they break at most.
const MAX_WORDS: f64 = 170.0;
const LINES: usize = 3;
/// The widest note; it has as many lines as it needs.
const NOTE: f64 = 220.0;

/// Where everything of a sequence diagram is, in world px.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sequence {
    /// The nodes that take part, in the order in which they appear, from left to right.
    pub participants: Vec<usize>,
    /// The heads of the lifelines; indexed as the participants are.
    pub heads: Vec<Rect>,
    /// One a step, in order.
    pub rows: Vec<Row>,
    /// One a fragment, in the flow's order.
    pub frames: Vec<Frame>,
    /// The lower end of the lifelines.
    pub end: f64,
}

/// A step.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// A message from one lifeline to another, or out and back to the same; empty for a note.
    pub route: Vec<Point>,
    /// Around its words: a plate above a message, or a note on a lifeline.
    pub plate: Rect,
    /// Its words, broken into lines.
    pub lines: Vec<String>,
    /// How it passes.
    pub kind: StepKind,
}

/// The frame around a fragment.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Its outline.
    pub rect: Rect,
    /// `alt` or `par`.
    pub name: &'static str,
    /// The upper end of each branch, and when it happens.
    pub branches: Vec<(f64, String)>,
}

impl Sequence {
    /// Lays a flow out. `facts` is indexed as the diagram's nodes are.
    pub fn new(diagram: &Diagram, facts: &[NodeFacts], flow: &Flow) -> Self {
        let mut participants: Vec<usize> = Vec::new();
        for step in &flow.steps {
            let (from, to) = ends(diagram, step);
            for node in [Some(from), to].into_iter().flatten() {
                if !participants.contains(&node) {
                    participants.push(node);
                }
            }
        }
        let column = |node: usize| participants.iter().position(|&other| other == node).unwrap_or_default();
        let (mut rows, mut spans) = (Vec::new(), Vec::new());
        for (index, step) in flow.steps.iter().enumerate() {
            let (from, to) = ends(diagram, step);
            let lines = lines(diagram, flow, index, MAX_WORDS);
            spans.push((column(from), to.map(column), plate(&lines, to.is_some())));
            rows.push(Row { route: Vec::new(), plate: Rect::default(), lines, kind: step.kind });
        }
        let size = |node: usize| {
            let technology = facts.get(node).and_then(|facts| facts.technology.as_deref());
            diagram.nodes.get(node).map_or_else(Size::default, |node| graph::node_text(&head(node), technology).1)
        };
        let sizes: Vec<Size> = participants.iter().map(|&node| size(node)).collect();
        let heads = heads(&sizes, &spans);
        // A message that goes far has room for more words.
        for (index, (row, span)) in rows.iter_mut().zip(&mut spans).enumerate() {
            let x = |column: usize| heads.get(column).map_or(0.0, |head| head.center().x);
            if let (from, Some(to), _) = *span {
                row.lines = lines(diagram, flow, index, (x(from) - x(to)).abs().max(MAX_WORDS + 28.0) - 28.0);
                span.2 = plate(&row.lines, true);
            }
        }
        let mut sequence = Self { participants, heads, rows, frames: Vec::new(), end: 0.0 };
        sequence.stack(flow, &spans);
        sequence
    }

    /// Puts the steps below each other, and the frames around them.
    fn stack(&mut self, flow: &Flow, spans: &[Span]) {
        let xs: Vec<f64> = self.heads.iter().map(|head| head.center().x).collect();
        let x = |column: usize| xs.get(column).copied().unwrap_or_default();
        let mut y = self.heads.first().map_or(0.0, |head| head.y1) + ENDS;
        let mut tops: Vec<Vec<f64>> = vec![Vec::new(); flow.fragments.len()];
        let mut bottoms = vec![0.0; flow.fragments.len()];
        for (index, (row, &(from, to, size))) in self.rows.iter_mut().zip(spans).enumerate() {
            for (fragment, tops) in flow.fragments.iter().zip(&mut tops) {
                if fragment.branches.iter().any(|branch| branch.steps.start == index) {
                    tops.push(y);
                    y += HEAD;
                }
            }
            match to {
                None => {
                    row.plate = Rect::from_origin_size(Point::new(x(from) - size.w / 2.0, y), size);
                    y = row.plate.y1 + 14.0;
                }
                Some(to) => {
                    let above = (size.h + ABOVE + OVER).max(ROW - BELOW);
                    let line = y + above;
                    let middle = if to == from {
                        x(from) + LOOP.w / 2.0 + size.w / 2.0 + 6.0
                    } else {
                        f64::midpoint(x(from), x(to))
                    };
                    row.plate = Rect::from_origin_size(Point::new(middle - size.w / 2.0, line - size.h - ABOVE), size);
                    row.route = vec![Point::new(x(from), line), Point::new(x(to), line)];
                    if to == from {
                        let out = x(from) + LOOP.w;
                        row.route = vec![
                            Point::new(x(from), line),
                            Point::new(out, line),
                            Point::new(out, line + LOOP.h),
                            Point::new(x(from), line + LOOP.h),
                        ];
                        y += LOOP.h;
                    }
                    y += above + BELOW;
                }
            }
            for (fragment, bottom) in flow.fragments.iter().zip(&mut bottoms).rev() {
                if fragment.branches.last().is_some_and(|branch| branch.steps.end == index + 1) {
                    *bottom = y + FOOT.0 - 10.0;
                    y += FOOT.0 + FOOT.1;
                }
            }
        }
        self.end = y + ENDS / 2.0;
        // The innermost first, so that each lies within the one around it.
        for (at, fragment) in flow.fragments.iter().enumerate().rev() {
            let (Some(first), Some(last)) = (fragment.branches.first(), fragment.branches.last()) else { continue };
            let steps = first.steps.start..last.steps.end;
            let mut rect = Rect {
                x0: f64::INFINITY,
                y0: tops[at].first().copied().unwrap_or(y),
                x1: f64::NEG_INFINITY,
                y1: bottoms[at],
            };
            for row in self.rows.get(steps.clone()).unwrap_or_default() {
                for (x0, x1) in row.route.iter().map(|p| (p.x, p.x)).chain([(row.plate.x0, row.plate.x1)]) {
                    rect = Rect { x0: rect.x0.min(x0 - 16.0), x1: rect.x1.max(x1 + 16.0), ..rect };
                }
            }
            for (inner, frame) in flow.fragments[at + 1..].iter().zip(self.frames.iter().rev()) {
                if inner.branches.first().is_some_and(|branch| steps.contains(&branch.steps.start)) {
                    rect =
                        Rect { x0: rect.x0.min(frame.rect.x0 - 10.0), x1: rect.x1.max(frame.rect.x1 + 10.0), ..rect };
                }
            }
            let name = if fragment.alternative { "alt" } else { "par" };
            let words = |when: &str| if when.is_empty() { String::new() } else { ["[", when, "]"].concat() };
            let branches: Vec<(f64, String)> =
                tops[at].iter().zip(&fragment.branches).map(|(&top, branch)| (top, words(&branch.when))).collect();
            let longest = branches.iter().map(|(_, when)| measure::width(when, Font::Label)).fold(0.0, f64::max);
            rect.x1 = rect.x1.max(rect.x0 + longest.min(420.0) + draw::TAB + 24.0);
            self.frames.push(Frame { rect, name, branches });
        }
        self.frames.reverse();
    }

    /// Where its parts are: nodes as the diagram has them, without area where they take no part; edges are the steps.
    pub fn layout(&self, diagram: &Diagram) -> Layout {
        let mut nodes = vec![Rect::default(); diagram.nodes.len()];
        for (&node, head) in self.participants.iter().zip(&self.heads) {
            if let Some(rect) = nodes.get_mut(node) {
                *rect = *head;
            }
        }
        let edges = self.rows.iter().map(|row| Route { points: row.route.clone(), label: Some(row.plate) });
        let groups: Vec<Rect> = self.frames.iter().map(|frame| frame.rect).collect();
        Layout { nodes, edges: edges.collect(), bounds: self.bounds(), groups }
    }

    /// What to draw: nodes are the heads and lifelines, edges the steps, groups the frames.
    pub fn scene(&self, diagram: &Diagram, facts: &[NodeFacts]) -> Scene {
        draw::scene(self, diagram, facts)
    }

    /// What the camera shows of a step: its message or note, with its words.
    pub fn around(&self, step: usize) -> Option<Rect> {
        let row = self.rows.get(step)?;
        let point = |p: &Point| Rect { x0: p.x, y0: p.y, x1: p.x, y1: p.y };
        Some(row.route.iter().map(point).fold(row.plate, Rect::union).inflate(24.0))
    }

    /// Around everything.
    pub fn bounds(&self) -> Rect {
        let heads = self.heads.iter().copied();
        let frames = self.frames.iter().map(|frame| frame.rect);
        let all = heads.chain(frames).chain(self.rows.iter().map(|row| row.plate)).reduce(Rect::union);
        all.map(|all| Rect { y1: all.y1.max(self.end), ..all }).unwrap_or_default()
    }
}

/// Columns a step leads from and to, and the size of its words.
type Span = (usize, Option<usize>, Size);

/// The heads, far enough apart for themselves and for the words between them.
fn heads(sizes: &[Size], spans: &[Span]) -> Vec<Rect> {
    let height = sizes.iter().map(|size| size.h).fold(0.0, f64::max);
    let mut xs: Vec<f64> = Vec::new();
    for (column, size) in sizes.iter().enumerate() {
        let mut x = match column.checked_sub(1) {
            Some(before) => xs[before] + f64::midpoint(sizes[before].w, size.w) + GAP,
            None => size.w / 2.0,
        };
        for (from, to, words) in spans.iter().filter_map(|&(from, to, words)| Some((from, to?, words))) {
            if from.max(to) == column && from != to {
                x = x.max(xs[from.min(to)] + words.w + 28.0);
            } else if column > 0 && from == to && from + 1 == column {
                x = x.max(xs[from] + LOOP.w + words.w);
            }
        }
        xs.push(x);
    }
    let rect = |(&x, size): (&f64, &Size)| {
        Rect::from_origin_size(Point::new(x - size.w / 2.0, 0.0), Size::new(size.w, height))
    };
    xs.iter().zip(sizes).map(rect).collect()
}

/// A node as it stands at the head of its lifeline: as large as its words ask.
fn head(node: &Node) -> Node {
    Node { place: Place::default(), group: None, ..node.clone() }
}

/// The size of the plate that words stand on, above a message or as a note.
fn plate(lines: &[String], message: bool) -> Size {
    let w = lines.iter().map(|line| measure::width(line, Font::Label)).fold(0.0, f64::max) + 12.0;
    Size::new(w.ceil(), lines.len() as f64 * Font::Label.line() + if message { 2.0 } else { 14.0 })
}

/// The words of a step, numbered: what passes, or the note where nothing is said to pass.
fn lines(diagram: &Diagram, flow: &Flow, index: usize, room: f64) -> Vec<String> {
    let Some(step) = flow.steps.get(index) else { return Vec::new() };
    let note = step.note.as_ref().map(vitrine_model::Markdown::plain).unwrap_or_default();
    let along = ends(diagram, step).1.is_some();
    let said = words::passes(diagram, step).map_or(note, str::to_owned);
    let words = [&(index + 1).to_string(), " ", &said].concat();
    if along {
        balanced(&words, Font::Label, room, LINES).unwrap_or_else(|| wrap(&words, Font::Label, room, LINES))
    } else {
        wrap(&words, Font::Label, NOTE, usize::MAX)
    }
}
