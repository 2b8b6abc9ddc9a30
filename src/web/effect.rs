//! Effects of one type.

use leptos::prelude::Effect;

/// Runs `f` after the page has been drawn, and again whenever a signal it reads has changed, as [`Effect::new`] does.
/// That has a copy of its loop for each function; this has one for all.
pub fn effect(f: impl FnMut() + 'static) {
    erased(Box::new(f));
}

#[inline(never)]
fn erased(mut f: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| f());
}
