//! One file a route. A page sets its title and holds sections.

mod architecture;
mod article;
mod experience;
mod home;
mod not_found;
mod project;

use super::state::Site;
use crate::markup::Markup;
use crate::route::Page;
use crate::view::say;

/// What the site shows at an address; `None` is one that leads nowhere.
pub fn page(at: Option<Page<'_>>, site: &Site) -> Markup {
    match at {
        Some(Page::Home | Page::Section(_)) => home::home(site),
        Some(Page::Project(id)) => project::project(id, site),
        Some(Page::Diagram(id)) => architecture::diagram(id, site),
        Some(Page::Diagrams) => architecture::diagrams(site),
        Some(Page::Experience) => experience::experience(site),
        Some(Page::Article(id)) => article::article(id, site),
        None => not_found::not_found(say().page_no_such_page(), site),
    }
}
