//! A step in words.

use vitrine_model::{Diagram, Flow, FlowStep, Fragment, FragmentKind, StepKind, Way};

/// Where a step happens, and what passes: `Checkout → Payments: split payment`. `to` stands between the ends.
pub fn title(diagram: &Diagram, step: &FlowStep, to: &str) -> String {
    let name = |node: usize| diagram.nodes.get(node).map_or("", |node| node.label.as_str());
    let (from, target) = step.ends(&diagram.edges);
    // An arrow may begin or end at a boundary.
    let [mut first, mut last] = match step.way {
        Way::In(_) | Way::Within(_) => [name(from); 2],
        Way::Along(edge) | Way::Against(edge) => diagram.edges.get(edge).map_or([""; 2], |edge| diagram.ends(edge)),
    };
    if let Way::Against(_) = step.way {
        std::mem::swap(&mut first, &mut last);
    }
    let mut title = first.to_owned();
    for (at, other) in step.others.iter().enumerate() {
        title.push_str(if at + 1 == step.others.len() { " and " } else { ", " });
        title.push_str(name(*other));
    }
    if let Some(target) = target {
        title.push_str(to);
        title.push_str(if target == from { "itself" } else { last });
    }
    if let Some(label) = passes(diagram, step) {
        title.push_str(": ");
        title.push_str(label);
    }
    match step.kind {
        StepKind::Sync => {}
        StepKind::Async => title.push_str(" (async)"),
        StepKind::Reply => title.push_str(" (reply)"),
        StepKind::Create => title.push_str(if target.is_some() { " (creates it)" } else { " (created)" }),
        StepKind::Destroy => title.push_str(if target.is_some() { " (ends it)" } else { " (ends)" }),
    }
    title
}

/// What passes along the edge of a step, as the edge says it. What comes back is another thing.
pub fn passes<'a>(diagram: &'a Diagram, step: &FlowStep) -> Option<&'a str> {
    let Way::Along(edge) = step.way else { return None };
    diagram.edges.get(edge)?.label.as_deref().filter(|_| step.kind != StepKind::Reply)
}

/// When a step happens: the blocks it is in, the outermost first. Empty outside of all.
pub fn circumstances(flow: &Flow, step: usize) -> String {
    let mut words = String::new();
    for fragment in &flow.fragments {
        let branch = fragment.branches.iter().position(|branch| branch.steps.contains(&step));
        let circumstance = branch.map(|branch| circumstance(fragment, branch)).unwrap_or_default();
        if !words.is_empty() && !circumstance.is_empty() {
            words.push_str(", ");
        }
        words.push_str(&circumstance);
    }
    words
}

/// What holds of a branch of a block.
fn circumstance(fragment: &Fragment, branch: usize) -> String {
    let when = fragment.branches.get(branch).map_or("", |branch| &branch.when);
    let (bare, before, after) = match fragment.kind {
        FragmentKind::Parallel => {
            let count = fragment.branches.len().to_string();
            return ["at the same time, ", &(branch + 1).to_string(), " of ", &count].concat();
        }
        FragmentKind::Alternative => ("in another case", "if ", ""),
        FragmentKind::Optional => ("perhaps", "only if ", ""),
        FragmentKind::Loop => ("repeatedly", "repeatedly, ", ""),
        FragmentKind::Break => ("as the end", "if ", ", and it ends there"),
        FragmentKind::Critical if branch > 0 => ("otherwise", "if ", ""),
        FragmentKind::Critical => ("without interruption", "without interruption (", ")"),
        FragmentKind::Block => ("", "in ", ""),
    };
    if when.is_empty() { bare.to_owned() } else { [before, when, after].concat() }
}

/// A step in one line: when, where, and what happens.
pub fn step(diagram: &Diagram, flow: &Flow, index: usize) -> String {
    let Some(step) = flow.steps.get(index) else { return String::new() };
    let mut words = circumstances(flow, index);
    if !words.is_empty() {
        words[..1].make_ascii_uppercase();
        words.push_str(": ");
    }
    words.push_str(&title(diagram, step, " to "));
    words.push('.');
    if let Some(note) = &step.note {
        words.push(' ');
        words.push_str(&note.plain());
    }
    words
}
