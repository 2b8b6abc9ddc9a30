//! Icons of technologies, from the sprite's text to the drawing.

use std::sync::Arc;

use vitrine_draw::diagram::graph::NodeFacts;
use vitrine_draw::diagram::icon::{Sprite, slug};
use vitrine_draw::diagram::ink::Ink;
use vitrine_draw::diagram::layout::Direction;
use vitrine_draw::diagram::measure::Font;
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::diagram::scene::{Mark, Role};
use vitrine_draw::diagram::svg::svg;
use vitrine_model::{Gate, read};

const SPRITE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg">
<symbol id="react" viewBox="0 0 24 24"><title>React</title><path d="M1 2h3z"/></symbol>
<symbol id="php" viewBox="0 0 24 24"><title>PHP</title><desc>A licence</desc><path d="M5 6v7z"/></symbol>
</svg>"#;

/// React, Oracle, and a node on nothing.
fn plan() -> (Plan, Arc<Vec<NodeFacts>>) {
    let text = r#"{"profile": {"name": "Ada"},
        "technologies": [{"id": "react", "name": "React"}, {"id": "oracle", "name": "Oracle"}],
        "diagrams": [{"id": "d", "name": "d", "nodes": [{"id": "a", "label": "A", "technology": "react"},
            {"id": "b", "label": "B", "technology": "oracle"}, {"id": "c", "label": "C"}]}]}"#;
    let portfolio = read(text, &Gate::native()).expect("a portfolio").value;
    let diagram = Arc::new(portfolio.diagrams[0].clone());
    let facts = Arc::new(NodeFacts::of(&portfolio, &diagram, |_| String::new()));
    (Plan::new(diagram, Arc::clone(&facts), Direction::Right), facts)
}

fn icons(plan: &Plan) -> Vec<&str> {
    fn icon(mark: &Mark) -> Option<&str> {
        if let Mark::Icon { data, .. } = mark { Some(data) } else { None }
    }
    plan.scene.shapes.iter().filter_map(|shape| icon(&shape.mark)).collect()
}

fn signs(plan: &Plan) -> usize {
    plan.scene.shapes.iter().filter(|shape| matches!(shape.mark, Mark::Glyph { .. })).count()
}

#[test]
fn names_are_spelt_as_simple_icons_spells_them() {
    for (title, expected) in [
        ("Node.js", "nodedotjs"),
        ("C++", "cplusplus"),
        ("AT&T", "atandt"),
        ("Spring Boot", "springboot"),
        (".NET", "dotnet"),
        ("F#", "fsharp"),
        ("数据库", ""),
    ] {
        assert_eq!(slug(title), expected, "{title}");
    }
}

#[test]
fn the_file_s_word_for_an_icon_counts_before_the_technology_s_name() {
    let icon = |icon: Option<&str>, technology: Option<&str>| {
        let (icon, technology) = (icon.map(str::to_owned), technology.map(str::to_owned));
        let mut facts = Arc::new(vec![NodeFacts { icon, technology, ..NodeFacts::default() }]);
        Sprite::parse(SPRITE).dress(&mut facts);
        facts[0].drawing.as_deref().map(str::to_owned)
    };
    let (react, php) = (Some("M1 2h3z".to_owned()), Some("M5 6v7z".to_owned()));
    assert_eq!(icon(None, Some("React")), react);
    assert_eq!(icon(Some("php"), Some("React")), php);
    assert_eq!(icon(Some("none"), Some("React")), None);
    assert_eq!(icon(None, None), None);
}

#[test]
fn a_sprite_gives_what_it_holds_and_nothing_else() {
    let sprite = Sprite::parse(SPRITE);
    assert_eq!(sprite.get("react").map(|data| &**data), Some("M1 2h3z"));
    assert_eq!(sprite.get("php").map(|data| &**data), Some("M5 6v7z"));
    assert_eq!(sprite.get("oracle"), None);
}

#[test]
fn what_is_no_sprite_holds_nothing() {
    for text in [
        "",
        "<!doctype html><title>404</title>",
        "<symbol id=\"",
        "<symbol id=\"a\">",
        "<path d=\"M0 0\"/>",
        "<symbol id=\"\"><path d=\"M0 0\"/>",
    ] {
        assert_eq!(Sprite::parse(text), Sprite::default(), "{text}");
    }
}

#[test]
fn icons_take_the_place_of_signs_where_there_are_any_and_nothing_moves() {
    let (mut plan, mut facts) = plan();
    assert_eq!((icons(&plan), signs(&plan)), (vec![], 3));
    let (layout, marks) = (plan.layout.clone(), plan.scene.shapes.len());
    assert!(Sprite::parse(SPRITE).dress(&mut facts), "React has one");
    plan.redraw(facts);
    assert_eq!((icons(&plan), signs(&plan)), (vec!["M1 2h3z"], 2));
    assert_eq!((plan.layout, plan.scene.shapes.len()), (layout, marks));
}

#[test]
fn without_an_icon_there_is_nothing_to_draw_anew() {
    let (_, mut facts) = plan();
    assert!(!Sprite::default().dress(&mut facts));
    assert!(!Sprite::parse(SPRITE).dress(&mut Arc::new(vec![NodeFacts::default()])));
}

#[test]
fn an_icon_is_written_down_as_a_path_in_the_colour_of_its_name() {
    struct Plain;
    impl Ink for Plain {
        fn colour(&self, role: Role) -> &'static str {
            if role == Role::Muted { "#123456" } else { "#fff" }
        }
        fn family(&self, _: Font) -> &'static str {
            "serif"
        }
    }
    let (mut plan, mut facts) = plan();
    Sprite::parse(SPRITE).dress(&mut facts);
    plan.redraw(facts);
    let text = svg(&plan.scene, "D", &Plain);
    assert!(text.contains("<path d=\"M1 2h3z\" fill=\"#123456\" transform=\"translate("), "{text}");
}
