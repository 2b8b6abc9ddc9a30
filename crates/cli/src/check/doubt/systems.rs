//! Nodes that are one thing in several diagrams, and called otherwise there.

use std::collections::BTreeMap;

use serde_json::Value;
use vitrine_model::{DiagramId, Node, NodeKind, Portfolio};

use super::Step::{Index, Key};
use super::{Doubt, at, entries, text};

/// All of a file.
pub fn doubts(file: &Value, portfolio: &Portfolio) -> Vec<Doubt> {
    // The nodes that are in more than one, by the ids of the diagram and their own.
    let mut shared: BTreeMap<(&str, &str), (DiagramId, &Node)> = BTreeMap::new();
    for (diagram, own) in portfolio.diagrams.iter().zip(0..) {
        let nodes = diagram.nodes.iter().filter(|node| !node.also.is_empty());
        shared.extend(nodes.map(|node| ((diagram.id.as_str(), node.id.as_str()), (DiagramId(own), node))));
    }
    let mut found = Vec::new();
    for (index, diagram) in entries(file, "diagrams").iter().enumerate().filter(|_| !shared.is_empty()) {
        let Some(name) = text(&diagram["id"]) else { continue };
        for (position, written) in entries(diagram, "nodes").iter().enumerate() {
            let Some(id) = text(&written["id"]) else { continue };
            let Some((own, node)) = shared.get(&(name.as_str(), id.as_str())) else { continue };
            // What a node leaves out is what the first says, so that only what is written can differ.
            let Some(first) = node.also.first().filter(|first| *first < own) else { continue };
            let first = portfolio.diagram(*first);
            let Some((_, there)) = shared.get(&(first.id.as_str(), id.as_str())) else { continue };
            let kind = |node: &Node| NodeKind::ALL[node.kind as usize].1;
            for (key, here, there) in [("label", &*node.label, &*there.label), ("kind", kind(node), kind(there))] {
                if here != there && written.get(key).is_some() {
                    let said = format!(
                        "the node {id:?} is {here:?} here and {there:?} in the diagram {:?}, which is of the same system; leave \"{key}\" out to have the same in both, or give one of them another id",
                        first.id,
                    );
                    let steps = [Key("diagrams"), Index(index), Key("nodes"), Index(position), Key(key)];
                    found.push(Doubt::note("V0608", said, at(&steps)));
                }
            }
        }
    }
    found
}
