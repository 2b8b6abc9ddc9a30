//! A graph as JSON in, its layout as JSON out.

use serde_json::Value;
use vitrine_draw::diagram::exchange::Given;
use vitrine_draw::diagram::layout::Direction;
use vitrine_model::ReadError;

fn drawn(text: &str) -> Value {
    let given = Given::read(text).expect("a graph");
    let json = given.write(&given.draw(Some(Direction::Right), None), 1.5);
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

#[test]
fn everything_given_has_a_place_under_its_own_id() {
    let out = drawn(
        r#"{"nodes":[{"id":"a","label":"A","kind":"client"},{"id":"b","kind":"service","group":"g","w":90,"h":41.5}],
            "edges":[{"id":"ab","source":"a","target":"b","label":"asks"},{"source":"b","target":"a"}],
            "groups":[{"id":"h","label":"Outer"},{"id":"g","label":"Inner","parent":"h"}]}"#,
    );
    let ids = |list: &str| out[list].as_array().unwrap().iter().map(|v| v["id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids("nodes"), ["a", "b"]);
    assert_eq!(ids("edges"), ["ab", "b->a"]);
    assert_eq!(ids("groups"), ["h", "g"]);
    assert_eq!((&out["nodes"][1]["w"], &out["nodes"][1]["h"]), (&90.into(), &41.5.into()));
    assert_eq!((&out["edges"][0]["source"], &out["edges"][0]["target"]), (&"a".into(), &"b".into()));
    assert_eq!(out["ms"], 1.5);
    assert!(out["edges"][0]["label"]["w"].as_f64() > Some(0.0), "a label has a plate");
    assert!(out["edges"][1].get("label").is_none());
}

#[test]
fn ways_start_and_end_at_their_boxes() {
    let out = drawn(r#"{"nodes":[{"id":"a"},{"id":"b"}],"edges":[{"id":"e","source":"a","target":"b"}]}"#);
    let points = out["edges"][0]["points"].as_array().unwrap();
    let edge = |node: usize, side: f64| {
        let node = &out["nodes"][node];
        node["x"].as_f64().unwrap() + side * node["w"].as_f64().unwrap()
    };
    assert_eq!(points.first().unwrap()[0].as_f64(), Some(edge(0, 1.0)));
    assert_eq!(points.last().unwrap()[0].as_f64(), Some(edge(1, 0.0)));
}

#[test]
fn ids_survive_whatever_they_hold() {
    let out = drawn(r#"{"nodes":[{"id":"say \"hi\" \\ é 🦀"}]}"#);
    assert_eq!(out["nodes"][0]["id"], "say \"hi\" \\ é 🦀");
}

#[test]
fn a_text_that_holds_no_graph_says_why() {
    for text in ["", "[]", "{}", r#"{"nodes":[]}"#] {
        let reason = Given::read(text).map(|_| ()).map_err(|error: ReadError| error.to_string());
        assert!(reason.is_err_and(|reason| !reason.is_empty()), "{text:?}");
    }
}
