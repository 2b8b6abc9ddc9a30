//! Arrows that begin or end at a boundary.

use std::sync::Arc;

use vitrine_draw::diagram::layout::Direction;
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::geometry::{Point, Rect};
use vitrine_model::read_graph;

const TEXT: &str = r#"{
    "nodes": [{"id": "user"}, {"id": "shop"}, {"id": "web", "group": "site"}, {"id": "api", "group": "core"}, {"id": "db", "group": "core"}, {"id": "mail"}],
    "groups": [{"id": "site", "label": "The site"}, {"id": "core", "parent": "site", "label": "The core"}],
    "edges": [
        {"source": "user", "target": "site", "label": "visits"},
        {"source": "shop", "target": "core", "label": "asks"},
        {"source": "web", "target": "core", "label": "calls"},
        {"source": "api", "target": "db"},
        {"source": "site", "target": "mail", "label": "sends"}
    ]
}"#;

#[test]
fn it_ends_at_the_border_with_its_words_outside() {
    let diagram = Arc::new(read_graph(TEXT).expect("a graph"));
    for direction in [Direction::Right, Direction::Down] {
        let plan = Plan::new(Arc::clone(&diagram), Arc::default(), direction);
        let layout = &plan.layout;
        let on_border = |rect: Rect, at: Point| {
            let near = |a: f64, b: f64| (a - b).abs() < 0.01;
            rect.contains(at)
                && (near(at.x, rect.x0) || near(at.x, rect.x1) || near(at.y, rect.y0) || near(at.y, rect.y1))
        };
        for (edge, group, is_target) in [(0, 0, true), (1, 1, true), (2, 1, true), (4, 0, false)] {
            let (route, rect) = (&layout.edges[edge], layout.groups[group]);
            let end = if is_target { route.points.last() } else { route.points.first() };
            assert!(on_border(rect, *end.expect("a route")), "{direction:?}, edge {edge}: {route:?} and {rect:?}");
            let plate = route.label.expect("words");
            assert!(!rect.contains(plate.center()), "{direction:?}, edge {edge}: {plate:?} in {rect:?}");
        }
    }
    let names: Vec<[&str; 2]> = diagram.edges.iter().map(|edge| diagram.ends(edge)).collect();
    assert_eq!(
        names,
        [["user", "The site"], ["shop", "The core"], ["web", "The core"], ["api", "db"], ["The site", "mail"]]
    );
}
