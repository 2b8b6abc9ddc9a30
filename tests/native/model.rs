//! What `model` promises: everything sound is kept, everything else is reported, and nothing panics.

mod check;
mod compact;
mod dates;
mod fields;
mod files;
mod flows;
mod limits;
mod links;
mod meant;
mod mutations;
mod projects;
mod prose;
mod schema;
mod sound;

use vitrine::model::{Gate, Portfolio, Reading, read};

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
