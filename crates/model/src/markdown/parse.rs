//! From the events of `pulldown-cmark` to a tree.

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag as Begin};

use super::address::linked;
use super::outline::Outline;
use super::{Attribute, Markdown, Piece, Tag};
use crate::href::{Href, reorders};

/// How deep a text nests; what is deeper stands in what is around it. Views and `Drop` recurse as deep.
const DEEPEST: usize = 16;
/// How much deeper a table goes by itself.
const ROOM_FOR_A_TABLE: usize = 4;

/// Says what of a text may be shown as a link or a picture.
pub trait Judge {
    /// The link, if it may be one; a refused one is text, address and all.
    fn link(&mut self, url: &str) -> Option<Href>;
    /// A picture of that file, if it may be shown, with what is said in its place.
    fn picture(&mut self, file: &str, alternative: &str) -> Option<Piece>;
}

pub(super) fn parse(text: &str, judge: &mut dyn Judge) -> Markdown {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut tree = Tree { judge, open: vec![Open::new(What::Text)], deeper: 0, links: 0, outline: Outline::default() };
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(begin) => tree.begin(begin),
            Event::End(_) => tree.end(),
            Event::Text(words) | Event::InlineMath(words) | Event::DisplayMath(words) => tree.words(&words),
            Event::Code(code) => tree.push(element(Tag::Code, vec![Piece::Text(code.into_string())])),
            Event::Html(html) | Event::InlineHtml(html) => tree.html(&html),
            Event::SoftBreak => tree.words(" "),
            Event::HardBreak => tree.push(element(Tag::Break, Vec::new())),
            Event::Rule => tree.push(element(Tag::Rule, Vec::new())),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }
    Markdown(tree.open.pop().map(|open| open.pieces).unwrap_or_default())
}

/// An element without attributes.
fn element(tag: Tag, inner: Vec<Piece>) -> Piece {
    Piece::Element(tag, Vec::new(), inner)
}

/// What has begun and not ended.
enum What {
    /// The text itself, or what shows as nothing but what is in it.
    Text,
    Element(Tag, Vec<(Attribute, String)>),
    /// With its address as it is written.
    Link(String, Option<Href>),
    /// With its file.
    Picture(String),
    /// Of HTML, which is shown as it is written.
    Html,
}

struct Open {
    what: What,
    pieces: Vec<Piece>,
    /// Of a table's columns.
    alignments: Vec<Alignment>,
}

impl Open {
    fn new(what: What) -> Self {
        Self { what, pieces: Vec::new(), alignments: Vec::new() }
    }
}

struct Tree<'a> {
    judge: &'a mut dyn Judge,
    /// From the text itself to the innermost that is open.
    open: Vec<Open>,
    /// How many have begun that nest too deep.
    deeper: usize,
    /// How many links are open.
    links: usize,
    outline: Outline,
}

impl Tree<'_> {
    fn last(&mut self) -> &mut Open {
        if self.open.is_empty() {
            self.open.push(Open::new(What::Text));
        }
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    fn push(&mut self, piece: Piece) {
        self.last().pieces.push(piece);
    }

    /// Keeps words apart that stand in blocks of which none is shown.
    fn separate(&mut self) {
        if matches!(self.last().pieces.last(), Some(Piece::Text(text)) if !text.ends_with(' ')) {
            self.words(" ");
        }
    }

    fn words(&mut self, words: &str) {
        // What a text may not hold can be spelt as a reference, too.
        let hidden = |c: char| (c.is_control() && c != '\n' && c != '\t') || reorders(c);
        if words.contains(hidden) {
            return self.words(&words.replace(hidden, ""));
        }
        match self.last().pieces.last_mut() {
            _ if words.is_empty() => {}
            Some(Piece::Text(last)) => last.push_str(words),
            _ => self.push(Piece::Text(words.to_owned())),
        }
    }

    /// Text, but for the one mark that tables have no other way to write.
    fn html(&mut self, html: &str) {
        if matches!(html, "<br>" | "<br/>" | "<br />") {
            self.push(element(Tag::Break, Vec::new()));
        } else {
            self.words(html);
        }
    }

    fn begin(&mut self, begin: Begin<'_>) {
        let room = if matches!(begin, Begin::Table(_)) { ROOM_FOR_A_TABLE } else { 0 };
        if self.deeper > 0 || self.open.len() + room > DEEPEST {
            self.separate();
            self.deeper += 1;
            return;
        }
        let plain = |tag| What::Element(tag, Vec::new());
        let what = match begin {
            Begin::Paragraph => plain(Tag::Paragraph),
            Begin::HtmlBlock => What::Html,
            Begin::Heading { level, .. } => plain(self.outline.next(level as u8)),
            Begin::BlockQuote(_) => plain(Tag::Quote),
            Begin::CodeBlock(kind) => {
                let language = match &kind {
                    CodeBlockKind::Fenced(info) => info.split([' ', ',']).next().unwrap_or_default(),
                    CodeBlockKind::Indented => "",
                };
                let class = (!language.is_empty()).then(|| (Attribute::Class, ["language-", language].concat()));
                What::Element(Tag::Preformatted, class.into_iter().collect())
            }
            Begin::List(None) => plain(Tag::List),
            Begin::List(Some(1)) => plain(Tag::Numbers),
            Begin::List(Some(first)) => What::Element(Tag::Numbers, vec![(Attribute::Start, first.to_string())]),
            Begin::Item => plain(Tag::Entry),
            Begin::Table(alignments) => {
                self.open.push(Open { alignments, ..Open::new(plain(Tag::Table)) });
                return;
            }
            Begin::TableHead | Begin::TableRow => plain(Tag::Row),
            Begin::TableCell => self.cell(),
            Begin::Emphasis => plain(Tag::Emphasis),
            Begin::Strong => plain(Tag::Strong),
            Begin::Strikethrough => plain(Tag::Struck),
            // In a link another one would be torn out of it.
            Begin::Link { .. } if self.links > 0 => What::Text,
            Begin::Link { link_type, dest_url, .. } => {
                let mail = if link_type == LinkType::Email { "mailto:" } else { "" };
                let url = [mail, &dest_url].concat();
                let href = self.judge.link(&url);
                self.links += 1;
                What::Link(url, href)
            }
            Begin::Image { dest_url, .. } => What::Picture(dest_url.into_string()),
            _ => What::Text,
        };
        self.open.push(Open::new(what));
    }

    /// A cell of the row that is open, by the alignment of its column.
    fn cell(&self) -> What {
        let row = self.open.last();
        let table = self.open.iter().rev().find(|open| matches!(open.what, What::Element(Tag::Table, _)));
        let column = row.map_or(0, |row| row.pieces.len());
        let alignment = table.and_then(|table| table.alignments.get(column));
        let class = match alignment {
            Some(Alignment::Right) => Some("right"),
            Some(Alignment::Center) => Some("center"),
            _ => None,
        };
        let class = class.map(|class| (Attribute::Class, class.to_owned()));
        What::Element(Tag::Cell, class.into_iter().collect())
    }

    fn end(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let Some(Open { what, mut pieces, .. }) = self.open.pop() else { return };
        if matches!(what, What::Link(..)) {
            self.links -= 1;
        } else if self.links == 0 && !matches!(what, What::Element(Tag::Preformatted, _)) {
            let judge = &mut *self.judge;
            let linked = |piece| if let Piece::Text(text) = piece { linked(text, judge) } else { vec![piece] };
            pieces = pieces.into_iter().flat_map(linked).collect();
        }
        match what {
            What::Text => self.last().pieces.extend(pieces),
            What::Html => {
                trim_end(&mut pieces);
                if !pieces.is_empty() {
                    self.push(element(Tag::Paragraph, pieces));
                }
            }
            What::Element(Tag::Preformatted, class) => {
                trim_end(&mut pieces);
                self.push(element(Tag::Preformatted, vec![Piece::Element(Tag::Code, class, pieces)]));
            }
            What::Element(Tag::Table, _) => self.push(table(pieces)),
            What::Element(tag, attributes) => self.push(Piece::Element(tag, attributes, pieces)),
            What::Link(url, Some(href)) => {
                if pieces.is_empty() {
                    // A link without words could not be seen, nor named by a screen reader.
                    pieces.push(Piece::Text(url));
                }
                self.push(Piece::Link(href, pieces));
            }
            What::Link(url, None) => {
                // A refused address is shown as it is written, marks and all.
                self.words("[");
                self.put(pieces);
                self.words(&["](", &url, ")"].concat());
            }
            What::Picture(file) => {
                let alternative = Markdown(pieces).plain();
                match self.judge.picture(&file, &alternative) {
                    Some(picture) if self.links > 0 => self.push(without_links(picture)),
                    Some(picture) => self.push(picture),
                    None => self.words(&["![", &alternative, "](", &file, ")"].concat()),
                }
            }
        }
    }

    /// Pieces that stand where those around them do.
    fn put(&mut self, pieces: Vec<Piece>) {
        for piece in pieces {
            match piece {
                Piece::Text(words) => self.words(&words),
                piece => self.push(piece),
            }
        }
    }
}

/// A diagram as its words, where a link to it can't be.
fn without_links(piece: Piece) -> Piece {
    match piece {
        Piece::Element(tag, _, inner) if tag == Tag::Span => {
            let words = Markdown(inner).plain();
            Piece::Element(tag, Vec::new(), vec![Piece::Text(words)])
        }
        other => other,
    }
}

/// Takes the end of the last line off.
fn trim_end(pieces: &mut Vec<Piece>) {
    if let Some(Piece::Text(text)) = pieces.last_mut() {
        text.truncate(text.trim_end_matches('\n').len());
        if text.is_empty() {
            pieces.pop();
        }
    }
}

/// A table of its rows, the first of which names the columns, in a box that can be scrolled where there is no room.
fn table(rows: Vec<Piece>) -> Piece {
    let mut rows = rows.into_iter();
    let head = rows.next().map(|row| match row {
        Piece::Element(Tag::Row, attributes, cells) => {
            let named = |cell| match cell {
                Piece::Element(Tag::Cell, attributes, inner) if !inner.is_empty() => {
                    Piece::Element(Tag::ColumnHead, attributes, inner)
                }
                cell => cell,
            };
            element(Tag::TableHead, vec![Piece::Element(Tag::Row, attributes, cells.into_iter().map(named).collect())])
        }
        row => row,
    });
    let body: Vec<Piece> = rows.collect();
    let body = (!body.is_empty()).then(|| element(Tag::TableBody, body));
    let table = element(Tag::Table, head.into_iter().chain(body).collect());
    Piece::Element(Tag::Box, vec![(Attribute::TabIndex, "0".to_owned())], vec![table])
}
