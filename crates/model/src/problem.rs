//! An error is a place and a kind.

mod advice;
// Only whoever writes the file reads them.
#[cfg(not(target_arch = "wasm32"))]
mod code;
#[cfg(not(target_arch = "wasm32"))]
mod fix;
mod kind;

use std::fmt;

use super::json_path::JsonPath;
#[cfg(not(target_arch = "wasm32"))]
pub use fix::Fix;
pub use kind::ProblemKind;

/// Something wrong at a place. Prints `projects[3].technologies[0]: unknown technology "redsi"; did you mean "redis"?`.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where.
    pub path: JsonPath,
    /// What.
    pub kind: ProblemKind,
}

impl Problem {
    /// How many problems of one file are kept; the rest is counted.
    pub const MOST: usize = 10_000;

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self.kind {
            ProblemKind::UnknownProperty { .. }
            | ProblemKind::RepeatedProperty
            | ProblemKind::NewerVersion { .. }
            | ProblemKind::BadVersion(_)
            | ProblemKind::HiddenCharacters
            | ProblemKind::LostCharacters
            | ProblemKind::EmptyText
            | ProblemKind::NothingToShow(_)
            | ProblemKind::Repeated { .. }
            | ProblemKind::ShownAlready { .. }
            | ProblemKind::TakenName { .. }
            | ProblemKind::NoDiagramId { .. }
            | ProblemKind::MaybeTechnology { .. }
            | ProblemKind::DaysOutside { .. }
            | ProblemKind::CreatedLate(_)
            | ProblemKind::More { .. } => Severity::Warning,
            ProblemKind::ReadAs { .. }
            | ProblemKind::MendedLink { .. }
            | ProblemKind::FoldedId { .. }
            | ProblemKind::OlderVersion { .. } => Severity::Note,
            _ => Severity::Error,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.0.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        self.kind.fmt(f)
    }
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// Something was dropped or replaced.
    Error,
    /// Nothing of weight was dropped.
    Warning,
    /// Nothing was dropped: it is read as it was meant.
    Note,
}
