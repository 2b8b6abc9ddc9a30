//! A media query as a signal.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::effect::effect;

/// Whether a media query matches: `at_first` at first render, the truth right after it, and kept up to date.
pub fn media_query(query: &'static str, at_first: bool) -> ReadSignal<bool> {
    let (matches, set_matches) = signal(at_first);
    effect(move || {
        let Ok(Some(list)) = window().match_media(query) else { return };
        set_matches.set(list.matches());
        let listened = list.clone();
        let on_change = Closure::<dyn Fn()>::new(move || {
            set_matches.try_set(listened.matches());
        });
        let _ = list.add_event_listener_with_callback("change", on_change.as_ref().unchecked_ref());
        let listening = StoredValue::new_local((list, on_change));
        on_cleanup(move || {
            listening.with_value(|(list, on_change)| {
                let _ = list.remove_event_listener_with_callback("change", on_change.as_ref().unchecked_ref());
            });
        });
    });
    matches
}
