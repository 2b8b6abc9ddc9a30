//! For whom a site is: what is `"private": true`, and what is `"for"` others, is taken out of the text before anything reads it.

use std::collections::BTreeSet;

use anyhow::{Result, anyhow, bail, ensure};
use jsonc_parser::ParseOptions;
use jsonc_parser::cst::{CstArray, CstNode, CstObject, CstRootNode};
use serde_json::Value;
use vitrine_model::id::slug;
use vitrine_model::mended;
use vitrine_model::suggest;

/// Who a site is for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audience {
    /// Such as `platform`. Items with a `for` are for those who are named there alone.
    pub name: Option<String>,
}

/// Keeps an item out of every site.
const PRIVATE: &str = "private";
/// Keeps it out of all but those for who is named.
const FOR: &str = "for";
/// Properties that name a diagram, a node, and a group.
const DIAGRAMS: [&str; 2] = ["diagram", "opens"];
const NODES: [&str; 5] = ["source", "target", "from", "to", "node"];
const GROUPS: [&str; 2] = ["group", "parent"];

impl Audience {
    /// The text without what is not for this audience: items, and what only leads to them. What is not hidden keeps its layout.
    ///
    /// # Errors
    /// When it can't be told what is hidden: nothing may come out by a slip.
    pub fn shown(&self, text: &str) -> Result<String> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let parse = |text: &str| CstRootNode::parse(text, &ParseOptions::default());
        // The reader mends what has no value in Rust; so does this.
        let root = parse(text).or_else(|_| parse(&mended(text)));
        let root =
            root.map_err(|error| anyhow!("it can't be told what is private in a file that is no JSON: {error}"))?;
        if let Some(value) = root.value() {
            ensure!(
                value.as_object().is_none_or(|whole| self.sees(&whole)),
                "the whole portfolio is kept back; delete \"private\" or \"for\" at its beginning"
            );
            let mut hidden = Hidden::default();
            self.strip(&value, &mut hidden);
            if let Some((typo, meant)) = hidden.typo {
                bail!(
                    "{typo:?} is no property, and nothing is published by a slip: write {meant:?} to keep the item back, or delete it; `vitrine check` shows the place"
                );
            }
            if !hidden.diagrams.is_empty() {
                forget(&value, &DIAGRAMS, &hidden.diagrams, false);
            }
        }
        Ok(root.to_string())
    }

    /// Whether an article with this ahead of it is for this audience.
    pub fn admits(&self, head: &Value) -> bool {
        head.as_object().is_none_or(|head| {
            head.iter().all(|(name, value)| self.allows(name, Some(value)) && suggest::audience(name).is_none())
        })
    }

    /// Whether a property leaves its item in. What can't be read is taken for hidden.
    fn allows(&self, name: &str, value: Option<&Value>) -> bool {
        match (plain(name).as_str(), value) {
            (PRIVATE, Some(Value::Bool(false) | Value::Null)) | (FOR, Some(Value::Null)) => true,
            (FOR, Some(names)) => self.is_named(names),
            (PRIVATE | FOR, _) => false,
            _ => true,
        }
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

    /// Whether an item is for this audience; of a property that it has twice, each counts.
    fn sees(&self, item: &CstObject) -> bool {
        item.properties().iter().all(|property| {
            let name = property.decoded_name().unwrap_or_default();
            self.allows(&name, property.value().and_then(|value| value.to_serde_value()).as_ref())
        })
    }

    fn strip(&self, node: &CstNode, hidden: &mut Hidden) {
        if let Some(list) = node.as_array() {
            self.strip_list(&list, hidden);
        } else if let Some(object) = node.as_object() {
            self.strip_object(&object, hidden);
        }
    }

    fn strip_object(&self, object: &CstObject, hidden: &mut Hidden) {
        let (mut nodes, mut groups, mut ends) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let inhabited = inhabited(object);
        for property in object.properties() {
            let name = property.decoded_name().unwrap_or_default();
            if [PRIVATE, FOR].contains(&&*plain(&name)) {
                property.remove();
                continue;
            }
            if let Some(meant) = suggest::audience(&name) {
                hidden.typo.get_or_insert((name.clone(), meant));
            }
            let Some(value) = property.value() else { continue };
            if let Some(item) = value.as_object() {
                if self.sees(&item) {
                    self.strip_object(&item, hidden);
                } else {
                    property.remove();
                }
            } else if let Some(list) = value.as_array() {
                let written = if name == "groups" { ids_of(&list) } else { BTreeSet::new() };
                let ids = self.strip_list(&list, hidden);
                match &*name {
                    "nodes" => nodes = ids,
                    "groups" => {
                        ends = &written - &ids_of(&list);
                        groups = ids;
                    }
                    "diagrams" => hidden.diagrams.extend(ids),
                    _ => {}
                }
            }
        }
        if !groups.is_empty() {
            for list in ["nodes", "groups"].iter().filter_map(|name| object.get(name)?.value()) {
                forget(&list, &GROUPS, &groups, false);
            }
        }
        // An arrow may end at a group, which says that something is in it.
        ends.extend(&inhabited - &self::inhabited(object));
        nodes.extend(ends);
        if !nodes.is_empty() {
            for list in ["edges", "flows", "perspectives"].iter().filter_map(|name| object.get(name)?.value()) {
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
                    ids.extend(["id", "name", "title", "label"].into_iter().filter_map(text).map(|text| slug(&text)));
                    element.remove();
                }
                _ => self.strip(&element, hidden),
            }
        }
        ids
    }
}

/// The groups of a diagram that hold a node, at any depth.
fn inhabited(diagram: &CstObject) -> BTreeSet<String> {
    let items = |list: &str| {
        let list = diagram.get(list).and_then(|list| list.value()?.as_array());
        list.into_iter().flat_map(|list| list.elements()).filter_map(|element| element.as_object())
    };
    let text =
        |item: &CstObject, name: &str| Some(slug(&item.get(name)?.value()?.as_string_lit()?.decoded_value().ok()?));
    let mut inhabited: BTreeSet<String> = items("nodes").filter_map(|node| text(&node, "group")).collect();
    let mut reached = 0;
    // Until nothing is added: a group further out may be written first.
    while inhabited.len() > std::mem::replace(&mut reached, inhabited.len()) {
        for group in items("groups") {
            let mut names = ["id", "label"].into_iter().filter_map(|name| text(&group, name));
            if names.any(|name| inhabited.contains(&name)) {
                inhabited.extend(text(&group, "parent"));
            }
        }
    }
    inhabited
}

/// The ids that the items of a list write.
fn ids_of(list: &CstArray) -> BTreeSet<String> {
    let items = list.elements().into_iter().filter_map(|element| element.as_object());
    items.filter_map(|item| Some(slug(&item.get("id")?.value()?.as_string_lit()?.decoded_value().ok()?))).collect()
}

/// What was taken out and may be named elsewhere.
#[derive(Default)]
struct Hidden {
    diagrams: BTreeSet<String>,
    /// A property that was meant to hide something, and the one that does.
    typo: Option<(String, &'static str)>,
}

/// A property's name as it was meant.
fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Takes out what names one of these by a property: the property, or the item of a list that has it.
fn forget(node: &CstNode, properties: &[&str], ids: &BTreeSet<String>, whole: bool) {
    let names_one = |object: &CstObject| {
        let text =
            |name: &&str| object.get(name).and_then(|property| property.value()?.as_string_lit()?.decoded_value().ok());
        // A note about several nodes lists them.
        let listed = object.get("nodes").and_then(|nodes| nodes.value()?.as_array()).into_iter();
        let listed = listed.flat_map(|nodes| nodes.elements());
        let mut listed = listed.filter_map(|node| node.as_string_lit()?.decoded_value().ok());
        properties.iter().any(|name| text(name).is_some_and(|id| ids.contains(&slug(&id))))
            || listed.any(|id| ids.contains(&slug(&id)))
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
            if !whole && properties.contains(&&*name) && text.is_some_and(|id| ids.contains(&slug(&id))) {
                property.remove();
            } else {
                forget(&value, properties, ids, whole);
            }
        }
    }
}

#[cfg(test)]
mod tests;
