//! Nodes of a diagram that stand alone in it.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use super::Step::{Index, Key};
use super::{Doubt, at, entries, text};

/// All of a file.
pub fn doubts(file: &Value) -> Vec<Doubt> {
    let diagrams = entries(file, "diagrams").iter().enumerate();
    diagrams.flat_map(|(index, diagram)| of_diagram(index, diagram)).collect()
}

fn of_diagram(index: usize, diagram: &Value) -> Vec<Doubt> {
    let id_of = |entry: &Value| text(&entry["id"]).or_else(|| text(entry)).filter(|id| !id.is_empty());
    let (nodes, groups, edges) = (entries(diagram, "nodes"), entries(diagram, "groups"), entries(diagram, "edges"));
    let ends: BTreeSet<String> =
        edges.iter().flat_map(|edge| [&edge["source"], &edge["target"]]).filter_map(text).collect();
    let known: BTreeSet<String> = nodes.iter().chain(groups).filter_map(id_of).collect();
    let is_whole = |edge: &Value| !edge["source"].is_null() && !edge["target"].is_null();
    // An edge that leads nowhere is told of, and was meant to reach one of those that nothing reaches.
    if edges.is_empty() || !edges.iter().all(is_whole) || !ends.is_subset(&known) {
        return Vec::new();
    }
    let mut reached = ends;
    for flow in entries(diagram, "flows") {
        steps(flow, &mut reached);
    }
    let by_id: HashMap<String, &Value> = groups.iter().rev().filter_map(|group| Some((id_of(group)?, group))).collect();
    let is_reached = |node: &Value| {
        let mut around = id_of(node);
        let mut group = text(&node["group"]);
        // A group inside itself would go on for ever.
        for _ in 0..=groups.len() + 1 {
            if around.as_ref().is_none_or(|id| reached.contains(id)) {
                return around.is_some();
            }
            let parent = group.as_ref().and_then(|id| by_id.get(id));
            around = group.take();
            group = parent.and_then(|parent| text(&parent["parent"]));
        }
        false
    };
    let alone = nodes.iter().enumerate().filter(|(_, node)| id_of(node).is_some() && !is_reached(node));
    alone
        .map(|(position, node)| {
            let id = id_of(node).unwrap_or_default();
            let said =
                format!("no edge or flow reaches the node {id:?}; add an edge from or to it, or delete the node");
            let path = at(&[Key("diagrams"), Index(index), Key("nodes"), Index(position)]);
            Doubt::warning("V0605", said, path)
        })
        .collect()
}

/// Takes the nodes that the steps of a flow, a branch or a case name.
fn steps(block: &Value, reached: &mut BTreeSet<String>) {
    for step in entries(block, "steps") {
        reached.extend(["from", "to", "node"].iter().filter_map(|name| text(&step[name])));
        reached.extend(entries(step, "nodes").iter().filter_map(text));
        steps(step, reached);
        for branch in entries(step, "parallel") {
            steps(&serde_json::json!({ "steps": branch }), reached);
        }
        for case in ["alternative", "otherwise"].iter().flat_map(|name| entries(step, name)) {
            steps(case, reached);
        }
    }
}
