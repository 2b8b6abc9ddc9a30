//! Parts that came as HTML: they start when they are needed, all of them, and never after they have left.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::prelude::*;
use vitrine::markup::{Markup, each, lazy, markup, wake};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, click, settle};

/// Two parts of a page that show as many entries as they are told, and count presses.
#[derive(Clone, Default)]
struct Parts {
    started: Arc<AtomicUsize>,
    entries: ArcRwSignal<usize>,
    pressed: ArcRwSignal<usize>,
}

impl Parts {
    fn view(&self) -> Markup {
        markup! { <main>{self.part()}{self.part()}</main> }
    }

    fn part(&self) -> Markup {
        let Self { started, entries, pressed } = self.clone();
        lazy("part", move || {
            started.fetch_add(1, Ordering::Relaxed);
            markup! {
                <section class="part">
                    <button on:click=move |_| pressed.update(|times| *times += 1)>"Press"</button>
                    <ul>{each(move || (0..entries.get()).collect(), |entry| markup! { <li>{entry}</li> })}</ul>
                </section>
            }
        })
    }

    fn started(&self) -> usize {
        self.started.load(Ordering::Relaxed)
    }

    /// Has a prerendered page hydrated, far from what is seen.
    async fn hydrated(&self) -> Stage {
        self.entries.set(3);
        let html = Owner::new().with(|| self.view().html());
        self.started.store(0, Ordering::Relaxed);
        Stage::hydrated(&html, "", || self.view()).await
    }
}

#[wasm_bindgen_test]
async fn the_first_press_starts_every_part_and_is_heard() {
    let parts = Parts::default();
    let stage = parts.hydrated().await;
    assert_eq!((parts.started(), stage.all("li").len()), (0, 6));
    let before = stage.all("button");
    click(&before[1]).await;
    assert_eq!((parts.started(), parts.pressed.get_untracked()), (2, 1));
    assert!(stage.all("button") == before, "what stood there stands there");
    parts.entries.set(1);
    settle().await;
    assert_eq!(stage.texts("li"), ["0", "0"]);
}

#[wasm_bindgen_test]
async fn what_is_awake_before_a_change_shows_the_change() {
    let parts = Parts::default();
    let stage = parts.hydrated().await;
    wake();
    parts.entries.set(2);
    settle().await;
    assert_eq!((parts.started(), stage.texts("li").concat().as_str()), (2, "0101"));
}

#[wasm_bindgen_test]
async fn what_has_left_the_page_never_starts() {
    let parts = Parts::default();
    drop(parts.hydrated().await);
    let body: web_sys::Element = document().body().expect("a body").into();
    click(&body).await;
    wake();
    assert_eq!(parts.started(), 0);
}
