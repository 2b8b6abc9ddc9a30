//! Arrows and the shapes that they meet.

use std::sync::Arc;

use vitrine_draw::diagram::layout::Direction;
use vitrine_draw::diagram::outline::outline;
use vitrine_draw::diagram::path::{Path, Segment};
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::diagram::scene::{Mark, Part};
use vitrine_draw::geometry::Point;
use vitrine_model::{NodeKind, read_graph};

/// How far a position is from a line.
fn distance(path: &Path, at: Point) -> f64 {
    let mut nearest = f64::INFINITY;
    path.trace(&mut |from, to| {
        let (way, off) = (to - from, at - from);
        let length = way.hypot().powi(2);
        let along = if length > 0.0 { ((way.x * off.x + way.y * off.y) / length).clamp(0.0, 1.0) } else { 0.0 };
        nearest = nearest.min(from.lerp(to, along).distance(at));
    });
    nearest
}

/// A node of a kind with so many arrows at each side, some of them both ways, and a loop.
fn star(kind: &str, label: &str, arrows: usize) -> String {
    let list = |entries: Vec<String>| entries.join(",");
    let others = (0..2 * arrows).map(|at| format!(r#"{{"id":"n{at}","kind":"{kind}","label":"{at}"}}"#));
    let joined = (0..2 * arrows).map(|at| {
        if at < arrows {
            format!(r#"{{"source":"n{at}","target":"hub"}}"#)
        } else {
            format!(r#"{{"source":"hub","target":"n{at}"}}"#)
        }
    });
    let back = format!(r#"{{"source":"n{}","target":"n0"}}"#, 2 * arrows - 1);
    let looped = r#"{"source":"hub","target":"hub"}"#.to_owned();
    let hub = format!(r#"{{"id":"hub","kind":"{kind}","label":"{label}"}}"#);
    let (nodes, edges) = (others.chain([hub]), joined.chain([back, looped]));
    format!(r#"{{"nodes":[{}],"edges":[{}]}}"#, list(nodes.collect()), list(edges.collect()))
}

#[test]
fn arrows_touch_the_shape_of_every_kind_on_every_side() {
    let mut faults = Vec::new();
    for (_, kind) in NodeKind::ALL {
        for (label, arrows) in
            [("Short", 1), ("A name that takes two lines", 2), ("Short", 4), ("Short", 9), ("Short", 20)]
        {
            for direction in [Direction::Right, Direction::Down] {
                let diagram = Arc::new(read_graph(&star(kind, label, arrows)).expect("a graph"));
                let plan = Plan::new(Arc::clone(&diagram), Arc::default(), direction);
                let shape = |node: usize| outline(diagram.nodes[node].kind, plan.layout.nodes[node]).body;
                for (at, edge) in diagram.edges.iter().enumerate() {
                    let own: Vec<&Mark> = plan
                        .scene
                        .shapes
                        .iter()
                        .filter(|shape| shape.part == Part::Edge(at))
                        .map(|shape| &shape.mark)
                        .collect();
                    let [Mark::Stroke { path: line, .. }, Mark::Fill { path: head, .. }] = own[..] else {
                        panic!("a line and its head: {own:?}")
                    };
                    let (Some(Segment::Move(start)), Some(Segment::Line(tip))) = (line.0.first(), head.0.get(1)) else {
                        panic!("{line:?} {head:?}")
                    };
                    for (node, end) in [(edge.source, *start), (edge.target, *tip)] {
                        let gap = distance(&shape(node), end);
                        if gap > 0.6 {
                            faults.push(format!("{kind}, {arrows} arrows, {direction:?}, {}: {gap:.1} px", edge.id));
                        }
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}: {faults:#?}", faults.len());
}
