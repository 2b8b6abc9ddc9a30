//! Languages that nobody speaks, for finding what a language breaks: `en-XA` is English with accents and a third longer, `ar-XB` the
//! same from right to left.
//!
//! Source: Unicode CLDR, "Pseudo-locales".

use serde_json::{Map, Value};

/// Whether a tag is one of them.
pub fn is_one(language: &str) -> bool {
    ["en-XA", "ar-XB"].iter().any(|pseudo| language.eq_ignore_ascii_case(pseudo))
}

/// The words of one, made of English ones.
pub fn file(language: &str, english: &Map<String, Value>) -> Option<Map<String, Value>> {
    if !is_one(language) {
        return None;
    }
    let is_rtl = language.eq_ignore_ascii_case("ar-XB");
    let mut made = Map::new();
    for (key, message) in english {
        let value = match key.as_str() {
            key if key.starts_with("format.") || key.starts_with("list.") => message.clone(),
            _ => each(message, is_rtl),
        };
        made.insert(key.clone(), value);
    }
    Some(made)
}

fn each(message: &Value, is_rtl: bool) -> Value {
    match message {
        Value::String(text) => Value::from(accented(text, is_rtl)),
        Value::Array(entries) => entries.iter().map(|entry| each(entry, is_rtl)).collect(),
        Value::Object(forms) => {
            Value::Object(forms.iter().map(|(name, form)| (name.clone(), each(form, is_rtl))).collect())
        }
        other => other.clone(),
    }
}

/// A text with accents, brackets at its ends and vowels twice; or in letters that are written from right to left. Slots stay.
fn accented(text: &str, is_rtl: bool) -> String {
    let mut made = String::new();
    let mut is_slot = false;
    for c in text.chars() {
        is_slot = c == '{' || (is_slot && c != '}');
        match c {
            _ if is_slot || c == '}' => made.push(c),
            c if is_rtl && c.is_ascii_alphabetic() => {
                // Letters of one sort for small and capital ones.
                let at = u32::from(c.to_ascii_lowercase()) - u32::from('a');
                made.extend(char::from_u32(0x5d0 + at % 27));
            }
            c => {
                let accented = ACCENTED.iter().find(|(plain, _)| *plain == c).map_or(c, |(_, accented)| *accented);
                made.push(accented);
                if "aeiou".contains(c) {
                    made.push(accented);
                }
            }
        }
    }
    if is_rtl { made } else { ["[", &made, "]"].concat() }
}

const ACCENTED: [(char, char); 20] = [
    ('a', 'å'),
    ('e', 'é'),
    ('i', 'î'),
    ('o', 'ö'),
    ('u', 'û'),
    ('c', 'ç'),
    ('n', 'ñ'),
    ('s', 'š'),
    ('y', 'ý'),
    ('z', 'ž'),
    ('A', 'Å'),
    ('E', 'É'),
    ('I', 'Î'),
    ('O', 'Ö'),
    ('U', 'Û'),
    ('C', 'Ç'),
    ('N', 'Ñ'),
    ('S', 'Š'),
    ('L', 'Ł'),
    ('D', 'Ð'),
];
