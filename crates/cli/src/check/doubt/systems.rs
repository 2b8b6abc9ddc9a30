//! Nodes that are one thing in several diagrams, and called otherwise there.

use serde_json::Value;
use vitrine_model::{Node, NodeKind, Portfolio};

use super::Step::{Index, Key};
use super::{Doubt, at, entries, text};

/// All of a file.
pub fn doubts(file: &Value, portfolio: &Portfolio) -> Vec<Doubt> {
    let diagrams = entries(file, "diagrams").iter().enumerate();
    diagrams.flat_map(|(index, diagram)| of_diagram(index, diagram, portfolio)).collect()
}

fn of_diagram(index: usize, diagram: &Value, portfolio: &Portfolio) -> Vec<Doubt> {
    let own = text(&diagram["id"]).and_then(|id| portfolio.diagram_id(&id));
    let Some(own) = own else { return Vec::new() };
    let mut found = Vec::new();
    for (position, written) in entries(diagram, "nodes").iter().enumerate() {
        let checked = portfolio.diagram(own);
        let node = text(&written["id"]).and_then(|id| checked.nodes.get(checked.find_node(&id)?));
        // What a node leaves out is what the first says; only what is written can differ.
        let Some(first) = node.and_then(|node| node.also.first()).filter(|first| **first < own) else { continue };
        let (Some(node), other) = (node, portfolio.diagram(*first)) else { continue };
        let Some(there) = other.nodes.iter().find(|there| there.id == node.id) else { continue };
        let kind = |node: &Node| NodeKind::ALL[node.kind as usize].1;
        for (key, here, there) in [("label", &*node.label, &*there.label), ("kind", kind(node), kind(there))] {
            if here != there && written.get(key).is_some() {
                let said = format!(
                    "the node {:?} is {here:?} here and {there:?} in the diagram {:?}, which is of the same system; leave \"{key}\" out to have the same in both, or give one of them another id",
                    node.id, other.id,
                );
                let steps = [Key("diagrams"), Index(index), Key("nodes"), Index(position), Key(key)];
                found.push(Doubt::note("V0608", said, at(&steps)));
            }
        }
    }
    found
}
