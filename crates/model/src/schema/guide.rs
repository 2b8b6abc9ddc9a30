//! The format as a page of the guide: every object with its properties, from the schema.

use std::fmt::Write as _;

use serde_json::Value;

use super::schema;
use crate::document::{Document, OBJECTS};
use crate::fit::EVERYWHERE;
use crate::shape::Fields;

const START: &str = "# The file, field by field

Made from the schema that editors complete by, `public/portfolio.schema.json`. Everything is optional but what is *needed*; a list of one may be written as the
one. Any object may have `\"private\": true`, which keeps it out of every site, or `\"for\": [\"name\"]`, which keeps it out of all but those that are built
`--for name`.
";

/// The page, in Markdown; the same on every run.
pub fn fields() -> String {
    let schema: Value = serde_json::from_str(&schema()).unwrap_or_default();
    let mut page = START.to_owned();
    section(&mut page, "The file", &schema, Document::FIELDS);
    for (name, fields) in OBJECTS.iter().filter(|(name, _)| *name != "Document") {
        section(&mut page, &title(name), &schema["definitions"][name], fields);
    }
    page
}

fn section(page: &mut String, title: &str, definition: &Value, fields: &Fields) {
    let _ = write!(page, "\n## {title}\n\n");
    if let Some(text) = definition["description"].as_str().filter(|_| title != "The file") {
        let text = one_line(text);
        // Most say it themselves, in more words.
        let is_told = ["text is", "list is"].iter().any(|words| text.to_lowercase().contains(words));
        let more = if is_told { String::new() } else { shorthand(fields) };
        let _ = write!(page, "{text}{more}\n\n");
    }
    page.push_str("| Property | Is | Means |\n|---|---|---|\n");
    let needed = definition["required"].as_array().cloned().unwrap_or_default();
    for name in fields.names.iter().filter(|name| !EVERYWHERE.contains(name) && !name.starts_with('$')) {
        let property = &definition["properties"][name];
        let need = if needed.iter().any(|needed| needed == name) { " *needed*" } else { "" };
        let means = one_line(property["description"].as_str().unwrap_or_default());
        let _ = writeln!(page, "| `{name}`{need} | {} | {means}{} |", kind(property), choices(property));
    }
}

/// What may stand for the whole object.
fn shorthand(fields: &Fields) -> String {
    match (fields.short, fields.list) {
        (Some(short), _) => format!(" A text alone is its `{short}`."),
        (None, Some(list)) => format!(" A list or a text alone is its `{list}`."),
        (None, None) => String::new(),
    }
}

/// What a property holds, in words; an object as a link to its section.
fn kind(property: &Value) -> String {
    if let Some(name) = property["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        let title = title(name);
        return format!("[{}](#{})", title.to_lowercase(), title.to_lowercase().replace(' ', "-"));
    }
    if let Some(ways) = property["anyOf"].as_array() {
        // The first says the most: a list before its one, an object before nothing.
        return ways.first().map(kind).unwrap_or_default();
    }
    match &property["type"] {
        Value::String(name) if name == "array" => format!("list of {}", plural(&kind(&property["items"]))),
        Value::String(name) => word(name).to_owned(),
        Value::Array(names) => {
            let words = names.iter().filter_map(Value::as_str).filter(|name| *name != "null").map(word);
            words.collect::<Vec<_>>().join(" or ")
        }
        _ => "anything".to_owned(),
    }
}

fn word(name: &str) -> &str {
    match name {
        "string" => "text",
        "boolean" => "true or false",
        "integer" | "number" => "number",
        "array" => "list",
        other => other,
    }
}

/// Of a link, what is seen is made plural.
fn plural(kind: &str) -> String {
    match kind.split_once(']') {
        Some((name, target)) => format!("{}]{target}", plural(name)),
        None if kind.ends_with('s') => kind.to_owned(),
        None if kind.starts_with("list") => kind.replacen("list", "lists", 1),
        None => match kind.strip_suffix('y') {
            Some(stem) => format!("{stem}ies"),
            None => format!("{kind}s"),
        },
    }
}

/// The words that there are to choose from, each with what it means.
fn choices(property: &Value) -> String {
    let places = [property, &property["anyOf"][0], &property["items"], &property["anyOf"][0]["items"]];
    let Some(words) = places.iter().find_map(|place| place["oneOf"].as_array()) else { return String::new() };
    let words = words.iter().filter_map(|word| Some((word["const"].as_str()?, word["description"].as_str()?)));
    words.fold(String::new(), |mut text, (word, means)| {
        let _ = write!(text, "<br>`{word}`: {}", one_line(means));
        text
    })
}

/// `ProjectKindDoc` as `Project kind`.
fn title(name: &str) -> String {
    let name = name.strip_suffix("Doc").unwrap_or(name);
    let mut title = String::new();
    for (at, letter) in name.char_indices() {
        if at > 0 && letter.is_uppercase() {
            title.push(' ');
            title.extend(letter.to_lowercase());
        } else {
            title.push(letter);
        }
    }
    title
}

/// In a cell of a table.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}
