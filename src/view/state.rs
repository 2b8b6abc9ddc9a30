//! What every page of one portfolio shares: the portfolio, its address, and the few things that change.

use std::sync::Arc;

use leptos::prelude::*;

use super::whole::Loaded;
use crate::lens::Index;
use crate::model::href::HrefKind;
use crate::model::{Day, Href, Portfolio, Scheme, TechId};
use crate::route::{Address, Page};
use crate::title;
use crate::web::effect::effect;
use crate::web::page::{self as document, Head};

const MS_A_DAY: f64 = 86_400_000.0;

/// What sections and pages share, as context.
#[derive(Clone)]
pub struct Site {
    /// What is shown.
    pub portfolio: Arc<Portfolio>,
    /// The portfolio, prepared for searching.
    pub index: Arc<Index>,
    /// Where the site lives.
    pub address: Arc<Address>,
    /// The colour scheme the visitor chose.
    pub scheme: RwSignal<Scheme>,
    /// The day on which the page was prerendered, if it was.
    rendered: Option<Day>,
}

impl Site {
    /// A site at `address`.
    pub fn new((portfolio, index): Loaded, address: Arc<Address>, rendered: Option<Day>) -> Self {
        Self { index, scheme: RwSignal::new(portfolio.theme.scheme), rendered, portfolio, address }
    }

    /// The same site for a page that is shown later, from all of the portfolio.
    #[must_use]
    pub fn later(&self, (portfolio, index): Loaded) -> Self {
        Self { portfolio, index, rendered: None, ..self.clone() }
    }

    /// The site that is shown.
    ///
    /// # Panics
    /// Outside [`super::App`], which is a mistake in the program.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The visitor's day. While a prerendered page is hydrated it is that on which it was rendered.
    pub fn today(&self) -> ReadSignal<Day> {
        let now = || Day((document::local_now_ms() / MS_A_DAY).floor() as i32);
        let (today, set_today) = signal(self.rendered.unwrap_or_else(now));
        effect(move || set_today.set(now()));
        today
    }

    /// The absolute path of a page.
    pub fn href(&self, page: Page<'_>) -> String {
        self.address.href(page)
    }

    /// The start page filtered by one technology.
    pub fn filter_href(&self, technology: TechId) -> String {
        let id = self.portfolio.technology(technology).id.clone();
        self.address.href_with(Page::Home, &[("tech", Some(id))])
    }

    /// What an `<a>` needs to lead to `href`, and whether that is another site.
    pub fn resolve(&self, href: &Href) -> (String, bool) {
        match href.kind() {
            HrefKind::Relative | HrefKind::Page => ([self.address.base(), href.as_str()].concat(), false),
            HrefKind::External => (href.as_str().to_owned(), true),
            HrefKind::Mail | HrefKind::Phone | HrefKind::App => (href.as_str().to_owned(), false),
        }
    }

    /// Has the document say which page it shows; none is that there is no such page.
    pub fn announce(&self, page: Option<Page<'_>>) {
        // A prerendered page says it from the start, by what is known of all pages.
        if self.is_rendered() {
            return;
        }
        let title = title::title(&self.portfolio, page);
        let canonical = page.and_then(|page| self.canonical(page));
        // Somebody else's portfolio is no page of this site.
        let is_found = page.is_some() && self.address.is_own();
        effect(move || document::set_head(&Head { title: &title, canonical: canonical.as_deref(), is_found }));
    }

    /// The absolute address that stands for all of a page's, if the portfolio says where it is published.
    fn canonical(&self, page: Page<'_>) -> Option<String> {
        let homepage = self.portfolio.homepage().filter(|_| self.address.is_own())?;
        Some(homepage + &self.address.relative(page))
    }

    /// Whether the page was prerendered, so that what is shown at first has to be what was shown then.
    pub fn is_rendered(&self) -> bool {
        self.rendered.is_some()
    }
}
