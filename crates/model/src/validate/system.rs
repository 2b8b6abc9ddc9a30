//! Diagrams of one system: those that "opens" joins, whichever way and over any number of steps. Nodes of one id in them are
//! one thing.

use vitrine_lean::sort::sorted;

use crate::portfolio::{Diagram, DiagramId, Node};

/// Has the nodes of each system say what others of their id say, the first in the file's order, and know where else they
/// are. `kinds` is which nodes of each diagram say their kind; names that nobody gives are left empty.
pub fn share(diagrams: &mut [Diagram], kinds: &[Vec<bool>]) {
    let systems = systems(diagrams);
    let mut sizes = vec![0; diagrams.len()];
    for &system in &systems {
        sizes[system] += 1;
    }
    let mut nodes = Vec::new();
    for (diagram, &system) in systems.iter().enumerate() {
        // One that nothing joins to another shares nothing.
        if sizes[system] > 1 {
            nodes.extend((0..diagrams[diagram].nodes.len()).map(|node| (diagram, node)));
        }
    }
    let key = |at: usize| {
        let (diagram, node) = nodes[at];
        (systems[diagram], diagrams[diagram].nodes[node].id.as_str())
    };
    let order = sorted(nodes.len(), &|a, b| key(a).cmp(&key(b)));
    // The sort is stable, so that the places of a thing are in the file's order.
    let things: Vec<Vec<(usize, usize)>> =
        order.chunk_by(|&a, &b| key(a) == key(b)).map(|thing| thing.iter().map(|&at| nodes[at]).collect()).collect();
    for thing in things.iter().filter(|thing| thing.len() > 1) {
        join(diagrams, kinds, thing);
    }
}

/// Has the nodes at these places, which are one thing, say the same where they leave something out.
fn join(diagrams: &mut [Diagram], kinds: &[Vec<bool>], places: &[(usize, usize)]) {
    let says_kind = |diagram: usize, node: usize| kinds[diagram].get(node) == Some(&true);
    let (mut label, mut kind, mut technology, mut description) = (String::new(), None, None, None);
    for &(diagram, node) in places {
        let said: &Node = &diagrams[diagram].nodes[node];
        if label.is_empty() {
            label.clone_from(&said.label);
        }
        kind = kind.or_else(|| says_kind(diagram, node).then_some(said.kind));
        technology = technology.or(said.technology);
        if description.is_none() {
            description.clone_from(&said.description);
        }
    }
    for &(diagram, at) in places {
        let node = &mut diagrams[diagram].nodes[at];
        if node.label.is_empty() {
            node.label.clone_from(&label);
        }
        if let Some(kind) = kind.filter(|_| !says_kind(diagram, at)) {
            node.kind = kind;
        }
        node.technology = node.technology.or(technology);
        if node.description.is_none() {
            node.description.clone_from(&description);
        }
        let others = places.iter().filter(|(other, _)| *other != diagram).take(Node::ELSEWHERE);
        node.also = others.map(|(other, _)| DiagramId(*other as u32)).collect();
    }
}

/// The system of each diagram, as a number that all of one system have.
fn systems(diagrams: &[Diagram]) -> Vec<usize> {
    let mut around: Vec<Vec<usize>> = vec![Vec::new(); diagrams.len()];
    for (outer, diagram) in diagrams.iter().enumerate() {
        for inner in diagram.nodes.iter().filter_map(|node| node.opens) {
            around[outer].push(inner.0 as usize);
            around[inner.0 as usize].push(outer);
        }
    }
    let mut systems = vec![usize::MAX; diagrams.len()];
    for first in 0..diagrams.len() {
        let mut ahead = vec![first];
        while let Some(diagram) = ahead.pop() {
            if systems[diagram] == usize::MAX {
                systems[diagram] = first;
                ahead.append(&mut around[diagram]);
            }
        }
    }
    systems
}
