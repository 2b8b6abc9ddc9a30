//! The samples that the packages of JSON Resume and Mermaid bring: nothing of them is lost. `samples/` says whose they are.

use std::fs;
use std::path::{Path, PathBuf};

use vitrine_import::{json_resume, mermaid};
use vitrine_model::{Diagram, Gate, Severity, check};

/// Fields of a résumé whose words a portfolio has, too.
const WORDS: [&str; 21] = [
    "area",
    "awarder",
    "courses",
    "description",
    "entity",
    "fluency",
    "highlights",
    "institution",
    "issuer",
    "keywords",
    "label",
    "language",
    "name",
    "organization",
    "position",
    "publisher",
    "reference",
    "roles",
    "studyType",
    "summary",
    "title",
];

fn samples(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == ending));
    files.sort();
    files
}

#[track_caller]
fn assert_sound(file: &str) {
    let problems = check(file, &Gate::native()).unwrap().problems;
    let problems = problems.iter().filter(|problem| problem.severity() != Severity::Note);
    let problems: Vec<String> = problems.map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{problems:#?}\n{file}");
}

/// Every text in those fields.
fn words(value: &serde_json::Value, field: &str, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) if WORDS.contains(&field) => found.push(text.clone()),
        serde_json::Value::Array(entries) => entries.iter().for_each(|entry| words(entry, field, found)),
        serde_json::Value::Object(fields) => fields.iter().for_each(|(field, value)| words(value, field, found)),
        _ => {}
    }
}

#[test]
fn each_resume_becomes_a_sound_portfolio_with_all_of_its_words() {
    let files = samples("json-resume", "json");
    assert_eq!(files.len(), 5);
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let portfolio = json_resume::read(&text).unwrap().portfolio.file();
        assert_sound(&portfolio);
        let mut all = Vec::new();
        words(&serde_json::from_str(&text).unwrap(), "", &mut all);
        assert!(all.len() > 30, "{}", file.display());
        for words in all {
            assert!(portfolio.contains(&words), "{}: {words:?} is lost\n{portfolio}", file.display());
        }
    }
}

/// How many boxes, arrows, groups and steps, also those within blocks, a diagram has.
fn counts(file: &str, diagram: &Diagram) -> [usize; 4] {
    let steps = file.matches("\"from\"").count() + file.matches("\"node\"").count();
    [diagram.nodes.len(), diagram.edges.len(), diagram.groups.len(), steps]
}

#[test]
fn each_diagram_has_all_of_its_boxes_arrows_boundaries_and_steps() {
    let found: Vec<(String, [usize; 4])> = samples("mermaid", "mmd")
        .iter()
        .map(|file| {
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            let import = mermaid::read(&[(name.clone(), fs::read_to_string(file).unwrap())]).unwrap();
            assert_eq!(import.notes, Vec::<String>::new(), "{name}");
            let mut portfolio = import.portfolio;
            portfolio.set("profile", "Ada".into());
            let file = portfolio.file();
            assert_sound(&file);
            let diagrams = check(&file, &Gate::native()).unwrap().value.diagrams;
            assert_eq!(diagrams.len(), 1, "{name}");
            (name, counts(&file, &diagrams[0]))
        })
        .collect();
    let expected = [
        ("flowchart-0", [6, 5, 0, 0]),
        ("flowchart-1", [9, 10, 0, 0]),
        ("flowchart-2", [8, 8, 3, 0]),
        ("flowchart-3", [6, 6, 0, 0]),
        ("sequence-0", [2, 1, 0, 4]),
        ("sequence-1", [4, 3, 0, 8]),
        ("sequence-2", [4, 4, 0, 8]),
    ];
    assert_eq!(found, expected.map(|(name, counts)| (name.to_owned(), counts)));
}
