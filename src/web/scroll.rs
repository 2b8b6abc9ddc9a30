//! Where the page is scrolled to: remembered for every visited URL, put back on back, forward and reload, and
//! moved to the element a hash names once that element is there.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use web_sys::{ScrollBehavior, ScrollIntoViewOptions, ScrollRestoration, ScrollToOptions};

use super::effect::effect;
use super::storage;
use crate::decimal;
use crate::markup::web::listen::Listener;

/// Where a reload finds the position it left.
const SCROLL_KEY: &str = "vitrine.scroll";

/// Keeps the scroll position of every URL visited in this page's life and restores it on back and forward.
///
/// The browser restores too early for a page that is drawn by script, so it is told not to.
pub fn remember_positions() {
    let _ = window().history().and_then(|history| history.set_scroll_restoration(ScrollRestoration::Manual));
    let positions: Rc<RefCell<Vec<(String, f64)>>> = Rc::default();
    let note = {
        let positions = Rc::clone(&positions);
        move || {
            let url = here();
            let y = window().scroll_y().unwrap_or_default();
            let mut positions = positions.borrow_mut();
            match positions.iter_mut().find(|(known, _)| *known == url) {
                Some(known) => known.1 = y,
                None => positions.push((url, y)),
            }
        }
    };
    let on_scroll = note.clone();
    let scrolled = window_event_listener(ev::scroll, move |_| on_scroll());
    // What is pressed may lead to another URL without a scroll. This runs before anything else hears of it.
    let pressed = Listener::first(window().into(), &["click"], Box::new(move |_| note()));
    let pressed = StoredValue::new_local(Some(pressed));
    let on_popstate = move |_| {
        let url = here();
        let y = positions.borrow().iter().find(|(known, _)| *known == url).map_or(0.0, |known| known.1);
        to_position(y);
    };
    let popped = window_event_listener(ev::popstate, on_popstate);
    let left = window_event_listener(ev::pagehide, |_| {
        let y = window().scroll_y().unwrap_or_default();
        storage::write_for_session(SCROLL_KEY, &[&decimal::write(y), " ", &here()].concat());
    });
    // WebKit keeps a page as it was, but not where it was scrolled to.
    let shown = window_event_listener(ev::pageshow, |event| {
        if event.persisted() {
            position_before_reload().into_iter().for_each(to_position);
        }
    });
    on_cleanup(move || {
        pressed.try_set_value(None);
        scrolled.remove();
        popped.remove();
        left.remove();
        shown.remove();
    });
}

/// The position this URL was left at when the page was last reloaded or left, if that was the last thing it did.
pub fn position_before_reload() -> Option<f64> {
    let saved = storage::take_for_session(SCROLL_KEY)?;
    let (y, url) = saved.split_once(' ')?;
    (url == here()).then(|| decimal::read(y)).flatten()
}

/// Whether nothing has been scrolled.
pub fn is_at_start() -> bool {
    window().scroll_y().unwrap_or_default() < 1.0
}

/// Keeps the element with this id where it is in the window while what stands above it changes height in this turn.
pub fn hold(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let top = element.get_bounding_client_rect().top();
    request_animation_frame(move || {
        let moved = element.get_bounding_client_rect().top() - top;
        if moved.abs() >= 1.0 {
            show(window().scroll_y().unwrap_or_default() + moved);
        }
    });
}

/// Shows a position, in CSS px from the top, after the next two frames.
pub fn to_position(y: f64) {
    // The router draws the page in a microtask; two frames later its layout is there.
    request_animation_frame(move || request_animation_frame(move || show(y)));
}

/// Shows a position without a glide.
fn show(y: f64) {
    let options = ScrollToOptions::new();
    options.set_top(y);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}

fn here() -> String {
    window().location().href().unwrap_or_default()
}

/// Shows the element with this id, in the next frame. At once: who arrives has not been anywhere yet that a moving page
/// could lead away from.
pub fn to_element(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            let options = ScrollIntoViewOptions::new();
            options.set_behavior(ScrollBehavior::Instant);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// The id of the section in view: the last of `ids`, in page order, whose element starts above the upper third of
/// the window; the very last one when the page is scrolled to its end. `None` above the first, and where there is none.
pub fn spy(ids: Vec<String>) -> ReadSignal<Option<String>> {
    let (current, set_current) = signal(None);
    let look = move || {
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let at_end = document().document_element().is_some_and(|root| {
            let y = window().scroll_y().unwrap_or_default();
            y > 0.0 && y + height >= f64::from(root.scroll_height()) - 2.0
        });
        let starts = |id: &&String| {
            let element = document().get_element_by_id(id)?;
            let top = element.get_bounding_client_rect().top();
            Some(at_end && top < height || top < height / 3.0)
        };
        let seen = ids.iter().rev().find(|id| starts(id).unwrap_or(false)).cloned();
        if current.try_get_untracked().is_some_and(|current| current != seen) {
            set_current.try_set(seen);
        }
    };
    let look = Rc::new(look);
    let waiting = Rc::new(Cell::new(false));
    let on_scroll = move || {
        if !waiting.replace(true) {
            let (look, waiting) = (Rc::clone(&look), Rc::clone(&waiting));
            request_animation_frame(move || {
                waiting.set(false);
                look();
            });
        }
    };
    effect(move || {
        on_scroll();
        let on_scroll = on_scroll.clone();
        let scrolled = window_event_listener(ev::scroll, move |_| on_scroll());
        on_cleanup(move || scrolled.remove());
    });
    current
}
