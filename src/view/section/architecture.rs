//! Architecture diagrams: the list of them on the start page, and what a page says about one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::diagram::graph::NodeFacts;
use crate::markup::{Markup, markup};
use crate::model::{Diagram, DiagramId};
use crate::route::Page;
use crate::view::markdown::markdown;
use crate::view::say;
use crate::view::state::Site;
use crate::view::widget::diagram::Mode;
use crate::view::widget::diagram::{Figure, for_paper, lazy};

/// Every diagram of the portfolio, each in its window.
#[component]
pub fn Diagrams() -> Markup {
    let site = Site::expect();
    let figure = |diagram: &Diagram| {
        let title_id = ["v-diagram-", &diagram.id].concat();
        markup! {
            <article class="architecture" aria-labelledby=title_id.clone()>
                <h3 class="architecture__title" dir="auto" id=title_id.clone()>{diagram.title.clone()}</h3>
                {diagram.caption.as_ref().map(|caption| markup! { <div class="architecture__caption">{markdown(caption)}</div> })}
                {diagram_window(Arc::new(diagram.clone()), &site)}
            </article>
        }
    };
    site.portfolio.diagrams.iter().map(figure).collect::<Markup>()
}

/// A diagram in its window, with a link to the page it fills.
pub fn diagram_window(diagram: Arc<Diagram>, site: &Site) -> Markup {
    let href = site.href(Page::Diagram(&diagram.id));
    let facts = Arc::new(facts(&diagram, site));
    lazy(Figure::Window { diagram, facts, mode: Mode::Inline, href, describe: markdown })
}

/// The place of a diagram's drawing for paper, which pages have where they are prerendered.
#[cfg_attr(target_arch = "wasm32", expect(unused_variables, reason = "the program draws it in its window"))]
pub fn diagram_for_paper(diagram: &Diagram, site: &Site) -> Markup {
    #[cfg(target_arch = "wasm32")]
    return for_paper();
    #[cfg(not(target_arch = "wasm32"))]
    for_paper(Arc::new(diagram.clone()), Arc::new(facts(diagram, site)))
}

/// A diagram that fills the page at this address.
pub fn diagram_on_page(diagram: Arc<Diagram>, href: String, site: &Site) -> Markup {
    let facts = Arc::new(facts(&diagram, site));
    lazy(Figure::Window { diagram, facts, mode: Mode::Page, href, describe: markdown })
}

/// A small drawing of a diagram that leads to the page it fills.
pub fn thumbnail(diagram: &Diagram, site: &Site) -> Markup {
    let href = site.href(Page::Diagram(&diagram.id));
    let facts = Arc::new(facts(diagram, site));
    markup! {
        <a class="thumbnail" href=href>
            {lazy(Figure::Thumbnail { diagram: Arc::new(diagram.clone()), facts })}
            <span class="thumbnail__label" dir="auto">{say().diagram_open(&diagram.title)}</span>
        </a>
    }
}

fn facts(diagram: &Diagram, site: &Site) -> Vec<NodeFacts> {
    let mut facts = NodeFacts::of(&site.portfolio, diagram, |project| site.href(Page::Project(&project.id)));
    for (node, facts) in diagram.nodes.iter().zip(&mut facts) {
        let way = |id: DiagramId| {
            let other = site.portfolio.diagram(id);
            (other.title.clone(), site.href(Page::Diagram(&other.id)))
        };
        facts.opens = node.opens.map(way);
        let others = node.also.iter().filter(|id| node.opens != Some(**id));
        facts.also.extend(others.map(|&id| {
            let (title, href) = way(id);
            (title, [&href, "#", &node.id].concat())
        }));
        if let Some(technology) = node.technology.filter(|_| facts.more > 0) {
            let rest = say().diagram_and_more(facts.more);
            facts.projects.push((rest, site.filter_href(technology)));
        }
    }
    facts
}
