//! A small drawing of a diagram, without words.

use crate::decimal;
use crate::diagram::graph::{self, NodeFacts};
use crate::diagram::layout;
use crate::diagram::mirror::is_mirrored;
use crate::geometry::{Point, Rect};
use crate::markup::{Markup, markup};
use crate::model::{Diagram, Edge, EdgeKind};

/// The drawing; `facts` is indexed as the diagram's nodes are.
pub fn thumbnail(diagram: &Diagram, facts: &[NodeFacts]) -> Markup {
    let layout = layout::layout(&graph::graph(diagram, facts), layout::Direction::Right);
    let layout = if is_mirrored(diagram) { layout.mirrored() } else { layout };
    let Rect { x0, y0, .. } = layout.bounds;
    let bounds = [x0, y0, layout.bounds.width(), layout.bounds.height()].map(|n| decimal::rounded(n, 0));
    let rect = |rect: &Rect, class: &'static str| {
        markup! {
            <rect class=class x=rect.x0.round() y=rect.y0.round() width=rect.width().round() height=rect.height().round() rx="6"/>
        }
    };
    let line = |(route, edge): (&layout::Route, &Edge)| {
        let class =
            if edge.kind == EdgeKind::Async { "thumbnail__edge thumbnail__edge--async" } else { "thumbnail__edge" };
        markup! { <polyline class=class points=points(&route.points)/> }
    };
    let drawing = markup! {
        {layout.groups.iter().map(|group| rect(group, "thumbnail__group")).collect::<Markup>()}
        {layout.edges.iter().zip(&diagram.edges).map(line).collect::<Markup>()}
        {layout.nodes.iter().map(|node| rect(node, "thumbnail__node")).collect::<Markup>()}
    };
    svg(bounds, drawing)
}

fn svg(bounds: [String; 4], drawing: Markup) -> Markup {
    let view_box = bounds.join(" ");
    let [_, _, width, height] = bounds;
    // Its size and its lines are the style sheet's business. These are for a page that has lost that.
    markup! {
        <svg viewBox=view_box width=width height=height fill="none" stroke="currentColor" aria-hidden="true">{drawing}</svg>
    }
}

fn points(points: &[Point]) -> String {
    let mut text = String::new();
    for point in points {
        text.push_str(&decimal::rounded(point.x, 0));
        text.push(',');
        text.push_str(&decimal::rounded(point.y, 0));
        text.push(' ');
    }
    text
}
