//! The sticky header: whose site it is, where one is in it, and the colour scheme.

use leptos::prelude::*;

use crate::marks;
use crate::markup::{Markup, markup};
use crate::model::Scheme;
use crate::route::Page;
use crate::view::say;
use crate::view::state::Site;
use crate::web::{scroll, storage};

/// The header of every page.
#[component]
pub fn SiteHeader() -> Markup {
    let site = Site::expect();
    let current = current_section(&site);
    let links = site.portfolio.sections.iter().filter(|section| section.nav).map(|section| {
        let id = section.id.clone();
        let is_current = move || current.with(|current| current.as_deref() == Some(&id)).then_some("true");
        markup! {
            <li><a href=site.href(Page::Section(&section.id)) dir="auto" aria-current=is_current>{section.title.clone()}</a></li>
        }
    });
    markup! {
        <header class="site-header">
            <a class="site-header__name" dir="auto" href=site.href(Page::Home)>{site.portfolio.profile.name.clone()}</a>
            <nav class="site-nav" aria-label=say().page_sections()>
                // The style sheet shows it where there are many titles; the boot script closes what has been opened.
                <details class="site-nav__fold"><summary>{say().page_sections()}</summary></details>
                <ul>{links.collect::<Markup>()}</ul>
            </nav>
            <SchemeToggle/>
        </header>
    }
}

/// The section in view. Sections exist on the start page only; elsewhere nothing is current.
fn current_section(site: &Site) -> Memo<Option<String>> {
    let url = leptos_router::hooks::use_url();
    let home = site.address.router_base();
    let on_home = Memo::new(move |_| url.with(|url| url.path().trim_end_matches('/') == home));
    let ids: Vec<String> = site.portfolio.sections.iter().map(|section| section.id.clone()).collect();
    let seen = Memo::new(move |_| on_home.get().then(|| scroll::spy(ids.clone())));
    Memo::new(move |_| seen.get().and_then(|seen| seen.get()))
}

/// Light, dark, or as the system says.
#[component]
fn SchemeToggle() -> Markup {
    let scheme = Site::expect().scheme;
    let choose = move |chosen: Scheme| {
        scheme.set(chosen);
        storage::write(marks::SCHEME_KEY, Some(chosen.as_str()));
    };
    let buttons = [Scheme::Light, Scheme::Dark, Scheme::System].map(|own| {
        let name = match own {
            Scheme::Light => say().page_light(),
            Scheme::Dark => say().page_dark(),
            Scheme::System => say().page_system(),
        };
        markup! {
            <button
                class="scheme-toggle__button"
                type="button"
                data-scheme=own.as_str()
                aria-pressed=move || (scheme.get() == own).to_string()
                on:click=move |_| choose(own)
            >
                <SchemeIcon scheme=own/>
                <span class="visually-hidden">{name}</span>
            </button>
        }
    });
    markup! { <div class="scheme-toggle" role="group" aria-label=say().page_scheme()>{buttons}</div> }
}

/// A sun, a moon, or a screen.
#[component]
fn SchemeIcon(scheme: Scheme) -> Markup {
    let path = match scheme {
        Scheme::Light => {
            "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1"
        }
        Scheme::Dark => "M13.5 9.5A6 6 0 0 1 6.500 2.500 6 6 0 1 0 13.500 9.500z",
        Scheme::System => "M2 3h12v8H2zM6 14h4M8 11v3",
    };
    markup! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none"
            stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">
            <path d=path/>
        </svg>
    }
}
