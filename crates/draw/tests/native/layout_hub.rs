//! Laws of boxes with many arrows.

use proptest::prelude::*;
use vitrine_draw::diagram::layout::{Direction, Graph, Layout, layout, layout_in};
use vitrine_draw::geometry::{Point, Rect, Size};

use super::layout::{any_graph, architecture, broken, edge, flat};

const DIRECTIONS: [Direction; 2] = [Direction::Right, Direction::Down];
/// The least distance of two ends of arrows at a box, px.
const APART: f64 = 10.0;

/// Pairs of ends of arrows at one box that are too near to each other.
fn near(graph: &Graph, drawn: &Layout) -> Vec<String> {
    let mut ends: Vec<Vec<(usize, Point)>> = vec![Vec::new(); graph.nodes.len()];
    for (i, (edge, route)) in graph.edges.iter().zip(&drawn.edges).enumerate() {
        if let [from, .., to] = route.points[..] {
            ends[edge.source].push((i, from));
            ends[edge.target].push((i, to));
        }
    }
    let mut near = Vec::new();
    for (node, list) in ends.iter().enumerate() {
        for (i, &(edge, at)) in list.iter().enumerate() {
            let others = list[i + 1..].iter().filter(|other| other.1.distance(at) < APART - 0.01);
            near.extend(others.map(|other| format!("{edge} and {} at node {node}: {at:?} {:?}", other.0, other.1)));
        }
    }
    near
}

fn star(leaves: usize, into: usize) -> Graph {
    let edges = (1..=leaves).map(|leaf| if leaf <= into { (leaf, 0) } else { (0, leaf) });
    flat(leaves + 1, &edges.collect::<Vec<_>>())
}

#[test]
fn a_box_grows_with_its_arrows() {
    for (graph, least) in [(star(3, 0), 60.0), (star(12, 0), 130.0), (star(12, 12), 130.0), (star(40, 20), 210.0)] {
        let drawn = layout(&graph, Direction::Right);
        let height = drawn.nodes[0].height();
        assert!(height >= least && height < least + 40.0, "{height}");
        assert!((drawn.nodes[1].height() - 60.0).abs() < 0.01);
        assert!(broken(&graph, &drawn).is_empty());
    }
}

#[test]
fn neighbours_of_a_hub_stand_in_columns() {
    for (leaves, into, least) in [(35, 0, 0.5), (60, 30, 0.45), (300, 0, 0.08), (300, 150, 0.08)] {
        for direction in DIRECTIONS {
            let graph = star(leaves, into);
            let drawn = layout_in(&graph, direction, Size::new(1392.0, 852.0));
            let broken = broken(&graph, &drawn);
            assert!(broken.is_empty(), "{leaves}, {direction:?}: {broken:#?}");
            let scale = (1392.0 / drawn.bounds.width()).min(852.0 / drawn.bounds.height());
            let least = if direction == Direction::Right { least } else { least / 2.0 };
            assert!(scale > least, "{leaves}, {into}, {direction:?}: {scale:.2}");
            assert!(near(&graph, &drawn).is_empty());
        }
    }
}

#[test]
fn labels_of_several_loops_stand_each_on_its_own_loop_and_on_no_other() {
    for loops in 1..6 {
        for width in [30.0, 150.0] {
            let mut graph = flat(2, &[(0, 1), (1, 0)]);
            graph.edges.extend((0..loops).map(|at| edge(0, 0, Some(width - 4.0 * f64::from(at)))));
            for direction in DIRECTIONS {
                let drawn = layout(&graph, direction);
                let broken = broken(&graph, &drawn);
                assert!(broken.is_empty(), "{loops}, {direction:?}: {broken:#?}");
                assert!(near(&graph, &drawn).is_empty(), "{:?}", near(&graph, &drawn));
                let lines = |edge: usize| {
                    drawn.edges[edge].points.windows(2).map(|leg| Rect {
                        x0: leg[0].x.min(leg[1].x),
                        y0: leg[0].y.min(leg[1].y),
                        x1: leg[0].x.max(leg[1].x),
                        y1: leg[0].y.max(leg[1].y),
                    })
                };
                for (own, label) in drawn.edges.iter().enumerate().filter_map(|(at, route)| Some((at, route.label?))) {
                    for other in 0..drawn.edges.len() {
                        let met = lines(other).filter(|line| line.inflate(0.5).overlaps(label)).count();
                        assert_eq!(met, usize::from(other == own), "{loops}, {direction:?}: {own} {other}");
                    }
                    let stands = lines(own).any(|line| line.contains(label.center()));
                    assert!(stands, "{loops}, {direction:?}: {label:?} {:?}", drawn.edges[own].points);
                }
            }
        }
    }
}

#[test]
fn ends_of_arrows_stay_apart_in_architectures() {
    for (nodes, groups) in [(12, 0), (30, 4), (60, 6), (150, 10)] {
        for seed in 1..4 {
            let graph = architecture(nodes, groups, seed);
            for direction in DIRECTIONS {
                let near = near(&graph, &layout(&graph, direction));
                assert!(near.is_empty(), "{nodes} nodes, {direction:?}: {near:#?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn ends_of_arrows_stay_apart_in_any_graph(graph in any_graph(20)) {
        for direction in DIRECTIONS {
            let near = near(&graph, &layout(&graph, direction));
            prop_assert!(near.is_empty(), "{:?}: {:#?}", direction, near);
        }
    }
}
