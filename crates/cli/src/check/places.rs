//! Where in a JSON text each value is.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged as _;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use vitrine_model::{JsonPath, Segment};

/// Byte ranges of values and of the names of properties.
#[derive(Debug, Default)]
pub struct Places {
    values: BTreeMap<JsonPath, Place>,
    /// Properties of one object that have the name of an earlier one: where the later name is.
    pub repeated: Vec<(JsonPath, Range<usize>)>,
}

#[derive(Debug, Clone)]
struct Place {
    /// The name with its quotes, for a property.
    name: Option<Range<usize>>,
    value: Range<usize>,
}

impl Places {
    /// Finds them in a text that is JSON, with comments and last commas or without; of another none.
    pub fn of(text: &str) -> Self {
        let mut places = Self::default();
        if !places.take(text) {
            places.take(&masked(text));
        }
        places
    }

    /// Whether the text could be parsed.
    fn take(&mut self, text: &str) -> bool {
        let tree = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        let Ok(tree) = tree else { return false };
        if let Some(value) = &tree.value {
            self.walk(value, None, &mut JsonPath::default());
        }
        true
    }

    fn walk(&mut self, value: &Value, name: Option<Range<usize>>, path: &mut JsonPath) {
        match value {
            Value::Object(object) => {
                let mut names = BTreeSet::new();
                for ObjectProp { name, value, .. } in &object.properties {
                    let range = name.range();
                    let place = range.start..range.end;
                    path.0.push(Segment::Key(name.as_str().to_owned()));
                    if !names.insert(name.as_str()) {
                        self.repeated.push((path.clone(), place.clone()));
                    }
                    self.walk(value, Some(place), path);
                    path.0.pop();
                }
            }
            Value::Array(array) => {
                for (index, value) in array.elements.iter().enumerate() {
                    path.0.push(Segment::Index(index));
                    self.walk(value, None, path);
                    path.0.pop();
                }
            }
            _ => {}
        }
        let range = value.range();
        // The last one of a name counts, as it does for the reader.
        self.values.insert(path.clone(), Place { name, value: range.start..range.end });
    }

    /// The value at a path, or of the nearest place around it that is in the text.
    pub fn value(&self, path: &JsonPath) -> Range<usize> {
        let (nearest, _) = self.written(path);
        self.values.get(&nearest).map_or(0..0, |place| place.value.clone())
    }

    /// The name of the property at a path, or its value where it has none.
    pub fn name(&self, path: &JsonPath) -> Range<usize> {
        let (nearest, is_whole) = self.written(path);
        let name = self.values.get(&nearest).filter(|_| is_whole).and_then(|place| place.name.clone());
        name.unwrap_or_else(|| self.value(path))
    }

    /// Whether something is written at a path.
    pub fn has(&self, path: &JsonPath) -> bool {
        self.written(path).1
    }

    /// The path as it is written, or as much of it as is there; and whether that is all. One thing may stand for a list of it, and a list
    /// for the object that holds it alone.
    fn written(&self, path: &JsonPath) -> (JsonPath, bool) {
        let mut here = JsonPath::default();
        for segment in &path.0 {
            here.0.push(segment.clone());
            if self.values.contains_key(&here) {
                continue;
            }
            here.0.pop();
            here.0.push(Segment::Index(0));
            let is_list = self.values.contains_key(&here);
            here.0.pop();
            let stands_for_it = match segment {
                Segment::Key(_) => is_list,
                Segment::Index(position) => *position == 0 && !is_list,
            };
            if !stands_for_it {
                return (here, false);
            }
        }
        (here, true)
    }
}

/// The text with something else, as long, for what stops the parser and not the reader: a byte order mark, and half of a surrogate
/// pair.
fn masked(text: &str) -> String {
    let mut masked =
        if let Some(rest) = text.strip_prefix('\u{feff}') { ["   ", rest].concat() } else { text.to_owned() };
    for (at, _) in text.match_indices("\\u") {
        let digits = text.get(at + 2..at + 6).unwrap_or_default().to_ascii_lowercase();
        if digits.starts_with('d') && digits.as_bytes().get(1).is_some_and(|second| *second >= b'8') {
            masked.replace_range(at + 2..at + 6, "fffd");
        }
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(segments: &[&str]) -> JsonPath {
        let segment = |text: &&str| text.parse().map_or_else(|_| Segment::Key((*text).to_owned()), Segment::Index);
        JsonPath(segments.iter().map(segment).collect())
    }

    #[test]
    fn every_value_is_found_where_it_is_written() {
        let text = "\u{feff}{ \"a\": [1, {\"b\\\"\": \"x,]}\"}, [] ],\n \"c\" : null, \"\\u0064\": true }";
        let places = Places::of(text);
        for (at, value, name) in [
            (&["a"][..], "[1, {\"b\\\"\": \"x,]}\"}, [] ]", "\"a\""),
            (&["a", "0"], "1", "1"),
            (&["a", "1", "b\""], "\"x,]}\"", "\"b\\\"\""),
            (&["a", "2"], "[]", "[]"),
            (&["c"], "null", "\"c\""),
            (&["d"], "true", "\"\\u0064\""),
            (&["a", "1", "missing", "x"], "{\"b\\\"\": \"x,]}\"}", "{\"b\\\"\": \"x,]}\"}"),
        ] {
            assert_eq!(&text[places.value(&path(at))], value);
            assert_eq!(&text[places.name(&path(at))], name);
        }
    }

    #[test]
    fn what_stands_for_a_list_or_for_an_object_is_found_as_it_is_written() {
        let text = r#"{"skills": [{"name": "x"}], "links": {"url": "y"}, "theme": "z"}"#;
        let places = Places::of(text);
        assert_eq!(&text[places.name(&path(&["skills", "groups", "0", "name"]))], "\"name\"");
        assert_eq!(&text[places.value(&path(&["links", "0", "url"]))], "\"y\"");
        assert_eq!(&text[places.value(&path(&["theme", "name"]))], "\"z\"");
        assert!(!places.has(&path(&["theme", "name"])) && places.has(&path(&["links", "0", "url"])));
    }

    #[test]
    fn half_of_a_surrogate_pair_and_a_number_without_a_value_stop_nothing() {
        let text = r#"{"a": "\ud83d", "b": 1e999, "c": [2]}"#;
        let places = Places::of(text);
        assert_eq!(&text[places.value(&path(&["b"]))], "1e999");
        assert_eq!(&text[places.value(&path(&["c", "0"]))], "2");
    }

    #[test]
    fn a_name_written_twice_is_found_at_its_second_place() {
        let text = r#"{"a": {"x": 1, "x": 2}, "b": {"x": 3}}"#;
        let places = Places::of(text);
        assert_eq!(places.repeated, [(path(&["a", "x"]), 15..18)]);
        assert_eq!(&text[places.value(&path(&["a", "x"]))], "2");
    }
}
