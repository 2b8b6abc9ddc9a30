//! Putting a [`Markup`] on the page, or hydrating what stands there already.

use any_spawner::Executor;
use leptos::prelude::Owner;
use web_sys::Element;

use super::Markup;
use super::found::{Found, Way};
use super::state::State;

/// Something on the page, which leaves it when dropped.
#[must_use = "what is mounted leaves the page when this is dropped"]
pub struct Mounted {
    state: State,
    _owner: Owner,
}

/// Puts what `view` returns at the end of `root`.
pub fn mount(root: &Element, view: impl FnOnce() -> Markup) -> Mounted {
    let mut mounted = start(view, None);
    mounted.state.mount(root, None);
    mounted
}

/// Hydrates the content of `root`: [`Markup::html`] of the same view, as it was prerendered. What others have changed of it since is
/// drawn anew.
pub fn hydrate(root: &Element, view: impl FnOnce() -> Markup) -> Mounted {
    let way = Way::into(root);
    let mounted = start(view, Some(&way));
    way.end();
    mounted
}

/// Starts the task executor. Views need it, and so does any task spawned before the first view.
pub fn run_tasks() {
    // An error says that it has been started before.
    let _ = Executor::init_wasm_bindgen();
}

fn start(view: impl FnOnce() -> Markup, found: Found<'_>) -> Mounted {
    run_tasks();
    let owner = Owner::new();
    let state = owner.with(|| view().realise(found));
    Mounted { state, _owner: owner }
}

impl Mounted {
    /// Leaves it on the page for good.
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.state.unmount();
    }
}
