//! Articles and posts; featured ones first.

use leptos::prelude::*;

use crate::markup::{IntoMarkup, Markup, markup};
use crate::model::Article;
use crate::view::markdown::{anchor, inline_markdown};
use crate::view::say;
use crate::view::state::Site;

/// The list of articles.
#[component]
pub fn Writing() -> Markup {
    let site = Site::expect();
    let (featured, others): (Vec<_>, Vec<_>) = site.portfolio.writing.iter().partition(|article| article.featured);
    let articles = featured.into_iter().chain(others).map(|article| article_view(article, &site));
    markup! { <ol class="articles">{articles.collect::<Markup>()}</ol> }
}

fn article_view(article: &Article, site: &Site) -> Markup {
    let title = article.title.clone().into_markup();
    let title = match &article.href {
        Some(href) => anchor(href, title, site),
        None => title,
    };
    markup! {
        <li class="article" data-featured=article.featured.then_some("true")>
            <h3 class="article__title" dir="auto">{title}</h3>
            {article.excerpt.as_ref().map(|excerpt| markup! { <p class="article__excerpt" dir="auto">{inline_markdown(excerpt)}</p> })}
            {facts(article)}
        </li>
    }
}

/// Where and when it appeared, what it belongs to, and how long it takes.
pub fn facts(article: &Article) -> Markup {
    let minutes = (article.minutes > 0).then(|| say().article_minutes(article.minutes as usize));
    let date = article.date.map(|date| date.short(say()));
    let facts = [article.publication.clone(), date, article.series.clone(), minutes];
    let facts = facts.into_iter().flatten().map(|fact| markup! { <span dir="auto">{fact}</span> }).collect::<Markup>();
    markup! { <p class="article__meta">{facts}</p> }
}
