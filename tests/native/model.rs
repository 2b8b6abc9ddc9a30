//! What `model` promises: everything sound is kept, everything else is reported, and nothing panics.

mod check;
mod compact;
mod dates;
mod fields;
mod files;
mod flows;
mod language;
mod limits;
mod links;
mod meant;
mod mutations;
mod periods;
mod perspectives;
mod projects;
mod prose;
mod schema;
mod sound;
mod systems;

use std::path::{Path, PathBuf};

use vitrine::model::{Gate, Portfolio, Reading, read};

/// The JSON files in a folder of the project, by name.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(&folder).expect("the folder is there").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    assert!(!files.is_empty(), "{} holds files", folder.display());
    files
}

/// Reads a text that holds one object and holds what came of it to the promise.
#[track_caller]
fn reading(text: &str) -> Reading<Portfolio> {
    let reading = read(text, &Gate::native()).unwrap_or_else(|error| panic!("{error}\n{text:.300}"));
    sound::assert_sound(&reading.value);
    reading
}

/// The problems of a file, one a line.
fn report(reading: &Reading<Portfolio>) -> String {
    reading.problems.iter().map(|problem| format!("{:?} {problem}", problem.severity()) + "\n").collect()
}

/// A portfolio that says something in every field.
fn full() -> &'static str {
    include_str!("data/valid/full.json")
}
