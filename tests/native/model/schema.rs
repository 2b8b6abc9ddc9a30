//! The schema that editors use. Run with `UPDATE_EXPECTED=1` to write it anew.

use std::path::Path;

use serde_json::Value;
use vitrine::model::schema::schema;

#[test]
fn the_published_schema_is_the_one_of_the_reader() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/portfolio.schema.json");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&file, schema()).expect("writable");
    }
    let published = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(published == schema(), "run UPDATE_EXPECTED=1 cargo test --test native model::schema");
}

#[test]
fn the_schema_says_what_a_project_needs_and_what_each_property_means() {
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    let project = &schema["definitions"]["ProjectDoc"];
    assert_eq!(project["required"], serde_json::json!(["title"]));
    assert_eq!(project["properties"]["role"]["description"], "What the person did in it.");
    assert_eq!(project["additionalProperties"], false);
}
