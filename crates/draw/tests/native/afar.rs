//! What is read of a diagram from afar.

use std::sync::Arc;

use vitrine_draw::diagram::afar::{Afar, Sign};
use vitrine_draw::diagram::layout::Direction;
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::diagram::scene::{Detail, Part};
use vitrine_model::read_graph;

/// So many nodes in groups of so many, each group a chain, each chain feeding the next by `between` arrows.
fn plan(nodes: usize, of: Option<usize>, between: usize) -> Plan {
    let group = |node: usize| of.map_or(String::new(), |of| format!(r#","group":"g{}""#, node / of));
    let list = |entries: Vec<String>| entries.join(",");
    let all = (0..nodes).map(|node| format!(r#"{{"id":"n{node}","label":"Service number {node}"{}}}"#, group(node)));
    let groups = of.map_or(0, |of| nodes.div_ceil(of));
    let named = (0..groups).map(|group| format!(r#"{{"id":"g{group}","label":"Team {group}"}}"#));
    let chain = (1..nodes).filter(|node| of.is_none_or(|of| node % of != 0)).map(|node| (node - 1, node));
    let across = of.into_iter().flat_map(|of| {
        (1..groups)
            .flat_map(move |group| (0..between).map(move |at| ((group - 1) * of + at % of, group * of + at % of)))
    });
    let edges = chain.chain(across).map(|(from, to)| format!(r#"{{"source":"n{from}","target":"n{to}"}}"#));
    let text = format!(
        r#"{{"nodes":[{}],"edges":[{}],"groups":[{}]}}"#,
        list(all.collect()),
        list(edges.collect()),
        list(named.collect())
    );
    let diagram = read_graph(&text).expect("a graph");
    Plan::new(Arc::new(diagram), Arc::default(), Direction::Right)
}

fn words(afar: &Afar) -> Vec<String> {
    afar.signs.iter().map(|sign| sign.lines.join(" ")).collect()
}

#[test]
fn every_distance_has_words_and_none_over_another() {
    for plan in [plan(1, None, 0), plan(40, None, 0), plan(60, Some(12), 3), plan(300, Some(20), 4)] {
        let mut scale = Detail::FAR * 0.999;
        while scale > 0.02 {
            let afar = Afar::new(&plan, scale).expect("it is far");
            assert!(!afar.signs.is_empty(), "no word at {scale}");
            for (at, sign) in afar.signs.iter().enumerate() {
                let px = sign.zoom * Sign::FONT.px() * scale;
                assert!((Sign::PX - 0.01..Sign::PX * 1.3).contains(&px), "words of {px} px at {scale}");
                assert!(afar.signs[..at].iter().all(|other| !other.plate.overlaps(sign.plate)), "{sign:?}");
            }
            assert!(afar.serves(scale) && !afar.serves(scale * 0.7));
            scale *= 0.9;
        }
    }
}

#[test]
fn from_near_words_stand_in_their_boxes() {
    assert_eq!(Afar::new(&plan(5, None, 0), Detail::FAR), None);
}

#[test]
fn boundaries_close_and_say_how_much_they_hold_and_lines_how_many_they_are() {
    let plan = plan(60, Some(12), 5);
    let side = plan.layout.groups.iter().map(|rect| rect.width().max(rect.height())).fold(0.0, f64::max);
    // All of them are small enough to be one place each.
    let afar = Afar::new(&plan, 200.0 / side).expect("it is far");
    assert!(afar.is_boxes && afar.closed.iter().all(|closed| *closed) && afar.within.iter().all(Option::is_some));
    let words = words(&afar);
    assert!(words.contains(&"Team 0\u{a0}·\u{a0}12".to_owned()), "{words:?}");
    assert!(words.contains(&"×5".to_owned()), "{words:?}");
    assert!(!words.iter().any(|word| word.contains("Service")), "what is in a closed one has no name: {words:?}");
    // Nearer they are open, and name what is in them.
    let afar = Afar::new(&plan, Detail::FAR * 0.9).expect("it is far");
    assert!(!afar.closed.contains(&true) && afar.within.iter().all(Option::is_none));
    assert!(afar.signs.iter().any(|sign| matches!(sign.part, Part::Node(_))));
}
