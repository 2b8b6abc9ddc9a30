//! Where in a JSON text each value is: a scanner that keeps byte offsets and nothing else.
//!
//! The text has been parsed before, so that the scanner need not complain: on anything it does not expect it stops.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

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
    /// Scans a text.
    pub fn of(text: &str) -> Self {
        let mut scanner = Scanner { text: text.as_bytes(), at: 0, path: Vec::new(), places: Self::default() };
        scanner.at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        scanner.value(None);
        scanner.places
    }

    /// The value at a path, or of the nearest place around it that is in the text.
    pub fn value(&self, path: &JsonPath) -> Range<usize> {
        let mut up = path.clone();
        loop {
            if let Some(place) = self.values.get(&up) {
                return place.value.clone();
            }
            if up.0.pop().is_none() {
                return 0..0;
            }
        }
    }

    /// The name of the property at a path, or its value where it has none.
    pub fn name(&self, path: &JsonPath) -> Range<usize> {
        self.values.get(path).and_then(|place| place.name.clone()).unwrap_or_else(|| self.value(path))
    }
}

struct Scanner<'a> {
    text: &'a [u8],
    at: usize,
    path: Vec<Segment>,
    places: Places,
}

impl Scanner<'_> {
    fn peek(&mut self) -> Option<u8> {
        while self.text.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        self.text.get(self.at).copied()
    }

    /// Scans a value; `None` when the text stops making sense.
    fn value(&mut self, name: Option<Range<usize>>) -> Option<()> {
        let first = self.peek()?;
        let start = self.at;
        match first {
            b'{' => self.object()?,
            b'[' => self.array()?,
            b'"' => {
                self.string()?;
            }
            _ => {
                let length =
                    self.text[start..].iter().take_while(|byte| !b",]}".contains(byte) && !byte.is_ascii_whitespace());
                self.at += length.count().max(1);
            }
        }
        let place = Place { name, value: start..self.at };
        let path = JsonPath(self.path.clone());
        // The last one of a name counts, as it does for the reader.
        self.places.values.insert(path, place);
        Some(())
    }

    fn object(&mut self) -> Option<()> {
        self.at += 1;
        let mut names = BTreeSet::new();
        while self.peek()? != b'}' {
            let start = self.at;
            let name = self.string()?;
            let quoted = start..self.at;
            (self.peek()? == b':').then_some(())?;
            self.at += 1;
            let first = names.insert(name.clone());
            self.path.push(Segment::Key(name));
            if !first {
                self.places.repeated.push((JsonPath(self.path.clone()), quoted.clone()));
            }
            self.value(Some(quoted))?;
            self.path.pop();
            if self.peek()? == b',' {
                self.at += 1;
            }
        }
        self.at += 1;
        Some(())
    }

    fn array(&mut self) -> Option<()> {
        self.at += 1;
        let mut index = 0;
        while self.peek()? != b']' {
            self.path.push(Segment::Index(index));
            self.value(None)?;
            self.path.pop();
            index += 1;
            if self.peek()? == b',' {
                self.at += 1;
            }
        }
        self.at += 1;
        Some(())
    }

    fn string(&mut self) -> Option<String> {
        let start = self.at;
        self.at += 1;
        while *self.text.get(self.at)? != b'"' {
            self.at += if self.text[self.at] == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
        let quoted = self.text.get(start..self.at)?;
        Some(serde_json::from_slice(quoted).unwrap_or_else(|_| String::from_utf8_lossy(quoted).into_owned()))
    }
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
    fn a_name_written_twice_is_found_at_its_second_place() {
        let text = r#"{"a": {"x": 1, "x": 2}, "b": {"x": 3}}"#;
        let places = Places::of(text);
        assert_eq!(places.repeated, [(path(&["a", "x"]), 15..18)]);
        assert_eq!(&text[places.value(&path(&["a", "x"]))], "2");
    }
}
