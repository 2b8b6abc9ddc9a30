//! Laws of what is folded into rows for a window.

use proptest::prelude::*;
use vitrine_draw::diagram::layout::{Direction, Graph, Layout, layout, layout_in};
use vitrine_draw::geometry::{Rect, Size};

use super::layout::{any_graph, broken, edge, flat, group};

const WIDE: Size = Size::new(1392.0, 852.0);
const TALL: Size = Size::new(342.0, 796.0);

fn scale(drawn: &Layout, window: Size) -> f64 {
    (window.w / drawn.bounds.width()).min(window.h / drawn.bounds.height())
}

fn chain(steps: usize, is_closed: bool) -> Graph {
    let mut edges: Vec<(usize, usize)> = (1..steps).map(|step| (step - 1, step)).collect();
    if is_closed {
        edges.push((steps - 1, 0));
    }
    flat(steps, &edges)
}

/// A chain in groups of so many steps.
fn grouped(steps: usize, size: usize) -> Graph {
    let mut graph = chain(steps, false);
    graph.groups = (0..steps.div_ceil(size)).map(|_| group(None)).collect();
    for (step, node) in graph.nodes.iter_mut().enumerate() {
        node.group = Some(step / size);
    }
    graph
}

/// A chain in one group in another.
fn enclosed(steps: usize) -> Graph {
    let mut graph = chain(steps, false);
    graph.groups = vec![group(None), group(Some(0))];
    graph.nodes.iter_mut().for_each(|node| node.group = Some(1));
    graph
}

#[test]
fn what_is_long_fits_the_window() {
    for (name, graph, wide, tall) in [
        ("12 steps", chain(12, false), 0.9, 0.7),
        ("40 steps", chain(40, false), 0.6, 0.3),
        ("a loop of 21", chain(21, true), 0.8, 0.5),
        ("a ring of 40", chain(40, true), 0.6, 0.3),
        ("24 steps in groups of 4", grouped(24, 4), 0.7, 0.3),
        ("24 steps in a group in a group", enclosed(24), 0.7, 0.3),
    ] {
        for (window, direction, least) in [(WIDE, Direction::Right, wide), (TALL, Direction::Down, tall)] {
            let drawn = layout_in(&graph, direction, window);
            let broken = broken(&graph, &drawn);
            assert!(broken.is_empty(), "{name}, {direction:?}: {broken:#?}");
            let scale = scale(&drawn, window);
            assert!(scale >= least, "{name}, {direction:?}: {scale:.2}");
        }
    }
}

#[test]
fn rows_are_read_like_lines_of_text() {
    for graph in [chain(12, false), chain(40, true), grouped(24, 4)] {
        let drawn = layout_in(&graph, Direction::Right, WIDE);
        let mut rows = 1;
        for pair in drawn.nodes.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let (is_beside, is_below) = (a.x1 < b.x0, a.y1 < b.y0 && b.x0 < a.x0);
            assert!(is_beside != is_below, "{a:?} {b:?}");
            rows += usize::from(is_below);
        }
        assert!(rows > 1);
    }
}

#[test]
fn an_arrow_to_the_next_row_runs_round_the_ends_of_the_rows() {
    let graph = chain(12, false);
    let drawn = layout_in(&graph, Direction::Right, WIDE);
    let boxes = drawn.nodes.iter().copied().reduce(Rect::union).expect("boxes");
    let turns = drawn.edges.iter().zip(drawn.nodes.windows(2)).filter(|(_, pair)| pair[1].x0 < pair[0].x0);
    let mut count = 0;
    for (route, _) in turns {
        count += 1;
        assert!(route.points.iter().any(|p| p.x > boxes.x1) && route.points.iter().any(|p| p.x < boxes.x0));
    }
    assert!(count > 0);
}

#[test]
fn what_fits_stays_as_it_is() {
    let mut graph = chain(4, false);
    assert_eq!(layout_in(&graph, Direction::Right, WIDE), layout(&graph, Direction::Right));
    graph.edges.push(edge(0, 3, None));
    assert_eq!(layout_in(&graph, Direction::Right, WIDE), layout(&graph, Direction::Right));
}

#[test]
fn what_is_not_connected_is_packed_for_the_window() {
    let graph = flat(60, &[]);
    for window in [WIDE, TALL, Size::new(300.0, 3000.0)] {
        let drawn = layout_in(&graph, Direction::Right, window);
        let aspect = (drawn.bounds.width() / drawn.bounds.height()) / (window.w / window.h);
        assert!((0.5..2.0).contains(&aspect), "{window:?}: {:?}", drawn.bounds);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_graph_keeps_every_law_in_any_window(graph in any_graph(24), w in 1..2000u16, h in 1..2000u16) {
        for direction in [Direction::Right, Direction::Down] {
            let drawn = layout_in(&graph, direction, Size::new(f64::from(w), f64::from(h)));
            let broken = broken(&graph, &drawn);
            prop_assert!(broken.is_empty(), "{:?}: {:#?}", direction, broken);
        }
    }

    /// Few arrows beside a chain, so that there is something to fold.
    #[test]
    fn any_long_graph_keeps_every_law_when_it_is_folded(
        steps in 8..30usize,
        more in prop::collection::vec((0..30usize, 0..30usize), 0..4),
        homes in prop::collection::vec(prop::option::of(0..4usize), 30),
        is_closed: bool,
    ) {
        let mut graph = chain(steps, is_closed);
        graph.edges.extend(more.iter().map(|&(a, b)| edge(a % steps, b % steps, Some(60.0))));
        graph.groups = vec![group(None), group(None), group(Some(0)), group(None)];
        for (step, node) in graph.nodes.iter_mut().enumerate() {
            node.group = homes[step / 5].filter(|_| step % 5 > 0);
        }
        for (direction, window) in [(Direction::Right, WIDE), (Direction::Down, TALL)] {
            let drawn = layout_in(&graph, direction, window);
            let broken = broken(&graph, &drawn);
            prop_assert!(broken.is_empty(), "{:?}: {:#?}", direction, broken);
        }
    }
}
