//! Articles and posts: those that are read elsewhere, and those in files of their own.

use super::Check;
use crate::doc::Doc;
use crate::portfolio::Article;

/// The articles of the portfolio and, where a folder is read, of the files beside it.
pub fn writing(check: &mut Check, doc: &mut Doc) -> Vec<Article> {
    let articles = check.each(doc, "writing", |check, doc| {
        let (href, is_draft) = (check.href(doc), is_draft(doc));
        let article = article(check, doc)?;
        (!is_draft).then_some(Article { href, ..article })
    });
    #[cfg(not(target_arch = "wasm32"))]
    return super::essay::with_files(check, articles);
    #[cfg(target_arch = "wasm32")]
    articles
}

/// What is said about an article, wherever that is.
pub(super) fn article(check: &mut Check, doc: &mut Doc) -> Option<Article> {
    Some(Article {
        title: check.name(doc, "title")?,
        excerpt: check.prose(doc, "excerpt"),
        date: check.date(doc, "date", DATE),
        updated: check.date(doc, "updated", DATE),
        publication: check.line(doc, "publication"),
        series: check.line(doc, "series"),
        featured: doc.flag("featured").unwrap_or(false),
        ..Article::default()
    })
}

/// How to write a date.
const DATE: &str = "it as 2025, 2025-03 or 2025-03-14";

/// Whether an entry of the portfolio is kept out of the site.
fn is_draft(doc: &mut Doc) -> bool {
    doc.flag("draft") == Some(true)
}
