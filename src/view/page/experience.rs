//! `/experience`: the whole career log, nothing folded.

use super::not_found::not_found;
use crate::markup::{Markup, markup};
use crate::route::Page;
use crate::view::say;
use crate::view::section::experience::ExperienceLog;
use crate::view::state::Site;

/// The career log on a page of its own.
pub fn experience(site: &Site) -> Markup {
    if site.portfolio.experience.is_empty() {
        return not_found(say().page_no_experience(), site);
    }
    site.announce(Some(Page::Experience));
    markup! {
        <div class="page experience-page">
            <h1 class="page__title" dir="auto">{say().section_experience()}</h1>
            <ExperienceLog folded=false/>
        </div>
    }
}
