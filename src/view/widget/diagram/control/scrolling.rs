//! What scrolling means in a diagram that fills the window: visitors whose trackpad is taken for a wheel, or the other way round,
//! choose, and the browser remembers it.

use leptos::prelude::*;

use super::Control;
use crate::diagram::gesture::Scrolling;
use crate::model::Words;
use crate::view::say;
use crate::web::storage;

const KEY: &str = "vitrine-scrolling";
/// What stands for one: how it is remembered, and what the button that leads to the next one says.
type Choice = (Scrolling, &'static str, fn(Words) -> &'static str);

const ALL: [Choice; 3] = [
    (Scrolling::Automatic, "", Words::view_scrolling_automatic),
    (Scrolling::Zooms, "zooms", Words::view_scrolling_zooms),
    (Scrolling::Moves, "moves", Words::view_scrolling_moves),
];

/// What was chosen last.
pub fn remembered() -> Scrolling {
    let stored = storage::read(KEY).unwrap_or_default();
    ALL.iter().find(|(_, name, _)| *name == stored).map_or(Scrolling::Automatic, |(scrolling, ..)| *scrolling)
}

impl Control {
    fn scrolling_at(self) -> usize {
        let scrolling = self.scrolling.get();
        ALL.iter().position(|(other, ..)| *other == scrolling).unwrap_or_default()
    }

    /// What is in force, in words.
    pub fn scrolling_words(self) -> &'static str {
        ALL[self.scrolling_at()].2(say())
    }

    /// Goes on to the next, and remembers it.
    pub fn change_scrolling(self) {
        let (scrolling, name, words) = ALL[(untrack(|| self.scrolling_at()) + 1) % ALL.len()];
        self.scrolling.set(scrolling);
        storage::write(KEY, (!name.is_empty()).then_some(name));
        self.announce(words(say()).to_owned());
    }
}
