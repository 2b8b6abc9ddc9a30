//! Exporting a diagram: as a drawing, a picture, or a link.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::control::Control;
use super::stage::Stage;
use crate::diagram::picture::UNSEEN;
use crate::view::say;
use crate::web::{page, save};

impl Control {
    /// Saves the whole diagram as a drawing, in the colours of the theme.
    pub fn save_svg(self) {
        let title = self.with_diagram(|diagram| diagram.title.clone());
        let saved =
            self.with_stage(|stage| stage.svg(&title)).flatten().map(|text| save::svg(&self.file(".svg"), &text));
        self.report(saved.is_some(), say().export_saved_svg());
    }

    /// Saves the whole diagram as a picture of so many device px a world px, or as many as it can have; not where it would be noise.
    pub fn save_png(self, wish: u32) {
        let noise = save::noise();
        if noise > UNSEEN {
            return self.announce_hint(say().export_noise());
        }
        let Some((canvas, ratio)) = self.with_stage(|stage| stage.picture(wish)).flatten() else {
            return self.report(false, "");
        };
        let got = ratio as u32;
        let end = match got {
            3 => "@3x.png",
            2 => "@2x.png",
            _ => ".png",
        };
        let words = match (got, wish) {
            _ if noise > 0 => say().export_saved_noisy().to_owned(),
            _ if got == wish => say().export_saved_png().to_owned(),
            (1 | 2, _) => say().export_saved_smaller_times(got as usize, wish as usize),
            _ => say().export_saved_smaller().to_owned(),
        };
        save::png(self.file(end), &canvas, move |saved| self.report(saved, &words));
    }

    /// Puts a link to what is seen now on the clipboard.
    pub fn copy_link(self) {
        let in_bar = self.fills_page();
        // The page's own address names the flow, its step and the open node.
        let here = if in_bar { page::address() } else { self.href.get_value() };
        let view = self.with_stage(Stage::view_state).flatten().map(|state| state.text());
        let link = page::with_parameter(&here, "view", view.as_deref());
        if in_bar {
            page::replace_address(&link);
        }
        spawn_local(async move {
            let copied = page::copy(&link).await.is_ok();
            self.announce_hint(match (copied, in_bar) {
                (true, _) => say().export_copied(),
                (false, true) => say().export_not_copied(),
                (false, false) => say().export_not_copied_inline(),
            });
        });
    }

    fn report(self, done: bool, words: &str) {
        self.announce_hint(if done { words } else { say().export_failed() });
    }

    fn file(self, end: &str) -> String {
        let id = self.with_diagram(|diagram| diagram.id.clone());
        [if id.is_empty() { "diagram" } else { &id }, end].concat()
    }
}
