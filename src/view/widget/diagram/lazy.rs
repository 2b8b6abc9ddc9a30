//! Lazy figures: their program is fetched once they are near the part of the page that is in view.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::figure::Figure;
use super::legend::{self, Legend};
use super::{chunk, label, prerendered};
use crate::marks;
use crate::markup::web::in_view::InView;
use crate::markup::{IntoMarkup, Markup, markup};
use crate::model::{Diagram, Edge};
use crate::view::say;
use crate::web::effect::effect;
use crate::web::page;

/// How far the program of a figure is.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    /// Not asked for, or on its way.
    Waiting,
    Here,
    Missing,
}

/// Shows a figure as soon as its program is there, and until then something of its size that can't have the focus.
pub fn lazy(figure: Figure) -> Markup {
    let stage = RwSignal::new(Stage::Waiting);
    let retried = StoredValue::new(false);
    let fetch = move || {
        if stage.get_untracked() != Stage::Waiting {
            stage.set(Stage::Waiting);
        }
        spawn_local(async move {
            let fetched = chunk::load().await;
            stage.try_set(if fetched.is_ok() { Stage::Here } else { Stage::Missing });
        });
    };
    let id = figure.id();
    let retry = StoredValue::new_local(None);
    effect(move || match stage.get() {
        // What was pressed has gone; who pressed it goes on at the first that has come.
        Stage::Here if retried.get_value() && page::has_no_focus() => page::focus(&id),
        // src/boot/missing.js says so, once for all, and asks for another try.
        Stage::Missing => {
            page::tell(marks::MISSING);
            let again = move || {
                if stage.get_untracked() == Stage::Missing {
                    retried.set_value(true);
                    fetch();
                }
            };
            retry.set_value(Some(page::on_told(&[marks::RETRY], again)));
        }
        _ => {}
    });
    let place = NodeRef::<html::Div>::new();
    let in_view = StoredValue::new_local(None::<InView>);
    let asked = StoredValue::new(false);
    if figure.fills_page() {
        effect(fetch);
    } else {
        effect(move || {
            // Once asked for it stays so: whoever tries again sees the same place anew.
            let Some(place) = place.get().filter(|_| !asked.get_value()) else { return };
            let approach = move |is_in_view: bool| {
                if is_in_view {
                    asked.set_value(true);
                    in_view.try_set_value(None);
                    fetch();
                }
            };
            in_view.set_value(Some(InView::observe(&place, approach)));
        });
    }
    on_cleanup(move || {
        retry.try_set_value(None);
        in_view.try_set_value(None);
    });
    // What waits stays as it is where the drawing is missing: it holds the words that the page came with.
    let is_here = Memo::new(move |_| stage.get() == Stage::Here);
    let missing = Memo::new(move |_| stage.get() == Stage::Missing);
    let shown = move || {
        if is_here.get() {
            if let Ok(drawn) = chunk::draw(figure.clone()) {
                return drawn;
            }
            stage.set(Stage::Missing);
        }
        markup! { <div node_ref=place>{figure.waiting(missing)}</div> }
    };
    shown.into_markup()
}

impl Figure {
    /// What takes the figure's place as long as its program is on its way, or if that can't be had: then the diagram in
    /// words.
    fn waiting(&self, missing: Memo<bool>) -> Markup {
        let Self::Window { diagram, .. } = self else { return prerendered::picture(self) };
        let told = Arc::clone(diagram);
        let words = move || if missing.get() { say().diagram_not_loaded() } else { say().diagram_loading_drawing() };
        let stage = markup! {
            <div class="diagram__stage">
                {prerendered::picture(self)}
                <p class="diagram__waiting">{words}</p>
            </div>
        };
        let words = markup! {
            <div class="diagram__text" class:visually-hidden=move || !missing.get()>
                {prerendered::words(self)} {move || missing.get().then(|| brief(&told))}
            </div>
        };
        self.window(diagram, stage, words)
    }

    /// The frame of a diagram in its window.
    fn window(&self, diagram: &Arc<Diagram>, stage: Markup, words: Markup) -> Markup {
        markup! {
            <section
                class="window diagram"
                class:diagram--page=self.fills_page()
                aria-label=say().diagram_window(&diagram.title)
            >
                <div class="window__bar">
                    <p class="window__title" dir="auto">{["diagram://", &diagram.name].concat()}</p>
                    {self.link().map(|href| markup! { <a class="window__link diagram__link" href=href>{say().diagram_open_drawing()}</a> })}
                    <div class="window__controls" aria-hidden="true">
                        <div class="diagram__controls">
                            <span class="icon-button diagram__percent"></span>
                            {room_for_buttons(if self.fills_page() { 5 } else { 6 })}
                        </div>
                    </div>
                </div>
                <div class="diagram__body">{stage}</div>
                {(!diagram.flows.is_empty() || !diagram.perspectives.is_empty()).then(|| markup! { <div class="flow"></div> })}
                <div class="diagram__foot">
                    <Legend diagram=Arc::clone(diagram) sign=legend::room/>
                    <div class="diagram__tools" aria-hidden="true">
                        <div class="diagram__sheets">{room_for_buttons(3)}</div>
                        <div class="diagram__pan">{room_for_buttons(4)}</div>
                    </div>
                </div>
                {words}
            </section>
        }
    }
}

/// The diagram in few words, for a page that came without them.
fn brief(diagram: &Diagram) -> Markup {
    let edge = |edge: &Edge| {
        markup! { <li>{label::arrow(diagram.ends(edge), edge.label.as_deref())}</li> }
    };
    let nodes = diagram.nodes.iter().map(|node| markup! { <li>{node.label.clone()}</li> });
    markup! { <ul class="diagram__brief">{nodes.chain(diagram.edges.iter().map(edge)).collect::<Markup>()}</ul> }
}

/// As wide as the buttons that will stand there, so that what is beside them breaks as it will then.
fn room_for_buttons(count: usize) -> Markup {
    (0..count).map(|_| markup! { <span class="icon-button"></span> }).collect()
}
