//! Blocks of a flow, who begins and ends in it, and notes about several, said and drawn.

use vitrine_draw::diagram::flow::sequence::Sequence;
use vitrine_draw::diagram::flow::{highlight, words};
use vitrine_draw::diagram::focus::Emphasis;
use vitrine_draw::diagram::graph::NodeFacts;
use vitrine_draw::diagram::scene::{Dash, Mark, Part};
use vitrine_draw::geometry::Rect;
use vitrine_model::{Diagram, Gate, Portfolio, read};

const FILE: &str = r#"{"profile": {"name": "Ada"}, "diagrams": [{"id": "d", "name": "d",
    "nodes": [{"id": "shop", "label": "Shop"}, {"id": "pool", "label": "Pool"}, {"id": "job", "label": "Job"}, {"id": "log", "label": "Log"}],
    "edges": [{"source": "shop", "target": "pool", "label": "ask"}, {"source": "pool", "target": "job", "label": "start a job"},
        {"source": "job", "target": "log", "label": "write"}],
    "flows": [{"id": "f", "steps": [
        {"from": "shop", "to": "pool"},
        {"optional": "there is room", "steps": [
            {"from": "pool", "to": "job", "kind": "create", "note": "A new one."},
            {"loop": "for each line", "steps": [{"from": "job", "to": "log"}]},
            {"from": "job", "to": "job", "note": "Sums up."}]},
        {"nodes": ["log", "shop"], "note": "Both keep what was written for as long as the law asks of them."},
        {"critical": "the books", "steps": [{"node": "log", "note": "Locked."}],
            "otherwise": [{"when": "they are locked", "steps": [{"node": "log"}]}]},
        {"break": "it is late", "steps": [{"from": "pool", "to": "shop"}]},
        {"block": "Cleaning up", "steps": [{"edge": "pool->job", "kind": "destroy"}, {"node": "log", "kind": "destroy"}]}]}]}]}"#;

fn portfolio() -> Portfolio {
    let reading = read(FILE, &Gate::native()).expect("sound");
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    reading.value
}

fn drawn(diagram: &Diagram) -> Sequence {
    Sequence::new(diagram, &[], &diagram.flows[0])
}

#[test]
fn each_step_says_what_holds_of_its_block() {
    let portfolio = portfolio();
    let diagram = &portfolio.diagrams[0];
    let flow = &diagram.flows[0];
    let said: Vec<String> =
        (0..flow.steps.len()).map(|at| words::step(diagram, flow, at, vitrine_model::Words::english())).collect();
    assert_eq!(
        said,
        [
            "Shop to Pool: ask.",
            "Only if there is room: Pool to Job: start a job (creates it). A new one.",
            "Only if there is room, repeatedly, for each line: Job to Log: write.",
            "Only if there is room: Job to itself. Sums up.",
            "Log and Shop. Both keep what was written for as long as the law asks of them.",
            "Without interruption (the books): Log. Locked.",
            "If they are locked: Log.",
            "If it is late, and it ends there: Pool to Shop (reply).",
            "In Cleaning up: Pool to Job: start a job (ends it).",
            "In Cleaning up: Log (ends).",
        ]
    );
}

#[test]
fn frames_have_the_operators_of_uml_and_a_block_its_name() {
    let portfolio = portfolio();
    let sequence = drawn(&portfolio.diagrams[0]);
    let names: Vec<&str> = sequence.frames.iter().map(|frame| frame.name.as_str()).collect();
    assert_eq!(names, ["opt", "loop", "critical", "break", "Cleaning up"]);
    let conditions = sequence.frames.iter().flat_map(|frame| &frame.branches).map(|(_, when)| when.as_str());
    assert_eq!(
        conditions.collect::<Vec<_>>(),
        ["[there is room]", "[for each line]", "[the books]", "[they are locked]", "[it is late]", ""]
    );
    assert!(sequence.frames[0].rect.encloses(sequence.frames[1].rect));
    for (at, frame) in sequence.frames.iter().enumerate() {
        let crosses =
            |other: &Rect| frame.rect.overlaps(*other) && !frame.rect.encloses(*other) && !other.encloses(frame.rect);
        assert!(!sequence.frames[..at].iter().any(|other| crosses(&other.rect)), "{frame:?}");
    }
}

#[test]
fn who_is_created_begins_at_the_message_and_who_is_destroyed_ends_there() {
    let portfolio = portfolio();
    let diagram = &portfolio.diagrams[0];
    let sequence = drawn(diagram);
    let column = |id: &str| {
        let node = diagram.find_node(id);
        sequence.participants.iter().position(|other| Some(*other) == node).expect("takes part")
    };
    let (shop, job, log) = (column("shop"), column("job"), column("log"));
    let (created, ended) = (&sequence.rows[1], &sequence.rows[8]);
    let head = sequence.heads[job];
    let tip = created.route.last().expect("a message");
    assert!(head.y0 > sequence.rows[0].plate.y1, "its head stands below what was before it");
    assert!((tip.x - head.x0).abs() < 0.5 && (tip.y - head.center().y).abs() < 0.5, "the message ends at its head");
    assert!(created.plate.x1 <= head.x0, "and its words stand before that");
    assert!(sequence.rows.iter().skip(2).all(|row| row.plate.y0 >= head.y1), "nothing lies on it");
    assert!(sequence.frames[0].rect.encloses(head), "the frame holds it");
    assert!((sequence.heads[shop].y0, sequence.heads[log].y0) == (0.0, 0.0));
    let cross = ended.cross.expect("a cross");
    assert_eq!(Some(&cross), ended.route.last());
    assert!((sequence.ends[job] - cross.y).abs() < 0.5 && (sequence.ends[shop] - sequence.end).abs() < 0.5);
    let last = &sequence.rows[9];
    assert!(last.cross.is_some_and(|cross| cross.y > last.plate.y1 && (sequence.ends[log] - cross.y).abs() < 0.5));
    let scene = sequence.scene(diagram, &vec![NodeFacts::default(); diagram.nodes.len()]);
    let dashes = |step: usize| {
        let shapes = scene.shapes.iter().filter(move |shape| shape.part == Part::Edge(step));
        let dashes =
            shapes.filter_map(|shape| if let Mark::Stroke { dash, .. } = shape.mark { Some(dash) } else { None });
        dashes.collect::<Vec<_>>()
    };
    assert_eq!(dashes(1)[0], Dash::Dashed, "what creates is dashed");
    assert_eq!(dashes(8).len(), 2, "a line and a cross");
    assert!(scene.shapes.iter().all(|shape| scene.bounds.inflate(40.0).encloses(shape.bounds)));
}

#[test]
fn a_note_about_several_reaches_from_the_first_to_the_last_of_them() {
    let portfolio = portfolio();
    let diagram = &portfolio.diagrams[0];
    let sequence = drawn(diagram);
    let plate = sequence.rows[4].plate;
    for head in [&sequence.heads[0], &sequence.heads[3]] {
        assert!(plate.x0 < head.center().x && head.center().x < plate.x1, "{plate:?} {head:?}");
    }
    let focus = highlight::in_diagram(diagram, &diagram.flows[0], 4, None);
    let lit: Vec<bool> = (0..4).map(|node| focus.emphasis(Part::Node(node)) != Emphasis::Dim).collect();
    assert_eq!(lit, [true, false, false, true]);
}

#[test]
fn a_lifeline_ends_at_its_cross_and_begins_where_it_is_created_whatever_note_reaches_over_it() {
    let steps = |kind: &str| {
        format!(
            r#"{{"nodes": ["shop", "log"], "note": "Over all."}}, {{"from": "pool", "to": "job", "kind": "{kind}"}}, {{"nodes": ["shop", "log"], "note": "Over all."}}"#
        )
    };
    let all = r#"{"from": "shop", "to": "pool"}, {"from": "job", "to": "log"}"#;
    for (kind, steps) in [("create", steps("create")), ("destroy", steps("destroy"))] {
        let start = FILE.split("\"flows\"").next().expect("a beginning");
        let steps = if kind == "create" { format!("{steps}, {all}") } else { format!("{all}, {steps}") };
        let reading = read(&format!(r#"{start}"flows": [{{"id": "f", "steps": [{steps}]}}]}}]}}"#), &Gate::native());
        let diagram = reading.expect("sound").value.diagrams.remove(0);
        let sequence = drawn(&diagram);
        let job =
            sequence.participants.iter().position(|node| Some(*node) == diagram.find_node("job")).expect("a part");
        if kind == "create" {
            let created = sequence.rows[1].route.last().expect("a message");
            assert!((sequence.heads[job].center().y - created.y).abs() < 0.5, "{:?}", sequence.heads[job]);
        } else {
            let cross = sequence.rows[3].cross.expect("a cross");
            assert!((sequence.ends[job] - cross.y).abs() < 0.5, "{} and {cross:?}", sequence.ends[job]);
        }
    }
}
