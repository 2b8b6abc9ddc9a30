//! An article in a file: Markdown, with what is said about it ahead of it, as Jekyll, Hugo, Astro and others have it.

use serde_json::Value;
use vitrine_model::folder::Essay;

/// An article of what its file holds. Ahead of its text may stand YAML, between two lines of `---`.
#[must_use]
pub fn essay(file: &str, text: &str) -> Essay {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut lines = text.split_inclusive('\n');
    let is_mark = |line: &str| line.trim_end() == "---";
    let (head, text) = match lines.next() {
        Some(first) if is_mark(first) => {
            let head: String = lines.by_ref().take_while(|line| !is_mark(line)).collect();
            let rest: String = lines.collect();
            let is_closed = text.len() > first.len() + head.len();
            let unclosed = || Err("there is no second line of \"---\"; write one below it".to_owned());
            (if is_closed { json(&head) } else { unclosed() }, rest)
        }
        _ if text.starts_with("+++\n") => {
            (Err("TOML between lines of \"+++\" is not read; write YAML between lines of \"---\"".to_owned()), text)
        }
        _ => (Ok("{}".to_owned()), text),
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
