//! All icons of technologies there are, as the writer of a site reads them: what the npm package simple-icons holds.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use vitrine_frame::Asset;

use crate::tool::Tool;

/// The library's name in a frame.
const FILE: &str = "icons.tsv";

/// The library, one icon a line: slug, title, licence and path data, with tabs between them. It is empty where the package is
/// not installed: sites then have no icons.
///
/// # Errors
/// When a file of the package can't be read.
pub fn library() -> Result<Asset> {
    let text = package().map(|package| of(&package)).transpose()?.unwrap_or_default();
    Ok(Asset::new(FILE, text.into_bytes()))
}

/// The version of the package, if it is installed.
pub fn version() -> Option<String> {
    json(&package()?.join("package.json")).ok()?["version"].as_str().map(str::to_owned)
}

/// Where the package is.
fn package() -> Option<PathBuf> {
    Tool::simple_icons().folder().ok().flatten().filter(|folder| folder.is_dir())
}

fn of(package: &Path) -> Result<String> {
    let about = json(&package.join("data/simple-icons.json"))?;
    let mut lines = Vec::new();
    for entry in about.as_array().into_iter().flatten() {
        let word = |key: &str| entry[key].as_str();
        let (Some(title), Some(slug)) = (word("title"), word("slug")) else { continue };
        let file = package.join("icons").join(slug).with_extension("svg");
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let data = text.split_once(" d=\"").and_then(|(_, rest)| rest.split_once('"'));
        let (data, _) = data.with_context(|| format!("{slug}.svg is not one path"))?;
        let mut line = String::new();
        for (number, word) in [slug, title, &licence(entry), data].into_iter().enumerate() {
            // Nothing in the package has a tab; one would end the word.
            let _ = write!(line, "{}{}", if number == 0 { "" } else { "\t" }, word.replace(['\t', '\n'], " "));
        }
        lines.push(line + "\n");
    }
    lines.sort();
    Ok(lines.concat())
}

/// The licence of an icon that is not simple-icons' to give away, and where it comes from; else nothing.
fn licence(entry: &Value) -> String {
    match entry["license"]["type"].as_str().filter(|licence| *licence != "CC0-1.0") {
        Some(licence) => [licence, entry["source"].as_str().unwrap_or_default()].join(", "),
        None => String::new(),
    }
}

fn json(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_has_a_line_with_its_own_licence_where_it_has_one() {
        let folder = std::env::temp_dir().join(format!("vitrine-icons-{}", std::process::id()));
        for part in ["icons", "data"] {
            fs::create_dir_all(folder.join(part)).unwrap();
        }
        for slug in ["vue", "react"] {
            let svg =
                format!("<svg viewBox=\"0 0 24 24\"><title>{slug}</title><path d=\"M0 0h{}z\"/></svg>", slug.len());
            fs::write(folder.join("icons").join(slug).with_extension("svg"), svg).unwrap();
        }
        let about = r#"[{"title":"Vue","slug":"vue"},
            {"title":"A & B","slug":"react","license":{"type":"MIT"},"source":"https://r.test"}]"#;
        fs::write(folder.join("data/simple-icons.json"), about).unwrap();
        assert_eq!(of(&folder).unwrap(), "react\tA & B\tMIT, https://r.test\tM0 0h5z\nvue\tVue\t\tM0 0h3z\n");
        fs::remove_dir_all(folder).unwrap();
    }
}
