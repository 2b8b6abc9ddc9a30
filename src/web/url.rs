//! The browser's own WHATWG URL parser, as the model's gate wants it.

use crate::model::href::{Gate, UrlParts};

/// The gate every link of a portfolio passes, over `URL` of the browser.
pub const GATE: Gate = Gate { parse };

fn parse(text: &str) -> Option<UrlParts> {
    let url = web_sys::Url::new_with_base(text, Gate::BASE).ok()?;
    Some(UrlParts {
        scheme: url.protocol().trim_end_matches(':').to_owned(),
        host: url.host(),
        username: [url.username(), url.password()].concat(),
        href: url.href(),
    })
}

/// The absolute form of an address, relative to the document, if it lies on this site's origin.
pub fn same_origin(address: &str) -> Option<String> {
    let document = leptos::prelude::document().base_uri().ok().flatten()?;
    let url = web_sys::Url::new_with_base(address, &document).ok()?;
    let here = web_sys::Url::new(&document).ok()?;
    (url.origin() == here.origin() && url.username().is_empty()).then(|| url.href())
}
