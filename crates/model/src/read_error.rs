//! A file of which nothing can be kept.

use super::MAX_BYTES;

/// Why nothing of a file could be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Above [`MAX_BYTES`].
    #[error("the file has {bytes} bytes, and {MAX_BYTES} are allowed")]
    TooLarge {
        /// How large it is.
        bytes: usize,
    },
    /// No text at all.
    #[error("the file is empty")]
    Empty,
    /// A web page, such as a server sends in place of a file it does not have.
    #[error("this is a web page, not a JSON file")]
    WebPage,
    /// It stops in the middle.
    #[error("the file stops too early, at line {line}, column {column}")]
    Truncated {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// Not JSON.
    #[error("the file is not JSON: {message} at line {line}, column {column}")]
    NotJson {
        /// What the parser says.
        message: String,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// Lists and objects inside one another beyond reason.
    #[error("lists and objects are nested more than 127 deep at line {line}, column {column}")]
    TooDeep {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// The top of the file is something else.
    #[error("the file must hold one JSON object, and it holds {found}")]
    NotAnObject {
        /// What it holds.
        found: String,
    },
    /// A diagram file in which nothing can be drawn.
    #[error("there is no sound node in this diagram: {reason}")]
    NoDiagram {
        /// The first problem.
        reason: String,
    },
}
