//! What an address that names nothing shows.

use leptos::prelude::*;

use crate::markup::{Markup, markup};
use crate::route::Page;
use crate::view::say;
use crate::view::state::Site;
use crate::web::effect::effect;

/// Says what was not found and where to go instead.
pub fn not_found(reason: &str, site: &Site) -> Markup {
    site.announce(None);
    // A prerendered page answers every address, so it can't say why.
    let said = RwSignal::new(if site.is_rendered() { say().page_no_such_page() } else { reason }.to_owned());
    let reason = reason.to_owned();
    effect(move || said.set(reason.clone()));
    let sections = site.portfolio.sections.iter().filter(|section| section.nav).map(|section| {
        markup! { <li><a href=site.href(Page::Section(&section.id))>{section.title.clone()}</a></li> }
    });
    markup! {
        <div class="notice">
            <h1 class="notice__title">{say().page_not_found()}</h1>
            <p class="notice__text">{move || said.get()}</p>
            <p class="notice__actions"><a class="button" href=site.href(Page::Home)>{say().page_to_start()}</a></p>
            <nav aria-label=say().page_other_places()><ul class="notice__places">{sections.collect::<Markup>()}</ul></nav>
        </div>
    }
}
