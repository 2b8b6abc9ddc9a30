//! Diagrams of which more is there than anybody could read: a part is drawn, it is said how much, and what is made of it is bounded.

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;
use vitrine_draw::diagram::graph::{edge_label, graph};
use vitrine_draw::diagram::layout::{Direction, Graph, Layout, layout};
use vitrine_draw::diagram::limit::{GROUPS, NODES, shown};
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::geometry::Size;
use vitrine_model::{Diagram, read_graph};

use super::layout::{broken, edge, flat, group, noise};

const WINDOW: Size = Size { w: 1440.0, h: 760.0 };

/// Nodes, each in the group that `home` says, and edges between them.
fn diagram(nodes: usize, groups: usize, edges: impl Iterator<Item = (usize, usize)>) -> Diagram {
    let mut text = String::from("{\"nodes\":[");
    for at in 0..nodes {
        let home = if groups > 0 { format!(",\"group\":\"g{}\"", at % groups) } else { String::new() };
        let _ = write!(text, "{}{{\"id\":\"n{at}\"{home}}}", if at > 0 { "," } else { "" });
    }
    text.push_str("],\"edges\":[");
    for (at, (source, target)) in edges.enumerate() {
        let comma = if at > 0 { "," } else { "" };
        let _ = write!(
            text,
            "{comma}{{\"id\":\"e{at}\",\"source\":\"n{source}\",\"target\":\"n{target}\",\"label\":\"asks\"}}"
        );
    }
    text.push_str("],\"groups\":[");
    for at in 0..groups {
        // Each in the one before, in towers of fifty.
        let parent = if at % 50 > 0 { format!(",\"parent\":\"g{}\"", at - 1) } else { String::new() };
        let _ = write!(text, "{}{{\"id\":\"g{at}\"{parent}}}", if at > 0 { "," } else { "" });
    }
    text.push_str("]}");
    read_graph(&text).expect("a diagram")
}

fn each_to_each(nodes: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..nodes * nodes).map(move |at| (at / nodes, at % nodes)).filter(|(a, b)| a != b)
}

fn plan(diagram: Diagram) -> Plan {
    let (diagram, facts) = (Arc::new(diagram), Arc::new(Vec::new()));
    Plan::for_viewport(diagram, facts, WINDOW)
}

#[test]
fn of_too_many_arrows_as_many_are_drawn_as_is_said_from_all_over_the_list() {
    let plan = plan(diagram(200, 0, each_to_each(200)));
    assert_eq!(
        shown(&plan.diagram, vitrine_model::Words::english()).as_deref(),
        Some("2,000 of 39,800 connections, no words of connections")
    );
    let drawn: Vec<usize> = (0..39_800).filter(|&at| !plan.layout.edges[at].points.is_empty()).collect();
    assert_eq!(drawn.len(), 2_000);
    for node in 0..200 {
        let own = |end: fn(&vitrine_model::Edge) -> usize| {
            drawn.iter().filter(|&&at| end(&plan.diagram.edges[at]) == node).count()
        };
        assert!((5..=15).contains(&own(|edge| edge.source)) && own(|edge| edge.target) > 0, "node {node}");
    }
    let lines = plan.bundles.at(0.02).into_iter().flat_map(|level| level.bundles().map(<[usize]>::len)).sum::<usize>();
    assert_eq!(lines, 2_000, "from afar as many");
}

#[test]
fn what_is_left_out_of_a_drawing_is_found_nowhere_in_it() {
    let plan = plan(diagram(NODES + 500, GROUPS + 50, (0..NODES + 499).map(|at| (at, at + 1))));
    let said = shown(&plan.diagram, vitrine_model::Words::english()).expect("not all of it is drawn");
    assert_eq!(
        said,
        "10,000 of 10,500 parts, 1,000 of 1,050 groups, 9,999 of 10,499 connections, no words of connections"
    );
    assert_eq!((plan.layout.nodes.len(), plan.layout.groups.len()), (NODES, GROUPS));
    let drawn = plan.layout.edges.iter().filter(|route| !route.points.is_empty()).count();
    assert_eq!(drawn, NODES - 1, "arrows between what is drawn");
    let everywhere = plan.layout.bounds.inflate(1e6);
    assert_eq!((plan.nodes.within(everywhere).len(), plan.edges.within(everywhere).len()), (NODES, NODES - 1));
}

#[test]
fn a_diagram_that_can_be_read_is_drawn_whole() {
    for (nodes, groups, edges) in [(2, 0, 2_000), (200, 10, 2_000), (NODES, GROUPS, 5_000)] {
        let mut state = 7;
        let diagram = diagram(nodes, groups, (0..edges).map(|_| (noise(&mut state, nodes), noise(&mut state, nodes))));
        assert_eq!(shown(&diagram, vitrine_model::Words::english()), None);
        let graph = graph(&diagram, &[]);
        assert!(graph.edges.iter().all(|edge| edge.target < nodes && edge.label.is_some()));
    }
}

/// What is made of a diagram, in corners and shapes, for each node and arrow that is drawn.
fn made(plan: &Plan) -> f64 {
    let corners: usize = plan.layout.edges.iter().map(|route| route.points.len()).sum();
    let drawn = plan.layout.edges.iter().filter(|route| !route.points.is_empty()).count() + plan.layout.nodes.len();
    (corners + plan.scene.shapes.len()) as f64 / drawn as f64
}

#[test]
fn what_is_made_of_a_diagram_grows_no_faster_than_it() {
    let mut state = 3;
    let anywhere: Vec<(usize, usize)> =
        (0..9_000).map(|_| (noise(&mut state, 3_000), noise(&mut state, 3_000))).collect();
    let cases: Vec<(&str, Diagram)> = vec![
        ("each to each of 30", diagram(30, 0, each_to_each(30))),
        ("each to each of 200 in groups", diagram(200, 20, each_to_each(200))),
        (
            "a chain with arrows that pass most of it",
            diagram(2_000, 0, (0..1_999).map(|at| (at, at + 1)).chain((0..900).map(|at| (at, 1_999 - at)))),
        ),
        ("all to one", diagram(2_900, 0, (1..2_900).map(|at| (at, 0)))),
        ("two sides, each to each", diagram(120, 0, (0..3_600).map(|at| (at / 60, 60 + at % 60)))),
        ("anywhere to anywhere", diagram(3_000, 0, anywhere.into_iter())),
        ("a chain through a thousand groups", diagram(3_000, 1_000, (0..2_999).map(|at| (at, at + 1)))),
        ("many to one of a pair", diagram(2, 0, (0..5_000).map(|_| (0, 1)))),
    ];
    for (what, diagram) in cases {
        let each = made(&plan(diagram));
        assert!(each < 40.0, "{what}: {each:.1} corners and shapes for each part");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn boxes_side_by_side_stay_apart_and_in_their_groups(parents in prop::collection::vec(prop::option::of(0..30usize), 30), seed in 1..1_000u64) {
        // More than are ranked.
        let mut graph = flat(3_200, &[]);
        let mut state = seed;
        graph.groups = parents.iter().enumerate().map(|(g, &parent)| group(parent.filter(|&parent| parent < g))).collect();
        for node in &mut graph.nodes {
            node.group = (noise(&mut state, 4) > 0).then(|| noise(&mut state, 30));
            node.size.w += noise(&mut state, 80) as f64;
        }
        graph.edges = (1..3_200).map(|to| edge(noise(&mut state, to), to, None)).collect();
        let drawn = layout(&graph, Direction::Right);
        let boxes = Graph { edges: Vec::new(), ..graph.clone() };
        let broken = broken(&boxes, &Layout { edges: Vec::new(), ..drawn.clone() });
        prop_assert!(broken.is_empty(), "{:#?}", &broken[..broken.len().min(5)]);
        for (edge, route) in graph.edges.iter().zip(&drawn.edges) {
            let ends = [(edge.source, route.points.first()), (edge.target, route.points.last())];
            prop_assert!(ends.iter().all(|(node, at)| at.is_some_and(|at| drawn.nodes[*node].inflate(0.6).contains(*at))));
        }
    }
}

#[test]
fn a_text_of_megabytes_is_read_as_far_as_it_is_shown() {
    for text in ["x".repeat(2_000_000), "word ".repeat(400_000), "鯨".repeat(700_000), " ".repeat(2_000_000) + "end"] {
        let (lines, size) = edge_label(&text).expect("words");
        assert!(lines.len() <= 3 && size.w < 260.0 && lines.concat().len() < 700, "{lines:?}");
    }
}
