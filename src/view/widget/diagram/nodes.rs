//! What stands for the nodes over the picture: buttons, for the keyboard and for assistive technology.

use std::sync::Arc;

use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget};

use super::command::Command;
use super::control::Control;
use super::label;
use crate::diagram::graph::NodeFacts;
use crate::diagram::scene::Part;
use crate::markup::{Markup, markup};
use crate::model::Diagram;
use crate::web::composition::is_key_of_input_method;

/// A button a node, in the order of the file, or one for the active node where there are too many. Where they lie
/// is set when the diagram has been laid out.
pub fn nodes(control: Control, diagram: &Arc<Diagram>, facts: &Arc<Vec<NodeFacts>>) -> Markup {
    let label = |diagram: &Diagram, facts: &[NodeFacts], index: usize| {
        label::node(diagram, facts.get(index).and_then(|facts| facts.technology.as_deref()), index)
    };
    let pressed = move |index| if control.selected.get() == Some(index) { "true" } else { "false" };
    if control.single_button {
        let (diagram, facts) = (Arc::clone(diagram), Arc::clone(facts));
        return markup! {
            <button
                class="diagram__node"
                type="button"
                aria-pressed=move || control.group.get().is_none().then(|| pressed(control.active.get()))
                aria-label=move || match control.place() {
                    Part::Group(group) => label::group(&diagram, group),
                    _ => label(&diagram, &facts, control.active.get()),
                }
            ></button>
        };
    }
    let button = |index: usize| {
        markup! {
            <button
                class="diagram__node"
                type="button"
                tabindex=move || if control.active.get() == index { "0" } else { "-1" }
                aria-pressed=move || pressed(index)
                aria-label=label(diagram, facts, index)
                aria-description=move || control.way.with(|way| way.clone().filter(|(at, _)| *at == index).map(|way| way.1))
            ></button>
        }
    };
    (0..diagram.nodes.len()).map(button).collect::<Markup>()
}

fn button(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}

/// A press by keyboard or by assistive technology opens the panel. A pointer's presses come in by the gesture,
/// which knows a tap from a drag, and are recognised by their count of clicks.
pub fn on_node_click(event: &MouseEvent, control: Control) {
    if event.detail() == 0
        && let Some(node) = button(event.target()).and_then(|button| control.node_of(&button))
        && !control.walk_in()
    {
        control.open(node, true);
    }
}

pub fn on_node_focus(event: &FocusEvent, control: Control) {
    if let Some(node) = button(event.target()).and_then(|button| control.node_of(&button)) {
        control.focused(node);
    }
}

/// What a key means wherever in the diagram the focus is, unless an input method takes it: Escape, and in the details what does not need a node's button.
pub fn command_from_anywhere(event: &KeyboardEvent) -> Option<Command> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || is_key_of_input_method(event) {
        return None;
    }
    let command = Command::from_key(&event.key(), event.shift_key())?;
    let inside = || button(event.target()).and_then(|at| at.closest("[data-panel]").ok().flatten()).is_some();
    let works = match command {
        Command::Escape => true,
        Command::Widen | Command::Show(_) => inside(),
        _ => false,
    };
    works.then_some(command)
}

pub fn on_node_key(event: &KeyboardEvent, control: Control) {
    // Keys with Ctrl, ⌘ or Alt are the browser's; Escape is taken further out, for the panel has it too.
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.key() == "Escape" {
        return;
    }
    if let Some(command) = Command::from_key(&event.key(), event.shift_key()) {
        event.prevent_default();
        control.run(command);
    }
}
