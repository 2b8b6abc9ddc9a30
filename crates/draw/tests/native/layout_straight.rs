//! Steps aside: none that look like a mistake, and few.

use proptest::prelude::*;
use vitrine_draw::diagram::layout::{Direction, Graph, Layout, layout};
use vitrine_draw::geometry::Point;

use crate::layout::{any_graph, architecture, flat};

/// The lengths of the pieces of ways between two that run side by side.
fn steps(drawn: &Layout) -> Vec<f64> {
    let is_level = |a: Point, b: Point| (a.y - b.y).abs() < 0.01;
    let ways = drawn.edges.iter().map(|e| &e.points);
    let pieces = ways.flat_map(|points| points.windows(4));
    let steps =
        pieces.filter(|p| is_level(p[0], p[1]) == is_level(p[2], p[3]) && is_level(p[0], p[1]) != is_level(p[1], p[2]));
    steps.map(|p| p[1].distance(p[2])).collect()
}

/// How many steps there are, and how many are so short that they look like a mistake.
fn counted(graphs: impl Iterator<Item = Graph>, direction: Direction) -> (usize, usize) {
    let all: Vec<f64> = graphs.flat_map(|graph| steps(&layout(&graph, direction))).collect();
    (all.len(), all.iter().filter(|step| **step < 11.99).count())
}

#[test]
fn steps_aside_are_none_or_plain_to_see() {
    for direction in [Direction::Right, Direction::Down] {
        for (nodes, groups) in [(12, 0), (12, 3), (30, 4)] {
            let (steps, short) = counted((1..13).map(|seed| architecture(nodes, groups, seed)), direction);
            assert!(short * 100 <= steps, "{nodes} nodes in {groups} groups, {direction:?}: {short} of {steps}");
        }
    }
}

#[test]
fn two_ways_to_one_box_run_straight_where_it_has_room_for_both() {
    // One leads past a box between them, which keeps the ways further apart than the sides are long.
    let drawn = layout(&flat(3, &[(0, 1), (1, 2), (0, 2)]), Direction::Right);
    assert!(steps(&drawn).iter().all(|step| *step >= 12.0), "{:?}", drawn.edges);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn a_box_grows_by_little_to_let_ways_run_straight(graph in any_graph(12)) {
        // So much may be needed for the ends of arrows.
        let mut needs = vec![0.0; graph.nodes.len()];
        for e in &graph.edges {
            needs[e.source] += 10.0;
            needs[e.target] += 10.0;
        }
        let drawn = layout(&graph, Direction::Right);
        for (i, (node, rect)) in graph.nodes.iter().zip(&drawn.nodes).enumerate() {
            prop_assert!(rect.height() <= node.size.h.max(needs[i] + 40.0) + 40.0);
        }
    }
}
