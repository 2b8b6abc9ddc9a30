//! What pages are told of a problem.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use vitrine_model::Severity;
use vitrine_model::folder::Folder;

use crate::check::article;
use crate::check::lines::Lines;
use crate::check::report::Report;
use crate::folder::album;

/// The longest piece of a line that is shown, in characters, and how much of it stands before the place.
const LONGEST: usize = 160;
const BEFORE: usize = 24;

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
    /// Where it is.
    #[serde(serialize_with = "name")]
    pub file: PathBuf,
    /// From 1; 0 where it has no place.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// The line itself.
    pub excerpt: String,
    /// The path in the JSON.
    pub path: String,
}

/// Pages need not know where on the machine a file lies.
fn name<S: serde::Serializer>(file: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&file.file_name().unwrap_or_default().to_string_lossy())
}

impl Told {
    /// Of the file as a whole.
    pub fn error(message: String) -> Self {
        Self {
            severity: "error",
            code: "",
            message,
            remedy: String::new(),
            file: PathBuf::new(),
            line: 0,
            column: 0,
            excerpt: String::new(),
            path: String::new(),
        }
    }
}

/// Everything that is wrong with a text and the articles beside it, in its order; notes are nothing wrong.
pub fn told(text: &str, file: &Path) -> Vec<Told> {
    let folder: Rc<dyn Folder> = album(file);
    let report = Report::of(text.as_bytes(), file, &folder);
    let of_articles = article::reports(&report, file);
    std::iter::once(&report).chain(&of_articles).flat_map(of_report).collect()
}

fn of_report(report: &Report) -> Vec<Told> {
    let lines = Lines::of(&report.text);
    let wrong = report.findings.iter().filter(|finding| finding.severity != Severity::Note);
    let told = wrong.map(|finding| {
        let (line, begins, excerpt) = lines.around(finding.bytes.start);
        let column = report.text[begins..finding.bytes.start].chars().count();
        Told {
            severity: finding.level(),
            code: finding.code,
            message: finding.message.clone(),
            remedy: finding.remedy.clone(),
            file: PathBuf::from(&report.name),
            line,
            column: column + 1,
            excerpt: around(excerpt, column),
            path: finding.path.to_string(),
        }
    });
    told.collect()
}

/// What of a line shows the place at a column, from 0.
fn around(line: &str, column: usize) -> String {
    let start = column.saturating_sub(BEFORE);
    let indent = line.chars().take_while(|c| c.is_whitespace()).count();
    let shown = line.chars().skip(start.max(indent)).take(LONGEST).collect::<String>();
    if start > indent { format!("…{}", shown.trim()) } else { shown.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn the_place_is_in_what_is_shown() {
        assert_eq!(around("    \"titel\": 1,", 4), "\"titel\": 1,");
        let long = format!("{}\"here\": 1", "x".repeat(300));
        assert_eq!(around(&long, 300), format!("…{}\"here\": 1", "x".repeat(24)));
        assert_eq!(around("", 9), "");
    }
}
