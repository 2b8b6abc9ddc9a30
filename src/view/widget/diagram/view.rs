//! An architecture diagram in its window: drawn on a canvas, walked by buttons that lie over it, described as text.

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::command::Popover;
use super::control::Control;
use super::controls::{Controls, PanButtons};
use super::figure::figure_id;
use super::find::Find;
use super::flow::{FlowBar, Player};
use super::legend::{Legend, shape};
use super::mode::Mode;
use super::nodes::{command_from_anywhere, nodes, on_node_click, on_node_focus, on_node_key};
use super::panel::Panel;
use super::popover::{Export, Keys, PopoverButtons, keys_in_brief};
use super::stage::{Elements, Stage};
use super::text::Text;
use crate::diagram::focus::Highlight;
use crate::diagram::graph::NodeFacts;
use crate::diagram::limit;
use crate::diagram::minimap::Minimap;
use crate::diagram::plan::Plan;
use crate::diagram::view_state::ViewState;
use crate::markup::web::in_view::InView;
use crate::markup::web::listen::Listener;
use crate::markup::{IntoMarkup, Markup, markup};
use crate::model::{Diagram, Markdown};
use crate::view::say;
use crate::web::effect::effect;
use crate::web::probe::Probe;
use crate::web::resize::Resize;
use crate::web::{full_screen, input, page, palette, text as fonts};

/// A diagram that can be panned, zoomed, walked and read.
///
/// The picture itself is hidden from assistive technology. Over it lies a button a node, in world px under one
/// transform, of which Tab reaches exactly one and arrow keys the others.
#[component]
pub fn DiagramView(
    /// What to show.
    diagram: Arc<Diagram>,
    /// Indexed as the diagram's nodes are.
    facts: Arc<Vec<NodeFacts>>,
    /// Where it is shown.
    mode: Mode,
    /// The page the diagram fills. With `#` and the id of a node it opens that node.
    href: String,
    /// Shows a node's description.
    describe: fn(&Markdown) -> Markup,
) -> Markup {
    let control = Control::new(Arc::clone(&diagram), mode, href.clone());
    let player = Player::new(control, Arc::clone(&diagram), mode);
    let stage = NodeRef::<html::Div>::new();
    let raster = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Canvas>::new();
    let handles = StoredValue::new_local(Vec::<Box<dyn Any>>::new());

    {
        let (diagram, facts) = (Arc::clone(&diagram), Arc::clone(&facts));
        effect(move || {
            let (Some(stage), Some(raster), Some(canvas), Some(layer)) =
                (stage.get(), raster.get(), canvas.get(), control.layer.get())
            else {
                return;
            };
            let elements =
                Elements { stage: (*stage).clone().into(), raster: (*raster).clone(), canvas, layer: (*layer).clone() };
            handles.set_value(connect(control, elements, Arc::clone(&diagram), Arc::clone(&facts), mode));
            player.begin();
            if mode == Mode::Page {
                obey_address(control, &diagram);
            }
        });
    }
    on_cleanup(move || {
        handles.try_update_value(Vec::clear);
    });
    follow(control, Arc::clone(&diagram), mode);

    let help_id = [if mode == Mode::Page { "page-" } else { "" }, "diagram-", &diagram.id, "-keys"].concat();
    let full_href = (mode == Mode::Inline).then(|| href.clone());
    let page_href = href.clone();
    let (name, title) = (["diagram://", &diagram.name].concat(), diagram.title.clone());
    let panel = {
        let (diagram, facts) = (Arc::clone(&diagram), Arc::clone(&facts));
        move || {
            let (diagram, facts, href) = (Arc::clone(&diagram), Arc::clone(&facts), href.clone());
            control.selected.get().map(|node| markup! { <Panel control diagram facts node mode href describe/> })
        }
    };
    let popover = popover(control, &diagram, &facts, help_id.clone());
    markup! {
        <section
            class="window diagram"
            id=figure_id(&diagram, mode)
            tabindex="-1"
            class:diagram--page=mode == Mode::Page
            class:diagram--full=move || control.full.get()
            class:diagram--sequence=move || player.is_sequence()
            aria-label=say().diagram_window(&diagram.title)
            node_ref=control.root
            on:keydown=move |event: KeyboardEvent| {
                if command_from_anywhere(&event).is_some_and(|command| control.run(command)) {
                    event.prevent_default();
                }
            }
        >
            <div class="window__bar">
                <p class="window__title" dir="auto">{name}</p>
                <div class="window__controls"><Controls control full_href/></div>
            </div>
            <div class="diagram__body">
                <div class="diagram__stage" node_ref=stage>
                    <div class="diagram__raster" node_ref=raster>
                        <canvas class="diagram__canvas" aria-hidden="true" node_ref=canvas></canvas>
                        <div
                            class="diagram__nodes"
                            role="group"
                            aria-label=say().diagram_parts_of(&diagram.title)
                            aria-describedby=help_id.clone()
                            node_ref=control.layer
                            on:click=move |event| on_node_click(&event, control)
                            on:focusin=move |event| on_node_focus(&event, control)
                            on:keydown=move |event| on_node_key(&event, control)
                        >
                            {nodes(control, &diagram, &facts)}
                            <span class="flow-mark" data-mark="" aria-hidden="true"></span>
                        </div>
                    </div>
                    <p class="diagram__hint" class:diagram__hint--shown=move || control.hint.get().is_some() aria-hidden="true">
                        {move || control.hint.get().unwrap_or_default()}
                    </p>
                    {map(&diagram)}
                    {keys_in_brief(help_id)}
                </div>
                {popover}
                {panel}
            </div>
            <FlowBar control player diagram=Arc::clone(&diagram) href=page_href describe/>
            <div class="diagram__foot">
                <Legend diagram=Arc::clone(&diagram) sign=shape/>
                <div class="diagram__tools"><PopoverButtons control/><PanButtons control/></div>
            </div>
            {limit::shown(&diagram, say()).map(|shown| markup! { <p class="diagram__foot">{say().diagram_shows(&shown)}</p> })}
            {move || control.printing.get().then(|| printed(control, &title))}
            <Text control diagram=Arc::clone(&diagram) facts=Arc::clone(&facts)/>
            <p class="visually-hidden" role="status">{move || control.announcement.get()}</p>
        </section>
    }
}

/// What lies over the picture, as long as something does. `prefix` starts the ids of its elements.
fn popover(control: Control, diagram: &Arc<Diagram>, facts: &Arc<Vec<NodeFacts>>, prefix: String) -> Markup {
    let (diagram, facts) = (Arc::clone(diagram), Arc::clone(facts));
    let popover = move || {
        let (diagram, facts, prefix) = (Arc::clone(&diagram), Arc::clone(&facts), prefix.clone());
        control.popover.get().map(|popover| match popover {
            Popover::Find => markup! { <Find control diagram facts prefix/> },
            Popover::Keys => markup! { <Keys control diagram/> },
            Popover::Export => markup! { <Export control/> },
        })
    };
    popover.into_markup()
}

/// Shows what the page's address asks for: a view, a node.
fn obey_address(control: Control, diagram: &Diagram) {
    if let Some(view) = page::query_parameter("view") {
        match ViewState::parse(&view).filter(|state| diagram.nodes.iter().any(|node| node.id == state.node)) {
            Some(state) => {
                control.with_stage(|stage| stage.start_at(state));
            }
            None => control.announce_hint(say().diagram_lost_view()),
        }
    }
    obey_fragment(control);
}

/// Opens the node that the page's address names.
fn obey_fragment(control: Control) {
    let asked = page::fragment();
    match control.with_diagram(|diagram| diagram.find_node(&asked)) {
        Some(node) => control.open(node, true),
        None if asked.is_empty() && control.selected.get_untracked().is_some() => control.close_details(),
        None => {}
    }
}

/// Shows in the drawing, and on the page of a diagram in its address, what is selected and focused.
fn follow(control: Control, diagram: Arc<Diagram>, mode: Mode) {
    // The address of the page names the open node, so that it can be sent to somebody.
    let named = StoredValue::new(false);
    effect(move || {
        let node = control.selected.get();
        if mode == Mode::Page && (node.is_some() || named.get_value()) {
            named.set_value(true);
            page::set_fragment(node.and_then(|node| diagram.nodes.get(node)).map(|node| node.id.as_str()));
        }
    });
    effect(move || {
        let highlight = match (control.technology.get(), control.perspective.get(), control.selected.get()) {
            (Some(technology), ..) => Highlight::Technology(technology),
            (None, Some(at), node) => Highlight::Perspective { at, node },
            (None, None, Some(node)) => Highlight::Node { node, steps: control.steps.get() },
            (None, None, None) => Highlight::Off,
        };
        control.with_stage(|stage| stage.highlight(highlight));
    });
    effect(move || {
        let part = control.place();
        control.with_stage(|stage| stage.set_active(part));
    });
}

/// The diagram as it is printed.
fn printed(control: Control, title: &str) -> Option<Markup> {
    let (drawing, wide) = control.with_stage(|stage| stage.drawing(title)).flatten()?;
    Some(markup! { <div class="diagram__print" class:diagram__print--wide=wide>{drawing}</div> })
}

/// Where the view is on the whole, for those who drag; everybody else walks.
fn map(diagram: &Diagram) -> Option<Markup> {
    (diagram.nodes.len() >= Minimap::FROM).then(|| {
        markup! { <div class="diagram__map" aria-hidden="true" data-map=""><canvas></canvas><span class="diagram__map-frame"></span></div> }
    })
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
    let on_percent = move |percent| {
        if control.percent.get_untracked() != percent {
            control.percent.set(percent);
        }
        if !control.shown.get_untracked() {
            let show = move || {
                control.shown.try_set(true);
            };
            set_timeout(show, Duration::ZERO);
        }
    };
    // Where a diagram is amid a page, printing that waits for no tens of thousands of shapes and rows.
    let is_printed = mode == Mode::Page || diagram.nodes.len() <= Plan::WHOLE;
    let stage = Stage::new(elements, (diagram, facts), control.single_button, Box::new(on_percent));
    control.attach(Rc::clone(&stage));

    let with = |f: fn(&Stage)| {
        let stage = Rc::clone(&stage);
        move || f(&stage)
    };
    let repaint = with(Stage::repaint);
    let restored = with(Stage::repaint);
    let (sized, in_view, seen) = (Rc::clone(&stage), Rc::clone(&stage), Rc::clone(&stage));
    let mut handles: Vec<Box<dyn Any>> = vec![
        Box::new(input::listen(&element, move |input| control.take(input))),
        Box::new(Resize::observe(&element, move |surface| sized.resize(surface))),
        Box::new(InView::observe(&element, move |is_in_view| in_view.set_in_view(is_in_view))),
        Box::new(palette::Watch::new(repaint.clone())),
        Box::new(fonts::watch(repaint)),
        Box::new(Listener::passive(stage.surface(), &["contextrestored"], Box::new(move |_| restored()))),
        Box::new(stage.follow_map()),
        Box::new(full_screen::watch(move |element| control.follow_full(element))),
    ];
    if is_printed {
        handles.push(Box::new(page::on_print(move |printing| {
            control.printing.try_set(printing);
        })));
    }
    if mode == Mode::Page {
        handles.push(Box::new(Probe::expose(move || seen.camera())));
        handles.push(Box::new(page::on_fragment(move || obey_fragment(control))));
    }
    handles
}
