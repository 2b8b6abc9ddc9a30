//! What a selection lights: the node, its edges and its neighbours.

use super::hit_test::Part;
use crate::model::Diagram;

/// How strongly a part is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// Nothing is selected.
    Plain,
    /// Something else is.
    Dim,
    /// Belongs to what is selected.
    Lit,
    /// Is selected, or pointed at.
    Chosen,
}

/// Which parts are lit. An empty focus lights everything alike.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Focus {
    node: Option<usize>,
    hover: Option<usize>,
    nodes: Vec<bool>,
    edges: Vec<bool>,
    groups: Vec<bool>,
}

impl Focus {
    /// The focus on a node, or on nothing; `hover` is the node pointed at.
    pub fn new(diagram: &Diagram, node: Option<usize>, hover: Option<usize>) -> Self {
        let Some(chosen) = node else { return Self { hover, ..Self::default() } };
        let mut nodes = vec![false; diagram.nodes.len()];
        if let Some(lit) = nodes.get_mut(chosen) {
            *lit = true;
        }
        let edges: Vec<bool> =
            diagram.edges.iter().map(|edge| edge.source == chosen || edge.target == chosen).collect();
        for (edge, _) in diagram.edges.iter().zip(&edges).filter(|(_, lit)| **lit) {
            for end in [edge.source, edge.target] {
                if let Some(lit) = nodes.get_mut(end) {
                    *lit = true;
                }
            }
        }
        let mut groups = vec![false; diagram.groups.len()];
        let mut group = diagram.nodes.get(chosen).and_then(|node| node.group);
        while let Some(at) = group {
            let Some(lit) = groups.get_mut(at) else { break };
            *lit = true;
            group = diagram.groups[at].parent;
        }
        Self { node, hover, nodes, edges, groups }
    }

    /// How strongly to draw a part.
    pub fn light(&self, part: Part) -> Light {
        let chosen = |index| Part::Node(index) == part;
        if self.node.is_some_and(chosen) || self.hover.is_some_and(chosen) {
            return Light::Chosen;
        }
        if self.node.is_none() {
            return Light::Plain;
        }
        let lit = match part {
            Part::Group(index) => self.groups.get(index),
            Part::Edge(index) => self.edges.get(index),
            Part::Node(index) => self.nodes.get(index),
        };
        if lit.copied().unwrap_or(false) { Light::Lit } else { Light::Dim }
    }
}
