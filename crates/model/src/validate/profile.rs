//! Whose portfolio it is, and the figures below the hero.

use super::Check;
use crate::doc::Doc;
use crate::json::Json;
use crate::portfolio::{Metric, Profile};
use crate::problem::ProblemKind;

/// Figures up to here print without an exponent and read back as the same number.
const LARGEST_FIGURE: f64 = 1e15;

pub fn profile(check: &mut Check, doc: &mut Doc) -> Profile {
    // What a page without a sound profile is called, and a résumé that is the only one.
    let (nameless, resume) = (check.heard.words.page_untitled(), check.heard.words.page_resume());
    let profile = check.part(doc, "profile", |check, doc| {
        let name = check.name(doc, "name").unwrap_or_else(|| nameless.to_owned());
        Profile {
            photo: check.photo(doc, &name),
            name,
            headline: check.line(doc, "headline"),
            tagline: check.prose(doc, "tagline"),
            location: check.line(doc, "location"),
            availability: check.line(doc, "availability"),
            about: check.proses(doc, "about"),
            // What most visitors look for comes first.
            links: [check.links(doc, "resume", Some(resume)), check.links(doc, "links", None)].concat(),
        }
    });
    profile.unwrap_or_else(|| {
        check.report(&doc.at("profile"), ProblemKind::NoProfile);
        Profile { name: nameless.to_owned(), ..Profile::default() }
    })
}

pub fn metrics(check: &mut Check, doc: &mut Doc) -> Vec<Metric> {
    check.each(doc, "metrics", |check, doc| {
        Some(Metric {
            value: figure(check, doc, "value")?,
            label: check.name(doc, "label")?,
            sign: check.line(doc, "sign"),
            unit: check.line(doc, "unit"),
            context: check.prose(doc, "context"),
        })
    })
}

/// A text, or a number as the language writes it.
pub fn figure(check: &mut Check, doc: &mut Doc, name: &str) -> Option<String> {
    match doc.take(name) {
        // Adding 0 turns -0 into 0.
        Json::Number(number) if number.abs() <= LARGEST_FIGURE => Some(check.heard.words.decimal(number, 6)),
        Json::Number(number) => {
            let kind = ProblemKind::OutOfRange { number, min: -LARGEST_FIGURE, max: LARGEST_FIGURE };
            check.report(&doc.at(name), kind);
            None
        }
        // A number beyond those that there are comes as its digits.
        Json::Text(text) if text.parse::<f64>().is_ok_and(f64::is_infinite) => {
            let kind = ProblemKind::OutOfRange { number: f64::INFINITY, min: -LARGEST_FIGURE, max: LARGEST_FIGURE };
            check.report(&doc.at(name), kind);
            None
        }
        Json::Text(text) => check.required(&text, &doc.at(name)),
        _ => None,
    }
}
