//! Taking a diagram away: as a drawing, a picture, or a link.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::control::Control;
use super::stage::Stage;
use crate::web::{page, save};

impl Control {
    /// Saves the whole diagram as a drawing, in the colours of the theme.
    pub fn save_svg(self) {
        let title = self.with_diagram(|diagram| diagram.title.clone());
        let saved =
            self.with_stage(|stage| stage.svg(&title)).flatten().map(|text| save::svg(&self.file("", ".svg"), &text));
        self.report(saved.is_some(), "Saved as SVG");
    }

    /// Saves the whole diagram as a picture of so many device px a world px.
    pub fn save_png(self, ratio: u32) {
        let times = if ratio == 1 { String::new() } else { ["@", &ratio.to_string(), "x"].concat() };
        let canvas = self.with_stage(|stage| stage.picture(f64::from(ratio))).flatten();
        let saved = canvas.is_some_and(|canvas| save::png(self.file(&times, ".png"), &canvas));
        self.report(saved, "Saved as PNG");
    }

    /// Puts a link to what is seen now on the clipboard.
    pub fn copy_link(self) {
        let in_bar = self.fills_page();
        // The page's own address names the flow, its step and the open node.
        let here = if in_bar { page::address() } else { self.href.get_value() };
        let view = self.with_stage(Stage::aim).flatten().map(|aim| aim.text());
        let link = page::with_parameter(&here, "view", view.as_deref());
        if in_bar {
            page::replace_address(&link);
        }
        spawn_local(async move {
            let copied = page::copy(&link).await.is_ok();
            self.tell(match (copied, in_bar) {
                (true, _) => "Link copied",
                (false, true) => "Copying is blocked here; the link is in the address bar",
                (false, false) => "Copying is blocked here; open the diagram on its own page and try again there",
            });
        });
    }

    fn report(self, done: bool, words: &'static str) {
        self.tell(if done { words } else { "The browser can't save this picture" });
    }

    fn file(self, before: &str, end: &str) -> String {
        let id = self.with_diagram(|diagram| diagram.id.clone());
        [if id.is_empty() { "diagram" } else { &id }, before, end].concat()
    }
}
