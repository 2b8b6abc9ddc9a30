//! Whatever is in the file, nothing panics and what is left is sound.

use proptest::prelude::*;
use serde_json::{Value, json};
use vitrine::model::{Gate, compact, read, read_diagram};

use super::compact::assert_kept;
use super::fields::pointers;
use super::{full, sound};

fn words() -> impl Strategy<Value = String> {
    let sound = prop::sample::select(vec![
        "",
        "cards",
        "engine",
        "inner",
        "outer",
        "reader",
        "mill",
        "2020-01",
        "1842",
        "1843-09-30",
        "about",
        "projects",
        "javascript:alert(1)",
        "https://example.org/",
        "__proto__",
        "constructor",
        "\"><a",
        "\u{202e}x",
        "\u{0}",
        "*a **b",
        "[a](b)",
        "e\u{301}\u{300}",
        "👩‍👩‍👧",
        "a@b.c",
    ]);
    prop_oneof![sound.prop_map(str::to_owned), ".{0,12}"]
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(vec![-1e308, 1e308, 0.5, -0.0, 1e7, 5e-324]).prop_map(Value::from),
        words().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let keys =
            prop::sample::select(vec!["id", "name", "title", "x", "parent", "source", "target", "roles", "start"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((keys, inner), 0..4).prop_map(|entries| {
                Value::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
            }),
        ]
    })
}

proptest! {
    #[test]
    fn a_spoilt_portfolio_is_read_and_sound(spoils in prop::collection::vec((any::<prop::sample::Index>(), json()), 1..12)) {
        let mut file: Value = serde_json::from_str(full()).expect("JSON");
        for (index, spoil) in spoils {
            let pointers = pointers(&file);
            if !pointers.is_empty() {
                let pointer: &String = index.get(&pointers);
                *file.pointer_mut(pointer).expect("there") = spoil;
            }
        }
        let reading = read(&file.to_string(), &Gate::native()).expect("an object");
        sound::assert_sound(&reading.value);
        assert_kept(&reading.value);
        for problem in &reading.problems {
            prop_assert!(!problem.to_string().is_empty());
        }
    }

    #[test]
    fn any_graph_makes_a_sound_diagram_or_none(
        nodes in prop::collection::vec((0..6_u8, prop::option::of(0..6_u8)), 0..8),
        edges in prop::collection::vec((0..6_u8, 0..6_u8, prop::option::of(0..3_u8)), 0..12),
        groups in prop::collection::vec((0..6_u8, prop::option::of(0..6_u8)), 0..8),
    ) {
        let nodes: Vec<_> = nodes.iter().map(|(id, group)| json!({"id": id.to_string(), "group": group.map(|id| id.to_string())})).collect();
        let edges: Vec<_> = edges.iter().map(|(a, b, id)| json!({"source": a.to_string(), "target": b.to_string(), "id": id.map(|id| id.to_string())})).collect();
        let groups: Vec<_> = groups.iter().map(|(id, up)| json!({"id": id.to_string(), "parent": up.map(|id| id.to_string())})).collect();
        let empty = read("{}", &Gate::native()).expect("an object").value;
        let file = json!({"name": "d", "nodes": nodes, "edges": edges, "groups": groups}).to_string();
        match read_diagram(&file, &empty, &Gate::native()) {
            Ok(reading) => {
                sound::assert_sound_diagram(&reading.value, &empty);
                let text = compact::write_diagram(&reading.value, &empty);
                prop_assert_eq!(compact::read_diagram(&text), Some(reading.value));
            }
            Err(_) => prop_assert!(nodes.is_empty()),
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[\\[\\]{}:,\"\\\\a-z0-9ue+.\u{feff} -]{0,40}") {
        if let Ok(reading) = read(&text, &Gate::native()) {
            sound::assert_sound(&reading.value);
        }
    }
}
