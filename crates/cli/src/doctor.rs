//! `doctor`: what each verb needs, and whether this machine and folder have it.

mod here;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::json;

use crate::FAILURE;
use crate::terminal::{Terminal, print};

/// Of which portfolio and folder, and how it is told.
#[derive(clap::Args)]
pub struct Options {
    /// The portfolio (default: the one of this folder)
    #[arg(long, value_name = "FILE")]
    portfolio: Option<PathBuf>,
    /// The folder that sites are written into
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    /// A folder with another front end than the command's own
    #[arg(long, value_name = "DIR")]
    frame: Option<PathBuf>,
    /// The browser that prints, by its path or name (default: the first that is found)
    #[arg(long, value_name = "FILE")]
    browser: Option<PathBuf>,
    /// For people, or for programs
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// How it is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A table
    #[default]
    Human,
    /// An array of objects
    Json,
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// As it has to be.
    Well,
    /// Something to know, which stops nothing.
    Note,
    /// Not there; only the verbs that need it do without.
    Missing,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Well => "ok",
            Self::Note => "note",
            Self::Missing => "missing",
        }
    }
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    /// What it is.
    what: &'static str,
    /// The verbs that need it.
    verbs: &'static [&'static str],
    state: State,
    /// What was found.
    found: String,
    /// What to do, where something is to be done.
    advice: Option<String>,
}

impl Finding {
    fn well(what: &'static str, verbs: &'static [&'static str], found: impl Into<String>) -> Self {
        Self { what, verbs, state: State::Well, found: found.into(), advice: None }
    }

    fn but(self, state: State, advice: impl Into<String>) -> Self {
        Self { state, advice: Some(advice.into()), ..self }
    }

    /// Whether `build` can't do without it.
    fn stops_build(&self) -> bool {
        self.state == State::Missing && self.verbs.contains(&"build")
    }
}

/// Tells what there is; fails with [`FAILURE`] when `build` lacks something.
pub fn run(options: &Options, terminal: Terminal) -> ExitCode {
    let findings = terminal.step("Looking around", || here::all(options));
    match options.format {
        Format::Human => print(table(&findings, terminal.has_colour())),
        Format::Json => print(format_args!("{:#}\n", json(&findings))),
    }
    if findings.iter().any(Finding::stops_build) { ExitCode::from(FAILURE) } else { ExitCode::SUCCESS }
}

fn json(findings: &[Finding]) -> serde_json::Value {
    let object = |finding: &Finding| {
        let Finding { what, verbs, state, found, advice } = finding;
        json!({ "what": what, "verbs": verbs, "state": state.word(), "found": found, "advice": advice })
    };
    findings.iter().map(object).collect()
}

/// A line each, with what to do below it, and at the end what that means.
fn table(findings: &[Finding], has_colour: bool) -> String {
    let width = |text: fn(&Finding) -> &str| {
        findings.iter().map(|finding| text(finding).chars().count()).max().unwrap_or_default()
    };
    let what = width(|finding| finding.what);
    let state = width(|finding| finding.state.word());
    let mut text = String::new();
    for finding in findings {
        let word = finding.state.word();
        let (start, end) = match finding.state {
            _ if !has_colour => ("", ""),
            State::Well => ("\x1b[32m", "\x1b[0m"),
            State::Note => ("\x1b[33m", "\x1b[0m"),
            State::Missing => ("\x1b[31m", "\x1b[0m"),
        };
        let _ = writeln!(text, "{start}{word:state$}{end}  {:what$}  {}", finding.what, finding.found);
        if let Some(advice) = &finding.advice {
            let verbs = finding.verbs.join(", ");
            let verbs = if verbs.is_empty() || finding.state != State::Missing {
                String::new()
            } else {
                format!(" (for {verbs})")
            };
            let _ = writeln!(text, "{:indent$}{advice}{verbs}", "", indent = state + what + 4);
        }
    }
    let lacking: Vec<&str> =
        findings.iter().filter(|finding| finding.stops_build()).map(|finding| finding.what).collect();
    let _ = match &lacking[..] {
        [] => writeln!(text, "`vitrine build` has all that it needs."),
        lacking => writeln!(text, "`vitrine build` lacks: {}.", lacking.join(", ")),
    };
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings() -> Vec<Finding> {
        vec![
            Finding::well("engine", &[], "1.0"),
            Finding::well("browser", &["export pdf"], "none").but(State::Missing, "install one"),
            Finding::well("colours", &[], "NO_COLOR").but(State::Note, "unset it for colours"),
        ]
    }

    #[test]
    fn what_is_missing_is_told_with_what_to_do_and_for_which_verb() {
        let expected = "ok       engine   1.0\nmissing  browser  none\n                  install one (for export pdf)\n\
                        note     colours  NO_COLOR\n                  unset it for colours\n`vitrine build` has all that it needs.\n";
        assert_eq!(table(&findings(), false), expected);
        assert!(table(&findings(), true).contains("\x1b[31mmissing\x1b[0m  browser"));
    }

    #[test]
    fn only_what_build_needs_stops_it() {
        let mut all = findings();
        assert!(!all.iter().any(Finding::stops_build));
        all.push(Finding::well("front end", &["build", "export html"], "none").but(State::Missing, "get one"));
        assert!(all.iter().any(Finding::stops_build));
        assert!(table(&all, false).ends_with("`vitrine build` lacks: front end.\n"));
    }

    #[test]
    fn programs_are_told_the_same() {
        let told = json(&findings());
        assert_eq!(
            told[1],
            json!({"what": "browser", "verbs": ["export pdf"], "state": "missing", "found": "none", "advice": "install one"})
        );
        assert_eq!(told[0]["advice"], serde_json::Value::Null);
    }
}
