//! Pages as HTML, rendered natively by the components that the browser runs.
//!
//! The browser finds the elements of such a page and hydrates them instead of making its own
//! ([`crate::markup::mount::hydrate`]), so what is rendered here has to be what it would make first: what the
//! portfolio and the path say, nothing else.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::{Owner, provide_context};
use leptos_router::location::RequestUrl;

use crate::lens::Index;
use crate::markup::Html;
use crate::markup::visit::{Attribute, Visitor};
use crate::model::{Day, Portfolio};
use crate::route::Address;
use crate::view::{App, AppProps, Whole};

/// What renders the pages of one site.
pub struct Renderer {
    address: Arc<Address>,
    today: Day,
}

impl Renderer {
    /// For an address that its pages link to each other by, and the day to which what lasts until now is counted.
    #[must_use]
    pub fn new(address: Arc<Address>, today: Day) -> Self {
        Self { address, today }
    }

    /// What is inside of `#app` at an absolute path, of which the page holds this portfolio ([`Portfolio::excerpt`]).
    #[must_use]
    pub fn body(&self, portfolio: Arc<Portfolio>, path: &str) -> Body {
        let owner = Owner::new_root(None);
        let body = owner.with(|| {
            provide_context(RequestUrl::new(path));
            let index = Arc::new(Index::new(&portfolio));
            let whole = Whole::of((portfolio, index));
            let app = App(AppProps { whole, address: Arc::clone(&self.address), rendered: Some(self.today) });
            let mut visitors = (Html::default(), Contents::default());
            app.visit(&mut visitors);
            let (html, Contents { links, letters }) = visitors;
            Body { html: html.finish(), links, letters }
        });
        owner.unset_with_forced_cleanup();
        body
    }
}

/// What is inside of `#app`.
pub struct Body {
    /// As HTML.
    pub html: String,
    /// Where its links lead, in order.
    pub links: Vec<String>,
    /// The letters of its texts.
    pub letters: BTreeSet<char>,
}

/// Collects links and letters.
#[derive(Default)]
struct Contents {
    links: Vec<String>,
    letters: BTreeSet<char>,
}

impl Visitor for Contents {
    fn open(&mut self, tag: &'static str, attributes: &[Attribute]) {
        let value = |name: &str| attributes.iter().find(|attribute| attribute.0 == name).map(|(_, value)| value);
        self.links.extend(value("href").filter(|_| tag == "a").map(ToString::to_string));
        self.letters.extend(value("placeholder").iter().flat_map(|text| text.chars()));
    }

    fn close(&mut self, _tag: &'static str) {}

    fn text(&mut self, text: &str) {
        self.letters.extend(text.chars());
    }

    fn gap(&mut self) {}
}
