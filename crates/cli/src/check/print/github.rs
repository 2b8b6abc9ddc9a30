//! Commands of a GitHub workflow, which show each problem at its line of a pull request.
//!
//! Source: GitHub Docs, "Workflow commands for GitHub Actions"; what is escaped is that of `@actions/core`.

use std::fmt::Write as _;

use vitrine_model::Severity;

use crate::check::lines::Lines;
use crate::check::report::Report;
use crate::explain;

/// `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=…::message`.
pub fn github(report: &Report) -> String {
    let (lines, mut text) = (Lines::of(&report.text), String::new());
    for finding in &report.findings {
        let level = if finding.severity == Severity::Note { "notice" } else { finding.level() };
        let (start, end) = (lines.position(finding.bytes.start), lines.position(finding.bytes.end));
        // Columns count within one line only.
        let columns = if start.line == end.line {
            format!(",col={},endColumn={}", start.column, end.column)
        } else {
            String::new()
        };
        let title = explain::of(finding.code).map_or("", |explanation| explanation.title);
        let _ = writeln!(
            text,
            "::{level} file={},line={},endLine={}{columns},title={}::{}",
            property(&report.name),
            start.line,
            end.line,
            property(&format!("{}: {title}", finding.code)),
            data(&format!("{}\n{}", finding.message, finding.remedy)),
        );
    }
    text
}

/// What follows the second pair of colons.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn what_would_end_a_command_or_a_property_is_escaped() {
        assert_eq!(data("50 %\r\na: b, c"), "50 %25%0D%0Aa: b, c");
        assert_eq!(property("50 %, a: b"), "50 %25%2C a%3A b");
    }
}
