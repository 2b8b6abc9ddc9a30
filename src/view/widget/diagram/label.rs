//! What is read out of a node.

use crate::diagram::focus::{Focus, Highlight};
use crate::diagram::level;
use crate::diagram::scene::Part;
use crate::model::{Diagram, EdgeKind, Group, Node};
use crate::view::say;

/// How many edges end and start at a node.
fn degrees(diagram: &Diagram, node: usize) -> (usize, usize) {
    let count = |end: usize| diagram.edges.iter().filter(|edge| edge.nodes()[end] == Some(node)).count();
    (count(1), count(0))
}

/// Names of the groups around a node, the innermost first.
pub fn groups(diagram: &Diagram, node: usize) -> Vec<String> {
    let first = diagram.nodes.get(node).and_then(|node| node.group);
    let named = level::groups_around(diagram, first).filter_map(|at| diagram.groups.get(at));
    named.map(Group::sign).collect()
}

/// How many of a node there are, in words.
pub fn instances(node: &Node) -> Option<String> {
    let count = node.instances.as_deref()?;
    // Such as `3` or `2–8`.
    Some(count.parse().map_or_else(|_| say().part_instances_text(count), |count| say().part_instances(count)))
}

/// The name of a node's button: label, kind, technology, group, edges in and out, and which of how many it is.
pub fn node(diagram: &Diagram, technology: Option<&str>, index: usize) -> String {
    let Some(node) = diagram.nodes.get(index) else { return String::new() };
    let mut parts = vec![node.label.clone(), node.kind.name(say()).to_owned()];
    parts.extend(technology.map(str::to_owned));
    parts.extend(instances(node));
    parts.extend(groups(diagram, index).first().map(|group| say().part_in_group(group)));
    if node.opens.is_some() {
        parts.push(say().part_opens().to_owned());
    }
    let (into, out) = degrees(diagram, index);
    parts.push(say().part_degrees(into, out));
    parts.push(say().part_place(index + 1, diagram.nodes.len()));
    say().joined(&parts)
}

/// The name of the button that stands for a boundary: label, how much is in it, where it lies, which of how many it is.
pub fn group(diagram: &Diagram, index: usize) -> String {
    let Some(group) = diagram.groups.get(index) else { return String::new() };
    let around = group.parent.and_then(|parent| diagram.groups.get(parent));
    let level = level::on(diagram, group.parent);
    let at = level.iter().position(|&part| part == Part::Group(index)).unwrap_or_default();
    let mut words = vec![group.sign(), say().part_group_of(level::count(diagram, index))];
    words.extend(around.map(|around| say().part_in_group(&around.label)));
    words.push(say().part_place(at + 1, level.len()));
    words.push(say().part_enter().to_owned());
    say().joined(&words)
}

/// What is announced when a node is chosen by pointer.
pub fn summary(diagram: &Diagram, index: usize) -> String {
    let name = diagram.nodes.get(index).map_or("", |node| &node.label);
    let (into, out) = degrees(diagram, index);
    say().part_details_open(name, into, out)
}

/// What is announced of a walk along an edge, or where there is none.
pub fn way(diagram: &Diagram, edge: Option<usize>, forward: bool) -> String {
    let Some(edge) = edge.and_then(|edge| diagram.edges.get(edge)) else {
        return if forward { say().part_no_way_on() } else { say().part_no_way_here() }.to_owned();
    };
    let words = [edge.label.as_deref().unwrap_or_default(), edge.kind.name(say())];
    let said = say().joined(&words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>());
    if forward { say().part_on_by(&said) } else { say().part_back_by(&said) }
}

/// What is announced when more is highlighted around a node.
pub fn highlighted(steps: usize, nodes: usize) -> String {
    say().part_within(nodes, &say().part_steps(steps))
}

/// What is announced when a perspective is taken.
pub fn perspective(diagram: &Diagram, at: usize) -> String {
    let name = diagram.perspectives.get(at).map_or("", |perspective| &perspective.name);
    let count = Focus::new(diagram, Highlight::Perspective { at, node: None }, None).count();
    say().part_perspective(name, count)
}

/// An arrow with its words.
pub fn arrow([from, to]: [&str; 2], words: Option<&str>) -> String {
    match words.unwrap_or_default() {
        "" => say().diagram_arrow(from, to),
        words => say().diagram_arrow_words(from, to, words),
    }
}

/// One sentence on the whole.
pub fn overview(diagram: &Diagram) -> String {
    let parts = say().joined(&[
        say().diagram_parts(diagram.nodes.len()),
        say().diagram_groups(diagram.groups.len()),
        say().diagram_connections(diagram.edges.len()),
    ]);
    let of_kind = |&(kind, _): &(EdgeKind, &str)| {
        let count = diagram.edges.iter().filter(|edge| edge.kind == kind).count();
        (count > 0).then(|| say().diagram_of_kind(count, kind.name(say())))
    };
    let kinds: Vec<String> = EdgeKind::ALL.iter().filter_map(of_kind).collect();
    if kinds.is_empty() {
        say().diagram_overview(&parts)
    } else {
        say().diagram_overview_kinds(&parts, &say().joined(&kinds))
    }
}
