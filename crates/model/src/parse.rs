//! Text to JSON, or the reason why there is none.

mod mend;

#[cfg(not(target_arch = "wasm32"))]
pub use mend::rewrite as mended;

use serde_json::error::Category;

use super::MAX_BYTES;
use super::json::Json;
use super::read_error::ReadError;

/// The object a file holds. A byte order mark before it does no harm.
pub fn object(text: &str) -> Result<Json, ReadError> {
    if text.len() > MAX_BYTES {
        return Err(ReadError::TooLarge { bytes: text.len() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = text.trim_start();
    if start.is_empty() {
        return Err(ReadError::Empty);
    }
    if start.starts_with('<') {
        return Err(ReadError::WebPage);
    }
    let parsed = serde_json::from_str(text).or_else(|error| match mend::mended(text, &error.to_string()) {
        Some(mended) => serde_json::from_str(&mended),
        None => Err(error),
    });
    match parsed.map_err(|error| reason(&error))? {
        object @ Json::Object(_) => Ok(object),
        other => Err(ReadError::NotAnObject { found: other.to_string() }),
    }
}

fn reason(error: &serde_json::Error) -> ReadError {
    let (line, column) = (error.line(), error.column());
    let message = error.to_string();
    if error.classify() == Category::Eof {
        ReadError::Truncated { line, column }
    } else if message.starts_with("recursion limit") {
        ReadError::TooDeep { line, column }
    } else {
        let place = format!(" at line {line} column {column}");
        let message = message.strip_suffix(&place).unwrap_or(&message).to_owned();
        ReadError::NotJson { message, line, column }
    }
}
