//! `/architecture/:id`: one diagram that fills the window; `/architecture?diagram-url=` shows a file's diagram.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::not_found::not_found;
use crate::diagram::graph::NodeFacts;
use crate::model::{self, Diagram};
use crate::route::Page;
use crate::view::markdown::markdown;
use crate::view::state::Site;
use crate::view::widget::diagram::{DiagramView, Mode};
use crate::web::{fetch, page, url};

/// What the page is asked to show.
#[derive(Clone, PartialEq)]
enum Asked {
    Known(String),
    File(String),
    Nothing,
}

/// A diagram of the portfolio, or one read from a file of this site.
#[component]
pub fn ArchitecturePage() -> impl IntoView {
    let site = Site::expect();
    let params = use_params_map();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        match (params.with(|params| params.get("id")), query.with(|query| query.get("diagram-url"))) {
            (Some(id), _) => Asked::Known(id),
            (None, Some(url)) => Asked::File(url),
            (None, None) => Asked::Nothing,
        }
    });
    move || match asked.get() {
        Asked::Known(id) => match site.portfolio.diagram_by_id(&id) {
            Some(diagram) => full_diagram(Arc::new(diagram.clone()), &site),
            None => not_found(&["There is no diagram “", &id, "” in this portfolio."].concat(), &site),
        },
        Asked::File(url) => view! { <DiagramFile url/> }.into_any(),
        Asked::Nothing => match site.portfolio.diagrams.first() {
            Some(diagram) => full_diagram(Arc::new(diagram.clone()), &site),
            None => not_found("This portfolio has no diagrams.", &site),
        },
    }
}

fn full_diagram(diagram: Arc<Diagram>, site: &Site) -> AnyView {
    let title = site.title(&diagram.title);
    Effect::new(move |_| page::set_title(&title));
    let section = site.portfolio.sections.iter().find(|section| section.parts.contains(&model::Part::Diagrams));
    let back = section.map_or_else(|| site.href(Page::Home), |section| site.href(Page::Section(&section.id)));
    let facts = NodeFacts::of(&site.portfolio, &diagram, |project| site.href(Page::Project(&project.id)));
    view! {
        <div class="diagram-page">
            <div class="diagram-page__head">
                <a class="diagram-page__back" href=back>"Back"</a>
                <h1 class="diagram-page__title">{diagram.title.clone()}</h1>
            </div>
            <DiagramView diagram facts mode=Mode::Page full_href=None describe=markdown/>
        </div>
    }
    .into_any()
}

/// A diagram fetched from this site.
#[component]
fn DiagramFile(url: String) -> impl IntoView {
    let site = Site::expect();
    let state = RwSignal::new(None::<Result<Arc<Diagram>, String>>);
    let load = {
        let site = site.clone();
        move || {
            let (site, url) = (site.clone(), url.clone());
            state.set(None);
            spawn_local(async move {
                let loaded = load(&url, &site).await.map(Arc::new);
                state.try_set(Some(loaded.map_err(|error| [url.as_str(), ": ", &error].concat())));
            });
        }
    };
    load();
    move || match state.get() {
        None => view! { <div class="notice" role="status"><p class="notice__text">"Loading the diagram …"</p></div> }
            .into_any(),
        Some(Ok(diagram)) => full_diagram(diagram, &site),
        Some(Err(reason)) => {
            let load = load.clone();
            view! {
                <div class="notice">
                    <h1 class="notice__title">"This diagram can't be shown"</h1>
                    <p class="notice__text" role="alert">{reason}</p>
                    <p class="notice__actions">
                        <button class="button" type="button" on:click=move |_| load()>"Try again"</button>
                        <a class="button" href=site.href(Page::Home)>"Go to the start page"</a>
                    </p>
                </div>
            }
            .into_any()
        }
    }
}

async fn load(address: &str, site: &Site) -> Result<Diagram, String> {
    let own = url::same_origin(address).ok_or("?diagram-url= takes the address of a file of this site")?;
    let text = fetch::text(&own, model::MAX_BYTES).await.map_err(|error| error.to_string())?;
    let reading = model::read_diagram(&text, &site.portfolio, &url::GATE).map_err(|error| error.to_string())?;
    for problem in &reading.problems {
        leptos::logging::warn!("{own}: {problem}");
    }
    Ok(reading.value)
}
