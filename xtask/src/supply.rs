//! What the project takes from others: crates under licences and from sources that `deny.toml` allows, and no crate or
//! package with a known fault that nobody has looked at.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::tool::Tool;
use crate::{packages, place, step};

/// Faults of npm packages that somebody has looked at, each with why it does no harm here.
const TRIAGED: &str = ".ci/npm-audit.json";
/// Set to `required` where the lists of known faults must be reached, as on a hosted machine.
const REACH: &str = "VITRINE_ADVISORIES";

/// Checks crates and packages.
///
/// # Errors
/// When one of them is not allowed or has a fault, or a list of faults that is required can't be reached.
pub fn check() -> Result<()> {
    crates()?;
    packages::ready()?;
    npm()
}

fn crates() -> Result<()> {
    let deny = Tool::deny().ready()?;
    let deny = |arguments: &[&str]| {
        let mut command = Command::new(&deny);
        command.args(["--workspace", "--all-features"]).args(arguments).current_dir(place::project());
        command
    };
    step::announce("Check the crates' licences and sources", "a few seconds");
    let remedy = "deny.toml says what is allowed, and why.";
    step::run(&mut deny(&["--locked", "check", "bans", "licenses", "sources"]), remedy)?;
    step::announce("Check the crates against RustSec's list of faults", "a few seconds");
    if step::answer(&mut deny(&["fetch", "db"])).is_none() {
        return unreachable("RustSec's list of faults of crates");
    }
    step::run(&mut deny(&["--locked", "check", "--disable-fetch", "advisories"]), remedy)
}

fn npm() -> Result<()> {
    step::announce("Check the npm packages against the registry's list of faults", "a few seconds");
    let npm = which::which("npm").context("there is no npm: install Node 20 or newer")?;
    // It fails where it finds something, too; what it found is what counts.
    let output = Command::new(npm).args(["audit", "--json"]).current_dir(place::project()).output();
    let Some(found) = faults(&output.context("npm does not start")?.stdout) else {
        return unreachable("the npm registry's list of faults");
    };
    let path = place::project().join(TRIAGED);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let triaged: BTreeMap<String, String> =
        serde_json::from_str(&text).with_context(|| format!("{TRIAGED} is no list of faults with reasons"))?;
    for gone in triaged.keys().filter(|id| !found.contains_key(*id)) {
        step::note(&format!("{TRIAGED} names {gone}, which is found no more."));
    }
    let new: Vec<&str> =
        found.iter().filter(|(id, _)| !triaged.contains_key(*id)).map(|(_, said)| said.as_str()).collect();
    if !new.is_empty() {
        bail!(
            "npm packages have faults:\n    {}\nUpdate them, or say in {TRIAGED} why that does no harm.",
            new.join("\n    ")
        );
    }
    step::note(&format!("{} known, each with a reason in {TRIAGED}.", found.len()));
    Ok(())
}

fn unreachable(what: &str) -> Result<()> {
    if std::env::var(REACH).is_ok_and(|value| value == "required") {
        bail!("{what} can't be reached, and {REACH} asks for it");
    }
    step::note(&format!("Not checked: {what} can't be reached from this machine."));
    Ok(())
}

/// The faults in what `npm audit --json` says, each by its number with a line about it; none if it says nothing of the kind.
fn faults(said: &[u8]) -> Option<BTreeMap<String, String>> {
    let said: Value = serde_json::from_slice(said).ok()?;
    let packages = said["vulnerabilities"].as_object()?.values();
    // A package is listed, too, for one that it needs; then only that one's name stands there.
    let causes = packages.filter_map(|package| package["via"].as_array()).flatten().filter(|cause| cause.is_object());
    let fault = |cause: &Value| {
        let url = cause["url"].as_str().unwrap_or_default();
        let id = url.rsplit('/').next().unwrap_or(url).to_owned();
        let word = |key: &str| cause[key].as_str().unwrap_or("?").to_owned();
        let line = format!("{id} {}: {} ({}, {})", word("name"), word("title"), word("severity"), word("range"));
        (id, line)
    };
    Some(causes.map(fault).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_fault_is_found_once_however_many_packages_have_it() {
        let said = br#"{"vulnerabilities": {
            "ip": {"via": [{"name": "ip", "title": "SSRF", "url": "https://a.test/GHSA-1", "severity": "high", "range": "<=2"}]},
            "server": {"via": ["ip"]}}}"#;
        let found = faults(said).expect("a list");
        assert_eq!(found.into_values().collect::<Vec<_>>(), ["GHSA-1 ip: SSRF (high, <=2)"]);
        assert!(faults(br#"{"vulnerabilities": {}}"#).expect("a list").is_empty());
    }

    #[test]
    fn a_registry_that_does_not_answer_is_no_clean_bill() {
        assert!(faults(br#"{"message": "405 Method Not Allowed", "statusCode": 405}"#).is_none());
        assert!(faults(b"").is_none());
    }

    #[test]
    fn every_triaged_fault_has_a_reason() {
        let text = fs::read_to_string(place::project().join(TRIAGED)).expect("the file is there");
        let triaged: BTreeMap<String, String> = serde_json::from_str(&text).expect("a list");
        for (id, why) in triaged {
            assert!(id.starts_with("GHSA-") && why.len() > 20, "{id}: {why}");
        }
    }

    /// The words of a licence expression that are licences.
    fn licences(expression: &str) -> BTreeSet<String> {
        let words = expression.split(|c: char| c.is_whitespace() || "/()".contains(c));
        words.filter(|word| !word.is_empty() && !["OR", "AND", "WITH"].contains(word)).map(str::to_owned).collect()
    }

    /// What THIRD-PARTY.md says of the program's crates: the licence used, and who is under it.
    fn notices() -> Vec<(BTreeSet<String>, String)> {
        let text = fs::read_to_string(place::project().join("THIRD-PARTY.md")).expect("THIRD-PARTY.md is there");
        let (_, crates) = text.split_once("## Crates, compiled into the program").expect("a chapter of crates");
        let (crates, _) = crates.split_once("\n## ").expect("a chapter after it");
        let used = |heading: &str| match heading.split_once("(used under ") {
            Some((_, used)) => licences(used.trim_end_matches(')')),
            None => licences(heading),
        };
        crates
            .split("\n### ")
            .skip(1)
            .filter_map(|section| section.split_once('\n').map(|(heading, names)| (used(heading), names.to_owned())))
            .collect()
    }

    /// The crates that the program is compiled of but for our own, each with the licences that it is offered under.
    fn crates_of_program() -> Vec<(String, BTreeSet<String>)> {
        let mut tree = Command::new("cargo");
        tree.args(["tree", "--locked", "--package", "vitrine", "--prefix", "none"])
            .args(["--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro", "--format", "{p}|{l}"])
            .current_dir(place::project());
        let listed = step::answer(&mut tree).expect("cargo lists the crates");
        let named = |line: &str| {
            let (package, licence) = line.trim_end_matches(" (*)").split_once('|')?;
            let mut words = package.split(' ');
            let name = words.next()?;
            // What has a place on disk, after its version, is ours.
            words.nth(1).is_none().then(|| (name.to_owned(), licences(licence)))
        };
        let crates: Vec<_> = listed.lines().filter_map(named).collect();
        assert!(crates.len() > 50, "cargo lists only {} crates", crates.len());
        crates
    }

    #[test]
    fn every_crate_is_named_under_a_licence_that_it_has() {
        let notices = notices();
        for (name, offered) in crates_of_program() {
            let mut found = notices.iter().filter(|(_, names)| names.contains(&format!("`{name}`"))).peekable();
            assert!(found.peek().is_some(), "THIRD-PARTY.md does not name {name}");
            for (used, _) in found {
                assert!(used.is_subset(&offered), "{name} is under {offered:?}, not {used:?}");
            }
        }
    }

    #[test]
    fn what_the_program_may_hold_is_what_third_party_names() {
        let deny = fs::read_to_string(place::project().join("deny.toml")).expect("deny.toml is there");
        let (_, allowed) = deny.split_once("\nallow = [").expect("a list of licences");
        let (allowed, _) = allowed.split_once(']').expect("its end");
        let allowed: BTreeSet<String> = allowed.split('"').skip(1).step_by(2).map(str::to_owned).collect();
        let named: BTreeSet<String> = notices().into_iter().flat_map(|(used, _)| used).collect();
        assert_eq!(allowed, named);
    }
}
