//! What is seen of a diagram first.

use std::sync::Arc;

use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::geometry::{Rect, Size};
use vitrine_model::{Diagram, Gate, read};

const PHONE: Size = Size::new(358.0, 560.0);
const DESKTOP: Size = Size::new(1440.0, 760.0);

fn bundled() -> Vec<Arc<Diagram>> {
    let files = ["portfolio.json", "examples/sharvil-kadam.json", "examples/arunav-malhotra.json"];
    let diagrams = files.iter().flat_map(|file| {
        let text = crate::project_file(&format!("public/{file}"));
        read(&text, &Gate { parse: |_| None }).expect("a portfolio").value.diagrams
    });
    diagrams.map(Arc::new).collect()
}

#[test]
fn on_a_phone_the_start_of_the_flow_can_be_read() {
    for diagram in bundled() {
        let plan = Plan::for_viewport(Arc::clone(&diagram), Arc::default(), PHONE);
        let (first, whole) = (plan.first_view(PHONE), plan.whole_view(PHONE));
        // The smallest words have 12 world px.
        assert!(first.scale * 12.0 >= 9.0, "{}: {}", diagram.id, first.scale);
        assert!(first == whole || first.scale > whole.scale);
        let screen = Rect { x0: 0.0, y0: 0.0, x1: PHONE.w, y1: PHONE.h };
        let is_source = |node: usize| diagram.edges.iter().all(|edge| edge.target != node);
        let seen = |node: usize| screen.encloses(first.screen_from_world_rect(plan.layout.nodes[node]));
        let sources: Vec<usize> = (0..diagram.nodes.len()).filter(|&node| is_source(node)).collect();
        assert!(
            sources.is_empty() || sources.iter().any(|&node| seen(node)),
            "{}: nothing that begins is seen",
            diagram.id
        );
    }
}

#[test]
fn in_a_wide_window_the_whole_is_seen() {
    for diagram in bundled() {
        let plan = Plan::for_viewport(diagram, Arc::default(), DESKTOP);
        assert_eq!(plan.first_view(DESKTOP), plan.whole_view(DESKTOP));
    }
}
