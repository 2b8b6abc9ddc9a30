//! Activity of somebody at the page.

use wasm_bindgen::JsCast;
use web_sys::Node;

use super::listen::Listener;

/// Uses: they need what they are about, and what that leads to, at once.
const USES: [&str; 5] = ["click", "keydown", "focusin", "popstate", "beforeprint"];
/// The same, and those of somebody who only looks around.
const ALL: &[&str] = &[USES[0], USES[1], USES[2], USES[3], USES[4], "pointerover", "wheel", "touchstart"];

/// What somebody did.
pub struct Activity {
    /// Whether it may need any part of the page at once.
    pub is_use: bool,
    /// Where on the page it was.
    pub at: Option<Node>,
}

/// Calls `f` at every activity, before anything on the page hears of it, until the handle is dropped.
pub fn watch(f: impl Fn(Activity) + 'static) -> Option<Listener> {
    let told = move |event: web_sys::Event| {
        let is_use = USES.contains(&event.type_().as_str());
        f(Activity { is_use, at: event.target().and_then(|target| target.dyn_into().ok()) });
    };
    Some(Listener::first(web_sys::window()?.into(), ALL, Box::new(told)))
}
