use std::fmt::Write as _;

use proptest::prelude::*;
use vitrine_draw::diagram::level::{around, count, first, on};
use vitrine_draw::diagram::scene::Part;
use vitrine_model::{Diagram, read_graph};

/// Groups with the group around each, nodes with the group each lies in.
fn diagram(groups: &[Option<usize>], nodes: &[Option<usize>]) -> Diagram {
    let mut text = String::from(r#"{"nodes":["#);
    for (at, group) in nodes.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        let group = group.map(|group| format!(r#","group":"g{group}""#)).unwrap_or_default();
        let _ = write!(text, r#"{comma}{{"id":"n{at}","label":"N{at}","kind":"service"{group}}}"#);
    }
    text.push_str(r#"],"edges":[],"groups":["#);
    for (at, parent) in groups.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        let parent = parent.map(|parent| format!(r#","parent":"g{parent}""#)).unwrap_or_default();
        let _ = write!(text, r#"{comma}{{"id":"g{at}","label":"G{at}"{parent}}}"#);
    }
    text.push_str("]}");
    read_graph(&text).expect("a diagram")
}

#[test]
fn boundaries_come_before_nodes_on_each_level() {
    let diagram = diagram(&[None, Some(0), None], &[None, Some(0), Some(1), Some(2)]);
    assert_eq!(on(&diagram, None), [Part::Group(0), Part::Group(2), Part::Node(0)]);
    assert_eq!(on(&diagram, Some(0)), [Part::Group(1), Part::Node(1)]);
    assert_eq!(on(&diagram, Some(1)), [Part::Node(2)]);
    assert_eq!(first(&diagram), Part::Group(0));
}

#[test]
fn a_boundary_without_nodes_is_no_place_to_go() {
    let diagram = diagram(&[None, Some(0), None], &[None, Some(2)]);
    assert_eq!(on(&diagram, None), [Part::Group(2), Part::Node(0)]);
}

#[test]
fn without_boundaries_it_begins_at_the_first_node() {
    assert_eq!(first(&diagram(&[], &[None, None])), Part::Node(0));
}

#[test]
fn a_boundary_counts_what_lies_in_it_at_any_depth() {
    let diagram = diagram(&[None, Some(0)], &[Some(0), Some(1), Some(1), None]);
    assert_eq!([count(&diagram, 0), count(&diagram, 1)], [3, 2]);
}

fn forests() -> impl Strategy<Value = Diagram> {
    (0_usize..8, 1_usize..20).prop_flat_map(|(groups, nodes)| {
        // Parents come before their children, so that there is no cycle.
        let parents: Vec<_> = (0..groups).map(|at| prop::option::of(0..at.max(1))).collect();
        let homes = prop::collection::vec(prop::option::of(0..groups.max(1)), nodes);
        (parents, homes).prop_map(move |(parents, homes)| {
            let parents: Vec<_> = parents.iter().enumerate().map(|(at, parent)| parent.filter(|p| *p < at)).collect();
            let homes: Vec<_> = homes.into_iter().map(|home| home.filter(|_| groups > 0)).collect();
            diagram(&parents, &homes)
        })
    })
}

proptest! {
    #[test]
    fn going_in_from_the_top_meets_every_node_exactly_once_and_each_part_knows_its_way_out(diagram in forests()) {
        let mut open = vec![None];
        let mut met = vec![0; diagram.nodes.len()];
        while let Some(level) = open.pop() {
            for part in on(&diagram, level) {
                prop_assert_eq!(around(&diagram, part), level);
                match part {
                    Part::Group(group) => open.push(Some(group)),
                    Part::Node(node) => met[node] += 1,
                    Part::Edge(_) => prop_assert!(false, "an edge is no place"),
                }
            }
        }
        prop_assert!(met.iter().all(|&times| times == 1), "{met:?}");
    }
}
