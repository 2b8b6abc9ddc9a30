//! A place on the page for one widget, and what a visitor does to it.

use leptos::prelude::document;
use vitrine::markup::Markup;
use vitrine::markup::mount::{Mounted, hydrate, mount};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// A mounted widget; gone when dropped.
pub struct Stage {
    root: HtmlElement,
    mounted: Option<Mounted>,
}

impl Stage {
    /// Mounts a widget and waits for its effects.
    pub async fn new(widget: impl FnOnce() -> Markup) -> Self {
        let root = place();
        speak();
        let mounted = mount(&root, widget);
        settle().await;
        Self { root, mounted: Some(mounted) }
    }

    /// Has a widget hydrate what was prerendered of it, far below what is seen, after somebody has changed it by a script about
    /// `root`; and waits for its effects.
    pub async fn hydrated(html: &str, change: &str, widget: impl FnOnce() -> Markup) -> Self {
        let root = place();
        run("root, html", "root.style.marginTop = '100000px'; root.innerHTML = html", &[(&root).into(), html.into()]);
        run("root", change, &[(&root).into()]);
        speak();
        let mounted = hydrate(&root, widget);
        settle().await;
        Self { root, mounted: Some(mounted) }
    }

    /// Every element that a selector finds.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|at| found.item(at)).map(JsCast::unchecked_into).collect()
    }

    /// The first element that a selector finds.
    #[track_caller]
    pub fn one(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("nothing is {selector}"))
    }

    /// All that it says.
    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    /// The words of every element that a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().filter_map(|element| element.text_content()).collect()
    }
}

/// A page brings its words along.
fn speak() {
    vitrine::view::speak(vitrine_words::Words::english());
}

impl Drop for Stage {
    fn drop(&mut self) {
        drop(self.mounted.take());
        self.root.remove();
    }
}

fn place() -> HtmlElement {
    let root: HtmlElement = document().create_element("div").expect("an element").unchecked_into();
    document().body().expect("a body").append_child(&root).expect("it is appended");
    root
}

/// Changes what is there by a script about `root`.
pub fn change(stage: &Stage, how: &str) {
    run("root", how, &[(&stage.root).into()]);
}

/// Waits until effects have run.
pub async fn settle() {
    leptos::task::tick().await;
    leptos::task::tick().await;
}

/// Lets a mouse do something to an element, such as `pointerover`.
pub async fn mouse(element: &Element, kind: &str) {
    let act =
        "element.dispatchEvent(new PointerEvent(kind, { bubbles: !/enter|leave/.test(kind), pointerType: 'mouse' }))";
    run("element, kind", act, &[element.into(), kind.into()]);
    settle().await;
}

/// Presses a key where the focus is, such as `ArrowLeft` or `Control+Home`.
pub async fn press(keys: &str) {
    let act = "const [key, ctrl] = keys.split('+').reverse(); document.activeElement.dispatchEvent(\
               new KeyboardEvent('keydown', { key, ctrlKey: ctrl === 'Control', bubbles: true, cancelable: true }))";
    run("keys", act, &[keys.into()]);
    settle().await;
}

/// Clicks an element.
pub async fn click(element: &Element) {
    run(
        "element",
        "element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))",
        &[element.into()],
    );
    settle().await;
}

/// Focuses an element.
pub async fn focus(element: &HtmlElement) {
    element.focus().expect("it takes the focus");
    settle().await;
}

/// The accessible name that the focused element was given, or else its words.
pub fn focused() -> String {
    let element = document().active_element().expect("a focused element");
    element.get_attribute("aria-label").or_else(|| element.text_content()).unwrap_or_default()
}

fn run(parameters: &str, body: &str, arguments: &[JsValue]) {
    let list = js_sys::Array::new();
    for argument in arguments {
        list.push(argument);
    }
    js_sys::Function::new_with_args(parameters, body).apply(&JsValue::NULL, &list).expect("it runs");
}
