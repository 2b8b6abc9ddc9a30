//! Ids that differ in nothing but capital letters.

use std::collections::BTreeMap;

use serde_json::Value;
use vitrine_model::id::slug;

use super::Step::{Index, Key};
use super::{Doubt, Step, at, entries, text};

/// Lists whose entries have addresses, with what each is and what an id is made from where there is none.
const LISTS: [(&str, &str, &str); 4] = [
    ("projects", "project", "title"),
    ("technologies", "technology", "name"),
    ("sections", "section", "title"),
    ("diagrams", "diagram", "name"),
];

/// Lists of a diagram.
const PARTS: [(&str, &str, &str); 4] =
    [("nodes", "node", ""), ("groups", "group", ""), ("flows", "flow", ""), ("perspectives", "perspective", "")];

/// All of a file.
pub fn doubts(file: &Value) -> Vec<Doubt> {
    let mut found: Vec<Doubt> = LISTS.iter().flat_map(|list| of_list(file, *list, &[])).collect();
    for (index, diagram) in entries(file, "diagrams").iter().enumerate() {
        let place = [Key("diagrams"), Index(index)];
        found.extend(PARTS.iter().flat_map(|list| of_list(diagram, *list, &place)));
    }
    found
}

fn of_list(object: &Value, (list, what, name): (&'static str, &str, &str), place: &[Step]) -> Vec<Doubt> {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let mut found = Vec::new();
    for (index, entry) in entries(object, list).iter().enumerate() {
        let (id, key) = match (text(&entry["id"]), text(&entry[name]), text(entry)) {
            (Some(id), ..) => (id, Some("id")),
            (None, Some(name), _) => (slug(&name), Some(name_of(list))),
            (None, None, Some(only)) if name.is_empty() => (only, None),
            _ => continue,
        };
        let other = first.entry(id.to_lowercase()).or_insert_with(|| id.clone());
        if *other != id {
            let said = format!(
                "the {what} id {id:?} differs from that of an earlier one, {other:?}, in capital letters only; choose an id that differs in more"
            );
            let steps: Vec<Step> = place.iter().copied().chain([Key(list), Index(index)]).chain(key.map(Key)).collect();
            found.push(Doubt::warning("V0210", said, at(&steps)));
        }
    }
    found
}

/// The property that an id is made from.
fn name_of(list: &str) -> &'static str {
    LISTS.iter().find(|(other, ..)| *other == list).map_or("id", |(_, _, name)| name)
}
