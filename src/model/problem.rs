//! An error is a place and a kind.

/// Where in the file: prints `projects[3].links[0].url`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct JsonPath(pub Vec<Segment>);

/// One step of a [`JsonPath`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// A property.
    Key(String),
    /// A position in an array.
    Index(usize),
}

/// Something wrong at a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where.
    pub path: JsonPath,
    /// What.
    pub kind: ProblemKind,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// Something was dropped.
    Error,
    /// Nothing was dropped.
    Warning,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ProblemKind {
    /// Placeholder.
    #[error("wrong")]
    Wrong,
}

/// Why nothing of a file could be kept.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ReadError {
    /// The top of the file is something else.
    #[error("the file must hold one JSON object")]
    NotAnObject,
}
