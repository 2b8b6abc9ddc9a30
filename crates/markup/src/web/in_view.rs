//! Whether an element is in view, or soon will be.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Watches an element until it is dropped.
pub struct InView {
    observer: Option<IntersectionObserver>,
    _closure: Closure<dyn FnMut(Array)>,
}

impl InView {
    /// Calls `changed` with whether the element is within half a window of being in view.
    pub fn observe(element: &Element, changed: impl Fn(bool) + 'static) -> Self {
        let closure = Closure::wrap(Box::new(move |entries: Array| {
            if let Some(entry) = entries.iter().last() {
                changed(entry.unchecked_ref::<IntersectionObserverEntry>().is_intersecting());
            }
        }) as Box<dyn FnMut(Array)>);
        let options = IntersectionObserverInit::new();
        options.set_root_margin("50%");
        let observer = IntersectionObserver::new_with_options(closure.as_ref().unchecked_ref(), &options).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        Self { observer, _closure: closure }
    }
}

impl Drop for InView {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
