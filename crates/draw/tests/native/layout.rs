//! Laws of the layout, on random graphs and on shapes that break layouts.

use proptest::prelude::*;
use vitrine_draw::diagram::layout::{Direction, Graph, GraphEdge, GraphGroup, GraphNode, Layout, Tier, layout};
use vitrine_draw::geometry::{Point, Rect, Size};

const DIRECTIONS: [Direction; 2] = [Direction::Right, Direction::Down];
/// The least free room between two boxes, px.
const GAP: f64 = 8.0;
/// The least free room between a group's border and what is inside, px.
const PADDING: f64 = 12.0;

pub(super) fn node(w: f64, h: f64, group: Option<usize>) -> GraphNode {
    GraphNode { size: Size::new(w, h), group, at: None, tier: Tier::Middle }
}

pub(super) fn edge(source: usize, target: usize, label: Option<f64>) -> GraphEdge {
    GraphEdge { source, target, label: label.map(|w| Size::new(w, 20.0)) }
}

pub(super) fn group(parent: Option<usize>) -> GraphGroup {
    GraphGroup { parent, label: Size::new(90.0, 20.0), rect: None }
}

pub(super) fn flat(nodes: usize, edges: &[(usize, usize)]) -> Graph {
    Graph {
        nodes: vec![node(168.0, 60.0, None); nodes],
        edges: edges.iter().map(|&(s, t)| edge(s, t, None)).collect(),
        groups: Vec::new(),
    }
}

/// Numbers that look random and never change.
pub(super) fn noise(state: &mut u64, below: usize) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    usize::try_from(*state % below.max(1) as u64).unwrap_or(0)
}

/// A graph such as architectures are: levels, 1.4 arrows a node, some back, groups by level.
pub(super) fn architecture(nodes: usize, groups: usize, seed: u64) -> Graph {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let levels = ((nodes as f64).sqrt() as usize).max(3);
    let level: Vec<usize> = (0..nodes).map(|_| noise(&mut state, levels)).collect();
    let mut graph =
        Graph { groups: (0..groups).map(|g| group((g % 4 == 3).then(|| g - 1))).collect(), ..Graph::default() };
    for &l in &level {
        let inside = groups > 0 && noise(&mut state, 5) > 0;
        let w = 132.0 + 12.0 * noise(&mut state, 9) as f64;
        graph.nodes.push(node(w, 60.0, inside.then(|| l * groups / levels)));
    }
    for _ in 0..nodes * 7 / 5 {
        let (a, mut b) = (noise(&mut state, nodes), noise(&mut state, nodes));
        for _ in 0..40 {
            if level[a] < level[b] && level[b] <= level[a] + 2 {
                break;
            }
            b = noise(&mut state, nodes);
        }
        let label = (noise(&mut state, 4) == 0).then(|| 40.0 + 10.0 * noise(&mut state, 10) as f64);
        let back = noise(&mut state, 20) == 0;
        graph.edges.push(if back { edge(b, a, label) } else { edge(a, b, label) });
    }
    graph
}

pub(super) fn any_graph(most: usize) -> impl Strategy<Value = Graph> {
    let groups = prop::collection::vec((prop::option::of(0..8usize), 0..160u8), 0..8);
    (groups, 1..most).prop_flat_map(|(groups, count)| {
        let homes = groups.len();
        let node = (100..240u16, 30..90u16, prop::option::of(0..8usize));
        let edge = (0..count, 0..count, prop::option::of(20..150u16));
        (prop::collection::vec(node, count), prop::collection::vec(edge, 0..count * 2)).prop_map(
            move |(nodes, edges)| Graph {
                nodes: nodes
                    .into_iter()
                    .map(|(w, h, g)| self::node(f64::from(w), f64::from(h), g.filter(|&g| g < homes)))
                    .collect(),
                edges: edges.into_iter().map(|(s, t, l)| self::edge(s, t, l.map(f64::from))).collect(),
                groups: groups
                    .iter()
                    .enumerate()
                    .map(|(i, &(parent, w))| GraphGroup {
                        parent: parent.filter(|&p| p < i),
                        label: Size::new(f64::from(w), 20.0),
                        rect: None,
                    })
                    .collect(),
            },
        )
    })
}

fn within(graph: &Graph, mut inner: Option<usize>, outer: usize) -> bool {
    while let Some(g) = inner {
        if g == outer {
            return true;
        }
        inner = graph.groups[g].parent;
    }
    false
}

fn segments(points: &[Point]) -> impl Iterator<Item = Rect> {
    points.windows(2).map(|p| Rect {
        x0: p[0].x.min(p[1].x),
        y0: p[0].y.min(p[1].y),
        x1: p[0].x.max(p[1].x),
        y1: p[0].y.max(p[1].y),
    })
}

fn on_border(rect: Rect, p: Point) -> bool {
    rect.inflate(0.6).contains(p) && !rect.inflate(-0.6).contains(p)
}

/// Where a group's label is drawn.
fn plate(graph: &Graph, drawn: &Layout, g: usize) -> Rect {
    Rect::from_origin_size(Point::new(drawn.groups[g].x0 + 12.0, drawn.groups[g].y0 + 4.0), graph.groups[g].label)
}

/// Every broken law of a layout, in words.
pub(super) fn broken(graph: &Graph, drawn: &Layout) -> Vec<String> {
    let mut out = Vec::new();
    let mut law = |holds: bool, what: &dyn Fn() -> String| {
        if !holds {
            out.push(what());
        }
    };
    for (a, ra) in drawn.nodes.iter().enumerate() {
        law(ra.width() > graph.nodes[a].size.w - 0.01, &|| format!("node {a} has its size"));
        law(ra.height() > graph.nodes[a].size.h - 0.01, &|| format!("node {a} has its size"));
        for (b, rb) in drawn.nodes.iter().enumerate().skip(a + 1) {
            law(!ra.inflate(GAP).overlaps(*rb), &|| format!("nodes {a} and {b} stay apart"));
        }
        for g in 0..graph.groups.len() {
            let rect = drawn.groups[g];
            if within(graph, graph.nodes[a].group, g) {
                law(rect.encloses(ra.inflate(PADDING)), &|| format!("group {g} encloses node {a}"));
                law(!plate(graph, drawn, g).overlaps(*ra), &|| format!("the label of group {g} is clear of node {a}"));
            } else {
                law(!rect.overlaps(*ra), &|| format!("node {a} is outside group {g}"));
            }
        }
    }
    for g in 0..graph.groups.len() {
        let rect = drawn.groups[g];
        law(rect.width() >= graph.groups[g].label.w, &|| format!("group {g} has room for its label"));
        for h in 0..graph.groups.len() {
            if g != h && within(graph, Some(h), g) {
                law(rect.inflate(-PADDING).encloses(drawn.groups[h]), &|| format!("group {g} encloses group {h}"));
                law(!plate(graph, drawn, g).overlaps(drawn.groups[h]), &|| {
                    format!("group {h} is clear of the label of {g}")
                });
            } else if g < h && !within(graph, Some(g), h) {
                law(!rect.overlaps(drawn.groups[h]), &|| format!("groups {g} and {h} stay apart"));
            }
        }
        law(drawn.bounds.encloses(rect), &|| format!("the bounds enclose group {g}"));
    }
    for (i, route) in drawn.edges.iter().enumerate() {
        let (from, to) = (graph.edges[i].source, graph.edges[i].target);
        let ends = route.points.first().zip(route.points.last());
        let fits = ends.is_some_and(|(a, b)| on_border(drawn.nodes[from], *a) && on_border(drawn.nodes[to], *b));
        law(fits, &|| format!("route {i} leads from {from} to {to}: {:?}", route.points));
        for s in segments(&route.points) {
            law(s.width() < 0.01 || s.height() < 0.01, &|| format!("route {i} is orthogonal"));
            law(drawn.bounds.inflate(0.01).encloses(s), &|| format!("the bounds enclose route {i}"));
            for (n, rect) in drawn.nodes.iter().enumerate() {
                law(!s.overlaps(rect.inflate(-1.0)), &|| format!("route {i} ({from} to {to}) keeps out of node {n}"));
            }
            for g in 0..graph.groups.len() {
                let own = within(graph, graph.nodes[from].group, g) || within(graph, graph.nodes[to].group, g);
                let label = plate(graph, drawn, g).inflate(-1.0);
                law(own || !s.overlaps(label), &|| format!("route {i} keeps off the label of foreign group {g}"));
            }
        }
        law(route.label.is_some() == graph.edges[i].label.is_some(), &|| format!("route {i} has its label"));
        let Some(label) = route.label else { continue };
        law(drawn.bounds.inflate(0.01).encloses(label), &|| format!("the bounds enclose label {i}"));
        for (n, rect) in drawn.nodes.iter().enumerate() {
            law(!label.overlaps(*rect), &|| format!("label {i} is clear of node {n}"));
        }
        for (j, other) in drawn.edges.iter().enumerate() {
            law(j <= i || other.label.is_none_or(|o| !o.overlaps(label)), &|| format!("labels {i} and {j} stay apart"));
            for end in [other.points.first(), other.points.last()].into_iter().flatten() {
                law(!label.inflate(3.0).contains(*end), &|| format!("label {i} is clear of the heads of {j}"));
            }
        }
    }
    out
}

/// Pairs of routes that run on one line for a while, other than where they share an end.
fn shared_runs(drawn: &Layout) -> usize {
    let mut count = 0;
    for (i, a) in drawn.edges.iter().enumerate() {
        for b in &drawn.edges[i + 1..] {
            let mut shared = false;
            for s in segments(&a.points) {
                for t in segments(&b.points) {
                    let across = |s0: f64, s1: f64, t0: f64, t1: f64| (s0.max(t0), s1.min(t1));
                    let x = across(s.x0, s.x1, t.x0, t.x1);
                    let y = across(s.y0, s.y1, t.y0, t.y1);
                    let flat = s.height() < 0.01 && t.height() < 0.01;
                    let tall = s.width() < 0.01 && t.width() < 0.01;
                    shared |= flat && (s.y0 - t.y0).abs() < 1.0 && x.1 - x.0 > 2.0;
                    shared |= tall && (s.x0 - t.x0).abs() < 1.0 && y.1 - y.0 > 2.0;
                }
            }
            count += usize::from(shared);
        }
    }
    count
}

fn check(graph: &Graph) {
    for direction in DIRECTIONS {
        let drawn = layout(graph, direction);
        let broken = broken(graph, &drawn);
        assert!(broken.is_empty(), "{direction:?}: {broken:#?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_graph_keeps_every_law(graph in any_graph(28)) {
        for direction in DIRECTIONS {
            let drawn = layout(&graph, direction);
            let broken = broken(&graph, &drawn);
            prop_assert!(broken.is_empty(), "{:?}: {:#?}", direction, broken);
            prop_assert_eq!(layout(&graph, direction), drawn);
        }
    }
}

#[test]
fn architectures_keep_every_law() {
    for (nodes, groups) in [(12, 0), (12, 4), (40, 6), (120, 10), (200, 12)] {
        for seed in 1..4 {
            check(&architecture(nodes, groups, seed));
        }
    }
}

#[test]
fn routes_do_not_run_on_one_line() {
    let runs = |nodes, groups, seed| -> usize {
        DIRECTIONS.iter().map(|&d| shared_runs(&layout(&architecture(nodes, groups, seed), d))).sum()
    };
    let total: usize = (1..9).map(|seed| runs(12, 3, seed) + runs(30, 4, seed)).sum();
    assert_eq!(total, 0);
}

#[test]
fn awkward_shapes_keep_every_law() {
    let mut nested = flat(3, &[(0, 1), (1, 2)]);
    nested.groups = (0..50).map(|g: usize| group(g.checked_sub(1))).collect();
    nested.nodes[1].group = Some(49);
    let mut empty_groups = flat(2, &[(0, 1)]);
    empty_groups.groups = vec![group(None), group(Some(0)), group(None)];
    for graph in [
        Graph::default(),
        flat(1, &[]),
        flat(40, &[]),
        flat(2, &[(0, 1), (0, 1), (1, 0), (1, 0)]),
        flat(1, &[(0, 0), (0, 0)]),
        flat(3, &[(0, 1), (1, 2), (2, 0)]),
        flat(4, &[(0, 3), (1, 2), (0, 2), (1, 3)]),
        flat(21, &(1..21).map(|t| (0, t)).collect::<Vec<_>>()),
        nested,
        empty_groups,
    ] {
        check(&graph);
    }
}

#[test]
fn unsound_references_and_sizes_do_no_harm() {
    let mut graph = flat(2, &[(0, 9), (7, 1), (0, 1)]);
    graph.nodes[0].group = Some(5);
    graph.nodes[1].size = Size::new(f64::NAN, f64::INFINITY);
    graph.groups = vec![group(Some(1)), group(Some(0)), group(Some(2)), group(Some(77))];
    graph.nodes[1].group = Some(0);
    for direction in DIRECTIONS {
        let drawn = layout(&graph, direction);
        assert!(drawn.edges[0].points.is_empty() && !drawn.edges[2].points.is_empty());
        assert!(drawn.bounds.width().is_finite() && drawn.bounds.height().is_finite());
    }
}

#[test]
fn a_chain_is_drawn_straight() {
    for direction in DIRECTIONS {
        let drawn = layout(&flat(5, &[(0, 1), (1, 2), (2, 3), (3, 4)]), direction);
        assert!(drawn.edges.iter().all(|e| e.points.len() == 2), "{direction:?}: {:?}", drawn.edges);
    }
}

/// A graph whose first nodes are pinned to a grid with room between them.
fn pinned(nodes: usize, pins: usize, groups: usize) -> Graph {
    let mut graph = architecture(nodes, groups, 11);
    let columns = (nodes as f64).sqrt().ceil() as usize;
    for (i, node) in graph.nodes.iter_mut().enumerate().take(pins) {
        node.at = Some(Point::new((i % columns) as f64 * 320.0 - 500.0, (i / columns) as f64 * 140.0 + 77.0));
    }
    graph
}

#[test]
fn pinned_nodes_stay_exactly_where_they_are() {
    for (nodes, pins) in [(1, 1), (12, 12), (12, 5), (60, 60), (60, 1), (700, 300), (700, 700)] {
        for direction in DIRECTIONS {
            let graph = pinned(nodes, pins, 4);
            let drawn = layout(&graph, direction);
            for (node, rect) in graph.nodes.iter().zip(&drawn.nodes).take(pins) {
                assert_eq!(Some(rect.origin()), node.at);
            }
            for (a, ra) in drawn.nodes.iter().enumerate() {
                assert!(!drawn.nodes[a + 1..].iter().any(|rb| ra.overlaps(*rb)), "{nodes} nodes, {pins} pins: {a}");
            }
            for (edge, route) in graph.edges.iter().zip(&drawn.edges) {
                let ends = route.points.first().zip(route.points.last());
                assert!(ends.is_some_and(|(a, b)| {
                    on_border(drawn.nodes[edge.source], *a) && on_border(drawn.nodes[edge.target], *b)
                }));
                assert!(segments(&route.points).all(|s| s.width() < 0.01 || s.height() < 0.01));
            }
            for (node, rect) in graph.nodes.iter().zip(&drawn.nodes) {
                assert!(node.group.is_none_or(|g| drawn.groups[g].encloses(rect.inflate(PADDING))));
            }
        }
    }
}

#[test]
fn routes_between_pinned_nodes_go_round_the_others() {
    let graph = pinned(40, 40, 0);
    let drawn = layout(&graph, Direction::Right);
    for route in &drawn.edges {
        let through = segments(&route.points).any(|s| drawn.nodes.iter().any(|n| s.overlaps(n.inflate(-1.0))));
        assert!(!through, "{:?}", route.points);
    }
}

#[test]
fn a_group_with_a_place_of_its_own_keeps_it() {
    let mut graph = pinned(4, 4, 0);
    let rect = Rect { x0: -900.0, y0: -200.0, x1: 900.0, y1: 900.0 };
    graph.groups = vec![GraphGroup { rect: Some(rect), ..group(None) }];
    graph.nodes[0].group = Some(0);
    assert_eq!(layout(&graph, Direction::Right).groups, [rect]);
}

#[test]
fn writes_from_beyond_do_not_stretch_a_group_around_its_store() {
    let mut graph = flat(6, &[(0, 1), (0, 2), (2, 3), (3, 4), (4, 1), (4, 5)]);
    graph.groups = vec![group(None)];
    graph.nodes[0].group = Some(0);
    graph.nodes[1].group = Some(0);
    let drawn = layout(&graph, Direction::Right);
    assert!(drawn.groups[0].x1 < drawn.nodes[3].x0, "{drawn:?}");
    assert!(on_border(drawn.nodes[1], drawn.edges[4].points[drawn.edges[4].points.len() - 1]));
}

/// How far nodes move when one is added, as a part of the diagonal: the median, the shift of the whole drawing apart.
fn moves(graph: &Graph, at: usize) -> f64 {
    let mut more = graph.clone();
    more.nodes.push(graph.nodes[at]);
    more.edges.push(edge(at, graph.nodes.len(), None));
    let (before, after) = (layout(graph, Direction::Right), layout(&more, Direction::Right));
    let shifts = before.nodes.iter().zip(&after.nodes).map(|(a, b)| b.center() - a.center());
    let whole = (median(shifts.clone().map(|by| by.x)), median(shifts.clone().map(|by| by.y)));
    let far = median(shifts.map(|by| (by.x - whole.0).hypot(by.y - whole.1)));
    far / before.bounds.width().hypot(before.bounds.height())
}

fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = numbers.collect();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

#[test]
fn one_more_node_moves_the_others_little() {
    for (nodes, groups) in [(12, 0), (12, 3), (30, 0), (30, 4), (60, 6)] {
        let all = (1..40).map(|seed: u8| moves(&architecture(nodes, groups, seed.into()), usize::from(seed) % nodes));
        let moved = median(all);
        assert!(moved < 0.06, "{nodes} nodes in {groups} groups move by {moved:.3} of the diagonal");
    }
}
