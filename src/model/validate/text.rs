//! Texts, links and lists of them.

use super::Check;
use crate::model::document::LinkDoc;
use crate::model::href::{self, Href};
use crate::model::json_path::At;
use crate::model::list::List;
use crate::model::markdown::Markdown;
use crate::model::portfolio::Link;
use crate::model::problem::ProblemKind;

/// The longest text of one line, in characters: about ten lines of the widest column.
const LONGEST_LINE: usize = 1_000;
/// The longest Markdown of one field, in characters: about thirty printed pages.
const LONGEST_PROSE: usize = 100_000;

impl Check {
    /// A line that has to be there.
    pub(super) fn name(&mut self, text: String, at: &At) -> Option<String> {
        self.required(text, at, LONGEST_LINE)
    }

    /// A line that may be left out.
    pub(super) fn line(&mut self, text: Option<String>, at: &At) -> Option<String> {
        self.optional(text, at, LONGEST_LINE)
    }

    /// Lines, without empty ones.
    pub(super) fn lines(&mut self, list: List<String>, at: &At) -> Vec<String> {
        self.each(list, at, |check, text, at| check.line(Some(text), at))
    }

    /// Markdown that has to be there.
    pub(super) fn text(&mut self, text: String, at: &At) -> Option<Markdown> {
        let text = self.required(text, at, LONGEST_PROSE)?;
        Some(self.markdown(&text, at))
    }

    /// Markdown that may be left out.
    pub(super) fn prose(&mut self, text: Option<String>, at: &At) -> Option<Markdown> {
        let text = self.optional(text, at, LONGEST_PROSE)?;
        Some(self.markdown(&text, at))
    }

    /// Markdown texts, without empty ones.
    pub(super) fn proses(&mut self, list: List<String>, at: &At) -> Vec<Markdown> {
        self.each(list, at, |check, text, at| check.prose(Some(text), at))
    }

    /// Labelled links; one that the gate refuses keeps its label.
    pub(super) fn links(&mut self, list: List<LinkDoc>, at: &At) -> Vec<Link> {
        self.each(list, at, |check, doc, at| {
            let label = check.name(doc.label, &at.key("label"))?;
            Some(Link { label, href: check.href(Some(doc.url), &at.key("url")) })
        })
    }

    /// A link, if the gate lets it pass.
    pub(super) fn href(&mut self, url: Option<String>, at: &At) -> Option<Href> {
        let url = url?;
        let href = self.gate.admit(&url);
        if href.is_none() {
            self.refuse(&url, at);
        }
        href
    }

    fn refuse(&mut self, url: &str, at: &At) {
        let url = url.chars().take(200).collect();
        self.report(at, ProblemKind::RefusedLink { url });
    }

    fn markdown(&mut self, text: &str, at: &At) -> Markdown {
        let mut refused = Vec::new();
        let markdown = Markdown::parse(text, &self.gate, &mut refused);
        for url in refused {
            self.refuse(&url, at);
        }
        markdown
    }

    fn required(&mut self, text: String, at: &At, limit: usize) -> Option<String> {
        let text = self.clean(&text, at, limit);
        if text.is_empty() {
            self.report(at, ProblemKind::Empty);
            return None;
        }
        Some(text)
    }

    fn optional(&mut self, text: Option<String>, at: &At, limit: usize) -> Option<String> {
        let text = self.clean(&text?, at, limit);
        if text.is_empty() {
            self.report(at, ProblemKind::EmptyText);
            return None;
        }
        Some(text)
    }

    /// Takes out what no reader sees (controls) or what makes a text read otherwise than it is written (UAX 9
    /// overrides), cuts off what no page can show, and trims. Line ends survive in Markdown only.
    fn clean(&mut self, text: &str, at: &At, limit: usize) -> String {
        let mut clean = String::with_capacity(text.len());
        let mut hidden = false;
        for (count, c) in text.trim().chars().enumerate() {
            if count == limit {
                self.report(at, ProblemKind::TooLong { limit });
                break;
            }
            match c {
                '\n' if limit == LONGEST_PROSE => clean.push(c),
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
        clean
    }
}
