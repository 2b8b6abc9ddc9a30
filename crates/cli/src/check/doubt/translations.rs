//! Texts that are not written in every language of the file.

use serde_json::Value;
use vitrine_model::{JsonPath, Portfolio, Segment};

use super::Doubt;

/// All of a file.
pub fn doubts(file: &Value, portfolio: &Portfolio) -> Vec<Doubt> {
    let mut found = Vec::new();
    if portfolio.languages.len() > 1 {
        look(file, &portfolio.languages, &mut JsonPath::default(), &mut found);
    }
    found
}

fn look(value: &Value, languages: &[String], path: &mut JsonPath, found: &mut Vec<Doubt>) {
    match value {
        // Nobody reads it.
        Value::Object(properties) if properties.get("private") == Some(&Value::Bool(true)) => {}
        Value::Object(texts) if is_text(value, languages) => {
            let says = |tag: &&String| {
                let is_own = |(key, text): (&String, &Value)| {
                    key.eq_ignore_ascii_case(tag) && text.as_str().is_some_and(|text| !text.trim().is_empty())
                };
                texts.iter().any(is_own)
            };
            let missing: Vec<&String> = languages.iter().filter(|tag| !says(tag)).collect();
            // The reader shows the first that there is.
            if let (false, Some(shown)) = (missing.is_empty(), languages.iter().find(says)) {
                let said = format!(
                    "this text lacks {}, whose pages show it in {shown}; add it",
                    missing.iter().map(|tag| format!("{tag:?}")).collect::<Vec<_>>().join(" and ")
                );
                found.push(Doubt::note("V0712", said, path.clone()));
            }
        }
        Value::Object(properties) => {
            // An address is the same in all languages.
            for (name, value) in properties.iter().filter(|(name, _)| *name != "id") {
                path.0.push(Segment::Key(name.clone()));
                look(value, languages, path, found);
                path.0.pop();
            }
        }
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                path.0.push(Segment::Index(index));
                look(entry, languages, path, found);
                path.0.pop();
            }
        }
        _ => {}
    }
}

/// Whether an object has one text a language.
fn is_text(value: &Value, languages: &[String]) -> bool {
    let is_listed = |key: &String| languages.iter().any(|language| language.eq_ignore_ascii_case(key));
    let is_one = |(key, value): (&String, &Value)| is_listed(key) && value.is_string();
    value.as_object().is_some_and(|texts| !texts.is_empty() && texts.iter().all(is_one))
}
