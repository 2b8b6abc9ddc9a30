//! Which node has the focus, and which one's details are open.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{FocusOptions, HtmlElement};

use super::Control;
use crate::diagram::scene::Part;
use crate::view::say;
use crate::view::widget::diagram::label;
use crate::view::widget::diagram::stage::Stage;

impl Control {
    /// Opens a node's panel; `take_focus` moves the focus there.
    pub fn open(self, node: usize, take_focus: bool) {
        self.focus_panel.set_value(take_focus);
        self.steps.set(1);
        self.technology.set(None);
        self.group.set(None);
        if !self.leaves_out(node) {
            self.active.set(node);
        }
        self.selected.set(Some(node));
        if !take_focus {
            // A focused heading is read anyhow.
            self.announce(self.diagram.with_value(|diagram| label::summary(diagram, node)));
        }
    }

    /// Closes the panel.
    pub fn close(self, return_focus: bool) {
        let node = self.selected.get_untracked();
        self.technology.set(None);
        self.selected.set(None);
        if let Some(node) = node.filter(|_| return_focus) {
            self.focus_node(node);
        }
    }

    /// Closes the panel without asking for it; a focus inside it goes back to its node.
    pub fn close_details(self) {
        let inside = |root: leptos::web_sys::HtmlElement| root.query_selector("[data-panel] :focus").ok().flatten();
        self.close(self.root.get_untracked().and_then(inside).is_some());
    }

    /// Focuses the button of a node and shows the node.
    pub fn focus_node(self, node: usize) {
        let out = self.leaves_out(node);
        let shown = if out { self.active.get_untracked() } else { node };
        let shown =
            if self.leaves_out(shown) { self.with_stage(Stage::first_shown).flatten().unwrap_or(shown) } else { shown };
        self.group.set(None);
        self.active.set(shown);
        if self.way.with_untracked(|way| way.as_ref().is_some_and(|(at, _)| *at != shown)) {
            self.way.set(None);
        }
        self.focus_button(if self.single_button { 0 } else { shown as u32 });
        if out {
            let name = self.diagram.with_value(|diagram| diagram.nodes.get(node).map(|node| node.label.clone()));
            self.announce(say().part_not_in_flow(&name.unwrap_or_default()));
        } else if self.single_button {
            // The focus stays on the one button, so that nothing is read unless it is said.
            self.with_stage(|stage| stage.reveal(Part::Node(shown)));
            let technology = self.with_stage(|stage| stage.technology(shown)).flatten();
            let name = self.diagram.with_value(|diagram| label::node(diagram, technology.as_deref(), shown));
            let way = self.way.with_untracked(|way| way.as_ref().map(|way| way.1.clone()));
            self.announce(way.into_iter().chain([name]).collect::<Vec<_>>().join(". "));
        }
    }

    fn leaves_out(self, node: usize) -> bool {
        self.with_stage(|stage| stage.leaves_out(node)) == Some(true)
    }

    pub(super) fn focus_button(self, at: u32) {
        let button = self.layer.get_untracked().and_then(|layer| layer.children().item(at));
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            // The camera brings it into view; the browser must not scroll the stage under it.
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = button.focus_with_options(&options);
        }
    }
}
