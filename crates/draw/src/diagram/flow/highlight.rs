//! What a step highlights.

use vitrine_model::{Diagram, Flow, Way};

use super::{cast, ends};
use crate::diagram::focus::{Focus, Highlight};
use crate::diagram::level;

/// In the diagram: the edge, its ends and the groups around them; the rest stands back. `hover` is the node pointed at.
pub fn in_diagram(diagram: &Diagram, flow: &Flow, step: usize, hover: Option<usize>) -> Focus {
    let Some(shown) = flow.steps.get(step) else { return Focus::new(diagram, Highlight::Off, hover) };
    let (from, to) = ends(diagram, shown);
    let nodes = of_step(diagram, flow, step);
    let edge = match shown.way {
        Way::Along(edge) | Way::Against(edge) => Some(edge),
        Way::In(_) | Way::Within(_) => None,
    };
    let ends = diagram.nodes.iter().zip(&nodes).filter(|(_, on)| **on).map(|(node, _)| node);
    let groups = level::holding(diagram, ends.map(|node| node.group));
    Focus::on(to.unwrap_or(from), hover, [nodes, one_of(diagram.edges.len(), [edge, None]), groups])
}

/// In the sequence diagram, whose edges are the steps and whose groups are the fragments: the step and its ends.
pub fn in_sequence(diagram: &Diagram, flow: &Flow, step: usize, hover: Option<usize>) -> Focus {
    let Some(shown) = flow.steps.get(step) else { return Focus::new(diagram, Highlight::Off, hover) };
    let (from, to) = ends(diagram, shown);
    let around = flow.fragments.iter();
    let around = around.map(|fragment| fragment.branches.iter().any(|branch| branch.steps.contains(&step)));
    let (nodes, edges) = (of_step(diagram, flow, step), one_of(flow.steps.len(), [Some(step), None]));
    Focus::on(to.unwrap_or(from), hover, [nodes, edges, around.collect()]).calm()
}

/// In the sequence diagram: a node that takes part, and the steps that begin or end there.
pub fn of_participant(diagram: &Diagram, flow: &Flow, node: usize, hover: Option<usize>) -> Focus {
    let touches = |step| cast(diagram, step).any(|other| other == node);
    let steps = flow.steps.iter().map(touches).collect();
    Focus::on(node, hover, [one_of(diagram.nodes.len(), [Some(node), None]), steps, Vec::new()]).calm()
}

/// Which nodes take part in a step.
fn of_step(diagram: &Diagram, flow: &Flow, step: usize) -> Vec<bool> {
    let mut nodes = vec![false; diagram.nodes.len()];
    for node in flow.steps.get(step).into_iter().flat_map(|step| cast(diagram, step)) {
        if let Some(on) = nodes.get_mut(node) {
            *on = true;
        }
    }
    nodes
}

fn one_of(count: usize, chosen: [Option<usize>; 2]) -> Vec<bool> {
    (0..count).map(|index| chosen.contains(&Some(index))).collect()
}
