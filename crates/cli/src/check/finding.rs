//! A problem with its place in the text, and what to do about it.

use std::ops::Range;

use vitrine_model::problem::Fix;
use vitrine_model::{JsonPath, Problem, ProblemKind, Severity};

use super::places::Places;
use crate::explain;

/// A problem with its place in the text.
#[derive(Debug, Clone)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// Such as `V0103`.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
    /// Empty for a problem of the file's grammar.
    pub path: JsonPath,
    /// Where it is in the text.
    pub bytes: Range<usize>,
    /// What mends it without a question.
    pub fix: Option<Fix>,
    /// The link or file that it is about, as it is written.
    pub written: Option<String>,
}

/// Codes whose message says after its semicolon what became of what is wrong, and not what to do.
const SAYS_NO_REMEDY: [&str; 5] = ["V0104", "V0110", "V0602", "V0604", "V0703"];

impl Finding {
    /// One of a text that says both: what is wrong, and after the last semicolon what to do. Where it says the first alone, the
    /// explanation of the code says the second.
    pub fn new(severity: Severity, code: &'static str, said: &str, path: JsonPath, bytes: Range<usize>) -> Self {
        let end = last_semicolon(said).filter(|_| !SAYS_NO_REMEDY.contains(&code));
        let (message, remedy) = match end {
            Some(at) => (&said[..at], said[at + 1..].trim_start()),
            None => (said, explain::of(code).map_or("", |explanation| explanation.help)),
        };
        Self {
            severity,
            code,
            message: message.to_owned(),
            remedy: remedy.to_owned(),
            path,
            bytes,
            fix: None,
            written: None,
        }
    }

    /// One that the reader has found.
    pub fn of(problem: &Problem, places: &Places) -> Self {
        let bytes = match problem.kind {
            ProblemKind::UnknownProperty { .. } => places.name(&problem.path),
            _ => places.value(&problem.path),
        };
        let kind = &problem.kind;
        let finding = Self::new(problem.severity(), kind.code(), &kind.to_string(), problem.path.clone(), bytes);
        let written = match kind {
            ProblemKind::RefusedLink { url, .. } | ProblemKind::MendedLink { url, .. } => Some(url.clone()),
            ProblemKind::NoPicture { file, .. } => Some(file.clone()),
            _ => None,
        };
        Self { fix: kind.fix(), written, ..finding }
    }

    /// The word for how bad it is.
    pub fn level(&self) -> &'static str {
        match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// The last `;` of a sentence that is not within what it quotes.
fn last_semicolon(said: &str) -> Option<usize> {
    let (mut last, mut is_quoted, mut is_escaped) = (None, false, false);
    for (at, letter) in said.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted && said[at + 1..].starts_with(' ') => last = Some(at),
            _ => {}
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::last_semicolon;

    #[test]
    fn what_to_do_follows_the_last_semicolon_outside_of_quotes() {
        for (said, message) in [
            ("is empty; write something here", "is empty"),
            ("\"a; b\" is taken; give each its own", "\"a; b\" is taken"),
            ("\"a\\\"; b\" is no date", ""),
            ("one; two; three", "one; two"),
            ("nothing to do", ""),
        ] {
            assert_eq!(last_semicolon(said).map_or("", |at| &said[..at]), message, "{said}");
        }
    }
}
