//! What is read out of a node.

use crate::diagram::focus::{Focus, Highlight};
use crate::diagram::level;
use crate::diagram::scene::Part;
use crate::model::{Diagram, EdgeKind, Group, Node};

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
    Some([count, if count == "1" { " instance" } else { " instances" }].concat())
}

/// The name of a node's button: label, kind, technology, group, edges in and out, and which of how many it is.
pub fn node(diagram: &Diagram, technology: Option<&str>, index: usize) -> String {
    let Some(node) = diagram.nodes.get(index) else { return String::new() };
    let mut parts = vec![node.label.clone(), node.kind.name().to_owned()];
    parts.extend(technology.map(str::to_owned));
    parts.extend(instances(node));
    parts.extend(groups(diagram, index).first().map(|group| ["in ", group].concat()));
    if node.opens.is_some() {
        parts.push("opens another diagram".to_owned());
    }
    let (into, out) = degrees(diagram, index);
    parts.push([&into.to_string(), " in, ", &out.to_string(), " out"].concat());
    parts.push([&(index + 1).to_string(), " of ", &diagram.nodes.len().to_string()].concat());
    parts.join(", ")
}

/// The name of the button that stands for a boundary: label, how much is in it, where it lies, which of how many it is.
pub fn group(diagram: &Diagram, index: usize) -> String {
    let Some(group) = diagram.groups.get(index) else { return String::new() };
    let around = group.parent.and_then(|parent| diagram.groups.get(parent));
    let level = level::on(diagram, group.parent);
    let at = level.iter().position(|&part| part == Part::Group(index)).unwrap_or_default();
    let parts = level::count(diagram, index);
    let mut words =
        vec![group.sign(), ["group of ", &parts.to_string(), if parts == 1 { " part" } else { " parts" }].concat()];
    words.extend(around.map(|around| ["in ", &around.label].concat()));
    words.push([&(at + 1).to_string(), " of ", &level.len().to_string()].concat());
    words.push("Enter leads in".to_owned());
    words.join(", ")
}

/// What is announced when a node is chosen by pointer.
pub fn summary(diagram: &Diagram, index: usize) -> String {
    let name = diagram.nodes.get(index).map_or("", |node| &node.label);
    let (into, out) = degrees(diagram, index);
    [name, ", details open: ", &into.to_string(), " in, ", &out.to_string(), " out"].concat()
}

/// What is announced of a walk along an edge, or where there is none.
pub fn way(diagram: &Diagram, edge: Option<usize>, forward: bool) -> String {
    let Some(edge) = edge.and_then(|edge| diagram.edges.get(edge)) else {
        return if forward { "No connection leads on" } else { "No connection leads here" }.to_owned();
    };
    let words = [edge.label.as_deref().unwrap_or_default(), edge.kind.name()];
    let said: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    [if forward { "On by: " } else { "Back by: " }, &said.join(", ")].concat()
}

/// What is announced when more is highlighted around a node.
pub fn highlighted(steps: usize, nodes: usize) -> String {
    let within = if steps == 1 { "1 step".to_owned() } else { [&steps.to_string(), " steps"].concat() };
    [&nodes.to_string(), " parts within ", &within].concat()
}

/// What is announced when everything on one technology is highlighted.
pub fn runs_on(nodes: usize, technology: &str) -> String {
    let parts = if nodes == 1 { " part runs on " } else { " parts run on " };
    [&nodes.to_string(), parts, technology].concat()
}

/// What is announced when a perspective is taken.
pub fn perspective(diagram: &Diagram, at: usize) -> String {
    let name = diagram.perspectives.get(at).map_or("", |perspective| &perspective.name);
    let count = Focus::new(diagram, Highlight::Perspective { at, node: None }, None).count();
    [name, ": ", &count.to_string(), if count == 1 { " part" } else { " parts" }].concat()
}

/// One sentence on the whole.
pub fn overview(diagram: &Diagram) -> String {
    let count = |kind| diagram.edges.iter().filter(|edge| edge.kind == kind).count();
    let plural =
        |n: usize, one: &str, many: &str| [n.to_string().as_str(), " ", if n == 1 { one } else { many }].concat();
    let mut text = [
        plural(diagram.nodes.len(), "part", "parts"),
        plural(diagram.groups.len(), "group", "groups"),
        plural(diagram.edges.len(), "connection", "connections"),
    ]
    .join(", ");
    let kinds: Vec<String> = EdgeKind::ALL
        .iter()
        .filter(|(kind, ..)| count(*kind) > 0)
        .map(|&(kind, _, name)| [&count(kind).to_string(), " ", name].concat())
        .collect();
    if !kinds.is_empty() {
        text.push_str(" (");
        text.push_str(&kinds.join(", "));
        text.push(')');
    }
    text.push('.');
    text
}
