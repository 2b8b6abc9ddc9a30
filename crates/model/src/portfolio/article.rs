//! What the person wrote.

use super::diagram::DiagramId;
use crate::date::PartialDate;
use crate::href::Href;
use crate::markdown::Markdown;

/// An article or post.
#[derive(Debug, Clone, PartialEq, Default)]
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
    /// The last part of the address of its page; none for what is read elsewhere.
    pub id: Option<String>,
    /// When it last changed.
    pub updated: Option<PartialDate>,
    /// How long it takes to read; 0 where nobody knows.
    pub minutes: u32,
    /// All of it; nothing of what is read elsewhere.
    pub passages: Vec<Passage>,
}

/// A part of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// In words.
    pub text: Markdown,
    /// The diagram that follows.
    pub diagram: Option<DiagramId>,
}
