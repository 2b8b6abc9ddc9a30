//! The bar below a diagram that plays its flows and takes its perspectives.

mod notes;
mod player;

use std::sync::Arc;
use std::time::Duration;

use leptos::ev::{Event, MouseEvent};
use leptos::html;
use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, HtmlInputElement};

pub use self::player::Player;

use super::control::Control;
use super::controls::{icon, icon_button};
use super::panel::is_plain;
use crate::diagram::flow::words;
use crate::diagram::motion::Motion;
use crate::markup::{IntoMarkup, Markup, markup, when};
use crate::model::{Diagram, Flow, Markdown};
use crate::view::say;
use crate::web::effect::effect;
use crate::web::frame;

/// Choice of a flow, the way through its steps, and the note of the step; or of a perspective, and its notes.
#[component]
pub fn FlowBar(
    /// The diagram.
    control: Control,
    /// What is played.
    player: Player,
    /// Whose flows.
    diagram: Arc<Diagram>,
    /// The page the diagram fills.
    href: String,
    /// Shows a note.
    describe: fn(&Markdown) -> Markup,
) -> Markup {
    let notice = move || {
        let text = player.notice.get();
        (!text.is_empty()).then(|| markup! { <p class="flow__notice">{text}</p> })
    };
    let name = match (diagram.flows.is_empty(), diagram.perspectives.is_empty()) {
        (true, true) => return notice.into_markup(),
        (false, true) => say().flow_flows(),
        (true, false) => say().flow_perspectives(),
        (false, false) => say().flow_flows_and_perspectives(),
    };
    let bar = {
        let diagram = Arc::clone(&diagram);
        move || steps(player, &diagram)
    };
    let shown = {
        let diagram = Arc::clone(&diagram);
        move || player.now().map(|(flow, step)| note(&diagram, &diagram.flows[flow], step, describe))
    };
    let noted = {
        let diagram = Arc::clone(&diagram);
        move || control.perspective.get().map(|at| notes::notes(control, &diagram, at, &href, describe))
    };
    markup! {
        <div class="flow" role="group" aria-label=name>
            <div class="flow__bar">
                {choice(control, player, &diagram)}
                {(!diagram.flows.is_empty()).then(|| play(player))}
                {when(move || player.flow.get().is_some(), bar)}
            </div>
            {notice}
            {shown}
            {noted}
        </div>
    }
}

fn value(event: &Event) -> Option<usize> {
    // A list of choices has a value just as a field has.
    event.target()?.unchecked_into::<HtmlInputElement>().value().parse().ok()
}

fn choice(control: Control, player: Player, diagram: &Diagram) -> Markup {
    let (label, first) = match (diagram.flows.is_empty(), diagram.perspectives.is_empty()) {
        (_, true) => (say().flow_flow(), say().flow_choose_flow()),
        (true, false) => (say().flow_perspective(), say().flow_choose_perspective()),
        (false, false) => (say().flow_flow_or_perspective(), say().flow_choose_either()),
    };
    let flows = diagram.flows.len();
    let chosen = move || player.flow.get().or_else(|| control.perspective.get().map(|at| flows + at));
    let option = move |(index, told): (usize, &Flow)| {
        markup! {
            <option value=index.to_string() prop:selected=move || chosen() == Some(index)>{told.name.clone()}</option>
        }
    };
    let mut options = diagram.flows.iter().chain(&*diagram.perspectives).enumerate().map(option);
    let told: Markup = options.by_ref().take(flows).collect();
    let perspectives: Vec<Markup> = options.collect();
    markup! {
        <select class="flow__choice" aria-label=label on:change=move |event| player.choose(value(&event))>
            <option value="" prop:selected=move || chosen().is_none()>{first}</option>
            {told}
            {(!perspectives.is_empty()).then(|| markup! { <optgroup label=say().flow_perspectives()>{perspectives}</optgroup> })}
        </select>
    }
}

fn play(player: Player) -> Markup {
    let label = move || if player.playing.get() { say().flow_pause() } else { say().flow_play() };
    markup! {
        <button class="icon-button flow__play" type="button" aria-label=label title=label on:click=move |_| player.toggle()>
            {move || icon(if player.playing.get() { "M7 4.5v11M13 4.5v11" } else { "M6.5 4l9 6l-9 6z" })}
        </button>
    }
}

/// The way through the steps of the flow that is played.
fn steps(player: Player, diagram: &Arc<Diagram>) -> Markup {
    let count = {
        let diagram = Arc::clone(diagram);
        Memo::new(move |_| {
            player.flow.get().and_then(|flow| diagram.flows.get(flow)).map_or(1, |flow| flow.steps.len())
        })
    };
    let scrubber = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(scrubber) = scrubber.get() {
            scrubber.set_max(&count.get().to_string());
            scrubber.set_value(&(player.step.get() + 1).to_string());
        }
    });
    let step = move || player.step.get() + 1;
    let of = move || say().flow_step_of(step(), count.get());
    let button = |label: &'static str, path: &'static str, by: isize, end: Memo<bool>| {
        let mut button = icon_button(label, path, move || player.skip(by));
        button.attribute("aria-disabled", move || end.get().then_some("true"));
        Markup::Element(button)
    };
    let first = Memo::new(move |_| player.step.get() == 0);
    let last = Memo::new(move |_| player.step.get() + 1 >= count.get());
    markup! {
        {button(say().flow_previous(), "M13.5 4.5l-7 5.5l7 5.5zM5 4.5v11", -1, first)}
        {button(say().flow_next(), "M6.5 4.5l7 5.5l-7 5.5zM15 4.5v11", 1, last)}
        <input
            class="flow__scrubber"
            type="range"
            min="1"
            step="1"
            aria-label=say().flow_step()
            aria-valuetext=of
            node_ref=scrubber
            on:input=move |event| player.scrub(value(&event))
        />
        <span class="flow__count" aria-hidden="true">{move || [&say().whole(step()), " / ", &say().whole(count.get())].concat()}</span>
        <button
            class="button button--quiet flow__sequence"
            type="button"
            aria-pressed=move || if player.sequence.get() { "true" } else { "false" }
            on:click=move |_| player.sequence.update(|shown| *shown = !*shown)
        >
            {say().flow_sequence()}
        </button>
    }
}

/// What happens in a step.
fn note(diagram: &Diagram, flow: &Flow, step: usize, describe: fn(&Markdown) -> Markup) -> Markup {
    let Some(shown) = flow.steps.get(step) else { return Markup::Nothing };
    let circumstances = words::circumstances(flow, step, say());
    let circumstances =
        (!circumstances.is_empty()).then(|| markup! { <span class="flow__when">{circumstances}</span> " " });
    markup! {
        <div class="flow__told">
            <p class="flow__title" dir="auto">{circumstances} {words::title(diagram, shown, words::Between::Arrow, say())}</p>
            {shown.note.as_ref().map(|note| markup! { <div class="flow__note">{describe(note)}</div> })}
        </div>
    }
}

/// A press on a link that leads into a node: the camera goes there before the page does. What asks for another tab or
/// another way, and visitors who want nothing to move, get what they ask for at once.
pub fn dive(control: Control, node: usize, event: &MouseEvent) {
    // The press that the program itself makes, in the end, is taken by the router.
    if !is_plain(event) || !event.is_trusted() || !frame::may_animate() {
        return;
    }
    let link = event.current_target().and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let Some(link) = link.filter(|_| control.with_stage(|stage| stage.dive(node)) == Some(true)) {
        event.prevent_default();
        if let Some(root) = control.root.get_untracked() {
            let _ = root.class_list().add_1("diagram--diving");
        }
        set_timeout(move || link.click(), Duration::from_millis(Motion::DURATION as u64));
    }
}
