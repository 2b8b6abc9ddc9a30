//! Dates that are read as they are meant and could be written as the format has them.

use serde_json::Value;
use vitrine_model::problem::Fix;
use vitrine_model::written;
use vitrine_model::{JsonPath, Segment};

use super::{Doubt, each_text};

/// Properties that hold dates, wherever they stand.
const DATES: [&str; 6] = ["date", "dates", "end", "period", "start", "updated"];
/// Where programs write a date for each day of a year.
const COUNTED: &str = "contributions";

/// All of a file.
pub fn doubts(file: &Value) -> Vec<Doubt> {
    let mut found = Vec::new();
    each_text(file, &mut JsonPath::default(), &mut |text, path| {
        let (Some(Segment::Key(name)), Some(Segment::Key(part))) = (path.0.last(), path.0.first()) else { return };
        if !DATES.contains(&&**name) || part == COUNTED {
            return;
        }
        if let Some(plain) = written::plain::dates(text) {
            let said = format!("{text:?} is read as {plain:?}; write it so");
            let fix = Fix::Replace { text: text.to_owned(), by: plain };
            found.push(Doubt { fix: Some(fix), ..Doubt::note("V0306", said, path.clone()) });
        }
    });
    found
}
