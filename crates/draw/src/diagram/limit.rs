//! How much of a diagram is drawn: more could neither be read nor be laid out while somebody waits.

use vitrine_model::{Diagram, Words};

use super::layout::{Graph, GraphEdge};

/// The most nodes of a drawing: the first ones.
pub const NODES: usize = 10_000;
/// The same of boundaries.
pub const GROUPS: usize = 1_000;
/// The most arrows, and how many a node they may be, or all together if that is more.
const EDGES: usize = 15_000;
const BY_NODE: usize = 10;
const FEW: usize = 2_000;
/// Arrows above which their words are not drawn.
const LABELLED: usize = 5_000;

/// How many arrows are drawn among so many nodes.
fn most_edges(nodes: usize) -> usize {
    (BY_NODE * nodes).clamp(FEW, EDGES)
}

/// Whether the arrows of a diagram have words where it is drawn.
pub fn has_words(diagram: &Diagram) -> bool {
    diagram.edges.len() <= LABELLED
}

/// Takes the ends of arrows, so that no layout draws them, where there are too many: as many stay as may be, from all over the list.
pub fn thin(graph: &mut Graph) {
    let nodes = graph.nodes.len();
    let is_sound = |edge: &&mut GraphEdge| edge.source < nodes && edge.target < nodes;
    let count = graph.edges.iter_mut().filter(is_sound).count();
    let most = most_edges(nodes);
    if count <= most {
        return;
    }
    // Steps of the golden section come to each place once, and to no rhythm that the list has.
    let mut step = count * 618 / 1_000;
    while common(step, count) > 1 {
        step += 1;
    }
    let mut at = 0;
    for edge in graph.edges.iter_mut().filter(is_sound) {
        if at >= most {
            edge.target = usize::MAX;
        }
        at = (at + step) % count;
    }
}

/// The greatest common divisor.
const fn common(mut a: usize, mut b: usize) -> usize {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// How much of a diagram its drawing shows, such as "2,000 of 39,800 connections"; `None` where that is everything.
pub fn shown(diagram: &Diagram, words: Words) -> Option<String> {
    let (nodes, edges) = (diagram.nodes.len().min(NODES), &diagram.edges);
    let sound = edges.iter().filter(|edge| edge.source < nodes && edge.target < nodes).count();
    let said = |drawn: usize, all: usize, say: fn(Words, usize, usize) -> String| {
        (drawn < all).then(|| say(words, drawn, all))
    };
    let said = [
        said(nodes, diagram.nodes.len(), Words::diagram_shown_parts),
        said(diagram.groups.len().min(GROUPS), diagram.groups.len(), Words::diagram_shown_groups),
        said(sound.min(most_edges(nodes)), edges.len(), Words::diagram_shown_connections),
        (!has_words(diagram)).then(|| words.diagram_no_words().to_owned()),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| words.joined(&said))
}
