//! The layout as a program for Node: what `cargo xtask bench layout` measures. No part of the site.

use vitrine_draw::diagram::exchange::Given;
use vitrine_draw::diagram::graph::{NodeFacts, edge_label, graph, group_label};
use vitrine_draw::diagram::layout::Direction;
use vitrine_draw::geometry::Size;
use vitrine_model::{Diagram, Gate};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Lays out a graph, from left to right; the shapes of both texts are those of [`vitrine_draw::diagram::exchange`].
///
/// # Errors
/// When the text holds no graph.
#[wasm_bindgen]
pub fn layout(text: &str) -> Result<String, JsError> {
    let start = now();
    let given = Given::read(text)?;
    let drawn = given.draw(Direction::Right);
    Ok(given.write(&drawn, now() - start))
}

/// The sizes that boxes and labels of a graph take on the page: a list of `[w, h]` for each of nodes, edges (null where
/// there is no label) and groups.
///
/// # Errors
/// When the text holds no graph.
#[wasm_bindgen]
pub fn sizes(text: &str) -> Result<String, JsError> {
    Ok(measured(&Given::read(text)?.diagram, &[]))
}

/// The same for every diagram of a portfolio, as a list.
///
/// # Errors
/// When the text holds no portfolio.
#[wasm_bindgen]
pub fn portfolio_sizes(text: &str) -> Result<String, JsError> {
    let portfolio = vitrine_model::read(text, &Gate { parse: |_| None })?.value;
    let sizes = |diagram| measured(diagram, &NodeFacts::of(&portfolio, diagram, |_| String::new()));
    Ok(list(portfolio.diagrams.iter().map(sizes)))
}

fn measured(diagram: &Diagram, facts: &[NodeFacts]) -> String {
    let pair = |size: Size| format!("[{},{}]", size.w, size.h);
    let nodes = list(graph(diagram, facts).nodes.iter().map(|node| pair(node.size)));
    let label =
        |label: Option<&str>| label.and_then(edge_label).map_or_else(|| "null".to_owned(), |(_, plate)| pair(plate));
    let edges = list(diagram.edges.iter().map(|edge| label(edge.label.as_deref())));
    let groups = list(diagram.groups.iter().map(|group| pair(group_label(&group.label))));
    format!("{{\"nodes\":{nodes},\"edges\":{edges},\"groups\":{groups}}}")
}

fn list(entries: impl Iterator<Item = String>) -> String {
    format!("[{}]", entries.collect::<Vec<_>>().join(","))
}
