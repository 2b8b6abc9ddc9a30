//! The small Markdown that text fields take, parsed once into nodes; never into markup.
//!
//! A subset of `CommonMark`: paragraphs, flat lists, `*emphasis*`, `**strong**`, `` `code` ``, `[text](url)` and
//! backslash escapes. Everything else is text. Parsing never fails and takes time linear in the text.

mod inline;

use super::href::{Gate, Href};

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
    /// Reads a text. URLs that the gate refuses are left as text and added to `refused`.
    pub fn parse(text: &str, gate: &Gate, refused: &mut Vec<String>) -> Self {
        let mut blocks: Vec<Open> = Vec::new();
        for line in text.lines().map(str::trim) {
            let last = blocks.last_mut();
            let within_text = last.as_ref().is_some_and(|last| last.list.is_none() && !last.ended);
            match (marker(line, within_text), last) {
                (_, last) if line.is_empty() => last.into_iter().for_each(|last| last.ended = true),
                (Some((mark, text)), Some(last)) if last.list == Some(mark) => last.add(text),
                (None, Some(last)) if !last.ended => last.append(line),
                (Some((mark, text)), _) => blocks.push(Open::new(Some(mark), text)),
                (None, _) => blocks.push(Open::new(None, line)),
            }
        }
        Self(blocks.into_iter().filter_map(|block| block.finish(*gate, refused)).collect())
    }

    /// The words without the marks, blocks separated by one space.
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        for block in &self.0 {
            match block {
                Block::Paragraph(text) => push_plain(text, &mut plain),
                Block::List(_, entries) => entries.iter().for_each(|text| push_plain(text, &mut plain)),
            }
        }
        plain.truncate(plain.trim_end().len());
        plain
    }
}

fn push_plain(text: &[Inline], plain: &mut String) {
    push_words(text, plain);
    plain.push(' ');
}

fn push_words(text: &[Inline], plain: &mut String) {
    for piece in text {
        match piece {
            Inline::Text(words) | Inline::Code(words) => plain.push_str(words),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(inner, _) => push_words(inner, plain),
        }
    }
}

/// A mark that starts an entry of a list. Numbers and bullets of another sort start another list.
#[derive(Clone, Copy, PartialEq)]
struct Marker(u8);

impl Marker {
    fn is_number(self) -> bool {
        matches!(self.0, b'.' | b')')
    }
}

/// A block whose end was not seen yet: a list, or a paragraph as a single entry.
struct Open {
    list: Option<Marker>,
    entries: Vec<String>,
    /// Whether an empty line was seen since.
    ended: bool,
}

impl Open {
    fn new(list: Option<Marker>, text: &str) -> Self {
        Self { list, entries: vec![text.to_owned()], ended: false }
    }

    fn add(&mut self, text: &str) {
        self.entries.push(text.to_owned());
        self.ended = false;
    }

    fn append(&mut self, line: &str) {
        if let Some(last) = self.entries.last_mut() {
            last.push('\n');
            last.push_str(line);
        }
    }

    fn finish(self, gate: Gate, refused: &mut Vec<String>) -> Option<Block> {
        let mut entries: Vec<_> = self.entries.iter().map(|text| inline::parse(text, gate, refused)).collect();
        match self.list {
            Some(marker) => Some(Block::List(marker.is_number(), entries)),
            None => entries.pop().map(Block::Paragraph),
        }
    }
}

/// Splits `- text` or `1. text`. Within a paragraph only a 1 starts a list, so that a line may begin with a year.
fn marker(line: &str, within_text: bool) -> Option<(Marker, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits);
    let mark = *rest.as_bytes().first()?;
    let sound = match (digits, mark) {
        (0, b'-' | b'*' | b'+') => true,
        (1..=9, b'.' | b')') => !within_text || number == "1",
        _ => false,
    };
    let rest = rest.get(1..)?.strip_prefix([' ', '\t'])?.trim_start();
    (sound && !rest.is_empty()).then_some((Marker(mark), rest))
}
