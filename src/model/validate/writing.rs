//! Articles and posts.

use super::Check;
use crate::model::date::PartialDate;
use crate::model::document::ArticleDoc;
use crate::model::json_path::At;
use crate::model::list::List;
use crate::model::portfolio::Article;

pub fn writing(list: List<ArticleDoc>, check: &mut Check) -> Vec<Article> {
    check.each(list, &At::top("writing"), |check, doc, at| {
        let date = doc.date.and_then(|text| {
            let date = PartialDate::parse(&text);
            check.dated(&at.key("date"), date, &text, "it as 2025, 2025-03 or 2025-03-14")
        });
        Some(Article {
            title: check.name(doc.title, &at.key("title"))?,
            excerpt: check.prose(doc.excerpt, &at.key("excerpt")),
            href: check.href(doc.url, &at.key("url")),
            date,
            publication: check.line(doc.publication, &at.key("publication")),
            series: check.line(doc.series, &at.key("series")),
            featured: doc.featured.unwrap_or(false),
        })
    })
}
