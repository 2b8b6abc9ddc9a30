//! What to write instead, in words.

use vitrine_lean::decimal;

use crate::suggest;

/// The property that was meant by another name, by a slip, or at another place.
pub fn meant(name: &str, known: &'static [&'static str]) -> String {
    let near = suggest::closest(name, &mut known.iter().copied());
    #[cfg(not(target_arch = "wasm32"))]
    let near = near.or_else(|| suggest::audience(name));
    if let Some(property) = near {
        return did_you_mean(Some(property));
    }
    match suggest::synonym(name, known) {
        Some(advice) => ["; ", &advice].concat(),
        None => ["; the properties here are ", &known.join(", ")].concat(),
    }
}

/// The word that was meant, if one is near.
pub fn did_you_mean(suggestion: Option<&str>) -> String {
    suggestion.map(|word| format!("; did you mean {word:?}?")).unwrap_or_default()
}

/// A number, unless it would print hundreds of digits.
pub fn shown(number: f64) -> String {
    if number.abs() < 1e15 { decimal::write(number) } else { "this number".to_owned() }
}

/// What is used instead, if anything is.
pub fn such_as(fixed: &str) -> String {
    if fixed.is_empty() { String::new() } else { format!(", such as {fixed:?}") }
}

/// The word that was meant, or all that there are.
pub fn one_of(word: &str, known: &[&'static str]) -> String {
    match suggest::closest(word, &mut known.iter().copied()) {
        Some(word) => did_you_mean(Some(word)),
        None => format!("; write one of {}", known.join(", ")),
    }
}

/// What follows on the first of some days, up to the verb.
pub fn others(count: usize) -> String {
    match count {
        0 | 1 => " is".to_owned(),
        2 => " and another day are".to_owned(),
        _ => format!(" and {} other days are", count - 1),
    }
}

/// Why no arrow leads to a boundary: its other end lies within, or nothing does.
pub(super) const fn no_end(inside: bool) -> &'static str {
    if inside { "its other end lies within" } else { "it holds nothing" }
}
