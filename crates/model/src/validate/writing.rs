//! Articles and posts.

use super::Check;
use crate::date::PartialDate;
use crate::doc::Doc;
use crate::portfolio::Article;

pub fn writing(check: &mut Check, doc: &mut Doc) -> Vec<Article> {
    check.each(doc, "writing", |check, doc| {
        let date = date(check, doc);
        Some(Article {
            title: check.name(doc, "title")?,
            excerpt: check.prose(doc, "excerpt"),
            href: check.href(doc),
            date,
            publication: check.line(doc, "publication"),
            series: check.line(doc, "series"),
            featured: doc.flag("featured").unwrap_or(false),
        })
    })
}

fn date(check: &mut Check, doc: &mut Doc) -> Option<PartialDate> {
    let text = doc.text("date")?;
    let date = PartialDate::parse(&text);
    if date.is_none() {
        check.report_date(&doc.at("date"), &text, "it as 2025, 2025-03 or 2025-03-14");
    }
    date
}
