//! The languages of a file, and which of them it is read in.

use vitrine_lean::decimal;
use vitrine_words::Words;

use super::json::Json;
use super::json_path::{At, JsonPath, path_of};
use super::portfolio::Portfolio;

/// What language a file is in that names none.
pub const USUAL: &str = "en";

/// What a file is read in.
#[derive(Debug, Clone, Default)]
pub struct Speech {
    /// The language whose texts count, by tag; else the first that the file names.
    pub language: Option<String>,
    /// What pages say themselves; else that of the language.
    pub words: Option<Words>,
}

/// The same once the file is known.
#[derive(Debug, Clone, Default)]
pub struct Heard {
    /// All languages of the file, by tag, as it has them.
    pub languages: Vec<String>,
    /// Position of the one it is read in.
    pub at: usize,
    /// What pages say themselves.
    pub words: Words,
    /// What is wrong with what the file says in place of that, by the key of the message.
    #[cfg(not(target_arch = "wasm32"))]
    pub faults: Vec<(String, vitrine_words::Fault)>,
}

impl Speech {
    /// What it comes to with a file.
    pub fn heard_in(self, file: &Json) -> Heard {
        let languages = languages(file);
        let asked = |asked: &String| languages.iter().position(|language| language == asked);
        let at = self.language.as_ref().and_then(asked).unwrap_or_default();
        #[cfg(not(target_arch = "wasm32"))]
        {
            let (words, faults) = Words::of(&languages[at], &own(file, &languages, at));
            Heard { languages, at, words: self.words.unwrap_or(words), faults }
        }
        // Where a page reads a file, its own words count.
        #[cfg(target_arch = "wasm32")]
        Heard { languages, at, words: self.words.unwrap_or_default() }
    }
}

impl Heard {
    /// That of a portfolio that has been read.
    pub fn of(portfolio: &Portfolio) -> Self {
        let at = portfolio.languages.iter().position(|language| *language == portfolio.language).unwrap_or_default();
        Self {
            languages: portfolio.languages.clone(),
            at,
            words: portfolio.words,
            #[cfg(not(target_arch = "wasm32"))]
            faults: Vec::new(),
        }
    }

    /// The language it is read in.
    pub fn language(&self) -> &str {
        self.languages.get(self.at).map_or(USUAL, String::as_str)
    }

    /// The text of an object that has one a language: that of the language it is read in, else of the first of the file's that
    /// it has, in which addresses are. `None` of an object that has something else.
    pub fn text(&self, properties: &[(String, Json)], is_address: bool) -> Option<Json> {
        if !is_by_language(properties, &self.languages) {
            return None;
        }
        let own = self.languages.get(self.at).filter(|_| !is_address).and_then(|language| of(properties, language));
        own.or_else(|| self.first(properties)).or_else(|| properties.first().map(|(_, text)| text.clone()))
    }

    /// The same in the first of the file's languages that it has.
    fn first(&self, properties: &[(String, Json)]) -> Option<Json> {
        self.languages.iter().find_map(|language| of(properties, language))
    }

    /// What is to be remembered of such an object where it is read in another language than the first.
    pub fn translated(&self, properties: &[(String, Json)], at: Option<&At>) -> Option<Translated> {
        let original = match self.first(properties).filter(|_| self.at > 0)? {
            Json::Text(text) => text,
            Json::Number(number) => decimal::write(number),
            _ => return None,
        };
        Some(Translated { path: path_of(at), original })
    }
}

/// Whether an object has something for each of some languages, and nothing else.
fn is_by_language(properties: &[(String, Json)], languages: &[String]) -> bool {
    let is_listed = |(key, _): &(String, Json)| languages.iter().any(|language| is_same(language, key));
    !properties.is_empty() && properties.iter().all(is_listed)
}

/// The text of one language among some, unless it says nothing.
fn of(properties: &[(String, Json)], language: &str) -> Option<Json> {
    let says_something =
        |text: &Json| !matches!(text, Json::Null) && !matches!(text, Json::Text(text) if text.trim().is_empty());
    let text = properties.iter().find(|(key, _)| is_same(key, language)).map(|(_, text)| text);
    text.filter(|text| says_something(text)).cloned()
}

/// Whether two tags are those of one language, however they are spelt (RFC 5646, § 2.1.1).
pub fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// A text that is read in another language than the file's first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translated {
    /// Where its object is.
    pub path: JsonPath,
    /// In the first language that has it.
    pub original: String,
}

/// Whether these look like texts by language, whatever languages the file lists.
pub fn could_be_text(properties: &[(String, Json)]) -> bool {
    let is_text = |(key, value): &(String, Json)| is_tag(key) && matches!(value, Json::Text(_));
    properties.iter().all(is_text) && properties.iter().any(|(key, _)| key.len() == 2)
}

/// The property that says the languages.
pub const LANGUAGE: &str = "language";

/// The tags that a file has, as far as they are texts, each once; never empty.
fn languages(file: &Json) -> Vec<String> {
    let entries = match property(file, LANGUAGE) {
        Some(Json::Array(entries)) => entries.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let mut languages: Vec<String> = Vec::new();
    for entry in entries {
        if let Json::Text(text) = entry
            && is_tag(text.trim())
            && !languages.iter().any(|known| is_same(known, text.trim()))
        {
            languages.push(text.trim().to_owned());
        }
    }
    if languages.is_empty() {
        languages.push(USUAL.to_owned());
    }
    languages
}

/// Whether a text is a language tag: letters for the language, then parts of letters and digits.
///
/// Source: RFC 5646, § 2.1, without tags that name no language by its code.
pub fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The property of this name that counts.
fn property<'a>(file: &'a Json, name: &str) -> Option<&'a Json> {
    let Json::Object(properties) = file else { return None };
    properties.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
}

/// What a file says in place of the words of one of its languages. A message may be an object by language, too; one that lacks that
/// language stays as it is.
#[cfg(not(target_arch = "wasm32"))]
fn own(file: &Json, languages: &[String], at: usize) -> serde_json::Map<String, serde_json::Value> {
    let Some(Json::Object(messages)) = property(file, "words") else { return serde_json::Map::new() };
    let message = |(key, message): &(String, Json)| match message {
        Json::Object(by) if is_by_language(by, languages) => {
            let own = by.iter().find(|(key, _)| is_same(key, &languages[at]));
            own.map(|(_, own)| (key.clone(), value(own)))
        }
        message => Some((key.clone(), value(message))),
    };
    messages.iter().filter_map(message).collect()
}

/// A value as another crate has it.
#[cfg(not(target_arch = "wasm32"))]
fn value(json: &Json) -> serde_json::Value {
    use serde_json::Value;
    match json {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::from(*flag),
        Json::Number(number) => Value::from(*number),
        Json::Text(text) => Value::from(text.as_str()),
        Json::Array(entries) => entries.iter().map(value).collect(),
        Json::Object(properties) => {
            Value::Object(properties.iter().map(|(name, json)| (name.clone(), value(json))).collect())
        }
    }
}
