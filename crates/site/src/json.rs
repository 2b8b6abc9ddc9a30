//! Objects of JSON that hold only what there is.

use serde_json::{Map, Value};

use super::Publication;
use vitrine_model::{Markdown, TechId};

/// An object without the properties that have no value, are empty or hold nothing.
pub fn object<'a>(properties: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    let said = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(entries) => !entries.is_empty(),
        Value::Object(properties) => !properties.is_empty(),
        _ => true,
    };
    let properties = properties.into_iter().filter(|(_, value)| said(value));
    Value::Object(properties.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}

/// A text without its marks, if there is one.
pub fn plain(text: Option<&Markdown>) -> Value {
    text.map(Markdown::plain).into()
}

/// What technologies are called.
pub fn names(publication: &Publication<'_>, ids: &[TechId]) -> Value {
    ids.iter().map(|&id| publication.portfolio.technology(id).name.as_str()).collect()
}
