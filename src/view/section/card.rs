//! The card of a project, and the inspector that it opens.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use super::project::{Depth, project_parts};
use crate::markup::{Markup, markup};
use crate::model::{Project, ProjectKind};
use crate::route::Page;
use crate::view::markdown::{inline_markdown, link_list};
use crate::view::say;
use crate::view::state::Site;
use crate::view::widget::window::Window;
use crate::web::page;

/// Which card shows its inspector, and which one the visitor chose.
#[derive(Clone, Copy)]
pub(super) struct Opened {
    pub open: Memo<Option<usize>>,
    pub chosen: RwSignal<Option<usize>>,
}

/// The id of its element.
pub(super) fn card_id(project: &Project) -> String {
    ["v-card-", &project.id].concat()
}

/// The card of the project at a position; `toggle` opens and closes its inspector.
pub(super) fn card(position: usize, opened: Opened, toggle: Callback<usize>, site: &Site) -> Markup {
    let Opened { open, chosen } = opened;
    let project = &site.portfolio.projects[position];
    let kind = ProjectKind::ALL[project.kind as usize].1;
    let is_open = Memo::new(move |_| open.get() == Some(position));
    let figure = project.impact.as_ref().and_then(|impact| impact.figure.clone()).map(|figure| {
        let label = project.impact.as_ref().and_then(|impact| impact.label.clone());
        markup! { <p class="project-card__figure" dir="auto"><strong>{figure}</strong>{label.map(|label| [" ", &label].concat())}</p> }
    });
    let technologies =
        project.technologies.iter().map(|&id| markup! { <li>{site.portfolio.technology(id).name.clone()}</li> });
    let (brief, when) = (project.brief.then_some(""), when(project, site));
    let panel = ["v-inspector-", &project.id].concat();
    let href = site.href(Page::Project(&project.id));
    let press = move |event: MouseEvent| {
        // Another tab or window is the browser's business.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            toggle.run(position);
        }
    };
    let press_key = move |event: KeyboardEvent| {
        if event.key() == " " && !event.shift_key() {
            event.prevent_default();
            if !event.repeat() {
                toggle.run(position);
            }
        }
    };
    let inspector = {
        let (site, panel) = (site.clone(), panel.clone());
        move || is_open.get().then(|| inspector(&site.portfolio.projects[position], &panel, chosen, &site))
    };
    let selected = move || is_open.get().then(|| if chosen.get().is_none() { "unasked" } else { "true" });
    markup! {
        <li class="project-card" id=card_id(project) data-kind=kind data-selected=selected data-brief=brief>
            <div class="project-card__face">
                <p class="project-card__path" dir="auto">{project.path.clone()}</p>
                <h3 class="project-card__title" dir="auto" data-when=when>
                    // As long as there is no program it leads to the project's page.
                    <a
                        href=href
                        role=|| page::RUNS.then_some("button")
                        aria-expanded=move || page::RUNS.then(|| is_open.get().to_string())
                        aria-controls=move || is_open.get().then(|| panel.clone())
                        on:click=press
                        on:keydown=press_key
                    >
                        {project.title.clone()}
                    </a>
                </h3>
                {project.summary.as_ref().map(|summary| markup! { <p class="project-card__summary" dir="auto">{inline_markdown(summary)}</p> })}
                {figure}
                <ul class="project-card__tech" aria-label=say().project_technologies()>{technologies.collect::<Markup>()}</ul>
                // For paper, where nothing opens.
                {link_list(&project.links, "project-card__links", site)}
            </div>
            {inspector}
        </li>
    }
}

fn inspector(project: &Project, id: &str, chosen: RwSignal<Option<usize>>, site: &Site) -> Markup {
    let title = project.path.clone();
    let label = say().text_entry(&site.portfolio.kind(project.kind).title, &project.title);
    let parts = project_parts(project, Depth::Inspector, site);
    let href = site.href(Page::Project(&project.id));
    markup! {
        <section class="inspector" id=id.to_owned() aria-label=label data-unasked=move || chosen.get().is_none()>
            <Window title=title controls=markup! { <a class="window__link" href=href>{say().project_full_page()}</a> }>
                {parts}
            </Window>
        </section>
    }
}

/// When that was, which print says after its title. The program leaves it as it stands in a page.
#[cfg(not(target_arch = "wasm32"))]
fn when(project: &Project, site: &Site) -> Option<String> {
    project.period.map(|period| period.words(site.today().get_untracked(), say()))
}

/// Where the program draws the page itself, titles are enough.
#[cfg(target_arch = "wasm32")]
fn when(_: &Project, _: &Site) -> Option<&'static str> {
    None
}
