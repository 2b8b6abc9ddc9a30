//! What belongs to a career beside work.

use super::Check;
use crate::doc::Doc;
use crate::portfolio::{End, Part, Period, Record, Records};

pub fn records(check: &mut Check, doc: &mut Doc) -> Vec<Records> {
    let mut all = Vec::new();
    for part in Part::RECORDS {
        let entries = check.each(doc, part.as_str(), record);
        if !entries.is_empty() {
            all.push(Records { part, entries });
        }
    }
    all
}

fn record(check: &mut Check, doc: &mut Doc) -> Option<Record> {
    let title = check.name(doc, "title")?;
    let date = check.date(doc, "date", "it as 2025, 2025-03 or 2025-03-14");
    let period = check.part(doc, "period", Check::dates).flatten();
    let one = |date: crate::date::PartialDate| Period { end: End::At(date.into()), start: Some(date.into()) };
    Some(Record {
        title,
        by: check.line(doc, "by"),
        level: check.line(doc, "level"),
        period: period.or_else(|| date.map(one)),
        location: check.line(doc, "location"),
        href: check.href(doc),
        text: check.prose(doc, "text"),
        points: check.proses(doc, "points"),
    })
}
