//! What is safe to mend: by edits of single places, so that comments, order and layout stay.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::rc::Rc;

use vitrine_model::folder::Folder;
use vitrine_model::problem::Fix;
use vitrine_model::{JsonPath, Segment, Severity};

use super::finding::Finding;
use super::places::Places;
use super::report::Report;
use crate::portfolio_file;

/// How often a text is mended and read again: what one mistake hid is mended with it.
const ROUNDS: usize = 16;

/// A place of a text, and what to write there.
type Edit = (Range<usize>, String);

/// What surrounds the text: its path, and what lies beside it.
pub struct Beside<'a> {
    /// The file.
    pub file: &'a Path,
    /// Its folder.
    pub folder: &'a Rc<dyn Folder>,
}

/// The text with all that is safe to mend. It has no problem that it had not before.
pub fn mended(text: &str, beside: &Beside) -> String {
    let before = beside.problems(text);
    // What a mended name brings to light may be mended, too; where not, nothing is brought to light.
    let all = rounds(text, beside, |finding| finding.fix.is_some());
    if brings(&before, &beside.problems(&all), |_| false) { rounds(text, beside, |_| false) } else { all }
}

fn rounds(text: &str, beside: &Beside, may_come: fn(&Finding) -> bool) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let problems = beside.problems(&text);
        let fits = |edited: &str| !brings(&problems, &beside.problems(edited), may_come);
        let next = harmless(&text, &edits(&text, &problems), &fits);
        if next == text {
            break;
        }
        text = next;
    }
    text
}

/// The text with those of some edits that do no harm.
fn harmless(text: &str, edits: &[Edit], fits: &dyn Fn(&str) -> bool) -> String {
    if edits.is_empty() {
        return text.to_owned();
    }
    let together = with(text, edits);
    if fits(&together) {
        return together;
    }
    if edits.len() == 1 {
        return text.to_owned();
    }
    // The later ones first, so that the places of the others stay.
    let (earlier, later) = edits.split_at(edits.len() / 2);
    harmless(&harmless(text, later, fits), earlier, fits)
}

impl Beside<'_> {
    fn problems(&self, text: &str) -> Vec<Finding> {
        Report::of(text.as_bytes(), self.file, self.folder).findings
    }
}

/// Whether there are problems after an edit that were not there before; notes are none.
fn brings(before: &[Finding], after: &[Finding], may_come: fn(&Finding) -> bool) -> bool {
    let mut known: BTreeMap<(&str, &JsonPath), usize> = BTreeMap::new();
    for finding in before {
        *known.entry((finding.code, &finding.path)).or_default() += 1;
    }
    after.iter().any(|finding| {
        let count = known.entry((finding.code, &finding.path)).or_default();
        let is_new = *count == 0;
        *count = count.saturating_sub(1);
        is_new && finding.severity != Severity::Note && !may_come(finding)
    })
}

/// The edits of a text, in its order, none within another.
fn edits(text: &str, problems: &[Finding]) -> Vec<Edit> {
    let places = Places::of(&portfolio_file::json(text));
    let mut edits: Vec<Edit> = problems.iter().filter_map(|finding| edit(text, finding, &places)).collect();
    edits.sort_by_key(|(place, _)| place.start);
    edits.dedup_by(|later, earlier| later.0.start < earlier.0.end);
    edits
}

fn edit(text: &str, finding: &Finding, places: &Places) -> Option<Edit> {
    let place = finding.bytes.clone();
    let written = text.get(place.clone()).filter(|written| written.starts_with('"'))?;
    match finding.fix.as_ref()? {
        Fix::Rename(name) => {
            let mut path = finding.path.clone();
            *path.0.last_mut()? = Segment::Key(name.clone());
            (!places.has(&path)).then(|| (place, serde_json::Value::from(name.as_str()).to_string()))
        }
        Fix::Replace { text: part, by } => {
            // What is written with escapes, or more than once, is left alone.
            let mut found = written.match_indices(part.as_str());
            let (at, _) = found.next().filter(|_| found.next().is_none() && !part.is_empty())?;
            let start = place.start + at;
            let is_plain = !by.contains(['"', '\\']) && !by.contains(char::is_control);
            is_plain.then(|| (start..start + part.len(), by.clone()))
        }
    }
}

fn with(text: &str, edits: &[Edit]) -> String {
    let (mut edited, mut at) = (String::with_capacity(text.len()), 0);
    for (place, new) in edits {
        edited.push_str(&text[at..place.start]);
        edited.push_str(new);
        at = place.end;
    }
    edited + &text[at..]
}

#[cfg(test)]
mod tests;
