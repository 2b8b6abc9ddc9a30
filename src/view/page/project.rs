//! `/projects/:id`: everything about one project, with its diagram.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::not_found::not_found;
use crate::view::section::project::project_page;
use crate::view::state::Site;
use crate::web::page;

/// One project, or "not found".
#[component]
pub fn ProjectPage() -> impl IntoView {
    let site = Site::expect();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    move || {
        let id = id.get();
        let Some(project) = site.portfolio.project(&id) else {
            return not_found(&["There is no project “", &id, "” in this portfolio."].concat(), &site);
        };
        let title = site.title(&project.title);
        Effect::new(move |_| page::set_title(&title));
        project_page(project, &site)
    }
}
