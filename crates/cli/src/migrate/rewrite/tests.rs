use std::path::Path;

use vitrine_model::Severity;
use vitrine_model::folder::Nowhere;

use super::*;

fn nowhere() -> Rc<dyn Folder> {
    Rc::new(Nowhere)
}

fn with_person(text: &str) -> String {
    format!("{{\n  // who\n  \"profile\": \"Ada\", {text}\n}}\n")
}

#[track_caller]
fn migrated(text: &str) -> Rewritten {
    rewritten(text, &nowhere()).unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

#[test]
fn former_names_become_those_of_this_version_and_everything_else_stays() {
    for (text, expected, changes) in [
        (r#""schemaVersion": 1"#, r#""version": 1"#, 1),
        (r#""schemaVersion" : "v1.0" /* as it was */"#, r#""version" : "v1.0" /* as it was */"#, 1),
        (r#""schemaVersion": 0, // old"#, r#""version": 1, // old"#, 1),
        (r#""version": 0"#, r#""version": 1"#, 1),
        (r#""version": 1"#, r#""version": 1"#, 0),
        (r#""version": "one""#, r#""version": "one""#, 0),
        (r#""schemaVersion": null"#, r#""schemaVersion": null"#, 0),
        (
            r#""experience": [{ "name": "Mill", "title": "Hand", "startDate": "2020", /* ok */ "endDate": "2021-03" },]"#,
            r#""experience": [{ "name": "Mill", "title": "Hand", "start": "2020", /* ok */ "end": "2021-03" },]"#,
            2,
        ),
        (
            r#""experience": { "name": "Mill", "roles": { "title": "Hand", "from": "2020", "until": "2021" } }"#,
            r#""experience": { "name": "Mill", "roles": { "title": "Hand", "start": "2020", "end": "2021" } }"#,
            2,
        ),
        (
            r#""projects": [{ "title": "Loom", "period": { "since": "2020" }, "links": ["example.org/a b"] }]"#,
            r#""projects": [{ "title": "Loom", "period": { "start": "2020" }, "links": ["https://example.org/a%20b"] }]"#,
            2,
        ),
        // What the reader does not take is nobody's to guess.
        (
            r#""projects": [{ "title": "Loom", "tags": ["Go"], "stack": [] }]"#,
            r#""projects": [{ "title": "Loom", "tags": ["Go"], "stack": [] }]"#,
            0,
        ),
        // An edge leads from one node to another; these are no dates.
        (
            r#""diagrams": [{ "id": "d", "name": "d", "nodes": ["a", "b"], "edges": [{ "from": "a", "to": "b" }] }]"#,
            r#""diagrams": [{ "id": "d", "name": "d", "nodes": ["a", "b"], "edges": [{ "from": "a", "to": "b" }] }]"#,
            0,
        ),
    ] {
        let found = migrated(&with_person(text));
        assert_eq!(found.text, with_person(expected), "{text}");
        assert_eq!(found.changes.len(), changes, "{text}: {:?}", found.changes);
        let again = migrated(&found.text);
        assert_eq!(again, Rewritten { text: found.text, changes: Vec::new() }, "twice is once: {text}");
    }
}

#[test]
fn of_two_numbers_the_one_that_counts_stays() {
    let found = migrated("{\"schemaVersion\": 0, \"profile\": \"Ada\", \"version\": 1}");
    assert!(!found.text.contains("schemaVersion") && found.text.contains("\"version\": 1"), "{}", found.text);
    let found = migrated("{\"version\": null, \"schemaVersion\": 1, \"profile\": \"Ada\"}");
    assert!(!found.text.contains("schemaVersion") && found.text.contains("\"version\": 1"), "{}", found.text);
}

#[test]
fn a_mark_before_the_text_and_the_ends_of_its_lines_stay() {
    let found = migrated("\u{feff}{\r\n\t\"schemaVersion\": 1,\r\n\t\"profile\": \"Ada\"\r\n}\r\n");
    assert_eq!(found.text, "\u{feff}{\r\n\t\"version\": 1,\r\n\t\"profile\": \"Ada\"\r\n}\r\n");
}

#[test]
fn what_can_not_be_rewritten_is_left() {
    for (text, said) in [
        ("", "it is no portfolio"),
        ("[1]", "it is no portfolio"),
        ("{\"a\": ", "it is no portfolio"),
        ("{\"schemaVersion\": 7, \"profile\": \"Ada\"}", "update the program"),
    ] {
        let fault = rewritten(text, &nowhere()).unwrap_err();
        assert!(fault.contains(said), "{text:?}: {fault}");
    }
}

/// The corpus: what was a portfolio once is one for ever.
#[test]
fn portfolios_of_every_version_are_read_and_rewritten_without_loss() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/versions");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 6, "{files:?}");
    for file in files {
        let (name, text) = (file.display().to_string(), std::fs::read_to_string(&file).unwrap());
        let (before, problems) = read(&text, &nowhere()).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        let wrong: Vec<String> =
            problems.iter().filter(|problem| problem.severity() == Severity::Error).map(ToString::to_string).collect();
        assert_eq!(wrong, [""; 0], "{name}");
        let Rewritten { text: new, changes } = migrated(&text);
        let (after, problems) = read(&new, &nowhere()).unwrap();
        assert_eq!(before, after, "{name}");
        let left: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(left, [""; 0], "{name} is in the words of this version");
        assert_eq!(new == text, changes.is_empty(), "{name}");
        assert!(!new.contains("schemaVersion"), "{name}");
        for comment in text.lines().filter_map(|line| line.split_once("// ").map(|(_, comment)| comment)) {
            assert!(new.contains(comment), "{name} has lost {comment:?}");
        }
        assert!(!before.projects.is_empty() && !before.experience.is_empty(), "{name} says too little");
    }
}
