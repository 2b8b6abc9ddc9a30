//! The site's icons: one file, fetched once for the whole page, and only when something asks for it.

use std::cell::RefCell;

use wasm_bindgen_futures::spawn_local;

use super::fetch;
use crate::diagram::icon::Sprite;

/// In bytes; hundreds of icons have room.
const LIMIT: usize = 1_000_000;

type Take = Box<dyn FnOnce(&Sprite)>;

/// What is known of the file.
enum State {
    Unasked,
    /// Asked for, with who waits.
    Coming(Vec<Take>),
    /// For as long as the page is there; empty where it could not be had.
    Here(&'static Sprite),
}

thread_local! {
    static STATE: RefCell<State> = const { RefCell::new(State::Unasked) };
}

/// Hands the icons to `take`: now if they are here, else once they have come. There may be none.
pub fn ask(take: impl FnOnce(&Sprite) + 'static) {
    let mut waiting = match STATE.replace(State::Unasked) {
        State::Unasked => {
            spawn_local(load());
            Vec::new()
        }
        State::Coming(waiting) => waiting,
        State::Here(sprite) => {
            STATE.set(State::Here(sprite));
            return take(sprite);
        }
    };
    waiting.push(Box::new(take) as Take);
    STATE.set(State::Coming(waiting));
}

/// Nothing is lost without icons but their looks, so nothing is said.
async fn load() {
    let text = match address() {
        Some(address) => fetch::text(&address, LIMIT).await.unwrap_or_default(),
        None => String::new(),
    };
    let sprite = Box::leak(Box::new(Sprite::parse(&text)));
    if let State::Coming(waiting) = STATE.replace(State::Here(sprite)) {
        for take in waiting {
            take(sprite);
        }
    }
}

/// Where the page says that the file is.
fn address() -> Option<String> {
    let page = web_sys::window()?.document()?;
    page.query_selector("meta[name=icons]").ok()??.get_attribute("content").filter(|address| !address.is_empty())
}
