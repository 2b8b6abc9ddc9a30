//! Starts the page; nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    if let Some(root) = leptos::prelude::document().get_element_by_id(vitrine::marks::APP) {
        vitrine::view::start(root);
    }
}

/// Natively there is no page to start.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: `cargo xtask serve` shows it there.");
}
