//! A step in words.

use vitrine_model::{Diagram, Flow, FlowStep, Fragment, FragmentKind, StepKind, Way, Words};

/// What stands between the ends of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// An arrow: `Checkout → Payments`.
    Arrow,
    /// A word, to be heard: `Checkout to Payments`.
    Word,
}

/// Where a step happens, and what passes: `Checkout → Payments: split payment`.
pub fn title(diagram: &Diagram, step: &FlowStep, between: Between, words: Words) -> String {
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
    let mut title = match step.others.as_slice() {
        [] => first.to_owned(),
        others => words.list(&[first].into_iter().chain(others.iter().map(|node| name(*node))).collect::<Vec<_>>()),
    };
    if let Some(target) = target {
        let last = if target == from { words.step_itself() } else { last };
        title = match between {
            Between::Arrow => words.diagram_arrow(&title, last),
            Between::Word => words.step_to(&title, last),
        };
    }
    if let Some(label) = passes(diagram, step) {
        title = words.step_passes(&title, label);
    }
    match (step.kind, target) {
        (StepKind::Sync, _) => title,
        (StepKind::Async, _) => words.step_async(&title),
        (StepKind::Reply, _) => words.step_reply(&title),
        (StepKind::Create, Some(_)) => words.step_creates(&title),
        (StepKind::Create, None) => words.step_created(&title),
        (StepKind::Destroy, Some(_)) => words.step_destroys(&title),
        (StepKind::Destroy, None) => words.step_destroyed(&title),
    }
}

/// What passes along the edge of a step, as the edge says it. What comes back is another thing.
pub fn passes<'a>(diagram: &'a Diagram, step: &FlowStep) -> Option<&'a str> {
    let Way::Along(edge) = step.way else { return None };
    diagram.edges.get(edge)?.label.as_deref().filter(|_| step.kind != StepKind::Reply)
}

/// When a step happens: the blocks it is in, the outermost first. Empty outside of all.
pub fn circumstances(flow: &Flow, step: usize, words: Words) -> String {
    let of = |fragment: &Fragment| {
        let branch = fragment.branches.iter().position(|branch| branch.steps.contains(&step))?;
        Some(circumstance(fragment, branch, words)).filter(|circumstance| !circumstance.is_empty())
    };
    words.joined(&flow.fragments.iter().filter_map(of).collect::<Vec<_>>())
}

/// What holds of a branch of a block.
fn circumstance(fragment: &Fragment, branch: usize, words: Words) -> String {
    let when = fragment.branches.get(branch).map_or("", |branch| &branch.when);
    let bare = match fragment.kind {
        FragmentKind::Parallel => return words.step_parallel(branch + 1, fragment.branches.len()),
        _ if !when.is_empty() => None,
        FragmentKind::Alternative => Some(words.step_alternative_bare()),
        FragmentKind::Optional => Some(words.step_optional_bare()),
        FragmentKind::Loop => Some(words.step_loop_bare()),
        FragmentKind::Break => Some(words.step_break_bare()),
        FragmentKind::Critical if branch > 0 => Some(words.step_otherwise_bare()),
        FragmentKind::Critical => Some(words.step_critical_bare()),
        FragmentKind::Block => Some(""),
    };
    match (bare, fragment.kind) {
        (Some(bare), _) => bare.to_owned(),
        (None, FragmentKind::Optional) => words.step_optional(when),
        (None, FragmentKind::Loop) => words.step_loop(when),
        (None, FragmentKind::Break) => words.step_break(when),
        (None, FragmentKind::Critical) if branch > 0 => words.step_otherwise(when),
        (None, FragmentKind::Critical) => words.step_critical(when),
        (None, FragmentKind::Block) => words.step_block(when),
        (None, FragmentKind::Alternative | FragmentKind::Parallel) => words.step_alternative(when),
    }
}

/// A step in one line: when, where, and what happens.
pub fn step(diagram: &Diagram, flow: &Flow, index: usize, words: Words) -> String {
    let Some(step) = flow.steps.get(index) else { return String::new() };
    let mut when = circumstances(flow, index, words);
    let title = title(diagram, step, Between::Word, words);
    let mut line = if when.is_empty() {
        words.step_plain(&title)
    } else {
        // The only letters here that begin a sentence; scripts without capitals have none of them.
        if let Some(first) = when.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        words.step_when(&when, &title)
    };
    if let Some(note) = &step.note {
        line.push(' ');
        line.push_str(&note.plain());
    }
    line
}
