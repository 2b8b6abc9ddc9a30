//! Problems of articles in files of their own, at their places there.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use vitrine_model::Segment;
use vitrine_model::route::WRITING;

use super::finding::Finding;
use super::report::Report;

/// What stands before and after the head of an article.
const FENCES: [&str; 2] = ["---", "+++"];

/// The file that a finding is about, if that is an article's.
pub fn file(finding: &Finding) -> Option<&str> {
    let Segment::Key(file) = finding.path.0.first()? else { return None };
    let name = file.strip_prefix(WRITING)?.strip_prefix('/')?;
    name.to_ascii_lowercase().ends_with(".md").then_some(file)
}

/// A report for each article that something is said of; `portfolio` is the file that they lie beside.
pub fn reports(report: &Report, portfolio: &Path) -> Vec<Report<'static>> {
    let mut articles: BTreeMap<&str, Vec<Finding>> = BTreeMap::new();
    for finding in &report.of_articles {
        let Some(file) = file(finding) else { continue };
        articles.entry(file).or_default().push(finding.clone());
    }
    let folder = portfolio.parent().unwrap_or(Path::new(""));
    let of_file = |(file, mut findings): (&str, Vec<Finding>)| {
        let path = folder.join(file);
        let text = fs::read(&path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
        // The same link may be wrong at several places.
        let mut earlier: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for finding in &mut findings {
            let count = earlier.entry((finding.code, finding.written.clone().unwrap_or_default())).or_default();
            finding.bytes = place(&text, finding, *count);
            finding.path.0.remove(0);
            *count += 1;
        }
        findings.sort_by_key(|finding| finding.bytes.start);
        let (name, contents) = (path.display().to_string(), "an article".to_owned());
        Report { name, text: Cow::Owned(text), findings, of_articles: Vec::new(), contents }
    };
    articles.into_iter().map(of_file).collect()
}

/// Where it is: the link or file itself, of several the one after so many, the name of the property in the head, or else the first
/// line.
fn place(text: &str, finding: &Finding, earlier: usize) -> Range<usize> {
    let written = finding.written.as_deref().filter(|written| !written.is_empty());
    if let Some(place) = written.and_then(|written| nth(text, written, earlier)) {
        return place;
    }
    let key = finding.path.0.iter().skip(1).find_map(|segment| match segment {
        Segment::Key(key) => Some(key.as_str()),
        Segment::Index(_) => None,
    });
    let first = text.lines().next().unwrap_or_default();
    key.and_then(|key| in_head(text, key)).unwrap_or(0..first.len())
}

/// Where a text holds a link or the name of a file, after so many earlier places; not where that begins a longer one, unless there is
/// no other.
fn nth(text: &str, written: &str, earlier: usize) -> Option<Range<usize>> {
    let is_part = |c: char| c.is_alphanumeric() || "/-_?=&%~+".contains(c);
    let is_whole = |at: &usize| {
        let (before, after) = (&text[..*at], &text[at + written.len()..]);
        let after = after.trim_start_matches('.');
        !before.ends_with(is_part) && !after.starts_with(is_part)
    };
    let mut all: Vec<usize> = text.match_indices(written).map(|(at, _)| at).collect();
    if all.iter().any(is_whole) {
        all.retain(is_whole);
    }
    let at = *all.get(earlier).or(all.last())?;
    Some(at..at + written.len())
}

/// The name of a property between the two fences.
fn in_head(text: &str, key: &str) -> Option<Range<usize>> {
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let is_fence = FENCES.contains(&line.trim());
        if is_fence != (number == 0) {
            return None;
        }
        let is_named = line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with([':', '=']));
        if is_named {
            return Some(at..at + key.len());
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{in_head, nth};

    #[test]
    fn a_link_is_found_where_it_stands_whole() {
        let text = "[x](https://e.org/ab) [y](https://e.org/a) and https://e.org/a. https://e.org/a.html";
        let found = |written, earlier| nth(text, written, earlier).map(|place| place.start);
        assert_eq!((found("https://e.org/a", 0), found("https://e.org/a", 1)), (Some(26), Some(47)));
        assert_eq!((found("https://e.org/a", 7), found("https://e.org/", 1)), (Some(47), Some(26)));
        assert_eq!(found("https://f.org/", 0), None);
    }

    #[test]
    fn a_property_is_found_in_the_head_alone() {
        let text = "---\ntitle: A\ndate : 2020\n---\n\nbody: x\n";
        let found = |key| in_head(text, key).map(|place| &text[place]);
        assert_eq!((found("title"), found("date"), found("body")), (Some("title"), Some("date"), None));
        assert_eq!(in_head("title: A\n", "title"), None);
        assert_eq!(in_head("+++\ntitle = 'A'\n+++\n", "title"), Some(4..9));
    }
}
