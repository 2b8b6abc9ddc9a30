//! Mermaid: flowcharts, and sequence diagrams as diagrams with a flow. A Markdown file gives every one that it holds.

mod flowchart;
mod label;
mod link;
mod sequence;
mod shape;
mod statement;

use std::collections::BTreeMap;

use vitrine_model::id;

use crate::{Import, ImportError, Value};

/// How Markdown begins a block of Mermaid.
const FENCES: [&str; 4] = ["```mermaid", "~~~mermaid", "``` mermaid", ":::mermaid"];

/// What people write in Mermaid that is no diagram of this kind.
const READ: &str = "flowchart, graph and sequenceDiagram are read";

/// One diagram's text, and what it is called.
struct Source {
    name: String,
    text: String,
}

/// Reads the diagrams of files, each with the name of those that have no title.
///
/// # Errors
/// When there is none that can be read.
pub fn read(files: &[(String, String)]) -> Result<Import, ImportError> {
    let (mut taken, mut notes) = (BTreeMap::new(), Vec::new());
    let mut diagrams = Vec::new();
    let sources: Vec<Source> = files.iter().flat_map(|(name, text)| sources(text, name)).collect();
    let is_one = sources.len() == 1;
    for source in sources {
        match diagram(&source, &mut taken) {
            Ok((diagram, told)) => {
                diagrams.push(diagram);
                notes.extend(
                    told.into_iter().map(|line| if is_one { line } else { [&source.name, ": ", &line].concat() }),
                );
            }
            Err(error) if is_one => return Err(error),
            Err(error) => notes.push(error.0),
        }
    }
    if diagrams.is_empty() {
        return Err(ImportError(format!("there is no diagram in it that can be read; {READ}")));
    }
    Ok(Import { portfolio: Value::object([("version", 1_u64.into()), ("diagrams", Value::List(diagrams))]), notes })
}

/// The texts of diagrams: the whole, or the blocks of Markdown, named by the headings above them.
fn sources(text: &str, name: &str) -> Vec<Source> {
    let is_fence =
        |line: &str| FENCES.iter().find(|fence| line.trim_start().starts_with(**fence)).map(|fence| &fence[..3]);
    if !text.lines().any(|line| is_fence(line).is_some()) {
        return vec![Source { name: name.to_owned(), text: text.to_owned() }];
    }
    let mut sources: Vec<Source> = Vec::new();
    let (mut heading, mut open) = (name.to_owned(), None);
    for line in text.lines() {
        match open {
            Some(end) if line.trim_start().starts_with(end) => open = None,
            Some(_) => {
                if let Some(source) = sources.last_mut() {
                    source.text += line;
                    source.text.push('\n');
                }
            }
            None => {
                open = is_fence(line);
                if open.is_some() {
                    sources.push(Source { name: heading.clone(), text: String::new() });
                } else if line.starts_with('#') {
                    line.trim_matches('#').trim().clone_into(&mut heading);
                }
            }
        }
    }
    sources
}

fn diagram(source: &Source, taken: &mut BTreeMap<String, usize>) -> Result<(Value, Vec<String>), ImportError> {
    let Head { kind, title, body, line } = head(&source.text);
    let drawn = match kind.split_whitespace().next() {
        Some("flowchart" | "graph" | "flowchart-elk") => flowchart::read(&kind, &body, line),
        Some("sequenceDiagram") => sequence::read(&body, line),
        Some(other) => Err(ImportError(format!("{}: a Mermaid {other:?} can't be read; {READ}", source.name))),
        None => Err(ImportError(format!("{}: there is no diagram in it; {READ}", source.name))),
    };
    let mut drawn = drawn?;
    if drawn.nodes.is_empty() {
        return Err(ImportError(format!("{}: the diagram has no boxes", source.name)));
    }
    let title = drawn.title.take().or(title).unwrap_or_else(|| source.name.clone());
    let slug = Some(id::slug(&title)).filter(|slug| id::fits_path(slug)).unwrap_or_else(|| "diagram".to_owned());
    let id = id::free(&slug, taken);
    let diagram = Value::object([
        ("id", id.as_str().into()),
        ("name", id.as_str().into()),
        ("title", Some(title).filter(|title| *title != id).into()),
        ("caption", drawn.caption.into()),
        ("nodes", Value::List(drawn.nodes)),
        ("edges", Value::List(drawn.edges)),
        ("groups", Value::List(drawn.groups)),
        ("flows", Value::List(drawn.flows)),
    ]);
    Ok((diagram, drawn.notes))
}

/// What a text draws.
#[derive(Default)]
struct Drawn {
    title: Option<String>,
    caption: Option<String>,
    nodes: Vec<Value>,
    edges: Vec<Value>,
    groups: Vec<Value>,
    flows: Vec<Value>,
    notes: Vec<String>,
}

impl Drawn {
    fn say(&mut self, line: String) {
        if !self.notes.contains(&line) {
            self.notes.push(line);
        }
    }
}

/// What stands ahead of a diagram's statements.
struct Head {
    /// The line that says what it is.
    kind: String,
    title: Option<String>,
    body: String,
    /// The number of the body's first line.
    line: usize,
}

/// Takes the front matter, directives and comments off.
fn head(text: &str) -> Head {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let (mut title, mut in_matter, mut is_first) = (None, false, true);
    let mut lines = text.lines().enumerate();
    for (number, line) in lines.by_ref() {
        let line = line.trim();
        if line.is_empty() || line.starts_with("%%") {
            continue;
        }
        if line == "---" && (is_first || in_matter) {
            in_matter = !in_matter;
        } else if in_matter {
            let said = line.strip_prefix("title:").map(|title| title.trim().trim_matches(['"', '\'']).to_owned());
            title = title.or(said.filter(|title| !title.is_empty()));
        } else {
            let (kind, first) = line.split_once(';').unwrap_or((line, ""));
            let rest: Vec<&str> = std::iter::once(first).chain(lines.map(|(_, line)| line)).collect();
            return Head { kind: kind.trim().to_owned(), title, body: rest.join("\n"), line: number + 1 };
        }
        is_first = false;
    }
    Head { kind: String::new(), title, body: String::new(), line: 0 }
}
