//! The widgets in a real browser: mount, act, read the page. `cargo xtask test browser` runs it.
#![cfg(target_arch = "wasm32")]

mod calendar;
mod diagram;
mod field;
mod hydration;
mod lazy;
mod radar;
mod stage;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn there_is_a_page_to_mount_on() {
    let body = web_sys::window().and_then(|window| window.document()).and_then(|document| document.body());
    assert!(body.is_some());
}
