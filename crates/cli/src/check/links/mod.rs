//! `--links`: what the pages answer that links lead to.

mod ask;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use vitrine_model::folder::Essay;
use vitrine_model::href::HrefKind;
use vitrine_model::markdown::Judge;
use vitrine_model::{Day, Gate, Href, JsonPath, Markdown, Piece, Segment, Severity};

use super::doubt::each_text;
use super::finding::Finding;
use super::places::Places;
use super::report::Report;
use crate::portfolio_file;
use ask::Answer;

/// A link that leads to another site.
#[derive(Debug)]
struct Link {
    /// As it is written.
    written: String,
    /// The page that it leads to: without what stands behind `#`.
    url: String,
    /// Where it stands.
    path: JsonPath,
}

/// Asks each outside link of some reports, and of the articles beside their files, once, and adds what is wrong with it; how many were
/// asked.
pub fn ask_all(reports: &mut [(Report, Vec<Essay>)], today: Day) -> usize {
    let links: Vec<(Vec<Link>, Vec<Link>)> = reports
        .iter()
        .map(|(report, essays)| (outside(&report.text), essays.iter().flat_map(outside_of_article).collect()))
        .collect();
    let all = || links.iter().flat_map(|(own, of_articles)| own.iter().chain(of_articles));
    let asked: BTreeSet<&str> = all().map(|link| link.url.as_str()).collect();
    let answers = ask::all(&asked);
    for ((report, _), (own, of_articles)) in reports.iter_mut().zip(&links) {
        let places = Places::of(&portfolio_file::json(&report.text));
        report.findings.extend(findings(own, &answers, &places, today));
        report.findings.sort_by_key(|finding| finding.bytes.start);
        report.of_articles.extend(findings(of_articles, &answers, &Places::default(), today));
    }
    asked.len()
}

fn findings<'a>(
    links: &'a [Link],
    answers: &'a BTreeMap<String, Answer>,
    places: &'a Places,
    today: Day,
) -> impl Iterator<Item = Finding> + 'a {
    links.iter().filter_map(move |Link { written, url, path }| {
        let (severity, code, reason, remedy) = match answers.get(url)? {
            Answer::There => return None,
            Answer::Gone(reason) => (Severity::Warning, "V0410", reason, "mend the link, or delete it"),
            Answer::Unclear(reason) => (Severity::Note, "V0411", reason, "open it in a browser"),
        };
        let said = format!("{url:?} {reason}, asked on {}; {remedy}", today.iso());
        let finding = Finding::new(severity, code, &said, path.clone(), places.value(path));
        Some(Finding { written: Some(written.clone()), ..finding })
    })
}

/// The links of a file that lead to other sites.
fn outside(text: &str) -> Vec<Link> {
    let json = portfolio_file::json(text);
    let Ok(file) = serde_json::from_str(json.trim_start_matches('\u{feff}')) else { return Vec::new() };
    links_of(&file, JsonPath::default())
}

/// Those of an article in a file of its own: of what stands ahead of it, and of its text.
fn outside_of_article(Essay { file, head, text }: &Essay) -> Vec<Link> {
    let path = JsonPath(vec![Segment::Key(file.clone())]);
    let head = head.as_deref().ok().and_then(|head| serde_json::from_str(head).ok()).unwrap_or_default();
    let mut found = links_of(&head, path.clone());
    let mut judge = Links::at(&path);
    Markdown::parse(text, &mut judge);
    found.append(&mut judge.found);
    found
}

fn links_of(value: &Value, mut start: JsonPath) -> Vec<Link> {
    let mut found = Vec::new();
    each_text(value, &mut start, &mut |text, path| {
        let mut judge = Links::at(path);
        if is_address(path) {
            judge.link(text);
        } else {
            Markdown::parse(text, &mut judge);
        }
        found.append(&mut judge.found);
    });
    found
}

/// Whether what stands there is an address, and not words with addresses among them.
fn is_address(path: &JsonPath) -> bool {
    let named = path.0.iter().rev().find_map(|segment| match segment {
        Segment::Key(key) => Some(key.as_str()),
        Segment::Index(_) => None,
    });
    matches!(named, Some("url" | "links" | "resume"))
}

/// What is asked for while a text is read.
struct Links<'a> {
    gate: Gate,
    path: &'a JsonPath,
    found: Vec<Link>,
}

impl<'a> Links<'a> {
    fn at(path: &'a JsonPath) -> Self {
        Self { gate: Gate::native(), path, found: Vec::new() }
    }
}

impl Judge for Links<'_> {
    fn link(&mut self, written: &str) -> Option<Href> {
        let href = self.gate.admit(written)?;
        if href.kind() == HrefKind::External {
            let url = href.as_str().split('#').next().unwrap_or_default().to_owned();
            self.found.push(Link { written: written.trim().to_owned(), url, path: self.path.clone() });
        }
        Some(href)
    }

    fn picture(&mut self, _: &str, _: &str) -> Option<Piece> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_in_addresses_and_in_words() {
        let text = r#"{
            "$schema": "portfolio.schema.json", // no link
            "profile": { "name": "Ada", "links": ["github.com/ada", { "url": "mailto:a@example.org" }] },
            "projects": [{ "title": "A", "summary": "See [it](https://example.org/a#top) or https://example.org/b.",
                           "links": [{ "url": "example.org/c" }, { "url": "cv.pdf" }] }],
        }"#;
        let links: Vec<String> = outside(text).iter().map(|link| format!("{} {}", link.path, link.url)).collect();
        assert_eq!(
            links,
            [
                "profile.links[0] https://github.com/ada",
                "projects[0].links[0].url https://example.org/c",
                "projects[0].summary https://example.org/a",
                "projects[0].summary https://example.org/b",
            ]
        );
    }

    #[test]
    fn links_of_articles_are_found_ahead_of_them_and_in_them() {
        let essay = Essay {
            file: "writing/a.md".to_owned(),
            head: Ok(r#"{"title": "A", "url": "https://example.org/head"}"#.to_owned()),
            text: "See [it](https://example.org/a#top).\n\n[own](b.md)\n".to_owned(),
        };
        let links: Vec<String> =
            outside_of_article(&essay).iter().map(|link| format!("{} {}", link.written, link.url)).collect();
        assert_eq!(
            links,
            ["https://example.org/head https://example.org/head", "https://example.org/a#top https://example.org/a"]
        );
    }
}
