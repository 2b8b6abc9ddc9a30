//! Fields to type in, which a prerendered page has in templates.

use leptos::prelude::*;
use vitrine::markup::{Markup, markup};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, settle};

#[wasm_bindgen_test]
async fn a_field_that_has_left_its_template_is_hydrated_and_heard() {
    let heard = RwSignal::new(0);
    let view = move || -> Markup {
        markup! { <label><span>"Search"</span><input type="search" on:input=move |_| heard.update(|times| *times += 1)/></label> }
    };
    let html = Owner::new().with(|| view().html());
    assert!(html.contains("<template><input"), "{html}");
    let stage = Stage::hydrated(&html.replace("<template>", "").replace("</template>", ""), "", view).await;
    let fields = stage.all("input");
    let typed = web_sys::Event::new("input").expect("an event");
    fields[0].dispatch_event(&typed).expect("to be heard");
    settle().await;
    assert_eq!((fields.len(), heard.get_untracked()), (1, 1));
}
