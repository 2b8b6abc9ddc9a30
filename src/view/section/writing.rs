//! Articles and posts; featured ones first.

use leptos::prelude::*;

use crate::model::Article;
use crate::view::markdown::{anchor, inline_markdown};
use crate::view::state::Site;

/// The list of articles.
#[component]
pub fn Writing() -> impl IntoView {
    let site = Site::expect();
    let (featured, others): (Vec<_>, Vec<_>) = site.portfolio.writing.iter().partition(|article| article.featured);
    let articles = featured.into_iter().chain(others).map(|article| article_view(article, &site));
    view! { <ol class="articles">{articles.collect_view()}</ol> }
}

fn article_view(article: &Article, site: &Site) -> impl IntoView + use<> {
    let title = article.title.clone().into_any();
    let title = match &article.href {
        Some(href) => anchor(href, title, site),
        None => title,
    };
    let facts = [article.publication.clone(), article.date.map(|date| date.to_string()), article.series.clone()];
    let meta = facts.into_iter().flatten().map(|fact| view! { <span>{fact}</span> }).collect_view();
    view! {
        <li class="article" data-featured=article.featured.then_some("true")>
            <h3 class="article__title">{title}</h3>
            {article.excerpt.as_ref().map(|excerpt| view! { <p class="article__excerpt">{inline_markdown(excerpt)}</p> })}
            <p class="article__meta">{meta}</p>
        </li>
    }
}
