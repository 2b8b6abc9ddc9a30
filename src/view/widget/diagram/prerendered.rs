//! What a prerendered page holds of a figure beyond what the program makes at first: its drawing, and what happens in
//! it.
//!
//! The program has no part that knows them when it hydrates such a page, and need not: it leaves the children of an
//! element that it makes none for.

#[cfg(not(target_arch = "wasm32"))]
use std::sync::Arc;

use super::figure::Figure;
#[cfg(not(target_arch = "wasm32"))]
use crate::diagram::graph::NodeFacts;
use crate::markup::{Element, Markup};
#[cfg(not(target_arch = "wasm32"))]
use crate::model::Diagram;

/// The place of the drawing.
pub fn picture(figure: &Figure) -> Markup {
    let mut place = Element::html("div");
    let class = if matches!(figure, Figure::Thumbnail { .. }) { "thumbnail__picture" } else { "diagram__picture" };
    place.fixed("class", class);
    place.fixed("aria-hidden", "true");
    #[cfg(not(target_arch = "wasm32"))]
    let place = native::filled(place, native::drawings(figure));
    Markup::Element(place)
}

/// The place of the drawing that a project's page has for paper: nothing asks a program for one in time when a page is
/// printed from afar.
#[cfg(not(target_arch = "wasm32"))]
pub fn for_paper(diagram: Arc<Diagram>, facts: Arc<Vec<NodeFacts>>) -> Markup {
    Markup::Element(native::filled(paper(), native::for_paper(diagram, facts)))
}

/// The same place, which the program leaves as it is.
#[cfg(target_arch = "wasm32")]
pub fn for_paper() -> Markup {
    Markup::Element(paper())
}

fn paper() -> Element {
    let mut place = Element::html("div");
    place.fixed("class", "project-page__drawing");
    place
}

/// The place of the words that the program has later.
#[cfg_attr(target_arch = "wasm32", expect(unused_variables, reason = "the program has no words for it yet"))]
pub fn words(figure: &Figure) -> Markup {
    let place = Element::html("div");
    #[cfg(not(target_arch = "wasm32"))]
    let place = native::filled(place, native::words(figure));
    Markup::Element(place)
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::sync::Arc;

    use super::{Diagram, Element, Figure, Markup, NodeFacts};
    use crate::diagram::plan::{Plan, RENDERED};
    use crate::geometry::Size;
    use crate::markup::markup;
    use crate::view::widget::diagram::drawing::drawing;
    use crate::view::widget::diagram::{text, thumbnail};

    /// The most nodes of a diagram that can still be read on a sheet.
    const LEGIBLE: usize = 120;
    /// What it may have of a sheet, in px: less than half, so that no sheet stays half empty before it.
    const SHEET: Size = Size { w: 680.0, h: 480.0 };

    pub fn filled(mut place: Element, pieces: Vec<Markup>) -> Element {
        for piece in pieces {
            place.child(piece);
        }
        place
    }

    /// On its own page the diagram, for wide places and for tall ones; as a thumbnail that. Among other things on a page
    /// the words have to do, or that page would be as large as all its diagrams.
    pub fn drawings(figure: &Figure) -> Vec<Markup> {
        match figure {
            Figure::Window { diagram, facts, .. } if figure.fills_page() => {
                let drawn = |window| {
                    let plan = Plan::for_viewport(Arc::clone(diagram), Arc::clone(facts), window);
                    drawing(&plan.scene, &diagram.title)
                };
                RENDERED.map(drawn).into()
            }
            Figure::Window { .. } => Vec::new(),
            Figure::Thumbnail { diagram, facts } => vec![thumbnail::thumbnail(diagram, facts)],
        }
    }

    /// The diagram's title, and the diagram as a sheet shows it larger.
    pub fn for_paper(diagram: Arc<Diagram>, facts: Arc<Vec<NodeFacts>>) -> Vec<Markup> {
        if diagram.nodes.len() > LEGIBLE {
            return Vec::new();
        }
        let title = diagram.title.clone();
        let drawing = drawing(&Plan::for_viewport(diagram, facts, SHEET).scene, &title);
        vec![markup! { <p class="project-page__caption" dir="auto">{title}</p> }, drawing]
    }

    /// What is in it, what happens in it, and where else that is.
    pub fn words(figure: &Figure) -> Vec<Markup> {
        let Figure::Window { diagram, facts, .. } = figure else { return Vec::new() };
        let linked = figure.fills_page();
        // Among other things on a page the words are out of sight until the program comes, and the focus must not be there.
        let link = |(title, href): &(String, String)| {
            let title = title.clone();
            if linked {
                markup! { <a href=href.clone()>{title}</a> }
            } else {
                Markup::Text(title.into())
            }
        };
        let words = [text::words(diagram, facts, linked), text::told(diagram)];
        words.into_iter().chain(text::ways(diagram, facts, link)).collect()
    }
}
