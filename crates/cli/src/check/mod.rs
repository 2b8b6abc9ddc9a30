//! `check FILE`: every problem of a portfolio with its line, column, JSON path and remedy.

pub mod locate;

use std::fmt::Write as _;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anyhow::Context as _;
use vitrine_model::folder::Folder;
use vitrine_model::json_path::{JsonPath, Segment};
use vitrine_model::{Gate, Portfolio, Problem, ProblemKind, ReadError, Severity, check_beside};

use crate::folder::album;
use crate::terminal::Terminal;
use crate::{PROBLEMS, icon, portfolio_file};
use locate::Places;

/// What to check.
#[derive(clap::Args)]
pub struct Options {
    /// The portfolio files to read (default: the one of this folder)
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Prints every problem of files, in each file's order, and fails when there is one; notes are none.
///
/// # Errors
/// When a file cannot be read.
pub fn run(options: &Options, terminal: Terminal) -> anyhow::Result<ExitCode> {
    let files = match &options.files[..] {
        [] => vec![portfolio_file::find(None)?],
        files => files.iter().map(|file| portfolio_file::find(Some(file))).collect::<anyhow::Result<_>>()?,
    };
    let mut is_sound = true;
    for file in files {
        let report = report(&file, terminal)?;
        print!("{}", report.text);
        is_sound &= report.sound;
    }
    Ok(if is_sound { ExitCode::SUCCESS } else { ExitCode::from(PROBLEMS) })
}

/// Prints the problems of a file that is published all the same, and nothing of a sound one; how many places of it are not shown as
/// they are written.
///
/// # Errors
/// When the file cannot be read.
pub fn warn(file: &Path, terminal: Terminal) -> anyhow::Result<usize> {
    let report = report(file, terminal)?;
    if !report.sound {
        print!("\n{}", report.text);
    }
    Ok(report.errors)
}

fn report(file: &Path, terminal: Terminal) -> anyhow::Result<Report> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(Report::of(&bytes, file, terminal.has_colour(), album(file)))
}

/// Lines longer than this, as minified files have them, are named and not shown.
const LONGEST_SHOWN: usize = 400;

/// What is said of a file.
struct Report {
    text: String,
    /// Whether there is nothing to mend.
    sound: bool,
    /// How many errors there are: what is dropped or replaced.
    errors: usize,
}

/// A problem with its place in the text.
struct Finding {
    severity: Severity,
    message: String,
    /// The JSON path; empty for a problem of the file's grammar.
    path: String,
    bytes: Range<usize>,
}

impl Report {
    fn of(bytes: &[u8], file: &Path, colour: bool, folder: Rc<dyn Folder>) -> Self {
        let name = &*file.display().to_string();
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
                let text = format!("error: {name} is not UTF-8 text, from line {line} on; save it as UTF-8\n");
                return Self { text, sound: false, errors: 1 };
            }
        };
        let lines = Lines::of(text);
        // Places in it are places in the text.
        let json = &*portfolio_file::json(text);
        let (findings, summary) = match check_beside(json, &Gate::native(), &folder) {
            Ok(reading) => {
                let mut findings = located(json, &reading.problems);
                findings.extend(of_icon(json, &reading.value, file));
                findings.sort_by_key(|finding| finding.bytes.start);
                (findings, contents(&reading.value))
            }
            Err(error) => (vec![grammar(&lines, &error)], String::new()),
        };
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let mut report: String = findings.iter().map(|finding| finding.print(&lines, name, &renderer)).collect();
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let sound = errors + warnings == 0;
        let summary = if sound {
            format!("{name} is sound: {summary}")
        } else {
            format!("{name}: {} and {}", plural(errors, "error"), plural(warnings, "warning"))
        };
        let _ = writeln!(report, "{summary}");
        Self { text: report, sound, errors }
    }
}

impl Finding {
    fn print(&self, lines: &Lines, name: &str, renderer: &Renderer) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let title = level.primary_title(self.message.as_str());
        let (number, start, line) = lines.around(self.bytes.start);
        if line.len() > LONGEST_SHOWN || line.is_empty() {
            let column = line[..self.bytes.start - start].chars().count() + 1;
            let report = renderer.render(&[Group::with_title(title)]);
            return format!("{report}\n --> {name}:{number}:{column} {}\n\n", self.path);
        }
        // Of a list or object over many lines only the first is marked.
        let marked = self.bytes.start - start..(self.bytes.end - start).min(line.len());
        let annotation = AnnotationKind::Primary.span(marked).label(self.path.as_str());
        let snippet = Snippet::source(line).line_start(number).path(name).annotation(annotation);
        renderer.render(&[title.element(snippet)]) + "\n\n"
    }
}

/// A text with the places where its lines start.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        Self { text, starts }
    }

    /// The line that a byte is in: its number, from 1, where it starts, and its text without the line's end.
    fn around(&self, at: usize) -> (usize, usize, &'a str) {
        let number = self.starts.partition_point(|start| *start <= at);
        let start = self.starts[number - 1];
        let line = self.text[start..].lines().next().unwrap_or_default();
        (number, start, line)
    }

    /// The byte at a line and column as `serde_json` counts them: from 1, columns in bytes. Column 0 is the end of the
    /// line before.
    fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let mut at = (start + column).saturating_sub(1).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

/// Finds the places of problems, in the file's order.
fn located(text: &str, problems: &[Problem]) -> Vec<Finding> {
    let places = Places::of(text);
    let mut findings: Vec<Finding> = problems
        .iter()
        .filter(|problem| problem.kind != ProblemKind::RepeatedProperty)
        .map(|problem| {
            let bytes = match problem.kind {
                ProblemKind::UnknownProperty { .. } => places.name(&problem.path),
                _ => places.value(&problem.path),
            };
            let (severity, message) = (problem.severity(), problem.kind.to_string());
            Finding { severity, message, path: problem.path.to_string(), bytes }
        })
        .collect();
    // The scanner sees each repetition at its own place, also in parts that the reader dropped.
    findings.extend(places.repeated.iter().map(|(path, bytes)| Finding {
        severity: Severity::Warning,
        message: ProblemKind::RepeatedProperty.to_string(),
        path: path.to_string(),
        bytes: bytes.clone(),
    }));
    findings
}

/// What is wrong with the file that is named as the icon.
fn of_icon(text: &str, portfolio: &Portfolio, file: &Path) -> Option<Finding> {
    let name = portfolio.icon.as_ref()?;
    let fault = icon::read(name, file).err()?;
    let path = JsonPath(vec![Segment::Key("icon".to_owned())]);
    let message = format!("{name:?} is not taken as the icon: {fault}");
    let bytes = Places::of(text).value(&path);
    Some(Finding { severity: Severity::Error, message, path: path.to_string(), bytes })
}

/// The place where a file stops being JSON.
fn grammar(lines: &Lines, error: &ReadError) -> Finding {
    let at = match error {
        ReadError::Truncated { line, column }
        | ReadError::NotJson { line, column, .. }
        | ReadError::TooDeep { line, column } => lines.offset(*line, *column),
        _ => 0,
    };
    let next = lines.text[at..].chars().next().map_or(0, char::len_utf8);
    Finding { severity: Severity::Error, message: error.to_string(), path: String::new(), bytes: at..at + next }
}

fn contents(portfolio: &Portfolio) -> String {
    [
        plural(portfolio.sections.len(), "section"),
        plural(portfolio.projects.len(), "project"),
        plural(portfolio.experience.len(), "employer"),
        plural(portfolio.diagrams.len(), "diagram"),
        plural(portfolio.technologies.len(), "technology"),
    ]
    .join(", ")
}

fn plural(count: usize, one: &str) -> String {
    match (count, one.strip_suffix('y')) {
        (1, _) => format!("1 {one}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        _ => format!("{count} {one}s"),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::rc::Rc;

    use vitrine_model::folder::Nowhere;

    use super::Report;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let report = Report::of(bytes, Path::new("p.json"), false, Rc::new(Nowhere));
        let lines: Vec<&str> = report.text.lines().map(str::trim_end).collect();
        assert_eq!(lines.join("\n"), expected.trim());
        assert_eq!(report.sound, expected.contains("p.json is sound"));
    }

    #[test]
    fn a_sound_file_is_summed_up_in_a_line() {
        let file = br#"{"profile": {"name": "Ada", "about": ["x"]}, "technologies": [{"id": "go", "name": "Go"}]}"#;
        check(file, "p.json is sound: 1 section, 0 projects, 0 employers, 0 diagrams, 1 technology");
    }

    #[test]
    fn what_is_read_as_it_was_meant_is_a_note_and_leaves_the_file_sound() {
        check(
            br#"{"profile": {"name": "Ada", "links": [{"label": "Code", "url": "github.com/ada"}]}}"#,
            r#"
note: "github.com/ada" is read as "https://github.com/ada"; write it so
 --> p.json:1:64
  |
1 | {"profile": {"name": "Ada", "links": [{"label": "Code", "url": "github.com/ada"}]}}
  |                                                                ^^^^^^^^^^^^^^^^ profile.links[0].url

p.json is sound: 0 sections, 0 projects, 0 employers, 0 diagrams, 0 technologies"#,
        );
    }

    #[test]
    fn a_problem_is_shown_at_its_line_with_its_path_and_remedy() {
        check(
            b"{\n  \"profile\": {\"name\": \"Ada\", \"nam\": 1},\n  \"writing\": [{}, {\"title\": \"\xc3\xa9\", \"date\": \"no\"}]\n}",
            r#"
warning: unknown property "nam"; did you mean "name"?
 --> p.json:2:30
  |
2 |   "profile": {"name": "Ada", "nam": 1},
  |                              ^^^^^ profile.nam

error: the property "title" is missing; add it
 --> p.json:3:15
  |
3 |   "writing": [{}, {"title": "é", "date": "no"}]
  |               ^^ writing[0]

error: "no" is no date; write it as 2025, 2025-03 or 2025-03-14
 --> p.json:3:42
  |
3 |   "writing": [{}, {"title": "é", "date": "no"}]
  |                                          ^^^^ writing[1].date

p.json: 2 errors and 1 warning"#,
        );
    }

    #[test]
    fn an_icon_that_is_none_is_shown_at_its_place_with_what_to_do() {
        check(
            br#"{"profile": {"name": "Ada"}, "icon": "me.svg"}"#,
            r#"
error: "me.svg" is not taken as the icon: there is no such file; put it at me.svg, or mend the name
 --> p.json:1:38
  |
1 | {"profile": {"name": "Ada"}, "icon": "me.svg"}
  |                                      ^^^^^^^^ icon

p.json: 1 error and 0 warnings"#,
        );
    }

    #[test]
    fn a_property_written_twice_is_shown_at_its_second_place() {
        check(
            br#"{"profile": {"name": "Ada"}, "profile": {"name": "Grace"}}"#,
            r#"
warning: written twice in one object; only the last one counts
 --> p.json:1:30
  |
1 | {"profile": {"name": "Ada"}, "profile": {"name": "Grace"}}
  |                              ^^^^^^^^^ profile

p.json: 0 errors and 1 warning"#,
        );
    }

    #[test]
    fn what_is_no_json_is_shown_where_it_stops_being_it() {
        check(
            b"{\n  \"a\": 1;\n}",
            "
error: the file is not JSON: expected `,` or `}` at line 2, column 9
 --> p.json:2:9
  |
2 |   \"a\": 1;
  |         ^

p.json: 1 error and 0 warnings",
        );
        check(b"{\"a\"\xff", "error: p.json is not UTF-8 text, from line 1 on; save it as UTF-8");
        check(b"", "error: the file is empty\n --> p.json:1:1\n\np.json: 1 error and 0 warnings");
    }

    #[test]
    fn a_line_of_a_minified_file_is_named_and_not_shown() {
        let file = format!("{{\"profile\": {{\"name\": \"Ada\", \"headline\": \"{}\", \"x\": 1}}}}", "x".repeat(500));
        let expected = "warning: unknown property \"x\"; the properties here are name, headline, tagline, location, availability, about, links, photo, resume\n --> p.json:1:545 profile.x\n\np.json: 0 errors and 1 warning";
        check(file.as_bytes(), expected);
    }
}
