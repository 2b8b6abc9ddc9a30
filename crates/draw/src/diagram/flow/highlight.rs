//! What a step highlights.

use vitrine_model::{Diagram, Flow, FlowStep, Way};

use crate::diagram::focus::{Focus, Highlight, marked};
use crate::diagram::level;

/// In the diagram: the edge, its ends and the groups around them; the rest stands back. `hover` is the node pointed at.
pub fn in_diagram(diagram: &Diagram, flow: &Flow, step: usize, hover: Option<usize>) -> Focus {
    let Some(shown) = flow.steps.get(step) else { return Focus::new(diagram, Highlight::Off, hover) };
    let (from, to) = shown.ends(&diagram.edges);
    let nodes = marked(diagram.nodes.len(), shown.cast(&diagram.edges));
    let edge = match shown.way {
        Way::Along(edge) | Way::Against(edge) => Some(edge),
        Way::In(_) | Way::Within(_) => None,
    };
    let ends = diagram.nodes.iter().zip(&nodes).filter(|(_, on)| **on).map(|(node, _)| node);
    let groups = level::holding(diagram, ends.map(|node| node.group));
    Focus::on(to.unwrap_or(from), hover, [nodes, marked(diagram.edges.len(), edge), groups])
}

/// In the sequence diagram, whose edges are the steps and whose groups are the fragments: the step and its ends.
pub fn in_sequence(diagram: &Diagram, flow: &Flow, step: usize, hover: Option<usize>) -> Focus {
    let Some(shown) = flow.steps.get(step) else { return Focus::new(diagram, Highlight::Off, hover) };
    let (from, to) = shown.ends(&diagram.edges);
    let around = flow.fragments.iter();
    let around = around.map(|fragment| fragment.branches.iter().any(|branch| branch.steps.contains(&step)));
    let nodes = marked(diagram.nodes.len(), shown.cast(&diagram.edges));
    Focus::on(to.unwrap_or(from), hover, [nodes, marked(flow.steps.len(), [step]), around.collect()]).calm()
}

/// In the sequence diagram: a node that takes part, and the steps that begin or end there.
pub fn of_participant(diagram: &Diagram, flow: &Flow, node: usize, hover: Option<usize>) -> Focus {
    let touches = |step: &FlowStep| step.cast(&diagram.edges).any(|other| other == node);
    let steps = flow.steps.iter().map(touches).collect();
    Focus::on(node, hover, [marked(diagram.nodes.len(), [node]), steps, Vec::new()]).calm()
}
