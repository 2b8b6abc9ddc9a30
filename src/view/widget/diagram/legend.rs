//! What the signs and lines of a diagram stand for.

use std::sync::Arc;

use leptos::prelude::*;

use super::controls::icon;
use super::panel::kind_id;
use crate::diagram::glyph;
use crate::model::{Diagram, EdgeKind, NodeKind};
use crate::view::markup::{Markup, markup};

/// The kinds of node and edge that occur.
#[component]
pub fn Legend(
    /// What is shown.
    diagram: Arc<Diagram>,
) -> impl IntoView {
    let nodes = NodeKind::ALL.iter().filter(|(kind, ..)| diagram.nodes.iter().any(|node| node.kind == *kind));
    let edges = EdgeKind::ALL.iter().filter(|(kind, ..)| diagram.edges.iter().any(|edge| edge.kind == *kind));
    let nodes = nodes.map(|&(kind, _, name)| {
        markup! { <li data-kind=kind_id(kind)>{icon(glyph::data(kind))} {name}</li> }
    });
    let edges = edges.map(|&(_, id, name)| {
        markup! { <li data-edge=id>{icon("M1 10h18")} {name}</li> }
    });
    markup! {
        <ul class="diagram__legend" aria-label="Legend">
            {nodes.collect::<Markup>()} {edges.collect::<Markup>()}
        </ul>
    }
}
