//! An object of a source, whose fields are taken one by one; what nobody took is told of.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::date::{self, When};
use crate::{Import, Value};

/// What is said of a source as a whole.
#[derive(Default)]
pub struct Notes {
    lines: RefCell<Vec<String>>,
    /// Fields that have no place in a portfolio, by where they are, and how often.
    unknown: RefCell<BTreeMap<String, usize>>,
}

impl Notes {
    /// Says something once.
    pub fn say(&self, line: impl Into<String>) {
        let line = line.into();
        let mut lines = self.lines.borrow_mut();
        if !lines.contains(&line) {
            lines.push(line);
        }
    }

    fn unknown(&self, place: String) {
        *self.unknown.borrow_mut().entry(place).or_default() += 1;
    }

    /// The portfolio with what was said of it.
    pub fn into_import(self, portfolio: Value) -> Import {
        let mut notes = self.lines.into_inner();
        let unknown = self.unknown.into_inner();
        if !unknown.is_empty() {
            let times = |(place, count): (String, usize)| if count > 1 { format!("{place} ({count})") } else { place };
            let list: Vec<String> = unknown.into_iter().map(times).collect();
            notes.push(format!("a portfolio has no place for {}", list.join(", ")));
        }
        Import { portfolio, notes }
    }
}

/// The fields of one object.
pub struct Fields<'a> {
    value: &'a Value,
    notes: &'a Notes,
    /// Where it is, such as `work[0]`.
    pub place: String,
    /// Where it is one of many, such as `work[]`.
    kind: String,
    taken: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    /// The fields of a value.
    pub fn new(value: &'a Value, kind: &str, place: String, notes: &'a Notes) -> Self {
        Self { value, notes, place, kind: kind.to_owned(), taken: RefCell::default() }
    }

    /// The first of these fields that says something.
    fn take(&self, names: &[&'static str]) -> Option<&'a Value> {
        self.taken.borrow_mut().extend(names);
        names.iter().find_map(|name| self.value.get(name).filter(|value| !value.is_empty()))
    }

    /// The text of the first of these fields that has one; numbers are texts, too, and so are lists of them.
    pub fn text(&self, names: &[&'static str]) -> Option<String> {
        let text = plain(self.take(names)?);
        if text.is_none() {
            self.notes.say(format!("{}.{} is no text and is left out", self.place, names[0]));
        }
        text.filter(|text| !text.is_empty())
    }

    /// The texts of a field: of a list, or one.
    pub fn texts(&self, names: &[&'static str]) -> Vec<String> {
        match self.take(names) {
            Some(Value::List(entries)) => {
                let texts: Vec<String> = entries.iter().filter_map(title).collect();
                if texts.len() < entries.iter().filter(|entry| !entry.is_empty()).count() {
                    self.notes
                        .say(format!("{}.{} has entries that are no text; they are left out", self.place, names[0]));
                }
                texts
            }
            Some(value) => title(value).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// The names in a field: a list of them, or one text with commas between.
    pub fn names(&self, names: &[&'static str]) -> Vec<String> {
        let is_text = self.take(names).is_some_and(|value| value.text().is_some());
        let texts = self.texts(names);
        if !is_text {
            return texts;
        }
        let split = texts.iter().flat_map(|text| text.split([',', ';', '\n'])).map(str::trim);
        split.filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// What a field says of a time.
    pub fn when(&self, names: &[&'static str]) -> When {
        let Some(text) = self.text(names) else { return When::Open };
        let when = date::month(&text);
        match &when {
            When::Unreadable(text) => {
                self.notes.say(format!("{}.{}: {text:?} is no date; mend it in the portfolio", self.place, names[0]));
            }
            When::At(read) if date::is_partly_read(&text) => {
                self.notes.say(format!("{}.{}: {text:?} is read as {read}", self.place, names[0]));
            }
            _ => {}
        }
        when
    }

    /// The address of a field.
    pub fn address(&self, names: &[&'static str]) -> Option<String> {
        let text = self.text(names)?;
        let address = address(&text);
        if address.is_none() {
            self.notes.say(format!("{}.{}: {text:?} is no address and is left out", self.place, names[0]));
        }
        address
    }

    /// Another object in a field.
    pub fn inner(&self, name: &'static str) -> Option<Fields<'a>> {
        let value = self.take(&[name])?;
        Some(Self::new(value, &format!("{}.{name}", self.kind), format!("{}.{name}", self.place), self.notes))
    }

    /// The text that stands where an object was to be.
    pub fn own_text(&self) -> Option<&'a str> {
        self.value.text().map(str::trim)
    }

    /// The objects in a list; a text in it is the field `main` of one.
    pub fn list(&self, names: &[&'static str], main: &'static str) -> Vec<Entry<'a>> {
        let name = names[0];
        let Some(value) = self.take(names) else { return Vec::new() };
        let entries = if let Value::List(entries) = value { entries.iter().collect() } else { vec![value] };
        let entry = |(index, value): (usize, &'a Value)| {
            let prefix = if self.place.is_empty() { String::new() } else { self.place.clone() + "." };
            let value = match value {
                Value::Object(_) => Held::There(value),
                other => Held::Made(Value::object([(main, title(other).into())])),
            };
            Entry {
                value,
                kind: format!("{prefix}{name}[]"),
                place: format!("{prefix}{name}[{index}]"),
                notes: self.notes,
            }
        };
        entries.into_iter().enumerate().filter(|(_, value)| !value.is_empty()).map(entry).collect()
    }

    /// Marks fields as known that mean nothing to a portfolio.
    pub fn pass(&self, names: &[&'static str]) {
        self.taken.borrow_mut().extend(names);
    }

    /// Says something of this object.
    pub fn say(&self, line: &str) {
        self.notes.say(format!("{} {line}", self.place));
    }
}

/// What nobody took is told of at the end.
impl Drop for Fields<'_> {
    fn drop(&mut self) {
        let taken = self.taken.borrow();
        let prefix = if self.kind.is_empty() { String::new() } else { self.kind.clone() + "." };
        for (name, _) in self.value.properties().iter().filter(|(_, value)| !value.is_empty()) {
            if !taken.contains(&name.as_str()) {
                self.notes.unknown(format!("{prefix}{name}"));
            }
        }
    }
}

/// An entry of a list, before its fields are taken.
pub struct Entry<'a> {
    value: Held<'a>,
    kind: String,
    place: String,
    notes: &'a Notes,
}

enum Held<'a> {
    There(&'a Value),
    Made(Value),
}

impl Entry<'_> {
    /// Its fields.
    pub fn fields(&self) -> Fields<'_> {
        let value = match &self.value {
            Held::There(value) => value,
            Held::Made(value) => value,
        };
        Fields::new(value, &self.kind, self.place.clone(), self.notes)
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::List(entries) => {
            let texts: Option<Vec<String>> = entries.iter().map(plain).collect();
            texts.map(|texts| texts.join(", "))
        }
        _ => None,
    }
}

/// A text, or that of an object which has a name.
fn title(value: &Value) -> Option<String> {
    let named = ["name", "title", "text", "summary", "description"].iter().find_map(|name| value.text_of(name));
    let text = plain(value).or_else(|| named.map(str::to_owned))?;
    Some(text).filter(|text| !text.is_empty())
}

/// The address that somebody means who leaves out `https://`; `None` of what is none, or leads nowhere that a page may.
pub fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let scheme = text.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        Some("https" | "http" | "mailto" | "tel") => Some(bare(text).replace(' ', "%20")),
        _ if text.contains("://") || text.chars().any(char::is_whitespace) => None,
        Some(scheme) if !scheme.contains('.') => None,
        _ if text.contains('@') && !text.contains('/') => Some(["mailto:", text].concat()),
        _ if text.split('/').next().is_some_and(|host| host.contains('.') && !host.starts_with('.')) => {
            Some(["https://", bare(text)].concat())
        }
        _ => None,
    }
}

/// An address of a whole site without the slash at its end, which means nothing.
fn bare(text: &str) -> &str {
    let place = text.split_once("://").map_or(text, |(_, place)| place);
    if place.ends_with('/') && place.matches('/').count() == 1 { text.trim_end_matches('/') } else { text }
}
