//! The share image of an article: its title, what it begins with, and how long it takes.

use super::super::Publication;
use super::project;
use super::sheet::Sheet;
use vitrine_model::{Article, Markdown};

pub fn draw(sheet: &mut Sheet, publication: &Publication<'_>, article: &Article) {
    let say = publication.portfolio.words;
    let date = article.date.map(|date| date.short(say));
    let minutes = say.article_minutes(article.minutes as usize);
    let facts: Vec<String> = date.into_iter().chain([minutes]).collect();
    sheet.head((&publication.portfolio.profile.name, sheet.face(600)), &facts.join(" · "));
    let kind = article.series.clone().unwrap_or_else(|| say.site_article().to_owned());
    project::words(sheet, &kind, &article.title, article.excerpt.as_ref().map(Markdown::plain));
}
