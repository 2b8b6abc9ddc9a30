//! Laws of arrows and groups, and of graphs in which there are too many arrows.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use vitrine_draw::diagram::layout::{Direction, Graph, Layout, layout, layout_in};
use vitrine_draw::geometry::{Rect, Size};

use super::layout::{architecture, broken, edge, flat, group};

const DIRECTIONS: [Direction; 2] = [Direction::Right, Direction::Down];

/// The pairs of an arrow and a group that holds neither of its ends and through which it runs.
fn through(graph: &Graph, drawn: &Layout) -> Vec<(usize, usize)> {
    let holds = |group: usize, node: usize| {
        let mut at = graph.nodes[node].group;
        while at.is_some_and(|at| at != group) {
            at = at.and_then(|at| graph.groups[at].parent);
        }
        at.is_some()
    };
    let mut found = Vec::new();
    for (i, (edge, route)) in graph.edges.iter().zip(&drawn.edges).enumerate() {
        for (g, rect) in drawn.groups.iter().enumerate() {
            let is_foreign = !holds(g, edge.source) && !holds(g, edge.target);
            let runs = route.points.windows(2).any(|pair| {
                let piece = Rect {
                    x0: pair[0].x.min(pair[1].x),
                    y0: pair[0].y.min(pair[1].y),
                    x1: pair[0].x.max(pair[1].x),
                    y1: pair[0].y.max(pair[1].y),
                };
                piece.overlaps(rect.inflate(-1.0))
            });
            if is_foreign && runs {
                found.push((i, g));
            }
        }
    }
    found
}

#[test]
fn arrows_go_round_foreign_groups() {
    for (nodes, groups) in [(12, 3), (20, 4), (40, 6), (90, 8), (150, 12)] {
        for seed in 1..5 {
            let graph = architecture(nodes, groups, seed);
            for direction in DIRECTIONS {
                let through = through(&graph, &layout(&graph, direction));
                assert!(through.is_empty(), "{nodes} nodes in {groups} groups, {seed}, {direction:?}: {through:?}");
            }
        }
    }
}

/// Each to each, in groups if there are.
fn complete(nodes: usize, groups: usize) -> Graph {
    let mut graph = flat(nodes, &[]);
    graph.groups = (0..groups).map(|g| group((g % 3 == 2).then(|| g - 1))).collect();
    for (i, node) in graph.nodes.iter_mut().enumerate() {
        node.group = (groups > 0 && i % 5 > 0).then(|| i % groups);
    }
    for a in 0..nodes {
        graph.edges.extend((0..nodes).filter(|&b| a != b).map(|b| edge(a, b, None)));
    }
    graph
}

#[test]
fn each_to_each_is_bounded_work() {
    for groups in [0, 7] {
        let graph = complete(200, groups);
        let start = Instant::now();
        let drawn = layout_in(&graph, Direction::Right, Size::new(1392.0, 852.0));
        // A second or two; it was a minute and a half.
        assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
        let boxes = Graph { edges: Vec::new(), ..graph.clone() };
        let drawn_boxes = Layout { edges: Vec::new(), ..drawn.clone() };
        let broken = broken(&boxes, &drawn_boxes);
        assert!(broken.is_empty(), "{broken:#?}");
        for (edge, route) in graph.edges.iter().zip(&drawn.edges) {
            let ends = [(edge.source, route.points.first()), (edge.target, route.points.last())];
            assert!(ends.iter().all(|(node, at)| at.is_some_and(|at| drawn.nodes[*node].inflate(0.6).contains(*at))));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn a_chain_goes_round_the_groups_beside_it(steps in 3..9usize, homes in prop::collection::vec(0..3usize, 12)) {
        let mut edges: Vec<(usize, usize)> = (1..steps).map(|step| (step - 1, step)).collect();
        edges.extend((0..12).map(|at| (at % steps, steps + at)));
        let mut graph = flat(steps + 12, &edges);
        graph.groups = vec![group(None), group(None), group(None)];
        for (at, &home) in homes.iter().enumerate() {
            graph.nodes[steps + at].group = Some(home);
        }
        for direction in DIRECTIONS {
            prop_assert!(broken(&graph, &layout(&graph, direction)).is_empty());
        }
    }
}
