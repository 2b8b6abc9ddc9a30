//! What of a sequence diagram stays in sight while it is read.

use vitrine_draw::diagram::camera::Camera;
use vitrine_draw::diagram::flow::follow::follow_reading;
use vitrine_draw::diagram::flow::pinned::Pinned;
use vitrine_draw::diagram::flow::sequence::Sequence;
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::diagram::scene::Part;
use vitrine_draw::geometry::{Point, Rect, Size};
use vitrine_model::{Gate, read};

/// A flow of so many steps between so many nodes, and one node that takes no part.
fn sequence(nodes: usize, steps: usize) -> (Sequence, Plan) {
    sequence_of(nodes, (0..steps).map(|step| (1 + step % (nodes - 1), "sync")).collect())
}

/// A flow of which each step leads to such a node from the one before, in such a way.
fn sequence_of(nodes: usize, steps: Vec<(usize, &str)>) -> (Sequence, Plan) {
    let list = |entries: Vec<String>| entries.join(",");
    let boxes = (0..=nodes).map(|at| format!(r#"{{"id":"n{at}","label":"Service number {at}"}}"#));
    let edges =
        (1..nodes).map(|at| format!(r#"{{"source":"n{}","target":"n{at}","label":"asks for what it keeps"}}"#, at - 1));
    let steps = steps.into_iter().enumerate().map(|(step, (at, kind))| {
        format!(r#"{{"from":"n{}","to":"n{at}","kind":"{kind}","note":"Step {step}."}}"#, at - 1)
    });
    let text = format!(
        r#"{{"profile":{{"name":"Ada"}},"diagrams":[{{"id":"d","name":"d","nodes":[{}],"edges":[{}],"flows":[{{"id":"f","name":"F","steps":[{}]}}]}}]}}"#,
        list(boxes.collect()),
        list(edges.collect()),
        list(steps.collect())
    );
    let diagram = std::sync::Arc::new(read(&text, &Gate::native()).expect("sound").value.diagrams.remove(0));
    let sequence = Sequence::new(&diagram, &[], &diagram.flows[0]);
    let (layout, scene) = (sequence.layout(&diagram), sequence.scene(&diagram, &[]));
    (sequence, Plan::of(diagram, std::sync::Arc::default(), layout, scene))
}

#[test]
fn heads_of_lifelines_stay_in_sight_as_long_as_their_lifelines_are() {
    let some_end = |step| match step {
        4 => (5, "create"),
        11 => (5, "destroy"),
        14 => (4, "destroy"),
        _ => (1 + step % if step < 11 { 4 } else { 3 }, "sync"),
    };
    for (sequence, plan) in [sequence(6, 30), sequence_of(6, (0..30).map(some_end).collect())] {
        let heads = &plan.layout.nodes;
        for scale in [0.5, 1.0, 2.0] {
            let mut y = 40.0;
            while y > -(sequence.end + 100.0) * scale {
                let camera = Camera { origin: Point::new(20.0, y), scale };
                let pinned = Pinned::new(&plan.scene, &sequence, camera);
                let is_above = camera.screen_from_world_rect(heads[0]).y0 < Pinned::MARGIN;
                assert_eq!(pinned.is_some(), is_above, "{y}");
                for ((&node, head), &end) in sequence.participants.iter().zip(&sequence.heads).zip(&sequence.ends) {
                    let drawn = pinned.as_ref().map_or(*head, |pinned| pinned.place(node, *head));
                    assert!((drawn.x0 - head.x0).abs() < 1e-9 && (drawn.height() - head.height()).abs() < 1e-9);
                    let (seen, own) = (camera.screen_from_world_rect(drawn), camera.screen_from_world_rect(*head));
                    let end = camera.screen_from_world(Point::new(0.0, end)).y;
                    // In its place while that is in sight, then at the top, and it leaves with the end of its lifeline.
                    let top = own.y0.max(Pinned::MARGIN.min(end - seen.height()));
                    assert!((seen.y0 - top).abs() < 1e-6, "{node} at {y}: {seen:?}, not {top}");
                    let Some(pinned) = pinned.as_ref().filter(|_| own.y0 < top) else { continue };
                    assert_eq!(
                        pinned.node_at(heads, drawn.center(), 0.0),
                        Some(node),
                        "it is pressed where it is drawn"
                    );
                    assert!(pinned.band.0 <= drawn.y0 && drawn.y1 <= pinned.band.1);
                }
                y -= 97.0;
            }
        }
    }
}

#[test]
fn what_is_pinned_is_drawn_over_all_steps() {
    let (sequence, plan) = sequence(4, 12);
    let camera = Camera { origin: Point::new(0.0, -300.0), scale: 1.0 };
    let pinned = Pinned::new(&plan.scene, &sequence, camera).expect("the heads are above");
    let (before, heads) = plan.scene.shapes.split_at(pinned.first);
    assert!(heads.iter().all(|shape| matches!(shape.part, Part::Node(_)) && pinned.by(shape.part) > 0.0));
    assert!(heads.len() >= 3 * plan.layout.nodes.iter().filter(|head| head.width() > 0.0).count());
    assert!(before.iter().any(|shape| matches!(shape.part, Part::Edge(11))));
    assert!(pinned.by(Part::Edge(0)) <= 0.0 && pinned.by(Part::Node(4)) <= 0.0, "what takes no part stays");
}

#[test]
fn steps_are_followed_at_reading_size_below_the_heads() {
    // Participants, the window, and the scale to which somebody zoomed; none where nobody did.
    let phone = Size::new(390.0, 600.0);
    let desktop = Size::new(1440.0, 700.0);
    for (nodes, viewport, zoomed) in [
        (3, desktop, None),
        (6, desktop, None),
        (9, desktop, Some(0.82)),
        (9, desktop, Some(1.6)),
        (4, phone, None),
        (6, phone, Some(0.3)),
    ] {
        let (sequence, plan) = sequence(nodes, 30);
        let window = Rect { x0: 0.0, y0: 0.0, x1: viewport.w, y1: viewport.h }.inflate(-32.0);
        let reading = plan.reading_view(viewport);
        let heads = sequence.heads[0].height();
        let mut camera = zoomed.map_or(reading, |scale| reading.zoom_about(window.center(), scale / reading.scale));
        for step in 0..30 {
            let rect = sequence.around(step).expect("a step");
            camera = follow_reading(camera, reading, rect, heads, window);
            assert!(camera.scale >= 1.0, "{nodes}, step {step}: {}", camera.scale);
            let seen = camera.screen_from_world_rect(rect);
            let under = Pinned::MARGIN + heads * camera.scale;
            assert!(
                seen.y0 >= under - 1e-6 && seen.y1 <= window.y1 + 1e-6,
                "{nodes}, step {step}: {seen:?} of {viewport:?}"
            );
            assert!(
                seen.x0 >= window.x0 - 1e-6 && (seen.x1 <= window.x1 + 1e-6 || seen.width() > window.width()),
                "{seen:?}"
            );
        }
    }
}
