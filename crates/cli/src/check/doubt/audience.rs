//! Items that are kept back, and don't say so in the words for it.

use serde_json::Value;
use vitrine_model::{JsonPath, Segment};

use super::Doubt;

const PRIVATE: &str = "private";
const FOR: &str = "for";
/// As much of a value as a message repeats.
const SHOWN: usize = 40;

/// All of a file.
pub fn doubts(file: &Value) -> Vec<Doubt> {
    let mut found = Vec::new();
    walk(file, &mut JsonPath::default(), &mut found);
    found
}

/// Those of a value at a path, such as what stands ahead of an article.
pub fn walk(value: &Value, path: &mut JsonPath, found: &mut Vec<Doubt>) {
    match value {
        Value::Object(properties) => {
            for (name, value) in properties {
                path.0.push(Segment::Key(name.clone()));
                match name.as_str() {
                    PRIVATE => found.extend(of_flag(value, path)),
                    FOR => of_names(value, path, found),
                    _ => walk(value, path, found),
                }
                path.0.pop();
            }
        }
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                path.0.push(Segment::Index(index));
                walk(entry, path, found);
                path.0.pop();
            }
        }
        _ => {}
    }
}

fn of_flag(value: &Value, path: &JsonPath) -> Option<Doubt> {
    let said = format!(
        "\"private\" takes true or false; {} keeps the item out of every site, as true does; write true to keep it out, or false to show it",
        shown(value)
    );
    (!matches!(value, Value::Bool(_) | Value::Null)).then(|| warning(said, path))
}

fn of_names(value: &Value, path: &mut JsonPath, found: &mut Vec<Doubt>) {
    let entries = value.as_array().map(Vec::as_slice).unwrap_or_default();
    if value.is_array() && entries.is_empty() {
        let said =
            "\"for\" names nobody, so the item is on every site; write names, such as [\"platform\"], or delete it";
        found.push(warning(said.to_owned(), path));
        return;
    }
    if matches!(value, Value::Null) || is_name(value) || (value.is_array() && entries.iter().all(is_name)) {
        return;
    }
    if !entries.iter().any(is_name) {
        let said = format!(
            "\"for\" takes names; {} keeps the item out of every site; write names, such as [\"platform\"], or \"private\": true",
            shown(value)
        );
        found.push(warning(said, path));
        return;
    }
    for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| !is_name(entry)) {
        path.0.push(Segment::Index(index));
        let said = format!("{} is nobody's name; write one, such as \"platform\", or delete it", shown(entry));
        found.push(warning(said, path));
        path.0.pop();
    }
}

fn warning(said: String, path: &JsonPath) -> Doubt {
    Doubt::warning("V0118", said, path.clone())
}

fn is_name(value: &Value) -> bool {
    value.as_str().is_some_and(|name| !name.trim().is_empty())
}

/// A value as it is written, or its beginning.
fn shown(value: &Value) -> String {
    let whole = value.to_string();
    let start: String = whole.chars().take(SHOWN).collect();
    if start.len() < whole.len() { start + "…" } else { start }
}
