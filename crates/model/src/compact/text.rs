//! Texts and links on a line each: words as they are, and a `\` with a letter for all that is no word.

use super::{Compact, Reader, Writer};
use crate::href::{Href, HrefKind};
use crate::markdown::{Attribute, Markdown, Piece, Tag};
use crate::{route, title};

/// What a line, or a script in a page, can't hold, and what stands for it: line ends, the character that HTML replaces, and
/// that with which a script ends.
const ESCAPES: [(char, char); 5] = [('\\', '\\'), ('\n', 'n'), ('\r', 'r'), ('\0', '0'), ('<', 'l')];

/// Ends what has words in it, and a link's address.
const END: char = '/';
/// Between two runs of words, and between an attribute and words.
const NEXT: char = '.';
/// Begins a link, with its address.
const LINK: char = '>';
/// Begins an attribute of an element: a letter for its name, then its value.
const ATTRIBUTE: char = '=';
/// What stands for elements and attributes, by their place in the table of all: no letter that means something else.
const LETTERS: &[u8] = b"abcdefghijkmopqstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Adds a text as it can stand on a line.
pub fn escape(text: &str, to: &mut String) {
    for letter in text.chars() {
        match ESCAPES.iter().find(|(escaped, _)| *escaped == letter) {
            Some((_, short)) => to.extend(['\\', *short]),
            None => to.push(letter),
        }
    }
}

/// The text that [`escape`] was given; `None` of a line with marks in it.
pub fn unescape(line: &str) -> Option<String> {
    let mut pieces = Pieces(line);
    let (text, mark) = pieces.next();
    mark.is_none().then_some(text)
}

/// What is left of a line, up to the next mark at a time.
struct Pieces<'a>(&'a str);

impl Pieces<'_> {
    /// Words, and the mark that ends them; none at the end of the line.
    fn next(&mut self) -> (String, Option<char>) {
        let mut text = String::new();
        while let Some((words, rest)) = self.0.split_once('\\') {
            text.push_str(words);
            let mut rest = rest.chars();
            let mark = rest.next();
            self.0 = rest.as_str();
            match ESCAPES.iter().find(|(_, short)| Some(*short) == mark) {
                Some((escaped, _)) => text.push(*escaped),
                None => return (text, mark),
            }
        }
        text.push_str(std::mem::take(&mut self.0));
        (text, None)
    }

    /// What stands in something, up to its end. With what follows on a mark that has been read.
    fn inner(&mut self, mut begun: Option<(String, Option<char>)>) -> Option<Vec<Piece>> {
        let mut pieces = Vec::new();
        loop {
            let (text, mark) = begun.take().unwrap_or_else(|| self.next());
            push_text(text, &mut pieces);
            match mark? {
                END => return Some(pieces),
                NEXT => {}
                mark => pieces.push(self.piece(mark)?),
            }
        }
    }

    /// What a mark begins.
    fn piece(&mut self, mark: char) -> Option<Piece> {
        if mark == LINK {
            let href = Href::stored(&self.words()?)?;
            return Some(Piece::Link(href, self.inner(None)?));
        }
        let tag = Tag::ALL.get(place_of(mark)?)?.0;
        let mut attributes = Vec::new();
        let mut next = self.next();
        while next.0.is_empty() && next.1 == Some(ATTRIBUTE) {
            let (value, mark) = self.next();
            let mut letters = value.chars();
            let attribute = Attribute::ALL.get(place_of(letters.next()?)?)?.0;
            attributes.push((attribute, letters.as_str().to_owned()));
            next = (String::new(), mark);
        }
        Some(Piece::Element(tag, attributes, self.inner(Some(next))?))
    }

    fn words(&mut self) -> Option<String> {
        let (words, mark) = self.next();
        (mark == Some(END)).then_some(words)
    }

    /// Blocks: runs of words are paragraphs.
    fn blocks(&mut self) -> Option<Vec<Piece>> {
        let (mut blocks, mut run) = (Vec::new(), Vec::new());
        loop {
            let (text, mark) = self.next();
            push_text(text, &mut run);
            let piece = match mark {
                None | Some(END) => None,
                Some(NEXT) => continue,
                Some(mark) => match self.piece(mark)? {
                    Piece::Element(tag, attributes, inner) if tag.is_block() => {
                        Some(Piece::Element(tag, attributes, inner))
                    }
                    piece => {
                        run.push(piece);
                        continue;
                    }
                },
            };
            if !run.is_empty() {
                blocks.push(Piece::Element(Tag::Paragraph, Vec::new(), std::mem::take(&mut run)));
            }
            blocks.extend(piece);
            if mark.is_none() {
                return Some(blocks);
            }
        }
    }
}

fn push_text(text: String, pieces: &mut Vec<Piece>) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
}

/// Which one of a table a letter stands for.
fn place_of(letter: char) -> Option<usize> {
    LETTERS.iter().position(|own| char::from(*own) == letter)
}

impl Compact for Markdown {
    /// A paragraph without attributes is its words, up to a mark for its end or a block.
    fn write(&self, to: &mut Writer<'_>) {
        let mut is_after_words = false;
        for block in &self.0 {
            match block {
                Piece::Element(Tag::Paragraph, attributes, inner) if attributes.is_empty() && !inner.is_empty() => {
                    if is_after_words {
                        mark(END, to);
                    }
                    write_pieces(inner, to);
                    is_after_words = true;
                }
                block => {
                    write_pieces(std::slice::from_ref(block), to);
                    is_after_words = false;
                }
            }
        }
        to.line("");
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Pieces(from.line()?).blocks().map(Self)
    }
}

fn mark(mark: char, to: &mut Writer<'_>) {
    to.text.extend(['\\', mark]);
}

fn write_pieces(pieces: &[Piece], to: &mut Writer<'_>) {
    let mut is_after_text = false;
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                if is_after_text {
                    mark(NEXT, to);
                }
                escape(text, &mut to.text);
            }
            Piece::Element(tag, attributes, inner) => {
                mark(letter_of(*tag as usize), to);
                for (attribute, value) in attributes {
                    mark(ATTRIBUTE, to);
                    to.text.push(letter_of(*attribute as usize));
                    escape(value, &mut to.text);
                }
                if !attributes.is_empty() && matches!(inner.first(), Some(Piece::Text(_))) {
                    mark(NEXT, to);
                }
                write_pieces(inner, to);
                mark(END, to);
            }
            Piece::Link(href, inner) => {
                mark(LINK, to);
                let stored = href.as_stored(to.whole);
                escape(&stored, &mut to.text);
                mark(END, to);
                write_pieces(inner, to);
                mark(END, to);
            }
        }
        is_after_text = matches!(piece, Piece::Text(_));
    }
}

fn letter_of(place: usize) -> char {
    char::from(LETTERS[place])
}

impl Compact for Href {
    fn write(&self, to: &mut Writer<'_>) {
        let stored = self.as_stored(to.whole);
        stored.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Self::stored(&String::read(from)?)
    }
}

impl Href {
    /// Its text, by which its kind is known: one that leads to a page of the portfolio's site begins with a slash. Such a page is that
    /// of the language that is read.
    fn as_stored(&self, whole: &crate::Portfolio) -> String {
        let slash = if title::is_page(self, whole) { "/" } else { "" };
        let folder = title::page_of(self, whole).map(|_| route::folder(&whole.languages, &whole.language));
        [slash, &folder.unwrap_or_default(), self.as_str()].concat()
    }

    /// The link that was stored. It passed the gate before that, which is seen once more as far as it shows.
    fn stored(text: &str) -> Option<Self> {
        let kind = match text.split_once(':').map(|(scheme, _)| scheme) {
            Some("https" | "http") => HrefKind::External,
            Some("mailto") => HrefKind::Mail,
            Some("tel") => HrefKind::Phone,
            Some("sms" | "geo" | "matrix" | "xmpp" | "skype") => HrefKind::App,
            _ => {
                let (text, kind) =
                    text.strip_prefix('/').map_or((text, HrefKind::Relative), |page| (page, HrefKind::Page));
                let first = text.split(['/', '?', '#']).next()?;
                return (!first.contains(':') && !text.starts_with('/')).then(|| Self::trusted(text, kind));
            }
        };
        Some(Self::trusted(text, kind))
    }
}
