//! A diagram written down.

use std::sync::Arc;

use vitrine_draw::diagram::camera::Camera;
use vitrine_draw::diagram::ink::Ink;
use vitrine_draw::diagram::layout::Direction;
use vitrine_draw::diagram::measure::{self, Font};
use vitrine_draw::diagram::picture::{self, MAX_PIXELS};
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::diagram::scene::{Detail, Mark, Role};
use vitrine_draw::diagram::svg::svg;
use vitrine_draw::diagram::view_state::ViewState;
use vitrine_draw::geometry::{Point, Rect, Size};
use vitrine_model::{Gate, read};

/// Ink that stays, or leaves with all words as wide as the layout takes them for.
struct Plain {
    leaves: bool,
}

impl Ink for Plain {
    fn colour(&self, role: Role) -> &str {
        if role == Role::Ground { "#fff" } else { "rgb(1 2 3)" }
    }
    fn family(&self, _: Font) -> &'static str {
        "\"Inter\", sans-serif"
    }
    fn width(&self, text: &str, font: Font) -> Option<f64> {
        self.leaves.then(|| measure::width(text, font))
    }
}

fn drawing(label: &str) -> String {
    drawing_in(label, &Plain { leaves: false })
}

fn drawing_in(label: &str, ink: &Plain) -> String {
    let text = format!(
        r#"{{"profile": {{"name": "Ada"}}, "diagrams": [{{"id": "d", "name": "d", "nodes": [{{"id": "a", "label": {label:?},
            "kind": "queue"}}, {{"id": "b", "label": "B"}}], "edges": [{{"source": "a", "target": "b", "kind": "async"}}]}}]}}"#
    );
    let diagram = read(&text, &Gate::native()).expect("a portfolio").value.diagrams.remove(0);
    let plan = Plan::new(Arc::new(diagram), Arc::default(), Direction::Right);
    svg(&plan.scene, "R&D <1>", ink)
}

#[test]
fn words_stay_words_and_never_become_markup() {
    let drawing = drawing("<script> & \"co\"");
    assert!(drawing.contains("<title>R&amp;D &lt;1&gt;</title>"), "{drawing}");
    assert!(drawing.contains(">&lt;script&gt; &amp; &quot;co&quot;</text>"), "{drawing}");
    assert!(!drawing.contains("<script"), "{drawing}");
    assert!(drawing.contains("font-family=\"&quot;Inter&quot;, sans-serif\""), "{drawing}");
}

#[test]
fn words_are_written_from_where_they_begin_and_stay_in_their_place() {
    // What keeps their right end or their left one where it was, in words from right to left and from left to right.
    for (language, label, expected) in [
        ("en", "Service (v2)", [None, None]),
        ("en", "خدمة (v2)", [Some("rtl"), Some("end")]),
        ("en", "קופה (v2)!", [Some("rtl"), Some("end")]),
        ("ar", "Kafka (v2)", [None, Some("end")]),
        ("ar", "خدمة (v2)", [Some("rtl"), None]),
        ("he", "קופה (v2)!", [Some("rtl"), None]),
        ("he", "4", [None, Some("end")]),
    ] {
        let text = format!(
            r#"{{"language": "{language}", "profile": {{"name": "Ada"}}, "diagrams": [{{"id": "d", "name": "d", "nodes": [
                {{"id": "a", "label": "{label}"}}, {{"id": "b", "label": "B"}}],
                "edges": [{{"source": "a", "target": "b", "label": "{label}"}}]}}]}}"#
        );
        let diagram = read(&text, &Gate::native()).expect("a portfolio").value.diagrams.remove(0);
        let plan = Plan::new(Arc::new(diagram), Arc::default(), Direction::Right);
        let drawing = svg(&plan.scene, "", &Plain { leaves: false });
        let ends = [">", label, "</text>"].concat();
        let lines: Vec<&str> = drawing.lines().filter(|line| line.ends_with(&ends)).collect();
        let value = |line: &str, name: &str| {
            let from = line.split_once(&[" ", name, "=\""].concat())?.1;
            from.split_once('"').map(|(value, _)| value.to_owned())
        };
        // The label of the arrow lies below the node.
        let [on_edge, in_node] = lines[..] else { panic!("two of them: {drawing}") };
        let found = |line: &str| ["direction", "text-anchor"].map(|name| value(line, name));
        assert_eq!(found(in_node), expected.map(|value| value.map(str::to_owned)), "{language} {label}");
        assert_eq!(found(on_edge)[1].as_deref(), Some("middle"), "{language} {label}");
        let x: f64 = value(in_node, "x").expect("a place").parse().expect("a number");
        let rect = plan.layout.nodes[0];
        let from = if language == "en" { x - rect.x0 } else { rect.x1 - x };
        assert!((from - 42.0).abs() < 1e-9, "beside the sign: {from}");
    }
}

#[test]
fn what_knows_no_direction_gets_marks_instead() {
    struct Simple;
    impl Ink for Simple {
        fn colour(&self, _: Role) -> &'static str {
            "#000"
        }
        fn family(&self, _: Font) -> &'static str {
            "serif"
        }
        fn knows_direction(&self) -> bool {
            false
        }
    }
    let text = r#"{"language": "ar", "profile": {"name": "Ada"}, "diagrams": [{"id": "d", "name": "d",
        "nodes": [{"id": "a", "label": "خدمة (v2)"}, {"id": "b", "label": "Kafka"}]}]}"#;
    let diagram = read(text, &Gate::native()).expect("a portfolio").value.diagrams.remove(0);
    let plan = Plan::new(Arc::new(diagram), Arc::default(), Direction::Right);
    let drawing = svg(&plan.scene, "", &Simple);
    assert!(drawing.contains(">\u{2067}خدمة (v2)\u{2069}</text>") && drawing.contains(">Kafka</text>"), "{drawing}");
    let words: Vec<&str> = drawing.lines().filter(|line| line.starts_with("<text")).collect();
    assert!(words.iter().all(|line| line.contains("text-anchor=\"end\"") && !line.contains("direction")), "{words:?}");
}

#[test]
fn every_mark_seen_from_near_is_there_once() {
    let drawing = drawing("A");
    assert_eq!(drawing.matches(">A</text>").count(), 1, "{drawing}");
    assert!(drawing.contains("stroke-dasharray=\"6 4\""), "{drawing}");
    assert_eq!(drawing.matches('<').count(), drawing.matches('>').count());
    assert!(!drawing.contains("NaN") && !drawing.contains("-0\""), "{drawing}");
}

#[test]
fn words_that_fill_their_box_keep_their_width_where_the_font_may_be_another_one() {
    let label = "Payment authorisation";
    let words = |drawing: &str, label: &str| {
        let line = drawing.lines().find(|line| line.ends_with(&[">", label, "</text>"].concat())).expect("the words");
        line.to_owned()
    };
    let away = drawing_in(label, &Plain { leaves: true });
    let width = (measure::width(label, Font::Name) * 100.0).round() / 100.0;
    let kept = [" textLength=\"", &width.to_string(), "\" lengthAdjust=\"spacingAndGlyphs\""].concat();
    assert!(words(&away, label).contains(&kept), "{away}");
    assert!(!words(&away, "B").contains("textLength"), "there is room for a wider one: {away}");
    assert!(!drawing(label).contains("textLength"), "fonts of the page are there");
}

#[test]
fn all_lines_of_a_label_keep_their_width_or_none_does() {
    let files = ["portfolio.json", "examples/sharvil-kadam.json", "examples/arunav-malhotra.json"];
    let (mut kept, mut free) = (0, 0);
    for file in files {
        let portfolio =
            read(&crate::project_file(&format!("public/{file}")), &Gate::native()).expect("a portfolio").value;
        for diagram in portfolio.diagrams {
            let plan = Plan::new(Arc::new(diagram), Arc::default(), Direction::Right);
            let drawing = svg(&plan.scene, "", &Plain { leaves: true });
            let texts: Vec<bool> = drawing
                .lines()
                .filter(|line| line.starts_with("<text"))
                .map(|line| line.contains("textLength"))
                .collect();
            let shapes = plan.scene.shapes.iter().filter(|shape| shape.detail != Detail::Far);
            let shapes: Vec<_> = shapes.filter(|shape| matches!(shape.mark, Mark::Text { .. })).collect();
            assert_eq!(texts.len(), shapes.len());
            let lines: Vec<_> = shapes.into_iter().zip(texts).collect();
            for label in lines.chunk_by(|(one, _), (next, _)| one.part == next.part) {
                assert!(label.iter().all(|line| line.1 == label[0].1), "{label:?}");
                *(if label[0].1 { &mut kept } else { &mut free }) += usize::from(label.len() > 1);
            }
        }
    }
    assert!(kept > 1 && free > 1, "{kept} {free}");
}

#[test]
fn a_picture_has_as_many_pixels_as_asked_for_or_a_whole_step_less() {
    for (w, h, wish, expected) in [
        (1000.0, 800.0, 3, 3.0),
        (1500.0, 1500.0, 3, 2.0),
        (3000.0, 3000.0, 2, 1.0),
        (3000.0, 3000.0, 1, 1.0),
        (8000.0, 8000.0, 3, 0.5),
        (32_768.0, 10.0, 1, 0.5),
        (0.0, 0.0, 2, 2.0),
    ] {
        let ratio = picture::ratio(Size::new(w, h), wish);
        assert!((ratio - expected).abs() < 1e-9, "{w} × {h} at {wish}: {ratio}");
        assert!(w * h * ratio * ratio <= MAX_PIXELS);
    }
}

#[test]
fn noise_in_what_is_read_back_is_found() {
    let exact: Vec<u8> = (0..picture::PROBE * picture::PROBE)
        .flat_map(|at| {
            let [r, g, b] = picture::probe(at % picture::PROBE, at / picture::PROBE);
            [r, g, b, 255]
        })
        .collect();
    assert_eq!(picture::noise(&exact), 0);
    let one_changed = |at: usize, to: u8| {
        let mut read = exact.clone();
        read[at] = to;
        picture::noise(&read)
    };
    assert_eq!([one_changed(0, 1), one_changed(3, 251), one_changed(1023, 0)], [1, 4, 255]);
    // White all over, as some give it, nothing, and half of it.
    for read in [&[255; 1024][..], &[0; 1024], &[], &exact[..512]] {
        assert!(picture::noise(read) > picture::UNSEEN);
    }
    let distinct: std::collections::BTreeSet<&[u8]> = exact.chunks(4).collect();
    assert_eq!(distinct.len(), 256, "each px has a colour of its own");
}

#[test]
fn a_view_state_in_an_address_shows_the_same_part_however_the_diagram_is_laid_out() {
    let camera = Camera { origin: Point::new(-120.0, 40.0), scale: 0.75 };
    let viewport = Size::new(800.0, 600.0);
    let near = Rect::from_center_size(Point::new(600.0, 330.0), Size::new(120.0, 60.0));
    let far = Rect::from_center_size(Point::new(-900.0, 330.0), Size::new(120.0, 60.0));
    let state = ViewState::of(camera, viewport, [("far", far), ("a,b", near)].into_iter()).expect("there are nodes");
    assert_eq!(state.node, "a,b");
    assert_eq!(ViewState::parse(&state.text()).as_ref(), Some(&state));
    // The same screen and place: the same view, to the px that an address is rounded to.
    assert!(state.camera(viewport, near).origin.distance(camera.origin) < 1.0);
    // Another screen, and the node elsewhere: it is as far from the middle as it was.
    let (phone, moved) =
        (Size::new(360.0, 640.0), Rect::from_center_size(Point::new(80.0, 2000.0), Size::new(120.0, 60.0)));
    let middle = state.camera(phone, moved).world_from_screen(Point::new(180.0, 320.0));
    assert!(middle.distance(moved.center() + state.by) < 1e-9, "{middle:?}");
}

#[test]
fn what_is_no_view_state_is_none() {
    for text in [
        "",
        "1,2",
        "1,2,100",
        "a,b,c,d",
        "n,1,2,0",
        "n,1,2,-50",
        "n,1,2,1e9",
        "n,inf,0,100",
        "n,NaN,0,100",
        "n,1e9,0,100",
    ] {
        assert_eq!(ViewState::parse(text), None, "{text}");
    }
    assert!(ViewState::parse("node, 10, -20.5 ,100").is_some());
}
