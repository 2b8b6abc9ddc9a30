//! The radar chart: how an axis is highlighted, and what a screen reader gets.

use std::sync::Arc;

use vitrine::markup::markup;
use vitrine::view::widget::radar::{RadarAxis, RadarChart};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, click, focus, mouse, press};

async fn chart() -> Stage {
    let axis = |label: &str, value: f64, evidence: &'static str, technologies: &[&str]| RadarAxis {
        label: label.to_owned(),
        value,
        evidence: Some(Arc::new(move || markup! { <p>{evidence}</p> })),
        technologies: technologies.iter().map(|&name| name.to_owned()).collect(),
    };
    let all = vec![
        axis("Backend", 92.0, "A million events a day", &["Node.js", "Express"]),
        axis("Databases", 86.5, "Tenant-scoped collections", &["MongoDB"]),
        axis("System design", 80.0, "Queues that can be replayed", &[]),
    ];
    Stage::new(move || markup! { <RadarChart title="skill.radar()" max=100.0 axes=all /> }).await
}

fn highlighted(stage: &Stage) -> (Vec<String>, Vec<String>) {
    (stage.texts(".radar__row.is-active button"), stage.texts(".radar__spoke.is-active text"))
}

fn only(label: &str) -> (Vec<String>, Vec<String>) {
    (vec![label.to_owned()], vec![label.to_owned()])
}

#[wasm_bindgen_test]
async fn the_picture_is_one_image_with_name_and_description() {
    let stage = chart().await;
    let picture = stage.one("svg[role=img]");
    assert_eq!(picture.get_attribute("aria-label").as_deref(), Some("skill.radar()"));
    let description = stage.one(&format!("#{}", picture.get_attribute("aria-describedby").expect("a description")));
    assert_eq!(
        description.text_content().as_deref(),
        Some("3 axes, each of 100. Highest: Backend, 92. Lowest: System design, 80. Mean: 86.2.")
    );
    assert!(stage.all("svg > :not([aria-hidden=true])").is_empty(), "children are hidden");
}

#[wasm_bindgen_test]
async fn the_table_has_every_value_with_what_backs_it() {
    let stage = chart().await;
    assert_eq!(stage.texts("tbody th"), ["Backend", "Databases", "System design"]);
    assert_eq!(stage.texts("tbody td:nth-child(2)"), ["92 of 100", "86.5 of 100", "80 of 100"]);
    assert_eq!(
        stage.texts("tbody td:nth-child(3)"),
        [
            "A million events a dayNode.js\u{a0}· Express",
            "Tenant-scoped collectionsMongoDB",
            "Queues that can be replayed"
        ]
    );
}

#[wasm_bindgen_test]
async fn focus_lights_an_axis_until_it_leaves() {
    let stage = chart().await;
    let buttons = stage.all("button");
    focus(&buttons[1]).await;
    assert_eq!(highlighted(&stage), only("Databases"));
    assert_eq!(stage.texts(".radar__reading.is-active .radar__figure"), ["86.5 of 100"]);
    focus(&buttons[0]).await;
    assert_eq!(highlighted(&stage), only("Backend"));
    buttons[0].blur().expect("it loses the focus");
    crate::stage::settle().await;
    assert!(stage.all(".radar__row.is-active").is_empty());
}

#[wasm_bindgen_test]
async fn a_mouse_lights_what_it_points_at_in_picture_and_table() {
    let stage = chart().await;
    mouse(&stage.all(".radar__sector")[0], "pointerenter").await;
    assert_eq!(highlighted(&stage), only("Backend"));
    mouse(&stage.one("svg"), "pointerleave").await;
    assert!(stage.all(".radar__row.is-active").is_empty());
    mouse(&stage.all("tbody tr")[1], "pointerenter").await;
    assert_eq!(highlighted(&stage), only("Databases"));
}

#[wasm_bindgen_test]
async fn a_click_pins_an_axis_and_escape_lets_go() {
    let stage = chart().await;
    click(&stage.all(".radar__sector")[1]).await;
    assert_eq!(highlighted(&stage), only("Databases"));
    assert_eq!(stage.texts("button[aria-pressed=true]"), ["Databases"]);
    press("Escape").await;
    assert!(stage.all(".radar__row.is-active, button[aria-pressed=true]").is_empty());
    click(&stage.all("button")[0]).await;
    click(&stage.all("button")[0]).await;
    assert!(stage.all("button[aria-pressed=true]").is_empty(), "a second click lets go");
}
