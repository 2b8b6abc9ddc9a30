//! Which popover is open.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use super::Control;
use crate::view::widget::diagram::command::Popover;

impl Control {
    /// Opens a popover, or closes it if it was open.
    pub(super) fn show_popover(self, popover: Popover) {
        if self.popover.get_untracked() == Some(popover) {
            return self.close_popover();
        }
        let focused = self.root.get_untracked().and_then(|root| root.query_selector(":focus").ok().flatten());
        self.opener.set_value(focused.and_then(|element| element.dyn_into().ok()));
        self.popover.set(Some(popover));
    }

    /// Closes the popover and gives the focus back to what had it, or to a node.
    pub fn close_popover(self) {
        self.popover.set(None);
        match self.opener.try_update_value(Option::take).flatten().filter(|opener| opener.is_connected()) {
            Some(opener) => drop(opener.focus()),
            None => self.focus_node(self.active.get_untracked()),
        }
    }
}
