//! Figures whose program is fetched once they are near the part of the page that is seen.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{DiagramView, Mode, chunk, thumbnail};
use crate::diagram::graph::NodeFacts;
use crate::model::{Diagram, Markdown};
use crate::view::markup::{IntoMarkup, Markup, markup};
use crate::web::effect::effect;
use crate::web::near::Near;

/// A drawing of a diagram, with all that it needs; `facts` is indexed as the diagram's nodes are.
#[derive(Clone)]
pub enum Figure {
    /// [`DiagramView`].
    Window {
        /// What to show.
        diagram: Arc<Diagram>,
        /// What the portfolio knows of its nodes.
        facts: Arc<Vec<NodeFacts>>,
        /// Where it is shown.
        mode: Mode,
        /// The page the diagram fills, if there is a link to it.
        full_href: Option<String>,
        /// Shows a node's description.
        describe: fn(&Markdown) -> Markup,
    },
    /// A small drawing that is a link.
    Thumbnail {
        /// What to show.
        diagram: Arc<Diagram>,
        /// What the portfolio knows of its nodes.
        facts: Arc<Vec<NodeFacts>>,
        /// Where it leads to.
        href: String,
    },
}

/// How far the program of a figure is.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    /// Not asked for, or on its way.
    Waiting,
    Here,
    Missing,
}

/// Shows a figure as soon as its program is there, and until then something of its size.
pub fn later(figure: Figure) -> Markup {
    let stage = RwSignal::new(Stage::Waiting);
    let fetch = move || {
        stage.set(Stage::Waiting);
        spawn_local(async move {
            let fetched = chunk::load().await;
            stage.try_set(if fetched.is_ok() { Stage::Here } else { Stage::Missing });
        });
    };
    let place = NodeRef::<html::Div>::new();
    let near = StoredValue::new_local(None::<Near>);
    if figure.fills_page() {
        fetch();
    } else {
        effect(move || {
            let Some(place) = place.get() else { return };
            let asked = move |is_near: bool| {
                if is_near {
                    near.try_set_value(None);
                    fetch();
                }
            };
            near.set_value(Some(Near::observe(&place, asked)));
        });
    }
    on_cleanup(move || {
        near.try_set_value(None);
    });
    let shown = move || match stage.get() {
        Stage::Waiting => markup! { <div node_ref=place>{figure.waiting()}</div> },
        Stage::Here => chunk::draw(figure.clone()).unwrap_or_else(|_| figure.missing(fetch)),
        Stage::Missing => figure.missing(fetch),
    };
    shown.into_markup()
}

impl Figure {
    /// The figure itself. Nothing else may call this than [`chunk`], or its program is part of every visit.
    pub fn view(self) -> Markup {
        match self {
            Self::Window { diagram, facts, mode, full_href, describe } => {
                markup! { <DiagramView diagram facts mode full_href describe/> }
            }
            Self::Thumbnail { diagram, facts, href } => thumbnail::thumbnail(&diagram, &facts, &href),
        }
    }

    fn fills_page(&self) -> bool {
        matches!(self, Self::Window { mode: Mode::Page, .. })
    }

    /// What takes the figure's place as long as its program is on its way.
    fn waiting(&self) -> Markup {
        match self {
            Self::Window { diagram, .. } => self.window(
                diagram,
                markup! { <div class="diagram__stage" role="status" aria-label="Loading the drawing"></div> },
            ),
            Self::Thumbnail { diagram, href, .. } => thumbnail::waiting(diagram, href),
        }
    }

    /// What takes its place when that can't be had.
    fn missing(&self, retry: impl Fn() + Send + 'static) -> Markup {
        match self {
            Self::Window { diagram, .. } => {
                let notice = markup! {
                    <div class="diagram__stage diagram__stage--missing">
                        <p role="alert">"The drawing could not be loaded."</p>
                        <button class="button" type="button" on:click=move |_| retry()>"Try again"</button>
                    </div>
                };
                self.window(diagram, notice)
            }
            Self::Thumbnail { diagram, href, .. } => thumbnail::waiting(diagram, href),
        }
    }

    /// The frame of [`DiagramView`].
    fn window(&self, diagram: &Diagram, stage: Markup) -> Markup {
        markup! {
            <section class="window diagram" class:diagram--page=self.fills_page() aria-label=["Diagram: ", &diagram.title].concat()>
                <div class="window__bar"><p class="window__title">{["diagram://", &diagram.name].concat()}</p></div>
                <div class="diagram__body">{stage}</div>
                <div class="diagram__foot"></div>
            </section>
        }
    }
}
