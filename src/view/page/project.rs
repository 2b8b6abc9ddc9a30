//! `/projects/:id`: everything about one project, with its diagram.

use super::not_found::not_found;
use crate::route::Page;
use crate::view::markup::Markup;
use crate::view::section::project::project_page;
use crate::view::state::Site;
use crate::web::effect::effect;
use crate::web::page;

/// One project, or "not found".
pub fn project(id: &str, site: &Site) -> Markup {
    let Some(project) = site.portfolio.project(id) else {
        return not_found(&["There is no project “", id, "” in this portfolio."].concat(), site);
    };
    let title = site.title(Some(Page::Project(id)));
    effect(move || page::set_title(&title));
    project_page(project, site)
}
