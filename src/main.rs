//! Starts the page; nothing else.

use leptos::prelude::document;
use wasm_bindgen::JsCast;

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let Some(root) = document().get_element_by_id("app").and_then(|root| root.dyn_into().ok()) else { return };
    let root: web_sys::HtmlElement = root;
    root.set_text_content(None);
    leptos::mount::mount_to(root, vitrine::view::Root).forget();
}
