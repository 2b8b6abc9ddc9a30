//! How large a graph's boxes and labels are on the page, as JSON.

use vitrine_draw::diagram::graph::{NodeFacts, edge_label, graph, group_label};
use vitrine_draw::geometry::Size;
use vitrine_model::{Diagram, Gate, ReadError};

/// A list of `[w, h]` for each of nodes, edges (null where there is no label) and groups.
pub fn measured(diagram: &Diagram, facts: &[NodeFacts]) -> String {
    let pair = |size: Size| format!("[{},{}]", size.w, size.h);
    let nodes = list(graph(diagram, facts).nodes.iter().map(|node| pair(node.size)));
    let label =
        |label: Option<&str>| label.and_then(edge_label).map_or_else(|| "null".to_owned(), |(_, plate)| pair(plate));
    let edges = list(diagram.edges.iter().map(|edge| label(edge.label.as_deref())));
    let groups = list(diagram.groups.iter().map(|group| pair(group_label(&group.label))));
    format!("{{\"nodes\":{nodes},\"edges\":{edges},\"groups\":{groups}}}")
}

/// The same for every diagram of a portfolio, as a list.
///
/// # Errors
/// When the text holds no portfolio.
pub fn portfolio(text: &str) -> Result<String, ReadError> {
    let portfolio = vitrine_model::read(text, &Gate { parse: |_| None })?.value;
    let sizes = |diagram| measured(diagram, &NodeFacts::of(&portfolio, diagram, |_| String::new()));
    Ok(list(portfolio.diagrams.iter().map(sizes)))
}

fn list(entries: impl Iterator<Item = String>) -> String {
    format!("[{}]", entries.collect::<Vec<_>>().join(","))
}
