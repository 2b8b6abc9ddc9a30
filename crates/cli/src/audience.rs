//! For whom a site is: what is `"private": true`, and what is `"for"` others, is taken out of the text before anything reads it.

use std::collections::BTreeSet;

use jsonc_parser::ParseOptions;
use jsonc_parser::cst::{CstArray, CstNode, CstObject, CstRootNode};
use serde_json::Value;

/// Who a site is for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audience {
    /// Such as `platform`. Items with a `for` are for those who are named there alone.
    pub name: Option<String>,
}

/// Properties that name a diagram, and those that name a node.
const DIAGRAMS: [&str; 2] = ["diagram", "opens"];
const NODES: [&str; 5] = ["source", "target", "from", "to", "node"];

impl Audience {
    /// The text without what is not for this audience: items, and what only leads to them. What is not hidden keeps its layout.
    /// A text that is no JSON stays as it is.
    pub fn shown(&self, text: &str) -> String {
        let Ok(root) = CstRootNode::parse(text, &ParseOptions::default()) else { return text.to_owned() };
        if let Some(value) = root.value() {
            let mut hidden = Hidden::default();
            self.strip(&value, &mut hidden);
            if !hidden.diagrams.is_empty() {
                forget(&value, &DIAGRAMS, &hidden.diagrams, false);
            }
        }
        root.to_string()
    }

    /// Whether an article with this ahead of it is for this audience.
    pub fn admits(&self, head: &Value) -> bool {
        let is_private = head.get("private").and_then(Value::as_bool) == Some(true);
        !is_private && head.get("for").is_none_or(|names| self.is_named(names))
    }

    /// All names that a text has in a `for`, sorted.
    pub fn names(text: &str) -> BTreeSet<String> {
        fn collect(value: &Value, names: &mut BTreeSet<String>) {
            match value {
                Value::Array(values) => values.iter().for_each(|value| collect(value, names)),
                Value::Object(properties) => {
                    for (name, value) in properties {
                        match (&**name, value) {
                            ("for", Value::String(one)) => names.extend([one.clone()]),
                            ("for", Value::Array(all)) => {
                                names.extend(all.iter().filter_map(Value::as_str).map(str::to_owned));
                            }
                            _ => collect(value, names),
                        }
                    }
                }
                _ => {}
            }
        }
        let mut names = BTreeSet::new();
        collect(&serde_json::from_str(text).unwrap_or_default(), &mut names);
        names
    }

    fn is_named(&self, names: &Value) -> bool {
        let own = self.name.as_deref();
        match names {
            Value::String(name) => own == Some(name.trim()),
            Value::Array(names) => {
                names.is_empty() || names.iter().any(|name| name.as_str().map(str::trim) == own && own.is_some())
            }
            _ => false,
        }
    }

    /// Whether an item is for this audience. What can't be read is taken for hidden: nothing may come out by a slip.
    fn sees(&self, item: &CstObject) -> bool {
        let value = |name: &str| item.get(name).and_then(|property| property.value()?.to_serde_value());
        let is_private =
            value("private").is_some_and(|private| private != Value::Bool(false) && private != Value::Null);
        !is_private && value("for").is_none_or(|names| names == Value::Null || self.is_named(&names))
    }

    fn strip(&self, node: &CstNode, hidden: &mut Hidden) {
        if let Some(list) = node.as_array() {
            self.strip_list(&list, hidden);
        } else if let Some(object) = node.as_object() {
            self.strip_object(&object, hidden);
        }
    }

    fn strip_object(&self, object: &CstObject, hidden: &mut Hidden) {
        let mut nodes = BTreeSet::new();
        for property in object.properties() {
            let name = property.decoded_name().unwrap_or_default();
            if name == "private" || name == "for" {
                property.remove();
                continue;
            }
            let Some(value) = property.value() else { continue };
            if let Some(item) = value.as_object() {
                if self.sees(&item) {
                    self.strip_object(&item, hidden);
                } else {
                    property.remove();
                }
            } else if let Some(list) = value.as_array() {
                let ids = self.strip_list(&list, hidden);
                match &*name {
                    "nodes" => nodes = ids,
                    "diagrams" => hidden.diagrams.extend(ids),
                    _ => {}
                }
            }
        }
        if !nodes.is_empty() {
            for list in ["edges", "flows"].iter().filter_map(|name| object.get(name)?.value()) {
                forget(&list, &NODES, &nodes, true);
            }
        }
    }

    /// The ids of what is taken out of a list.
    fn strip_list(&self, list: &CstArray, hidden: &mut Hidden) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        for element in list.elements() {
            match element.as_object() {
                Some(item) if !self.sees(&item) => {
                    let text = |name: &str| {
                        item.get(name).and_then(|property| property.value()?.as_string_lit()?.decoded_value().ok())
                    };
                    ids.extend(["id", "name", "title", "label"].into_iter().filter_map(text));
                    element.remove();
                }
                _ => self.strip(&element, hidden),
            }
        }
        ids
    }
}

/// What was taken out and may be named elsewhere.
#[derive(Default)]
struct Hidden {
    diagrams: BTreeSet<String>,
}

/// Takes out what names one of these by a property: the property, or the item of a list that has it.
fn forget(node: &CstNode, properties: &[&str], ids: &BTreeSet<String>, whole: bool) {
    let names_one = |object: &CstObject| {
        let text =
            |name: &&str| object.get(name).and_then(|property| property.value()?.as_string_lit()?.decoded_value().ok());
        properties.iter().any(|name| text(name).is_some_and(|id| ids.contains(id.trim())))
    };
    if let Some(list) = node.as_array() {
        for element in list.elements() {
            match element.as_object() {
                Some(object) if whole && names_one(&object) => element.remove(),
                _ => forget(&element, properties, ids, whole),
            }
        }
    } else if let Some(object) = node.as_object() {
        for property in object.properties() {
            let name = property.decoded_name().unwrap_or_default();
            let Some(value) = property.value() else { continue };
            let text = value.as_string_lit().and_then(|text| text.decoded_value().ok());
            if !whole && properties.contains(&&*name) && text.is_some_and(|id| ids.contains(id.trim())) {
                property.remove();
            } else {
                forget(&value, properties, ids, whole);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, name: Option<&str>) -> Value {
        let text = Audience { name: name.map(str::to_owned) }.shown(text);
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
            (r#"{"a": [{"b": 1, "private": null, "for": []}]}"#, None, r#"{"a": [{"b": 1}]}"#),
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
                 "flows": [{"steps": [{"from": "a", "to": "b"}, {"from": "a", "to": "c"}, {"parallel": [[{"node": "b"}]]}]}]}
            ]
        }"#;
        let text = shown(text, None).to_string();
        assert!(!text.contains("secret") && !text.contains("\"b\""), "{text}");
        assert!(text.contains(r#""diagram":"open""#) && text.contains(r#"{"source":"a","target":"c"}"#), "{text}");
    }

    #[test]
    fn what_is_for_all_keeps_its_layout() {
        let text = "{\n  // why\n  \"a\": [\n    1,\n    2\n  ]\n}\n";
        assert_eq!(Audience::default().shown(text), text);
        assert_eq!(Audience::default().shown("{ no json"), "{ no json");
    }

    #[test]
    fn the_names_that_there_are_can_be_listed() {
        let names = Audience::names(r#"{"a": [{"for": ["x", "y"]}, {"b": {"for": "z"}}]}"#);
        assert_eq!(names.into_iter().collect::<Vec<_>>(), ["x", "y", "z"]);
    }
}
