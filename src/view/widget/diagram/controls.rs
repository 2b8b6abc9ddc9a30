//! The buttons of a diagram's window.

use leptos::ev;
use leptos::prelude::*;

use super::command::Command;
use super::control::Control;
use crate::diagram::walk::Step;
use crate::markup::{Element, Markup, markup};
use crate::view::say;

/// Zoom, fit, full screen, text, and the way to the page the diagram fills.
#[component]
pub fn Controls(
    /// The diagram.
    control: Control,
    /// The page the diagram fills, if there is a link to it.
    full_href: Option<String>,
) -> Markup {
    let percent = move || control.percent.get() as usize;
    let mut text = icon_button(say().text_title(), "M4 5h12M4 8.5h12M4 12h12M4 15.5h7", move || {
        control.text.update(|shown| *shown = !*shown);
    });
    text.attribute("aria-pressed", move || if control.text.get() { "true" } else { "false" });
    let path = "M3.5 8v-4.5h4.5M12 3.5h4.5v4.5M16.5 12v4.5h-4.5M8 16.5h-4.5v-4.5";
    let mut full = icon_button(say().view_full_screen(), path, move || {
        control.run(Command::FullScreen);
    });
    full.attribute("aria-pressed", move || if control.full.get() { "true" } else { "false" });
    markup! {
        <div class="diagram__controls" role="group" aria-label=say().view_title()>
            {button(control, Command::ZoomOut, say().view_zoom_out(), "M4 10h12")}
            <button
                class="icon-button diagram__percent"
                type="button"
                aria-label=move || say().view_actual_size(percent())
                on:click=move |_| {
                    control.run(Command::ActualSize);
                }
            >
                {move || say().view_percent(percent())}
            </button>
            {button(control, Command::ZoomIn, say().view_zoom_in(), "M4 10h12M10 4v12")}
            {button(control, Command::Fit, say().view_fit(), "M3.5 7v-3.5h3.5M13 3.5h3.5v3.5M16.5 13v3.5h-3.5M7 16.5h-3.5v-3.5M7.5 7.5h5v5h-5z")}
            {Markup::Element(text)}
            {Markup::Element(full)}
            {full_href.map(|href| markup! {
                <a class="icon-button" href=href aria-label=say().view_open_own_page() title=say().view_own_page()>
                    {icon("M9 4.5h-5v11.5h11.5v-5M11.5 3.5h5v5M16.5 3.5l-7 7")}
                </a>
            })}
        </div>
    }
}

/// For those who can't drag: one step in each direction.
#[component]
pub fn PanButtons(
    /// The diagram.
    control: Control,
) -> Markup {
    markup! {
        <div class="diagram__pan" role="group" aria-label=say().view_move()>
            {button(control, Command::Pan(Step::Left), say().view_left(), "M12.5 4.5l-5.5 5.5l5.5 5.5")}
            {button(control, Command::Pan(Step::Up), say().view_up(), "M4.5 12.5l5.5-5.5l5.5 5.5")}
            {button(control, Command::Pan(Step::Down), say().view_down(), "M4.5 7.5l5.5 5.5l5.5-5.5")}
            {button(control, Command::Pan(Step::Right), say().view_right(), "M7.5 4.5l5.5 5.5l-5.5 5.5")}
        </div>
    }
}

/// A button of a command.
fn button(control: Control, command: Command, label: &'static str, path: &'static str) -> Markup {
    let press = move || {
        control.run(command);
    };
    Markup::Element(icon_button(label, path, press))
}

/// A button that shows a sign and is named by `label`; its state, if it has one, is to be added.
pub fn icon_button(label: &'static str, path: &'static str, mut press: impl FnMut() + Send + 'static) -> Element {
    let mut button = Element::html("button");
    for (name, value) in [("class", "icon-button"), ("type", "button"), ("aria-label", label), ("title", label)] {
        button.fixed(name, value);
    }
    button.on(ev::click, &["click"], move |_| press());
    button.child(icon(path));
    button
}

/// A sign stroked in the colour of the text, in a box of 20 × 20.
pub fn icon(path: &'static str) -> Markup {
    markup! {
        <svg class="diagram__icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}
