//! `bundle`, for style sheets: joins the style sheets into the one that index.html links, so that the page asks for one file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{fingerprint, place};

/// The sheets' order: a sheet sorts by the first of these that its path begins with, then by name. The cascade
/// layers that layers.css declares decide between rules; within a layer, and for print, the order does.
const ORDER: &[&str] = &["layers.css", "tokens.css", "theme/", "reset.css", "base.css", "page.css", ""];
const LAST: &str = "print.css";

/// Writes `target/vitrine/style.css`.
///
/// # Errors
/// When a sheet cannot be read or the bundle cannot be written.
pub fn run() -> Result<()> {
    place::generate("style.css", &join(&place::project().join("style"))?)
}

fn join(style: &Path) -> Result<String> {
    let mut sheets: Vec<(String, PathBuf)> = fingerprint::files_below(style)?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .map(|path| (fingerprint::slashed(path.strip_prefix(style).unwrap_or(&path)), path))
        .collect();
    sheets.sort_by(|(a, _), (b, _)| (rank(a), a).cmp(&(rank(b), b)));
    let mut bundle = String::new();
    for (name, path) in sheets {
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        bundle.push_str("/* ");
        bundle.push_str(&name);
        bundle.push_str(" */\n");
        bundle.push_str(text.trim_end());
        bundle.push('\n');
    }
    Ok(bundle)
}

fn rank(name: &str) -> usize {
    if name == LAST {
        return ORDER.len();
    }
    ORDER.iter().position(|prefix| name.starts_with(prefix)).unwrap_or(ORDER.len())
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn layers_come_first_and_print_last() {
        let mut names = [
            "print.css",
            "component/header.css",
            "page.css",
            "theme/slate.css",
            "tokens.css",
            "layers.css",
            "base.css",
        ];
        names.sort_by_key(|name| rank(name));
        assert_eq!(
            names,
            [
                "layers.css",
                "tokens.css",
                "theme/slate.css",
                "base.css",
                "page.css",
                "component/header.css",
                "print.css"
            ]
        );
    }
}
