//! Words that end in an ellipsis where they are shown.

use serde_json::Value;
use vitrine_draw::diagram::graph::{edge_label, node_text};
use vitrine_model::title::{LONGEST, cut};
use vitrine_model::{JsonPath, Portfolio};

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
    for (index, diagram) in entries(file, "diagrams").iter().enumerate() {
        let place = [Key("diagrams"), Index(index)];
        found.extend(names(diagram, portfolio, &place));
        for (position, edge) in entries(diagram, "edges").iter().enumerate() {
            let Some(label) = text(&edge["label"]) else { continue };
            let path = at(&[place[0], place[1], Key("edges"), Index(position), Key("label")]);
            let lines = edge_label(&label).map(|(lines, _)| lines).unwrap_or_default();
            found.extend(doubt("the diagram", &label, &lines.join(" "), path));
        }
    }
    found
}

/// The names of nodes that don't fit their boxes.
fn names(diagram: &Value, portfolio: &Portfolio, place: &[Step; 2]) -> Vec<Doubt> {
    let id = text(&diagram["id"]);
    let Some(checked) = portfolio.diagrams.iter().find(|other| Some(&other.id) == id.as_ref()) else {
        return Vec::new();
    };
    let nodes = entries(diagram, "nodes").iter().enumerate();
    nodes
        .filter_map(|(position, node)| {
            let id = text(&node["id"]).or_else(|| text(node))?;
            let node_there = checked.nodes.iter().find(|other| other.id == id)?;
            let key = ["label", "id"].into_iter().find(|key| node.get(key).is_some());
            let steps: Vec<Step> =
                place.iter().copied().chain([Key("nodes"), Index(position)]).chain(key.map(Key)).collect();
            doubt("the diagram", &node_there.label, &node_text(node_there, None).0.name.join(" "), at(&steps))
        })
        .collect()
}

fn doubt(place: &str, whole: &str, shown: &str, path: JsonPath) -> Option<Doubt> {
    let is_cut = shown.ends_with(ELLIPSIS) && !whole.ends_with(ELLIPSIS);
    is_cut.then(|| Doubt::note("V0709", format!("{place} shows {shown:?}; write it shorter"), path))
}
