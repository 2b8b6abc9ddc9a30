//! Pages as HTML files, rendered natively by the components that the browser runs.
//!
//! The browser finds the elements of such a page and takes them over instead of making its own
//! ([`crate::view::markup::mount::hydrate`]), so what is rendered here has to be what it would make first: what the
//! portfolio and the path say, nothing else.

mod json;
mod shell;

use std::sync::Arc;

use leptos::prelude::Owner;
use leptos::prelude::provide_context;
use leptos_router::location::RequestUrl;

pub use shell::{BadShell, Shell};

use crate::model::{Portfolio, Scheme};
use crate::route::{Address, Page};
use crate::view::{App, AppProps};

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Below the site's folder, with `/` between its parts.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// Every page of a portfolio as a file, and `404.html`, which hosts answer unknown addresses with.
///
/// `text` is the JSON that `portfolio` was read from: it is put in each page, so that the program need not fetch it.
pub fn site(shell: &Shell, portfolio: &Arc<Portfolio>, text: &str, address: &Arc<Address>) -> Vec<File> {
    let data = json::in_script(text);
    let page = |page: Option<Page<'_>>| {
        // A path that no page has.
        let path = page.map_or_else(|| [address.base(), "404.html"].concat(), |page| address.href(page));
        let title = page.map_or_else(|| "404".to_owned(), |page| format!("{page:?}"));
        let document = shell::Document {
            head: &["<title>", &title, "</title>"].concat(),
            theme: portfolio.theme.name.as_str(),
            scheme: (portfolio.theme.scheme != Scheme::System).then_some(portfolio.theme.scheme.as_str()),
            app: &app(portfolio, address, &path),
            data: &data,
            path: page.is_some().then_some(path.as_str()),
        };
        let file = match page {
            None => "404.html".to_owned(),
            Some(_) => [path.strip_prefix(address.base()).unwrap_or(&path), "index.html"].concat(),
        };
        File { path: file, text: shell.page(&document) }
    };
    let mut pages = vec![None, Some(Page::Home)];
    pages.extend(portfolio.projects.iter().map(|project| Some(Page::Project(&project.id))));
    pages.extend(portfolio.diagrams.iter().map(|diagram| Some(Page::Diagram(&diagram.id))));
    pages.extend((!portfolio.diagrams.is_empty()).then_some(Some(Page::Diagrams)));
    pages.extend((!portfolio.experience.is_empty()).then_some(Some(Page::Experience)));
    pages.into_iter().map(page).collect()
}

/// What is inside of `#app` at an absolute path.
fn app(portfolio: &Arc<Portfolio>, address: &Arc<Address>, path: &str) -> String {
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        provide_context(RequestUrl::new(path));
        App(AppProps { portfolio: Arc::clone(portfolio), address: Arc::clone(address) }).html()
    });
    owner.unset_with_forced_cleanup();
    html
}
