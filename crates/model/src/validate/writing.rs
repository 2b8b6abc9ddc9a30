//! Articles and posts.

use super::Check;
use crate::doc::Doc;
use crate::portfolio::Article;

pub fn writing(check: &mut Check, doc: &mut Doc) -> Vec<Article> {
    check.each(doc, "writing", |check, doc| {
        let date = check.date(doc, "date", "it as 2025, 2025-03 or 2025-03-14");
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
