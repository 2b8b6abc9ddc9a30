//! Words that end in an ellipsis where they are shown, and what a drawing leaves out.

use std::collections::HashMap;

use serde_json::Value;
use vitrine_draw::diagram::graph::{edge_label, node_text};
use vitrine_draw::diagram::limit;
use vitrine_model::title::{LONGEST, cut};
use vitrine_model::{Diagram, JsonPath, Node, Portfolio, Words};

use super::Step::{Index, Key};
use super::{Doubt, Step, at, entries, text};

/// What ends words that were cut.
const ELLIPSIS: char = '…';

/// All of a file.
pub fn doubts(file: &Value, portfolio: &Portfolio) -> Vec<Doubt> {
    let mut found = Vec::new();
    for (index, project) in entries(file, "projects").iter().enumerate() {
        let key = project.get("title").map(|_| "title");
        let Some(title) = text(project.get("title").unwrap_or(project)) else { continue };
        let steps: Vec<Step> = [Key("projects"), Index(index)].into_iter().chain(key.map(Key)).collect();
        found.extend(doubt("the title of a page", &title, &cut(&title, LONGEST), at(&steps)));
    }
    let checked: HashMap<&str, &Diagram> = portfolio.diagrams.iter().map(|known| (known.id.as_str(), known)).collect();
    for (index, diagram) in entries(file, "diagrams").iter().enumerate() {
        let place = [Key("diagrams"), Index(index)];
        if let Some(known) = text(&diagram["id"]).and_then(|id| checked.get(id.as_str())) {
            found.extend(names(diagram, known, &place));
            found.extend(left_out(known, &place));
        }
        for (position, edge) in entries(diagram, "edges").iter().enumerate() {
            let Some(label) = text(&edge["label"]) else { continue };
            let path = at(&[place[0], place[1], Key("edges"), Index(position), Key("label")]);
            let lines = edge_label(&label).map(|(lines, _)| lines).unwrap_or_default();
            found.extend(doubt("the diagram", &label, &lines.join(" "), path));
        }
    }
    found
}

/// What is too much to be drawn.
fn left_out(diagram: &Diagram, place: &[Step; 2]) -> Option<Doubt> {
    let shown = limit::shown(diagram, Words::english())?;
    let said = format!(
        "the drawing shows {shown}, and only the list below it has all; cut it into diagrams that open one another"
    );
    Some(Doubt::note("V0609", said, at(place)))
}

/// The names of nodes that don't fit their boxes.
fn names(diagram: &Value, known: &Diagram, place: &[Step; 2]) -> Vec<Doubt> {
    let by_id: HashMap<&str, &Node> = known.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let nodes = entries(diagram, "nodes").iter().enumerate();
    nodes
        .filter_map(|(position, node)| {
            let id = text(&node["id"]).or_else(|| text(node))?;
            let there = by_id.get(id.as_str())?;
            let key = ["label", "id"].into_iter().find(|key| node.get(key).is_some());
            let steps: Vec<Step> =
                place.iter().copied().chain([Key("nodes"), Index(position)]).chain(key.map(Key)).collect();
            doubt("the diagram", &there.label, &node_text(there, None).0.name.join(" "), at(&steps))
        })
        .collect()
}

fn doubt(place: &str, whole: &str, shown: &str, path: JsonPath) -> Option<Doubt> {
    let is_cut = shown.ends_with(ELLIPSIS) && !whole.ends_with(ELLIPSIS);
    is_cut.then(|| Doubt::note("V0709", format!("{place} shows {shown:?}; write it shorter"), path))
}
