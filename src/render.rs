//! Pages as HTML, rendered natively by the components that the browser runs.
//!
//! The browser finds the elements of such a page and hydrates them instead of making its own
//! ([`crate::view::markup::mount::hydrate`]), so what is rendered here has to be what it would make first: what the
//! portfolio and the path say, nothing else.

use std::sync::Arc;

use leptos::prelude::{Owner, provide_context};
use leptos_router::location::RequestUrl;

use crate::lens::Index;
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
    pub fn body(&self, portfolio: Arc<Portfolio>, path: &str) -> String {
        let owner = Owner::new_root(None);
        let html = owner.with(|| {
            provide_context(RequestUrl::new(path));
            let index = Arc::new(Index::new(&portfolio));
            let whole = Whole::of((portfolio, index));
            App(AppProps { whole, address: Arc::clone(&self.address), rendered: Some(self.today) }).html()
        });
        owner.unset_with_forced_cleanup();
        html
    }
}
