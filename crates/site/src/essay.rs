//! An article in a file: Markdown, with what is said about it ahead of it, as Jekyll, Hugo, Astro and others have it.

use serde_json::Value;
use vitrine_model::folder::Essay;

/// An article of what its file holds. Ahead of its text may stand YAML, between two lines of `---`.
#[must_use]
pub fn essay(file: &str, text: &str) -> Essay {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let (head, text) = match text.strip_prefix("---\n") {
        Some(rest) => match rest.split_once("\n---\n").or_else(|| rest.strip_suffix("\n---").map(|head| (head, ""))) {
            Some((head, text)) => (json(head), text.to_owned()),
            None => (Err("there is no second line of \"---\"; write one below it".to_owned()), rest.to_owned()),
        },
        None if text.starts_with("+++\n") => {
            (Err("TOML between lines of \"+++\" is not read; write YAML between lines of \"---\"".to_owned()), text)
        }
        None => (Ok("{}".to_owned()), text),
    };
    Essay { file: file.to_owned(), head, text }
}

fn json(head: &str) -> Result<String, String> {
    match serde_saphyr::from_str::<Value>(head) {
        Ok(value @ Value::Object(_)) => Ok(value.to_string()),
        Ok(Value::Null) => Ok("{}".to_owned()),
        Ok(_) => Err("it is no list of names with values, such as `title: Queues`".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}
