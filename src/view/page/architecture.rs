//! `/architecture/:id`: one diagram that fills the window; `/architecture?diagram-url=` shows a file's diagram.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_query_map;

use super::not_found::not_found;
use crate::markup::{IntoMarkup, Markup, markup};
use crate::model::{self, Diagram, DiagramId, compact};
use crate::route::{self, Page};
use crate::title;
use crate::view::reader;
use crate::view::say;
use crate::view::section::architecture::diagram_on_page;
use crate::view::state::Site;
use crate::web::effect::effect;
use crate::web::page::{self, Head};
use crate::web::{fetch, url};

/// A diagram of the portfolio, by its id.
pub fn diagram(id: &str, site: &Site) -> Markup {
    match site.portfolio.diagram_by_id(id) {
        Some(diagram) => {
            site.announce(Some(Page::Diagram(id)));
            full_diagram(Arc::new(diagram.clone()), site.href(Page::Diagram(id)), site)
        }
        None => not_found(&say().page_no_diagram(id), site),
    }
}

/// The diagram of the file that the query names, or the portfolio's first.
pub fn diagrams(site: &Site) -> Markup {
    let query = use_query_map();
    let asked = Memo::new(move |_| query.read().get(route::DIAGRAM_URL).filter(|url| !url.is_empty()));
    let site = site.clone();
    let page = move || match (asked.get(), site.portfolio.diagrams.first()) {
        (Some(url), _) => markup! { <DiagramFile url/> },
        (None, Some(diagram)) => {
            site.announce(Some(Page::Diagram(&diagram.id)));
            full_diagram(Arc::new(diagram.clone()), site.href(Page::Diagrams), &site)
        }
        (None, None) => not_found(say().page_no_diagrams(), &site),
    };
    page.into_markup()
}

fn full_diagram(diagram: Arc<Diagram>, href: String, site: &Site) -> Markup {
    let section = site.portfolio.sections.iter().find(|section| section.parts.contains(&model::Part::Diagrams));
    let back = section.map_or_else(|| site.href(Page::Home), |section| site.href(Page::Section(&section.id)));
    let title = diagram.title.clone();
    let above = above(&diagram, site);
    let drawing = diagram_on_page(diagram, href, site);
    markup! {
        <div class="diagram-page">
            <div class="diagram-page__head">
                <a class="diagram-page__back" href=back>{say().page_back()}</a>
                {(!above.is_empty()).then(|| markup! { <nav class="diagram-page__above" aria-label=say().diagram_around()>{above}</nav> })}
                <h1 class="diagram-page__title" dir="auto">{title}</h1>
            </div>
            {drawing}
        </div>
    }
}

/// Links to the diagrams that this one is inside of, the outermost first, each to the node that leads here.
fn above(diagram: &Diagram, site: &Site) -> Vec<Markup> {
    let id = site.portfolio.diagram_id(&diagram.id);
    let around = id.map(|id| site.portfolio.around(id)).unwrap_or_default();
    let link = |(outer, node): (DiagramId, &str)| {
        let outer = site.portfolio.diagram(outer);
        let href = [&site.href(Page::Diagram(&outer.id)), "#", node].concat();
        markup! { <a href=href>{outer.title.clone()}</a> " › " }
    };
    around.into_iter().rev().map(link).collect()
}

/// A diagram fetched from this site.
#[component]
fn DiagramFile(url: String) -> Markup {
    let site = Site::expect();
    let address = site.address.href_with(Page::Diagrams, &[(route::DIAGRAM_URL, Some(url.clone()))]);
    let state = RwSignal::new(None::<Result<Arc<Diagram>, String>>);
    let load = {
        let site = site.clone();
        move || {
            let (site, url) = (site.clone(), url.clone());
            state.set(None);
            spawn_local(async move {
                let loaded = load(&url, &site).await.map(Arc::new);
                state.try_set(Some(loaded.map_err(|error| say().text_entry(&url, &error))));
            });
        }
    };
    effect({
        let load = load.clone();
        move || untrack(&load)
    });
    announce(say().diagram_heading(), &site);
    let page = move || match state.get() {
        None => {
            markup! { <div class="notice" role="status"><p class="notice__text">{say().diagram_loading()}</p></div> }
        }
        Some(Ok(diagram)) => {
            announce(&title::of_diagram(&site.portfolio, &diagram), &site);
            full_diagram(diagram, address.clone(), &site)
        }
        Some(Err(reason)) => {
            let load = load.clone();
            markup! {
                <div class="notice">
                    <h1 class="notice__title">{say().diagram_not_shown()}</h1>
                    <p class="notice__text" role="alert">{reason}</p>
                    <p class="notice__actions">
                        <button class="button" type="button" on:click=move |_| load()>{say().boot_retry()}</button>
                        <a class="button" href=site.href(Page::Home)>{say().page_to_start()}</a>
                    </p>
                </div>
            }
        }
    };
    page.into_markup()
}

/// Has the document say what a page without an address of its own is called.
fn announce(name: &str, site: &Site) {
    let title = title::with_name(name, &site.portfolio);
    effect(move || page::set_head(&Head { title: &title, canonical: None, is_found: true }));
}

async fn load(address: &str, site: &Site) -> Result<Diagram, String> {
    let own = url::same_origin(address).ok_or(say().fetch_diagram_address())?;
    let text = fetch::text(&own, model::MAX_BYTES).await.map_err(|error| error.words(say()))?;
    let reader::Read { text, problems } = reader::diagram(text, Arc::clone(&site.portfolio)).await?;
    for problem in problems {
        leptos::logging::warn!("{own}: {problem}");
    }
    compact::read_diagram(&text).ok_or_else(|| say().page_lost().to_owned())
}
