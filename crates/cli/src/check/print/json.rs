//! One JSON object, which `docs/guide/check.md` describes.

use serde_json::{Value, json};
use vitrine_model::Severity;

use crate::check::lines::{Lines, Position};
use crate::check::report::Report;

/// The version of this object. Properties may be added to one.
const VERSION: u32 = 1;

/// All reports in one object.
pub fn json(reports: &[Report]) -> String {
    let files: Vec<Value> = reports.iter().map(file).collect();
    let whole = json!({ "version": VERSION, "files": files });
    format!("{whole:#}\n")
}

fn file(report: &Report) -> Value {
    let lines = Lines::of(&report.text);
    let problem = |finding: &crate::check::finding::Finding| {
        json!({
            "code": finding.code,
            "severity": finding.level(),
            "message": finding.message,
            "remedy": finding.remedy,
            "path": finding.path.to_string(),
            "range": {
                "start": position(lines.position(finding.bytes.start)),
                "end": position(lines.position(finding.bytes.end)),
            },
        })
    };
    json!({
        "file": report.name,
        "sound": report.is_sound(),
        "errors": report.count(Severity::Error),
        "warnings": report.count(Severity::Warning),
        "notes": report.count(Severity::Note),
        "problems": report.findings.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn position(Position { line, column, offset }: Position) -> Value {
    json!({ "line": line, "column": column, "offset": offset })
}
