//! Diagrams that are read from right to left.

use std::sync::Arc;

use proptest::prelude::*;
use vitrine_draw::diagram::camera::Camera;
use vitrine_draw::diagram::flow::sequence::Sequence;
use vitrine_draw::diagram::graph::NodeFacts;
use vitrine_draw::diagram::hit_test::{edge_at, node_at};
use vitrine_draw::diagram::layout::{Direction, Layout, layout};
use vitrine_draw::diagram::measure;
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::diagram::scene::{Align, Mark, Part, Scene, Shape};
use vitrine_draw::geometry::{Point, Rect, Size, length};
use vitrine_model::{Diagram, Gate, Portfolio, read};

use crate::layout::architecture;

const PHONE: Size = Size::new(358.0, 560.0);

fn portfolio(file: &str) -> Portfolio {
    read(&crate::project_file(file), &Gate::native()).expect("a portfolio").value
}

/// The diagrams of the examples, each with what its nodes run on.
fn bundled() -> Vec<(Diagram, Arc<Vec<NodeFacts>>)> {
    let files = ["public/portfolio.json", "public/examples/sharvil-kadam.json", "public/examples/arunav-malhotra.json"];
    let diagrams = files.iter().flat_map(|file| {
        let portfolio = portfolio(file);
        let facts = |diagram: &Diagram| Arc::new(NodeFacts::of(&portfolio, diagram, |_| String::new()));
        portfolio.diagrams.iter().map(|diagram| (diagram.clone(), facts(diagram))).collect::<Vec<_>>()
    });
    diagrams.collect()
}

fn turned(diagram: &Diagram) -> Arc<Diagram> {
    Arc::new(Diagram { is_rtl: true, ..diagram.clone() })
}

fn read_in(language: &str, nodes: &str, rest: &str) -> Diagram {
    let text = format!(
        r#"{{"language": "{language}", "profile": {{"name": "ليلى"}}, "diagrams": [{{"id": "d", "name": "d", "nodes": {nodes} {rest}}}]}}"#
    );
    read(&text, &Gate::native()).expect("a portfolio").value.diagrams.remove(0)
}

/// Which boxes overlap, and how often lines cross.
fn clashes(layout: &Layout) -> (Vec<(usize, usize)>, usize) {
    let pairs = |count: usize| (0..count).flat_map(move |a| (a + 1..count).map(move |b| (a, b)));
    let overlaps = pairs(layout.nodes.len()).filter(|&(a, b)| layout.nodes[a].overlaps(layout.nodes[b])).collect();
    let legs: Vec<Rect> = layout.edges.iter().flat_map(|edge| edge.points.windows(2).map(around)).collect();
    let is_cross = |&(a, b): &(usize, usize)| {
        let (a, b) = (legs[a], legs[b]);
        let inside = |at: f64, from: f64, to: f64| from < at && at < to;
        let meets = |level: Rect, upright: Rect| {
            inside(upright.x0, level.x0, level.x1) && inside(level.y0, upright.y0, upright.y1)
        };
        meets(a, b) || meets(b, a)
    };
    (overlaps, pairs(legs.len()).filter(is_cross).count())
}

fn around(leg: &[Point]) -> Rect {
    let at = |p: Point| Rect { x0: p.x, y0: p.y, x1: p.x, y1: p.y };
    at(leg[0]).union(at(leg[1]))
}

/// Where a text is, as wide as the layout takes it for.
fn room(shape: &Shape) -> Option<Rect> {
    let Mark::Text { at, text, font, align, .. } = &shape.mark else { return None };
    let width = measure::width(text, *font);
    let x0 = match align {
        Align::Start => at.x,
        Align::Middle => at.x - width / 2.0,
        Align::End => at.x - width,
    };
    Some(Rect { x0, y0: at.y - font.px() / 2.0, x1: x0 + width, y1: at.y })
}

fn texts(scene: &Scene) -> Vec<(&Shape, Rect)> {
    scene.shapes.iter().filter_map(|shape| Some((shape, room(shape)?))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_mirrored_layout_is_the_same_one_seen_from_behind(nodes in 2_usize..40, groups in 0_usize..5, seed in any::<u64>()) {
        for direction in [Direction::Right, Direction::Down] {
            let drawn = layout(&architecture(nodes, groups, seed), direction);
            let mirrored = drawn.clone().mirrored();
            prop_assert_eq!(clashes(&mirrored), clashes(&drawn));
            for (there, here) in mirrored.edges.iter().zip(&drawn.edges) {
                prop_assert!((length(&there.points) - length(&here.points)).abs() < 1e-9);
            }
            for (there, here) in mirrored.nodes.iter().chain(&mirrored.groups).zip(drawn.nodes.iter().chain(&drawn.groups)) {
                prop_assert_eq!(there.size(), here.size());
                prop_assert!(mirrored.bounds.encloses(*there) && there.x0 <= there.x1);
            }
            prop_assert_eq!(mirrored.mirrored(), drawn);
        }
    }
}

#[test]
fn what_is_drawn_twice_mirrored_is_as_it_was() {
    for (diagram, facts) in bundled() {
        let plan = Plan::new(Arc::new(diagram), facts, Direction::Right);
        assert_eq!(plan.scene.clone().mirrored().mirrored(), plan.scene);
        assert_ne!(plan.scene.clone().mirrored(), plan.scene);
    }
}

#[test]
fn from_right_to_left_arrows_lead_to_the_left_and_words_stay_in_their_boxes() {
    for (diagram, facts) in bundled().into_iter().filter(|(diagram, _)| is_free(diagram)) {
        let left = Plan::new(Arc::new(diagram.clone()), Arc::clone(&facts), Direction::Right);
        let right = Plan::new(turned(&diagram), facts, Direction::Right);
        for (edge, (here, there)) in diagram.edges.iter().zip(left.layout.edges.iter().zip(&right.layout.edges)) {
            let leads = |points: &[Point]| points.last().map(|end| end.x).zip(points.first().map(|start| start.x));
            let by = |ends: Option<(f64, f64)>| ends.map(|(end, start)| end - start);
            assert_eq!(by(leads(&there.points)), by(leads(&here.points)).map(|by| 0.0 - by), "{}", edge.id);
        }
        let (here, there) = (texts(&left.scene), texts(&right.scene));
        assert_eq!(here.len(), there.len());
        for ((shape, room), (from, was)) in there.iter().zip(&here) {
            // What stood in its box stands there, as far from the other side.
            assert!(!from.bounds.inflate(1.0).encloses(*was) || shape.bounds.inflate(1.0).encloses(*room), "{shape:?}");
            assert!(((shape.bounds.x1 - room.x1) - (was.x0 - from.bounds.x0)).abs() < 1e-6, "{shape:?}");
        }
        let signs =
            |scene: &Scene| scene.shapes.iter().filter(|shape| matches!(shape.mark, Mark::Glyph { .. })).count();
        assert!(signs(&right.scene) > 0);
        for shape in &right.scene.shapes {
            if let (Mark::Glyph { at, .. }, Part::Node(node)) = (&shape.mark, shape.part) {
                let sign = Rect::from_origin_size(*at, Size::new(20.0, 20.0));
                let rect = right.layout.nodes[node];
                assert!(rect.encloses(sign) && sign.center().x > rect.center().x, "the sign begins the box");
            }
        }
    }
}

/// Whether its author has placed nothing.
fn is_free(diagram: &Diagram) -> bool {
    diagram.nodes.iter().all(|node| node.place.at.is_none())
}

#[test]
fn a_pointer_finds_what_is_drawn_under_it() {
    for (diagram, facts) in bundled() {
        let plan = Plan::new(turned(&diagram), facts, Direction::Right);
        for (node, rect) in plan.layout.nodes.iter().enumerate() {
            assert_eq!(node_at(&plan.nodes, rect.center(), 0.0), Some(node));
        }
        for route in plan.layout.edges.iter().filter_map(|route| route.label) {
            assert!(edge_at(&plan.edges, &plan.layout.edges, route.center(), 1.0).is_some());
        }
    }
}

#[test]
fn new_facts_are_drawn_into_the_same_places() {
    for (diagram, facts) in bundled() {
        let mut plan = Plan::new(turned(&diagram), Arc::clone(&facts), Direction::Right);
        let before = plan.scene.clone();
        plan.redraw(facts);
        assert_eq!(plan.scene, before);
    }
}

#[test]
fn what_is_made_when_it_is_seen_is_mirrored_as_well() {
    let nodes: Vec<String> =
        (0..=Plan::WHOLE).map(|at| format!(r#"{{"id": "n{at}", "label": "خدمة {at}"}}"#)).collect();
    let edges: Vec<String> =
        (1..=Plan::WHOLE).map(|at| format!(r#"{{"source": "n{}", "target": "n{at}"}}"#, at / 3)).collect();
    let rest = format!(r#", "edges": [{}]"#, edges.join(","));
    let diagram = read_in("ar", &format!("[{}]", nodes.join(",")), &rest);
    let plan = Plan::new(Arc::new(diagram), Arc::default(), Direction::Right);
    let place = plan.layout.nodes[700];
    let part = plan.part(place).expect("a part");
    let drawn = part.shapes.iter().filter(|shape| shape.part == Part::Node(700));
    let drawn: Vec<&Shape> = drawn.collect();
    assert!(!drawn.is_empty() && drawn.iter().all(|shape| place.inflate(20.0).encloses(shape.bounds)), "{drawn:?}");
}

#[test]
fn a_portfolio_decides_which_way_its_diagrams_go_and_an_author_who_places_boxes_for_these() {
    let nodes = r#"[{"id": "a", "label": "خدمة"}, {"id": "b", "label": "Kafka"}]"#;
    let placed = r#"[{"id": "a", "x": 0, "y": 0}, {"id": "b", "x": 400, "y": 0}]"#;
    let edge = r#", "edges": [{"source": "a", "target": "b"}]"#;
    for (language, nodes, is_leftward) in
        [("ar", nodes, true), ("he", nodes, true), ("en", nodes, false), ("ar", placed, false)]
    {
        let plan = Plan::new(Arc::new(read_in(language, nodes, edge)), Arc::default(), Direction::Right);
        let [a, b] = plan.layout.nodes[..] else { panic!("two nodes") };
        assert_eq!(b.x1 < a.x0, is_leftward, "{language}: {a:?} {b:?}");
    }
}

#[test]
fn on_a_phone_the_flow_begins_at_the_right() {
    for (diagram, facts) in bundled().into_iter().filter(|(diagram, _)| is_free(diagram)) {
        let here = Plan::for_viewport(Arc::new(diagram.clone()), Arc::clone(&facts), PHONE);
        let there = Plan::for_viewport(turned(&diagram), facts, PHONE);
        let seen = |plan: &Plan, camera: Camera| camera.world_from_viewport(PHONE).mirrored_if(plan.diagram.is_rtl);
        let (one, other) = (seen(&here, here.first_view(PHONE)), seen(&there, there.first_view(PHONE)));
        assert!(
            (one.x0 - other.x0).abs() < 1e-6 && (one.y0 - other.y0).abs() < 1e-6,
            "{}: {one:?} {other:?}",
            diagram.id
        );
    }
}

trait MirroredIf {
    fn mirrored_if(self, is_mirrored: bool) -> Self;
}

impl MirroredIf for Rect {
    fn mirrored_if(self, is_mirrored: bool) -> Self {
        if is_mirrored { self.mirrored() } else { self }
    }
}

#[test]
fn a_sequence_begins_with_the_participant_at_the_right() {
    let nodes = r#"[{"id": "a", "label": "متجر"}, {"id": "b", "label": "Kafka"}, {"id": "c", "label": "مخزن"}]"#;
    let rest = r#", "edges": [{"source": "a", "target": "b", "label": "طلب."}, {"source": "b", "target": "c"}],
        "flows": [{"id": "f", "name": "f", "steps": [{"from": "a", "to": "b"},
        {"optional": "إن وجد", "steps": [{"from": "b", "to": "c", "note": "حفظ"}, {"from": "c", "to": "c", "note": "جمع"}]}]}]"#;
    let diagram = Arc::new(read_in("ar", nodes, rest));
    let sequence = Sequence::new(&diagram, &[], &diagram.flows[0]);
    assert!(sequence.heads.is_sorted_by(|one, next| next.x1 < one.x0), "{:?}", sequence.heads);
    let scene = sequence.scene(&diagram, &[]);
    assert_eq!(scene.bounds, sequence.bounds());
    for (shape, room) in texts(&scene) {
        assert!(shape.bounds.inflate(1.0).encloses(room), "{shape:?}");
        // The name of the frame, with which that begins.
        if let (Part::Group(0), Mark::Text { text, .. }) = (shape.part, &shape.mark)
            && text == "opt"
        {
            assert!(room.x0 > sequence.frames[0].rect.center().x);
        }
    }
    let ways = sequence.rows.iter().take(2).map(|row| &row.route);
    assert!(ways.clone().all(|way| way[1].x < way[0].x), "messages lead to the left");
    for row in &sequence.rows {
        assert!(sequence.bounds().encloses(row.plate));
    }
    let plan = Plan::of(Arc::clone(&diagram), Arc::default(), sequence.layout(&diagram), scene);
    let narrow = Size::new(240.0, 400.0);
    let first = plan.reading_view(narrow).screen_from_world_rect(sequence.heads[0]);
    assert!(first.x0 > 0.0 && first.x1 <= narrow.w, "where it begins is seen first: {first:?}");
    let english = Diagram { is_rtl: false, ..(*diagram).clone() };
    let other = Sequence::new(&english, &[], &english.flows[0]);
    assert_eq!(other.clone().mirrored(), sequence);
    assert_eq!(other.scene(&english, &[]).mirrored(), sequence.scene(&diagram, &[]));
}
