//! Texts and links on a line each: words as they are, and a `\` with a letter for all that is no word.

use super::{Compact, Reader, Writer};
use crate::href::{Href, HrefKind};
use crate::markdown::{Block, Inline, Markdown};

/// What a line, or a script in a page, can't hold, and what stands for it: line ends, the character that HTML replaces, and
/// that with which a script ends.
const ESCAPES: [(char, char); 5] = [('\\', '\\'), ('\n', 'n'), ('\r', 'r'), ('\0', '0'), ('<', 'l')];

// What stands in a text with marks.
const PARAGRAPH: char = 'p';
const BULLETS: char = 'u';
const NUMBERS: char = 'o';
const ENTRY: char = 'i';
const EMPHASIS: char = 'e';
const STRONG: char = 's';
const CODE: char = 'c';
const LINK: char = 'a';
/// Between two runs of words.
const NEXT: char = '.';
/// Ends what has words in it, and a link's address.
const END: char = '/';

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

    /// Runs of words up to a mark that is not for one of them, and that mark.
    fn inlines(&mut self) -> Option<(Vec<Inline>, Option<char>)> {
        let mut inlines = Vec::new();
        loop {
            let (text, mark) = self.next();
            if !text.is_empty() {
                inlines.push(Inline::Text(text));
            }
            inlines.push(match mark {
                Some(NEXT) => continue,
                Some(EMPHASIS) => Inline::Emphasis(self.inner()?),
                Some(STRONG) => Inline::Strong(self.inner()?),
                Some(CODE) => Inline::Code(self.words()?),
                Some(LINK) => {
                    let href = Href::stored(&self.words()?)?;
                    Inline::Link(self.inner()?, href)
                }
                _ => return Some((inlines, mark)),
            });
        }
    }

    fn inner(&mut self) -> Option<Vec<Inline>> {
        let (inlines, mark) = self.inlines()?;
        (mark == Some(END)).then_some(inlines)
    }

    fn words(&mut self) -> Option<String> {
        let (words, mark) = self.next();
        (mark == Some(END)).then_some(words)
    }

    fn blocks(&mut self) -> Option<Vec<Block>> {
        let mut blocks = Vec::new();
        // A text that begins with words begins with a paragraph.
        let (first, mut mark) = self.inlines()?;
        if !first.is_empty() {
            blocks.push(Block::Paragraph(first));
        }
        while let Some(begins) = mark {
            let (inlines, after) = self.inlines()?;
            mark = after;
            match (begins, blocks.last_mut()) {
                (PARAGRAPH, _) => blocks.push(Block::Paragraph(inlines)),
                (BULLETS | NUMBERS, _) if inlines.is_empty() => {
                    blocks.push(Block::List(begins == NUMBERS, Vec::new()));
                }
                (ENTRY, Some(Block::List(_, entries))) => entries.push(inlines),
                _ => return None,
            }
        }
        Some(blocks)
    }
}

impl Compact for Markdown {
    fn write(&self, to: &mut Writer<'_>) {
        for (at, block) in self.0.iter().enumerate() {
            match block {
                Block::Paragraph(inlines) => {
                    if at > 0 || inlines.is_empty() {
                        mark(PARAGRAPH, to);
                    }
                    write_inlines(inlines, to);
                }
                Block::List(is_numbered, entries) => {
                    mark(if *is_numbered { NUMBERS } else { BULLETS }, to);
                    for entry in entries {
                        mark(ENTRY, to);
                        write_inlines(entry, to);
                    }
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

fn write_inlines(inlines: &[Inline], to: &mut Writer<'_>) {
    let mut is_after_text = false;
    for inline in inlines {
        match inline {
            Inline::Text(text) => {
                if is_after_text {
                    mark(NEXT, to);
                }
                escape(text, &mut to.text);
            }
            Inline::Code(code) => {
                mark(CODE, to);
                escape(code, &mut to.text);
                mark(END, to);
            }
            Inline::Emphasis(inner) => write_inner(EMPHASIS, inner, to),
            Inline::Strong(inner) => write_inner(STRONG, inner, to),
            Inline::Link(inner, href) => {
                mark(LINK, to);
                let stored = href.as_stored(to.whole);
                escape(&stored, &mut to.text);
                mark(END, to);
                write_inlines(inner, to);
                mark(END, to);
            }
        }
        is_after_text = matches!(inline, Inline::Text(_));
    }
}

fn write_inner(begins: char, inner: &[Inline], to: &mut Writer<'_>) {
    mark(begins, to);
    write_inlines(inner, to);
    mark(END, to);
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
    /// Its text, by which its kind is known: one that leads to a page of the portfolio's site begins with a slash.
    fn as_stored(&self, whole: &crate::Portfolio) -> String {
        let slash = if crate::title::is_page(self, whole) { "/" } else { "" };
        [slash, self.as_str()].concat()
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
