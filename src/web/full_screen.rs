//! Filling the screen with an element.

use web_sys::{Document, Element};

use crate::markup::web::listen::Listener;

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

/// Marks what is out of reach.
const BESIDE: &str = "data-beside";

/// Takes everything else of the page out of reach, for an element that fills the window without the browser's help.
pub fn isolate(element: &Element) {
    let mut inner = element.clone();
    while let Some(around) = inner.parent_element().filter(|_| inner.tag_name() != "BODY") {
        let children = around.children();
        for beside in (0..children.length()).filter_map(|at| children.item(at)) {
            if beside != inner && !beside.has_attribute("inert") {
                let _ = beside.set_attribute("inert", "");
                let _ = beside.set_attribute(BESIDE, "");
            }
        }
        inner = around;
    }
}

/// Gives back what [`isolate`] has taken.
pub fn release() {
    while let Some(beside) = document().and_then(|document| document.query_selector("[data-beside]").ok().flatten()) {
        let _ = beside.remove_attribute("inert");
        let _ = beside.remove_attribute(BESIDE);
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
