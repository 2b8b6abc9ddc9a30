//! The theme's colours as a canvas takes them.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleDeclaration, Element, MutationObserver, MutationObserverInit};

use super::text::Fonts;
use crate::diagram::ink::{TOKENS, index, name};
use crate::diagram::scene::Role;
use crate::marks;
use crate::markup::web::listen::Listener;

/// Colours and fonts, resolved.
pub struct Palette {
    colours: Vec<String>,
    /// What texts are set in.
    pub fonts: Fonts,
}

/// For each of [`TOKENS`] the system colour that stands for it where the visitor's system chooses the colours.
const SYSTEM: [&str; TOKENS.len()] = {
    let mut system = ["CanvasText"; TOKENS.len()];
    system[index(Role::Ground)] = "Canvas";
    system[index(Role::Surface)] = "Canvas";
    system[index(Role::Accent)] = "Highlight";
    system
};

const FORCED: &str = "(forced-colors: active)";
const QUERIES: [&str; 3] = [FORCED, "(prefers-color-scheme: dark)", "(prefers-contrast: more)"];

impl Palette {
    /// The colours in force at an element. The tokens are registered as colours, so that what is read is a colour
    /// whatever the token was made of.
    pub fn read(element: &Element) -> Option<Self> {
        let window = web_sys::window()?;
        let style = window.get_computed_style(element).ok()??;
        let forced = window.match_media(FORCED).ok().flatten().is_some_and(|query| query.matches());
        let tokens = TOKENS.iter().map(|variable| name(variable)).zip(SYSTEM);
        let colours = tokens.map(|(token, system)| colour(&style, token, system, forced)).collect();
        // Those of the theme, also where the page's own words are still in local ones.
        let root = window.document()?.document_element()?;
        Some(Self { colours, fonts: Fonts::read(&window.get_computed_style(&root).ok()??) })
    }

    /// A CSS colour.
    pub fn colour(&self, role: Role) -> &str {
        self.colours.get(index(role)).map_or("", String::as_str)
    }
}

fn colour(style: &CssStyleDeclaration, token: &str, system: &str, forced: bool) -> String {
    let value = if forced { String::new() } else { style.get_property_value(token).unwrap_or_default() };
    if value.trim().is_empty() { system.to_owned() } else { value }
}

/// Watches for another theme or scheme, until it is dropped.
pub struct Watch {
    observer: Option<MutationObserver>,
    _closure: Closure<dyn FnMut(Array)>,
    _queries: Vec<Listener>,
}

impl Watch {
    /// Calls `changed` when the page or the system has changed its colours.
    pub fn new(changed: impl Fn() + Clone + 'static) -> Self {
        let on_attribute = changed.clone();
        let closure = Closure::wrap(Box::new(move |_: Array| on_attribute()) as Box<dyn FnMut(Array)>);
        let window = web_sys::window();
        let root = window.as_ref().and_then(web_sys::Window::document).and_then(|document| document.document_element());
        let observer = root.and_then(|root| {
            let observer = MutationObserver::new(closure.as_ref().unchecked_ref()).ok()?;
            let options = MutationObserverInit::new();
            options.set_attributes(true);
            let names: Array = ["data-theme", marks::SCHEME, "class"].into_iter().map(JsValue::from_str).collect();
            options.set_attribute_filter(&names);
            observer.observe_with_options(&root, &options).ok()?;
            Some(observer)
        });
        let queries = QUERIES.iter().filter_map(|query| {
            let query = window.as_ref()?.match_media(query).ok()??;
            let changed = changed.clone();
            Some(Listener::passive(query.into(), &["change"], Box::new(move |_| changed())))
        });
        Self { observer, _queries: queries.collect(), _closure: closure }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
