//! One JSON file in, one promise out: a [`Portfolio`] whose ids resolve, whose dates exist and whose links passed the gate,
//! and a list of everything that was dropped.
//!
//! [`document`] declares the format, [`read`] drops what does not fit it and reports each drop as a [`Problem`], and
//! what is left is a [`Portfolio`]. `check` reports what is wrong in the dropped parts as well. [`route`] says which pages a
//! portfolio has and how their addresses are spelt, [`title`] what they are called. What one page shows of it is a
//! [`Portfolio::excerpt`], and [`compact`] is the text in which a page holds that.
//!
//! Never fails for one bad item, and never knows how anything is shown, found or drawn.

#[cfg(not(target_arch = "wasm32"))]
mod check;
pub mod compact;
pub mod date;
mod doc;
pub mod document;
mod excerpt;
mod fit;
pub mod folder;
pub mod href;
pub mod id;
mod json;
pub mod json_path;
mod list;
pub mod markdown;
pub mod marks;
mod parse;
pub mod portfolio;
pub mod problem;
mod read_error;
pub mod route;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod shape;
mod speech;
pub mod suggest;
pub mod title;

mod validate;
pub mod version;
pub mod written;

use std::rc::Rc;

use document::{DiagramDoc, Document};
use folder::{Folder, Nowhere};
use json::Json;
use speech::{Heard, Speech};

#[cfg(not(target_arch = "wasm32"))]
pub use check::{check, check_beside};
pub use date::{Day, Month, PartialDate};
pub use href::{Gate, Href};
pub use json_path::{JsonPath, Segment};
pub use markdown::{Markdown, Piece, Tag};
#[cfg(not(target_arch = "wasm32"))]
pub use parse::mended;
pub use portfolio::*;
pub use problem::{Problem, ProblemKind, Severity};
pub use read_error::ReadError;
pub use vitrine_words::Words;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 5_000_000;

/// What is read from a file: the sound part of it, and everything that was wrong.
#[derive(Debug)]
pub struct Reading<T> {
    /// The sound part.
    pub value: T,
    /// What was dropped or doubted, in the order in which it was found.
    pub problems: Vec<Problem>,
}

/// Reads a portfolio, keeping everything that is sound. Its pages speak the language that it names first.
///
/// ```
/// use vitrine_model::{Gate, read};
///
/// let text = r#"{ "profile": { "name": "Ada", "agee": 36 } }"#;
/// let reading = read(text, &Gate { parse: |_| None })?;
/// assert_eq!(reading.value.profile.name, "Ada");
/// assert_eq!(reading.problems[0].path.to_string(), "profile.agee");
/// # Ok::<(), vitrine_model::ReadError>(())
/// ```
///
/// # Errors
/// When nothing can be kept: too large, not JSON, too deep, or no object at all.
#[cfg(not(target_arch = "wasm32"))]
pub fn read(text: &str, gate: &Gate) -> Result<Reading<Portfolio>, ReadError> {
    read_beside(text, gate, Rc::new(Nowhere))
}

/// The same with what lies beside the file.
///
/// # Errors
/// As [`read`].
#[cfg(not(target_arch = "wasm32"))]
pub fn read_beside(text: &str, gate: &Gate, folder: Rc<dyn Folder>) -> Result<Reading<Portfolio>, ReadError> {
    Ok(checked(parse::object(text)?, *gate, folder, Speech::default()))
}

/// The same in one of the languages that the file is written in.
///
/// # Errors
/// As [`read`].
#[cfg(not(target_arch = "wasm32"))]
pub fn read_in(
    text: &str,
    gate: &Gate,
    folder: Rc<dyn Folder>,
    language: &str,
) -> Result<Reading<Portfolio>, ReadError> {
    let speech = Speech { language: Some(language.to_owned()), words: None };
    Ok(checked(parse::object(text)?, *gate, folder, speech))
}

/// The same for pages that have no other words than these.
///
/// # Errors
/// As [`read`].
pub fn read_with(text: &str, gate: &Gate, words: Words) -> Result<Reading<Portfolio>, ReadError> {
    let speech = Speech { language: None, words: Some(words) };
    Ok(checked(parse::object(text)?, *gate, Rc::new(Nowhere), speech))
}

/// What is sound of a file, and what was wrong.
fn checked(json: Json, gate: Gate, folder: Rc<dyn Folder>, speech: Speech) -> Reading<Portfolio> {
    let mut check = validate::Check::new(gate, folder, speech.heard_in(&json));
    let mut doc = check.file(json, Document::FIELDS);
    let value = validate::portfolio(&mut check, &mut doc);
    Reading { value, problems: check.into_problems() }
}

/// Reads a diagram file of the shape that `?diagram-url=` takes, by the rules of [`read`]; technologies are
/// looked up in `portfolio`, and neither an unknown one nor an unknown property is a problem.
///
/// # Errors
/// As [`read`], and when no node is left.
pub fn read_diagram(text: &str, portfolio: &Portfolio, gate: &Gate) -> Result<Reading<Diagram>, ReadError> {
    let check = validate::Check::new(*gate, Rc::new(Nowhere), Heard::of(portfolio)).lenient(portfolio);
    let (diagram, problems) = diagram(parse::object(text)?, check, &portfolio.diagrams);
    let first = problems.iter().find(|problem| problem.severity() == Severity::Error).map(ToString::to_string);
    let missing = ReadError::NoDiagram { reason: first.unwrap_or_default() };
    diagram.map(|value| Reading { value, problems }).ok_or(missing)
}

/// Reads what is to be laid out, a diagram file that needs no name, by the rules of [`read`]; it knows no technologies
/// and no links.
///
/// # Errors
/// As [`read_diagram`].
pub fn read_graph(text: &str) -> Result<Diagram, ReadError> {
    let mut json = parse::object(text)?;
    if let Json::Object(properties) = &mut json {
        properties.retain(|(name, _)| name != "name");
        properties.push(("name".to_owned(), Json::Text("graph".to_owned())));
    }
    // It needs no words of all that can be wrong with a portfolio.
    let (diagram, _) = diagram(json, validate::Check::of_graph(), &[]);
    diagram.ok_or_else(|| ReadError::NoDiagram { reason: "nodes: no sound node is left in it".to_owned() })
}

fn diagram(json: Json, mut check: validate::Check, others: &[Diagram]) -> (Option<Diagram>, Vec<Problem>) {
    let mut doc = check.file(json, DiagramDoc::FIELDS);
    let diagram = validate::lone_diagram(&mut check, &mut doc, others);
    (diagram, check.into_problems())
}
