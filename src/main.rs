//! Starts the page; nothing else.

use leptos::prelude::document;

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    if let Some(root) = document().get_element_by_id("app") {
        vitrine::view::start(root);
    }
}
