//! What can be mended without asking what was meant.

use super::ProblemKind;
use crate::suggest;

/// An edit that mends a problem at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// The property is called otherwise.
    Rename(String),
    /// The text is another one.
    Write(String),
    /// A part of the text is another one.
    Replace {
        /// What the file has.
        text: String,
        /// What to write.
        by: String,
    },
}

/// As much of a link as a report repeats; a longer one may be cut.
const WHOLE: usize = 200;

impl ProblemKind {
    /// What mends it: where one thing alone can have been meant, and nothing that the author wrote is lost.
    pub fn fix(&self) -> Option<Fix> {
        match self {
            Self::UnknownProperty { name, known } => {
                let date = suggest::date(name).filter(|date| known.contains(date));
                let near = date.or_else(|| suggest::only(name, known));
                near.map(|name| Fix::Rename(name.to_owned()))
            }
            Self::UnknownWord { word, known, .. } => suggest::only(word, known).map(|word| Fix::Write(word.to_owned())),
            Self::MendedLink { url, mended } if mended.chars().count() < WHOLE => {
                Some(Fix::Replace { text: url.trim().to_owned(), by: mended.clone() })
            }
            _ => None,
        }
    }
}
