//! A large diagram, level by level: its boundaries first, then what is in one.

use vitrine_lean::sort;
use vitrine_model::Diagram;

use super::part::Part;
use crate::geometry::Rect;

/// Where a walk through a large diagram begins: the first outermost boundary, or the first node where there is none.
pub fn first(diagram: &Diagram) -> Part {
    on(diagram, None).first().copied().unwrap_or(Part::Node(0))
}

/// Boundaries, then nodes, that lie in `group` and in none within it; what lies in no boundary for `None`. Boundaries
/// without any node are left out.
pub fn on(diagram: &Diagram, group: Option<usize>) -> Vec<Part> {
    let inhabited = holding(diagram, diagram.nodes.iter().map(|node| node.group));
    let groups = diagram
        .groups
        .iter()
        .enumerate()
        .filter(|(at, inner)| inner.parent == group && inhabited.get(*at).is_some_and(|&inhabited| inhabited));
    let nodes = diagram.nodes.iter().enumerate().filter(|(_, node)| node.group == group);
    groups.map(|(at, _)| Part::Group(at)).chain(nodes.map(|(at, _)| Part::Node(at))).collect()
}

/// The boundary right around a part.
pub fn around(diagram: &Diagram, part: Part) -> Option<usize> {
    match part {
        Part::Group(group) => diagram.groups.get(group)?.parent,
        Part::Node(node) => diagram.nodes.get(node)?.group,
        Part::Edge(_) => None,
    }
}

/// How many nodes lie within a boundary, at any depth.
pub fn count(diagram: &Diagram, group: usize) -> usize {
    let within = |node: &&vitrine_model::Node| groups_around(diagram, node.group).any(|around| around == group);
    diagram.nodes.iter().filter(within).count()
}

/// Positions of the boundaries, each after the one around it.
pub fn outermost_first(diagram: &Diagram) -> Vec<usize> {
    let depths: Vec<usize> =
        (0..diagram.groups.len()).map(|group| groups_around(diagram, Some(group)).count()).collect();
    sort::sorted(depths.len(), &|a, b| depths[a].cmp(&depths[b]))
}

/// Where parts lie; an edge has no place here.
pub fn places(parts: &[Part], nodes: &[Rect], groups: &[Rect]) -> Vec<Rect> {
    let place = |part: &Part| match *part {
        Part::Group(group) => groups.get(group),
        Part::Node(node) => nodes.get(node),
        Part::Edge(_) => None,
    };
    parts.iter().map(|part| place(part).copied().unwrap_or_default()).collect()
}

/// Which boundaries hold any of these places, at any depth; a place is the innermost boundary around it.
pub fn holding(diagram: &Diagram, places: impl Iterator<Item = Option<usize>>) -> Vec<bool> {
    let mut holding = vec![false; diagram.groups.len()];
    for place in places {
        for group in groups_around(diagram, place) {
            match holding.get_mut(group) {
                Some(known @ false) => *known = true,
                // Those further out are known as well.
                _ => break,
            }
        }
    }
    holding
}

/// The boundaries from this one outwards.
pub fn groups_around(diagram: &Diagram, group: Option<usize>) -> impl Iterator<Item = usize> {
    let parent = |&at: &usize| diagram.groups.get(at).and_then(|group| group.parent);
    std::iter::successors(group, parent).take(diagram.groups.len())
}
