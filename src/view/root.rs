//! The outermost component: reads the portfolio, shows it, or says why it can't; and how the program starts.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::App;
use crate::model::{self, Day, Portfolio, ReadError, Reading};
use crate::route::{self, Address, Page};
use crate::title;
use crate::view::markup::mount::{hydrate, mount};
use crate::view::markup::{IntoMarkup, Markup, markup};
use crate::web::fetch::{self, FetchError};
use crate::web::page::{self, Head};
use crate::web::url;

/// A portfolio that is ready to be shown, and where.
type Loaded = (Arc<Portfolio>, Arc<Address>);

/// The script in which a page brings its portfolio along.
const INLINED: &str = "v-portfolio";

/// Starts the program in `root`. Where that holds the page of this very address, rendered beforehand, it is taken over
/// as it stands; else it is emptied.
pub fn start(root: web_sys::Element) {
    // Each step is a task of its own, so that no input waits for all of them.
    let show = move || {
        if let Some(((portfolio, address), rendered)) = rendered_beforehand() {
            let take_over = move || hydrate(root, || markup! { <App portfolio address rendered/> }).forget();
            set_timeout(take_over, Duration::ZERO);
        } else {
            root.set_text_content(None);
            // What public/boot.js hid has gone.
            page::set_root_attribute("data-content", None);
            mount(&root, Root).forget();
        }
    };
    set_timeout(show, Duration::ZERO);
}

/// What the page shows already, and the day it was rendered on.
fn rendered_beforehand() -> Option<(Loaded, Option<Day>)> {
    let text = page::inlined(INLINED)?;
    let address = Address::new(&page::base_path(), None).ok()?;
    let shown = page::inlined_fact(INLINED, "data-path")?;
    let day = page::inlined_fact(INLINED, "data-day").and_then(|day| day.parse().ok()).map(Day);
    if route::asks_for_more(&page::query()) {
        return None;
    }
    let portfolio = read(&text, &address).ok()?;
    // One page answers for all that there are not.
    let there_is = |page: &Page<'_>| title::is_found(&portfolio, *page);
    if address.page(&shown).filter(there_is) != address.page(&page::path()).filter(there_is) {
        return None;
    }
    Some(((portfolio, Arc::new(address)), day))
}

/// How far the start has come.
#[derive(Clone)]
enum Stage {
    Loading,
    Ready(Loaded),
    Failed(Arc<Failure>),
}

/// Why there is nothing to show.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}")]
    Address(#[from] crate::route::BadPortfolioPath),
    #[error("{path} can't be loaded: {error}.")]
    Fetch { path: String, error: FetchError },
    #[error("{path} can't be read: {error}.")]
    Read { path: String, error: ReadError },
}

/// Fetches the portfolio the URL asks for, then shows it; or says why not, with a way to try again.
#[component]
fn Root() -> Markup {
    let stage = RwSignal::new(Stage::Loading);
    let start = move || {
        page::set_root_attribute("data-state", Some("loading"));
        stage.set(Stage::Loading);
        spawn_local(async move {
            stage.set(match load().await {
                Ok(loaded) => Stage::Ready(loaded),
                Err(failure) => {
                    page::set_root_attribute("data-state", Some("error"));
                    page::set_head(&Head { title: "Portfolio not available", canonical: None, is_found: false });
                    Stage::Failed(Arc::new(failure))
                }
            });
        });
    };
    start();
    let shown = move || match stage.get() {
        Stage::Loading => markup! {
            <div class="notice" role="status"><p class="notice__text">"Loading the portfolio …"</p></div>
        },
        Stage::Ready((portfolio, address)) => markup! { <App portfolio address rendered=None/> },
        Stage::Failed(failure) => failure_view(&failure, start),
    };
    shown.into_markup()
}

async fn load() -> Result<Loaded, Failure> {
    let address = Address::new(&page::base_path(), page::query_parameter("portfolio").as_deref())?;
    let path = address.portfolio_path();
    let text = if let Some(text) = page::inlined(INLINED).filter(|_| address.is_own()) {
        text
    } else {
        let fetched = fetch::text(&path, model::MAX_BYTES).await;
        fetched.map_err(|error| Failure::Fetch { path: path.clone(), error })?
    };
    let portfolio = read(&text, &address).map_err(|error| Failure::Read { path, error })?;
    Ok((portfolio, Arc::new(address)))
}

/// Reads a portfolio, and tells the console what was dropped.
fn read(text: &str, address: &Address) -> Result<Arc<Portfolio>, ReadError> {
    let Reading { value, problems } = model::read(text, &url::GATE)?;
    for problem in &problems {
        leptos::logging::warn!("{}: {problem}", address.portfolio_path());
    }
    Ok(Arc::new(value))
}

fn failure_view(failure: &Failure, retry: impl Fn() + Send + 'static) -> Markup {
    let elsewhere = matches!(failure, Failure::Address(_)) || page::query_parameter("portfolio").is_some();
    markup! {
        <main class="notice" id="main">
            <h1 class="notice__title">"This portfolio can't be shown"</h1>
            <p class="notice__text" role="alert">{failure.to_string()}</p>
            <p class="notice__actions">
                <button class="button" type="button" on:click=move |_| retry()>"Try again"</button>
                {elsewhere.then(|| markup! { <a class="button" href=page::base_path() rel="external">"Open the site's own portfolio"</a> })}
            </p>
        </main>
    }
}
