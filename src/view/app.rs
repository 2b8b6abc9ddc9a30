//! The site of one portfolio: header, pages, footer.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::{Router, RouterProps};
use leptos_router::hooks::use_url;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};

use super::markup::{IntoMarkup, Markup, markup};
use super::page::page;
use super::section::header::SiteHeader;
use super::state::Site;
use crate::lens::Index;
use crate::marks;
use crate::model::{Day, Portfolio, Scheme};
use crate::route::Address;
use crate::web::effect::effect;
use crate::web::{page as document, scroll, storage};

/// The whole site. What it shows at first depends on its props and the URL alone.
#[component]
pub fn App(
    /// What is shown.
    portfolio: Arc<Portfolio>,
    /// The same, prepared for searching.
    index: Arc<Index>,
    /// Where the site lives.
    address: Arc<Address>,
    /// The day on which it was rendered beforehand, if it was.
    rendered: Option<Day>,
) -> Markup {
    let site = Site::new(portfolio, index, Arc::clone(&address), rendered);
    provide_context(site.clone());
    follow_browser(&site);
    // The router brings the URL, follows links and keeps the history; it shows nothing itself.
    let _ =
        Router(RouterProps::builder().base(address.router_base()).children(TypedChildren::to_children(|| ())).build());
    markup! {
        <SkipLink/>
        <SiteHeader/>
        <main id="main" tabindex="-1">
            <Pages/>
        </main>
        <SiteFooter/>
        <Arrival/>
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

/// The page the URL asks for. The router brings the URL and follows links; which page an address means is the
/// business of [`Address::page`], so that the same table serves without a browser.
#[component]
fn Pages() -> Markup {
    let site = Site::expect();
    let url = use_url();
    let path = Memo::new(move |_| Url::unescape(url.read().path()));
    let router = use_context::<BrowserUrl>();
    let shown = move || {
        let shown = page(site.address.page(&path.read()), &site);
        // Now the address bar may show where the visitor is, and the router scroll there.
        if let Some(router) = &router {
            router.ready_to_complete();
        }
        shown
    };
    shown.into_markup()
}

/// Moves scroll and focus where a URL points to, and says when the site is ready.
#[component]
fn Arrival() -> Markup {
    let url = use_url();
    Effect::new(move |previous: Option<String>| {
        let (path, hash) = url.with(|url| (url.path().to_owned(), url.hash().trim_start_matches('#').to_owned()));
        match previous {
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
    // Where a page stands for many addresses, it can't say beforehand which of them is its own.
    let href = move || {
        let path = url.with(|url| url.path().to_owned());
        (document::RUNS || site.address.page(&path).is_some()).then(|| path + "#main")
    };
    markup! { <a class="skip-link" href=href on:click=skip>"Skip to content"</a> }
}

#[component]
fn SiteFooter() -> Markup {
    let site = Site::expect();
    markup! {
        <footer class="site-footer">
            <p>{site.portfolio.profile.name.clone()}</p>
            <p>"Built with Vitrine"</p>
        </footer>
    }
}
