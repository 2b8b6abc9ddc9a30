//! SARIF 2.1.0: the form in which code scanning takes results.
//!
//! Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::check::finding::Finding;
use crate::check::lines::Lines;
use crate::check::report::Report;
use crate::explain::{self, Explanation};

/// All reports as one run.
pub fn sarif(reports: &[Report]) -> String {
    let rules: Vec<&Explanation> = explain::all().collect();
    let results: Vec<Value> = reports.iter().flat_map(|report| of_file(report, &rules)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "vitrine",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules.iter().map(|rule| self::rule(rule)).collect::<Vec<_>>(),
                },
            },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(rule: &Explanation) -> Value {
    json!({
        "id": rule.code,
        "shortDescription": { "text": rule.title },
        "fullDescription": { "text": rule.meaning },
        "help": { "text": rule.text() },
    })
}

fn of_file(report: &Report, rules: &[&Explanation]) -> Vec<Value> {
    let (lines, uri) = (Lines::of(&report.text), uri(&report.name));
    let result = |finding: &Finding| {
        let (start, end) = (lines.position(finding.bytes.start), lines.position(finding.bytes.end));
        json!({
            "ruleId": finding.code,
            "ruleIndex": rules.iter().position(|rule| rule.code == finding.code),
            "level": finding.level(),
            "message": { "text": format!("{}; {}", finding.message, finding.remedy) },
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": { "uri": uri },
                    "region": {
                        "startLine": start.line,
                        "startColumn": start.column,
                        "endLine": end.line,
                        "endColumn": end.column,
                        "byteOffset": start.offset,
                        "byteLength": end.offset - start.offset,
                    },
                },
                "logicalLocations": [{ "fullyQualifiedName": finding.path.to_string() }],
            }],
        })
    };
    report.findings.iter().map(result).collect()
}

/// A path as a relative URI has it (RFC 3986, section 3.3).
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        match byte {
            b'\\' => uri.push('/'),
            b'/' | b'-' | b'.' | b'_' | b'~' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => uri.push(char::from(byte)),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_is_an_address() {
        assert_eq!(uri("a b/ä:1.json"), "a%20b/%C3%A4%3A1.json");
        assert_eq!(uri("<stdin>"), "%3Cstdin%3E");
    }
}
