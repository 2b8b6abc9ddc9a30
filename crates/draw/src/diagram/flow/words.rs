//! A step in words.

use vitrine_model::{Diagram, Flow, FlowStep, StepKind, Way};

use super::ends;

/// Where a step happens, and what passes: `Checkout → Payments: split payment`. `to` stands between the ends.
pub fn title(diagram: &Diagram, step: &FlowStep, to: &str) -> String {
    let name = |node: usize| diagram.nodes.get(node).map_or("", |node| node.label.as_str());
    let (from, target) = ends(diagram, step);
    let mut title = name(from).to_owned();
    if let Some(target) = target {
        title.push_str(to);
        title.push_str(name(target));
    }
    if let Some(label) = passes(diagram, step) {
        title.push_str(": ");
        title.push_str(label);
    }
    match step.kind {
        StepKind::Sync => {}
        StepKind::Async => title.push_str(" (async)"),
        StepKind::Reply => title.push_str(" (reply)"),
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
        let Some(branch) = fragment.branches.iter().position(|branch| branch.steps.contains(&step)) else { continue };
        if !words.is_empty() {
            words.push_str(", ");
        }
        if fragment.alternative {
            words.push_str("if ");
            words.push_str(&fragment.branches[branch].when);
        } else {
            words.push_str("at the same time, ");
            words.push_str(&(branch + 1).to_string());
            words.push_str(" of ");
            words.push_str(&fragment.branches.len().to_string());
        }
    }
    words
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
