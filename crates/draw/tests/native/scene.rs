use std::sync::Arc;

use proptest::prelude::*;
use vitrine_draw::diagram::compose::scene;
use vitrine_draw::diagram::focus::{Emphasis, Focus, Highlight};
use vitrine_draw::diagram::graph::{NodeFacts, graph, node_text};
use vitrine_draw::diagram::layout::{Layout, Route};
use vitrine_draw::diagram::measure::{self, Font};
use vitrine_draw::diagram::outline::outline;
use vitrine_draw::diagram::path::{Path, Segment};
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::diagram::scene::{Dash, Detail, Mark, Part, Scene, Shape};
use vitrine_draw::geometry::{Point, Rect, Size};
use vitrine_model::{Diagram, Edge, EdgeKind, Group, Node, NodeKind, Place};

fn node(label: &str, kind: NodeKind) -> Node {
    Node {
        id: label.to_lowercase(),
        label: label.to_owned(),
        kind,
        technology: None,
        instances: None,
        description: None,
        group: None,
        opens: None,
        also: Vec::new(),
        place: Place::default(),
    }
}

fn edge(source: usize, target: usize, kind: EdgeKind) -> Edge {
    Edge { id: format!("{source}-{target}"), source, target, groups: [None; 2], label: Some("orders".to_owned()), kind }
}

/// A → B ⇢ C, and D alone; A and B in a group.
fn diagram() -> Diagram {
    let mut nodes: Vec<Node> = ["A", "B", "C", "D"].map(|label| node(label, NodeKind::Service)).into();
    nodes[0].group = Some(0);
    nodes[1].group = Some(0);
    Diagram {
        id: "d".to_owned(),
        name: "d".to_owned(),
        title: "D".to_owned(),
        caption: None,
        nodes,
        edges: vec![edge(0, 1, EdgeKind::Sync), edge(1, 2, EdgeKind::Async)],
        groups: vec![Group { id: "g".to_owned(), label: "Core".to_owned(), ..Group::default() }],
        flows: std::sync::Arc::default(),
        perspectives: std::sync::Arc::default(),
        inside: None,
        is_rtl: false,
    }
}

/// All nodes in a row, with room between them.
fn row(diagram: &Diagram, facts: &[NodeFacts]) -> Layout {
    let graph = graph(diagram, facts);
    let place = |(index, size): (usize, Size)| Rect::from_origin_size(Point::new(index as f64 * 300.0, 40.0), size);
    let nodes: Vec<Rect> = graph.nodes.iter().map(|node| node.size).enumerate().map(place).collect();
    let route = |edge: &Edge| {
        let (from, to) = (nodes[edge.source], nodes[edge.target]);
        let points = vec![Point::new(from.x1, from.center().y), Point::new(to.x0, to.center().y)];
        Route { label: Some(Rect::from_center_size(points[0].lerp(points[1], 0.5), Size::new(50.0, 20.0))), points }
    };
    Layout {
        edges: diagram.edges.iter().map(route).collect(),
        groups: vec![Rect { x0: -10.0, y0: 0.0, x1: 460.0, y1: 120.0 }; diagram.groups.len()],
        bounds: Rect { x0: -10.0, y0: 0.0, x1: 1200.0, y1: 120.0 },
        nodes,
    }
}

fn texts(scene: &Scene, scale: f64) -> Vec<&str> {
    let mut all = Vec::new();
    for shape in scene.shapes.iter().filter(|shape| shape.detail.shows(scale)) {
        if let Mark::Text { text, .. } = &shape.mark {
            all.push(text.as_str());
        }
    }
    all
}

fn dash_of(scene: &Scene, edge: usize) -> Option<Dash> {
    scene.shapes.iter().find_map(|shape| match &shape.mark {
        Mark::Stroke { dash, .. } if shape.part == Part::Edge(edge) => Some(*dash),
        _ => None,
    })
}

#[test]
fn every_word_is_drawn_from_near_and_every_name_from_afar() {
    let diagram = diagram();
    let facts = vec![NodeFacts { technology: Some("Rust".to_owned()), ..NodeFacts::default() }];
    let scene = scene(&diagram, &facts, &row(&diagram, &facts));
    assert_eq!(texts(&scene, Detail::NEAR), ["Core", "orders", "orders", "A", "Rust", "B", "C", "D"]);
    assert_eq!(texts(&scene, 0.5), ["orders", "orders", "Core", "A", "B", "C", "D"]);
    assert!(texts(&scene, 0.3).is_empty(), "further away no words stand in boxes");
}

#[test]
fn asynchronous_edges_are_dashed_and_synchronous_ones_are_not() {
    let diagram = diagram();
    let scene = scene(&diagram, &[], &row(&diagram, &[]));
    assert_eq!(dash_of(&scene, 0), Some(Dash::Solid));
    assert_eq!(dash_of(&scene, 1), Some(Dash::Dashed));
}

#[test]
fn nodes_lie_above_labels_above_lines_above_groups() {
    let diagram = diagram();
    let scene = scene(&diagram, &[], &row(&diagram, &[]));
    let rank = |part| match part {
        Part::Group(_) => 0,
        Part::Edge(_) => 1,
        Part::Node(_) => 2,
    };
    // From afar the names of groups are larger than the room between lines, so they lie above those.
    let far_sign = |shape: &&Shape| matches!(shape.part, Part::Group(_)) && shape.detail == Detail::Far;
    assert!(scene.shapes.iter().filter(|shape| !far_sign(shape)).is_sorted_by_key(|shape| rank(shape.part)));
    let at = |part: fn(&Part) -> bool| scene.shapes.iter().position(|shape| part(&shape.part));
    let first_sign = scene.shapes.iter().position(|shape| far_sign(&shape));
    let last_line = scene.shapes.iter().rposition(|shape| matches!(shape.part, Part::Edge(_)));
    assert!(last_line < first_sign && first_sign < at(|part| matches!(part, Part::Node(_))));
}

#[test]
fn a_selection_highlights_the_node_its_edges_neighbours_and_group() {
    let diagram = diagram();
    let focus = Focus::new(&diagram, Highlight::Node { node: 1, steps: 1 }, None);
    let nodes: Vec<Emphasis> = (0..4).map(|index| focus.emphasis(Part::Node(index))).collect();
    assert_eq!(nodes, [Emphasis::Highlighted, Emphasis::Chosen, Emphasis::Highlighted, Emphasis::Dim]);
    assert_eq!(focus.emphasis(Part::Edge(1)), Emphasis::Highlighted);
    assert_eq!(focus.emphasis(Part::Group(0)), Emphasis::Highlighted);
    let other = Focus::new(&diagram, Highlight::Node { node: 3, steps: 1 }, None);
    assert_eq!(other.emphasis(Part::Edge(0)), Emphasis::Dim);
}

#[test]
fn nothing_selected_dims_nothing() {
    let focus = Focus::new(&diagram(), Highlight::Off, None);
    assert_eq!(focus.emphasis(Part::Node(0)), Emphasis::Plain);
}

#[test]
fn words_fit_the_box_they_are_in() {
    for (kind, ..) in NodeKind::ALL {
        for label in [
            "A",
            "Order service",
            "The quite long name of a service that nobody can remember",
            "Donaudampfschiff-fahrtsgesellschaftskapitän",
        ] {
            let (text, size) = node_text(&node(label, kind), Some("PostgreSQL 17 with logical replication"));
            assert!(text.name.len() <= 3, "{label}");
            let widest = text.name.iter().map(|line| measure::width(line, Font::Name)).fold(0.0, f64::max);
            assert!(widest + 54.0 <= size.w + 1.0, "{label} needs {widest} of {size:?}");
        }
    }
}

#[test]
fn a_size_in_the_file_is_kept() {
    let mut small = node("A long name in a small box", NodeKind::Queue);
    small.place.size = (Some(90.0), Some(30.0));
    let (text, size) = node_text(&small, Some("Kafka"));
    assert_eq!(size, Size::new(90.0, 30.0));
    assert_eq!((text.name.len(), text.technology), (1, None));
}

#[test]
fn how_many_there_are_is_not_lost_with_the_end_of_a_long_name() {
    let (mut many, wide) = (node("Events", NodeKind::Queue), "Amazon Managed Streaming for Apache Kafka");
    many.instances = Some("4".to_owned());
    for width in [None, Some(150.0)] {
        many.place.size.0 = width;
        let line = node_text(&many, Some(wide)).0.technology.expect("a line");
        assert!(line.starts_with("Amaz") && line.ends_with("… · ×4"), "{line}");
        assert!(measure::width(&line, Font::Technology) <= 168.0, "{line}");
    }
    let line = |node: &Node, technology| node_text(node, technology).0.technology;
    assert_eq!(line(&many, Some("Kafka")).as_deref(), Some("Kafka · ×4"));
    assert_eq!(line(&many, None).as_deref(), Some("×4"));
    many.instances = None;
    assert_eq!(line(&many, None), None);
}

fn ends(path: &Path) -> Vec<Point> {
    let end = |segment: &Segment| match *segment {
        Segment::Move(to) | Segment::Line(to) | Segment::Quad(_, to) | Segment::Cubic(_, _, to) => Some(to),
        Segment::Close => None,
    };
    path.0.iter().filter_map(end).collect()
}

#[test]
fn every_kind_has_its_own_shape_inside_its_box() {
    let rect = Rect::from_origin_size(Point::new(10.0, 20.0), Size::new(160.0, 60.0));
    let mut seen = Vec::new();
    for (kind, name) in NodeKind::ALL {
        let shape = outline(kind, rect);
        let all = ends(&shape.body).into_iter().chain(shape.detail.iter().flat_map(ends));
        assert!(all.into_iter().all(|p| rect.contains(p)), "{name} leaves its box");
        // External is told apart by its broken line.
        assert!(kind == NodeKind::External || !seen.contains(&shape), "{name} looks like another kind");
        seen.push(shape);
    }
}

proptest! {
    #[test]
    fn rounding_keeps_both_ends_and_stays_within_the_corners(
        xs in proptest::collection::vec((-500.0..500.0, -500.0..500.0), 2..8), radius in 0.0..40.0,
    ) {
        let points: Vec<Point> = xs.iter().map(|&(x, y)| Point::new(x, y)).collect();
        let rounded = ends(&Path::rounded_polyline(&points, radius));
        prop_assert_eq!(rounded.first(), points.first());
        prop_assert_eq!(rounded.last(), points.last());
        let bounds = points.iter().fold(Rect { x0: 500.0, y0: 500.0, x1: -500.0, y1: -500.0 }, |r, p| Rect {
            x0: r.x0.min(p.x), y0: r.y0.min(p.y), x1: r.x1.max(p.x), y1: r.y1.max(p.y),
        });
        prop_assert!(rounded.iter().all(|p| bounds.inflate(1e-6).contains(*p)));
    }
}

#[test]
fn a_small_step_sideways_is_a_gentle_curve_and_a_large_one_has_corners() {
    let way = |step: f64| [(0.0, 0.0), (100.0, 0.0), (100.0, step), (200.0, step)].map(|(x, y)| Point::new(x, y));
    let curves = |path: &Path| path.0.iter().filter(|step| matches!(step, Segment::Cubic(..))).count();
    let corners = |path: &Path| path.0.iter().filter(|step| matches!(step, Segment::Quad(..))).count();
    let (small, large) = (Path::rounded_polyline(&way(2.0), 8.0), Path::rounded_polyline(&way(40.0), 8.0));
    assert_eq!([curves(&small), corners(&small)], [1, 0]);
    assert_eq!([curves(&large), corners(&large)], [0, 2]);
    // There and back is no step sideways.
    let back = [(0.0, 0.0), (100.0, 0.0), (100.0, 2.0), (0.0, 2.0)].map(|(x, y)| Point::new(x, y));
    assert_eq!(curves(&Path::rounded_polyline(&back, 8.0)), 0);
}

#[test]
fn the_direction_suits_the_window() {
    let mut chain = diagram();
    chain.nodes = (0..6).map(|at| node(&format!("Node {at}"), NodeKind::Service)).collect();
    chain.edges = (0..5).map(|at| edge(at, at + 1, EdgeKind::Sync)).collect();
    chain.groups.clear();
    let wider = |w, h| {
        let plan = Plan::for_viewport(Arc::new(chain.clone()), Arc::default(), Size::new(w, h));
        plan.layout.bounds.width() > plan.layout.bounds.height()
    };
    assert_eq!([wider(1200.0, 500.0), wider(360.0, 640.0)], [true, false]);
}

#[test]
fn how_many_there_are_stands_in_the_box_and_behind_it_is_the_edge_of_another() {
    let texts = |scene: &Scene| {
        let texts = scene.shapes.iter().filter_map(|shape| match &shape.mark {
            Mark::Text { text, .. } => Some(text.clone()),
            _ => None,
        });
        texts.collect::<Vec<_>>()
    };
    let outlines = |scene: &Scene, node: usize| {
        let shapes = scene.shapes.iter().enumerate().filter(|(_, shape)| shape.part == Part::Node(node));
        let outlines = shapes.filter(|(_, shape)| matches!(shape.mark, Mark::Stroke { .. }));
        outlines.map(|(at, shape)| (at, shape.bounds)).collect::<Vec<_>>()
    };
    for (instances, technology, said, boxes) in [
        (None, Some("Go"), "Go", 1),
        (Some("4"), Some("Go"), "Go · ×4", 2),
        (Some("2–6"), None, "×2–6", 2),
        (Some("1"), None, "×1", 1),
    ] {
        let mut diagram = diagram();
        diagram.nodes[1].instances = instances.map(str::to_owned);
        diagram.groups[0].instances = instances.map(str::to_owned);
        diagram.groups[0].technology = technology.map(str::to_owned);
        let mut facts = vec![NodeFacts::default(); 4];
        facts[1].technology = technology.map(str::to_owned);
        let layout = row(&diagram, &facts);
        let scene = scene(&diagram, &facts, &layout);
        assert!(texts(&scene).contains(&said.to_owned()), "{said} is not in {:?}", texts(&scene));
        assert!(texts(&scene).contains(&diagram.groups[0].sign()));
        let outlines = outlines(&scene, 1);
        assert_eq!(outlines.len(), boxes, "{said}");
        if let [(behind, other), (_, own)] = outlines[..] {
            assert!(other.x1 > own.x1 && other.y0 < own.y0, "it shows to the right and above");
            let arrow = scene.shapes.iter().position(|shape| shape.part == Part::Edge(0)).expect("an arrow");
            assert!(behind < arrow, "arrows run over it");
        }
    }
}
