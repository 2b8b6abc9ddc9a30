//! The document around the app: its state for tests and measurement, title, theme, focus and clock.

use crate::markup::web::listen::Listener;
use js_sys::Reflect;
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether what is shown can do anything: it can't in a prerendered page, until the program hydrates that.
pub const RUNS: bool = cfg!(target_arch = "wasm32");

/// Sets an attribute of `<html>`, or removes it.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// What the document says of itself to those who keep or share it.
pub struct Head<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The absolute address that stands for it, if it has one.
    pub canonical: Option<&'a str>,
    /// Whether search engines may list it.
    pub is_found: bool,
}

/// What keeps a page out of search results. A preview of the whole site says more than this, and goes on saying it.
const ROBOTS: &str = "meta[name=robots][content=noindex]";

/// Says it in the place of what was said before.
pub fn set_head(head: &Head<'_>) {
    let document = document();
    document.set_title(head.title);
    let element = |selector| document.query_selector(selector).ok().flatten();
    let put = |selector, tag, attributes: [(&str, &str); 2]| {
        let added = || {
            let element = document.create_element(tag).ok()?;
            document.head()?.append_child(&element).ok()?;
            Some(element)
        };
        if let Some(element) = element(selector).or_else(added) {
            for (name, value) in attributes {
                let _ = element.set_attribute(name, value);
            }
        }
    };
    let take = |selector| element(selector).iter().for_each(web_sys::Element::remove);
    match head.canonical {
        Some(address) => put("link[rel=canonical]", "link", [("rel", "canonical"), ("href", address)]),
        None => take("link[rel=canonical]"),
    }
    if head.is_found {
        take(ROBOTS);
    } else {
        put(ROBOTS, "meta", [("name", "robots"), ("content", "noindex")]);
    }
}

/// A text that the page brought along in a `<script>` with this id.
pub fn inlined(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// What that element says of itself in an attribute.
pub fn inlined_fact(id: &str, attribute: &str) -> Option<String> {
    document().get_element_by_id(id)?.get_attribute(attribute)
}

/// The path of the page's address.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The query of the page's address, with its question mark, or nothing.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The path part of the document's base URL, such as `/` or `/repo/`.
pub fn base_path() -> String {
    let base = document().base_uri().ok().flatten().and_then(|base| web_sys::Url::new(&base).ok());
    base.map_or_else(|| "/".to_owned(), |url| url.pathname())
}

/// Leaves the page for an address of this host, or loads it anew where it is that of the page but for the hash.
pub fn open(address: &str) {
    let location = window().location();
    let here = [path(), query()].concat();
    let _ = location.assign(address);
    if address.split('#').next() == Some(&here) {
        let _ = location.reload();
    }
}

/// A parameter of the page's query.
pub fn query_parameter(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// What follows the `#` of the page's address, decoded.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let hash = hash.trim_start_matches('#');
    js_sys::decode_uri_component(hash).map_or_else(|_| hash.to_owned(), String::from)
}

/// Calls `f` whenever the fragment of the page's address was changed by hand, until the handle is dropped.
pub fn on_fragment(f: impl Fn() + 'static) -> Option<Listener> {
    Some(Listener::passive(web_sys::window()?.into(), &["hashchange"], Box::new(move |_| f())))
}

/// Puts another fragment, or none, in the page's address, without a step in its history.
pub fn set_fragment(fragment: Option<&str>) {
    let Ok(href) = window().location().href() else { return };
    let hash = fragment.map_or_else(String::new, |id| ["#", &String::from(js_sys::encode_uri_component(id))].concat());
    let page = href.split('#').next().unwrap_or_default();
    replace_address(&[page, &hash].concat());
}

/// The address of this page, absolute.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// An address of this site, absolute, with a parameter of its query set or, for `None`, left out.
pub fn with_parameter(href: &str, name: &str, value: Option<&str>) -> String {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let Ok(url) = web_sys::Url::new_with_base(href, &base) else { return href.to_owned() };
    match value {
        Some(value) => url.search_params().set(name, value),
        None => url.search_params().delete(name),
    }
    url.href()
}

/// Puts another address of this page in its place, without a step in its history.
pub fn replace_address(href: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(href));
    }
}

/// Puts another path in the page's address, which keeps query and hash, without a step in its history.
pub fn set_path(path: &str) {
    let hash = window().location().hash().unwrap_or_default();
    replace_address(&[path, &query(), &hash].concat());
}

/// Puts other values of some parameters into the query of the page's address, or none, without a step in its history.
pub fn set_query_parameters(parameters: &[(&str, Option<String>)]) {
    let location = window().location();
    let (Ok(path), Ok(search), Ok(hash)) = (location.pathname(), location.search(), location.hash()) else { return };
    let named = |pair: &&str| parameters.iter().any(|(name, _)| pair.split('=').next() == Some(name));
    let kept = search.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty() && !named(pair));
    let mut pairs: Vec<String> = kept.map(str::to_owned).collect();
    for (name, value) in parameters {
        if let Some(value) = value {
            pairs.push([name, "=", &String::from(js_sys::encode_uri_component(value))].concat());
        }
    }
    let query = if pairs.is_empty() { String::new() } else { ["?", &pairs.join("&")].concat() };
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(&[path, query, hash].concat()));
    }
}

/// Leaves a mark in the browser's performance timeline.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}

/// Moves the focus to the element with this id without scrolling.
pub fn focus(id: &str) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = document().get_element_by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus_with_options(&options);
    }
}

/// Whether no element has the focus, as after one that had it has gone.
pub fn has_no_focus() -> bool {
    let document = document();
    document.active_element() == document.body().map(Into::into)
}

/// Tells the first script of something, by one of [`crate::marks`].
pub fn tell(event: &str) {
    if let Ok(event) = web_sys::Event::new(event) {
        let _ = window().dispatch_event(&event);
    }
}

/// Calls `f` when the first script tells of something, until the handle is dropped.
pub fn on_told(events: &'static [&'static str], f: impl Fn() + 'static) -> Listener {
    Listener::passive(window().into(), events, Box::new(move |_| f()))
}

/// Milliseconds since 1970 in the visitor's own time zone, so that a division by a day's length gives the local day.
pub fn local_now_ms() -> f64 {
    let now = js_sys::Date::new_0();
    now.get_time() - now.get_timezone_offset() * 60_000.0
}

/// Puts a text on the clipboard.
///
/// # Errors
/// When the browser has no clipboard (it has one in secure contexts only) or the visitor forbids it.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
    let write: js_sys::Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    let written: js_sys::Promise = write.call1(&clipboard, &text.into())?.dyn_into()?;
    JsFuture::from(written).await.map(|_| ())
}

/// Calls `f` with `true` before the page is printed and with `false` after that, until the handle is dropped.
pub fn on_print(f: impl Fn(bool) + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    let told = move |event: web_sys::Event| f(event.type_() == "beforeprint");
    Some(Listener::passive(window.into(), &["beforeprint", "afterprint"], Box::new(told)))
}
