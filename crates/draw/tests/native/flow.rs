//! What a flow shows, says and draws at each step.

use vitrine_draw::diagram::camera::Camera;
use vitrine_draw::diagram::flow::follow::follow;
use vitrine_draw::diagram::flow::sequence::Sequence;
use vitrine_draw::diagram::flow::travel::{Travel, dwell};
use vitrine_draw::diagram::flow::{highlight, words};
use vitrine_draw::diagram::focus::Emphasis;
use vitrine_draw::diagram::graph::NodeFacts;
use vitrine_draw::diagram::scene::{Dash, Mark, Part, Role};
use vitrine_draw::geometry::{Point, Rect, Vec2};
use vitrine_model::{Diagram, Flow, Gate, Portfolio, read};

use crate::project_file;

const FILE: &str = r#"{"profile": {"name": "Ada"}, "diagrams": [{"id": "d", "name": "d",
    "nodes": [{"id": "shop", "label": "Shop", "group": "in"}, {"id": "checkout", "label": "Checkout", "group": "core"},
        {"id": "bank", "label": "Bank"}, {"id": "idle", "label": "Idle"}],
    "groups": [{"id": "all"}, {"id": "core", "parent": "all"}, {"id": "in"}],
    "edges": [{"source": "shop", "target": "checkout", "label": "buy"}, {"source": "checkout", "target": "bank", "label": "charge"},
        {"source": "checkout", "target": "checkout", "label": "retry"}],
    "flows": [{"id": "f", "name": "Buying", "steps": [
        {"from": "shop", "to": "checkout", "note": "A *full* cart."},
        {"node": "checkout", "note": "Works out the price of everything in the cart, and what is owed to whom."},
        {"from": "checkout", "to": "bank", "kind": "async"},
        {"alternative": [
            {"when": "paid", "steps": [{"from": "bank", "to": "checkout", "note": "Charged."},
                {"parallel": [[{"node": "shop", "note": "Thanks."}], [{"node": "bank", "note": "Books it."}]]}]},
            {"when": "declined", "steps": [{"from": "checkout", "to": "checkout"}]}]},
        {"from": "checkout", "to": "shop"}]}]}]}"#;

fn portfolio() -> Portfolio {
    read(FILE, &Gate::native()).expect("sound").value
}

fn flow(diagram: &Diagram) -> &Flow {
    &diagram.flows[0]
}

#[test]
fn each_step_says_when_and_where_it_happens_and_what() {
    let portfolio = portfolio();
    let diagram = &portfolio.diagrams[0];
    let said: Vec<String> =
        (0..8).map(|at| words::step(diagram, flow(diagram), at, vitrine_model::Words::english())).collect();
    assert_eq!(
        said,
        [
            "Shop to Checkout: buy. A full cart.",
            "Checkout. Works out the price of everything in the cart, and what is owed to whom.",
            "Checkout to Bank: charge (async).",
            "If paid: Bank to Checkout (reply). Charged.",
            "If paid, at the same time, 1 of 2: Shop. Thanks.",
            "If paid, at the same time, 2 of 2: Bank. Books it.",
            "If declined: Checkout to itself: retry.",
            "Checkout to Shop (reply).",
        ]
    );
}

#[test]
fn a_step_highlights_its_edge_its_ends_and_the_groups_around_them() {
    let portfolio = portfolio();
    let diagram = &portfolio.diagrams[0];
    let emphasis = |step: usize, parts: &[Part]| {
        let focus = highlight::in_diagram(diagram, flow(diagram), step, None);
        parts.iter().map(|&part| focus.emphasis(part)).collect::<Vec<_>>()
    };
    let nodes = [Part::Node(0), Part::Node(1), Part::Node(2), Part::Node(3)];
    assert_eq!(emphasis(0, &nodes), [Emphasis::Highlighted, Emphasis::Chosen, Emphasis::Dim, Emphasis::Dim]);
    assert_eq!(
        emphasis(7, &nodes),
        [Emphasis::Chosen, Emphasis::Highlighted, Emphasis::Dim, Emphasis::Dim],
        "a reply leads back"
    );
    assert_eq!(emphasis(1, &nodes), [Emphasis::Dim, Emphasis::Chosen, Emphasis::Dim, Emphasis::Dim]);
    assert_eq!(emphasis(3, &[Part::Edge(0), Part::Edge(1)]), [Emphasis::Dim, Emphasis::Highlighted]);
    assert_eq!(
        emphasis(2, &[Part::Group(0), Part::Group(1), Part::Group(2)]),
        [Emphasis::Highlighted, Emphasis::Highlighted, Emphasis::Dim]
    );
}

#[test]
fn in_the_sequence_diagram_nothing_stands_back() {
    let portfolio = portfolio();
    let diagram = &portfolio.diagrams[0];
    let focus = highlight::in_sequence(diagram, flow(diagram), 3, Some(0));
    let expected = [
        (Part::Edge(3), Emphasis::Highlighted),
        (Part::Edge(2), Emphasis::Plain),
        (Part::Node(1), Emphasis::Chosen),
        (Part::Node(0), Emphasis::Chosen),
        (Part::Node(2), Emphasis::Highlighted),
        (Part::Group(0), Emphasis::Highlighted),
        (Part::Group(1), Emphasis::Plain),
    ];
    for (part, emphasis) in expected {
        assert_eq!(focus.emphasis(part), emphasis, "{part:?}");
    }
}

const ROUTE: [Point; 3] = [Point::new(0.0, 0.0), Point::new(300.0, 0.0), Point::new(300.0, 100.0)];

#[test]
fn a_mark_travels_from_end_to_end_in_the_time_it_takes_and_back_for_a_reply() {
    let (there, back) = (Travel::new(&ROUTE, false), Travel::new(&ROUTE, true));
    let at = |travel: &Travel, t: f64| travel.at(t).expect("a way");
    assert_eq!((at(&there, 0.0).at, at(&there, 1e9).at), (ROUTE[0], ROUTE[2]));
    assert_eq!((at(&back, 0.0).at, at(&back, 1e9).at), (ROUTE[2], ROUTE[0]));
    let half = at(&there, there.duration() / 2.0);
    assert_eq!((half.at, half.heading.x, half.heading.y), (Point::new(200.0, 0.0), 1.0, 0.0));
    assert_eq!(at(&back, back.duration() / 2.0).heading, Vec2::new(-1.0, 0.0));
    assert_eq!(at(&there, 1e9).heading, Vec2::new(0.0, 1.0));
    let times = (0..=20).map(|part| at(&there, there.duration() * f64::from(part) / 20.0).at);
    let along: Vec<f64> = times.map(|p| p.x + p.y).collect();
    assert!(along.is_sorted(), "it never turns round: {along:?}");
    assert!(Travel::new(&ROUTE[..1], false).at(0.0).is_none() && Travel::default().at(5.0).is_none());
}

#[test]
fn longer_notes_are_shown_longer_but_never_without_end() {
    let travel = Travel::new(&ROUTE, false);
    let times: Vec<f64> = [0, 40, 120, 100_000].map(|characters| dwell(&travel, characters)).into();
    assert!(times.is_sorted() && times[0] > travel.duration() && times[3] <= 9_000.0, "{times:?}");
}

#[test]
fn the_camera_shows_a_step_whole_and_legibly_where_both_are_possible() {
    let window = Rect { x0: 20.0, y0: 20.0, x1: 780.0, y1: 580.0 };
    let near = Rect { x0: 2_000.0, y0: 100.0, x1: 2_400.0, y1: 200.0 };
    let wide = Rect { x0: 0.0, y0: 0.0, x1: 3_000.0, y1: 100.0 };
    for scale in [0.1, 0.59, 0.6, 1.0, 3.0] {
        let camera = follow(Camera { origin: Point::ORIGIN, scale }, near, window);
        assert!(window.inflate(1e-6).encloses(camera.screen_from_world_rect(near)), "{scale}: {camera:?}");
        assert!(camera.scale >= 0.6, "{scale}: {camera:?}");
        let camera = follow(Camera { origin: Point::ORIGIN, scale }, wide, window);
        let seen = camera.screen_from_world_rect(wide);
        assert!((seen.center().x - 400.0).abs() < 1e-6 && camera.scale <= 0.6_f64.max(scale), "{scale}: {camera:?}");
    }
    let legible = Camera { origin: Point::new(-1_900.0, 0.0), scale: 1.0 };
    assert_eq!(follow(legible, near, window), legible, "what is seen already moves nothing");
}

#[test]
fn a_sequence_diagram_has_a_lifeline_for_each_node_that_takes_part_in_the_order_they_appear() {
    let portfolio = portfolio();
    let diagram = &portfolio.diagrams[0];
    let sequence = Sequence::new(diagram, &[], flow(diagram));
    assert_eq!(sequence.participants, [0, 1, 2]);
    assert!(sequence.heads.windows(2).all(|pair| pair[0].x1 < pair[1].x0), "heads stand apart");
    let layout = sequence.layout(diagram);
    assert_eq!(layout.nodes[3], Rect::default(), "who takes no part has no place");
    assert_eq!(layout.nodes[..3], sequence.heads[..]);
}

#[test]
fn messages_lead_from_lifeline_to_lifeline_below_each_other() {
    let portfolio = portfolio();
    let diagram = &portfolio.diagrams[0];
    let sequence = Sequence::new(diagram, &[], flow(diagram));
    let x = |node: usize| sequence.heads[node].center().x;
    let mut last = sequence.heads[0].y1;
    for (row, step) in sequence.rows.iter().zip(&flow(diagram).steps) {
        assert!(row.plate.y0 > last, "{row:?} is below what was before it");
        last = row.plate.y1;
        match (step.ends(&diagram.edges), &row.route[..]) {
            ((_, None), []) => {}
            ((from, Some(to)), [first, .., end]) => {
                assert_eq!((first.x, end.x), (x(from), x(to)));
                assert!(row.plate.y1 < first.y, "words stand above their line");
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(sequence.end > last && sequence.bounds().y1 >= sequence.end);
}

#[test]
fn frames_enclose_their_steps_and_the_frames_inside_them() {
    let portfolio = portfolio();
    let diagram = &portfolio.diagrams[0];
    let sequence = Sequence::new(diagram, &[], flow(diagram));
    let [outer, inner] = &sequence.frames[..] else { panic!("{:?}", sequence.frames) };
    assert_eq!((outer.name.as_str(), inner.name.as_str()), ("alt", "par"));
    assert!(outer.rect.encloses(inner.rect));
    for (at, row) in sequence.rows.iter().enumerate() {
        let inside = (3..7).contains(&at);
        assert_eq!(outer.rect.encloses(row.plate), inside, "step {}", at + 1);
        assert_eq!(inner.rect.encloses(row.plate), (4..6).contains(&at), "step {}", at + 1);
        assert!(inside || !outer.rect.overlaps(row.plate), "step {} is crossed by a frame", at + 1);
    }
    let branches: Vec<&str> = outer.branches.iter().map(|(_, when)| when.as_str()).collect();
    assert_eq!(branches, ["[paid]", "[declined]"]);
    assert!(sequence.bounds().encloses(outer.rect));
}

#[test]
fn lines_and_heads_tell_who_waits_as_uml_has_it() {
    let portfolio = portfolio();
    let diagram = &portfolio.diagrams[0];
    let facts = vec![NodeFacts::default(); 4];
    let scene = Sequence::new(diagram, &facts, flow(diagram)).scene(diagram, &facts);
    let lines = |step: usize| {
        let shapes = scene.shapes.iter().filter(move |shape| shape.part == Part::Edge(step));
        shapes.filter_map(|shape| match &shape.mark {
            Mark::Stroke { dash, .. } => Some((*dash, false)),
            Mark::Fill { role: Role::Muted, .. } => Some((Dash::Solid, true)),
            _ => None,
        })
    };
    assert_eq!(
        lines(0).collect::<Vec<_>>(),
        [(Dash::Solid, false), (Dash::Solid, true)],
        "a filled head: the sender waits"
    );
    assert_eq!(lines(2).collect::<Vec<_>>(), [(Dash::Solid, false); 2], "an open head: nobody waits");
    assert_eq!(lines(3).next(), Some((Dash::Dashed, false)), "a dashed line: a reply");
    let texts = scene.shapes.iter().filter_map(|shape| match &shape.mark {
        Mark::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    let texts: Vec<&str> = texts.collect();
    for text in ["1 buy", "4 Charged.", "5 Thanks.", "alt", "par", "[declined]", "Checkout"] {
        assert!(texts.contains(&text), "{text} is not in {texts:?}");
    }
    assert!(
        scene.shapes.iter().all(|shape| scene.bounds.inflate(40.0).encloses(shape.bounds)),
        "all is within its bounds"
    );
}

#[test]
fn every_flow_of_the_bundled_diagrams_can_be_drawn() {
    for file in ["public/portfolio.json", "public/examples/arunav-malhotra.json", "public/examples/sharvil-kadam.json"]
    {
        let portfolio = read(&project_file(file), &Gate::native()).expect("sound").value;
        for diagram in &portfolio.diagrams {
            assert!(!diagram.flows.is_empty(), "{} tells no story", diagram.id);
            for flow in diagram.flows.iter() {
                let sequence = Sequence::new(diagram, &[], flow);
                let bounds = sequence.bounds();
                assert!(sequence.rows.iter().all(|row| bounds.encloses(row.plate)), "{}: {}", diagram.id, flow.id);
                let overlaps =
                    |at: usize| sequence.rows[..at].iter().any(|row| row.plate.overlaps(sequence.rows[at].plate));
                assert!((0..sequence.rows.len()).all(|at| !overlaps(at)), "{}: {}", diagram.id, flow.id);
                assert!(flow.steps.iter().any(|step| step.note.is_some()));
            }
        }
    }
}
