//! What is highlighted: a node with its edges and neighbours, everything that runs on one technology, or what a perspective names.

use vitrine_model::{Diagram, TechId, Way};

use super::level;
use super::part::Part;

/// How strongly a part is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    /// Nothing is selected.
    Plain,
    /// Something else is.
    Dim,
    /// Belongs to what is selected.
    Highlighted,
    /// Is selected, or pointed at.
    Chosen,
}

/// What to highlight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Highlight {
    /// Everything alike.
    #[default]
    Off,
    /// A node and what can be reached from it in so many steps, whichever way the arrows point.
    Node {
        /// Position of the node.
        node: usize,
        /// At least 1.
        steps: usize,
    },
    /// Every node that runs on a technology, and the edges between them.
    Technology(TechId),
    /// The nodes of a perspective, and the edges between them.
    Perspective {
        /// Its position.
        at: usize,
        /// The node that is selected, if one is.
        node: Option<usize>,
    },
}

impl Highlight {
    /// The node that is selected.
    pub fn node(self) -> Option<usize> {
        match self {
            Self::Node { node, .. } => Some(node),
            Self::Perspective { node, .. } => node,
            Self::Off | Self::Technology(_) => None,
        }
    }

    /// The perspective, by its position.
    pub fn perspective(self) -> Option<usize> {
        if let Self::Perspective { at, .. } = self { Some(at) } else { None }
    }
}

/// The nodes that a perspective names, by their positions.
pub fn noted(diagram: &Diagram, perspective: usize) -> impl Iterator<Item = usize> {
    let steps = diagram.perspectives.get(perspective).into_iter().flat_map(|perspective| &perspective.steps);
    steps.filter_map(|step| if let Way::In(node) = step.way { Some(node) } else { None })
}

/// Which of so many are among these positions.
pub fn marked(count: usize, positions: impl IntoIterator<Item = usize>) -> Vec<bool> {
    let mut marked = vec![false; count];
    for position in positions {
        if let Some(mark) = marked.get_mut(position) {
            *mark = true;
        }
    }
    marked
}

/// Which parts are highlighted. An empty focus shows everything alike.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Focus {
    chosen: Option<usize>,
    hover: Option<usize>,
    /// Empty where nothing is selected, as the next two.
    nodes: Vec<bool>,
    edges: Vec<bool>,
    groups: Vec<bool>,
    /// Whether what is not highlighted is drawn as ever.
    calm: bool,
}

impl Focus {
    /// The focus on some parts, of which one node is drawn as if selected; the others stand back.
    pub fn on(node: usize, hover: Option<usize>, [nodes, edges, groups]: [Vec<bool>; 3]) -> Self {
        Self { chosen: Some(node), hover, nodes, edges, groups, calm: false }
    }

    /// The same without anything standing back.
    #[must_use]
    pub fn calm(self) -> Self {
        Self { calm: true, ..self }
    }

    /// What a highlight holds; `hover` is the node pointed at, and is highlighted itself where the highlight is off.
    pub fn new(diagram: &Diagram, highlight: Highlight, hover: Option<usize>) -> Self {
        let highlight = match (highlight, hover) {
            (Highlight::Off, Some(node)) => Highlight::Node { node, steps: 1 },
            _ => highlight,
        };
        let chosen = highlight.node();
        let (nodes, edges) = match highlight {
            Highlight::Off => return Self { hover, ..Self::default() },
            Highlight::Node { node, steps } => around(diagram, node, steps),
            Highlight::Technology(technology) => {
                among(diagram, diagram.nodes.iter().map(|node| node.technology == Some(technology)).collect())
            }
            Highlight::Perspective { at, .. } => among(diagram, marked(diagram.nodes.len(), noted(diagram, at))),
        };
        let members: &[bool] = if let Highlight::Node { .. } = highlight { &[] } else { &nodes };
        let of_members =
            diagram.nodes.iter().zip(members).filter(|(_, highlighted)| **highlighted).map(|(node, _)| node.group);
        let of_chosen = chosen.and_then(|node| diagram.nodes.get(node)).map(|node| node.group);
        let groups = level::holding(diagram, of_members.chain(of_chosen));
        Self { chosen, hover, nodes, edges, groups, calm: false }
    }

    /// How many nodes are highlighted; 0 where all are alike.
    pub fn count(&self) -> usize {
        self.nodes.iter().filter(|highlighted| **highlighted).count()
    }

    /// How strongly to draw a part.
    pub fn emphasis(&self, part: Part) -> Emphasis {
        let chosen = |index| Part::Node(index) == part;
        if self.chosen.is_some_and(chosen) || self.hover.is_some_and(chosen) {
            return Emphasis::Chosen;
        }
        if self.nodes.is_empty() {
            return Emphasis::Plain;
        }
        let highlighted = match part {
            Part::Group(index) => self.groups.get(index),
            Part::Edge(index) => self.edges.get(index),
            Part::Node(index) => self.nodes.get(index),
        };
        match highlighted {
            Some(true) => Emphasis::Highlighted,
            _ => self.rest(),
        }
    }

    /// How strongly to draw what is not highlighted.
    pub fn rest(&self) -> Emphasis {
        if self.nodes.is_empty() || self.calm { Emphasis::Plain } else { Emphasis::Dim }
    }
}

/// These nodes, and the edges between them.
fn among(diagram: &Diagram, nodes: Vec<bool>) -> (Vec<bool>, Vec<bool>) {
    let highlighted = |node: usize| nodes.get(node).copied().unwrap_or(false);
    let edges = diagram.edges.iter();
    let edges = edges.map(|edge| edge.nodes().into_iter().all(|node| node.is_some_and(highlighted))).collect();
    (nodes, edges)
}

/// The nodes within so many steps of one, and the edges that lead to them.
fn around(diagram: &Diagram, node: usize, steps: usize) -> (Vec<bool>, Vec<bool>) {
    let mut nodes = marked(diagram.nodes.len(), [node]);
    let mut edges = vec![false; diagram.edges.len()];
    for _ in 0..steps {
        let before = nodes.clone();
        let was_highlighted = |node: usize| before.get(node).copied().unwrap_or(false);
        for (edge, highlighted) in diagram.edges.iter().zip(&mut edges) {
            let ends = edge.nodes();
            if ends.into_iter().flatten().any(was_highlighted) {
                *highlighted = true;
                for end in ends.into_iter().flatten() {
                    if let Some(highlighted) = nodes.get_mut(end) {
                        *highlighted = true;
                    }
                }
            }
        }
        if before == nodes {
            break;
        }
    }
    (nodes, edges)
}
