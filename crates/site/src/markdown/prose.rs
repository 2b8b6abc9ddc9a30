//! Texts of a portfolio as `CommonMark` again: what was words stays words.

use vitrine_model::markdown::Attribute;
use vitrine_model::{Href, Piece, Tag};

use super::spelling::{code, destination, escaped, fenced, indented, link, paragraph};

/// Where links and pictures lead from a text that stands outside of the site; `None` for what has no address there.
pub struct Prose<'a> {
    /// Of a link.
    pub link: &'a dyn Fn(&Href) -> Option<String>,
    /// Of a file of the site, by its path.
    pub file: &'a dyn Fn(&str) -> Option<String>,
}

/// Headings end at this level.
const DEEPEST: usize = 6;

impl Prose<'_> {
    /// The blocks of a text below a heading of a level, each as it stands between two empty lines.
    pub fn blocks(&self, pieces: &[Piece], level: usize) -> Vec<String> {
        let mut blocks: Vec<String> = Vec::new();
        let mut run: Vec<&Piece> = Vec::new();
        // Two lists one after the other would be one if they had the same mark.
        let mut lists = 0;
        for piece in pieces {
            let Piece::Element(tag, attributes, inner) = piece else {
                run.push(piece);
                continue;
            };
            if !tag.is_block() {
                run.push(piece);
                continue;
            }
            self.end(&mut run, &mut blocks);
            lists = if matches!(tag, Tag::List | Tag::Numbers) { lists + 1 } else { 0 };
            blocks.extend(self.block(*tag, attributes, inner, level, lists));
        }
        self.end(&mut run, &mut blocks);
        blocks
    }

    /// A text on one line, for places that hold no blocks.
    pub fn line(&self, pieces: &[Piece]) -> String {
        let mut line = String::new();
        self.push_line(pieces, &mut line);
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn push_line(&self, pieces: &[Piece], line: &mut String) {
        for piece in pieces {
            match piece {
                Piece::Element(tag, _, inner) if tag.separates() && !is_picture(*tag) => {
                    self.push_line(inner, line);
                    line.push(' ');
                }
                piece => self.push_inline(piece, line),
            }
        }
    }

    /// Ends a paragraph of pieces that stand in no block.
    fn end(&self, run: &mut Vec<&Piece>, blocks: &mut Vec<String>) {
        let mut text = String::new();
        for piece in run.drain(..) {
            self.push_inline(piece, &mut text);
        }
        blocks.extend(paragraph(&text));
    }

    fn block(
        &self,
        tag: Tag,
        attributes: &[(Attribute, String)],
        inner: &[Piece],
        level: usize,
        lists: usize,
    ) -> Vec<String> {
        let inside = || self.blocks(inner, level);
        match tag {
            Tag::List => vec![self.list(inner, level, None, lists)],
            Tag::Numbers => {
                let first = attribute(attributes, Attribute::Start).and_then(|first| first.parse().ok()).unwrap_or(1);
                vec![self.list(inner, level, Some(first), lists)]
            }
            Tag::Heading | Tag::Heading2 | Tag::Heading3 => {
                let below = tag as usize - Tag::Heading as usize;
                let marks = "#".repeat((level + below + 1).min(DEEPEST));
                vec![[&marks, " ", &self.line(inner)].concat()]
            }
            Tag::Quote => vec![indented(&inside().join("\n\n"), "> ", "> ")],
            Tag::Rule => vec!["---".to_owned()],
            Tag::Preformatted => {
                let class = match inner {
                    [Piece::Element(Tag::Code, attributes, _)] => attribute(attributes, Attribute::Class),
                    _ => attribute(attributes, Attribute::Class),
                };
                let class = class.unwrap_or_default();
                vec![fenced(&words(inner), class.strip_prefix("language-").unwrap_or_default())]
            }
            Tag::Table => vec![self.table(inner)],
            Tag::Figure => self.figure(inner, level),
            Tag::Video => self.video(attributes).into_iter().collect(),
            _ => inside(),
        }
    }

    fn list(&self, entries: &[Piece], level: usize, first: Option<u64>, lists: usize) -> String {
        let is_other = lists.is_multiple_of(2);
        let entry = |(at, piece): (u64, &Piece)| {
            let inner = if let Piece::Element(_, _, inner) = piece { &inner[..] } else { std::slice::from_ref(piece) };
            let mark = match first {
                None => if is_other { "* " } else { "- " }.to_owned(),
                Some(first) => format!("{}{} ", first + at, if is_other { ')' } else { '.' }),
            };
            let blocks = self.blocks(inner, level);
            // A paragraph with a list below it needs no empty line between them.
            let gap = if blocks.len() > 1 && blocks[1].starts_with(['-', '*']) { "\n" } else { "\n\n" };
            indented(&blocks.join(gap), &mark, &" ".repeat(mark.len()))
        };
        (0..).zip(entries).map(entry).collect::<Vec<_>>().join("\n")
    }

    /// A picture, or only what it shows where it has no address, and what is said of it.
    fn figure(&self, inner: &[Piece], level: usize) -> Vec<String> {
        let mut blocks = Vec::new();
        if let Some(Piece::Element(tag, attributes, _)) = first_picture(inner) {
            blocks.extend(if *tag == Tag::Video { self.video(attributes) } else { Some(self.picture(attributes)) });
        }
        for piece in inner {
            if let Piece::Element(Tag::Caption, _, caption) = piece {
                blocks.extend(self.blocks(caption, level));
            }
        }
        blocks
    }

    fn picture(&self, attributes: &[(Attribute, String)]) -> String {
        let alternative = escaped(attribute(attributes, Attribute::Alternative).unwrap_or_default());
        match attribute(attributes, Attribute::File).and_then(self.file) {
            Some(address) => ["![", &alternative, "](", &destination(&address), ")"].concat(),
            None => alternative,
        }
    }

    fn video(&self, attributes: &[(Attribute, String)]) -> Option<String> {
        let label = attribute(attributes, Attribute::Label).or_else(|| attribute(attributes, Attribute::Alternative));
        let label = escaped(label.unwrap_or("Video"));
        let address = attribute(attributes, Attribute::File).and_then(self.file);
        let text = match address {
            Some(address) => link(&label, &address),
            None => label,
        };
        (!text.is_empty()).then_some(text)
    }

    fn table(&self, inner: &[Piece]) -> String {
        let mut rows: Vec<Vec<(String, &'static str)>> = Vec::new();
        self.push_rows(inner, &mut rows);
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let line = |cells: Vec<&str>| ["| ", &cells.join(" | "), " |"].concat();
        let mut lines = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let cell = |column: usize| row.get(column).map_or("", |(text, _)| text.as_str());
            lines.push(line((0..columns).map(cell).collect()));
            if at == 0 {
                lines.push(line((0..columns).map(|column| row.get(column).map_or("---", |(_, rule)| rule)).collect()));
            }
        }
        lines.join("\n")
    }

    fn push_rows(&self, pieces: &[Piece], rows: &mut Vec<Vec<(String, &'static str)>>) {
        for piece in pieces {
            let Piece::Element(tag, _, inner) = piece else { continue };
            if *tag == Tag::Row {
                let cell = |piece: &Piece| {
                    let Piece::Element(_, attributes, inner) = piece else { return (String::new(), "---") };
                    let rule = match attribute(attributes, Attribute::Class) {
                        Some("right") => "--:",
                        Some("center") => ":-:",
                        _ => "---",
                    };
                    (self.cell(inner), rule)
                };
                rows.push(inner.iter().map(cell).collect());
            } else {
                self.push_rows(inner, rows);
            }
        }
    }

    /// A cell holds one line; where it has more, the mark that tables have for that.
    fn cell(&self, inner: &[Piece]) -> String {
        let mut text = String::new();
        for piece in inner {
            match piece {
                Piece::Element(Tag::Break, ..) => text.push_str("<br>"),
                // A bar in code would end the cell.
                Piece::Element(Tag::Code, _, inner) => text.push_str(&code(&words(inner)).replace('|', "\\|")),
                piece => self.push_inline(piece, &mut text),
            }
        }
        text.replace("\\\n", "<br>").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn push_inline(&self, piece: &Piece, out: &mut String) {
        match piece {
            Piece::Text(text) => out.push_str(&escaped(text)),
            Piece::Link(href, inner) => {
                let label = self.line(inner);
                match (self.link)(href) {
                    Some(address) => out.push_str(&link(&label, &address)),
                    None => out.push_str(&label),
                }
            }
            Piece::Element(tag, attributes, inner) => match tag {
                Tag::Code => out.push_str(&code(&words(inner))),
                Tag::Break => out.push_str("\\\n"),
                Tag::Picture => out.push_str(&self.picture(attributes)),
                Tag::Video => out.extend(self.video(attributes)),
                Tag::Figure | Tag::Button => {
                    if let Some(Piece::Element(Tag::Picture, attributes, _)) = first_picture(inner) {
                        out.push_str(&self.picture(attributes));
                    }
                }
                // What is opened from a button is the same picture once more.
                Tag::Box if attribute(attributes, Attribute::Popover).is_some() => {}
                Tag::Emphasis => self.push_marked("*", inner, out),
                Tag::Strong => self.push_marked("**", inner, out),
                Tag::Struck => self.push_marked("~~", inner, out),
                _ => {
                    for piece in inner {
                        self.push_inline(piece, out);
                    }
                }
            },
        }
    }

    /// Marks count only at words: spaces inside of them go outside.
    fn push_marked(&self, mark: &str, inner: &[Piece], out: &mut String) {
        let mut text = String::new();
        for piece in inner {
            self.push_inline(piece, &mut text);
        }
        let words = text.trim();
        if words.is_empty() {
            return out.push_str(&text);
        }
        let start = &text[..text.len() - text.trim_start().len()];
        let end = &text[text.trim_end().len()..];
        for part in [start, mark, words, mark, end] {
            out.push_str(part);
        }
    }
}

fn is_picture(tag: Tag) -> bool {
    matches!(tag, Tag::Picture | Tag::Video | Tag::Figure | Tag::Button | Tag::Box)
}

fn attribute(attributes: &[(Attribute, String)], name: Attribute) -> Option<&str> {
    attributes.iter().find(|(attribute, _)| *attribute == name).map(|(_, value)| value.as_str())
}

fn first_picture(pieces: &[Piece]) -> Option<&Piece> {
    pieces.iter().find_map(|piece| match piece {
        Piece::Element(Tag::Picture | Tag::Video, ..) => Some(piece),
        Piece::Element(_, _, inner) | Piece::Link(_, inner) => first_picture(inner),
        Piece::Text(_) => None,
    })
}

/// The words of pieces without their marks, as code has them.
fn words(pieces: &[Piece]) -> String {
    let word = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Link(_, inner) | Piece::Element(_, _, inner) => words(inner),
    };
    pieces.iter().map(word).collect()
}
