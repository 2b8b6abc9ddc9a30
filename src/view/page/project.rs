//! `/projects/:id`: everything about one project, with its diagram.

use super::not_found::not_found;
use crate::markup::Markup;
use crate::route::Page;
use crate::view::say;
use crate::view::section::project::project_page;
use crate::view::state::Site;

/// One project, or "not found".
pub fn project(id: &str, site: &Site) -> Markup {
    let Some(project) = site.portfolio.project(id) else {
        return not_found(&say().page_no_project(id), site);
    };
    site.announce(Some(Page::Project(id)));
    project_page(project, site)
}
