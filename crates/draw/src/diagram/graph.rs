//! How large everything is: from a diagram and its words to the graph that is laid out.

use std::sync::Arc;

use vitrine_model::{Diagram, Edge, Node, NodeKind, Portfolio, Project};

use super::layout::{Graph, GraphEdge, GraphGroup, GraphNode, Tier};
use super::measure::{self, Font};
use super::wrap::{balanced, wrap, wrap_words};
use super::{glyph, limit, outline};
use crate::geometry::{Point, Rect, Size};

/// What a diagram shows of a node but leaves to the portfolio.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NodeFacts {
    /// The name of what it runs on.
    pub technology: Option<String>,
    /// What else finds that: its id and its aliases.
    pub technology_names: Vec<String>,
    /// The name of its icon, if the portfolio gives one.
    pub icon: Option<String>,
    /// The icon, once it is there: path data to be filled, in a box of [`super::icon::SIDE`].
    pub drawing: Option<Arc<str>>,
    /// Title and address of projects it is part of: those the diagram belongs to, then, up to
    /// [`Portfolio::USERS`] in all, others that use what it runs on.
    pub projects: Vec<(String, String)>,
    /// How many more use what it runs on.
    pub more: usize,
    /// Title and address of the diagram it opens.
    pub opens: Option<(String, String)>,
    /// Title and address of further diagrams that have it; there it is selected.
    pub also: Vec<(String, String)>,
}

impl NodeFacts {
    /// The facts of every node of a diagram of this portfolio, indexed as its nodes are; `href` is the address of
    /// a project's page.
    pub fn of(portfolio: &Portfolio, diagram: &Diagram, href: impl Fn(&Project) -> String) -> Vec<Self> {
        let facts = |node: &Node| {
            let owns = |project: &&Project| project.diagram.is_some_and(|id| portfolio.diagram(id).id == diagram.id);
            let mut shown: Vec<&Project> = portfolio.projects.iter().filter(owns).collect();
            let users = node.technology.into_iter().flat_map(|id| portfolio.projects_using(id));
            let room = Portfolio::USERS.saturating_sub(shown.len());
            shown.extend(users.filter(|project| !owns(project)).take(room));
            let has = |project: &&&Project| node.technology.is_some_and(|id| project.technologies.contains(&id));
            let using = node.technology.map_or(0, |id| portfolio.technology(id).uses as usize);
            let names = |id| {
                let technology = portfolio.technology(id);
                [std::slice::from_ref(&technology.id), &technology.aliases].concat()
            };
            Self {
                technology: node.technology.map(|id| portfolio.technology(id).name.clone()),
                technology_names: node.technology.map(names).unwrap_or_default(),
                icon: node.technology.and_then(|id| portfolio.technology(id).icon.clone()),
                drawing: None,
                more: using.saturating_sub(shown.iter().filter(has).count()),
                projects: shown.into_iter().map(|project| (project.title.clone(), href(project))).collect(),
                opens: None,
                also: Vec::new(),
            }
        };
        diagram.nodes.iter().map(facts).collect()
    }
}

/// The words inside a node, broken into the lines that are drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct NodeText {
    /// At most [`NAME_LINES`].
    pub name: Vec<String>,
    /// What it runs on and how many there are: one line, if there is one and room for it.
    pub technology: Option<String>,
}

/// Room inside a node at every side.
pub const PADDING: f64 = 12.0;
/// Between sign and words.
pub const GAP: f64 = 10.0;
const MIN: Size = Size::new(128.0, 56.0);
const MAX_TEXT: f64 = 168.0;
/// The same where a single word needs it.
const WIDE_TEXT: f64 = 230.0;
/// The most lines of a name.
pub const NAME_LINES: usize = 3;
/// Into how many lines of which width (world px) the words of an edge are broken: the first that holds them all. The room
/// between two ranks is as wide as the widest of these, and a line of words costs less height than that.
const LABEL: [(usize, f64); 5] = [(1, 84.0), (2, 96.0), (3, 108.0), (3, 140.0), (3, 190.0)];
/// Inside a label plate, at either side of its words.
const PLATE: Size = Size::new(5.0, 2.0);

/// The words of a node, broken to fit, and the size of its box.
pub fn node_text(node: &Node, technology: Option<&str>) -> (NodeText, Size) {
    let insets = outline::insets(node.kind);
    let around = insets.left + insets.right + 2.0 * PADDING + glyph::SIDE + GAP;
    let (given_w, given_h) = node.place.size;
    // A node too small for its sign and three letters shows what fits.
    let room = given_w.map_or(MAX_TEXT, |w| (w - around).max(3.0 * Font::Name.px()));
    let room_down = given_h.map(|h| h - insets.top - PADDING);

    let most = room_down.map_or(NAME_LINES, |h| ((h / Font::Name.line()) as usize).clamp(1, NAME_LINES));
    let name = wrap_words(&node.label, Font::Name, room, most.min(2))
        .or_else(|| wrap_words(&node.label, Font::Name, given_w.map_or(WIDE_TEXT, |_| room), most))
        .unwrap_or_else(|| wrap(&node.label, Font::Name, room, most));
    let name_h = name.len() as f64 * Font::Name.line();
    let fits = room_down.is_none_or(|h| h >= name_h + Font::Technology.line() - 4.0);
    let clip = |text: &str, room: f64| measure::clip(text, Font::Technology, room);
    let below = match (technology, node.times()) {
        // How many there are is not lost with the end of a long name.
        (Some(name), Some(times)) => {
            let times = [" · ", &times].concat();
            [&clip(name, room - measure::width(&times, Font::Technology)), &times[..]].concat()
        }
        (name, times) => times.or_else(|| name.map(str::to_owned)).unwrap_or_default(),
    };
    let technology = Some(clip(&below, room)).filter(|text| fits && !text.is_empty());

    let words = name
        .iter()
        .map(|line| measure::width(line, Font::Name))
        .chain(technology.iter().map(|line| measure::width(line, Font::Technology)))
        .fold(0.0, f64::max);
    let h = name_h + technology.as_ref().map_or(0.0, |_| Font::Technology.line()) + 2.0 * PADDING + insets.top;
    let size = Size::new(
        given_w.unwrap_or_else(|| (words + around).max(MIN.w).ceil()),
        given_h.unwrap_or_else(|| h.max(MIN.h).ceil()),
    );
    (NodeText { name, technology }, size)
}

/// The name of a node in the largest letters its box holds: what is read when the whole is seen from afar.
pub fn far_name(node: &Node, room: Size) -> (Vec<String>, Font) {
    let most = |font: Font| ((room.h / font.line()) as usize).clamp(1, NAME_LINES);
    let whole = |font: Font| Some((wrap_words(&node.label, font, room.w, most(font))?, font));
    let found = [Font::FarName, Font::FarSmall, Font::Name].into_iter().find_map(whole);
    found.unwrap_or_else(|| (wrap(&node.label, Font::FarSmall, room.w, most(Font::FarSmall)), Font::FarSmall))
}

/// The words on an edge, broken into lines, and the size of the plate they stand on; `None` where there are none.
pub fn edge_label(label: &str) -> Option<(Vec<String>, Size)> {
    if label.trim().is_empty() {
        return None;
    }
    let whole = LABEL.iter().find_map(|&(lines, max)| balanced(label, Font::Label, max, lines));
    let (most, room) = LABEL[LABEL.len() - 1];
    let lines = whole.unwrap_or_else(|| wrap(label, Font::Label, room, most));
    let widest = lines.iter().map(|line| measure::width(line, Font::Label)).fold(0.0, f64::max);
    let size = Size::new((widest + 2.0 * PLATE.w).ceil(), lines.len() as f64 * Font::Label.line() + 2.0 * PLATE.h);
    Some((lines, size))
}

/// The room a group's name takes along its top edge.
pub fn group_label(label: &str) -> Size {
    Size::new((measure::width(label, Font::Group) + 2.0 * PADDING).ceil(), Font::Group.line() + 8.0)
}

/// What of a system a node is.
const fn tier(kind: NodeKind) -> Tier {
    match kind {
        NodeKind::Person | NodeKind::Client | NodeKind::Edge => Tier::Front,
        NodeKind::Database | NodeKind::Cache | NodeKind::Storage => Tier::Back,
        _ => Tier::Middle,
    }
}

/// The graph to lay out. Positions in its vectors are those of the diagram; `facts` is indexed as the nodes are,
/// and may be shorter. Of what is more than can be drawn ([`limit`]) nodes and groups are missing, and arrows have no end.
pub fn graph(diagram: &Diagram, facts: &[NodeFacts]) -> Graph {
    let nodes = diagram.nodes.iter().take(limit::NODES).enumerate().map(|(index, node)| {
        let technology = facts.get(index).and_then(|facts| facts.technology.as_deref());
        let (_, size) = node_text(node, technology);
        GraphNode { size, group: node.group, at: node.place.at.map(|(x, y)| Point::new(x, y)), tier: tier(node.kind) }
    });
    let has_words = limit::has_words(diagram);
    let label = |edge: &Edge| edge.label.as_deref().filter(|_| has_words).and_then(edge_label).map(|(_, plate)| plate);
    let edges =
        diagram.edges.iter().map(|edge| GraphEdge { source: edge.source, target: edge.target, label: label(edge) });
    let groups = diagram.groups.iter().take(limit::GROUPS).map(|group| {
        let rect = match (group.place.at, group.place.size) {
            (Some((x, y)), (Some(w), Some(h))) => Some(Rect::from_origin_size(Point::new(x, y), Size::new(w, h))),
            _ => None,
        };
        GraphGroup { parent: group.parent, label: group_label(&group.sign()), rect }
    });
    let mut graph = Graph { nodes: nodes.collect(), edges: edges.collect(), groups: groups.collect() };
    limit::thin(&mut graph);
    graph
}
