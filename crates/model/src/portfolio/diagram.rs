//! What a system is made of.

use std::sync::Arc;

use vitrine_words::Words;

use super::flow::Flow;
use super::technology::TechId;
use crate::markdown::Markdown;

/// Position of a diagram in [`Portfolio::diagrams`](super::Portfolio::diagrams); always in range for the portfolio it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DiagramId(pub u32);

/// An architecture diagram with at least one node.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Diagram {
    /// The last part of its address; unique. Empty for a diagram read from `?diagram-url=` without one.
    pub id: String,
    /// Shown after `diagram://`.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// What it shows.
    pub caption: Option<Markdown>,
    /// The diagram that it is inside of, and the id of the node there that opens it: a step of the shortest way from one that
    /// nothing opens, or else from the first in the file. These ways form no circle.
    pub inside: Option<(DiagramId, String)>,
    /// The boxes.
    pub nodes: Vec<Node>,
    /// The arrows.
    pub edges: Vec<Edge>,
    /// The boundaries; parents form no cycle.
    pub groups: Vec<Group>,
    /// What happens in it.
    pub flows: Arc<Vec<Flow>>,
    /// Sides that it can be looked at from: told as flows are, in steps that each stay in a node.
    pub perspectives: Arc<Vec<Flow>>,
    /// Whether it is read from right to left, as the pages around it are.
    pub is_rtl: bool,
}

impl Diagram {
    /// The position of the node with this id, if there is one.
    pub fn find_node(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.id == id)
    }

    /// The position of the flow with this id, if there is one.
    pub fn find_flow(&self, id: &str) -> Option<usize> {
        self.flows.iter().position(|flow| flow.id == id)
    }

    /// The position of the perspective with this id, if there is one.
    pub fn find_perspective(&self, id: &str) -> Option<usize> {
        self.perspectives.iter().position(|perspective| perspective.id == id)
    }
}

/// A box of a diagram.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Unique within the diagram.
    pub id: String,
    /// As visitors read it.
    pub label: String,
    /// Decides its shape, icon and colour.
    pub kind: NodeKind,
    /// What it runs on.
    pub technology: Option<TechId>,
    /// How many of it there are, such as `4` or `2–6`; `None` where nothing is said.
    pub instances: Option<String>,
    /// What it does.
    pub description: Option<Markdown>,
    /// Position in [`Diagram::groups`] of the innermost group around it.
    pub group: Option<usize>,
    /// The diagram that shows what is inside, never the one it is in.
    pub opens: Option<DiagramId>,
    /// Further diagrams of its system that have it, in the file's order; no more than [`Node::ELSEWHERE`].
    pub also: Vec<DiagramId>,
    /// Where the file puts it, if it does.
    pub place: Place,
}

impl Node {
    /// The most diagrams that a node names as those which have it, too.
    pub const ELSEWHERE: usize = 24;
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NodeKind {
    /// A browser, an app.
    Client,
    /// A CDN, a load balancer.
    Edge,
    /// An API gateway.
    Gateway,
    /// A long-running process.
    #[default]
    Service,
    /// Runs per event.
    Function,
    /// A queue or topic.
    Queue,
    /// An ordered log.
    Stream,
    /// A system of record.
    Database,
    /// Fast, and may forget.
    Cache,
    /// Files and blobs.
    Storage,
    /// Somebody else's system.
    External,
    /// A human being.
    Person,
    /// Watches the others.
    Monitor,
    /// Runs on a schedule.
    Job,
}

impl NodeKind {
    /// Every kind with the name the file uses.
    pub const ALL: [(Self, &'static str); 14] = [
        (Self::Client, "client"),
        (Self::Edge, "edge"),
        (Self::Gateway, "gateway"),
        (Self::Service, "service"),
        (Self::Function, "function"),
        (Self::Queue, "queue"),
        (Self::Stream, "stream"),
        (Self::Database, "database"),
        (Self::Cache, "cache"),
        (Self::Storage, "storage"),
        (Self::External, "external"),
        (Self::Person, "person"),
        (Self::Monitor, "monitor"),
        (Self::Job, "job"),
    ];

    /// The name visitors read.
    pub fn name(self, words: Words) -> &'static str {
        match self {
            Self::Client => words.node_client(),
            Self::Edge => words.node_edge(),
            Self::Gateway => words.node_gateway(),
            Self::Service => words.node_service(),
            Self::Function => words.node_function(),
            Self::Queue => words.node_queue(),
            Self::Stream => words.node_stream(),
            Self::Database => words.node_database(),
            Self::Cache => words.node_cache(),
            Self::Storage => words.node_storage(),
            Self::External => words.node_external(),
            Self::Person => words.node_person(),
            Self::Monitor => words.node_monitoring(),
            Self::Job => words.node_job(),
        }
    }
}

impl Diagram {
    /// What an edge begins and ends at, as visitors read it.
    pub fn ends(&self, edge: &Edge) -> [&str; 2] {
        let name = |node: usize, group: Option<usize>| match group.and_then(|group| self.groups.get(group)) {
            Some(group) => group.label.as_str(),
            None => self.nodes.get(node).map_or("", |node| &node.label),
        };
        [name(edge.source, edge.groups[0]), name(edge.target, edge.groups[1])]
    }
}

/// An arrow of a diagram.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Unique within the diagram.
    pub id: String,
    /// Position in [`Diagram::nodes`]; where it begins at a boundary, of a node in that.
    pub source: usize,
    /// Position in [`Diagram::nodes`]; where it ends at a boundary, of a node in that.
    pub target: usize,
    /// Positions in [`Diagram::groups`] of the boundaries that it begins and ends at, in place of a node.
    pub groups: [Option<usize>; 2],
    /// What passes.
    pub label: Option<String>,
    /// How it passes.
    pub kind: EdgeKind,
}

impl Edge {
    /// The nodes that it begins and ends at, where that is a node and no boundary.
    pub fn nodes(&self) -> [Option<usize>; 2] {
        let [from, to] = self.groups;
        [Some(self.source).filter(|_| from.is_none()), Some(self.target).filter(|_| to.is_none())]
    }
}

/// How something passes along an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum EdgeKind {
    /// The caller waits.
    #[default]
    Sync,
    /// Nobody waits; drawn dashed.
    Async,
    /// Data is read, written or copied.
    Data,
}

impl EdgeKind {
    /// Every kind with the name the file uses.
    pub const ALL: [(Self, &'static str); 3] = [(Self::Sync, "sync"), (Self::Async, "async"), (Self::Data, "data")];

    /// The name visitors read.
    pub fn name(self, words: Words) -> &'static str {
        match self {
            Self::Sync => words.edge_sync(),
            Self::Async => words.edge_async(),
            Self::Data => words.edge_data(),
        }
    }
}

/// A boundary around nodes and other groups.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Group {
    /// Unique among the diagram's groups.
    pub id: String,
    /// As visitors read it.
    pub label: String,
    /// What it runs on, in words.
    pub technology: Option<String>,
    /// How many of it there are, as with a node.
    pub instances: Option<String>,
    /// Position in [`Diagram::groups`] of the group around it.
    pub parent: Option<usize>,
    /// Where the file puts it, if it does.
    pub place: Place,
}

impl Node {
    /// How many of it there are, as it stands in a drawing: `×4`.
    pub fn times(&self) -> Option<String> {
        times(self.instances.as_ref())
    }
}

fn times(instances: Option<&String>) -> Option<String> {
    instances.map(|instances| ["×", instances].concat())
}

impl Group {
    /// What stands in its corner: its name, what it runs on, and how many there are.
    pub fn sign(&self) -> String {
        let mut sign = self.label.clone();
        for part in self.technology.iter().cloned().chain(times(self.instances.as_ref())) {
            sign.push_str(" · ");
            sign.push_str(&part);
        }
        sign
    }
}

/// What the file says about a box's or boundary's place, in world px; `x, y` is the top-left corner, y down.
/// Every number is finite and within ±1e7; sizes are above 0.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Place {
    /// Top-left corner.
    pub at: Option<(f64, f64)>,
    /// Width and height.
    pub size: (Option<f64>, Option<f64>),
}
