//! Arrows that begin or end at a boundary.

use std::sync::Arc;

use vitrine_draw::diagram::graph::group_label;
use vitrine_draw::diagram::layout::Direction;
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::geometry::{Point, Rect, Size, length};
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

/// A bank, as C4's containers tell of it.
const BANK: &str = r#"{
    "nodes": [
        {"id": "customer", "kind": "person", "label": "Customer"}, {"id": "staff", "kind": "person", "label": "Bank staff"},
        {"id": "web", "kind": "client", "label": "Web application", "group": "bank"}, {"id": "app", "kind": "client", "label": "Mobile app", "group": "bank"},
        {"id": "api", "kind": "gateway", "label": "API", "group": "core"}, {"id": "accounts", "label": "Accounts", "group": "core"},
        {"id": "db", "kind": "database", "label": "Database", "group": "core"}, {"id": "audit", "label": "Audit", "group": "bank"},
        {"id": "mail", "kind": "external", "label": "E-mail system"}, {"id": "mainframe", "kind": "external", "label": "Mainframe"}
    ],
    "groups": [{"id": "bank", "label": "Internet banking", "technology": "Kubernetes in three regions", "instances": "3"}, {"id": "core", "parent": "bank", "label": "Core container"}],
    "edges": [
        {"source": "customer", "target": "bank", "label": "views account balances and makes payments with"},
        {"source": "staff", "target": "bank", "label": "looks after"},
        {"source": "web", "target": "core", "label": "makes API calls to [JSON/HTTPS]"}, {"source": "app", "target": "core", "label": "makes API calls to"},
        {"source": "api", "target": "accounts", "label": "asks"}, {"source": "accounts", "target": "db", "label": "reads from and writes to"},
        {"source": "core", "target": "mail", "label": "sends e-mail with"}, {"source": "bank", "target": "mainframe", "label": "gets account information from"},
        {"source": "core", "target": "audit", "label": "logs to"}, {"source": "mail", "target": "customer", "label": "sends e-mails to"}
    ]
}"#;

/// Arrows from group to group, and back.
const STAGES: &str = r#"{
    "nodes": [
        {"id": "a", "label": "Alpha", "group": "x"}, {"id": "b", "label": "Beta", "group": "x"}, {"id": "c", "label": "Gamma", "group": "y"},
        {"id": "d", "label": "Delta", "group": "y"}, {"id": "e", "label": "Epsilon", "group": "z"}, {"id": "f", "label": "Zeta"}
    ],
    "groups": [{"id": "x", "label": "Ingest"}, {"id": "y", "label": "Process"}, {"id": "z", "label": "Serve"}],
    "edges": [
        {"source": "x", "target": "y", "label": "streams raw events in batches of five minutes"}, {"source": "y", "target": "z", "label": "publishes"},
        {"source": "f", "target": "y", "label": "configures"}, {"source": "f", "target": "x", "label": "configures and restarts"},
        {"source": "z", "target": "x", "label": "feeds back"}, {"source": "a", "target": "b"}, {"source": "c", "target": "d", "label": "next"},
        {"source": "b", "target": "z", "label": "side channel"}
    ]
}"#;

/// So many groups with some nodes each, and arrows at random between nodes and groups.
fn any_system(seed: u64) -> String {
    const WORDS: [&str; 5] = [
        "asks",
        "streams events to",
        "reads from and writes to",
        "sends every paid order with its invoice to",
        "syncs",
    ];
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut pick = |of: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % of
    };
    let groups = 2 + pick(3);
    let nodes = 6 + pick(8);
    let home: Vec<u64> = (0..nodes).map(|node| if node < groups { node } else { pick(groups + 2) }).collect();
    let boxes = home.iter().enumerate().map(|(node, &home)| {
        let within = if home < groups { format!(r#","group":"g{home}""#) } else { String::new() };
        format!(r#"{{"id":"n{node}","label":"Service {node}"{within}}}"#)
    });
    let boxes: Vec<String> = boxes.collect();
    let mut arrows = Vec::new();
    for _ in 0..nodes + 3 {
        let (from, to) = (pick(nodes), pick(nodes + groups));
        let target = if to < nodes { format!("n{to}") } else { format!("g{}", to - nodes) };
        let own = to >= nodes && home[from as usize] == to - nodes;
        if from != to && !own {
            let label = WORDS[pick(5) as usize];
            arrows.push(format!(r#"{{"source":"n{from}","target":"{target}","label":"{label}"}}"#));
        }
    }
    let named: Vec<String> =
        (0..groups).map(|group| format!(r#"{{"id":"g{group}","label":"Team {group}"}}"#)).collect();
    format!(r#"{{"nodes":[{}],"edges":[{}],"groups":[{}]}}"#, boxes.join(","), arrows.join(","), named.join(","))
}

#[test]
fn words_stand_beside_or_on_what_is_left_of_their_arrow_and_hide_nothing() {
    let given = [("site", TEXT.to_owned()), ("bank", BANK.to_owned()), ("stages", STAGES.to_owned())];
    let given = given.into_iter().map(|(name, text)| (name.to_owned(), text));
    let windows = [Size::new(1440.0, 900.0), Size::new(390.0, 844.0)];
    let mut faults = Vec::new();
    for (name, text) in given.chain((1..40).map(|seed| (format!("system {seed}"), any_system(seed)))) {
        let diagram = Arc::new(read_graph(&text).expect("a graph"));
        for window in windows {
            let Plan { layout, .. } = Plan::for_viewport(Arc::clone(&diagram), Arc::default(), window);
            for (at, (edge, route)) in diagram.edges.iter().zip(&layout.edges).enumerate() {
                let Some(plate) = route.label.filter(|_| edge.groups != [None; 2]) else { continue };
                let mut fault = |what: &str| {
                    let (w, label) = (window.w, edge.label.as_deref().unwrap_or_default());
                    faults.push(format!("{name} at {w}, {label:?}: {what} {plate:?} {:?}", route.points));
                };
                if layout.nodes.iter().any(|node| node.overlaps(plate)) {
                    fault("on a box");
                }
                let others = layout.edges.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
                if others.filter_map(|other| other.label).any(|other| other.overlaps(plate)) {
                    fault("on other words");
                }
                let names = diagram.groups.iter().zip(&layout.groups);
                let names =
                    names.map(|(group, rect)| Rect::from_origin_size(rect.origin(), group_label(&group.sign())));
                if names.into_iter().any(|name| name.overlaps(plate)) {
                    fault("on the name of a group");
                }
                if layout
                    .edges
                    .iter()
                    .flat_map(|other| [other.points.first(), other.points.last()])
                    .flatten()
                    .any(|&end| plate.contains(end))
                {
                    fault("on an end of an arrow");
                }
                if layout.groups.iter().any(|group| group.overlaps(plate) && !group.encloses(plate)) {
                    fault("across a border");
                }
                let shown = |at: &Point| !plate.contains(*at);
                let steps = 200;
                let along = route
                    .points
                    .windows(2)
                    .flat_map(|leg| (0..steps).map(|step| leg[0].lerp(leg[1], f64::from(step) / f64::from(steps))));
                let along: Vec<Point> = along.collect();
                let visible =
                    along.iter().filter(|at| shown(at)).count() as f64 / along.len() as f64 * length(&route.points);
                if visible < 20.0_f64.min(length(&route.points) - 1.0) {
                    fault("hides its arrow");
                }
                if along.iter().all(|&at| !plate.inflate(80.0).contains(at)) {
                    fault("far from its arrow");
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}: {faults:#?}", faults.len());
}

/// Above some hundred arrows there is no time to look beside them.
#[test]
fn words_of_very_many_arrows_stay_near_what_is_left_of_them() {
    // One system of many that have nothing to do with each other.
    let systems = (1..60).map(|seed| {
        let mut text = any_system(seed);
        for (kind, own) in [("n", format!("{seed}n")), ("g", format!("{seed}g"))] {
            for at in 0..20 {
                text = text.replace(&format!(r#""{kind}{at}""#), &format!(r#""{own}{at}""#));
            }
        }
        serde_json::from_str::<serde_json::Value>(&text).expect("JSON")
    });
    let systems: Vec<serde_json::Value> = systems.collect();
    let all = ["nodes", "edges", "groups"].map(|key| {
        let entries = systems.iter().flat_map(|system| system[key].as_array().expect("a list").clone());
        (key.to_owned(), serde_json::Value::Array(entries.collect()))
    });
    let text = serde_json::Value::Object(all.into_iter().collect()).to_string();
    let diagram = Arc::new(read_graph(&text).expect("a graph"));
    assert!(diagram.edges.len() > 400);
    for direction in [Direction::Right, Direction::Down] {
        let layout = Plan::new(Arc::clone(&diagram), Arc::default(), direction).layout;
        for (edge, route) in diagram.edges.iter().zip(&layout.edges) {
            let Some(plate) = route.label.filter(|_| edge.groups != [None; 2]) else { continue };
            let is_near = route.points.windows(2).any(|leg| {
                (0..=50).any(|step| plate.inflate(20.0).contains(leg[0].lerp(leg[1], f64::from(step) / 50.0)))
            });
            assert!(is_near, "{direction:?}: {route:?}");
        }
    }
}
