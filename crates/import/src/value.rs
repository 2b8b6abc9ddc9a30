//! JSON whose properties keep their order.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::Number;

/// How long a line of a file is at most, if it can be broken.
const LINE: usize = 100;

/// How a text is laid out: what its lines begin with, what they are indented by, and how they end.
pub(crate) struct Layout<'a> {
    pub start: &'a str,
    pub step: &'a str,
    pub end: &'a str,
}

/// A JSON value. Two objects with the same properties are equal, whatever their order.
#[derive(Debug, Clone, Default)]
pub enum Value {
    /// `null`: nothing.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Properties in order.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// An object of those properties that say something.
    pub fn object<'a>(properties: impl IntoIterator<Item = (&'a str, Value)>) -> Self {
        let said = properties.into_iter().filter(|(_, value)| !value.is_empty());
        Self::Object(said.map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// Whether it says nothing: `null`, an empty text, list or object.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.is_empty(),
            Self::List(entries) => entries.is_empty(),
            Self::Object(properties) => properties.is_empty(),
            Self::Bool(_) | Self::Number(_) => false,
        }
    }

    /// A property of an object; of one written twice the last counts.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.properties().iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The value at the end of a path of properties.
    pub fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |value, name| value.get(name))
    }

    /// Its properties; none of what is no object.
    pub fn properties(&self) -> &[(String, Self)] {
        if let Self::Object(properties) = self { properties } else { &[] }
    }

    /// Its entries; none of what is no list.
    pub fn entries(&self) -> &[Self] {
        if let Self::List(entries) = self { entries } else { &[] }
    }

    /// The text that it is.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// A property that is a text of more than spaces, without those around it.
    pub fn text_of(&self, name: &str) -> Option<&str> {
        self.get(name)?.text().map(str::trim).filter(|text| !text.is_empty())
    }

    /// The entries of a property that is a list.
    pub fn list_of(&self, name: &str) -> &[Self] {
        self.get(name).map_or(&[], Self::entries)
    }

    /// Gives an object a property, in place of one that is there.
    pub fn set(&mut self, name: &str, value: Self) {
        if let Self::Object(properties) = self {
            match properties.iter_mut().rev().find(|(key, _)| key == name) {
                Some((_, old)) => *old = value,
                None => properties.push((name.to_owned(), value)),
            }
        }
    }

    /// As a file has it: indented by two spaces, with what is short and holds nothing further in one line.
    pub fn file(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, &Layout { start: "", step: "  ", end: "\n" }, 0);
        text + "\n"
    }

    /// As a file has it in a place with a layout of its own.
    pub(crate) fn laid_out(&self, layout: &Layout<'_>) -> String {
        let mut text = String::new();
        self.write(&mut text, layout, 0);
        text
    }

    fn write(&self, to: &mut String, layout: &Layout<'_>, indent: usize) {
        let has_more = |value: &Self| matches!(value, Self::List(_) | Self::Object(_)) && !value.is_empty();
        let (open, close, inner) = match self {
            Self::List(entries) if !entries.is_empty() => {
                ('[', ']', entries.iter().map(|value| (None, value)).collect())
            }
            Self::Object(properties) if !properties.is_empty() => {
                ('{', '}', properties.iter().map(|(name, value)| (Some(name), value)).collect::<Vec<_>>())
            }
            _ => return to.push_str(&self.to_string()),
        };
        let inner = inner.into_iter().map(|(name, value)| {
            let mut text = name.map(|name| Self::from(name.as_str()).to_string() + ": ").unwrap_or_default();
            value.write(&mut text, layout, indent + 1);
            (text, has_more(value))
        });
        let inner: Vec<(String, bool)> = inner.collect();
        let length: usize = inner.iter().map(|(text, _)| text.len() + 2).sum();
        let is_short = length + layout.start.len() + layout.step.len() * indent < LINE
            && inner.iter().all(|(_, has_more)| !has_more);
        let space = if open == '{' { " " } else { "" };
        let (start, between, end) = if is_short {
            (space.to_owned(), ", ".to_owned(), space.to_owned())
        } else {
            let line = |indent| [layout.end, layout.start, &layout.step.repeat(indent)].concat();
            (line(indent + 1), ",".to_owned() + &line(indent + 1), line(indent))
        };
        to.push(open);
        to.push_str(&start);
        to.push_str(&inner.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join(&between));
        to.push_str(&end);
        to.push(close);
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(one), Self::Bool(other)) => one == other,
            (Self::Number(one), Self::Number(other)) => one == other || one.as_f64() == other.as_f64(),
            (Self::Text(one), Self::Text(other)) => one == other,
            (Self::List(one), Self::List(other)) => one == other,
            (Self::Object(one), Self::Object(others)) => {
                one.len() == others.len() && one.iter().all(|(name, value)| other.get(name) == Some(value))
            }
            _ => false,
        }
    }
}

/// In one line.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).unwrap_or_default())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number.into())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Value>> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        Self::List(entries.into_iter().map(Into::into).collect())
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(entries) => entries.serialize(serializer),
            Self::Object(properties) => {
                let mut map = serializer.serialize_map(Some(properties.len()))?;
                for (name, value) in properties {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Whatever;
        impl<'de> Visitor<'de> for Whatever {
            type Value = Value;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }
            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }
            fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
                Ok(Value::Bool(value))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
                Ok(Value::Number(number.into()))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
                Ok(Value::Number(number.into()))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
                Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
            }
            fn visit_str<E>(self, text: &str) -> Result<Value, E> {
                Ok(Value::Text(text.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
                let mut list = Vec::new();
                while let Some(entry) = entries.next_element()? {
                    list.push(entry);
                }
                Ok(Value::List(list))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
                let mut properties = Vec::new();
                while let Some(entry) = entries.next_entry()? {
                    properties.push(entry);
                }
                Ok(Value::Object(properties))
            }
        }
        deserializer.deserialize_any(Whatever)
    }
}
