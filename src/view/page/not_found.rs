//! What an address that names nothing shows.

use crate::route::Page;
use crate::view::markup::{Markup, markup};
use crate::view::state::Site;
use crate::web::effect::effect;
use crate::web::page;

/// Says what was not found and where to go instead.
pub fn not_found(reason: &str, site: &Site) -> Markup {
    let title = site.title(None);
    effect(move || page::set_title(&title));
    let sections = site.portfolio.sections.iter().filter(|section| section.nav).map(|section| {
        markup! { <li><a href=site.href(Page::Section(&section.id))>{section.title.clone()}</a></li> }
    });
    markup! {
        <div class="notice">
            <h1 class="notice__title">"Page not found"</h1>
            <p class="notice__text">{reason.to_owned()}</p>
            <p class="notice__actions"><a class="button" href=site.href(Page::Home)>"Go to the start page"</a></p>
            <nav aria-label="Other places"><ul class="notice__places">{sections.collect::<Markup>()}</ul></nav>
        </div>
    }
}
