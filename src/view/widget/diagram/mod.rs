use crate::diagram::graph::NodeFacts;
use crate::model::Diagram;
use leptos::prelude::*;
use std::sync::Arc;
pub enum Mode {
    Inline,
    Page,
}
#[component]
pub fn DiagramView(
    diagram: Arc<Diagram>,
    facts: Vec<NodeFacts>,
    mode: Mode,
    full_href: Option<String>,
) -> impl IntoView {
    let _ = (diagram, facts, mode, full_href);
}
