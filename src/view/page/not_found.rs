//! What an address that names nothing shows.

use leptos::prelude::*;

use crate::route::Page;
use crate::view::state::Site;
use crate::web::page;

/// The page of every unknown route.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    not_found("No page of this site has this address.", &Site::expect())
}

/// Says what was not found and where to go instead.
pub fn not_found(reason: &str, site: &Site) -> AnyView {
    let title = site.title("Page not found");
    Effect::new(move |_| page::set_title(&title));
    let sections = site.portfolio.sections.iter().filter(|section| section.nav).map(|section| {
        view! { <li><a href=site.href(Page::Section(&section.id))>{section.title.clone()}</a></li> }
    });
    view! {
        <div class="notice">
            <h1 class="notice__title">"Page not found"</h1>
            <p class="notice__text">{reason.to_owned()}</p>
            <p class="notice__actions"><a class="button" href=site.href(Page::Home)>"Go to the start page"</a></p>
            <nav aria-label="Other places"><ul class="notice__places">{sections.collect_view()}</ul></nav>
        </div>
    }
    .into_any()
}
