//! A flow as a sequence diagram: a lifeline for each node that takes part, and the steps below each other.
//!
//! After UML 2.5.1, clause 17: a filled head where the sender waits, an open one where nobody waits, a dashed line for
//! a reply and for what creates a participant, whose head stands at that message; a cross where one ends; frames around
//! the steps of a fragment, with its operator.

mod draw;
mod stack;

use vitrine_model::{Diagram, Flow, Node, Place, StepKind};

use super::words;
use crate::diagram::compose::bounds;
use crate::diagram::graph::{self, NodeFacts};
use crate::diagram::layout::{Layout, Route};
use crate::diagram::measure::{self, Font};
use crate::diagram::scene::Scene;
use crate::diagram::wrap::{balanced, wrap};
use crate::geometry::{Point, Rect, Size};

/// Between two heads.
const GAP: f64 = 32.0;
/// The widest words on a message where its ends are near to each other, and into how many lines they break at most.
const MAX_WORDS: f64 = 170.0;
const LINES: usize = 3;
/// The widest note; it has as many lines as it needs.
const NOTE: f64 = 220.0;

/// Where everything of a sequence diagram is, in world px.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sequence {
    /// The nodes that take part, in the order in which they appear, from left to right; where it is read from right to left, that way.
    pub participants: Vec<usize>,
    /// The heads of the lifelines; indexed as the participants are.
    pub heads: Vec<Rect>,
    /// One a step, in order.
    pub rows: Vec<Row>,
    /// One a fragment, in the flow's order.
    pub frames: Vec<Frame>,
    /// The lower ends of the lifelines; indexed as the participants are.
    pub ends: Vec<f64>,
    /// The lower end of all.
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
    /// Where it ends a lifeline.
    pub cross: Option<Point>,
}

/// The frame around a fragment.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Its outline.
    pub rect: Rect,
    /// The operator, such as `alt`; of a block its name.
    pub name: String,
    /// The upper end of each branch, and when it happens.
    pub branches: Vec<(f64, String)>,
}

impl Sequence {
    /// Lays a flow out. `facts` is indexed as the diagram's nodes are.
    pub fn new(diagram: &Diagram, facts: &[NodeFacts], flow: &Flow) -> Self {
        let mut participants: Vec<usize> = Vec::new();
        for node in flow.steps.iter().flat_map(|step| step.cast(&diagram.edges)) {
            if !participants.contains(&node) {
                participants.push(node);
            }
        }
        let column = |node: usize| participants.iter().position(|&other| other == node).unwrap_or_default();
        let (mut rows, mut spans): (Vec<Row>, Vec<Span>) = (Vec::new(), Vec::new());
        for (index, step) in flow.steps.iter().enumerate() {
            let (from, to) = step.ends(&diagram.edges);
            let (from, to) = (column(from), to.map(column));
            let lines = lines(diagram, flow, index, if to.is_some() { MAX_WORDS } else { NOTE });
            let about: Vec<usize> = step.cast(&diagram.edges).map(column).collect();
            let over = about.iter().fold((from, from), |(first, last), &column| (first.min(column), last.max(column)));
            let creates = Some(to.unwrap_or(from)).filter(|&created| {
                let is_new = !spans.iter().any(|span| span.about.contains(&created));
                step.kind == StepKind::Create && is_new && to != Some(from)
            });
            spans.push(Span { from, to, about, over, size: plate(&lines, to.is_some()), creates });
            rows.push(Row { route: Vec::new(), plate: Rect::default(), lines, kind: step.kind, cross: None });
        }
        let size = |node: usize| {
            let technology = facts.get(node).and_then(|facts| facts.technology.as_deref());
            diagram.nodes.get(node).map_or_else(Size::default, |node| graph::node_text(&head(node), technology).1)
        };
        let sizes: Vec<Size> = participants.iter().map(|&node| size(node)).collect();
        let heads = heads(&sizes, &spans);
        // What goes far has room for more words.
        for (index, (row, span)) in rows.iter_mut().zip(&mut spans).enumerate() {
            let x = |column: usize| heads.get(column).map_or(0.0, |head| head.center().x);
            let room = match span.to {
                Some(to) => {
                    let head = span.creates.and_then(|column| heads.get(column)).map_or(0.0, |head| head.width() / 2.0);
                    ((x(span.from) - x(to)).abs() - head).max(MAX_WORDS + 28.0) - 28.0
                }
                None => (x(span.over.1) - x(span.over.0)).max(NOTE),
            };
            row.lines = lines(diagram, flow, index, room);
            span.size = plate(&row.lines, span.to.is_some());
        }
        let mut sequence = Self { participants, heads, rows, ..Self::default() };
        sequence.stack(flow, &spans);
        if diagram.is_rtl { sequence.mirrored() } else { sequence }
    }

    /// With its participants from the other side; twice is the same again.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        for head in &mut self.heads {
            *head = head.mirrored();
        }
        for row in &mut self.rows {
            row.route.iter_mut().for_each(|point| *point = point.mirrored());
            row.plate = row.plate.mirrored();
            row.cross = row.cross.map(Point::mirrored);
        }
        for frame in &mut self.frames {
            frame.rect = frame.rect.mirrored();
        }
        self
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
        if diagram.is_rtl {
            draw::scene(&self.clone().mirrored(), diagram, facts).mirrored()
        } else {
            draw::scene(self, diagram, facts)
        }
    }

    /// What the camera shows of a step: its message or note, with its words.
    pub fn around(&self, step: usize) -> Option<Rect> {
        let row = self.rows.get(step)?;
        let line = if row.route.is_empty() { row.plate } else { bounds(&row.route) };
        Some(row.plate.union(line).inflate(24.0))
    }

    /// Around everything.
    pub fn bounds(&self) -> Rect {
        let heads = self.heads.iter().copied();
        let frames = self.frames.iter().map(|frame| frame.rect);
        let all = heads.chain(frames).chain(self.rows.iter().map(|row| row.plate)).reduce(Rect::union);
        all.map(|all| Rect { y1: all.y1.max(self.end), ..all }).unwrap_or_default()
    }
}

/// What a step takes up.
struct Span {
    /// The columns that it leads from and, where something passes, to.
    from: usize,
    to: Option<usize>,
    /// The columns that it tells of.
    about: Vec<usize>,
    /// The first and the last of them.
    over: (usize, usize),
    /// Of its words.
    size: Size,
    /// The column whose head stands at it.
    creates: Option<usize>,
}

/// The heads, far enough apart for themselves and for the words between them.
fn heads(sizes: &[Size], spans: &[Span]) -> Vec<Rect> {
    let height = sizes.iter().map(|size| size.h).fold(0.0, f64::max);
    let mut xs: Vec<f64> = Vec::new();
    for (column, size) in sizes.iter().enumerate() {
        let mut x = match column.checked_sub(1) {
            Some(before) => xs[before] + f64::midpoint(sizes[before].w, size.w) + GAP,
            None => size.w / 2.0,
        };
        for span in spans {
            let (from, Some(to)) = (span.from, span.to) else { continue };
            if from.max(to) == column && from != to {
                let head = span.creates.and_then(|column| sizes.get(column)).map_or(0.0, |size| size.w / 2.0);
                x = x.max(xs[from.min(to)] + span.size.w + head + 28.0);
            } else if column > 0 && from == to && from + 1 == column {
                x = x.max(xs[from] + stack::LOOP.0 + span.size.w);
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
    let along = step.ends(&diagram.edges).1.is_some();
    let said = words::passes(diagram, step).map_or(note, str::to_owned);
    let words = [&(index + 1).to_string(), " ", &said].concat();
    if along {
        balanced(&words, Font::Label, room, LINES).unwrap_or_else(|| wrap(&words, Font::Label, room, LINES))
    } else {
        wrap(&words, Font::Label, room, usize::MAX)
    }
}
