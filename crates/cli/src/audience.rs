//! For whom a site is: what is `"private": true`, and what is `"for"` others, is taken out of the text before anything reads it.

mod arrows;
mod forget;

use std::collections::BTreeSet;

use anyhow::{Result, anyhow, bail, ensure};
use jsonc_parser::ParseOptions;
use jsonc_parser::cst::{CstArray, CstNode, CstObject, CstRootNode};
use serde_json::Value;
use vitrine_model::id::slug;
use vitrine_model::mended;
use vitrine_model::suggest;

use arrows::Arrows;
use forget::{forget, is_about, named, unlink, words};

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
/// Properties that name a diagram, nodes, and a group.
const DIAGRAMS: [&str; 2] = ["diagram", "opens"];
const NODES: [&str; 6] = ["source", "target", "from", "to", "node", "nodes"];
const GROUPS: [&str; 2] = ["group", "parent"];
/// What an item may be called by.
const NAMES: [&str; 4] = ["id", "name", "title", "label"];
/// Lists of a diagram that name what is in the others, edges ahead of the steps that run along them.
const EDGES: &str = "edges";
const TALES: [&str; 2] = ["flows", "perspectives"];

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
                unlink(&value, &DIAGRAMS, &hidden.diagrams);
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

    /// The names of what is taken out, if it is a list.
    fn strip(&self, node: &CstNode, hidden: &mut Hidden) -> BTreeSet<String> {
        if let Some(list) = node.as_array() {
            return self.strip_list(&list, hidden);
        }
        if let Some(object) = node.as_object() {
            self.strip_object(&object, hidden);
        }
        BTreeSet::new()
    }

    fn strip_object(&self, object: &CstObject, hidden: &mut Hidden) {
        let (mut nodes, mut groups) = (BTreeSet::new(), BTreeSet::new());
        let (bounds, inhabited) = (ids(object, "groups"), inhabited(object));
        for property in object.properties() {
            let name = property.decoded_name().unwrap_or_default();
            if [PRIVATE, FOR].contains(&&*plain(&name)) {
                property.remove();
                continue;
            }
            if let Some(meant) = suggest::audience(&name) {
                hidden.typo.get_or_insert((name.clone(), meant));
            }
            let Some(value) = property.value().filter(|_| name != EDGES && !TALES.contains(&&*name)) else { continue };
            let gone = match value.as_object() {
                Some(item) if !self.sees(&item) => {
                    property.remove();
                    names_of(&item)
                }
                _ => self.strip(&value, hidden),
            };
            match &*name {
                "nodes" => nodes.extend(gone),
                "groups" => groups.extend(gone),
                "diagrams" => hidden.diagrams.extend(gone),
                _ => {}
            }
        }
        if !groups.is_empty() {
            for list in named(object, &["nodes", "groups"]).filter_map(|property| property.value()) {
                unlink(&list, &GROUPS, &groups);
            }
        }
        // An arrow may end at a group, which says that something is in it.
        nodes.extend(&bounds - &ids(object, "groups"));
        nodes.extend(&inhabited - &self::inhabited(object));
        self.strip_tales(object, &nodes, hidden);
    }

    /// Strips the edges of a diagram and what is told along them, when it is known which nodes are gone.
    fn strip_tales(&self, diagram: &CstObject, nodes: &BTreeSet<String>, hidden: &mut Hidden) {
        let is_gone = |item: &CstObject| !self.sees(item) || is_about(item, &NODES, nodes);
        let mut arrows = Arrows::default();
        for edges in named(diagram, &[EDGES]) {
            forget(&edges, &mut |edge| {
                let is_gone = is_gone(edge);
                arrows.add(edge, is_gone);
                is_gone
            });
        }
        let lost = arrows.lost();
        for tales in named(diagram, &TALES) {
            forget(&tales, &mut |item| is_gone(item) || lost.carried(item));
        }
        for list in named(diagram, &[EDGES]).chain(named(diagram, &TALES)).filter_map(|property| property.value()) {
            self.strip(&list, hidden);
        }
    }

    /// The names of what is taken out of a list.
    fn strip_list(&self, list: &CstArray, hidden: &mut Hidden) -> BTreeSet<String> {
        let mut gone = BTreeSet::new();
        for element in list.elements() {
            match element.as_object() {
                Some(item) if !self.sees(&item) => {
                    gone.extend(names_of(&item));
                    element.remove();
                }
                _ => drop(self.strip(&element, hidden)),
            }
        }
        gone
    }
}

/// What an item may be called elsewhere.
fn names_of(item: &CstObject) -> BTreeSet<String> {
    NAMES.into_iter().flat_map(|name| words(item, name)).map(|name| slug(&name)).collect()
}

/// The groups of a diagram that hold a node, at any depth.
fn inhabited(diagram: &CstObject) -> BTreeSet<String> {
    let slugs =
        |item: &CstObject, name: &str| words(item, name).into_iter().map(|text| slug(&text)).collect::<Vec<_>>();
    let mut inhabited: BTreeSet<String> =
        forget::items(diagram, "nodes").iter().flat_map(|node| slugs(node, "group")).collect();
    let groups = forget::items(diagram, "groups");
    let mut reached = 0;
    // Until nothing is added: a group further out may be written first.
    while inhabited.len() > std::mem::replace(&mut reached, inhabited.len()) {
        for group in &groups {
            let mut names = ["id", "label"].into_iter().flat_map(|name| slugs(group, name));
            if names.any(|name| inhabited.contains(&name)) {
                inhabited.extend(slugs(group, "parent"));
            }
        }
    }
    inhabited
}

/// The ids that the items of a list write.
fn ids(object: &CstObject, list: &str) -> BTreeSet<String> {
    forget::items(object, list).iter().flat_map(|item| words(item, "id")).map(|id| slug(&id)).collect()
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

#[cfg(test)]
mod tests;
