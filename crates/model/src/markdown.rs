//! Text with marks, parsed once into a tree of elements; never into markup.

mod address;
mod outline;
mod parse;
mod tag;

use super::href::Href;
pub use parse::Judge;
pub use tag::{Attribute, Tag};

/// Text of one field: blocks, one after the other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Markdown(pub Vec<Piece>);

/// A piece of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Words as they are; never empty.
    Text(String),
    /// A link that passed the gate; one that did not is text.
    Link(Href, Vec<Piece>),
    /// Everything else.
    Element(Tag, Vec<(Attribute, String)>, Vec<Piece>),
}

impl Markdown {
    /// Reads `CommonMark` 0.31 with the tables, strikethrough and bare addresses of GitHub's; what it has of HTML is text.
    /// Links and pictures are those that the judge lets pass.
    pub fn parse(text: &str, judge: &mut dyn Judge) -> Self {
        parse::parse(text, judge)
    }

    /// A paragraph of words without marks.
    pub fn words(text: &str) -> Self {
        Self(vec![Piece::Element(Tag::Paragraph, Vec::new(), vec![Piece::Text(text.to_owned())])])
    }

    /// The words without the marks, blocks separated by one space.
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        push_words(&self.0, &mut plain);
        plain.truncate(plain.trim_end().len());
        plain
    }

    /// Every link in it.
    pub fn links(&self) -> Vec<&Href> {
        let mut links = Vec::new();
        push_links(&self.0, &mut links);
        links
    }
}

fn push_words(pieces: &[Piece], plain: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Text(words) => plain.push_str(words),
            Piece::Link(_, inner) => push_words(inner, plain),
            Piece::Element(tag, _, inner) => {
                push_words(inner, plain);
                if tag.separates() && !plain.is_empty() && !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
        }
    }
}

fn push_links<'a>(pieces: &'a [Piece], links: &mut Vec<&'a Href>) {
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Link(href, inner) => {
                links.push(href);
                push_links(inner, links);
            }
            Piece::Element(_, _, inner) => push_links(inner, links),
        }
    }
}
