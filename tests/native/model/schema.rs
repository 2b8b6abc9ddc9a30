//! The schema that editors use. Run with `UPDATE_EXPECTED=1` to write it anew.

use std::path::Path;

use serde_json::Value;
use vitrine::model::schema::{Words, fields, schema};
use vitrine::model::version::VERSION;
use vitrine::model::{EdgeKind, NodeKind, Part, ProjectKind, Scheme, StepKind, ThemeName, WeekStart};

use super::files;

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
fn the_guide_names_every_property() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/fields.md");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&file, fields()).expect("writable");
    }
    let page = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(page == fields(), "run UPDATE_EXPECTED=1 cargo test --test native model::schema");
    assert!(page.contains("| `title` *needed* | text |") && page.contains("`case-study`: A problem"), "{page}");
    // Every link leads to a section.
    let titles: Vec<String> = page
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .map(|title| title.to_lowercase().replace(' ', "-"))
        .collect();
    for target in page.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(titles.iter().any(|title| title == target), "{target}");
    }
}

#[test]
fn the_schema_says_what_a_project_needs_and_what_each_property_means() {
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    let project = &schema["definitions"]["ProjectDoc"];
    assert_eq!(project["required"], serde_json::json!(["title"]));
    assert_eq!(project["properties"]["role"]["description"], "What the person did in it.");
    assert_eq!(project["additionalProperties"], false);
}

/// The words that the schema has at a place.
fn words(schema: &Value) -> Vec<String> {
    // Where it may be left out, it may be null.
    let schema = schema["anyOf"].as_array().map_or(schema, |ways| &ways[0]);
    let choices = schema["oneOf"].as_array().unwrap_or_else(|| panic!("no choice: {schema}"));
    let told = choices.iter().all(|choice| choice["description"].as_str().is_some_and(|words| !words.is_empty()));
    assert!(told, "a word of {schema} is not explained");
    choices.iter().filter_map(|choice| choice["const"].as_str().map(str::to_owned)).collect()
}

#[test]
fn every_choice_of_the_reader_is_in_the_schema_and_none_else() {
    fn of<T: Words>() -> Vec<String> {
        T::words().into_iter().map(|(word, _)| word.to_owned()).collect()
    }
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    let at = |object: &str, property: &str| schema["definitions"][object]["properties"][property].clone();
    for (found, expected) in [
        (at("ThemeDoc", "name"), of::<ThemeName>()),
        (at("ThemeDoc", "scheme"), of::<Scheme>()),
        (at("ProjectDoc", "kind"), of::<ProjectKind>()),
        (at("ProjectKindDoc", "id"), of::<ProjectKind>()),
        (at("SectionDoc", "kinds")["anyOf"][0]["items"].clone(), of::<ProjectKind>()),
        (at("SectionDoc", "parts")["anyOf"][0]["items"].clone(), of::<Part>()),
        (at("NodeDoc", "kind"), of::<NodeKind>()),
        (at("EdgeDoc", "kind"), of::<EdgeKind>()),
        (at("StepDoc", "kind"), of::<StepKind>()),
        (at("ContributionsDoc", "weekStart"), of::<WeekStart>()),
    ] {
        assert_eq!(words(&found), expected);
    }
    assert_eq!(of::<ThemeName>(), ThemeName::ALL.map(|(_, word)| word.to_owned()));
    assert_eq!(of::<NodeKind>(), NodeKind::ALL.map(|(_, word)| word.to_owned()));
    assert_eq!(at("ContributionsDoc", "months")["enum"], serde_json::json!([3, 6, 12, null]));
}

#[test]
fn the_bundled_portfolios_are_what_the_schema_says() {
    let mut compiler = boon::Compiler::new();
    let mut schemas = boon::Schemas::new();
    compiler.add_resource("schema.json", serde_json::from_str(&schema()).expect("JSON")).expect("a schema");
    let portfolio = compiler.compile("schema.json", &mut schemas).expect("a sound schema");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = [files("public/examples"), files("tests/native/data/valid")].concat();
    paths.push(root.join("public/portfolio.json"));
    let mut count = 0;
    for file in paths {
        let json: Value = serde_json::from_str(&std::fs::read_to_string(&file).expect("a file")).expect("JSON");
        // Diagrams for `?diagram-url=` stand there, too.
        if json.get("profile").is_none() {
            continue;
        }
        count += 1;
        if let Err(error) = schemas.validate(&json, portfolio) {
            panic!("{}: {error:#}", file.display());
        }
    }
    assert_eq!(count, 9);
    for (file, is_sound) in [
        (r#"{ "theme": "slate", "profile": "Ada", "contact": "ada@example.org" }"#, true),
        (
            r#"{ "projects": [{ "title": "P", "period": 2020, "technologies": "Rust, Go" }, "Q"], "skills": ["Rust"] }"#,
            true,
        ),
        (r#"{ "sections": ["about", { "title": "x", "parts": "projects" }], "version": "1.0" }"#, true),
        (r#"{ "theme": "papr" }"#, false),
        (r#"{ "theme": { "name": "papr" } }"#, false),
        (r#"{ "sections": [{ "title": "x", "parts": ["project"] }] }"#, false),
        (r#"{ "profile": { "nam": "Ada" } }"#, false),
        (r#"{ "profile": 5 }"#, false),
    ] {
        let json: Value = serde_json::from_str(file).expect("JSON");
        assert_eq!(schemas.validate(&json, portfolio).is_ok(), is_sound, "{file}");
    }
}

#[test]
fn the_current_version_is_named_wherever_somebody_looks_for_it() {
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    assert_eq!(schema["$id"], format!("urn:vitrine:portfolio:{VERSION}"));
    assert_eq!(schema["title"], format!("A portfolio of Vitrine, format {VERSION}"));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| std::fs::read_to_string(root.join(file)).expect("a file");
    let guide = read("docs/guide/versions.md");
    assert!(guide.contains(&format!("The current version is **{VERSION}**")), "the guide names another");
    for (version, change) in vitrine::model::version::CHANGES {
        assert!(guide.contains(&format!("## Version {version}\n")), "the guide lacks {version}");
        assert!(version <= VERSION && !change.is_empty());
    }
    for file in [&[root.join("public/portfolio.json")], &*files("public/examples")].concat() {
        let file = file.to_str().expect("a path");
        assert!(read(file).contains(&format!("\"version\": {VERSION},")), "{file} names another");
    }
}
