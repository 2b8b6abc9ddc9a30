//! Laws of the flow: who asks stands before who is asked, as far as the arrows leave an order at all.

use proptest::prelude::*;
use vitrine_draw::diagram::exchange::Given;
use vitrine_draw::diagram::layout::{Direction, Graph, Layout, layout};

use super::layout::{broken, edge, flat, group, node, noise};

/// The arrows that end before they start.
fn against(graph: &Graph, drawn: &Layout, direction: Direction) -> usize {
    let at = |node: usize| match direction {
        Direction::Right => drawn.nodes[node].center().x,
        Direction::Down => drawn.nodes[node].center().y,
    };
    graph.edges.iter().filter(|edge| at(edge.target) < at(edge.source)).count()
}

fn graph(nodes: &[(&str, &str, &str)], edges: &[(&str, &str)], groups: &[&str]) -> Given {
    let list = |entries: Vec<String>| entries.join(",");
    let node = |(id, kind, group): &(&str, &str, &str)| {
        let group = if group.is_empty() { String::new() } else { format!(r#","group":"{group}""#) };
        format!(r#"{{"id":"{id}","label":"{id}","kind":"{kind}"{group}}}"#)
    };
    let edge = |(source, target): &(&str, &str)| format!(r#"{{"source":"{source}","target":"{target}"}}"#);
    let group = |id: &&str| format!(r#"{{"id":"{id}","label":"{id}"}}"#);
    let text = format!(
        r#"{{"nodes":[{}],"edges":[{}],"groups":[{}]}}"#,
        list(nodes.iter().map(node).collect()),
        list(edges.iter().map(edge).collect()),
        list(groups.iter().map(group).collect())
    );
    Given::read(&text).expect("a graph")
}

#[test]
fn who_asks_stands_before_who_is_asked_wherever_the_file_names_them() {
    let nodes = [
        ("desk", "service", "site"),
        ("dome", "service", "site"),
        ("camera", "service", "site"),
        ("archive", "database", "site"),
        ("guide", "service", "site"),
        ("mail", "service", "site"),
        ("weather", "external", ""),
        ("visitor", "person", ""),
    ];
    let edges = [
        ("desk", "archive"),
        ("desk", "mail"),
        ("guide", "dome"),
        ("dome", "camera"),
        ("camera", "archive"),
        ("dome", "weather"),
        ("guide", "archive"),
        ("mail", "visitor"),
        ("visitor", "desk"),
        ("visitor", "guide"),
        ("visitor", "archive"),
    ];
    for turn in 0..nodes.len() {
        let mut nodes = nodes;
        nodes.rotate_left(turn);
        let given = graph(&nodes, &edges, &["site"]);
        for direction in [Direction::Right, Direction::Down] {
            let drawn = layout(&given.graph, direction);
            assert_eq!(against(&given.graph, &drawn, direction), 1, "{direction:?}, {turn}: only the answer");
        }
    }
}

#[test]
fn between_two_groups_the_many_arrows_go_with_the_flow() {
    let yard = ["berth", "tide", "crane", "tug"];
    let keys = ["ring", "vault"];
    let mut nodes: Vec<_> = yard.iter().map(|&id| (id, "service", "yard")).collect();
    nodes.extend([("ring", "service", "keys"), ("vault", "database", "keys"), ("gate", "gateway", "keys")]);
    let mut edges: Vec<_> = yard.iter().flat_map(|&from| keys.iter().map(move |&to| (from, to))).collect();
    edges.push(("gate", "berth"));
    edges.push(("gate", "vault"));
    let given = graph(&nodes, &edges, &["yard", "keys"]);
    for direction in [Direction::Right, Direction::Down] {
        let drawn = layout(&given.graph, direction);
        assert!(against(&given.graph, &drawn, direction) <= 1, "{direction:?}: {drawn:?}");
    }
}

#[test]
fn of_a_circle_the_arrow_to_whoever_begins_is_turned() {
    for kind in ["person", "client", "edge"] {
        let given = graph(
            &[("a", "service", ""), ("b", "service", ""), ("c", kind, ""), ("d", "database", "")],
            &[("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")],
            &[],
        );
        let drawn = layout(&given.graph, Direction::Right);
        assert!(drawn.nodes.iter().all(|other| drawn.nodes[2].x0 <= other.x0), "{kind}: {:?}", drawn.nodes);
    }
}

/// How many arrows a search along them turns that starts at the nodes in the author's order, as others do it.
fn turned_by_a_plain_search(graph: &Graph) -> usize {
    fn visit(graph: &Graph, node: usize, state: &mut [u8]) -> usize {
        state[node] = 1;
        let mut turned = 0;
        for edge in graph.edges.iter().filter(|edge| edge.source == node && edge.target != node) {
            turned += match state[edge.target] {
                0 => visit(graph, edge.target, state),
                1 => 1,
                _ => 0,
            };
        }
        state[node] = 2;
        turned
    }
    let mut state = vec![0; graph.nodes.len()];
    (0..graph.nodes.len()).map(|node| if state[node] == 0 { visit(graph, node, &mut state) } else { 0 }).sum()
}

#[test]
fn no_more_arrows_go_against_the_flow_than_a_plain_search_turns() {
    for seed in 1..30 {
        for nodes in [8, 14, 22, 36] {
            let mut state = seed * 100 + nodes as u64;
            let ends = |state: &mut u64| (noise(state, nodes), noise(state, nodes));
            let pairs: Vec<(usize, usize)> = (0..nodes * 3 / 2).map(|_| ends(&mut state)).collect();
            let graph = flat(nodes, &pairs);
            let (drawn, most) = (layout(&graph, Direction::Right), turned_by_a_plain_search(&graph));
            let against = against(&graph, &drawn, Direction::Right);
            assert!(against <= most, "{against} of {} arrows, {most} by a plain search: {pairs:?}", pairs.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Turning all arrows of a group of arrows round, or none, leaves at most half of them against the flow.
    #[test]
    fn at_most_half_of_the_arrows_go_against_the_flow(
        homes in prop::collection::vec(0..4usize, 4..20),
        pairs in prop::collection::vec((0..20usize, 0..20usize), 0..40),
    ) {
        let mut graph = Graph { groups: vec![group(None); 3], ..Graph::default() };
        graph.nodes = homes.iter().map(|&home| node(140.0, 60.0, home.checked_sub(1))).collect();
        let count = homes.len();
        let sound = pairs.into_iter().filter(|&(a, b)| a != b && a < count && b < count);
        graph.edges = sound.map(|(a, b)| edge(a, b, None)).collect();
        for direction in [Direction::Right, Direction::Down] {
            let drawn = layout(&graph, direction);
            prop_assert!(broken(&graph, &drawn).is_empty());
            prop_assert!(2 * against(&graph, &drawn, direction) <= graph.edges.len() + 1);
        }
    }
}
