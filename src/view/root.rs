//! The outermost component: reads the portfolio, shows it, or says why it can't; and how the program starts.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::App;
use crate::lens::Index;
use crate::marks;
use crate::model::{self, Day, HalfChecked, Portfolio, ReadError, Reading};
use crate::route::{self, Address, Page};
use crate::title;
use crate::view::markup::mount::{hydrate, mount};
use crate::view::markup::{IntoMarkup, Markup, markup};
use crate::web::fetch::{self, FetchError};
use crate::web::page::{self, Head};
use crate::web::url;

/// A portfolio that is ready to be shown and searched, and where.
type Loaded = (Arc<Portfolio>, Arc<Index>, Arc<Address>);

/// The script in which a page brings its portfolio along.
const INLINED: &str = "v-portfolio";

/// Starts the program in `root`. Where that holds the page of this very address, rendered beforehand, it is taken over
/// as it stands; else it is emptied.
pub fn start(root: web_sys::Element) {
    // Each step is a task of its own, so that no input waits for all of them.
    next(move || {
        let Some((page, parsed)) = Beforehand::find().and_then(|(page, text)| Some((page, model::parse(&text).ok()?)))
        else {
            return draw(&root);
        };
        next(move || {
            let half = parsed.check(&url::GATE);
            next(move || {
                let Some(portfolio) = page.read(half) else { return draw(&root) };
                next(move || {
                    let index = Arc::new(Index::new(&portfolio));
                    let Beforehand { address, day: rendered, .. } = page;
                    next(move || hydrate(root, || markup! { <App portfolio index address rendered/> }).forget());
                });
            });
        });
    });
}

fn next(step: impl FnOnce() + 'static) {
    set_timeout(step, Duration::ZERO);
}

fn draw(root: &web_sys::Element) {
    root.set_text_content(None);
    // What src/boot/main.js hid has gone.
    page::set_root_attribute(marks::CONTENT, None);
    mount(root, Root).forget();
}

/// What a page says of how it was rendered beforehand.
struct Beforehand {
    address: Arc<Address>,
    /// The path it was rendered for.
    path: String,
    /// The day it was rendered on.
    day: Option<Day>,
}

impl Beforehand {
    /// That of this page, with the portfolio that it brings along, unless its address asks for something else.
    fn find() -> Option<(Self, String)> {
        let text = page::inlined(INLINED)?;
        let address = Arc::new(Address::new(&page::base_path(), None).ok()?);
        let path = page::inlined_fact(INLINED, "data-path")?;
        let day = page::inlined_fact(INLINED, "data-day").and_then(|day| day.parse().ok()).map(Day);
        let is_own = route::SHOWN.iter().all(|name| page::query_parameter(name).is_none());
        is_own.then_some((Self { address, path, day }, text))
    }

    /// The portfolio, if what stands here is what the address means.
    fn read(&self, half: HalfChecked) -> Option<Arc<Portfolio>> {
        let portfolio = told(half.check(), &self.address);
        // One page answers for all that there are not.
        let there_is = |page: &Page<'_>| title::is_found(&portfolio, *page);
        let is_here =
            self.address.page(&self.path).filter(there_is) == self.address.page(&page::path()).filter(there_is);
        is_here.then_some(portfolio)
    }
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
        page::set_root_attribute(marks::STATE, Some(marks::LOADING));
        stage.set(Stage::Loading);
        spawn_local(async move {
            stage.set(match load().await {
                Ok(loaded) => Stage::Ready(loaded),
                Err(failure) => {
                    page::set_root_attribute(marks::STATE, Some(marks::ERROR));
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
        Stage::Ready((portfolio, index, address)) => markup! { <App portfolio index address rendered=None/> },
        Stage::Failed(failure) => failure_view(&failure, start),
    };
    shown.into_markup()
}

async fn load() -> Result<Loaded, Failure> {
    let address = Address::new(&page::base_path(), page::query_parameter(route::PORTFOLIO).as_deref())?;
    let path = address.portfolio_path();
    let text = if let Some(text) = page::inlined(INLINED).filter(|_| address.is_own()) {
        text
    } else {
        let fetched = fetch::text(&path, model::MAX_BYTES).await;
        fetched.map_err(|error| Failure::Fetch { path: path.clone(), error })?
    };
    let reading = model::read(&text, &url::GATE).map_err(|error| Failure::Read { path, error })?;
    let portfolio = told(reading, &address);
    Ok((Arc::clone(&portfolio), Arc::new(Index::new(&portfolio)), Arc::new(address)))
}

/// What was read; the console is told what was dropped.
fn told(reading: Reading<Portfolio>, address: &Address) -> Arc<Portfolio> {
    for problem in &reading.problems {
        leptos::logging::warn!("{}: {problem}", address.portfolio_path());
    }
    Arc::new(reading.value)
}

fn failure_view(failure: &Failure, retry: impl Fn() + Send + 'static) -> Markup {
    let elsewhere = matches!(failure, Failure::Address(_)) || page::query_parameter(route::PORTFOLIO).is_some();
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
