//! `--links`: what the pages answer that links lead to.

mod ask;

use std::collections::{BTreeMap, BTreeSet};

use vitrine_model::href::HrefKind;
use vitrine_model::markdown::Judge;
use vitrine_model::{Day, Gate, Href, JsonPath, Markdown, Piece, Segment, Severity};

use super::doubt::each_text;
use super::finding::Finding;
use super::places::Places;
use super::report::Report;
use crate::portfolio_file;
use ask::Answer;

/// Asks each outside link of some reports once, and adds what is wrong with it; how many were asked.
pub fn ask_all(reports: &mut [Report], today: Day) -> usize {
    let links: Vec<Vec<(String, JsonPath)>> = reports.iter().map(|report| outside(&report.text)).collect();
    let asked: BTreeSet<&str> = links.iter().flatten().map(|(url, _)| url.as_str()).collect();
    let answers = ask::all(&asked);
    for (report, links) in reports.iter_mut().zip(&links) {
        let places = Places::of(&portfolio_file::json(&report.text));
        report.findings.extend(findings(links, &answers, &places, today));
        report.findings.sort_by_key(|finding| finding.bytes.start);
    }
    asked.len()
}

fn findings<'a>(
    links: &'a [(String, JsonPath)],
    answers: &'a BTreeMap<String, Answer>,
    places: &'a Places,
    today: Day,
) -> impl Iterator<Item = Finding> + 'a {
    links.iter().filter_map(move |(url, path)| {
        let (severity, code, reason, remedy) = match answers.get(url)? {
            Answer::There => return None,
            Answer::Gone(reason) => (Severity::Warning, "V0410", reason, "mend the link, or delete it"),
            Answer::Unclear(reason) => (Severity::Note, "V0411", reason, "open it in a browser"),
        };
        let said = format!("{url:?} {reason}, asked on {}; {remedy}", today.iso());
        Some(Finding::new(severity, code, &said, path.clone(), places.value(path)))
    })
}

/// The links of a file that lead to other sites, without what stands behind `#`, each with its place.
fn outside(text: &str) -> Vec<(String, JsonPath)> {
    let json = portfolio_file::json(text);
    let Ok(file) = serde_json::from_str(json.trim_start_matches('\u{feff}')) else { return Vec::new() };
    let (gate, mut found) = (Gate::native(), Vec::new());
    each_text(&file, &mut JsonPath::default(), &mut |text, path| {
        let mut links = Links { gate, found: Vec::new() };
        if is_address(path) {
            links.link(text);
        } else {
            Markdown::parse(text, &mut links);
        }
        found.extend(links.found.into_iter().map(|url| (url, path.clone())));
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
struct Links {
    gate: Gate,
    found: Vec<String>,
}

impl Judge for Links {
    fn link(&mut self, url: &str) -> Option<Href> {
        let href = self.gate.admit(url)?;
        if href.kind() == HrefKind::External {
            self.found.push(href.as_str().split('#').next().unwrap_or_default().to_owned());
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
        let links: Vec<String> = outside(text).iter().map(|(url, path)| format!("{path} {url}")).collect();
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
}
