//! Edges that are drawn as one line from afar.

use std::fmt::Write as _;

use proptest::prelude::*;
use vitrine_draw::diagram::bundle::Bundles;
use vitrine_draw::diagram::graph::graph;
use vitrine_draw::diagram::layout::{Direction, Layout, layout};
use vitrine_draw::geometry::Point;
use vitrine_model::{Diagram, read_graph};

/// Where a node is put, if it is.
type Place = Option<(i32, i32)>;

/// Groups in a row of nested pairs, nodes that lie in one of them or in none, some of them where they are put, and edges.
fn laid_out(groups: usize, nodes: &[(Option<usize>, Place)], edges: &[(usize, usize)]) -> (Diagram, Layout) {
    let mut text = String::from(r#"{"groups":["#);
    for at in 0..groups {
        let parent = if at % 2 == 1 { format!(r#","parent":"g{}""#, at - 1) } else { String::new() };
        let _ = write!(text, r#"{}{{"id":"g{at}","label":"G{at}"{parent}}}"#, if at > 0 { "," } else { "" });
    }
    text.push_str(r#"],"nodes":["#);
    for (at, (group, place)) in nodes.iter().enumerate() {
        let group = group.map(|group| format!(r#","group":"g{group}""#)).unwrap_or_default();
        let place = place.map(|(x, y)| format!(r#","x":{x},"y":{y}"#)).unwrap_or_default();
        let comma = if at > 0 { "," } else { "" };
        let _ = write!(text, r#"{comma}{{"id":"n{at}","label":"N{at}","kind":"service"{group}{place}}}"#);
    }
    text.push_str(r#"],"edges":["#);
    for (at, (source, target)) in edges.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        let _ = write!(text, r#"{comma}{{"id":"e{at}","source":"n{source}","target":"n{target}"}}"#);
    }
    text.push_str("]}");
    let diagram = read_graph(&text).expect("a diagram");
    let layout = layout(&graph(&diagram, &[]), Direction::Right);
    (diagram, layout)
}

fn diagrams() -> impl Strategy<Value = (Diagram, Layout)> {
    (0_usize..6, 1_usize..40, any::<bool>()).prop_flat_map(|(groups, count, spread)| {
        let home = prop::option::of(0..groups.max(1)).prop_map(move |home| home.filter(|_| groups > 0));
        let place = (0_i32..40_000, 0_i32..20_000).prop_map(move |place| spread.then_some(place));
        let nodes = prop::collection::vec((home, place), count);
        let edges = prop::collection::vec((0..count, 0..count), 0..120);
        (nodes, edges).prop_map(move |(nodes, edges)| laid_out(groups, &nodes, &edges))
    })
}

fn lists(bundles: &Bundles, scale: f64) -> Vec<Vec<usize>> {
    bundles.at(scale).into_iter().flat_map(|level| level.bundles().map(<[usize]>::to_vec)).collect()
}

fn length(layout: &Layout, edge: usize) -> f64 {
    layout.edges[edge].points.windows(2).map(|leg| leg[0].distance(leg[1])).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_edge_is_in_exactly_one_bundle((diagram, layout) in diagrams(), scale in 0.001..0.2) {
        let lists = lists(&Bundles::new(&diagram, &layout), scale);
        prop_assert!(lists.iter().all(|bundle| !bundle.is_empty()));
        prop_assert!(lists.is_sorted_by_key(Vec::len), "the lightest come first");
        let mut edges = lists.concat();
        edges.sort_unstable();
        prop_assert_eq!(edges, (0..diagram.edges.len()).collect::<Vec<_>>());
    }

    #[test]
    fn the_shortest_route_stands_for_all((diagram, layout) in diagrams(), scale in 0.001..0.2) {
        for bundle in lists(&Bundles::new(&diagram, &layout), scale) {
            let shortest = bundle.iter().map(|&edge| length(&layout, edge)).fold(f64::INFINITY, f64::min);
            prop_assert!(length(&layout, bundle[0]) <= shortest);
        }
    }

    /// Nobody is led astray: on the screen, every edge of a line ends near to where the line does.
    #[test]
    fn what_one_line_stands_for_ends_where_it_does((diagram, layout) in diagrams(), scale in 0.001..0.2) {
        let ends = |edge: usize| {
            let edge = &diagram.edges[edge];
            [edge.source, edge.target].map(|node| layout.nodes[node].center())
        };
        for bundle in lists(&Bundles::new(&diagram, &layout), scale) {
            let [from, to] = ends(bundle[0]);
            for &edge in &bundle {
                let [a, b] = ends(edge);
                let apart = |one: Point, other: Point| (one - other).x.abs().max((one - other).y.abs()) * scale;
                let off = apart(a, from).max(apart(b, to)).min(apart(a, to).max(apart(b, from)));
                prop_assert!(off <= 160.0, "{off} px");
            }
        }
    }
}

#[test]
fn two_groups_share_one_line_whichever_way_the_arrows_point() {
    let (a, b) = (Some(0), Some(2));
    let nodes: Vec<_> = [a, a, a, b, b, b, None].into_iter().map(|group| (group, None)).collect();
    let edges = [(0, 3), (1, 3), (4, 2), (0, 1), (1, 2), (1, 0), (5, 6)];
    let (diagram, layout) = laid_out(3, &nodes, &edges);
    let mut lists = lists(&Bundles::new(&diagram, &layout), 0.1);
    for bundle in &mut lists {
        bundle.sort_unstable();
    }
    lists.sort();
    // Within a group only what joins the same two nodes is one line.
    assert_eq!(lists, [vec![0, 1, 2], vec![3, 5], vec![4], vec![6]]);
}

#[test]
fn the_more_edges_the_wider_the_line_up_to_a_limit() {
    let widths: Vec<f64> = (1..200).map(Bundles::width).collect();
    assert!(widths.is_sorted());
    assert_eq!([Bundles::width(1), Bundles::width(4), Bundles::width(9)].map(|px| px as u8), [1, 2, 3]);
    assert!(widths.iter().all(|px| *px <= Bundles::WIDEST));
}

#[test]
fn a_diagram_without_edges_has_no_bundles() {
    let (diagram, layout) = laid_out(0, &[(None, None)], &[]);
    assert!(lists(&Bundles::new(&diagram, &layout), 0.1).is_empty());
    assert!(Bundles::default().at(0.1).is_none());
}
