//! Architecture diagrams: boxes, arrows and the boundaries around them.

use std::sync::Arc;

use super::{Check, profile, system};
use crate::doc::Doc;
use crate::id::{self, Names};
use crate::json_path::{At, JsonPath};
use crate::portfolio::{Diagram, Edge, EdgeKind, Group, Node, NodeKind, Place};
use crate::problem::ProblemKind;

/// World coordinates reach this far from the origin; beyond, a canvas loses whole pixels.
const FARTHEST: f64 = 1e7;

/// The kinds of node and of edge as the file writes them.
const NODE_KINDS: &[&str] = &super::words(NodeKind::ALL);
const EDGE_KINDS: &[&str] = &super::words(EdgeKind::ALL);

/// Checks all diagrams; the names are the ids as the file writes them.
pub fn diagrams(check: &mut Check, doc: &mut Doc) -> (Vec<Diagram>, Names) {
    let mut ids = Vec::new();
    let mut names = Vec::new();
    let mut diagrams = check.each(doc, "diagrams", |check, doc| {
        let written = doc.text("id");
        let mut diagram = diagram(check, doc)?;
        if let Some(id) = &written {
            diagram.id = check.path_id(id, &doc.at("id"))?;
        } else {
            diagram.id = Some(id::slug(&check.original_of(doc, "name", &diagram.name)))
                .filter(|id| !id.is_empty())
                .unwrap_or_else(|| "diagram".into());
            check.report_at(doc.here(), ProblemKind::NoDiagramId { fixed: diagram.id.clone() });
        }
        ids.push((doc.path("id"), diagram.id.clone()));
        names.push(written.unwrap_or_else(|| diagram.id.clone()));
        Some(diagram)
    });
    let firsts = check.firsts("diagram", ids);
    let mut first = firsts.iter();
    diagrams.retain(|_| first.next() == Some(&true));
    let kept = names.into_iter().zip(firsts).filter(|(_, first)| *first);
    let names = Names::new(kept.enumerate().map(|(position, (name, _))| (name, position)).collect());
    let settled = diagrams.iter_mut().enumerate().map(|(at, diagram)| check.settle(diagram, &names, Some(at)));
    let kinds = settled.collect::<Vec<_>>();
    system::share(&mut diagrams, &kinds);
    system::nest(&mut diagrams);
    diagrams.iter_mut().for_each(name_nodes);
    (diagrams, names)
}

/// Checks a diagram that is a file of its own; its nodes may open the diagrams of a portfolio.
pub fn lone_diagram(check: &mut Check, doc: &mut Doc, diagrams: &[Diagram]) -> Option<Diagram> {
    let mut diagram = diagram(check, doc)?;
    let names = diagrams.iter().enumerate().map(|(position, diagram)| (diagram.id.clone(), position)).collect();
    check.settle(&mut diagram, &Names::new(names), None);
    name_nodes(&mut diagram);
    diagram.id = doc.text("id").and_then(|id| (check.reads.id)(check, &id, &doc.at("id"))).unwrap_or_default();
    Some(diagram)
}

/// Gives every node a name.
fn name_nodes(diagram: &mut Diagram) {
    for node in diagram.nodes.iter_mut().filter(|node| node.label.is_empty()) {
        node.label.clone_from(&node.id);
    }
}

/// Checks all of a diagram but its id, what its nodes open, and what they leave to others to say.
#[inline(never)]
fn diagram(check: &mut Check, doc: &mut Doc) -> Option<Diagram> {
    let name = check.name(doc, "name")?;
    let (groups, group_names) = groups(check, doc);
    let (nodes, node_names) = nodes(check, doc, &group_names);
    if nodes.is_empty() {
        check.report(&doc.at("nodes"), ProblemKind::NoneLeft { what: "node" });
        return None;
    }
    let edges = edges(check, doc, (&nodes, &node_names), (&groups, &group_names));
    let [flows, perspectives] = (check.reads.told)(check, doc, &node_names, &edges);
    Some(Diagram {
        inside: None,
        id: String::new(),
        title: check.line(doc, "title").unwrap_or_else(|| name.clone()),
        name,
        caption: check.prose(doc, "caption"),
        flows: Arc::new(flows),
        perspectives: Arc::new(perspectives),
        is_rtl: check.heard.words.is_rtl(),
        edges,
        nodes,
        groups,
    })
}

fn nodes(check: &mut Check, doc: &mut Doc, groups: &Names) -> (Vec<Node>, Names) {
    let mut ids = Vec::new();
    let mut nodes = check.each(doc, "nodes", |check, doc| {
        let id = check.name(doc, "id")?;
        let kind = check.choice(doc, "kind", "kind of node", NODE_KINDS);
        // An arrow could mean either.
        if groups.get(&id).is_some() {
            check.report(&doc.at("id"), ProblemKind::TakenId { what: "node", id: id.clone() });
        }
        ids.push((doc.path("id"), id.clone()));
        Some(Node {
            label: check.line(doc, "label").unwrap_or_default(),
            id,
            kind: kind.map_or(NodeKind::default(), |position| NodeKind::ALL[position].0),
            technology: doc
                .text("technology")
                .and_then(|word| (check.reads.technology)(check, &word, &doc.at("technology"))),
            instances: profile::figure(check, doc, "instances"),
            description: check.prose(doc, "description"),
            group: doc.text("group").and_then(|id| check.named("group", &id, groups, &doc.at("group"))),
            opens: Some(check.leave(doc, kind.is_some())),
            also: Vec::new(),
            place: check.place(doc),
        })
    });
    let mut first = check.firsts("node", ids).into_iter();
    nodes.retain(|_| first.next() == Some(true));
    let names = Names::new(nodes.iter().enumerate().map(|(position, node)| (node.id.clone(), position)).collect());
    (nodes, names)
}

fn edges(check: &mut Check, doc: &mut Doc, nodes: (&[Node], &Names), groups: (&[Group], &Names)) -> Vec<Edge> {
    let mut paths = Vec::new();
    let mut edges = check.each(doc, "edges", |check, doc| {
        let (from, to) = (doc.text("source")?, doc.text("target")?);
        let source = end(check, doc, "source", &from, nodes, groups);
        let target = end(check, doc, "target", &to, nodes, groups);
        let (source, target) = source.zip(target)?;
        let ends = [source.1, target.1];
        for (key, id, group, other) in [("source", &from, ends[0], target.0), ("target", &to, ends[1], source.0)] {
            if group.is_some_and(|group| holds(groups.0, group, nodes.0[other].group)) {
                check.report(&doc.at(key), ProblemKind::GroupEnd(id.clone(), true));
                return None;
            }
        }
        let (source, target) = (source.0, target.0);
        let kind = check.choice(doc, "kind", "kind of edge", EDGE_KINDS);
        let id = check.line(doc, "id");
        paths.push(id.is_some().then(|| doc.path("id")));
        Some(Edge {
            id: id.unwrap_or_else(|| [&*from, "->", &*to].concat()),
            source,
            target,
            groups: ends,
            label: check.line(doc, "label"),
            kind: kind.map_or(EdgeKind::default(), |position| EdgeKind::ALL[position].0),
        })
    });
    make_unique(check, &mut edges, paths);
    edges
}

/// The node that an id names; or the first one of the boundary that it names, and that.
fn end(
    check: &mut Check,
    doc: &Doc,
    key: &'static str,
    id: &str,
    (nodes, node_names): (&[Node], &Names),
    (groups, group_names): (&[Group], &Names),
) -> Option<(usize, Option<usize>)> {
    if let (None, Some(group)) = (node_names.get(id.trim()), group_names.get(id.trim())) {
        let first = nodes.iter().position(|node| holds(groups, group, node.group));
        if first.is_none() {
            check.report(&doc.at(key), ProblemKind::GroupEnd(id.to_owned(), false));
        }
        return Some((first?, Some(group)));
    }
    Some((check.named("node", id, node_names, &doc.at(key))?, None))
}

/// Whether a boundary lies around a place, at any depth.
fn holds(groups: &[Group], group: usize, place: Option<usize>) -> bool {
    let mut around = std::iter::successors(place, |&at| groups.get(at).and_then(|group| group.parent));
    around.any(|at| at == group)
}

/// Gives an edge whose id is taken another one: an arrow is worth more than its id. Ids that the file writes, which
/// have paths, win over those made from the ends, which nobody wrote and nobody is told of.
fn make_unique(check: &mut Check, edges: &mut [Edge], paths: Vec<Option<JsonPath>>) {
    let mut names = Vec::with_capacity(edges.len());
    for written in [true, false] {
        for (position, (edge, path)) in edges.iter().zip(&paths).enumerate() {
            if path.is_some() == written {
                names.push((edge.id.clone(), position));
            }
        }
    }
    let names = Names::new(names);
    for (position, (edge, path)) in edges.iter_mut().zip(paths).enumerate() {
        if names.get(&edge.id) != Some(position) {
            if let Some(path) = path {
                check.report_at(path, ProblemKind::TakenId { what: "edge", id: edge.id.clone() });
            }
            edge.id.push('#');
            edge.id.push_str(&position.to_string());
            while names.get(&edge.id).is_some() {
                edge.id.push('#');
            }
        }
    }
}

fn groups(check: &mut Check, doc: &mut Doc) -> (Vec<Group>, Names) {
    let mut ids = Vec::new();
    let mut parents = Vec::new();
    let mut groups = check.each(doc, "groups", |check, doc| {
        let id = check.name(doc, "id")?;
        ids.push((doc.path("id"), id.clone()));
        parents.push((doc.text("parent"), doc.path("parent")));
        Some(Group {
            label: check.line(doc, "label").unwrap_or_else(|| id.clone()),
            id,
            technology: check.line(doc, "technology"),
            instances: profile::figure(check, doc, "instances"),
            parent: None,
            place: check.place(doc),
        })
    });
    let firsts = check.firsts("group", ids);
    let mut first = firsts.iter();
    groups.retain(|_| first.next() == Some(&true));
    let mut first = firsts.iter();
    parents.retain(|_| first.next() == Some(&true));
    let names = Names::new(groups.iter().enumerate().map(|(at, group)| (group.id.clone(), at)).collect());
    for (group, (parent, path)) in groups.iter_mut().zip(&parents) {
        group.parent = parent.as_ref().and_then(|id| {
            let found = names.get(id);
            if found.is_none() {
                check.report_unknown(path.clone(), "group", id, &names);
            }
            found
        });
    }
    for position in cut_cycles(&mut groups) {
        let kind = ProblemKind::GroupCycle(groups[position].id.clone());
        check.report_at(parents[position].1.clone(), kind);
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
    pub(super) fn named(&mut self, what: &'static str, id: &str, names: &Names, at: &At) -> Option<usize> {
        let found = names.get(id.trim());
        if found.is_none() {
            self.report_unknown(at.path(), what, id, names);
        }
        found
    }

    /// `x`, `y`, `w` and `h`, each dropped where it cannot be drawn.
    fn place(&mut self, doc: &mut Doc) -> Place {
        if doc.has("x") != doc.has("y") {
            self.report_at(doc.here(), ProblemKind::HalfPlaced);
        }
        let x = self.within(doc, "x", -FARTHEST);
        let y = self.within(doc, "y", -FARTHEST);
        let smallest = 1.0;
        Place { at: x.zip(y), size: (self.within(doc, "w", smallest), self.within(doc, "h", smallest)) }
    }

    fn within(&mut self, doc: &mut Doc, name: &str, min: f64) -> Option<f64> {
        let number = doc.number(name)?;
        if (min..=FARTHEST).contains(&number) {
            return Some(number);
        }
        self.report(&doc.at(name), ProblemKind::OutOfRange { number, min, max: FARTHEST });
        None
    }
}
