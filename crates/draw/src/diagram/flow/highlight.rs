//! What a step highlights.

use vitrine_model::{Diagram, Flow, Way};

use super::ends;
use crate::diagram::focus::{Focus, Highlight};
use crate::diagram::level;

/// In the diagram: the edge, its ends and the groups around them; the rest stands back. `hover` is the node pointed at.
pub fn in_diagram(diagram: &Diagram, flow: &Flow, step: usize, hover: Option<usize>) -> Focus {
    let Some(shown) = flow.steps.get(step) else { return Focus::new(diagram, Highlight::Off, hover) };
    let (from, to) = ends(diagram, shown);
    let nodes = one_of(diagram.nodes.len(), [Some(from), to]);
    let edge = match shown.way {
        Way::Along(edge) | Way::Against(edge) => Some(edge),
        Way::In(_) => None,
    };
    let ends = [Some(from), to].into_iter().flatten().filter_map(|end| diagram.nodes.get(end));
    let groups = level::holding(diagram, ends.map(|node| node.group));
    Focus::on(to.unwrap_or(from), hover, [nodes, one_of(diagram.edges.len(), [edge, None]), groups])
}

/// In the sequence diagram, whose edges are the steps and whose groups are the fragments: the step and its ends.
pub fn in_sequence(diagram: &Diagram, flow: &Flow, step: usize, hover: Option<usize>) -> Focus {
    let Some(shown) = flow.steps.get(step) else { return Focus::new(diagram, Highlight::Off, hover) };
    let (from, to) = ends(diagram, shown);
    let around = flow.fragments.iter();
    let around = around.map(|fragment| fragment.branches.iter().any(|branch| branch.steps.contains(&step)));
    let highlighted = [one_of(diagram.nodes.len(), [Some(from), to]), one_of(flow.steps.len(), [Some(step), None])];
    let [nodes, edges] = highlighted;
    Focus::on(to.unwrap_or(from), hover, [nodes, edges, around.collect()]).calm()
}

/// In the sequence diagram: a node that takes part, and the steps that begin or end there.
pub fn of_participant(diagram: &Diagram, flow: &Flow, node: usize, hover: Option<usize>) -> Focus {
    let touches = |step| {
        let (from, to) = ends(diagram, step);
        from == node || to == Some(node)
    };
    let steps = flow.steps.iter().map(touches).collect();
    Focus::on(node, hover, [one_of(diagram.nodes.len(), [Some(node), None]), steps, Vec::new()]).calm()
}

fn one_of(count: usize, chosen: [Option<usize>; 2]) -> Vec<bool> {
    (0..count).map(|index| chosen.contains(&Some(index))).collect()
}
