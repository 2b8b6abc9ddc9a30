//! JSON as people keep it: with comments, with commas at the ends of lists, and with the mark that some editors put ahead of a text.

use jsonc_parser::{ParseOptions, ast, parse_to_ast};

use crate::{ImportError, Value};

/// How a file of a person's is JSON.
pub(crate) const OPTIONS: ParseOptions = ParseOptions {
    allow_comments: true,
    allow_trailing_commas: true,
    allow_loose_object_property_names: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_extended_string_escapes: false,
    allow_non_finite_numbers: false,
};
/// Objects and lists within each other beyond this are no document of a person's.
const DEEPEST: usize = 100;

/// Reads JSON, and says what of the text is none; `what` is what the text is called.
///
/// # Errors
/// When it can't be told what is meant.
pub fn read(text: &str, what: &str) -> Result<(Value, Vec<String>), ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    let strict = match serde_json::from_str(text) {
        Ok(value) => return Ok((value, Vec::new())),
        Err(error) => error,
    };
    if text.trim().is_empty() {
        return Err(ImportError(format!("{what} is empty")));
    }
    let fault = || ImportError(format!("{what} is not JSON: {strict}"));
    if is_too_deep(text) {
        return Err(fault());
    }
    let parses = |options: &ParseOptions| parse_to_ast(text, &jsonc_parser::CollectOptions::default(), options).is_ok();
    let tree = parse_to_ast(text, &jsonc_parser::CollectOptions::default(), &OPTIONS);
    let value = tree.map_err(|_| fault())?.value.map(value).ok_or_else(fault)?;
    let mut notes = Vec::new();
    if !parses(&ParseOptions { allow_comments: false, ..OPTIONS }) {
        notes.push(format!("{what} has comments, which are passed over"));
    }
    if !parses(&ParseOptions { allow_trailing_commas: false, ..OPTIONS }) {
        notes.push(format!("{what} has commas at the ends of lists, which are passed over"));
    }
    Ok((value, notes))
}

/// Reads what a program has written.
///
/// # Errors
/// When it is no JSON.
pub fn read_strict(text: &str, what: &str) -> Result<Value, ImportError> {
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| ImportError(format!("{what} is not JSON: {error}")))
}

/// Whether a text is nested so deep that nobody has written it.
pub(crate) fn is_too_deep(text: &str) -> bool {
    depth(text) > DEEPEST
}

/// How deep brackets lie within each other.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut quoted, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

fn value(node: ast::Value<'_>) -> Value {
    match node {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(flag) => Value::Bool(flag.value),
        ast::Value::NumberLit(number) => serde_json::from_str(number.value).unwrap_or_default(),
        ast::Value::StringLit(text) => Value::Text(text.value.into_owned()),
        ast::Value::Array(list) => Value::List(list.elements.into_iter().map(value).collect()),
        ast::Value::Object(object) => Value::Object(
            object.properties.into_iter().map(|entry| (entry.name.into_string(), value(entry.value))).collect(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_json_is_told_and_what_is_meant_is_read() {
        for (text, told) in [
            ("\u{feff}{\"a\": [1]}", ""),
            ("{\"a\": [1,],}", "commas"),
            ("// mine\n{\"a\": /* one */ [1]}", "comments"),
            ("{\"a\": [1,], // x\n}", "comments commas"),
        ] {
            let (value, notes) = read(text, "it").unwrap();
            assert_eq!(value.list_of("a").len(), 1, "{text}");
            assert_eq!(notes.len(), told.split_whitespace().count(), "{notes:?}");
            assert!(told.split_whitespace().all(|word| notes.iter().any(|note| note.contains(word))), "{notes:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_where() {
        for (text, said) in [
            ("", "it is empty"),
            ("{\"a\": ]", "line 1 column 7"),
            ("{'a': 1}", "line 1 column 2"),
            (&"[".repeat(100_000), "not JSON"),
        ] {
            let error = read(text, "it").unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
