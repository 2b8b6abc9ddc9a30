//! What happens in a diagram.

use std::ops::Range;

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
    /// How it passes.
    pub kind: StepKind,
    /// What happens.
    pub note: Option<Markdown>,
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
}

impl StepKind {
    /// Every kind with the name that the file uses and visitors read.
    pub const ALL: [(Self, &'static str); 3] = [(Self::Sync, "sync"), (Self::Async, "async"), (Self::Reply, "reply")];
}

/// Steps that happen at the same time, or of which only some happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    /// Whether only one of the branches happens.
    pub alternative: bool,
    /// One after the other, without a gap between them; never empty.
    pub branches: Vec<Branch>,
}

/// One branch of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// When an alternative happens; empty where the branches are parallel.
    pub when: String,
    /// Positions in [`Flow::steps`]; never empty.
    pub steps: Range<usize>,
}
