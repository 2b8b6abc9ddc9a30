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
use crate::view::{App, AppProps, Whole, speak};

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
        let mut visitors = (Html::default(), Contents::default());
        self.visit(portfolio, path, &mut visitors);
        visitors.into()
    }

    /// The same for a document that stands alone: `attribute` says what becomes of the value of an attribute, if anything does.
    #[must_use]
    pub fn body_alone(&self, portfolio: Arc<Portfolio>, path: &str, attribute: &Rewrite<'_>) -> Body {
        let mut rewritten = Rewritten { attribute, to: (Html::default(), Contents::default()) };
        self.visit(portfolio, path, &mut rewritten);
        rewritten.to.into()
    }

    fn visit(&self, portfolio: Arc<Portfolio>, path: &str, visitor: &mut dyn Visitor) {
        speak(portfolio.words);
        let owner = Owner::new_root(None);
        owner.with(|| {
            provide_context(RequestUrl::new(path));
            let index = Arc::new(Index::new(&portfolio));
            let address = Arc::new(self.address.of(&portfolio));
            let whole = Whole::of((portfolio, index));
            let app = App(AppProps { whole, address, rendered: Some(self.today) });
            app.visit(visitor);
        });
        owner.unset_with_forced_cleanup();
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

/// What becomes of an attribute, by its name and value; `None` leaves it out.
pub type Rewrite<'a> = dyn Fn(&str, &str) -> Option<String> + 'a;

impl From<(Html, Contents)> for Body {
    fn from((html, Contents { links, letters }): (Html, Contents)) -> Self {
        Self { html: html.finish(), links, letters }
    }
}

/// Tells another visitor of attributes as they are to be.
struct Rewritten<'a, V> {
    attribute: &'a Rewrite<'a>,
    to: V,
}

impl<V: Visitor> Visitor for Rewritten<'_, V> {
    fn open(&mut self, tag: &'static str, attributes: &[Attribute]) {
        let kept = attributes.iter().filter_map(|(name, value)| Some((*name, (self.attribute)(name, value)?.into())));
        self.to.open(tag, &kept.collect::<Vec<Attribute>>());
    }

    fn close(&mut self, tag: &'static str) {
        self.to.close(tag);
    }

    fn text(&mut self, text: &str) {
        self.to.text(text);
    }
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
}
