//! An object of the file whose properties fit, while it is turned into what it promises.

use vitrine_lean::decimal;

use super::json::Json;
use super::json_path::{At, JsonPath, path_of};
use super::shape::{Fields, Shape};

/// The properties of an object that are left to take, and where it is. Each is taken by the name it has in the file.
pub struct Doc<'a> {
    at: Option<&'a At<'a>>,
    fields: &'static Fields,
    properties: Vec<(String, Json)>,
}

impl<'a> Doc<'a> {
    /// Of an object that was fitted to these fields; `None` is the place of the whole file.
    pub fn new(json: Json, fields: &'static Fields, at: Option<&'a At<'a>>) -> Self {
        let properties = if let Json::Object(properties) = json { properties } else { Vec::new() };
        Self { at, fields, properties }
    }

    /// Where it is, as a value.
    pub fn here(&self) -> JsonPath {
        path_of(self.at)
    }

    /// Where a property of it is.
    pub fn at<'k>(&self, name: &'k str) -> At<'k>
    where
        'a: 'k,
    {
        At::below(self.at, name)
    }

    /// Where a property of it is, as a value.
    pub fn path(&self, name: &str) -> JsonPath {
        self.at(name).path()
    }

    /// Whether the file has this property.
    pub fn has(&self, name: &str) -> bool {
        self.properties.iter().any(|(key, _)| key == name)
    }

    /// The texts that the objects of a list have under a name.
    pub fn each_text(&self, list: &str, name: &str) -> Vec<String> {
        let list = self.properties.iter().find(|(key, _)| key == list);
        let Some((_, Json::Array(entries))) = list else { return Vec::new() };
        let text = |entry: &Json| match entry {
            Json::Object(properties) => properties.iter().find_map(|(key, value)| match value {
                Json::Text(text) if key == name => Some(text.clone()),
                _ => None,
            }),
            _ => None,
        };
        entries.iter().filter_map(text).collect()
    }

    /// What a property takes.
    pub fn shape(&self, name: &str) -> Shape {
        let field = self.fields.field(name);
        debug_assert!(field.is_some(), "the format has no {name:?} beside {:?}", self.fields.names);
        field.map_or(Shape::Flag, |field| field.shape)
    }

    /// Takes a property; null when the file has none.
    pub fn take(&mut self, name: &str) -> Json {
        let property = self.properties.iter_mut().find(|(key, _)| key == name);
        property.map_or(Json::Null, |(_, value)| std::mem::replace(value, Json::Null))
    }

    /// Takes a text.
    pub fn text(&mut self, name: &str) -> Option<String> {
        debug_assert!(matches!(self.shape(name), Shape::Text | Shape::Figure), "{name:?} is no text");
        if let Json::Text(text) = self.take(name) { Some(text) } else { None }
    }

    /// Takes a date as it is written; of a number its digits.
    pub fn date(&mut self, name: &str) -> Option<String> {
        debug_assert!(matches!(self.shape(name), Shape::Date), "{name:?} is no date");
        match self.take(name) {
            Json::Text(text) => Some(text),
            Json::Number(number) => Some(decimal::write(number)),
            _ => None,
        }
    }

    /// Takes a number.
    pub fn number(&mut self, name: &str) -> Option<f64> {
        debug_assert!(matches!(self.shape(name), Shape::Number | Shape::Whole), "{name:?} is no number");
        if let Json::Number(number) = self.take(name) { Some(number) } else { None }
    }

    /// Takes a flag.
    pub fn flag(&mut self, name: &str) -> Option<bool> {
        debug_assert!(matches!(self.shape(name), Shape::Flag), "{name:?} is no flag");
        if let Json::Bool(flag) = self.take(name) { Some(flag) } else { None }
    }

    /// Takes an object; `at` is where it is.
    pub fn part<'p>(&mut self, name: &str, at: &'p At<'p>) -> Option<Doc<'p>> {
        match (self.take(name), self.shape(name)) {
            (json @ Json::Object(_), Shape::Object(fields)) => Some(Doc::new(json, fields, Some(at))),
            _ => None,
        }
    }
}
