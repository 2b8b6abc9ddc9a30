//! What is seen of a diagram first.

use std::sync::Arc;

use vitrine_draw::diagram::plan::{Plan, RENDERED, window};
use vitrine_draw::geometry::{Rect, Size};
use vitrine_model::{Diagram, Gate, NodeKind, read, read_graph};

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

/// The systems that the layout is measured on, with their names.
fn systems() -> Vec<(String, Arc<Diagram>)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../bench/layout/systems");
    let files = std::fs::read_dir(&folder).expect("the systems").map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> = files.collect();
    files.sort();
    let name = |path: &std::path::PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), system(&std::fs::read_to_string(path).expect("text")))).collect()
}

/// The first line is the title; `(id) Label` is a group, `id kind Label @group` a node, `a > b : label` an arrow.
fn system(text: &str) -> Arc<Diagram> {
    let (mut nodes, mut edges, mut groups) = (Vec::new(), Vec::new(), Vec::new());
    for line in text.lines().skip(1).filter(|line| !line.trim().is_empty()) {
        if let Some((source, rest)) = line.split_once(" > ") {
            let target = rest.split_once(" : ").map_or(rest, |(target, _)| target);
            edges.push(format!(r#"{{"source":{source:?},"target":{target:?}}}"#));
        } else if let Some((id, label)) = line.strip_prefix('(').and_then(|line| line.split_once(") ")) {
            groups.push(format!(r#"{{"id":{id:?},"label":{label:?}}}"#));
        } else {
            let mut words = line.splitn(3, ' ');
            let (id, kind, rest) = (words.next().unwrap_or(""), words.next().unwrap_or(""), words.next().unwrap_or(""));
            let (label, group) = rest.split_once(" @").map_or((rest, ""), |parts| parts);
            let within = if group.is_empty() { String::new() } else { format!(r#","group":{group:?}"#) };
            nodes.push(format!(r#"{{"id":{id:?},"kind":{kind:?},"label":{label:?}{within}}}"#));
        }
    }
    let text =
        format!(r#"{{"nodes":[{}],"edges":[{}],"groups":[{}]}}"#, nodes.join(","), edges.join(","), groups.join(","));
    Arc::new(read_graph(&text).unwrap_or_else(|error| panic!("{error:?} in {text}")))
}

#[test]
fn on_a_phone_somebody_who_begins_is_seen_first_even_if_they_hear_back() {
    let mut some = 0;
    for (name, diagram) in systems() {
        let plan = Plan::for_viewport(Arc::clone(&diagram), Arc::default(), PHONE);
        let first = plan.first_view(PHONE);
        let screen = Rect { x0: 0.0, y0: 0.0, x1: PHONE.w, y1: PHONE.h };
        let seen = |node: &usize| screen.encloses(first.screen_from_world_rect(plan.layout.nodes[*node]));
        let sends = |node: usize| diagram.edges.iter().any(|edge| edge.source == node && edge.target != node);
        let begins =
            |node: &usize| matches!(diagram.nodes[*node].kind, NodeKind::Person | NodeKind::Client) && sends(*node);
        let who: Vec<usize> = (0..diagram.nodes.len()).filter(begins).collect();
        some += usize::from(!who.is_empty());
        assert!(who.is_empty() || who.iter().any(seen), "{name}: nobody who begins is seen");
    }
    assert!(some > 15, "{some}");
}

#[test]
fn a_diagram_keeps_the_shape_that_its_page_was_rendered_in() {
    let [wide, tall] = RENDERED;
    // What is left for a diagram in windows of desktops, of phones, and of neither.
    let cases = [
        (
            wide,
            vec![(1440.0, 760.0), (1366.0, 640.0), (1280.0, 884.0), (1536.0, 700.0), (1920.0, 940.0), (2560.0, 1300.0)],
        ),
        (tall, vec![(390.0, 560.0), (360.0, 500.0), (414.0, 720.0), (430.0, 700.0), (320.0, 420.0)]),
    ];
    for (rendered, windows) in cases {
        for (w, h) in windows {
            assert_eq!(window(Size::new(w, h)), rendered, "{w} × {h}");
        }
    }
    for (w, h) in [(844.0, 250.0), (1000.0, 1300.0), (3440.0, 1200.0), (700.0, 500.0), (0.0, 0.0)] {
        let other = Size::new(w, h);
        assert_eq!(window(other), other, "{w} × {h} has a shape of its own");
    }
}
