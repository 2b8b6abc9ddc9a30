//! What happens in a diagram.

use std::ops::Range;

use super::diagram::Edge;
use crate::markdown::Markdown;

/// Something that happens in a diagram, as numbered steps and the fragments they form.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// What `?flow=` names; unique within the diagram.
    pub id: String,
    /// As visitors read it.
    pub name: String,
    /// What it tells.
    pub description: Option<Markdown>,
    /// In the order in which they are told; never empty.
    pub steps: Vec<FlowStep>,
    /// Blocks of steps, each after the one around it.
    pub fragments: Vec<Fragment>,
}

/// One step of a flow.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowStep {
    /// Where it happens.
    pub way: Way,
    /// Further nodes that something in a node tells of, by their positions in
    /// [`Diagram::nodes`](super::Diagram::nodes); empty where something passes.
    pub others: Vec<usize>,
    /// How it passes.
    pub kind: StepKind,
    /// What happens.
    pub note: Option<Markdown>,
}

impl FlowStep {
    /// The node something comes from and, where something passes, the one it goes to; `edges` are the diagram's.
    pub fn ends(&self, edges: &[Edge]) -> (usize, Option<usize>) {
        let edge = |edge: usize| edges.get(edge).map_or((0, 0), |edge| (edge.source, edge.target));
        match self.way {
            Way::In(node) => (node, None),
            Way::Within(node) => (node, Some(node)),
            Way::Along(along) => (edge(along).0, Some(edge(along).1)),
            Way::Against(against) => (edge(against).1, Some(edge(against).0)),
        }
    }

    /// The nodes that take part: where it comes from, where it goes to, and what else it tells of; `edges` are the diagram's.
    pub fn cast(&self, edges: &[Edge]) -> impl Iterator<Item = usize> + use<'_> {
        let (from, to) = self.ends(edges);
        [Some(from), to].into_iter().flatten().chain(self.others.iter().copied())
    }
}

/// Where a step happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// In a node: its position in [`Diagram::nodes`](super::Diagram::nodes).
    In(usize),
    /// Along an edge, by its position in [`Diagram::edges`](super::Diagram::edges), as its arrow points.
    Along(usize),
    /// The other way.
    Against(usize),
    /// From a node to itself, by its position in [`Diagram::nodes`](super::Diagram::nodes); no arrow says so.
    Within(usize),
}

/// How a step passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StepKind {
    /// The sender waits.
    #[default]
    Sync,
    /// Nobody waits.
    Async,
    /// What was waited for.
    Reply,
    /// Where it goes to there was nothing before.
    Create,
    /// Where it goes to there is nothing after it.
    Destroy,
}

impl StepKind {
    /// Every kind with the name that the file uses and visitors read.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Sync, "sync"),
        (Self::Async, "async"),
        (Self::Reply, "reply"),
        (Self::Create, "create"),
        (Self::Destroy, "destroy"),
    ];
}

/// Steps that something holds of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    /// What holds of them.
    pub kind: FragmentKind,
    /// One after the other, without a gap between them; never empty.
    pub branches: Vec<Branch>,
}

/// What holds of the steps of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FragmentKind {
    /// The branches happen at the same time.
    Parallel,
    /// Only one of the branches happens.
    Alternative,
    /// They may not happen.
    Optional,
    /// They happen again and again.
    Loop,
    /// If they happen, nothing happens after them.
    Break,
    /// Nothing may come between them; further branches are what happens if they fail.
    Critical,
    /// They have a name.
    Block,
}

impl FragmentKind {
    /// Every kind with the name that the file uses.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Parallel, "parallel"),
        (Self::Alternative, "alternative"),
        (Self::Optional, "optional"),
        (Self::Loop, "loop"),
        (Self::Break, "break"),
        (Self::Critical, "critical"),
        (Self::Block, "block"),
    ];
}

/// One branch of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// When an alternative happens, how often a loop runs, what a block is called; empty where the branches are parallel.
    pub when: String,
    /// Positions in [`Flow::steps`]; never empty.
    pub steps: Range<usize>,
}
