//! What is read of a diagram from afar.

use std::sync::Arc;

use vitrine_draw::diagram::afar::{Afar, Sign};
use vitrine_draw::diagram::camera::Camera;
use vitrine_draw::diagram::layout::Direction;
use vitrine_draw::diagram::path::Segment;
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::diagram::scene::{Detail, Mark, Part};
use vitrine_draw::geometry::{Rect, Size};
use vitrine_model::{Gate, read, read_graph};

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

/// A diagram as one window shows it.
fn suited(plan: &Plan, window: Size) -> Plan {
    Plan::for_viewport(Arc::clone(&plan.diagram), Arc::default(), window)
}

/// The diagrams of the bundled portfolios.
fn bundled() -> Vec<Plan> {
    let files = ["portfolio.json", "examples/sharvil-kadam.json", "examples/arunav-malhotra.json"];
    let diagrams = files.iter().flat_map(|file| {
        let text = crate::project_file(&format!("public/{file}"));
        read(&text, &Gate { parse: |_| None }).expect("a portfolio").value.diagrams
    });
    diagrams.map(|diagram| Plan::new(Arc::new(diagram), Arc::default(), Direction::Right)).collect()
}

const WINDOWS: [Size; 3] = [Size::new(1440.0, 760.0), Size::new(358.0, 560.0), Size::new(320.0, 480.0)];

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

#[test]
fn no_closed_boundary_is_nameless_and_no_word_leaves_the_window() {
    let mut closed = 0;
    for plan in [
        plan(60, Some(12), 3),
        plan(36, Some(3), 1),
        plan(120, Some(2), 1),
        plan(300, Some(5), 2),
        plan(600, Some(20), 4),
    ] {
        for window in WINDOWS {
            let plan = suited(&plan, window);
            let camera = plan.whole_view(window);
            let Some(afar) = Afar::new(&plan, camera.scale) else { continue };
            let of = |part: Part| afar.signs.iter().find(|sign| sign.part == part);
            for (group, rect) in plan.layout.groups.iter().enumerate().filter(|(group, _)| afar.closed[*group]) {
                closed += usize::from(camera.scale > Camera::MIN_SCALE);
                let Some(sign) = of(Part::Group(group)) else {
                    assert!(camera.scale <= Camera::MIN_SCALE, "{rect:?} of {window:?} has no name");
                    continue;
                };
                assert!(sign.lines.concat().starts_with('T'), "{sign:?}");
                assert!(sign.plate.overlaps(*rect), "{sign:?} of {rect:?}");
                let mut others = plan.layout.groups.iter().enumerate().filter(|(other, _)| *other != group);
                let is_apart = others.all(|(_, other)| !other.overlaps(sign.plate));
                assert!(is_apart || camera.scale <= Camera::MIN_SCALE, "{sign:?} lies on another");
            }
            if camera.scale <= Camera::MIN_SCALE {
                // The picture itself leaves the window.
                continue;
            }
            let screen = Rect { x0: 0.0, y0: 0.0, x1: window.w, y1: window.h };
            for sign in &afar.signs {
                let seen = camera.screen_from_world_rect(sign.plate);
                assert!(screen.encloses(seen), "{sign:?} is cut at {window:?}: {seen:?}");
            }
        }
    }
    assert!(closed > 50, "{closed} boundaries are closed");
}

#[test]
fn no_more_open_boundaries_than_nodes_are_tried_for_a_name() {
    let plan = plan(650, Some(1), 0);
    let afar = Afar::new(&plan, Detail::FAR * 0.9).expect("it is far");
    let named = afar.signs.iter().filter(|sign| matches!(sign.part, Part::Group(_))).count();
    assert!((300..=600).contains(&named), "{named}");
}

#[test]
fn names_from_afar_lie_on_their_own_box_and_rarely_on_another() {
    let (mut named, mut boxes, mut over) = (0, 0, 0);
    for plan in bundled() {
        for window in &WINDOWS[1..] {
            let plan = suited(&plan, *window);
            let scale = plan.whole_view(*window).scale;
            let Some(afar) = Afar::new(&plan, scale) else { continue };
            boxes += plan.layout.nodes.len();
            for sign in &afar.signs {
                let Part::Node(own) = sign.part else { continue };
                named += 1;
                assert!(sign.plate.overlaps(plan.layout.nodes[own]), "{sign:?}");
                let mut others = plan.layout.nodes.iter().enumerate().filter(|(other, _)| *other != own);
                over += usize::from(others.any(|(_, other)| other.overlaps(sign.plate)));
            }
        }
    }
    assert!(boxes > 100 && named * 10 >= boxes * 9, "{named} of {boxes} boxes have a name");
    assert!(over * 50 <= named, "{over} of {named} names lie on another box");
}

#[test]
fn larger_words_of_an_arrow_hide_no_bend_and_no_end() {
    let mut larger = 0;
    for plan in bundled() {
        for window in WINDOWS {
            let plan = suited(&plan, window);
            for shape in &plan.scene.shapes {
                let (Part::Edge(edge), Mark::Fill { path, .. }, Detail::Far) = (shape.part, &shape.mark, shape.detail)
                else {
                    continue;
                };
                assert!(matches!(path.0.first(), Some(Segment::Move(_))));
                let small = plan.layout.edges[edge].label.expect("words");
                larger += usize::from(shape.bounds.width() > small.width() * 1.2);
                for (other, route) in plan.layout.edges.iter().enumerate() {
                    let is_end = |at: usize| at == 0 || at + 1 == route.points.len();
                    let mut points = route.points.iter().enumerate().filter(|(at, _)| other == edge || is_end(*at));
                    let hidden = points.find(|(_, at)| shape.bounds.contains(**at) && !small.contains(**at));
                    assert!(hidden.is_none(), "{}: {edge} hides {hidden:?} of {other}", plan.diagram.id);
                }
            }
        }
    }
    assert!(larger > 50, "{larger}");
}
