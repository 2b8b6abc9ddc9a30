//! An architecture diagram: drawn, walked, read and left again.

use std::sync::Arc;

use leptos::prelude::{document, window};
use vitrine::diagram::graph::NodeFacts;
use vitrine::markup::{IntoMarkup, Markup, markup};
use vitrine::model::{Diagram, Edge, EdgeKind, Group, Markdown, Node, NodeKind, Place, TechId};
use vitrine::view::widget::diagram::{DiagramView, Mode};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::stage::{Stage, click, focus, focused, press, settle};

fn node(label: &str, kind: NodeKind, x: f64) -> Node {
    Node {
        id: label.to_lowercase(),
        label: label.to_owned(),
        kind,
        technology: None,
        description: None,
        group: None,
        opens: None,
        instances: None,
        also: Vec::new(),
        place: Place { at: Some((x, 0.0)), size: (Some(160.0), Some(60.0)) },
    }
}

fn edge(source: usize, target: usize, label: &str, kind: EdgeKind) -> Edge {
    Edge { id: label.to_owned(), source, target, groups: [None; 2], label: Some(label.to_owned()), kind }
}

/// Shop → Orders ⇢ Store, in a row.
fn diagram() -> Arc<Diagram> {
    let mut nodes = vec![
        node("Shop", NodeKind::Client, 0.0),
        node("Orders", NodeKind::Service, 300.0),
        node("Store", NodeKind::Database, 600.0),
    ];
    nodes[1].group = Some(0);
    nodes[1].technology = Some(TechId(0));
    nodes[1].description = Some(Markdown::words("Takes orders."));
    Arc::new(Diagram {
        id: "shop".to_owned(),
        name: "shop".to_owned(),
        title: "A shop".to_owned(),
        caption: None,
        nodes,
        edges: vec![edge(0, 1, "buys", EdgeKind::Sync), edge(1, 2, "stores", EdgeKind::Async)],
        groups: vec![Group { id: "core".to_owned(), label: "Core".to_owned(), ..Group::default() }],
        flows: std::sync::Arc::default(),
        perspectives: std::sync::Arc::default(),
        inside: None,
        is_rtl: false,
    })
}

fn facts() -> Vec<NodeFacts> {
    let projects = vec![("Checkout".to_owned(), "projects/checkout".to_owned())];
    vec![
        NodeFacts::default(),
        NodeFacts { technology: Some("Rust".to_owned()), projects, ..NodeFacts::default() },
        NodeFacts::default(),
    ]
}

fn plain(text: &Markdown) -> Markup {
    text.plain().into_markup()
}

/// A diagram that is on the page and drawn.
async fn shown(mode: Mode) -> Stage {
    let stage = Stage::new(move || {
        markup! { <DiagramView diagram=diagram() facts=Arc::new(facts()) mode href="/architecture/sample".to_owned() describe=plain/> }
    })
    .await;
    // Without a style sheet only this gives the picture its room.
    for (selector, position) in [(".diagram__stage", "relative"), (".diagram__canvas", "absolute")] {
        let style = stage.one(selector).style();
        for (property, value) in [("position", position), ("width", "600px"), ("height", "300px")] {
            style.set_property(property, value).expect("a property");
        }
    }
    // Far below the screen nothing is drawn.
    stage.one(".diagram__stage").scroll_into_view();
    for _ in 0..60 {
        frame().await;
        if !stage.one(".diagram__nodes").style().get_property_value("transform").expect("a property").is_empty() {
            return stage;
        }
    }
    panic!("the diagram was not drawn within 60 frames");
}

/// Waits for the next animation frame.
async fn frame() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        window().request_animation_frame(&resolve).expect("a frame");
    });
    JsFuture::from(promise).await.expect("a frame");
    settle().await;
}

fn view_of_page() -> JsValue {
    js_sys::Function::new_no_args("return window.__diagram && window.__diagram.view().scale")
        .call0(&JsValue::NULL)
        .expect("it runs")
}

#[wasm_bindgen_test]
async fn the_picture_is_drawn() {
    let stage = shown(Mode::Inline).await;
    let canvas: HtmlCanvasElement = stage.one("canvas").unchecked_into();
    // What it shows may have been drawn elsewhere; a copy has pixels either way.
    let copy: HtmlCanvasElement = document().create_element("canvas").expect("a canvas").unchecked_into();
    copy.set_width(canvas.width());
    copy.set_height(canvas.height());
    let context: CanvasRenderingContext2d = copy.get_context("2d").unwrap().unwrap().unchecked_into();
    context.draw_image_with_html_canvas_element(&canvas, 0.0, 0.0).expect("a copy");
    let pixels =
        context.get_image_data(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height())).expect("pixels").data();
    let opaque = pixels.iter().skip(3).step_by(4).filter(|alpha| **alpha > 200).count();
    assert!(opaque > 1000, "{opaque} opaque pixels");
}

#[wasm_bindgen_test]
async fn every_node_is_a_button_that_says_what_it_is() {
    let stage = shown(Mode::Inline).await;
    let names: Vec<_> =
        stage.all(".diagram__node").iter().filter_map(|button| button.get_attribute("aria-label")).collect();
    assert_eq!(
        names,
        [
            "Shop, Client, 0 in, 1 out, 1 of 3",
            "Orders, Service, Rust, in Core, 1 in, 1 out, 2 of 3",
            "Store, Database, 1 in, 0 out, 3 of 3",
        ]
    );
}

#[wasm_bindgen_test]
async fn tab_reaches_one_node_and_arrows_the_others() {
    let stage = shown(Mode::Inline).await;
    assert_eq!(stage.all(".diagram__node[tabindex='0']").len(), 1);
    focus(&stage.one(".diagram__node[tabindex='0']")).await;
    press("ArrowRight").await;
    assert!(focused().starts_with("Orders"), "{}", focused());
    press("End").await;
    assert!(focused().starts_with("Store"), "{}", focused());
    press("ArrowRight").await;
    assert!(focused().starts_with("Store"), "{}", focused());
    assert_eq!(stage.one(".diagram__node[tabindex='0']").get_attribute("aria-label").as_deref(), Some(&*focused()));
    press("Home").await;
    assert!(focused().starts_with("Shop"), "{}", focused());
}

#[wasm_bindgen_test]
async fn a_node_opens_its_details_and_escape_returns() {
    let stage = shown(Mode::Inline).await;
    click(&stage.all(".diagram__node")[1]).await;
    assert_eq!(focused(), "Orders");
    let panel = stage.one(".diagram__panel").text_content().expect("a text");
    for words in
        ["Service", "Rust", "Core", "Takes orders.", "Shop", "buys", "Store", "stores", "asynchronous", "Checkout"]
    {
        assert!(panel.contains(words), "{words} is missing in {panel}");
    }
    assert_eq!(stage.all(".diagram__node[aria-pressed='true']").len(), 1);
    press("Escape").await;
    assert_eq!(stage.all(".diagram__panel").len(), 0);
    assert!(focused().starts_with("Orders,"), "{}", focused());
}

#[wasm_bindgen_test]
async fn connections_lead_on_to_the_node_at_their_other_end() {
    let stage = shown(Mode::Inline).await;
    click(&stage.all(".diagram__node")[0]).await;
    click(&stage.one(".diagram__panel-link")).await;
    assert_eq!(focused(), "Orders");
    assert_eq!(stage.texts(".diagram__panel-title"), ["Orders"]);
}

#[wasm_bindgen_test]
async fn the_same_is_told_in_words() {
    let stage = shown(Mode::Inline).await;
    let words = stage.one(".diagram__text").text_content().expect("a text");
    assert!(words.contains("A shop: 3 parts, 1 group, 2 connections (1 synchronous, 1 asynchronous)."), "{words}");
    assert_eq!(stage.texts(".diagram__text tbody tr"), ["ShopOrdersbuyssynchronous", "OrdersStorestoresasynchronous"]);
}

#[wasm_bindgen_test]
async fn a_diagram_that_fills_the_page_tells_its_view_while_it_is_there() {
    let stage = shown(Mode::Page).await;
    assert!(view_of_page().as_f64().is_some_and(|scale| scale > 0.0));
    drop(stage);
    settle().await;
    assert!(view_of_page().is_undefined());
}
