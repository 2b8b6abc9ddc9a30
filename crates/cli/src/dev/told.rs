//! What pages are told of a problem.

use std::path::Path;
use std::rc::Rc;

use vitrine_model::folder::Folder;
use vitrine_model::{Gate, Severity, check_beside};

use crate::check::locate::Places;
use crate::folder::album;
use crate::portfolio_file;

/// A problem, with its place.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Told {
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// What is wrong, and what to do.
    pub message: String,
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
        Self { severity: "error", message, line: 0, column: 0, excerpt: String::new(), path: String::new() }
    }
}

/// Everything that is wrong with a text, in its order; notes are nothing wrong.
pub fn told(text: &str, file: &Path) -> Vec<Told> {
    let json = portfolio_file::json(text);
    let folder: Rc<dyn Folder> = album(file);
    let mut told: Vec<(usize, Told)> = match check_beside(&json, &Gate::native(), &folder) {
        Err(error) => return vec![Told::error(error.to_string())],
        Ok(reading) => {
            let places = Places::of(&json);
            let problems = reading.problems.iter().filter(|problem| problem.severity() != Severity::Note);
            let told = problems.map(|problem| {
                let start = places.value(&problem.path).start;
                let line = text[..start].matches('\n').count();
                let begins = text[..start].rfind('\n').map_or(0, |end| end + 1);
                let severity = if problem.severity() == Severity::Error { "error" } else { "warning" };
                let told = Told {
                    severity,
                    message: problem.kind.to_string(),
                    line: line + 1,
                    column: text[begins..start].chars().count() + 1,
                    excerpt: text[begins..].lines().next().unwrap_or_default().trim().chars().take(160).collect(),
                    path: problem.path.to_string(),
                };
                (start, told)
            });
            told.collect()
        }
    };
    told.sort_by_key(|(start, _)| *start);
    told.into_iter().map(|(_, told)| told).collect()
}
