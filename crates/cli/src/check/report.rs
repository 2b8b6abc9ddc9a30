//! All that is to be said of a file.

use std::borrow::Cow;
use std::path::Path;
use std::rc::Rc;

use vitrine_model::folder::Folder;
use vitrine_model::json_path::{JsonPath, Segment};
use vitrine_model::{Gate, Portfolio, ProblemKind, ReadError, Severity, check_beside};

use super::finding::Finding;
use super::lines::Lines;
use super::places::Places;
use super::{article, doubt};
use crate::portfolio_file::{Encoding, NotText};
use crate::{icon, portfolio_file};

/// What is said of a file.
pub struct Report<'a> {
    /// How the file is called.
    pub name: String,
    /// What it holds, as far as it is text.
    pub text: Cow<'a, str>,
    /// In the order of the file.
    pub findings: Vec<Finding>,
    /// What is said of articles in files of their own; without their places.
    pub of_articles: Vec<Finding>,
    /// What a portfolio that can be read is made of; empty of another.
    pub contents: String,
}

impl<'a> Report<'a> {
    /// Reads a file; `folder` is what lies beside it.
    pub fn of(bytes: &'a [u8], file: &Path, folder: &Rc<dyn Folder>) -> Self {
        let name = file.display().to_string();
        let text = match portfolio_file::text(bytes) {
            Ok(text) => text,
            Err(encoding) => return Self::of_no_text(bytes, name, encoding),
        };
        // Places in it are places in the text.
        let json = &*portfolio_file::json(text);
        let (findings, contents) = match check_beside(json, &Gate::native(), folder) {
            Ok(reading) => {
                let places = Places::of(json);
                let of_reader = reading.problems.iter().filter(|problem| problem.kind != ProblemKind::RepeatedProperty);
                let mut findings: Vec<Finding> = of_reader.map(|problem| Finding::of(problem, &places)).collect();
                findings.extend(repeated(&places));
                findings.extend(of_icon(&places, &reading.value, file));
                findings.extend(doubt::doubts(json, &reading.value, &places));
                findings.extend(doubt::of_articles(&folder.essays()));
                findings.sort_by_key(|finding| finding.bytes.start);
                (findings, contents(&reading.value))
            }
            Err(error) => (vec![grammar(text, &error)], String::new()),
        };
        let (of_articles, findings) = findings.into_iter().partition(|finding| article::file(finding).is_some());
        Self { name, text: Cow::Borrowed(text), findings, of_articles, contents }
    }

    fn of_no_text(bytes: &'a [u8], name: String, encoding: Encoding) -> Self {
        let (text, at) = match encoding {
            Encoding::Wide => {
                let text = String::from_utf16_lossy(&portfolio_file::wide(bytes).collect::<Vec<_>>());
                let first = text.chars().next().map_or(0, char::len_utf8);
                (Cow::Owned(text), 0..first)
            }
            Encoding::Unknown(at) => (String::from_utf8_lossy(bytes), at..at + char::REPLACEMENT_CHARACTER.len_utf8()),
        };
        let said = NotText { name: "the file".to_owned(), encoding }.to_string();
        let findings = vec![Finding::new(Severity::Error, "V0008", &said, JsonPath::default(), at)];
        Self { name, text, findings, of_articles: Vec::new(), contents: String::new() }
    }

    /// How many findings are so bad.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Whether there is nothing to mend.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity == Severity::Note)
    }
}

/// Properties written twice, each at its own place, also in parts that the reader dropped.
fn repeated(places: &Places) -> impl Iterator<Item = Finding> {
    let (kind, severity) = (ProblemKind::RepeatedProperty, Severity::Warning);
    let said = kind.to_string();
    let one = move |(path, bytes): &(JsonPath, _)| {
        Finding::new(severity, kind.code(), &said, path.clone(), std::ops::Range::clone(bytes))
    };
    places.repeated.iter().map(one)
}

/// What is wrong with the file that is named as the icon.
fn of_icon(places: &Places, portfolio: &Portfolio, file: &Path) -> Option<Finding> {
    let name = portfolio.icon.as_ref()?;
    let fault = icon::read(name, file).err()?;
    let path = JsonPath(vec![Segment::Key("icon".to_owned())]);
    let (said, bytes) = (format!("{name:?} is not taken as the icon: {fault}"), places.value(&path));
    Some(Finding::new(Severity::Error, "V0504", &said, path, bytes))
}

/// The place where a file stops being JSON.
fn grammar(text: &str, error: &ReadError) -> Finding {
    let at = match error {
        ReadError::Truncated { line, column }
        | ReadError::NotJson { line, column, .. }
        | ReadError::TooDeep { line, column } => Lines::of(text).offset(*line, *column),
        _ => 0,
    };
    let next = text[at..].chars().next().map_or(0, char::len_utf8);
    // The place is told with it.
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or(&said).trim_end_matches(',');
    Finding::new(Severity::Error, error.code(), said, JsonPath::default(), at..at + next)
}

fn contents(portfolio: &Portfolio) -> String {
    [
        plural(portfolio.sections.len(), "section"),
        plural(portfolio.projects.len(), "project"),
        plural(portfolio.experience.len(), "employer"),
        plural(portfolio.diagrams.len(), "diagram"),
        plural(portfolio.technologies.len(), "technology"),
    ]
    .join(", ")
}

/// A number of things.
pub fn plural(count: usize, one: &str) -> String {
    match (count, one.strip_suffix('y')) {
        (1, _) => format!("1 {one}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        _ => format!("{count} {one}s"),
    }
}
