//! The site of one portfolio: header, pages, footer.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_url;
use leptos_router::path;

use super::page::{ArchitecturePage, ExperiencePage, HomePage, NotFoundPage, ProjectPage};
use super::section::header::SiteHeader;
use super::state::Site;
use crate::model::{Day, Portfolio, Scheme};
use crate::route::Address;
use crate::web::{page, scroll, storage};

const MS_A_DAY: f64 = 86_400_000.0;

/// The whole site. What it shows at first depends on its props and the URL alone.
#[component]
pub fn App(
    /// What is shown.
    portfolio: Arc<Portfolio>,
    /// Where the site lives.
    address: Arc<Address>,
) -> impl IntoView {
    let site = Site::new(portfolio, Arc::clone(&address));
    provide_context(site.clone());
    follow_browser(&site);
    view! {
        <Router base=address.router_base()>
            <SkipLink/>
            <SiteHeader/>
            <main id="main" tabindex="-1">
                <FlatRoutes fallback=NotFoundPage>
                    <Route path=path!("/") view=HomePage/>
                    <Route path=path!("/projects/:id") view=ProjectPage/>
                    <Route path=path!("/architecture") view=ArchitecturePage/>
                    <Route path=path!("/architecture/:id") view=ArchitecturePage/>
                    <Route path=path!("/experience") view=ExperiencePage/>
                </FlatRoutes>
            </main>
            <SiteFooter/>
            <Arrival/>
        </Router>
    }
}

/// The effects that tie the site to this visitor's browser.
fn follow_browser(site: &Site) {
    let Site { portfolio, scheme, today, .. } = site.clone();
    Effect::new(move |_| {
        page::set_root_attribute("data-theme", Some(portfolio.theme.name.as_str()));
        let saved = storage::read(storage::SCHEME_KEY);
        if let Some((saved, _)) = Scheme::ALL.into_iter().find(|(_, name)| saved.as_deref() == Some(name)) {
            scheme.set(saved);
        }
        today.set(Some(Day((page::local_now_ms() / MS_A_DAY).floor() as i32)));
    });
    Effect::new(move |_| {
        let scheme = scheme.get();
        page::set_root_attribute("data-scheme", (scheme != Scheme::System).then_some(scheme.as_str()));
    });
    Effect::new(move |_| scroll::remember_positions());
}

/// Moves scroll and focus where a URL points to, and says when the site is ready.
#[component]
fn Arrival() -> impl IntoView {
    let url = use_url();
    Effect::new(move |previous: Option<String>| {
        let (path, hash) = url.with(|url| (url.path().to_owned(), url.hash().trim_start_matches('#').to_owned()));
        match previous {
            None => {
                match scroll::position_before_reload() {
                    Some(y) => scroll::to_position(y),
                    None if !hash.is_empty() => scroll::to_element(&hash),
                    None => {}
                }
                page::set_root_attribute("data-state", Some("ready"));
                page::mark("app-ready");
            }
            Some(previous) if !hash.is_empty() => {
                if previous != path {
                    scroll::to_element(&hash);
                }
                page::focus(&hash);
            }
            // A new page is announced by moving the focus to it; a changed filter is not a new page.
            Some(previous) if previous != path => page::focus("main"),
            Some(_) => {}
        }
        path
    });
}

/// The first stop of the Tab key: leads past the header.
#[component]
fn SkipLink() -> impl IntoView {
    let skip = |event: leptos::ev::MouseEvent| {
        // A bare hash would resolve against the base, which is another page on most routes.
        event.prevent_default();
        page::focus("main");
        scroll::to_element("main");
    };
    view! { <a class="skip-link" href="#main" on:click=skip>"Skip to content"</a> }
}

#[component]
fn SiteFooter() -> impl IntoView {
    let site = Site::expect();
    view! {
        <footer class="site-footer">
            <p>{site.portfolio.profile.name.clone()}</p>
            <p>"Built with Vitrine"</p>
        </footer>
    }
}
