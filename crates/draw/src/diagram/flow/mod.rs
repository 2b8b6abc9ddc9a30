//! What happens in a diagram, step by step: which parts a step highlights, where the camera goes, how a mark travels,
//! what is said, and the whole flow as a sequence diagram.

pub mod follow;
pub mod highlight;
pub mod pinned;
pub mod sequence;
pub mod travel;
pub mod words;

use vitrine_model::{Diagram, FlowStep, Way};

/// The nodes that take part in a step: where it comes from, where it goes to, and what else it tells of.
pub fn cast<'a>(diagram: &Diagram, step: &'a FlowStep) -> impl Iterator<Item = usize> + 'a {
    let (from, to) = ends(diagram, step);
    [Some(from), to].into_iter().flatten().chain(step.others.iter().copied())
}

/// The node something comes from and, along an edge, the one it goes to.
pub fn ends(diagram: &Diagram, step: &FlowStep) -> (usize, Option<usize>) {
    let edge = |edge: usize| diagram.edges.get(edge).map_or((0, 0), |edge| (edge.source, edge.target));
    match step.way {
        Way::In(node) => (node, None),
        Way::Within(node) => (node, Some(node)),
        Way::Along(along) => (edge(along).0, Some(edge(along).1)),
        Way::Against(against) => (edge(against).1, Some(edge(against).0)),
    }
}
