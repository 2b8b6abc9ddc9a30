//! The software bill of materials: every crate whose code is in the built program, for whoever has to know.
//!
//! Source: `CycloneDX` 1.6, ECMA-424; package URLs of type `cargo`.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{place, step};

/// Its name among the files of a site.
const FILE: &str = "sbom.cdx.json";

/// Writes the bill of a site's program.
///
/// # Errors
/// When cargo does not list the crates or the file can't be written.
pub fn write(dist: &Path) -> Result<()> {
    let mut tree = Command::new("cargo");
    tree.args(["tree", "--locked", "--package", "vitrine", "--features", "csr", "--prefix", "none"])
        .args(["--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro", "--format", "{p}|{l}"])
        .current_dir(place::project());
    let crates = step::answer(&mut tree).context("cargo does not list the crates of the program")?;
    let text = serde_json::to_string_pretty(&bill(&crates))? + "\n";
    fs::write(dist.join(FILE), text).with_context(|| format!("cannot write {FILE}"))
}

/// The bill of crates listed as `name vVERSION (where)|LICENCE`, one a line, some of them several times.
fn bill(crates: &str) -> Value {
    let mut listed: Vec<(&str, &str, &str)> = crates
        .lines()
        .filter_map(|line| {
            let (package, licence) = line.split_once('|')?;
            let mut words = package.split(' ');
            let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
            // What has a place on disk is ours.
            words.next().is_none().then(|| (name, version, licence.trim_end_matches(" (*)")))
        })
        .collect();
    listed.sort_unstable();
    listed.dedup();
    let component = |(name, version, licence): (&str, &str, &str)| {
        json!({
            "type": "library",
            "name": name,
            "version": version,
            "purl": format!("pkg:cargo/{name}@{version}"),
            "licenses": [{ "expression": licence.replace('/', " OR ") }],
        })
    };
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": { "type": "application", "name": "vitrine", "version": env!("CARGO_PKG_VERSION") } },
        "components": listed.into_iter().map(component).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::bill;

    #[test]
    fn each_crate_is_listed_once_with_its_licence_and_our_own_are_not() {
        let bill = bill(
            "vitrine v0.1.0 (/somewhere)|MIT OR Apache-2.0\nserde v1.0.2|MIT OR Apache-2.0\nanyhow v1.0.1|MIT/Apache-2.0\n\
             serde v1.0.2|MIT OR Apache-2.0 (*)\n",
        );
        let listed: Vec<String> = bill["components"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| format!("{} {}", one["purl"], one["licenses"][0]["expression"]).replace('"', ""))
            .collect();
        assert_eq!(listed, ["pkg:cargo/anyhow@1.0.1 MIT OR Apache-2.0", "pkg:cargo/serde@1.0.2 MIT OR Apache-2.0"]);
    }
}
