//! Pages as HTML, rendered natively by the components that the browser runs.
//!
//! The browser finds the elements of such a page and takes them over instead of making its own
//! ([`crate::view::markup::mount::hydrate`]), so what is rendered here has to be what it would make first: what the
//! portfolio and the path say, nothing else.

use std::sync::Arc;

use leptos::prelude::{Owner, provide_context};
use leptos_router::location::RequestUrl;

use crate::lens::Index;
use crate::model::{Day, Portfolio};
use crate::route::Address;
use crate::view::{App, AppProps};

/// What renders the pages of one site.
pub struct Renderer {
    portfolio: Arc<Portfolio>,
    index: Arc<Index>,
    address: Arc<Address>,
    today: Day,
}

impl Renderer {
    /// For a portfolio, an address that its pages link to each other by, and the day to which what lasts until now is counted.
    #[must_use]
    pub fn new(portfolio: Arc<Portfolio>, address: Arc<Address>, today: Day) -> Self {
        let index = Arc::new(Index::new(&portfolio));
        Self { portfolio, index, address, today }
    }

    /// What is inside of `#app` at an absolute path.
    #[must_use]
    pub fn body(&self, path: &str) -> String {
        let owner = Owner::new_root(None);
        let html = owner.with(|| {
            provide_context(RequestUrl::new(path));
            let Self { portfolio, index, address, today } = self;
            let (portfolio, index, address) = (Arc::clone(portfolio), Arc::clone(index), Arc::clone(address));
            App(AppProps { portfolio, index, address, rendered: Some(*today) }).html()
        });
        owner.unset_with_forced_cleanup();
        html
    }
}
