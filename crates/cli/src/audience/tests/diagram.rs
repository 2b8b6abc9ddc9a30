//! A diagram tells nothing of what is hidden in it.

use std::collections::BTreeSet;

use serde_json::Value;
use vitrine_model::portfolio::Way;

use super::shown;

/// A diagram of `a`, `b`, `web` and a private `vault`, with edges, flows and perspectives.
fn diagram(edges: &str, steps: &str) -> String {
    format!(
        r#"{{"diagrams": [{{"id": "d", "nodes": ["a", "b", "web", {{"id": "vault", "private": true}}], "edges": {edges},
            "flows": [{{"id": "kept", "steps": [{{"node": "a"}}, {steps}]}}]}}]}}"#
    )
}

#[test]
fn no_step_runs_along_an_arrow_that_is_gone() {
    let ab = r#"{"source": "a", "target": "b", "private": true}"#;
    let ba = r#"{"source": "b", "target": "a"}"#;
    let both = format!("[{ab}, {ba}]");
    let twice = format!(r#"[{ab}, {{"id": "open", "source": "a", "target": "b"}}]"#);
    let open_first = format!(r#"[{{"source": "a", "target": "b"}}, {ab}]"#);
    let one = format!("[{ab}]");
    let to_vault = r#"[{"id": "e7", "source": "web", "target": "vault"}, {"id": "E8", "source": "a", "target": "b"}]"#;
    for (edges, step, is_told) in [
        (to_vault, r#""edge": "e7""#, false),
        (to_vault, r#""edge": " e7 ""#, false),
        (to_vault, r#""edge": "E7""#, false),
        (to_vault, r#""edge": "e8""#, true),
        (to_vault, r#""edge": "E8""#, true),
        (r#"[{"id": 7, "source": "web", "target": "vault"}]"#, r#""edge": "7""#, false),
        (r#"[{"id": "7", "source": "web", "target": "vault"}]"#, r#""edge": 7.0"#, false),
        (r#"{"id": "e7", "source": "web", "target": "vault"}"#, r#""edge": "e7""#, false),
        (r#"{"id": "e7", "source": "web", "target": "a", "private": true}"#, r#""edge": "e7""#, false),
        (r#"[{"id": "e7", "source": "web", "target": "a", "for": "x"}]"#, r#""edge": "e7""#, false),
        (r#"[{"source": "web", "target": "vault"}]"#, r#""edge": "web->vault""#, false),
        (to_vault, r#""edge": "web->vault""#, false),
        (
            r#"[{"source": "web", "target": "vault"}, {"source": "web", "target": "vault"}]"#,
            r#""edge": "web->vault#1""#,
            false,
        ),
        (r#"[{"source": "web", "target": "vault"}, ["web"]]"#, r#""edge": "web->vault""#, false),
        // An arrow that stays has the id.
        (&*open_first, r#""edge": "a->b""#, true),
        (&*both, r#""edge": "b->a""#, true),
        (&*twice, r#""edge": "open""#, true),
        (&*twice, r#""edge": "a->b""#, false),
        (
            r#"[{"id": "e7", "source": "a", "target": "b", "private": true}, {"source": "a", "target": "b"}]"#,
            r#""edge": "a->b""#,
            true,
        ),
        // What went along it is no reply along another.
        (&*both, r#""from": "a", "to": "b""#, false),
        (&*both, r#""from": "A", "to": "b""#, false),
        (&*both, r#""from": "b", "to": "a", "kind": "Reply""#, false),
        (&*both, r#""from": "b", "to": "a""#, true),
        (&*both, r#""from": "a", "to": "b", "kind": "reply""#, true),
        (&*one, r#""from": "a", "to": "b""#, false),
        (&*one, r#""from": "b", "to": "a""#, false),
        (&*one, r#""from": "a", "to": "b", "kind": "reply""#, false),
        (&*twice, r#""from": "a", "to": "b""#, true),
        (&*open_first, r#""from": "b", "to": "a""#, true),
        (&*one, r#""from": "a", "to": "a""#, true),
        (r#"[{"source": "a", "target": "a", "private": true}]"#, r#""from": "a", "to": "a""#, true),
        // There never was one; the check tells of that.
        (&*one, r#""from": "web", "to": "b""#, true),
        (&*one, r#""edge": "other""#, true),
    ] {
        let told = shown(&diagram(edges, &format!(r#"{{{step}, "note": "canary"}}"#)), None).to_string();
        assert_eq!(told.contains("canary"), is_told, "{step} along {edges}: {told}");
        assert!(told.contains(r#"{"node":"a"}"#) && !told.contains("vault"), "{step} along {edges}: {told}");
    }
    let group = r#"{"diagrams": [{"id": "d", "groups": [{"id": "safe", "private": true}], "nodes": ["a", {"id": "b", "group": "safe"}],
        "edges": [{"id": "e7", "source": "a", "target": "safe"}], "flows": [{"steps": [{"edge": "e7", "note": "canary"}, {"node": "b"}]}]}]}"#;
    let told = shown(group, None).to_string();
    assert!(!told.contains("canary") && !told.contains("safe") && told.contains(r#"{"node":"b"}"#), "{told}");
}

#[test]
fn a_number_is_an_id_and_one_thing_a_list_of_one() {
    for (hidden, rest) in [
        (r#"[{"id": 7, "private": true}, "a"]"#, r#""flows": [{"steps": [{"nodes": ["a", 7], "note": "canary"}]}]"#),
        (r#"[{"id": 7, "private": true}, "a"]"#, r#""flows": [{"steps": [{"node": "7", "note": "canary"}]}]"#),
        (r#"[{"id": "7", "private": true}, "a"]"#, r#""edges": [{"source": "a", "target": 7.0, "label": "canary"}]"#),
        (
            r#"[{"id": "vault", "private": true}]"#,
            r#""flows": [{"steps": {"nodes": ["a", "vault"], "note": "canary"}}]"#,
        ),
        (r#"[{"id": "vault", "private": true}]"#, r#""flows": {"name": "canary", "steps": {"node": "vault"}}"#),
        (r#"[{"id": "vault", "private": true}]"#, r#""flows": [{"steps": [{"nodes": "vault", "note": "canary"}]}]"#),
        (
            r#"[{"id": "vault", "private": true}]"#,
            r#""flows": [{"steps": [{"parallel": {"node": "vault", "note": "canary"}}]}]"#,
        ),
        (
            r#"[{"id": "vault", "private": true}]"#,
            r#""perspectives": [{"notes": {"node": "vault", "note": "canary"}}]"#,
        ),
        (
            r#"[{"id": "vault", "private": true}]"#,
            r#""perspectives": {"id": "p", "notes": {"node": "vault", "note": "canary"}}"#,
        ),
        (r#"[{"id": "vault", "private": true}]"#, r#""edges": {"source": "a", "target": "vault", "label": "canary"}"#),
        (r#"{"id": "vault", "private": true}"#, r#""edges": [{"source": "a", "target": "vault", "label": "canary"}]"#),
        // Of a property that stands there twice, each counts.
        (
            r#"[{"id": "vault", "private": true}]"#,
            r#""edges": [], "edges": [{"source": "a", "source": "vault", "target": "a", "label": "canary"}]"#,
        ),
        (
            r#"{"id": "n", "group": 7, "private": true}"#,
            r#""groups": {"id": "7"}, "edges": {"source": 7, "target": "a", "label": "canary"}"#,
        ),
        (r#"{"id": "n", "group": 7}"#, r#""groups": {"id": "7", "label": "canary", "private": true}, "edges": []"#),
    ] {
        let text = format!(r#"{{"diagrams": {{"id": "d", "nodes": {hidden}, {rest}}}}}"#);
        let told = shown(&text, None).to_string();
        assert!(
            !["canary", "vault", "7\"", "\":7"].iter().any(|word| told.replace("\"id\":\"7\"", "").contains(word)),
            "{text}: {told}"
        );
        assert!(told.contains(r#""id":"d""#), "{text}: {told}");
    }
    let opened = r#"{"projects": [{"title": "P", "diagram": 7}], "diagrams": {"id": "7", "private": true}}"#;
    assert_eq!(shown(opened, None).to_string(), r#"{"projects":[{"title":"P"}]}"#);
}

#[test]
fn what_is_left_without_steps_keeps_no_words() {
    let gone = r#"{"node": "vault"}"#;
    for steps in [
        r#"{"optional": "canary", "steps": [GONE]}"#,
        r#"{"optional": "canary", "steps": GONE}"#,
        r#"{"loop": "canary", "steps": [{"node": "b", "private": true}]}"#,
        r#"{"block": "canary", "steps": [{"break": "canary", "steps": [GONE, GONE]}]}"#,
        r#"{"block": "canary", "steps": {"break": "canary", "steps": GONE}}"#,
        r#"{"parallel": [[GONE, {"loop": "canary", "steps": [GONE]}], [GONE]]}"#,
        r#"{"alternative": [{"when": "canary", "steps": [GONE]}]}"#,
        r#"{"alternative": [{"when": "canary", "steps": [GONE]}, {"when": "open", "steps": [{"node": "b"}]}]}"#,
        r#"{"critical": "canary", "steps": [GONE], "otherwise": [{"when": "canary", "steps": [{"node": "b"}]}]}"#,
        r#"{"critical": "open", "steps": [{"node": "b"}], "otherwise": [{"when": "canary", "steps": [GONE]}]}"#,
        r#"{"critical": "open", "steps": [{"node": "b"}], "otherwise": {"when": "canary", "steps": GONE}}"#,
    ] {
        let told = shown(&diagram("[]", &steps.replace("GONE", gone)), None).to_string();
        assert!(!told.contains("canary") && !told.contains("vault"), "{steps}: {told}");
        assert_eq!(told.contains("open"), steps.contains("open"), "{steps}: {told}");
        assert!(told.contains(r#"{"node":"a"}"#), "{steps}: {told}");
    }
    let whole = r#"{"diagrams": [{"id": "d", "nodes": ["a", {"id": "vault", "private": true}],
        "edges": [{"id": "e7", "source": "a", "target": "vault"}],
        "flows": [{"id": "canary", "name": "canary", "description": "canary", "steps": [{"block": "canary", "steps": [{"edge": "e7"}]}]}],
        "perspectives": [{"id": "canary", "description": "canary", "notes": [{"node": "vault"}]}, {"id": "p", "notes": [{"node": "a"}]}]}]}"#;
    assert_eq!(
        shown(whole, None).to_string(),
        r#"{"diagrams":[{"edges":[],"flows":[],"id":"d","nodes":["a"],"perspectives":[{"id":"p","notes":[{"node":"a"}]}]}]}"#
    );
    // What was empty is the author's.
    let empty = r#"{"block": "later", "steps": []}, {"parallel": [[], [{"node": "vault"}], [{"node": "b"}]]}"#;
    let told = shown(&diagram("[]", empty), None).to_string();
    assert!(told.contains(r#"{"block":"later","steps":[]},{"parallel":[[],[{"node":"b"}]]}"#), "{told}");
}

/// Where each step of a portfolio's flows and perspectives happens, in words.
fn told(text: &str) -> (BTreeSet<String>, usize) {
    let reading = vitrine_model::read(text, &vitrine_model::Gate::native()).unwrap();
    let mut told = BTreeSet::new();
    for diagram in &reading.value.diagrams {
        let node = |node: usize| &*diagram.nodes[node].id;
        let end = |at: usize, group: Option<usize>| group.map_or(node(at), |group| &diagram.groups[group].id);
        let ends = |edge: usize| {
            let edge = &diagram.edges[edge];
            [end(edge.source, edge.groups[0]), end(edge.target, edge.groups[1])].join("->")
        };
        let way = |way: Way| match way {
            Way::In(at) | Way::Within(at) => node(at).to_owned(),
            Way::Along(edge) => format!("along {}", ends(edge)),
            Way::Against(edge) => format!("against {}", ends(edge)),
        };
        for tale in diagram.flows.iter().chain(&*diagram.perspectives) {
            told.extend(
                tale.steps.iter().map(|step| {
                    format!("{} {} {} {:?} {:?}", diagram.id, tale.id, way(step.way), step.kind, step.note)
                }),
            );
        }
    }
    (told, reading.problems.len())
}

#[test]
fn whatever_is_hidden_of_a_diagram_the_rest_is_sound_and_tells_what_it_told() {
    fn hide_each(at: &mut Vec<String>, value: &Value, places: &mut Vec<String>) {
        let inner: Vec<(String, &Value)> = match value {
            Value::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
            Value::Object(properties) => properties.iter().map(|(name, value)| (name.clone(), value)).collect(),
            _ => return,
        };
        if value.is_object() {
            places.push(["/", &at.join("/")].concat());
        }
        for (name, value) in inner {
            at.push(name);
            hide_each(at, value, places);
            at.pop();
        }
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/portfolio.json");
    let mut whole: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    whole.as_object_mut().unwrap().retain(|name, _| ["profile", "technologies", "diagrams"].contains(&&**name));
    let further = r#"{"id": "further", "name": "Further", "groups": {"id": "g"}, "nodes": ["a", "b", {"id": "7", "group": "g"}, {"id": "c", "group": "g"}],
        "edges": [{"source": "a", "target": "b"}, {"source": "b", "target": "a"}, {"id": "second", "source": "a", "target": "b"},
            {"source": "a", "target": 7}, {"id": "to group", "source": "b", "target": "g"}, {"source": "a", "target": "c"}],
        "flows": {"id": "f", "steps": [{"from": "a", "to": "b", "note": "1"}, {"from": "b", "to": "a", "kind": "reply", "note": "2"},
            {"edge": "second", "note": "3"}, {"edge": "a->b", "note": "4"}, {"edge": "to group", "note": "5"}, {"nodes": ["a", 7], "note": "6"},
            {"critical": "w", "steps": [{"from": 7, "to": "a", "note": "7"}], "otherwise": [{"when": "w", "steps": {"node": "b", "note": "8"}}]},
            {"loop": "w", "steps": {"optional": "w", "steps": [{"from": "c", "to": "a", "note": "9"}]}},
            {"parallel": [[{"from": "a", "to": "c", "note": "10"}], [{"edge": "a->7", "note": "11"}]]}, {"from": "c", "to": "c", "note": "12"}]},
        "perspectives": {"id": "p", "notes": {"node": 7, "note": "13"}}}"#;
    let mut diagrams = whole["diagrams"].as_array().unwrap().clone();
    diagrams.push(serde_json::from_str(further).unwrap());
    for diagram in diagrams {
        whole["diagrams"] = vec![diagram].into();
        let (all, problems) = told(&whole.to_string());
        let mut places = Vec::new();
        hide_each(&mut vec!["diagrams".to_owned()], &whole["diagrams"], &mut places);
        assert!(places.len() > 20 && all.len() > 9);
        for place in places {
            let mut hidden = whole.clone();
            hidden.pointer_mut(&place).unwrap()["private"] = true.into();
            let (rest, found) = told(&shown(&hidden.to_string(), None).to_string());
            assert_eq!(rest.difference(&all).next(), None, "{place}");
            assert!(found <= problems, "{place} leaves {found} problems");
        }
    }
}
