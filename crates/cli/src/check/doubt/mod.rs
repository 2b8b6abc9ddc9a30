//! What no type can tell: doubts about a file that reads well.

mod audience;
mod cut;
mod dates;
mod figures;
mod filters;
mod ids;
mod nodes;
mod published;
mod systems;
mod technologies;
mod translations;

use serde_json::Value;
use vitrine_model::folder::Essay;
use vitrine_model::problem::Fix;
use vitrine_model::{JsonPath, Portfolio, Segment, Severity};

use super::finding::Finding;
use super::places::Places;

/// A doubt at a place.
struct Doubt {
    code: &'static str,
    severity: Severity,
    /// What is doubtful; what to do about it.
    said: String,
    path: JsonPath,
    /// What mends it without a question.
    fix: Option<Fix>,
}

impl Doubt {
    fn warning(code: &'static str, said: String, path: JsonPath) -> Self {
        Self { code, severity: Severity::Warning, said, path, fix: None }
    }

    fn note(code: &'static str, said: String, path: JsonPath) -> Self {
        Self { code, severity: Severity::Note, said, path, fix: None }
    }

    fn finding(self, places: &Places) -> Finding {
        let bytes = places.value(&self.path);
        Finding { fix: self.fix, ..Finding::new(self.severity, self.code, &self.said, self.path, bytes) }
    }
}

/// All of them. What the reader has to mend before it can be read at all is not doubted.
pub fn doubts(json: &str, portfolio: &Portfolio, places: &Places) -> Vec<Finding> {
    let Ok(file) = serde_json::from_str(json.trim_start_matches('\u{feff}')) else { return Vec::new() };
    let found = [
        audience::doubts,
        dates::doubts,
        ids::doubts,
        technologies::doubts,
        nodes::doubts,
        figures::doubts,
        published::doubts,
    ];
    let all = found
        .iter()
        .flat_map(|doubts| doubts(&file))
        .chain(cut::doubts(&file, portfolio))
        .chain(filters::doubts(&file, portfolio))
        .chain(systems::doubts(&file, portfolio))
        .chain(translations::doubts(&file, portfolio));
    all.map(|doubt| doubt.finding(places)).collect()
}

/// Those of what stands ahead of articles; their places are told by the article.
pub fn of_articles(essays: &[Essay]) -> Vec<Finding> {
    let mut found = Vec::new();
    for Essay { file, head, .. } in essays {
        let head = head.as_deref().ok().and_then(|head| serde_json::from_str(head).ok());
        let mut path = JsonPath(vec![Segment::Key(file.clone())]);
        audience::walk(&head.unwrap_or(Value::Null), &mut path, &mut found);
    }
    found.into_iter().map(|doubt| doubt.finding(&Places::default())).collect()
}

/// A path of names and positions.
fn at(segments: &[Step]) -> JsonPath {
    JsonPath(segments.iter().map(Step::segment).collect())
}

/// A step of a path.
#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

impl Step<'_> {
    fn segment(&self) -> Segment {
        match self {
            Self::Key(key) => Segment::Key((*key).to_owned()),
            Self::Index(index) => Segment::Index(*index),
        }
    }
}

/// The entries of a list; one thing that stands for a list is its only entry.
fn entries<'a>(object: &'a Value, list: &str) -> &'a [Value] {
    match &object[list] {
        Value::Array(entries) => entries,
        Value::Null => &[],
        one => std::slice::from_ref(one),
    }
}

/// A text, or a number as its digits.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Shows every text of a value with its path.
pub fn each_text(value: &Value, path: &mut JsonPath, show: &mut dyn FnMut(&str, &JsonPath)) {
    match value {
        Value::String(text) => show(text, path),
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                path.0.push(Segment::Index(index));
                each_text(entry, path, show);
                path.0.pop();
            }
        }
        Value::Object(properties) => {
            for (name, value) in properties {
                path.0.push(Segment::Key(name.clone()));
                each_text(value, path, show);
                path.0.pop();
            }
        }
        _ => {}
    }
}
