//! What the signs and lines of a diagram stand for.

use std::sync::Arc;

use leptos::prelude::*;

use super::controls::icon;
use super::panel::kind_id;
use crate::diagram::outline;
use crate::diagram::svg::data;
use crate::geometry::Rect;
use crate::markup::{Markup, markup};
use crate::model::{Diagram, EdgeKind, NodeKind};
use crate::view::say;

const SHAPE: &str = "diagram__icon diagram__icon--shape";

/// The kinds of node and edge that occur.
#[component]
pub fn Legend(
    /// What is shown.
    diagram: Arc<Diagram>,
    /// What stands for a kind of node: [`shape`], or [`room`] for it.
    sign: fn(NodeKind) -> Markup,
) -> Markup {
    let nodes = NodeKind::ALL.iter().filter(|(kind, _)| diagram.nodes.iter().any(|node| node.kind == *kind));
    let edges = EdgeKind::ALL.iter().filter(|(kind, _)| diagram.edges.iter().any(|edge| edge.kind == *kind));
    let nodes = nodes.map(|&(kind, _)| {
        markup! { <li data-kind=kind_id(kind)>{sign(kind)} {kind.name(say())}</li> }
    });
    let edges = edges.map(|&(kind, id)| {
        markup! { <li data-edge=id>{icon("M1 10h18")} {kind.name(say())}</li> }
    });
    markup! {
        <ul class="diagram__legend" aria-label=say().tool_legend()>
            {nodes.collect::<Markup>()} {edges.collect::<Markup>()}
        </ul>
    }
}

/// A node of this kind without its content: the one thing that all nodes of a kind have in common, since the icon of
/// a technology takes the place of the kind's sign.
pub fn shape(kind: NodeKind) -> Markup {
    let outline = outline::outline(kind, Rect { x0: 2.0, y0: 2.0, x1: 54.0, y1: 34.0 });
    let line = |path| markup! { <path d=data(&path)></path> };
    svg(markup! { {line(outline.body)} {outline.detail.map(line)} })
}

/// As large as a shape, for where nothing is drawn yet: what shapes are made by comes with the drawing. In a
/// prerendered page the shape is there, and the program leaves it.
pub fn room(kind: NodeKind) -> Markup {
    if cfg!(not(target_arch = "wasm32")) {
        shape(kind)
    } else {
        markup! { <svg class=SHAPE viewBox="0 0 56 36" aria-hidden="true"></svg> }
    }
}

fn svg(lines: Markup) -> Markup {
    markup! { <svg class=SHAPE viewBox="0 0 56 36" width="28" height="18" fill="none" stroke="currentColor" aria-hidden="true">{lines}</svg> }
}
