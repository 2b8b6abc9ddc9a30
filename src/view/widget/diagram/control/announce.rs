//! What a diagram announces.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_timeout_with_handle;
use leptos::prelude::*;

use super::Control;

/// How long a hint is shown, in ms: so long,
const HINT: u64 = 1200;
/// and so much longer for each byte, for there is more to read.
const LETTER: u64 = 30;

impl Control {
    /// Shows a hint for a moment and announces it.
    pub fn announce_hint(self, text: &str) {
        self.announce(text.to_owned());
        self.show_hint(text);
    }

    /// Announces something, if the diagram is still there.
    pub fn announce(self, mut text: String) {
        // What stays the same is not read again.
        if self.announcement.try_with_untracked(|last| *last == text) == Some(true) {
            text.push('\u{a0}');
        }
        self.announcement.try_set(text);
    }

    pub(super) fn show_hint(self, text: &str) {
        if self.hint.with_untracked(|hint| hint.as_deref() != Some(text)) {
            self.hint.set(Some(text.to_owned()));
        }
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        let hide = move || {
            self.hint.try_set(None);
        };
        self.timer
            .set_value(set_timeout_with_handle(hide, Duration::from_millis(HINT + LETTER * text.len() as u64)).ok());
    }
}
