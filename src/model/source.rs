//! A serde deserializer over [`Json`] whose errors are a place and a kind, and which notes unknown and repeated
//! properties without failing.

use std::cell::RefCell;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, Expected, IntoDeserializer, Unexpected, Visitor};

use super::json::Json;
use super::json_path::{At, JsonPath, path_of};
use super::problem::{Problem, ProblemKind};

/// A value to decode, and where it is.
#[derive(Clone, Copy)]
pub struct Source<'a, 'de> {
    /// What is decoded.
    pub json: &'de Json,
    /// Where it is; `None` is the whole file.
    pub at: Option<&'a At<'a>>,
    /// Receives what is odd and loses nothing.
    pub notes: &'a RefCell<Vec<Problem>>,
}

/// Why a value could not be decoded.
#[derive(Debug)]
pub struct Fault(pub Box<(Option<JsonPath>, ProblemKind)>);

impl Fault {
    fn new(kind: ProblemKind) -> Self {
        Self(Box::new((None, kind)))
    }

    /// Says what was found there, in our words rather than serde's.
    fn found(mut self, json: &Json) -> Self {
        if let (None, ProblemKind::WrongType { found, .. }) = &mut *self.0 {
            *found = json.to_string();
        }
        self
    }

    /// Says where, unless an inner place was said already.
    fn at(mut self, at: Option<&At>) -> Self {
        self.0.0.get_or_insert_with(|| path_of(at));
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.1.fmt(f)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(ProblemKind::WrongType { expected: message.to_string(), found: "something else".to_owned() })
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(ProblemKind::Missing { property: field })
    }

    fn invalid_type(found: Unexpected, expected: &dyn Expected) -> Self {
        Self::new(ProblemKind::WrongType { expected: expected.to_string(), found: found.to_string() })
    }
}

impl Source<'_, '_> {
    /// The fault of being something else than what a field takes.
    fn wrong(&self, expected: &str) -> Fault {
        let kind = ProblemKind::WrongType { expected: expected.to_owned(), found: self.json.to_string() };
        Fault::new(kind).at(self.at)
    }
}

impl<'de> Deserializer<'de> for Source<'_, 'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.json {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Number(number) => visitor.visit_f64(*number),
            Json::Text(text) => visitor.visit_str(text),
            Json::Array(entries) => visitor.visit_seq(Entries { rest: entries.iter(), source: self }),
            Json::Object(_) => self.deserialize_map(visitor),
        }
        .map_err(|fault| fault.found(self.json).at(self.at))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Json::Bool(value) = self.json else { return Err(self.wrong("true or false")) };
        visitor.visit_bool(*value)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.json {
            Json::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number) => {
                visitor.visit_u32(*number as u32)
            }
            _ => Err(self.wrong("a whole number from 0 up")),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Json::Number(number) = self.json else { return Err(self.wrong("a number")) };
        visitor.visit_f64(*number)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Json::Text(text) = self.json else { return Err(self.wrong("a text")) };
        visitor.visit_str(text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.json {
            Json::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Json::Array(entries) = self.json else { return Err(self.wrong("a list")) };
        visitor.visit_seq(Entries { rest: entries.iter(), source: self })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Json::Object(entries) = self.json else { return Err(self.wrong("an object")) };
        let entries = entries.iter().map(|(key, value)| (key.as_str(), value)).collect();
        visitor.visit_map(Properties { entries, next: 0, source: self })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let entries = self.known(fields)?;
        visitor.visit_map(Properties { entries, next: 0, source: self }).map_err(|fault| fault.at(self.at))
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 char bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct enum identifier ignored_any
    }
}

impl<'de> Source<'_, 'de> {
    /// The properties a struct has a field for and that are not null, each once; notes the others. Of a property
    /// written twice the last one counts, as in a browser's `JSON.parse`.
    fn known(self, fields: &'static [&'static str]) -> Result<Vec<(&'de str, &'de Json)>, Fault> {
        let Json::Object(entries) = self.json else { return Err(self.wrong("an object")) };
        let mut known: Vec<(&str, &Json)> = Vec::with_capacity(fields.len());
        for (key, value) in entries {
            if !fields.contains(&key.as_str()) {
                self.note(key, ProblemKind::UnknownProperty { name: key.clone(), known: fields });
            } else if let Some(first) = known.iter_mut().find(|(name, _)| name == key) {
                self.note(key, ProblemKind::RepeatedProperty);
                first.1 = value;
            } else {
                known.push((key, value));
            }
        }
        known.retain(|(_, value)| **value != Json::Null);
        Ok(known)
    }

    fn note(self, key: &str, kind: ProblemKind) {
        let mut notes = self.notes.borrow_mut();
        // The report is cut off there anyway, and a file may hold a million of them.
        if notes.len() <= Problem::MOST {
            let path = At::below(self.at, key).path();
            notes.push(Problem { path, kind });
        }
    }
}

struct Entries<'a, 'de> {
    rest: std::slice::Iter<'de, Json>,
    source: Source<'a, 'de>,
}

impl<'de> de::SeqAccess<'de> for Entries<'_, 'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        self.rest.next().map(|json| seed.deserialize(Source { json, ..self.source })).transpose()
    }
}

struct Properties<'a, 'de> {
    entries: Vec<(&'de str, &'de Json)>,
    next: usize,
    source: Source<'a, 'de>,
}

impl<'de> de::MapAccess<'de> for Properties<'_, 'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some((key, _)) = self.entries.get(self.next) else { return Ok(None) };
        let key: StrDeserializer<'de, Fault> = (*key).into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Fault> {
        let (key, json) = self.entries[self.next];
        self.next += 1;
        let at = At::below(self.source.at, key);
        seed.deserialize(Source { json, at: Some(&at), notes: self.source.notes }).map_err(|fault| fault.at(Some(&at)))
    }
}
