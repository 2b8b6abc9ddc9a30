//! With the line that each is in, for people.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use vitrine_model::Severity;

use crate::check::finding::Finding;
use crate::check::lines::Lines;
use crate::check::report::{Report, plural};

/// Lines longer than this, as minified files have them, are named and not shown.
const LONGEST_SHOWN: usize = 400;

/// The problems, and a line that sums them up.
pub fn human(report: &Report, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let (lines, name) = (Lines::of(&report.text), &*report.name);
    let mut text: String = report.findings.iter().map(|finding| one(finding, &lines, name, &renderer)).collect();
    let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
    let _ = if report.is_sound() {
        writeln!(text, "{name} is sound: {}", report.contents)
    } else {
        writeln!(text, "{name}: {} and {}", plural(errors, "error"), plural(warnings, "warning"))
    };
    text
}

fn one(finding: &Finding, lines: &Lines, name: &str, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let path = finding.path.to_string();
    let title = level.primary_title(finding.message.as_str()).id(finding.code);
    let (number, start, line) = lines.around(finding.bytes.start);
    if line.len() > LONGEST_SHOWN || line.is_empty() {
        let column = lines.position(finding.bytes.start).column;
        let (report, help) = (renderer.render(&[Group::with_title(title)]), &finding.remedy);
        let place = format!("{report}\n --> {name}:{number}:{column} {path}");
        return format!("{}\n  = help: {help}\n\n", place.trim_end());
    }
    // Of a list or object over many lines only the first is marked.
    let marked = finding.bytes.start - start..(finding.bytes.end - start).min(line.len());
    let annotation = AnnotationKind::Primary.span(marked).label(path);
    let snippet = Snippet::source(line).line_start(number).path(name).annotation(annotation);
    let help = Level::HELP.message(finding.remedy.as_str());
    renderer.render(&[title.element(snippet).element(help)]) + "\n\n"
}
