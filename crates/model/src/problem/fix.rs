//! What can be mended without asking what was meant.

use super::ProblemKind;
use crate::fit::EVERYWHERE;
use crate::suggest;

/// An edit that mends a problem at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// The property is called otherwise.
    Rename(String),
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
                let near = date.or_else(|| suggest::only(name, known)).or_else(|| hiding(name));
                near.map(|name| Fix::Rename(name.to_owned()))
            }
            Self::MendedLink { url, mended } if mended.chars().count() < WHOLE && adds_alone(url.trim(), mended) => {
                Some(Fix::Replace { text: url.trim().to_owned(), by: mended.clone() })
            }
            _ => None,
        }
    }
}

/// The property that keeps an item out of every site, where its name has a slip: an item that it was meant for is published by no build
/// until that is mended. A slip of "for" may be a word of the author's.
fn hiding(name: &str) -> Option<&'static str> {
    let meant = suggest::audience(name)?;
    let is_slip = suggest::closest(name.trim(), &mut std::iter::once(meant)).is_some();
    (meant == EVERYWHERE[0] && is_slip).then_some(meant)
}

/// Whether all that was written of a link is still there: what asks for a copy of a mail, say, is left out of it, and what is written in
/// letters of other scripts comes out as nobody reads it.
fn adds_alone(url: &str, mended: &str) -> bool {
    let (url, mended) = (url.replace(' ', "%20"), mended.trim_end_matches('/'));
    let url = url.trim_end_matches('/');
    let end = mended.len().checked_sub(url.len()).and_then(|start| mended.get(start..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(url))
}
