//! One JSON file in, one promise out. Knows serde and nothing of ours.
//!
//! [`document`] mirrors the file, [`read`] drops what is wrong with it and reports each drop as a
//! [`Problem`], and what is left is a [`Portfolio`].

pub mod date;
pub mod document;
pub mod href;
mod list;
pub mod markdown;
pub mod portfolio;
pub mod problem;

pub use date::{Day, Month, PartialDate};
pub use href::{Gate, Href};
pub use markdown::{Block, Inline, Markdown};
pub use portfolio::*;
pub use problem::{JsonPath, Problem, ProblemKind, ReadError, Severity};

/// What is read from a file: the sound part of it, and everything that was wrong.
#[derive(Debug)]
pub struct Reading<T> {
    /// The sound part.
    pub value: T,
    /// What was dropped or doubted, in the file's order.
    pub problems: Vec<Problem>,
}

/// Reads a portfolio, keeping everything that is sound.
///
/// # Errors
/// When nothing can be kept: too large, not JSON, too deep, or no object at all.
pub fn read(text: &str, gate: &Gate) -> Result<Reading<Portfolio>, ReadError> {
    let _ = (text, gate);
    Err(ReadError::NotAnObject)
}

/// Reads a diagram file of the shape that `?diagram-url=` takes, by the rules of [`read`]; technologies are
/// looked up in `portfolio`, and an unknown one is no problem.
///
/// # Errors
/// As [`read`], and when no node is left.
pub fn read_diagram(text: &str, portfolio: &Portfolio, gate: &Gate) -> Result<Reading<Diagram>, ReadError> {
    let _ = (text, portfolio, gate);
    Err(ReadError::NotAnObject)
}
