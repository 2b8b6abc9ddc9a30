//! How reports are written: for people, and for programs.

mod github;
mod human;
mod json;
mod sarif;
mod short;

use super::report::Report;
pub use human::human;

/// How problems are written
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// With the line that each is in, and what to do
    #[default]
    Human,
    /// One line each: file, line, column, code, message
    Short,
    /// One JSON object, with ranges
    Json,
    /// SARIF 2.1.0, which code scanning reads
    Sarif,
    /// Commands of a GitHub workflow, which marks the lines
    Github,
}

/// Writes reports.
pub fn print(format: Format, reports: &[Report], colour: bool, is_quiet: bool) -> String {
    match format {
        Format::Human => {
            let is_shown = |report: &&Report| !(is_quiet && report.findings.is_empty());
            reports.iter().filter(is_shown).map(|report| human(report, colour)).collect()
        }
        Format::Short => reports.iter().map(short::short).collect(),
        Format::Json => json::json(reports),
        Format::Sarif => sarif::sarif(reports),
        Format::Github => reports.iter().map(github::github).collect(),
    }
}
