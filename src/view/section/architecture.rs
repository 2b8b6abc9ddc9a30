//! Architecture diagrams: the list of them on the start page, one in a window, and a thumbnail that leads to one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::diagram::graph::{self, NodeFacts};
use crate::diagram::layout;
use crate::geometry::{Point, Rect};
use crate::model::{Diagram, EdgeKind};
use crate::route::Page;
use crate::view::markdown::markdown;
use crate::view::markup::{Markup, markup};
use crate::view::state::Site;
use crate::view::widget::diagram::{DiagramView, Mode};

/// Every diagram of the portfolio, each in its window.
#[component]
pub fn Diagrams() -> impl IntoView {
    let site = Site::expect();
    let figure = |diagram: &Diagram| {
        let title_id = ["v-diagram-", &diagram.id].concat();
        markup! {
            <article class="architecture" aria-labelledby=title_id.clone()>
                <h3 class="architecture__title" id=title_id.clone()>{diagram.title.clone()}</h3>
                {diagram.caption.as_ref().map(|caption| markup! { <div class="architecture__caption">{markdown(caption)}</div> })}
                {diagram_window(Arc::new(diagram.clone()), &site)}
            </article>
        }
    };
    site.portfolio.diagrams.iter().map(figure).collect::<Markup>()
}

/// A diagram in its window, with a link to the page it fills.
pub fn diagram_window(diagram: Arc<Diagram>, site: &Site) -> Markup {
    let full_href = Some(site.href(Page::Diagram(&diagram.id)));
    let facts = NodeFacts::of(&site.portfolio, &diagram, |project| site.href(Page::Project(&project.id)));
    markup! { <DiagramView diagram facts mode=Mode::Inline full_href describe=markdown/> }
}

/// A small drawing of a diagram that leads to the page it fills.
pub fn thumbnail(diagram: &Diagram, site: &Site) -> Markup {
    let graph = graph::graph(
        diagram,
        &NodeFacts::of(&site.portfolio, diagram, |project| site.href(Page::Project(&project.id))),
    );
    let layout = layout::layout(&graph, layout::Direction::Right);
    let Rect { x0, y0, .. } = layout.bounds;
    let view_box = [x0, y0, layout.bounds.width(), layout.bounds.height()].map(|n| n.round().to_string()).join(" ");
    let rect = |rect: &Rect, class: &'static str| {
        markup! {
            <rect class=class x=rect.x0.round() y=rect.y0.round() width=rect.width().round() height=rect.height().round() rx="6"/>
        }
    };
    let line = |(route, edge): (&layout::Route, &crate::model::Edge)| {
        let class =
            if edge.kind == EdgeKind::Async { "thumbnail__edge thumbnail__edge--async" } else { "thumbnail__edge" };
        markup! { <polyline class=class points=points(&route.points)/> }
    };
    markup! {
        <a class="thumbnail" href=site.href(Page::Diagram(&diagram.id))>
            <svg viewBox=view_box aria-hidden="true">
                {layout.groups.iter().map(|group| rect(group, "thumbnail__group")).collect::<Markup>()}
                {layout.edges.iter().zip(&diagram.edges).map(line).collect::<Markup>()}
                {layout.nodes.iter().map(|node| rect(node, "thumbnail__node")).collect::<Markup>()}
            </svg>
            <span class="thumbnail__label">"Open the diagram “" {diagram.title.clone()} "”"</span>
        </a>
    }
}

fn points(points: &[Point]) -> String {
    let mut text = String::new();
    for point in points {
        text.push_str(&point.x.round().to_string());
        text.push(',');
        text.push_str(&point.y.round().to_string());
        text.push(' ');
    }
    text
}
