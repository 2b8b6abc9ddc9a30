//! The popovers: what lies over the picture as long as it is needed.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::command::{Command, KEYS, LEVEL_KEYS, Meaning, Popover, cap};
use super::control::Control;
use super::controls::icon_button;
use super::legend::{Legend, shape};
use crate::markup::{Markup, markup};
use crate::model::Diagram;
use crate::view::say;
use crate::web::effect::effect;

/// The keys most needed, shown while a part has the focus.
pub fn keys_in_brief(id: String) -> Markup {
    markup! {
        <p class="diagram__keys" id=id data-bar="">
            <span><kbd>"←"</kbd><kbd>"↑"</kbd><kbd>"↓"</kbd><kbd>"→"</kbd>" "{say().key_walk()}</span>
            <span><kbd>"]"</kbd><kbd>"["</kbd>" "{say().key_follow()}</span>
            <span><kbd>{say().key_enter()}</kbd>" "{say().key_details()}</span>
            <span><kbd>"/"</kbd>" "{say().key_find()}</span>
            <span><kbd>"+"</kbd><kbd>"−"</kbd>" "{say().key_zoom()}</span>
            <span><kbd>"?"</kbd>" "{say().key_all()}</span>
        </p>
    }
}

/// Every key, with what it does, after the legend: the style shows that where there is none below the picture.
#[component]
pub fn Keys(
    /// The diagram.
    control: Control,
    /// What it shows.
    diagram: Arc<Diagram>,
) -> Markup {
    let entry = |(keys, meaning): &Meaning| {
        let keys = keys.iter().map(|key| markup! { <kbd>{cap(key, say())}</kbd> " " });
        markup! { <div><dt>{keys.collect::<Markup>()}</dt><dd>{meaning(say())}</dd></div> }
    };
    let levels = LEVEL_KEYS.iter().take(if control.single_button { LEVEL_KEYS.len() } else { 0 });
    let list = markup! {
        <Legend diagram sign=shape/>
        <dl class="diagram__key-list">{KEYS.iter().chain(levels).map(entry).collect::<Markup>()}</dl>
        <p class="diagram__sheet-note">{say().tool_keys_when()}</p>
        <p class="diagram__sheet-note">
            <button class="button" type="button" on:click=move |_| control.change_scrolling()>
                {move || control.scrolling_words()}
            </button>
        </p>
    };
    frame(control, say().tool_keys_of(), list)
}

/// Export: saving and sharing.
#[component]
pub fn Export(
    /// The diagram.
    control: Control,
) -> Markup {
    let button = |label: String, does: fn(Control)| {
        markup! { <li><button class="button" type="button" on:click=move |_| does(control)>{label}</button></li> }
    };
    let list = markup! {
        <ul class="diagram__keep">
            {button(say().export_link().to_owned(), Control::copy_link)}
            {button(say().export_svg().to_owned(), Control::save_svg)}
            {button(say().export_png().to_owned(), |control| control.save_png(1))}
            {button(say().export_png_times(2), |control| control.save_png(2))}
            {button(say().export_png_times(3), |control| control.save_png(3))}
        </ul>
        <p class="diagram__sheet-note" aria-hidden="true">{move || control.hint.get().unwrap_or_default()}</p>
    };
    frame(control, say().export_title(), list)
}

/// Something with a title that takes the focus, and a button that closes it.
fn frame(control: Control, title: &'static str, content: Markup) -> Markup {
    let heading = NodeRef::<html::Div>::new();
    effect(move || {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    markup! {
        <div class="diagram__sheet" role="dialog" aria-label=title>
            <div class="diagram__sheet-head">
                <div class="diagram__sheet-title" tabindex="-1" node_ref=heading>{title}</div>
                {Markup::Element(icon_button(say().tool_close(), "M5 5l10 10M15 5l-10 10", move || control.close_popover()))}
            </div>
            {content}
        </div>
    }
}

/// The buttons that open the popovers.
#[component]
pub fn PopoverButtons(
    /// The diagram.
    control: Control,
) -> Markup {
    let button = |popover: Popover, label: &'static str, path: &'static str| {
        let mut button = icon_button(label, path, move || {
            control.run(Command::Show(popover));
        });
        button
            .attribute("aria-expanded", move || if control.popover.get() == Some(popover) { "true" } else { "false" });
        Markup::Element(button)
    };
    markup! {
        <div class="diagram__sheets" role="group" aria-label=say().tool_title()>
            {button(Popover::Find, say().tool_find(), "M13.5 8.5a5 5 0 1 1-10 0a5 5 0 1 1 10 0M12.2 12.2l4.8 4.8")}
            {button(Popover::Export, say().tool_export(), "M10 3v9M6.5 8.5l3.5 3.5l3.5-3.5M3.5 13v3.5h13v-3.5")}
            {button(Popover::Keys, say().tool_keys(), "M17 10a7 7 0 1 1-14 0a7 7 0 1 1 14 0M7.8 8.2a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.1.9-1.1 1.7M10 14.2h.1")}
        </div>
    }
}
