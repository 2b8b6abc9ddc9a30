//! What the site remembers on the visitor's machine: the colour scheme, and until the tab is closed the scroll
//! position. A storage that throws or is full is ignored,
//! and the choice then lasts as long as the page.

use leptos::prelude::window;

/// The value under a key, if the browser lets us read it.
pub fn read(key: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(key).ok().flatten()
}

/// Remembers a value, or forgets the key.
pub fn write(key: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}

/// Remembers a value until the tab is closed.
pub fn write_for_session(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(key, value);
    }
}

/// The value remembered for this tab, which is then forgotten.
pub fn take_for_session(key: &str) -> Option<String> {
    let storage = window().session_storage().ok().flatten()?;
    let value = storage.get_item(key).ok().flatten();
    let _ = storage.remove_item(key);
    value
}
