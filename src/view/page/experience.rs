//! `/experience`: the whole career log, nothing folded.

use leptos::prelude::*;

use super::not_found::not_found;
use crate::view::section::experience::ExperienceLog;
use crate::view::state::Site;
use crate::web::page;

/// The career log on a page of its own.
#[component]
pub fn ExperiencePage() -> impl IntoView {
    let site = Site::expect();
    if site.portfolio.experience.is_empty() {
        return not_found("This portfolio lists no experience.", &site);
    }
    let title = site.title("Experience");
    Effect::new(move |_| page::set_title(&title));
    view! {
        <div class="page experience-page">
            <h1 class="page__title">"Experience"</h1>
            <ExperienceLog folded=false/>
        </div>
    }
    .into_any()
}
