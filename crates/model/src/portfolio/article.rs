//! What the person wrote.

use crate::date::PartialDate;
use crate::href::Href;
use crate::markdown::Markdown;

/// An article or post.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// Its title.
    pub title: String,
    /// One or two sentences.
    pub excerpt: Option<Markdown>,
    /// Where to read it.
    pub href: Option<Href>,
    /// When it appeared.
    pub date: Option<PartialDate>,
    /// Where it appeared.
    pub publication: Option<String>,
    /// The series it belongs to.
    pub series: Option<String>,
    /// Shown first and larger.
    pub featured: bool,
}
