use proptest::prelude::*;
use vitrine_draw::diagram::walk::{Step, Trail, along, step};
use vitrine_draw::geometry::{Point, Rect, Size};

fn node(x: f64, y: f64) -> Rect {
    Rect::from_origin_size(Point::new(x, y), Size::new(100.0, 50.0))
}

/// ```text
/// 0   1   2
///     3
/// 4       5
/// ```
fn map() -> Vec<Rect> {
    vec![node(0.0, 0.0), node(200.0, 0.0), node(400.0, 0.0), node(200.0, 100.0), node(0.0, 200.0), node(400.0, 200.0)]
}

#[track_caller]
fn check(key: &str, from: usize, expected: Option<usize>) {
    let key = Step::from_key(key).expect("a key that walks");
    assert_eq!(step(&map(), from, key), expected);
}

#[test]
fn arrows_lead_to_the_nearest_node_that_way() {
    check("ArrowRight", 0, Some(1));
    check("ArrowRight", 1, Some(2));
    check("ArrowDown", 1, Some(3));
    check("ArrowLeft", 3, Some(0));
    check("ArrowDown", 0, Some(4));
    check("ArrowUp", 5, Some(2));
}

#[test]
fn home_and_end_lead_to_the_first_and_the_last() {
    check("Home", 3, Some(0));
    check("End", 3, Some(5));
}

#[test]
fn there_is_nothing_beyond_the_rim() {
    check("ArrowLeft", 0, None);
    check("ArrowUp", 2, None);
}

#[test]
fn other_keys_do_not_walk() {
    assert_eq!(Step::from_key("a"), None);
}

#[test]
fn a_node_that_is_not_there_leads_nowhere() {
    assert_eq!(step(&map(), 99, Step::First), None);
}

proptest! {
    #[test]
    fn a_step_leads_that_way_and_never_stays(
        places in proptest::collection::vec((0.0..2000.0, 0.0..1000.0), 1..40),
        from in 0usize..40,
    ) {
        let nodes: Vec<Rect> = places.iter().map(|&(x, y)| node(x, y)).collect();
        let from = from % nodes.len();
        if let Some(to) = step(&nodes, from, Step::Right) {
            prop_assert!(nodes[to].center().x > nodes[from].center().x);
        }
        if let Some(to) = step(&nodes, from, Step::Up) {
            prop_assert!(nodes[to].center().y < nodes[from].center().y);
        }
    }
}

/// 0 → 1, 0 → 2, 3 → 0, 0 → 0
const EDGES: [(usize, usize); 4] = [(0, 1), (0, 2), (3, 0), (0, 0)];

/// Walks from node 0 by these keys and says where each leads; a key that leads nowhere stays.
fn walked(keys: &str) -> Vec<usize> {
    let (mut at, mut trail) = (0, None::<Trail>);
    let step = |key| {
        if let Some(way) = along(&EDGES, at, key == ']', trail) {
            (at, trail) = (way.at, Some(way));
        }
        at
    };
    keys.chars().map(step).collect()
}

#[test]
fn brackets_lead_along_an_edge_and_back_and_then_along_the_next() {
    for (keys, expected) in [
        ("]", vec![1]),
        ("][", vec![1, 0]),
        ("][]", vec![1, 0, 2]),
        ("][][]", vec![1, 0, 2, 0, 1]),
        ("[", vec![3]),
        ("[]", vec![3, 0]),
        ("[][", vec![3, 0, 3]),
        ("]]", vec![1, 1]),
        ("[[", vec![3, 3]),
        ("[]]", vec![3, 0, 1]),
    ] {
        assert_eq!(walked(keys), expected, "{keys}");
    }
}
