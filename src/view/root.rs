//! The outermost component: reads the portfolio, shows it, or says why it can't; and how the program starts.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::whole::{self, Loaded, Whole};
use super::{App, reader, say, speak};
use crate::marks;
use crate::markup::mount::{hydrate, mount, run_tasks};
use crate::markup::{IntoMarkup, Markup, markup};
use crate::model::{self, Day, Portfolio, Words, compact};
use crate::route::{self, Address, BadPortfolioPath, Page};
use crate::title;
use crate::web::fetch::{self, FetchError};
use crate::web::page::{self, Head};

/// Starts the program in `root`. Where that holds the page of this very address, prerendered, it is hydrated; else it is
/// emptied.
pub fn start(root: web_sys::Element) {
    speak(Words::read(page::inlined(marks::WORDS).unwrap_or_default()));
    // Each step is a task of its own, so that no input waits for all of them.
    next(move || {
        let Some(page) = Prerendered::find() else { return draw(&root) };
        if let Some(text) = &page.data.text {
            let portfolio = compact::read(text, say());
            return take(root, page, portfolio);
        }
        // Whether there is such a page is known once all are.
        run_tasks();
        spawn_local(async move {
            let all = match &page.data.whole {
                Some(file) => whole::read(file).await,
                None => None,
            };
            take(root, page, all);
        });
    });
}

/// Hydrates the page from what it shows, if that is what its address means.
fn take(root: web_sys::Element, page: Prerendered, portfolio: Option<Portfolio>) {
    let Some(portfolio) = portfolio.filter(|portfolio| page.is_here(portfolio)) else { return draw(&root) };
    let address = Arc::new(page.address.of(&portfolio));
    page.claim_address(&address);
    next(move || {
        let loaded = whole::loaded(portfolio);
        let Prerendered { day: rendered, data, .. } = page;
        let whole = match data.whole {
            Some(file) if data.text.is_some() => Whole::beyond(loaded, file),
            _ => Whole::of(loaded),
        };
        next(move || hydrate(&root, || markup! { <App whole address rendered/> }).forget());
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

/// What a page of the site brings along.
struct Data {
    /// What it shows, unless it is a page that shows what nobody knows.
    text: Option<String>,
    /// The address of the file with the whole portfolio, where that is more.
    whole: Option<String>,
}

impl Data {
    /// That of this page, if it was made for a portfolio.
    fn find() -> Option<Self> {
        let text = page::inlined(marks::DATA)?;
        let whole = page::inlined_fact(marks::DATA, marks::WHOLE).map(|file| page::base_path() + &file);
        Some(Self { text: Some(text).filter(|text| !text.is_empty()), whole })
    }

    /// All of the portfolio.
    async fn all(self) -> Option<Loaded> {
        match self {
            Self { whole: Some(file), .. } => whole::fetch(&file).await,
            Self { text, .. } => compact::read(&text?, say()).map(whole::loaded),
        }
    }
}

/// What a page says of how it was prerendered.
struct Prerendered {
    /// That of its portfolio's first language.
    address: Address,
    /// The path it was rendered for.
    path: String,
    /// The day it was rendered on.
    day: Option<Day>,
    data: Data,
}

impl Prerendered {
    /// That of this page, unless its address asks for something else.
    fn find() -> Option<Self> {
        let data = Data::find()?;
        let address = Address::new(&page::base_path(), None).ok()?;
        let path = page::inlined_fact(marks::DATA, marks::PATH)?;
        let day = page::inlined_fact(marks::DATA, marks::DAY).and_then(|day| day.parse().ok()).map(Day);
        let is_own = route::SHOWN.iter().all(|name| page::query_parameter(name).is_none());
        is_own.then_some(Self { address, path, day, data })
    }

    /// Whether what stands here is what the address means, or what a host has that writes addresses in its own way.
    fn is_here(&self, portfolio: &Portfolio) -> bool {
        // One page answers for all that there are not.
        let there_is = |page: &Page<'_>| title::is_found(portfolio, *page);
        let address = self.address.of(portfolio);
        address.page(&self.path).filter(there_is) == address.page(&page::path()).filter(there_is)
            || route::is_same_page(&self.path, &page::path())
    }

    /// Has the address say what the page was rendered for, where a host wrote it in another way: what is shown goes by the address.
    fn claim_address(&self, address: &Address) {
        if address.page(&self.path).is_some() && self.path != page::path() {
            page::set_path(&self.path);
        }
    }
}

/// How far the start has come.
#[derive(Clone)]
enum Stage {
    Loading,
    Ready(Loaded, Arc<Address>),
    Failed(Arc<Failure>),
}

/// Why there is nothing to show.
#[derive(Debug)]
enum Failure {
    Address(BadPortfolioPath),
    Fetch { path: String, error: FetchError },
    Read { path: String, error: String },
}

impl Failure {
    /// What visitors read of it.
    fn words(&self) -> String {
        match self {
            Self::Address(BadPortfolioPath(path)) => say().fetch_portfolio_address(path),
            Self::Fetch { path, error } => say().page_not_loaded(path, &error.words(say())),
            Self::Read { path, error } => say().page_not_read(path, error),
        }
    }
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
                Ok((loaded, address)) => Stage::Ready(loaded, address),
                Err(failure) => {
                    page::set_root_attribute(marks::STATE, Some(marks::ERROR));
                    page::set_head(&Head { title: say().page_not_available(), canonical: None, is_found: false });
                    Stage::Failed(Arc::new(failure))
                }
            });
        });
    };
    start();
    let shown = move || match stage.get() {
        Stage::Loading => markup! {
            <div class="notice" role="status"><p class="notice__text">{say().page_loading()}</p></div>
        },
        Stage::Ready(loaded, address) => markup! { <App whole=Whole::of(loaded) address rendered=None/> },
        Stage::Failed(failure) => failure_view(&failure, start),
    };
    shown.into_markup()
}

async fn load() -> Result<(Loaded, Arc<Address>), Failure> {
    let address = Address::new(&page::base_path(), page::query_parameter(route::PORTFOLIO).as_deref())
        .map_err(Failure::Address)?;
    let own = match Data::find().filter(|_| address.is_own()) {
        Some(data) => data.all().await,
        None => None,
    };
    let loaded = match own {
        Some(loaded) => loaded,
        None => read(address.portfolio_path()).await?,
    };
    let address = Arc::new(address.of(&loaded.0));
    Ok((loaded, address))
}

/// Reads a file that no build has read; the console is told what was dropped.
async fn read(path: String) -> Result<Loaded, Failure> {
    let text = match fetch::text(&path, model::MAX_BYTES).await {
        Ok(text) => text,
        Err(error) => return Err(Failure::Fetch { path, error }),
    };
    let failed = |error| Failure::Read { path: path.clone(), error };
    let reader::Read { text, problems } = reader::portfolio(text).await.map_err(failed)?;
    for problem in problems {
        leptos::logging::warn!("{path}: {problem}");
    }
    compact::read(&text, say()).map(whole::loaded).ok_or_else(|| failed(say().page_lost().to_owned()))
}

fn failure_view(failure: &Failure, retry: impl Fn() + Send + 'static) -> Markup {
    let elsewhere = matches!(failure, Failure::Address(_)) || page::query_parameter(route::PORTFOLIO).is_some();
    markup! {
        <main class="notice" id="main">
            <h1 class="notice__title">{say().page_not_shown()}</h1>
            <p class="notice__text" role="alert">{failure.words()}</p>
            <p class="notice__actions">
                <button class="button" type="button" on:click=move |_| retry()>{say().boot_retry()}</button>
                {elsewhere.then(|| markup! { <a class="button" href=page::base_path() rel="external">{say().page_own()}</a> })}
            </p>
        </main>
    }
}
