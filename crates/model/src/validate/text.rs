//! Texts, links and lists of them.

use super::Check;
use crate::doc::Doc;
use crate::href::{self, Admitted, Href, HrefKind};
use crate::json_path::At;
use crate::markdown::{Judge, Markdown, Piece};
use crate::portfolio::Link;
use crate::problem::ProblemKind;

/// The folder of articles, from which their paths start.
#[cfg(not(target_arch = "wasm32"))]
const ESSAYS: &str = "writing/";
/// The longest text of one line, in characters: about ten lines of the widest column.
const LONGEST_LINE: usize = 1_000;
/// The longest Markdown of one field, in characters: about thirty printed pages.
const LONGEST_PROSE: usize = 100_000;

impl Check {
    /// A line that has to be there.
    pub(super) fn name(&mut self, doc: &mut Doc, name: &str) -> Option<String> {
        let text = doc.text(name)?;
        self.required(&text, &doc.at(name))
    }

    /// A line that may be left out.
    pub(super) fn line(&mut self, doc: &mut Doc, name: &str) -> Option<String> {
        let text = doc.text(name)?;
        self.optional(&text, &doc.at(name))
    }

    /// Lines, without empty ones.
    pub(super) fn lines(&mut self, doc: &mut Doc, name: &str) -> Vec<String> {
        let mut lines = Vec::new();
        self.words(doc, name, &mut |check, text, at| lines.extend(check.optional(&text, at)));
        lines
    }

    /// Markdown that has to be there.
    pub(super) fn text(&mut self, doc: &mut Doc, name: &str) -> Option<Markdown> {
        let text = doc.text(name)?;
        self.markdown(&text, &doc.at(name), ProblemKind::Empty)
    }

    /// Markdown that may be left out.
    pub(super) fn prose(&mut self, doc: &mut Doc, name: &str) -> Option<Markdown> {
        let text = doc.text(name)?;
        self.markdown(&text, &doc.at(name), ProblemKind::EmptyText)
    }

    /// Markdown texts, without empty ones.
    pub(super) fn proses(&mut self, doc: &mut Doc, name: &str) -> Vec<Markdown> {
        let mut texts = Vec::new();
        self.words(doc, name, &mut |check, text, at| texts.extend(check.markdown(&text, at, ProblemKind::EmptyText)));
        texts
    }

    /// Its labelled links; one that the gate refuses keeps its label, and one that is alone and has none is called `only`.
    pub(super) fn links(&mut self, doc: &mut Doc, name: &str, only: Option<&str>) -> Vec<Link> {
        let mut is_named = false;
        let mut links = self.each(doc, name, |check, doc| {
            let label = check.line(doc, "label");
            is_named |= label.is_some();
            let url = doc.text("url")?;
            let href = check.link(&url, &doc.at("url"));
            // Without a label it is called by where it leads, or by what is written instead.
            let place = || href.as_ref().map(place_of).into_iter().chain([short(url.trim())]);
            Some(Link { label: label.or_else(|| place().find(|place| !place.is_empty()))?, href })
        });
        if let ([link], Some(only), false) = (&mut links[..], only, is_named) {
            only.clone_into(&mut link.label);
        }
        links
    }

    /// Its `url`, if the gate lets it pass.
    pub(super) fn href(&mut self, doc: &mut Doc) -> Option<Href> {
        let url = doc.text("url")?;
        self.link(&url, &doc.at("url"))
    }

    /// A link, if the gate lets it pass.
    pub(super) fn link(&mut self, url: &str, at: &At) -> Option<Href> {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(essay) = self.essay_at(url) {
            return Some(essay);
        }
        match self.gate.judge(url) {
            Ok(Admitted { href, is_mended }) => {
                if is_mended {
                    self.report(at, ProblemKind::MendedLink { url: short(url), mended: short(href.as_str()) });
                }
                // A file that a link leads to is part of the site.
                if href.kind() == HrefKind::Relative {
                    self.publish(url.split(['?', '#']).next().unwrap_or_default());
                }
                Some(href)
            }
            Err(fault) => {
                self.report(at, ProblemKind::RefusedLink { url: short(url), fault });
                None
            }
        }
    }

    /// What leads from one article to the file of another, beside it or from the portfolio on; [`super::essay`] knows its page.
    #[cfg(not(target_arch = "wasm32"))]
    fn essay_at(&self, url: &str) -> Option<Href> {
        let folder = (!self.texts_in.is_empty()).then_some(self.texts_in)?;
        let (path, rest) = url.split_at(url.find(['?', '#']).unwrap_or(url.len()));
        let path = path.replace("%20", " ");
        let path = path.trim_start_matches("./").trim_start_matches("../");
        let is_there = |file: &&String| **file == path || file.strip_prefix(folder) == Some(path);
        let file = self.essays.iter().find(is_there)?;
        Some(Href::trusted(&[file, rest].concat(), HrefKind::Relative))
    }

    /// Its `site`, if that can be the address of a start page.
    pub(super) fn site(&mut self, doc: &mut Doc) -> Option<Href> {
        let url = doc.text("site")?;
        let page = |href: &Href| href.as_str().starts_with("https:") && !href.as_str().contains(['?', '#']);
        let admitted = self.gate.judge(&url).ok().filter(|admitted| page(&admitted.href));
        let kind = match &admitted {
            None => ProblemKind::BadSite(short(&url)),
            Some(Admitted { href, is_mended: true }) => {
                ProblemKind::MendedLink { url: short(&url), mended: short(href.as_str()) }
            }
            Some(_) => return admitted.map(|admitted| admitted.href),
        };
        self.report(&doc.at("site"), kind);
        admitted.map(|admitted| admitted.href)
    }

    /// The Markdown of a whole article.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn essay(&mut self, text: &str, at: &At) -> Option<Markdown> {
        self.texts_in = ESSAYS;
        let text = self.markdown(text, at, ProblemKind::Empty);
        self.texts_in = "";
        text
    }

    #[inline(never)]
    fn markdown(&mut self, text: &str, at: &At, empty: ProblemKind) -> Option<Markdown> {
        let text = self.clean(text, at, LONGEST_PROSE, empty)?;
        Some((self.reads.markdown)(self, &text, at))
    }

    /// Text with marks; links and pictures in it are judged.
    pub(super) fn parsed(&mut self, text: &str, at: &At) -> Markdown {
        Markdown::parse(text, &mut Within { check: self, at })
    }

    /// A line that says something.
    pub(super) fn required(&mut self, text: &str, at: &At) -> Option<String> {
        self.clean(text, at, LONGEST_LINE, ProblemKind::Empty)
    }

    pub(super) fn optional(&mut self, text: &str, at: &At) -> Option<String> {
        self.clean(text, at, LONGEST_LINE, ProblemKind::EmptyText)
    }

    /// Takes out what no reader sees (controls) or what makes a text read otherwise than it is written (UAX 9
    /// overrides), cuts off what no page can show, and trims. Line ends survive in Markdown only. Where nothing is left, that is
    /// the problem `empty`.
    fn clean(&mut self, text: &str, at: &At, limit: usize, empty: ProblemKind) -> Option<String> {
        let mut clean = String::with_capacity(text.len());
        let mut hidden = false;
        for (count, c) in text.trim().chars().enumerate() {
            if count == limit {
                self.report(at, ProblemKind::TooLong { limit });
                break;
            }
            match c {
                '\n' | '\t' if limit == LONGEST_PROSE => clean.push(c),
                '\r' if limit == LONGEST_PROSE => {}
                '\t' | '\n' | '\r' => clean.push(' '),
                c if c.is_control() || href::reorders(c) => hidden = true,
                c => clean.push(c),
            }
        }
        if clean.contains('\u{fffd}') {
            self.report(at, ProblemKind::LostCharacters);
        }
        if hidden {
            self.report(at, ProblemKind::HiddenCharacters);
        }
        clean.truncate(clean.trim_end().len());
        if clean.chars().all(is_invisible) {
            self.report(at, empty);
            return None;
        }
        Some(clean)
    }
}

/// What links of a text are judged by, and where it stands.
struct Within<'a> {
    check: &'a mut Check,
    at: &'a At<'a>,
}

impl Judge for Within<'_> {
    fn link(&mut self, url: &str) -> Option<Href> {
        self.check.link(url, self.at)
    }

    fn picture(&mut self, file: &str, alternative: &str) -> Option<Piece> {
        self.check.picture_in_text(file, alternative, self.at)
    }
}

/// Whether a character leaves nothing on a page: spaces of all kinds, joiners, fillers.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{200b}'
                ..='\u{200f}'
        )
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}')
}

/// As much of an address as a report repeats.
fn short(url: &str) -> String {
    url.chars().take(200).collect()
}

/// Where a link leads, in short: a host and a path, an address, a number.
fn place_of(href: &Href) -> String {
    let text = href.as_str();
    let rest = text.split_once(':').map_or(text, |(_, rest)| rest).trim_start_matches("//").trim_start_matches("www.");
    letters_of(rest.split(['?', '#']).next().unwrap_or(rest).trim_end_matches('/'))
}

/// An address as people read it: letters and digits of any script in place of their bytes. Whatever else is escaped, such as
/// spaces, slashes and marks that nobody sees, stays so; and escapes in a row that are not all letters stay as they are.
fn letters_of(address: &str) -> String {
    let byte = |text: &str| u8::from_str_radix(text.strip_prefix('%')?.get(..2)?, 16).ok();
    let (mut read, mut rest) = (String::with_capacity(address.len()), address);
    while let Some(start) = rest.find('%') {
        let (ahead, escaped) = rest.split_at(start);
        let (mut bytes, mut after) = (Vec::new(), escaped);
        while let Some(byte) = byte(after) {
            bytes.push(byte);
            after = &after[3..];
        }
        if bytes.is_empty() {
            after = &after[1..];
        }
        let letters = std::str::from_utf8(&bytes).unwrap_or_default();
        let is_word = !letters.is_empty() && letters.chars().all(char::is_alphanumeric);
        read.push_str(ahead);
        read.push_str(if is_word { letters } else { &escaped[..escaped.len() - after.len()] });
        rest = after;
    }
    read + rest
}
