//! An architecture diagram in its window: drawn on a canvas, walked by buttons that lie over it, told as text.

mod control;
mod controls;
mod label;
mod legend;
mod panel;
mod stage;
mod text;

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget};

use self::control::{Command, Control};
use self::controls::{Controls, PanButtons};
use self::legend::Legend;
use self::panel::Panel;
use self::stage::{Elements, Stage};
use self::text::Text;
use crate::diagram::graph::NodeFacts;
use crate::model::{Diagram, Markdown};
use crate::web::listen::Listener;
use crate::web::near::Near;
use crate::web::probe::Probe;
use crate::web::resize::Resize;
use crate::web::{input, palette, text as fonts};

/// Where a diagram is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Amid a page: the plain wheel and one finger scroll that page.
    Inline,
    /// Filling the window: they zoom and pan. Has `window.__diagram`.
    Page,
}

/// A diagram that can be panned, zoomed, walked and read.
///
/// The picture itself is hidden from assistive technology. Over it lies a button a node, in world px under one
/// transform, of which Tab reaches exactly one and arrow keys the others.
#[component]
pub fn DiagramView(
    /// What to show.
    diagram: Arc<Diagram>,
    /// Indexed as the diagram's nodes are.
    facts: Vec<NodeFacts>,
    /// Where it is shown.
    mode: Mode,
    /// The page the diagram fills, if there is a link to it.
    full_href: Option<String>,
    /// Shows a node's description.
    describe: fn(&Markdown) -> AnyView,
) -> impl IntoView {
    let facts = Arc::new(facts);
    let control = Control::new(Arc::clone(&diagram), mode);
    let stage = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Canvas>::new();
    let handles = StoredValue::new_local(Vec::<Box<dyn Any>>::new());

    {
        let (diagram, facts) = (Arc::clone(&diagram), Arc::clone(&facts));
        Effect::new(move |_| {
            let (Some(stage), Some(canvas), Some(layer)) = (stage.get(), canvas.get(), control.layer.get()) else {
                return;
            };
            let elements = Elements { stage: (*stage).clone().into(), canvas, layer: (*layer).clone().into() };
            handles.set_value(connect(control, elements, Arc::clone(&diagram), Arc::clone(&facts), mode));
        });
    }
    on_cleanup(move || {
        handles.try_update_value(Vec::clear);
    });
    Effect::new(move |_| {
        let node = control.selected.get();
        control.with_stage(|stage| stage.select(node));
    });

    let help_id = [if mode == Mode::Page { "page-" } else { "" }, "diagram-", &diagram.id, "-keys"].concat();
    let name = ["diagram://", &diagram.name].concat();
    let panel = {
        let (diagram, facts) = (Arc::clone(&diagram), Arc::clone(&facts));
        move || {
            let (diagram, facts) = (Arc::clone(&diagram), Arc::clone(&facts));
            control.selected.get().map(|node| view! { <Panel control diagram facts node mode describe/> })
        }
    };
    view! {
        <section
            class="window diagram"
            class:diagram--page=mode == Mode::Page
            class:diagram--full=move || control.full.get()
            aria-label=["Diagram: ", &diagram.title].concat()
            node_ref=control.root
            on:keydown=move |event: KeyboardEvent| {
                if event.key() == "Escape" && control.run(Command::Escape) {
                    event.prevent_default();
                }
            }
        >
            <div class="window__bar">
                <p class="window__title">{name}</p>
                <div class="window__controls"><Controls control full_href/></div>
            </div>
            <div class="diagram__body">
                <div class="diagram__stage" node_ref=stage>
                    <canvas class="diagram__canvas" aria-hidden="true" node_ref=canvas></canvas>
                    <div
                        class="diagram__nodes"
                        role="group"
                        aria-label=["Parts of ", &diagram.title].concat()
                        aria-describedby=help_id.clone()
                        node_ref=control.layer
                        on:click=move |event| on_node_click(&event, control)
                        on:focusin=move |event| on_node_focus(&event, control)
                        on:keydown=move |event| on_node_key(&event, control)
                    >
                        {nodes(control, &diagram, &facts)}
                    </div>
                    <p class="diagram__hint" class:diagram__hint--shown=move || control.hint.get().is_some() aria-hidden="true">
                        {move || control.hint.get().unwrap_or_default()}
                    </p>
                    <PanButtons control/>
                </div>
                {panel}
            </div>
            <p class="diagram__keys" id=help_id>
                <span><kbd>"←"</kbd><kbd>"↑"</kbd><kbd>"↓"</kbd><kbd>"→"</kbd>" walk"</span>
                <span><kbd>"Enter"</kbd>" details"</span>
                <span><kbd>"Shift"</kbd>"+"<kbd>"←"</kbd>" pan"</span>
                <span><kbd>"+"</kbd><kbd>"−"</kbd>" zoom"</span>
                <span><kbd>"0"</kbd>" fit"</span>
                <span><kbd>"Esc"</kbd>" close"</span>
            </p>
            <Legend diagram=Arc::clone(&diagram)/>
            <Text control diagram=Arc::clone(&diagram) facts=Arc::clone(&facts)/>
            <p class="visually-hidden" role="status">{move || control.said.get()}</p>
        </section>
    }
}

/// A button a node, in the order of the file. Where they lie is set when the diagram has been laid out.
fn nodes(control: Control, diagram: &Diagram, facts: &[NodeFacts]) -> impl IntoView + use<> {
    let button = |index: usize| {
        let technology = facts.get(index).and_then(|facts| facts.technology.as_deref());
        view! {
            <button
                class="diagram__node"
                type="button"
                tabindex=move || if control.active.get() == index { "0" } else { "-1" }
                aria-pressed=move || if control.selected.get() == Some(index) { "true" } else { "false" }
                aria-label=label::node(diagram, technology, index)
            ></button>
        }
    };
    (0..diagram.nodes.len()).map(button).collect_view()
}

/// Connects the drawing to the page; what it returns ends the connection when it is dropped.
fn connect(
    control: Control,
    elements: Elements,
    diagram: Arc<Diagram>,
    facts: Arc<Vec<NodeFacts>>,
    mode: Mode,
) -> Vec<Box<dyn Any>> {
    let element = elements.stage.clone();
    let canvas: EventTarget = elements.canvas.clone().into();
    let on_percent = move |percent| {
        if control.percent.get_untracked() != percent {
            control.percent.set(percent);
        }
    };
    let stage = Stage::new(elements, diagram, facts, Box::new(on_percent));
    control.attach(Rc::clone(&stage));

    let with = |f: fn(&Stage)| {
        let stage = Rc::clone(&stage);
        move || f(&stage)
    };
    let repaint = with(Stage::repaint);
    let restored = with(Stage::repaint);
    let (sized, near, seen) = (Rc::clone(&stage), Rc::clone(&stage), Rc::clone(&stage));
    let mut handles: Vec<Box<dyn Any>> = vec![
        Box::new(input::listen(&element, move |input| control.take(input))),
        Box::new(Resize::observe(&element, move |surface| sized.resize(surface))),
        Box::new(Near::observe(&element, move |is_near| near.set_near(is_near))),
        Box::new(palette::Watch::new(repaint.clone())),
        Box::new(fonts::watch(repaint)),
        Box::new(Listener::passive(canvas, &["contextrestored"], Box::new(move |_| restored()))),
        Box::new(full_screen(control)),
    ];
    if mode == Mode::Page {
        handles.push(Box::new(Probe::expose(move || seen.camera())));
    }
    handles
}

/// Follows the browser in and out of full screen.
fn full_screen(control: Control) -> Option<Listener> {
    let document = leptos::web_sys::window()?.document()?;
    let target = document.clone().into();
    let f = move |_| {
        let root = control.root.get_untracked().map(|root| -> Element { (*root).clone().into() });
        let full = root.is_some() && document.fullscreen_element() == root;
        control.full.set(full);
        control.with_stage(|stage| stage.fit(false));
    };
    Some(Listener::passive(target, &["fullscreenchange"], Box::new(f)))
}

/// A press by keyboard or by assistive technology opens the panel. A pointer's presses come in by the gesture,
/// which knows a tap from a drag, and are told by their count of clicks.
fn on_node_click(event: &MouseEvent, control: Control) {
    if event.detail() == 0
        && let Some(node) = node_of(control, event.target())
    {
        control.open(node, true);
    }
}

fn on_node_focus(event: &FocusEvent, control: Control) {
    if let Some(node) = node_of(control, event.target()) {
        control.focused(node);
    }
}

fn on_node_key(event: &KeyboardEvent, control: Control) {
    // Keys with Ctrl, ⌘ or Alt are the browser's; Escape is taken further out, for the panel has it too.
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.key() == "Escape" {
        return;
    }
    if let Some(command) = Command::from_key(&event.key(), event.shift_key()) {
        event.prevent_default();
        control.run(command);
    }
}

/// The node whose button an event is about.
fn node_of(control: Control, target: Option<EventTarget>) -> Option<usize> {
    let button: Element = target?.dyn_into().ok()?;
    let children = control.layer.get_untracked()?.children();
    (0..children.length()).find(|&at| children.item(at).as_ref() == Some(&button)).map(|at| at as usize)
}
