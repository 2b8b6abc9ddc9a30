//! What pages are told of a problem.

use std::path::Path;
use std::rc::Rc;

use vitrine_model::Severity;
use vitrine_model::folder::Folder;

use crate::check::lines::Lines;
use crate::check::report::Report;
use crate::folder::album;

/// The longest line that is shown, in characters.
const LONGEST: usize = 160;

/// A problem, with its place.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Told {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// Such as `V0103`; empty where the file can't be read at all.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
    /// From 1; 0 where it has no place.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// The line itself.
    pub excerpt: String,
    /// The path in the JSON.
    pub path: String,
}

impl Told {
    /// Of the file as a whole.
    pub fn error(message: String) -> Self {
        Self {
            severity: "error",
            code: "",
            message,
            remedy: String::new(),
            line: 0,
            column: 0,
            excerpt: String::new(),
            path: String::new(),
        }
    }
}

/// Everything that is wrong with a text, in its order; notes are nothing wrong.
pub fn told(text: &str, file: &Path) -> Vec<Told> {
    let folder: Rc<dyn Folder> = album(file);
    let report = Report::of(text.as_bytes(), file, &folder);
    let lines = Lines::of(text);
    let wrong = report.findings.iter().filter(|finding| finding.severity != Severity::Note);
    let told = wrong.map(|finding| {
        let (line, begins, excerpt) = lines.around(finding.bytes.start);
        Told {
            severity: finding.level(),
            code: finding.code,
            message: finding.message.clone(),
            remedy: finding.remedy.clone(),
            line,
            column: text[begins..finding.bytes.start].chars().count() + 1,
            excerpt: excerpt.trim().chars().take(LONGEST).collect(),
            path: finding.path.to_string(),
        }
    });
    told.collect()
}
