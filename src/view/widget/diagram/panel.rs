//! What there is to say about one node.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::command::Command;
use super::control::Control;
use super::controls::icon;
use super::mode::Mode;
use super::{flow, label};
use crate::diagram::glyph;
use crate::diagram::graph::NodeFacts;
use crate::markup::{Markup, markup, when};
use crate::model::{Diagram, Edge, EdgeKind, Flow, Markdown, TechId, Way};
use crate::view::say;
use crate::web::effect::effect;

/// Description, technology, connections as links that lead on, and the projects that use it.
#[component]
pub fn Panel(
    /// The diagram.
    control: Control,
    /// What it shows.
    diagram: Arc<Diagram>,
    /// Indexed as its nodes are.
    facts: Arc<Vec<NodeFacts>>,
    /// Which node.
    node: usize,
    /// Where the diagram is shown, which decides the heading's level.
    mode: Mode,
    /// The page the diagram fills.
    href: String,
    /// Shows the description.
    describe: fn(&Markdown) -> Markup,
) -> Markup {
    let (root, heading) = (NodeRef::<html::Section>::new(), NodeRef::<html::Div>::new());
    effect(move || {
        let (Some(root), Some(heading)) = (root.get(), heading.get()) else { return };
        if control.focus_panel.get_value() {
            control.focus_panel.set_value(false);
            let _ = heading.focus();
        }
        // On narrow screens the panel is below the picture, and perhaps below the screen.
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        root.scroll_into_view_with_scroll_into_view_options(&options);
    });
    let Some(shown) = diagram.nodes.get(node) else { return Markup::Nothing };
    let facts = facts.get(node).cloned().unwrap_or_default();
    let into =
        connections(control, &diagram, &href, |edge| (edge.nodes()[1] == Some(node)).then_some((edge.source, 0)));
    let out = connections(control, &diagram, &href, |edge| (edge.nodes()[0] == Some(node)).then_some((edge.target, 1)));
    let groups = label::groups(&diagram, node).join(" · ");
    let links = |all: Vec<(String, String)>| -> Vec<Markup> {
        all.into_iter().map(|(title, href)| markup! { <li><a href=href>{title}</a></li> }).collect()
    };
    let level = if mode == Mode::Page { "2" } else { "4" };
    markup! {
        <section class="diagram__panel" data-panel="" node_ref=root aria-label=say().details_title(&shown.label)>
            <div class="diagram__panel-head">
                <span class="diagram__panel-kind" data-kind=kind_id(shown.kind)>
                    {icon(glyph::data(shown.kind))} {shown.kind.name(say())}
                </span>
                <button
                    class="icon-button"
                    type="button"
                    aria-label=say().details_close()
                    title=say().tool_close()
                    on:click=move |_| control.close(true)
                >
                    {icon("M5 5l10 10M15 5l-10 10")}
                </button>
            </div>
            <div
                class="diagram__panel-title" dir="auto"
                role="heading"
                tabindex="-1"
                aria-level=level
                node_ref=heading
            >
                {shown.label.clone()}
            </div>
            <dl class="diagram__panel-facts">
                {facts.technology.zip(shown.technology).map(|(name, technology)| runs_on(control, node, name, technology))}
                {shown.instances.clone().map(|count| markup! { <div><dt>{say().details_instances()}</dt><dd>{count}</dd></div> })}
                {(!groups.is_empty()).then(|| markup! { <div><dt>{say().details_part_of()}</dt><dd>{groups}</dd></div> })}
            </dl>
            {shown.description.as_ref().map(|text| markup! { <div class="diagram__panel-text" dir="auto">{describe(text)}</div> })}
            {facts.opens.map(|opens| entry(control, node, opens))}
            {when(move || control.perspective.get().is_none(), move || radius(control))}
            {notes(&diagram, node, describe)}
            {list(say().details_receives(), into)}
            {list(say().details_connects(), out)}
            {list(say().details_also_in(), links(facts.also))}
            {list(say().details_used_in(), links(facts.projects))}
        </section>
    }
}

/// The technology, with a button that highlights everything on it.
fn runs_on(control: Control, node: usize, name: String, technology: TechId) -> Markup {
    let drawing = control.with_stage(|stage| stage.icon(node)).flatten();
    let is_on = move || if control.technology.get() == Some(technology) { "true" } else { "false" };
    let label = say().details_light_all_on(&name);
    let shown = name.clone();
    markup! {
        <div>
            <dt>{say().details_runs_on()}</dt>
            <dd>
                {drawing.map(technology_icon)} {shown} " "
                <button
                    class="icon-button diagram__lamp"
                    type="button"
                    aria-label=label
                    title=say().details_light_all()
                    aria-pressed=is_on
                    on:click=move |_| control.highlight_technology(technology, &name)
                >
                    {icon("M10 2.5a5 5 0 0 0-3 9v2.5h6v-2.5a5 5 0 0 0-3-9M8 17h4")}
                </button>
            </dd>
        </div>
    }
}

/// An icon of the sprite, in the colour of the text.
fn technology_icon(data: Arc<str>) -> Markup {
    markup! {
        <svg class="diagram__icon diagram__icon--technology" viewBox="0 0 24 24" aria-hidden="true">
            <path d=String::from(&*data)></path>
        </svg>
    }
}

/// What is highlighted, how far around the node, and a button that highlights more.
fn radius(control: Control) -> Markup {
    let within = move || {
        let steps = control.steps.get();
        if control.technology.get().is_some() {
            say().details_all_lit().to_owned()
        } else if steps == 1 {
            say().details_neighbours_lit().to_owned()
        } else {
            say().details_lit_within(&say().part_steps(steps))
        }
    };
    markup! {
        <p class="diagram__reach">
            <span>{within}</span>
            <button
                class="diagram__reach-more"
                type="button"
                aria-keyshortcuts="n"
                on:click=move |_| {
                    control.run(Command::Widen);
                }
            >
                {say().details_light_further()}
            </button>
        </p>
    }
}

/// The kind as the file and the tokens write it.
pub fn kind_id(kind: crate::model::NodeKind) -> &'static str {
    crate::model::NodeKind::ALL[kind as usize].1
}

/// The way into the diagram that a node opens; plain presses see the camera go in first.
fn entry(control: Control, node: usize, (title, href): (String, String)) -> Markup {
    markup! {
        <p class="diagram__panel-door">
            <a class="button" href=href on:click=move |event| flow::dive(control, node, &event)>
                {icon("M3.5 3.5h13v13h-13zM10 6.5v7M6.5 10h7")} {say().details_open(&title)}
            </a>
        </p>
    }
}

/// What perspectives say of the node, each under its name.
fn notes(diagram: &Diagram, node: usize, describe: fn(&Markdown) -> Markup) -> Markup {
    let of = |perspective: &Flow| {
        let steps = perspective.steps.iter().filter(|step| step.way == Way::In(node));
        let notes = steps.filter_map(|step| step.note.as_ref()).map(describe).collect::<Vec<_>>();
        (!notes.is_empty()).then(|| {
            markup! {
                <div class="diagram__panel-list">
                    <p class="diagram__panel-label" dir="auto">{perspective.name.clone()}</p>
                    {notes}
                </div>
            }
        })
    };
    diagram.perspectives.iter().filter_map(of).collect()
}

fn list(title: &'static str, entries: Vec<Markup>) -> Option<Markup> {
    (!entries.is_empty()).then(|| {
        markup! {
            <div class="diagram__panel-list">
                <p class="diagram__panel-label" dir="auto">{title}</p>
                <ul aria-label=title>{entries}</ul>
            </div>
        }
    })
}

/// Whether a press asks for this page, and not for another tab or another way.
pub fn is_plain(event: &MouseEvent) -> bool {
    !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

/// A link that leads to a node: here, or in another tab by its address.
pub fn link(control: Control, to: usize, href: String, words: Markup) -> Markup {
    let follow = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            control.open(to, true);
        }
    };
    markup! { <a class="diagram__panel-link" dir="auto" href=href on:click=follow>{words}</a> }
}

/// The edges for which `other` names the node at their other end, as entries that lead there: here, or in another tab
/// by the address of that node on the page at `href`.
fn connections(
    control: Control,
    diagram: &Diagram,
    href: &str,
    other: impl Fn(&Edge) -> Option<(usize, usize)>,
) -> Vec<Markup> {
    let entry = |edge: &Edge| {
        let (to, end) = other(edge)?;
        let node = diagram.nodes.get(to)?;
        let name = diagram.ends(edge)[end].to_owned();
        let label =
            edge.label.clone().map(|label| markup! { <span class="diagram__panel-edge" dir="auto">{label}</span> });
        let kind = (edge.kind != EdgeKind::Sync)
            .then(|| markup! { <span class="diagram__panel-edge" dir="auto">{edge.kind.name(say())}</span> });
        let words = markup! { <span class="diagram__panel-name" dir="auto">{name}</span> " " {label} " " {kind} };
        Some(markup! { <li>{link(control, to, [href, "#", &node.id].concat(), words)}</li> })
    };
    diagram.edges.iter().filter_map(entry).collect()
}
