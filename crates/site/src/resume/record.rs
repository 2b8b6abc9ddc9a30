//! What belongs to a career beside work, under the names that JSON Resume has for it.

use serde_json::Value;
use vitrine_model::{Markdown, Part, Record};

use super::{begin, date, end, plain};
use crate::Publication;
use crate::json::object;

/// Every list that the résumé has of records, by its name.
pub fn lists(publication: &Publication<'_>) -> Vec<(&'static str, Value)> {
    vec![
        (
            "education",
            list(publication, Part::Education, &|record| {
                object([
                    ("institution", record.by.clone().into()),
                    ("area", record.title.as_str().into()),
                    ("url", target(publication, record)),
                    ("startDate", start(record)),
                    ("endDate", last(record)),
                    ("score", record.level.clone().into()),
                    // Nothing that the schema names; themes show it as they do elsewhere.
                    ("summary", plain(record.text.as_ref())),
                    ("courses", record.points.iter().map(Markdown::plain).collect()),
                ])
            }),
        ),
        (
            "certificates",
            list(publication, Part::Certificates, &|record| {
                object([
                    ("name", record.title.as_str().into()),
                    ("issuer", record.by.clone().into()),
                    ("date", issued(record)),
                    ("url", target(publication, record)),
                ])
            }),
        ),
        (
            "awards",
            list(publication, Part::Awards, &|record| {
                object([
                    ("title", record.title.as_str().into()),
                    ("awarder", record.by.clone().into()),
                    ("date", given(record)),
                    ("summary", said(record)),
                ])
            }),
        ),
        (
            "volunteer",
            list(publication, Part::Volunteering, &|record| {
                object([
                    ("organization", record.by.clone().into()),
                    ("position", record.title.as_str().into()),
                    ("url", target(publication, record)),
                    ("startDate", start(record)),
                    ("endDate", last(record)),
                    ("summary", plain(record.text.as_ref())),
                    ("highlights", record.points.iter().map(Markdown::plain).collect()),
                ])
            }),
        ),
        (
            "languages",
            list(publication, Part::Languages, &|record| {
                object([("language", record.title.as_str().into()), ("fluency", record.level.clone().into())])
            }),
        ),
        (
            "interests",
            list(publication, Part::Interests, &|record| {
                object([
                    ("name", record.title.as_str().into()),
                    ("keywords", record.points.iter().map(Markdown::plain).collect()),
                ])
            }),
        ),
        (
            "references",
            list(publication, Part::Testimonials, &|record| {
                let name = match &record.by {
                    Some(by) => [&record.title, ", ", by].concat(),
                    None => record.title.clone(),
                };
                object([("name", name.into()), ("reference", said(record))])
            }),
        ),
    ]
}

/// Papers, talks and patents.
pub fn papers<'a>(publication: &'a Publication<'_>) -> impl Iterator<Item = Value> + 'a {
    let parts = [Part::Publications, Part::Talks, Part::Patents].into_iter();
    let records = parts.filter(|part| publication.shows(*part)).flat_map(|part| publication.portfolio.records(part));
    records.map(|record| paper(publication, record))
}

fn list(publication: &Publication<'_>, part: Part, make: &dyn Fn(&Record) -> Value) -> Value {
    let records = publication.portfolio.records(part).iter().filter(|_| publication.shows(part));
    records.map(make).collect()
}

/// A paper, a talk or a patent.
fn paper(publication: &Publication<'_>, record: &Record) -> Value {
    object([
        ("name", record.title.as_str().into()),
        ("publisher", record.by.clone().into()),
        ("releaseDate", given(record)),
        ("url", target(publication, record)),
        ("summary", said(record)),
    ])
}

fn target(publication: &Publication<'_>, record: &Record) -> Value {
    record.href.as_ref().and_then(|href| publication.target(href)).into()
}

/// All that a record says in words.
fn said(record: &Record) -> Value {
    let texts: Vec<String> = record.text.iter().chain(&record.points).map(Markdown::plain).collect();
    Some(texts.join("\n\n")).filter(|text| !text.is_empty()).into()
}

fn start(record: &Record) -> Value {
    date(record.period.and_then(begin))
}

fn last(record: &Record) -> Value {
    date(record.period.and_then(end))
}

/// When a certificate was given: at the start of the time for which it holds.
fn issued(record: &Record) -> Value {
    date(record.period.and_then(|period| period.start.or(end(period))))
}

/// The one date of what has no length: the last, and of what goes on the first.
fn given(record: &Record) -> Value {
    date(record.period.and_then(|period| end(period).or(period.start)))
}
