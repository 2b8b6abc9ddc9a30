//! What a change can break, by the files that it touches.

use std::process::Command;

use anyhow::{Context, Result};

use super::Part;
use crate::{place, step};

/// The commit that a change is held against: what has landed.
const LANDED: &str = "origin/main";

/// The tests to run of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// None: nothing that was changed comes into it.
    Nothing,
    /// These alone, as the part's own test program takes them.
    Only(Vec<String>),
    /// All.
    All,
}

/// What touches nothing that is tested but what documents say.
const WORDS: [&str; 4] = ["docs/", "README.md", "CHANGELOG.md", "THIRD-PARTY.md"];
/// What leaves everything in doubt.
const EVERYTHING: [&str; 4] = ["Cargo.toml", "Cargo.lock", ".cargo/", "xtask/src/frame/"];
/// What the page is made of.
const PAGE: [&str; 10] = [
    "src/",
    "style/",
    "public/",
    "crates/fold/src/",
    "crates/lean/src/",
    "crates/model/src/",
    "crates/lens/src/",
    "crates/draw/src/",
    "crates/markup/",
    "crates/words/",
];
/// What writes and serves the files of a site, and is no part of what runs in a browser.
const SITE: [&str; 3] = ["crates/site/", "crates/frame/", "crates/cli/"];

/// The files that are not as they have landed: committed since, or not yet.
///
/// # Errors
/// When git does not say.
pub fn files() -> Result<Vec<String>> {
    let git = |arguments: &[&str]| step::answer(Command::new("git").args(arguments).current_dir(place::project()));
    let base = git(&["merge-base", "HEAD", LANDED]).or_else(|| git(&["rev-parse", "HEAD"]));
    let base = base.context("git does not know this folder, so nobody knows what was changed")?;
    let changed = git(&["diff", "--name-only", &base]).context("git does not list what was changed")?;
    let new = git(&["ls-files", "--others", "--exclude-standard"]).unwrap_or_default();
    let mut files: Vec<String> = changed.lines().chain(new.lines()).map(str::to_owned).collect();
    files.sort();
    files.dedup();
    Ok(files)
}

/// What of a part files like these can break.
pub fn run(part: Part, files: &[String]) -> Run {
    let touches = |names: &[&str]| files.iter().any(|file| names.iter().any(|name| file.starts_with(name)));
    let own = match part {
        // Seconds, once it is compiled; and it holds the documents to the code.
        Part::Native => return if files.is_empty() { Run::Nothing } else { Run::All },
        Part::Browser => touches(&["tests/browser/"]),
        Part::E2e => touches(&["tests/e2e/support/", "tests/e2e/data/", "playwright.config.ts", "package-lock.json"]),
        Part::Engines => {
            let shared = ["calendar.ts", "diagram.ts", "machine.ts", "portfolios.ts"]
                .map(|file| format!("tests/e2e/support/{file}"));
            touches(&["tests/engines/", "tests/e2e/data/gallery/", "package-lock.json"])
                || files.iter().any(|file| shared.contains(file))
        }
        Part::Hosts => touches(&["tests/hosts/", "docs/guide/hosts/", "xtask/src/hosts.rs"]),
        Part::Trunk => {
            touches(&["tests/trunk/", "index.html", "Trunk.toml", "xtask/src/bundle.rs", "xtask/src/dev.rs"])
        }
    };
    let reached = match part {
        // A widget knows neither a site nor what starts a page.
        Part::Browser => touches(&PAGE),
        _ => touches(&PAGE) || touches(&SITE),
    };
    if own || reached || touches(&EVERYTHING) {
        return Run::All;
    }
    let specs: Vec<String> = files
        .iter()
        .filter(|file| part == Part::E2e && file.starts_with("tests/e2e/") && file.ends_with(".spec.ts"))
        .filter(|file| place::project().join(file).is_file())
        .cloned()
        .collect();
    if specs.is_empty() { Run::Nothing } else { Run::Only(specs) }
}

/// What is said of a part that is left out, or of which only some tests run.
pub fn note(part: Part, run: &Run, files: &[String]) -> Option<String> {
    let name = format!("{part:?}").to_lowercase();
    match run {
        Run::All => None,
        Run::Only(specs) => Some(format!("{name}: only {}; nothing else of it was touched", specs.join(", "))),
        Run::Nothing if files.is_empty() => Some(format!("{name}: left out, nothing was changed")),
        Run::Nothing if files.iter().all(|file| WORDS.iter().any(|word| file.starts_with(word))) => {
            Some(format!("{name}: left out, only words were changed"))
        }
        Run::Nothing => Some(format!("{name}: left out, nothing that was changed comes into it")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(files: &[&str]) -> String {
        let files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
        let all = super::super::ALL.map(|part| match run(part, &files) {
            Run::Nothing => "-".to_owned(),
            Run::All => "all".to_owned(),
            Run::Only(specs) => specs.join("+"),
        });
        all.join(" ")
    }

    #[test]
    fn a_change_runs_what_it_can_break() {
        // Native, browser, end to end, engines, hosts, trunk.
        for (files, expected) in [
            (&[][..], "- - - - - -"),
            (&["README.md", "docs/benchmarks.md"], "all - - - - -"),
            (&["tests/native/house.rs"], "all - - - - -"),
            (&["tests/e2e/axe.spec.ts"], "all - tests/e2e/axe.spec.ts - - -"),
            (&["tests/e2e/axe.spec.ts", "tests/e2e/support/test.ts"], "all - all - - -"),
            (&["tests/browser/radar.rs"], "all all - - - -"),
            (&["tests/engines/pages.spec.ts"], "all - - all - -"),
            (&["tests/e2e/support/portfolios.ts"], "all - all all - -"),
            (&["docs/guide/hosts/nginx.conf"], "all - - - all -"),
            (&["tests/hosts/caddy.test.js"], "all - - - all -"),
            (&["index.html"], "all - - - - all"),
            (&["crates/site/src/feed.rs"], "all - all all all all"),
            (&["crates/draw/tests/native/walk.rs"], "all - - - - -"),
            (&["crates/draw/src/geometry.rs"], "all all all all all all"),
            (&["src/view/app.rs"], "all all all all all all"),
            (&["Cargo.lock"], "all all all all all all"),
        ] {
            assert_eq!(runs(files), expected, "{files:?}");
        }
    }

    #[test]
    fn what_is_left_out_is_said_with_the_reason() {
        let said = |files: &[&str]| {
            let files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
            note(Part::E2e, &run(Part::E2e, &files), &files).unwrap_or_default()
        };
        assert_eq!(said(&["docs/development.md"]), "e2e: left out, only words were changed");
        assert_eq!(said(&["tests/boot/start.test.js"]), "e2e: left out, nothing that was changed comes into it");
        assert_eq!(said(&["tests/e2e/axe.spec.ts"]), "e2e: only tests/e2e/axe.spec.ts; nothing else of it was touched");
        assert_eq!(said(&["style/base.css"]), "");
    }
}
