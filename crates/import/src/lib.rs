//! What people have already, as a portfolio document: one file a source, and [`merge`], which joins it with a portfolio that is there.
//!
//! Text or bytes in; a [`Value`], notes and text out. Knows no file, network or terminal.

mod date;
mod fields;
pub mod git;
pub mod github;
pub mod json_resume;
mod lenient;
pub mod linkedin;
pub mod merge;
pub mod mermaid;
pub mod structurizr;
mod value;

pub use lenient::{read as read_lenient, read_strict};
pub use value::Value;

/// What was read from a source.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Import {
    /// A portfolio, or the part of one that the source has.
    pub portfolio: Value,
    /// What was left out, or understood otherwise than it is written; a line each.
    pub notes: Vec<String>,
}

/// Why a source can't be read: what, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ImportError(pub String);
