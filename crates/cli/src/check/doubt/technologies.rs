//! Technologies that are declared and named nowhere.

use std::collections::BTreeSet;

use serde_json::Value;
use vitrine_model::id::slug;
use vitrine_model::{JsonPath, Segment};

use super::Step::{Index, Key};
use super::{Doubt, at, each_text, entries, text};

/// All of a file. Any text that is the name of one counts as its use, wherever it stands.
pub fn doubts(file: &Value) -> Vec<Doubt> {
    const LIST: &str = "technologies";
    let mut used = BTreeSet::new();
    each_text(file, &mut JsonPath::default(), &mut |text, path| {
        if path.0.first() != Some(&Segment::Key(LIST.to_owned())) {
            used.extend(text.split([',', ';', '、', '，']).chain([text]).map(slug));
        }
    });
    let is_used = |entry: &Value| {
        let aliases = entries(entry, "aliases").iter().filter_map(text);
        [&entry["id"], &entry["name"], entry]
            .into_iter()
            .filter_map(text)
            .chain(aliases)
            .any(|name| used.contains(&slug(&name)))
    };
    let unused = entries(file, LIST).iter().enumerate().filter(|(_, entry)| !is_used(entry));
    unused
        .filter_map(|(index, entry)| {
            let name = text(&entry["name"]).or_else(|| text(entry))?;
            let said =
                format!("nothing uses the technology {name:?}, so that it is shown nowhere; use it, or delete it");
            let path = at(&[Key(LIST), Index(index)]);
            Some(Doubt::note("V0211", said, path))
        })
        .collect()
}
