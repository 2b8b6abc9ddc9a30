//! Filling the screen with an element.

use web_sys::{Document, Element};

use super::listen::Listener;

/// Fills the screen with an element, or stops doing so. Whether the browser can; it says when it has done it.
pub fn toggle(element: &Element) -> bool {
    let Some(document) = document().filter(Document::fullscreen_enabled) else { return false };
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
        true
    } else {
        element.request_fullscreen().is_ok()
    }
}

/// Calls `changed` with the element that fills the screen now, until the handle is dropped.
pub fn watch(changed: impl Fn(Option<Element>) + 'static) -> Option<Listener> {
    let document = document()?;
    let target = document.clone().into();
    Some(Listener::passive(target, &["fullscreenchange"], Box::new(move |_| changed(document.fullscreen_element()))))
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
