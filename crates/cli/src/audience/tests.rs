//! What is hidden is nowhere.

mod diagram;

use super::*;

fn shown(text: &str, name: Option<&str>) -> Value {
    let text = Audience { name: name.map(str::to_owned) }.shown(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    serde_json::from_str(&crate::portfolio_file::published(&text)).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn what_is_private_or_for_others_goes_wherever_it_stands() {
    for (text, name, expected) in [
        (r#"{"a": [{"b": 1, "private": true}, {"b": 2, "private": false}]}"#, None, r#"{"a": [{"b": 2}]}"#),
        (r#"{"a": {"private": true, "b": 1}, "c": 2}"#, None, r#"{"c": 2}"#),
        (r#"{"a": [{"b": 1, "for": ["x"]}, {"b": 2, "for": "y"}, {"b": 3}]}"#, None, r#"{"a": [{"b": 3}]}"#),
        (
            r#"{"a": [{"b": 1, "for": ["x"]}, {"b": 2, "for": "y"}, {"b": 3}]}"#,
            Some("x"),
            r#"{"a": [{"b": 1}, {"b": 3}]}"#,
        ),
        (r#"{"a": [{"b": [{"private": true}, {"c": 1}]}]}"#, None, r#"{"a": [{"b": [{"c": 1}]}]}"#),
        // What nobody understands is kept back.
        (r#"{"a": [{"b": 1, "private": "yes"}, {"b": 2, "for": 7}]}"#, None, r#"{"a": []}"#),
        (r#"{"a": [{"b": 1, "private": 1e999}, {"b": 2, "for": 1e999}]}"#, None, r#"{"a": []}"#),
        (r#"{"a": [{"b": 1, "private": "\ud800"}]}"#, None, r#"{"a": []}"#),
        (r#"{"a": [{"b": 1, "private": null, "for": []}]}"#, None, r#"{"a": [{"b": 1}]}"#),
        // However it is spelt, and as often as it stands there.
        (
            r#"{"a": [{"Private": true}, {"private ": true}, {"private": false, "private": true}]}"#,
            None,
            r#"{"a": []}"#,
        ),
        // A mark of Windows, and half of a sign, hide nothing else.
        ("\u{feff}{\"a\": [{\"private\": true}]}", None, r#"{"a": []}"#),
        (r#"{"n": "\ud800", "a": [{"private": true}]}"#, None, "{\"n\": \"\u{fffd}\", \"a\": []}"),
    ] {
        assert_eq!(shown(text, name), serde_json::from_str::<Value>(expected).unwrap(), "{text} {name:?}");
    }
}

#[test]
fn nothing_leads_to_what_is_gone() {
    let text = r#"{
        "projects": [{"title": "P", "diagram": "secret"}, {"title": "Q", "diagram": "open"}],
        "diagrams": [
            {"id": "secret", "private": true, "nodes": ["x"]},
            {"id": "open", "nodes": [{"id": "a", "opens": "secret"}, {"id": "b", "private": true}, "c"],
             "edges": [{"source": "a", "target": "b"}, {"source": "a", "target": "c"}],
             "flows": [{"steps": [{"from": "a", "to": "b"}, {"from": "a", "to": "c"}, {"parallel": [[{"node": "b"}]]},
                {"nodes": ["a", "b"], "note": "canary of two"}, {"loop": "for all", "steps": [{"node": "b", "note": "canary inside"}, {"node": "a"}]}]}],
             "perspectives": [{"id": "p", "notes": [{"node": "b", "note": "*canary*"}, {"node": "a"}]}]}
        ]
    }"#;
    let text = shown(text, None).to_string();
    assert!(!text.contains("secret") && !text.contains("\"b\"") && !text.contains("canary"), "{text}");
    assert!(text.contains(r#""notes":[{"node":"a"}]"#), "{text}");
    let named = r#"{
        "projects": [{"title": "P", "diagram": "canary-plan"}],
        "diagrams": [{"name": "Canary plan", "private": true, "nodes": ["x"]},
            {"name": "Open", "groups": [{"id": "canary-group", "private": true}], "nodes": [{"id": "a", "group": "canary-group"}, "z"],
             "edges": [{"source": "z", "target": "canary-group", "label": "canary words"}, {"source": "z", "target": "a"}]}]
    }"#;
    let named = shown(named, None).to_string();
    assert!(!named.to_lowercase().contains("canary"), "{named}");
    assert!(named.contains(r#"{"source":"z","target":"a"}"#), "{named}");
    assert!(text.contains(r#""diagram":"open""#) && text.contains(r#"{"source":"a","target":"c"}"#), "{text}");
}

#[test]
fn no_arrow_leads_to_a_group_of_which_everything_is_private() {
    let inside = |node: &str, groups: &str, edge: &str| {
        format!(
            r#"{{"diagrams": [{{"id": "d", "nodes": ["z", "y", {node}], "groups": [{groups}],
                "edges": [{edge}, {{"source": "z", "target": "y"}}],
                "flows": [{{"steps": [{{"from": "z", "to": "y"}}, {{"parallel": [[{{"from": "z", "to": "vault"}}], [{{"node": "z"}}]]}}]}}]}}]}}"#
        )
    };
    let to = r#"{"source": "z", "target": "vault", "label": "canary words"}"#;
    let from = r#"{"source": "vault", "target": "z", "label": "canary words"}"#;
    let hidden = r#"{"id": "n", "group": "vault", "private": true}"#;
    let deep = r#"{"id": "n", "group": "safe", "private": true}"#;
    let (vault, safe) = (r#"{"id": "vault"}"#, r#"{"id": "safe", "parent": "vault"}"#);
    let both = [safe, ",", vault].concat();
    let private_between = [r#"{"id": "safe", "parent": "vault", "private": true},"#, vault].concat();
    let open = r#"{"id": "n", "group": "vault"}"#;
    for (node, groups, edge, is_told) in [
        (hidden, vault, to, false),
        (hidden, vault, from, false),
        (&*hidden.replace("vault", "Vault"), r#"{"label": "Vault"}"#, to, false),
        (deep, &*both, to, false),
        // The node stays, but is in nothing that is told.
        (r#"{"id": "n", "group": "safe"}"#, &*private_between, to, false),
        (r#"{"id": "n", "group": "vault", "for": "others"}"#, vault, to, false),
        (open, vault, to, true),
        (&*[hidden, ",", &open.replace("\"n\"", "\"m\"")].concat(), vault, to, true),
        (&*[deep, ",", open].concat(), &*both, to, true),
    ] {
        let told = shown(&inside(node, groups, edge), None).to_string();
        assert_eq!(told.contains("canary"), is_told, "{node} in {groups}: {told}");
        assert_eq!(told.contains(r#""to":"vault""#), is_told, "{node} in {groups}: {told}");
        assert!(told.contains(r#"{"source":"z","target":"y"}"#), "{told}");
    }
}

#[test]
fn what_is_for_all_keeps_its_layout() {
    let text = "{\n  // why\n  \"a\": [\n    1,\n    2\n  ]\n}\n";
    assert_eq!(Audience::default().shown(text).unwrap(), text);
}

#[test]
fn nothing_is_shown_of_what_cant_be_told() {
    for (text, told) in [
        ("{ no json", "no JSON"),
        (r#"{"private": true, "profile": {"name": "A"}}"#, "the whole portfolio"),
        (r#"{"a": [{"privat": true}]}"#, "\"privat\""),
        (r#"{"a": [{"privte": true}]}"#, "\"privte\""),
        (r#"{"a": [{"hidden": true}]}"#, "\"hidden\""),
        (r#"{"a": [{"fro": ["x"]}]}"#, "write \"for\""),
    ] {
        let error = Audience::default().shown(text).unwrap_err().to_string();
        assert!(error.contains(told), "{text}: {error}");
    }
}

#[test]
fn an_article_is_judged_as_an_item_is() {
    let admits = |head: &str, name: Option<&str>| {
        Audience { name: name.map(str::to_owned) }.admits(&serde_json::from_str(head).unwrap())
    };
    assert!(admits("{}", None) && admits(r#"{"private": false}"#, None) && admits(r#"{"for": "x"}"#, Some("x")));
    for head in
        [r#"{"private": "yes"}"#, r#"{"private": 1}"#, r#"{"Private": true}"#, r#"{"for": "x"}"#, r#"{"privat": true}"#]
    {
        assert!(!admits(head, None), "{head}");
    }
}

#[test]
fn the_names_that_there_are_can_be_listed() {
    let names = Audience::names(r#"{"a": [{"for": ["x", "y"]}, {"b": {"for": "z"}}]}"#);
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["x", "y", "z"]);
}
