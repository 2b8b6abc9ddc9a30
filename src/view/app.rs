//! The site of one portfolio: header, pages, footer.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos_router::components::{Router, RouterProps};
use leptos_router::hooks::use_url;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};

use super::page::page;
use super::say::say;
use super::section::header::SiteHeader;
use super::state::Site;
use super::whole::{Loaded, Whole};
use crate::marks;
use crate::markup::web::activity;
use crate::markup::{IntoMarkup, Markup, markup};
use crate::model::{Day, Scheme};
use crate::route::{self, Address};
use crate::title;
use crate::web::effect::effect;
use crate::web::{element, page as document, scroll, storage};

/// The whole site. What it shows at first depends on its props and the URL alone.
#[component]
pub fn App(
    /// What is shown.
    whole: Whole,
    /// Where the site lives.
    address: Arc<Address>,
    /// The day on which the first page was prerendered, if it was.
    rendered: Option<Day>,
) -> Markup {
    let site = Site::new(whole.first().clone(), Arc::clone(&address), rendered);
    provide_context(site.clone());
    follow_browser(&site);
    // The router brings the URL, follows links and keeps the history; it shows nothing itself.
    let _ =
        Router(RouterProps::builder().base(address.router_base()).children(TypedChildren::to_children(|| ())).build());
    let (shown, is_awaited) = shown_page(whole.clone(), address);
    fetch_ahead(whole);
    markup! {
        <SkipLink/>
        <SiteHeader/>
        <main id="main" tabindex="-1" aria-busy=move || is_awaited.get().then_some("true")>
            <Pages shown/>
        </main>
        <SiteFooter/>
        <Arrival shown/>
    }
}

/// The effects that tie the site to this visitor's browser.
fn follow_browser(site: &Site) {
    let Site { portfolio, scheme, .. } = site.clone();
    effect(move || {
        document::set_root_attribute("data-theme", Some(portfolio.theme.name.as_str()));
        let saved = storage::read(marks::SCHEME_KEY);
        if let Some((saved, _)) = Scheme::ALL.into_iter().find(|(_, name)| saved.as_deref() == Some(name)) {
            scheme.set(saved);
        }
    });
    effect(move || {
        let scheme = scheme.get();
        document::set_root_attribute(marks::SCHEME, (scheme != Scheme::System).then_some(scheme.as_str()));
    });
    effect(scroll::remember_positions);
}

/// A page that is shown.
#[derive(Clone)]
struct Shown {
    path: String,
    /// The file of the diagram that it shows, if that is not the site's.
    file: Option<String>,
    /// What it is shown from, if not from what the visit began with.
    from: Option<Loaded>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        (&self.path, &self.file) == (&other.path, &other.file)
    }
}

/// The page that is shown: the one that the URL asks for, as soon as there is all of what that shows; and whether it is waited
/// for.
fn shown_page(whole: Whole, address: Arc<Address>) -> (Memo<Shown>, Memo<bool>) {
    let url = use_url();
    let asked = Memo::new(move |_| {
        url.with(|url| {
            let file = url.search_params().get(route::DIAGRAM_URL);
            Shown { path: Url::unescape(url.path()), file, from: None }
        })
    });
    let shown = Memo::new({
        let whole = whole.clone();
        move |before: Option<&Shown>| {
            let asked = asked.get();
            match before {
                Some(before) if *before != asked => match whole.get() {
                    Some(all) if whole.is_own() || is_found(&asked, &all, &address) => {
                        Shown { from: Some(all), ..asked }
                    }
                    _ => before.clone(),
                },
                Some(before) => before.clone(),
                None => asked,
            }
        }
    });
    let is_awaited = Memo::new(move |_| asked.get() != shown.get());
    effect(move || {
        if !is_awaited.get() {
            return;
        }
        let load = move || document::open(&url.with_untracked(full_path));
        whole.ask();
        // The host has every page, too: also one that is newer than what was fetched, or than this one.
        if whole.has_failed() || whole.get().is_some() {
            load();
        } else {
            let still = move || is_awaited.try_get_untracked() == Some(true);
            set_timeout(
                move || {
                    if still() {
                        load();
                    }
                },
                PATIENCE,
            );
        }
    });
    (shown, is_awaited)
}

/// How long a visitor waits for what other pages show before the host is asked for the page itself.
const PATIENCE: Duration = Duration::from_secs(3);

/// Whether a portfolio that was fetched has the page.
fn is_found(asked: &Shown, all: &Loaded, address: &Address) -> bool {
    address.page(&asked.path).is_some_and(|page| title::is_found(&all.0, page))
}

/// The page that is shown. The router brings the URL and follows links; which page an address means is the business of
/// [`Address::page`], so that the same table serves without a browser.
#[component]
fn Pages(shown: Memo<Shown>) -> Markup {
    let site = Site::expect();
    let router = use_context::<BrowserUrl>();
    let view = move || {
        let Shown { path, from, .. } = shown.get();
        let site = from.map_or_else(|| site.clone(), |all| site.later(all));
        provide_context(site.clone());
        let shown = page(site.address.page(&path), &site);
        // Now the address bar may show where the visitor is, and the router scroll there.
        if let Some(router) = &router {
            router.ready_to_complete();
        }
        shown
    };
    view.into_markup()
}

/// An address of this host.
fn full_path(url: &Url) -> String {
    let part = |mark: &str, text: &str| if text.is_empty() { String::new() } else { [mark, text].concat() };
    let (query, hash) = (url.search().trim_start_matches('?'), url.hash().trim_start_matches('#'));
    [url.path(), &part("?", query), &part("#", hash)].concat()
}

/// Fetches what other pages show as soon as somebody points at a link, or uses the page.
fn fetch_ahead(whole: Whole) {
    let watch = StoredValue::new_local(None);
    effect(move || {
        if whole.is_missing() {
            let whole = whole.clone();
            watch.set_value(activity::watch(move |activity| {
                if activity.is_use || activity.at.is_some_and(|at| element::is_within(&at, "a[href]")) {
                    whole.ask();
                    watch.try_update_value(Option::take);
                }
            }));
        }
    });
}

/// Moves scroll and focus where a URL points to, and says when the site is ready.
#[component]
fn Arrival(shown: Memo<Shown>) -> Markup {
    let url = use_url();
    Effect::new(move |previous: Option<String>| {
        let (path, hash) = url.with(|url| (url.path().to_owned(), url.hash().trim_start_matches('#').to_owned()));
        match previous {
            // Not there yet.
            Some(previous) if shown.with(|shown| shown.path != Url::unescape(&path)) => return previous,
            None => {
                // Whoever reads the page already, or was led to the hash by the browser, stays there.
                match scroll::position_before_reload() {
                    _ if !scroll::is_at_start() => {}
                    Some(y) => scroll::to_position(y),
                    None if !hash.is_empty() => scroll::to_element(&hash),
                    None => {}
                }
                document::set_root_attribute(marks::STATE, Some(marks::READY));
                document::mark("app-ready");
            }
            Some(previous) if !hash.is_empty() => {
                if previous != path {
                    scroll::to_element(&hash);
                }
                document::focus(&hash);
            }
            // A new page is announced by moving the focus to it; a changed filter is not a new page.
            Some(previous) if previous != path => document::focus("main"),
            Some(_) => {}
        }
        path
    });
    Markup::Nothing
}

/// The first stop of the Tab key: leads past the header.
#[component]
fn SkipLink() -> Markup {
    let skip = |event: leptos::ev::MouseEvent| {
        // A bare hash would resolve against the base, which is another page on most routes.
        event.prevent_default();
        document::focus("main");
        scroll::to_element("main");
    };
    let (site, url) = (Site::expect(), use_url());
    // Where a page stands for many addresses, it can't say ahead of a visit which of them is its own.
    let href = move || {
        let path = url.with(|url| url.path().to_owned());
        (document::RUNS || site.address.page(&path).is_some()).then(|| path + "#main")
    };
    markup! { <a class="skip-link" href=href on:click=skip>{say().page_skip()}</a> }
}

#[component]
fn SiteFooter() -> Markup {
    let site = Site::expect();
    markup! {
        <footer class="site-footer">
            <p dir="auto">{site.portfolio.profile.name.clone()}</p>
            <p>{say().page_built_with()}</p>
        </footer>
    }
}
