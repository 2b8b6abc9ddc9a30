//! Architecture diagrams: boxes, arrows and the boundaries around them.

use super::Check;
use crate::model::document::{DiagramDoc, EdgeDoc, GroupDoc, NodeDoc};
use crate::model::id::{self, Names};
use crate::model::json_path::{At, JsonPath};
use crate::model::list::List;
use crate::model::portfolio::{Diagram, Edge, EdgeKind, Group, Node, NodeKind, Place};
use crate::model::problem::ProblemKind;

/// World coordinates reach this far from the origin; beyond, a canvas loses whole pixels.
const FARTHEST: f64 = 1e7;

/// Checks all diagrams; the names are the ids as the file writes them.
pub fn diagrams(list: List<DiagramDoc>, check: &mut Check) -> (Vec<Diagram>, Names) {
    let found = check.each(list, &At::top("diagrams"), |check, mut doc, at| {
        let written = doc.id.take();
        let mut diagram = diagram(doc, Some(at), check)?;
        if let Some(id) = written.clone() {
            diagram.id = check.path_id(id, &at.key("id"))?;
        } else {
            diagram.id = Some(id::slug(&diagram.name)).filter(|id| !id.is_empty()).unwrap_or_else(|| "diagram".into());
            check.report(at, ProblemKind::NoDiagramId { fixed: diagram.id.clone() });
        }
        Some((at.key("id").path(), (written.unwrap_or_else(|| diagram.id.clone()), diagram)))
    });
    let found = check.first_of_each(found, "diagram", |(_, diagram)| &diagram.id);
    let names = found.iter().enumerate().map(|(position, (written, _))| (written.clone(), position)).collect();
    (found.into_iter().map(|(_, diagram)| diagram).collect(), Names::new(names))
}

/// Checks a diagram that is a file of its own.
pub fn lone_diagram(mut doc: DiagramDoc, check: &mut Check) -> Option<Diagram> {
    let id = doc.id.take();
    let mut diagram = diagram(doc, None, check)?;
    diagram.id = id.and_then(|id| check.path_id(id, &At::top("id"))).unwrap_or_default();
    Some(diagram)
}

/// Checks all of a diagram but its id.
fn diagram(doc: DiagramDoc, at: Option<&At>, check: &mut Check) -> Option<Diagram> {
    let name = check.name(doc.name, &At::below(at, "name"))?;
    let (groups, group_names) = groups(doc.groups, &At::below(at, "groups"), check);
    let (nodes, node_names) = nodes(doc.nodes, &group_names, &At::below(at, "nodes"), check);
    if nodes.is_empty() {
        check.report(&At::below(at, "nodes"), ProblemKind::NoneLeft { what: "node" });
        return None;
    }
    Some(Diagram {
        id: String::new(),
        title: check.line(doc.title, &At::below(at, "title")).unwrap_or_else(|| name.clone()),
        name,
        caption: check.prose(doc.caption, &At::below(at, "caption")),
        edges: edges(doc.edges, &node_names, &At::below(at, "edges"), check),
        nodes,
        groups,
    })
}

fn nodes(list: List<NodeDoc>, groups: &Names, at: &At, check: &mut Check) -> (Vec<Node>, Names) {
    let kinds = NodeKind::ALL.map(|(_, name, _)| name);
    let found = check.each(list, at, |check, doc, at| {
        let id = check.name(doc.id, &at.key("id"))?;
        let kind = doc.kind.and_then(|kind| check.word(&at.key("kind"), "kind of node", &kind, &kinds));
        let node = Node {
            label: check.line(doc.label, &at.key("label")).unwrap_or_else(|| id.clone()),
            id,
            kind: kind.map_or(NodeKind::default(), |position| NodeKind::ALL[position].0),
            technology: doc.technology.and_then(|word| check.technology(&word, &at.key("technology"))),
            description: check.prose(doc.description, &at.key("description")),
            group: doc.group.and_then(|id| check.named("group", &id, groups, &at.key("group"))),
            place: check.place([doc.x, doc.y, doc.w, doc.h], at),
        };
        Some((at.key("id").path(), node))
    });
    let nodes = check.first_of_each(found, "node", |node| &node.id);
    let names = Names::new(nodes.iter().enumerate().map(|(position, node)| (node.id.clone(), position)).collect());
    (nodes, names)
}

fn edges(list: List<EdgeDoc>, nodes: &Names, at: &At, check: &mut Check) -> Vec<Edge> {
    let kinds = EdgeKind::ALL.map(|(_, name, _)| name);
    let found = check.each(list, at, |check, doc, at| {
        let source = check.named("node", &doc.source, nodes, &at.key("source"));
        let target = check.named("node", &doc.target, nodes, &at.key("target"));
        let (source, target) = source.zip(target)?;
        let kind = doc.kind.and_then(|kind| check.word(&at.key("kind"), "kind of edge", &kind, &kinds));
        let id = check.line(doc.id, &at.key("id"));
        let edge = Edge {
            id: id.clone().unwrap_or_else(|| [&doc.source, "->", &doc.target].concat()),
            source,
            target,
            label: check.line(doc.label, &at.key("label")),
            kind: kind.map_or(EdgeKind::default(), |position| EdgeKind::ALL[position].0),
        };
        Some((id.map(|_| at.key("id").path()), edge))
    });
    unique_edges(found, check)
}

/// Gives an edge whose id is taken another one: an arrow is worth more than its id. Ids that the file writes win
/// over those made from the ends, which nobody wrote and nobody is told of.
fn unique_edges(found: Vec<(Option<JsonPath>, Edge)>, check: &mut Check) -> Vec<Edge> {
    let of = |written: bool| {
        let found = found.iter().enumerate().filter(move |(_, (path, _))| path.is_some() == written);
        found.map(|(position, (_, edge))| (edge.id.clone(), position))
    };
    let names = Names::new(of(true).chain(of(false)).collect());
    let mut edges = Vec::with_capacity(found.len());
    for (position, (path, mut edge)) in found.into_iter().enumerate() {
        if names.get(&edge.id) != Some(position) {
            if let Some(path) = path {
                check.report_at(path, ProblemKind::TakenId { what: "edge", id: edge.id.clone() });
            }
            edge.id = edge.id + "#" + &position.to_string();
            while names.get(&edge.id).is_some() {
                edge.id.push('#');
            }
        }
        edges.push(edge);
    }
    edges
}

fn groups(list: List<GroupDoc>, at: &At, check: &mut Check) -> (Vec<Group>, Names) {
    let found = check.each(list, at, |check, doc, at| {
        let id = check.name(doc.id, &at.key("id"))?;
        let group = Group {
            label: check.line(doc.label, &at.key("label")).unwrap_or_else(|| id.clone()),
            id,
            parent: None,
            place: check.place([doc.x, doc.y, doc.w, doc.h], at),
        };
        Some((at.key("id").path(), (group, doc.parent, at.key("parent").path())))
    });
    let found = check.first_of_each(found, "group", |(group, ..)| &group.id);
    let names = found.iter().enumerate().map(|(position, (group, ..))| (group.id.clone(), position)).collect();
    let names = Names::new(names);
    let mut groups = Vec::with_capacity(found.len());
    let mut paths = Vec::with_capacity(found.len());
    for (mut group, parent, path) in found {
        group.parent = parent.and_then(|id| {
            let found = names.get(&id);
            if found.is_none() {
                check.report_unknown_at(path.clone(), "group", &id, &names);
            }
            found
        });
        groups.push(group);
        paths.push(path);
    }
    for position in cut_cycles(&mut groups) {
        let kind = ProblemKind::GroupCycle { id: groups[position].id.clone() };
        check.report_at(paths[position].clone(), kind);
    }
    (groups, names)
}

/// Takes the parent from one group of every cycle and returns the positions of these groups. Each group is walked
/// over once.
fn cut_cycles(groups: &mut [Group]) -> Vec<usize> {
    // The walk that came by first; a group that its own walk meets again closes a cycle.
    let mut walks: Vec<Option<usize>> = vec![None; groups.len()];
    let mut cut = Vec::new();
    for walk in 0..groups.len() {
        let mut here = walk;
        while walks[here].is_none() {
            walks[here] = Some(walk);
            let Some(parent) = groups[here].parent else { break };
            if walks[parent] == Some(walk) {
                groups[here].parent = None;
                cut.push(here);
                break;
            }
            here = parent;
        }
    }
    cut
}

impl Check {
    /// The position of what has this id.
    fn named(&mut self, what: &'static str, id: &str, names: &Names, at: &At) -> Option<usize> {
        let found = names.get(id.trim());
        if found.is_none() {
            self.report_unknown(at, what, id, names);
        }
        found
    }

    /// `x`, `y`, `w` and `h`, each dropped where it cannot be drawn.
    fn place(&mut self, [x, y, w, h]: [Option<f64>; 4], at: &At) -> Place {
        if x.is_some() != y.is_some() {
            self.report(at, ProblemKind::HalfPlaced);
        }
        let x = self.within(x, -FARTHEST, &at.key("x"));
        let y = self.within(y, -FARTHEST, &at.key("y"));
        let smallest = 1.0;
        Place { at: x.zip(y), size: (self.within(w, smallest, &at.key("w")), self.within(h, smallest, &at.key("h"))) }
    }

    fn within(&mut self, number: Option<f64>, min: f64, at: &At) -> Option<f64> {
        let number = number?;
        if (min..=FARTHEST).contains(&number) {
            return Some(number);
        }
        self.report(at, ProblemKind::OutOfRange { number, min, max: FARTHEST });
        None
    }
}
