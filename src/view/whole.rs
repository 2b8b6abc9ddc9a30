//! What the site has to show beyond the page that a visit began with, which holds no more than it shows.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::lens::Index;
use crate::model::{MAX_BYTES, Portfolio, compact};
use crate::view::say;
use crate::web::fetch;

/// A portfolio that is ready to be shown and searched.
pub type Loaded = (Arc<Portfolio>, Arc<Index>);

/// The whole portfolio, which is fetched once, when a visitor is about to go to another page.
#[derive(Clone)]
pub struct Whole {
    first: Loaded,
    rest: Option<Rest>,
}

#[derive(Clone, Copy)]
struct Rest {
    /// The address of the file with all of it.
    file: StoredValue<String>,
    state: RwSignal<State>,
}

#[derive(Clone)]
enum State {
    Unasked,
    Asked,
    Here(Loaded),
    Failed,
}

impl Whole {
    /// That of a page which holds all of it.
    pub fn of(all: Loaded) -> Self {
        Self { first: all, rest: None }
    }

    /// That of a page which holds a part of it, and names the file with the rest.
    pub fn beyond(first: Loaded, file: String) -> Self {
        Self { first, rest: Some(Rest { file: StoredValue::new(file), state: RwSignal::new(State::Unasked) }) }
    }

    /// What the visit begins with.
    pub fn first(&self) -> &Loaded {
        &self.first
    }

    /// All of it, once it is there.
    pub fn get(&self) -> Option<Loaded> {
        let Some(rest) = self.rest else { return Some(self.first.clone()) };
        match rest.state.get() {
            State::Here(loaded) => Some(loaded),
            _ => None,
        }
    }

    /// Whether the page brought all of it along, so that both are of the same build.
    pub fn is_own(&self) -> bool {
        self.rest.is_none()
    }

    /// Whether it was asked for in vain.
    pub fn has_failed(&self) -> bool {
        self.rest.is_some_and(|rest| rest.state.with(|state| matches!(state, State::Failed)))
    }

    /// Whether there is something to fetch.
    pub fn is_missing(&self) -> bool {
        self.rest.is_some_and(|rest| rest.state.with_untracked(|state| matches!(state, State::Unasked)))
    }

    /// Fetches the rest, unless that was tried before.
    pub fn ask(&self) {
        let Some(rest) = self.rest.filter(|_| self.is_missing()) else { return };
        rest.state.set(State::Asked);
        spawn_local(async move {
            let read = fetch(&rest.file.get_value()).await;
            rest.state.try_set(read.map_or(State::Failed, State::Here));
        });
    }
}

/// The most bytes of that file: more than what any portfolio that is read becomes.
const MOST: usize = 8 * MAX_BYTES;

/// The portfolio in a file of the site.
pub async fn fetch(file: &str) -> Option<Loaded> {
    read(file).await.map(loaded)
}

/// The same, not prepared for being searched.
pub async fn read(file: &str) -> Option<Portfolio> {
    // It keeps its name when it changes, so a copy of an earlier build may be about.
    let text = fetch::fresh_text(file, MOST).await.ok()?;
    compact::read(&text, say())
}

/// Prepares a portfolio for being searched.
pub fn loaded(portfolio: Portfolio) -> Loaded {
    let index = Arc::new(Index::new(&portfolio));
    (Arc::new(portfolio), index)
}
