//! What a selection highlights.

use vitrine_draw::diagram::focus::{Emphasis, Focus, Highlight};
use vitrine_draw::diagram::part::Part;
use vitrine_model::{Diagram, Gate, read};

/// a → b → c → d, e apart; b and e run on redis; a and b are in a group within a group. A perspective names b, c and e, another d.
fn diagram() -> (Diagram, vitrine_model::TechId) {
    let text = r#"{"profile": {"name": "Ada"}, "technologies": [{"id": "redis", "name": "Redis"}], "diagrams": [{"id": "d",
        "name": "d", "groups": [{"id": "out", "label": "Out"}, {"id": "in", "label": "In", "parent": "out"}],
        "nodes": [{"id": "a", "label": "A", "group": "in"}, {"id": "b", "label": "B", "technology": "redis", "group": "in"},
            {"id": "c", "label": "C"}, {"id": "d", "label": "D"}, {"id": "e", "label": "E", "technology": "redis"}],
        "edges": [{"source": "a", "target": "b"}, {"source": "b", "target": "c"}, {"source": "c", "target": "d"}],
        "perspectives": [{"id": "p", "notes": [{"node": "c"}, {"node": "b"}, {"node": "e"}, {"node": "c", "note": "Again."}]},
            {"id": "q", "notes": [{"node": "d"}]}]}]}"#;
    let portfolio = read(text, &Gate::native()).expect("a portfolio").value;
    let redis = portfolio.diagrams[0].nodes[1].technology.expect("a technology");
    (portfolio.diagrams[0].clone(), redis)
}

/// One letter a part: dim, highlighted, Chosen or plain.
fn emphasis(focus: &Focus) -> String {
    let parts = (0..5).map(Part::Node).chain((0..3).map(Part::Edge)).chain((0..2).map(Part::Group));
    parts
        .map(|part| match focus.emphasis(part) {
            Emphasis::Plain => 'p',
            Emphasis::Dim => '.',
            Emphasis::Highlighted => 'h',
            Emphasis::Chosen => 'C',
        })
        .collect()
}

#[test]
fn a_highlight_holds_what_belongs_to_it() {
    let (diagram, redis) = diagram();
    let node = |node, steps| Highlight::Node { node, steps };
    let perspective = |at, node| Highlight::Perspective { at, node };
    for (highlight, hover, expected, count) in [
        (Highlight::Off, None, "pppppppppp", 0),
        (Highlight::Off, Some(0), "Ch...h..hh", 2),
        (node(0, 1), None, "Ch...h..hh", 2),
        (node(0, 2), None, "Chh..hh.hh", 3),
        (node(0, 9), None, "Chhh.hhhhh", 4),
        (node(0, 1), Some(4), "Ch..Ch..hh", 2),
        (node(4, 1), None, "....C.....", 1),
        (Highlight::Technology(redis), None, ".h..h...hh", 2),
        (perspective(0, None), None, ".hh.h.h.hh", 3),
        (perspective(0, None), Some(3), ".hhCh.h.hh", 3),
        (perspective(0, Some(2)), None, ".hC.h.h.hh", 3),
        (perspective(0, Some(3)), None, ".hhCh.h.hh", 3),
        (perspective(1, None), None, "...h......", 1),
    ] {
        let focus = Focus::new(&diagram, highlight, hover);
        assert_eq!((emphasis(&focus).as_str(), focus.count()), (expected, count), "{highlight:?} {hover:?}");
    }
}
