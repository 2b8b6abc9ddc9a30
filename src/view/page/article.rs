//! `/writing/:id`: an article of the site's own.

use std::sync::Arc;

use super::not_found::not_found;
use crate::markup::{Markup, markup};
use crate::model::{Part, Passage};
use crate::route::Page;
use crate::view::markdown::markdown_below;
use crate::view::say;
use crate::view::section::architecture::diagram_window;
use crate::view::section::writing::facts;
use crate::view::state::Site;

/// One article, or "not found".
pub fn article(id: &str, site: &Site) -> Markup {
    let Some(article) = site.portfolio.article(id) else {
        return not_found(&say().page_no_article(id), site);
    };
    site.announce(Some(Page::Article(id)));
    let section = site.portfolio.sections.iter().find(|section| section.parts.contains(&Part::Writing));
    let back = section.map(|section| {
        let href = site.href(Page::Section(&section.id));
        markup! { <a href=href>{section.title.clone()}</a><span aria-hidden="true">" / "</span> }
    });
    let passage = |passage: &Passage| {
        let diagram = passage.diagram.map(|id| diagram_window(Arc::new(site.portfolio.diagram(id).clone()), site));
        markup! { {markdown_below(&passage.text, 1)}{diagram} }
    };
    markup! {
        <article class="page article-page">
            <nav class="breadcrumb" aria-label=say().page_breadcrumb()>
                {back}<span aria-current="page">{article.title.clone()}</span>
            </nav>
            <h1 class="page__title" dir="auto">{article.title.clone()}</h1>
            {facts(article)}
            {article.passages.iter().map(passage).collect::<Markup>()}
        </article>
    }
}
