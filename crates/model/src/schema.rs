//! The JSON Schema of `portfolio.json`, for editors: made from the mirror and its documentation.

mod choice;
mod guide;

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::document::{
    CategoryDoc, DateDoc, Document, FigureDoc, LanguageDoc, MonthsDoc, OBJECTS, VersionDoc, WordsDoc,
};
use super::fit::EVERYWHERE;
use super::list::List;
use super::shape::{Fields, Shape};
use super::version::VERSION;
pub use choice::Words;
pub use guide::fields;

/// What technologies are often sorted by; a category may be any word.
const CATEGORIES: [&str; 10] = [
    "language",
    "framework",
    "database",
    "messaging",
    "cloud",
    "infrastructure",
    "delivery",
    "observability",
    "security",
    "practice",
];

/// The schema as text, the same on every run.
pub fn schema() -> String {
    let generator = SchemaSettings::draft07().into_generator();
    let mut schema = generator.into_root_schema_for::<Document>();
    // A name, not an address: editors find the file by a portfolio's "$schema".
    schema.insert("$id".to_owned(), format!("urn:vitrine:portfolio:{VERSION}").into());
    schema.insert("title".to_owned(), format!("A portfolio of Vitrine, format {VERSION}").into());
    if let Some(Value::Object(definitions)) = schema.get_mut("definitions") {
        for (name, fields) in OBJECTS {
            if let Some(definition) = definitions.get_mut(*name) {
                shorten(definition, fields);
                translate(definition.get_mut("properties"), fields);
                limit(definition);
            }
        }
        definitions.insert(BY_LANGUAGE.to_owned(), by_language());
    }
    // The file has texts of its own.
    translate(schema.get_mut("properties"), Document::FIELDS);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// What a text in several languages is called among the definitions.
const BY_LANGUAGE: &str = "TextByLanguage";

fn by_language() -> Value {
    json!({
        "description": "A text in each of the languages that `language` lists, by their tags.",
        "type": "object",
        "propertyNames": { "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$" },
        "additionalProperties": { "type": "string" },
        "minProperties": 1
    })
}

/// Lets those properties of an object that are texts be written in several languages.
fn translate(properties: Option<&mut Value>, fields: &Fields) {
    let Some(properties) = properties else { return };
    for name in fields.names.iter().filter(|name| **name != "id") {
        let is_text = fields.field(name).is_some_and(|field| match field.shape {
            Shape::Text | Shape::Figure => true,
            Shape::List(of) => matches!(of(), Shape::Text),
            _ => false,
        });
        if let Some(property) = properties.get_mut(name).filter(|_| is_text) {
            add_languages(property);
        }
    }
}

/// The same in a schema of texts, of a list of texts or of either.
fn add_languages(schema: &mut Value) {
    if let Some(ways) = schema.get_mut("anyOf").and_then(Value::as_array_mut) {
        ways.iter_mut().for_each(add_languages);
    } else if let Some(items) = schema.get_mut("items") {
        add_languages(items);
    } else if schema.get("oneOf").is_none()
        && let Some(object) = schema.as_object_mut()
        && let Some(own) = object.remove("type")
    {
        object.insert("anyOf".to_owned(), json!([{ "type": own }, { "$ref": format!("#/definitions/{BY_LANGUAGE}") }]));
    }
}

/// Lets an object say for whom it is.
fn limit(definition: &mut Value) {
    let Some(properties) = definition.get_mut("properties").and_then(Value::as_object_mut) else { return };
    let [private, audience] = EVERYWHERE;
    let text = json!({ "type": "string" });
    properties
        .insert(private.to_owned(), json!({ "description": "`true` keeps it out of every site.", "type": "boolean" }));
    let words = "Names of those that it is for: it is only on sites that are built for one of them, `vitrine build --for NAME`.";
    let names = json!({ "description": words, "anyOf": [{ "type": "array", "items": text.clone() }, text] });
    properties.insert(audience.to_owned(), names);
}

/// Lets an object be written as the text, number or list that the reader takes for it.
fn shorten(definition: &mut Value, fields: &Fields) {
    let mut types = vec!["object"];
    types.extend(fields.short.or(fields.list).map(|_| "string"));
    types.extend(fields.short.filter(|short| fields.is_date(short)).map(|_| "integer"));
    types.extend(fields.list.map(|_| "array"));
    if types.len() == 1 {
        return;
    }
    definition["type"] = types.into();
    // What the words of a text are is known where they are few.
    let text = fields.short.map(|short| &definition["properties"][short]);
    if let Some(choice) = text.filter(|text| text.get("oneOf").is_some()).cloned() {
        definition["anyOf"] = json!([{ "type": "object" }, choice]);
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (list, one) = (Vec::<T>::json_schema(generator), generator.subschema_for::<T>());
        // One thing where a list is meant is a list of one.
        json_schema!({ "anyOf": [list, one] })
    }
}

/// Types of the mirror that are no object, each with its schema.
macro_rules! plain {
    ($($doc:ident $name:literal $schema:tt)*) => {$(
        impl JsonSchema for $doc {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

plain! {
    FigureDoc "Figure" { "type": ["string", "number"] }
    DateDoc "Date" { "type": ["string", "integer"], "examples": ["2023-10", "2023", "2023-10-24", "2020-2022", "present"] }
    VersionDoc "Version" { "type": ["string", "integer"], "examples": [VERSION] }
    MonthsDoc "Months" { "type": "integer", "enum": [3, 6, 12] }
    LanguageDoc "Language" { "type": "string", "examples": ["en", "de", "fr", "es", "pt-BR", "hi", "ja", "zh-Hans", "ar"] }
    WordsDoc "Words" {
        "type": "object",
        "additionalProperties": {
            "anyOf": [
                { "type": "string" },
                { "type": "array", "items": { "type": "string" } },
                { "type": "object", "additionalProperties": { "type": "string" } }
            ]
        }
    }
    CategoryDoc "Category" { "type": "string", "examples": CATEGORIES }
}
