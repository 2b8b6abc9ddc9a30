//! Pages as HTML files, rendered natively by the components that the browser runs.
//!
//! The browser finds the elements of such a page and takes them over instead of making its own
//! ([`crate::view::markup::mount::hydrate`]), so what is rendered here has to be what it would make first: what the
//! portfolio and the path say, nothing else.

mod dead_link;
mod font;
mod shell;

use std::sync::Arc;

use leptos::prelude::Owner;
use leptos::prelude::provide_context;
use leptos_router::location::RequestUrl;

pub use dead_link::{DeadLink, dead_links};
pub use shell::{BadShell, Shell};

use crate::escape;
use crate::lens::Index;
use crate::model::{Day, Portfolio, Scheme};
use crate::publish::head::head;
use crate::publish::{DrawError, Publication, files};
use crate::route::{Address, Page};
use crate::view::{App, AppProps};

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Below the site's folder, with `/` between its parts.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What a site is made of.
pub struct Source<'a> {
    /// The frame of every page.
    pub shell: &'a Shell,
    /// What is shown.
    pub portfolio: Arc<Portfolio>,
    /// The JSON that it was read from: each page holds it, so that the program need not fetch it.
    pub text: &'a str,
    /// Where the site lives.
    pub address: Arc<Address>,
    /// The fonts of the site, relative to its base.
    pub fonts: &'a [String],
    /// What lasts until now is counted to this day; a visitor's program counts on.
    pub today: Day,
    /// The day on which the portfolio last changed, if that is known.
    pub changed: Option<Day>,
}

impl Source<'_> {
    /// What machines are told of it.
    pub fn publication(&self) -> Publication<'_> {
        Publication::new(&self.portfolio, &self.address, self.changed)
    }
}

/// Every page of a portfolio as a file, `404.html`, which hosts answer unknown addresses with, and what lies beside them.
///
/// # Errors
/// When a picture can't be drawn.
pub fn site(source: &Source<'_>) -> Result<Vec<File>, DrawError> {
    let Source { shell, portfolio, text, address, fonts, today, .. } = source;
    let publication = source.publication();
    let data = escape::json_in_script(text);
    let index = Arc::new(Index::new(portfolio));
    let page = |page: Option<Page<'_>>| {
        // A path that no page has.
        let path = page.map_or_else(|| [address.base(), "404.html"].concat(), |page| address.href(page));
        let app = app(portfolio, &index, address, &path, *today);
        let document = shell::Document {
            head: &head(&publication, page).to_html(),
            theme: portfolio.theme.name.as_str(),
            fonts: &font::of_page(fonts, portfolio.theme.name, &app),
            scheme: (portfolio.theme.scheme != Scheme::System).then_some(portfolio.theme.scheme.as_str()),
            app: &app,
            data: &data,
            path: &path,
            day: today.0,
        };
        let file = match page {
            None => "404.html".to_owned(),
            Some(_) => [path.strip_prefix(address.base()).unwrap_or(&path), "index.html"].concat(),
        };
        File { path: file, bytes: shell.page(&document).into_bytes() }
    };
    // The first diagram has a second address, which is not to be found but leads to a page.
    let second = (!portfolio.diagrams.is_empty()).then_some(Page::Diagrams);
    let pages = publication.pages().into_iter().chain(second).map(Some).chain([None]);
    let mut site: Vec<File> = pages.map(page).collect();
    let texts = files::texts(&publication).into_iter();
    site.extend(texts.map(|file| File { path: file.path.to_owned(), bytes: file.text.into_bytes() }));
    let pictures = files::pictures(&publication)?.into_iter();
    site.extend(pictures.map(|picture| File { path: picture.path, bytes: picture.bytes }));
    Ok(site)
}

/// What is inside of `#app` at an absolute path.
fn app(portfolio: &Arc<Portfolio>, index: &Arc<Index>, address: &Arc<Address>, path: &str, today: Day) -> String {
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        provide_context(RequestUrl::new(path));
        let (portfolio, index, address) = (Arc::clone(portfolio), Arc::clone(index), Arc::clone(address));
        App(AppProps { portfolio, index, address, rendered: Some(today) }).html()
    });
    owner.unset_with_forced_cleanup();
    html
}
