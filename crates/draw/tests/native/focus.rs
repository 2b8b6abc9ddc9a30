//! What a selection lights.

use vitrine_draw::diagram::focus::{Beam, Focus, Light};
use vitrine_draw::diagram::part::Part;
use vitrine_model::{Diagram, Gate, read};

/// a → b → c → d, e apart; b and e run on redis; a and b are in a group within a group.
fn diagram() -> (Diagram, vitrine_model::TechId) {
    let text = r#"{"profile": {"name": "Ada"}, "technologies": [{"id": "redis", "name": "Redis"}], "diagrams": [{"id": "d",
        "name": "d", "groups": [{"id": "out", "label": "Out"}, {"id": "in", "label": "In", "parent": "out"}],
        "nodes": [{"id": "a", "label": "A", "group": "in"}, {"id": "b", "label": "B", "technology": "redis", "group": "in"},
            {"id": "c", "label": "C"}, {"id": "d", "label": "D"}, {"id": "e", "label": "E", "technology": "redis"}],
        "edges": [{"source": "a", "target": "b"}, {"source": "b", "target": "c"}, {"source": "c", "target": "d"}]}]}"#;
    let portfolio = read(text, &Gate::native()).expect("a portfolio").value;
    let redis = portfolio.diagrams[0].nodes[1].technology.expect("a technology");
    (portfolio.diagrams[0].clone(), redis)
}

/// One letter a part: dim, lit, Chosen or plain.
fn lights(focus: &Focus) -> String {
    let parts = (0..5).map(Part::Node).chain((0..3).map(Part::Edge)).chain((0..2).map(Part::Group));
    parts
        .map(|part| match focus.light(part) {
            Light::Plain => 'p',
            Light::Dim => '.',
            Light::Lit => 'l',
            Light::Chosen => 'C',
        })
        .collect()
}

#[test]
fn a_beam_lights_what_belongs_to_it() {
    let (diagram, redis) = diagram();
    let node = |node, steps| Beam::Node { node, steps };
    for (beam, hover, expected, count) in [
        (Beam::Off, None, "pppppppppp", 0),
        (Beam::Off, Some(0), "Cl...l..ll", 2),
        (node(0, 1), None, "Cl...l..ll", 2),
        (node(0, 2), None, "Cll..ll.ll", 3),
        (node(0, 9), None, "Clll.lllll", 4),
        (node(0, 1), Some(4), "Cl..Cl..ll", 2),
        (node(4, 1), None, "....C.....", 1),
        (Beam::Technology(redis), None, ".l..l...ll", 2),
    ] {
        let focus = Focus::new(&diagram, beam, hover);
        assert_eq!((lights(&focus).as_str(), focus.count()), (expected, count), "{beam:?} {hover:?}");
    }
}
