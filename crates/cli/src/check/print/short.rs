//! One line each, which editors and `grep` read.

use std::fmt::Write as _;

use crate::check::lines::Lines;
use crate::check::report::Report;

/// `file:line:column: error[V0103]: message; remedy`.
pub fn short(report: &Report) -> String {
    let (lines, mut text) = (Lines::of(&report.text), String::new());
    for finding in &report.findings {
        let at = lines.position(finding.bytes.start);
        let (level, code, said, remedy) = (finding.level(), finding.code, &finding.message, &finding.remedy);
        let _ = writeln!(text, "{}:{}:{}: {level}[{code}]: {said}; {remedy}", report.name, at.line, at.column);
    }
    text
}
