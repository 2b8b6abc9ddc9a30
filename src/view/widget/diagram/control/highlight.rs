//! What is highlighted: how far around the selected node, all that runs on a technology, or what a perspective names.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

use super::Control;
use crate::diagram::focus::{Focus, Highlight};
use crate::model::TechId;
use crate::view::say;
use crate::view::widget::diagram::label;

impl Control {
    /// Highlights one step more around the selected node, or only its neighbours again when that adds nothing.
    pub(super) fn widen(self) -> bool {
        let Some(node) = self.selected.get_untracked().filter(|_| self.perspective.get_untracked().is_none()) else {
            return false;
        };
        let steps = self.steps.get_untracked();
        let count =
            |steps| self.diagram.with_value(|all| Focus::new(all, Highlight::Node { node, steps }, None).count());
        let steps = if count(steps + 1) > count(steps) { steps + 1 } else { 1 };
        self.technology.set(None);
        self.steps.set(steps);
        self.announce(label::highlighted(steps, count(steps)));
        true
    }

    /// Highlights every node that runs on a technology, or what is around the open node again.
    pub fn highlight_technology(self, technology: TechId, name: &str) {
        let is_on = self.technology.get_untracked() != Some(technology);
        self.technology.set(is_on.then_some(technology));
        let count = |highlight| self.diagram.with_value(|all| Focus::new(all, highlight, None).count());
        let steps = self.steps.get_untracked();
        match self.selected.get_untracked() {
            Some(node) if !is_on => self.announce(label::highlighted(steps, count(Highlight::Node { node, steps }))),
            _ => self.announce(say().part_run_on(count(Highlight::Technology(technology)), name)),
        }
    }

    /// Highlights what a perspective names, until another is taken; or shows everything.
    pub fn look_from(self, perspective: Option<usize>) {
        self.technology.set(None);
        self.perspective.set(perspective);
        if let Some(at) = perspective {
            self.announce(self.diagram.with_value(|diagram| label::perspective(diagram, at)));
        } else {
            self.leave_notes();
            self.show_whole();
        }
    }

    /// Where the focus is in the list of notes, which goes, it goes on where a perspective is taken.
    fn leave_notes(self) {
        let Some(root) = self.root.get_untracked() else { return };
        if root.query_selector(".flow__notes :focus").is_ok_and(|focused| focused.is_some()) {
            let choice = root.query_selector(".flow__choice").ok().flatten();
            if let Some(choice) = choice.and_then(|choice| choice.dyn_into::<HtmlElement>().ok()) {
                let _ = choice.focus();
            }
        }
    }
}
