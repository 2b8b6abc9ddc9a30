//! The software bill of materials: what others made of the built program and of the files beside it.
//!
//! Source: `CycloneDX` 1.6, ECMA-424; package URLs of types `cargo` and `npm`; SPDX licence expressions.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use vitrine_frame::Asset;

use super::icons;
use crate::toolchain::Toolchain;
use crate::{place, step};

/// Its name among the files of a site.
const FILE: &str = "sbom.cdx.json";
/// What public/fonts holds subsets of, as THIRD-PARTY.md names it.
const FONTS: [&str; 3] = ["Inter", "JetBrains Mono", "Source Serif 4"];
/// The icons' package, at npm's.
const ICONS: &str = "simple-icons";

/// The bill as a file of a site.
///
/// # Errors
/// When cargo does not list the crates, or there is no compiler for them.
pub fn make() -> Result<Asset> {
    let mut tree = Command::new("cargo");
    tree.args(["tree", "--locked", "--package", "vitrine", "--prefix", "none"])
        .args(["--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro", "--format", "{p}|{l}"])
        .current_dir(place::project());
    let crates = step::answer(&mut tree).context("cargo does not list the crates of the program")?;
    let icons = icons::version();
    let text = serde_json::to_string_pretty(&bill(&crates, &Toolchain::find()?.version(), icons.as_deref()))? + "\n";
    Ok(Asset::new(FILE, text.into_bytes()))
}

/// The bill of crates listed as `name vVERSION (where)|LICENCE`, one a line, some of them several times; of the library
/// of a compiler that calls itself `rustc VERSION (when)`; of fonts; and of a version of the icons.
fn bill(crates: &str, rustc: &str, icons: Option<&str>) -> Value {
    let mut listed: Vec<(&str, &str, &str)> = crates
        .lines()
        .filter_map(|line| {
            let (package, licence) = line.split_once('|')?;
            let mut words = package.split(' ');
            let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
            // What has a place on disk is ours.
            words.next().is_none().then(|| (name, version, licence.trim_end_matches(" (*)").trim()))
        })
        .collect();
    listed.sort_unstable();
    listed.dedup();
    let crates = listed.into_iter().map(|(name, version, licence)| {
        let purl = format!("pkg:cargo/{name}@{version}");
        component("library", name, Some(version), Some(purl), &licence.replace('/', " OR "))
    });
    let std = component("library", "std", rustc.split(' ').nth(1), None, "MIT OR Apache-2.0");
    let fonts = FONTS.map(|name| component("data", name, None, None, "OFL-1.1"));
    let icons = icons
        .map(|version| component("data", ICONS, Some(version), Some(format!("pkg:npm/{ICONS}@{version}")), "CC0-1.0"));
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": { "type": "application", "name": "vitrine", "version": env!("CARGO_PKG_VERSION") } },
        "components": crates.chain([std]).chain(fonts).chain(icons).collect::<Vec<_>>(),
    })
}

/// One entry. Of what isn't known, nothing is said: an empty expression is no licence.
fn component(kind: &str, name: &str, version: Option<&str>, purl: Option<String>, licence: &str) -> Value {
    let mut entry = json!({ "type": kind, "name": name });
    let licences = (!licence.is_empty()).then(|| json!([{ "expression": licence }]));
    for (key, value) in [("version", version.map(Value::from)), ("purl", purl.map(Value::from)), ("licenses", licences)]
    {
        if let Some(value) = value {
            entry[key] = value;
        }
    }
    entry
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const RUSTC: &str = "rustc 1.95.0 (59807616e 2026-04-14)";

    /// The entries, each as its name or package, its version and its licence.
    fn listed(bill: &Value) -> Vec<String> {
        let word = |value: &Value| value.as_str().unwrap_or("none").to_owned();
        let entries = bill["components"].as_array().expect("a list").iter().map(|one| {
            let name = if one["purl"].is_null() { &one["name"] } else { &one["purl"] };
            [name, &one["version"], &one["licenses"][0]["expression"]].map(word).join(" ")
        });
        entries.collect()
    }

    #[test]
    fn everything_of_others_is_listed_once_with_its_licence_and_our_own_is_not() {
        let crates = "vitrine v0.1.0 (/somewhere)|MIT OR Apache-2.0\nserde v1.0.2|MIT OR Apache-2.0\n\
                      anyhow v1.0.1|MIT/Apache-2.0\nserde v1.0.2|MIT OR Apache-2.0 (*)\n";
        let expected = [
            "pkg:cargo/anyhow@1.0.1 1.0.1 MIT OR Apache-2.0",
            "pkg:cargo/serde@1.0.2 1.0.2 MIT OR Apache-2.0",
            "std 1.95.0 MIT OR Apache-2.0",
            "Inter none OFL-1.1",
            "JetBrains Mono none OFL-1.1",
            "Source Serif 4 none OFL-1.1",
            "pkg:npm/simple-icons@16.37.0 16.37.0 CC0-1.0",
        ];
        assert_eq!(listed(&bill(crates, RUSTC, Some("16.37.0"))), expected);
        assert_eq!(listed(&bill(crates, RUSTC, None)), expected[..6], "without icons");
    }

    #[test]
    fn of_a_crate_without_a_licence_no_licence_is_listed() {
        let bill = bill("bare v1.0.0|\nbare v1.0.0| (*)\n", RUSTC, None);
        assert_eq!(
            bill["components"][0],
            json!({ "type": "library", "name": "bare", "version": "1.0.0", "purl": "pkg:cargo/bare@1.0.0" })
        );
        assert_eq!(bill["components"][1]["name"], "std");
    }

    #[test]
    fn every_font_that_is_published_is_listed() {
        let folder = fs::read_dir(place::project().join("public/fonts")).expect("fonts");
        let notices = folder
            .filter(|file| file.as_ref().is_ok_and(|file| file.file_name().to_string_lossy().starts_with("OFL-")));
        assert_eq!(notices.count(), FONTS.len());
        let notice = fs::read_to_string(place::project().join("THIRD-PARTY.md")).expect("a notice");
        for font in FONTS {
            assert!(notice.contains(&format!("| {font}, subset")), "{font}");
        }
    }
}
