//! `_headers`: what Netlify, Cloudflare Pages and `cargo xtask serve` send along with each file.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::policy;
use crate::base_path::BasePath;
use crate::fingerprint;

/// Its name among the files of a site. Hosts read it and don't send it.
pub const FILE: &str = "_headers";
/// A file whose name changes with what it holds never has to be asked for again.
const FOR_EVER: &str = "Cache-Control: public, max-age=31536000, immutable";

/// Writes the file for a site that is complete; a preview is not to be found, whatever is asked for.
///
/// # Errors
/// When the site can't be listed or the file can't be written.
pub fn write(base: &BasePath, dist: &Path, is_preview: bool) -> Result<()> {
    let mut text = format!("{base}*\n");
    let hidden = is_preview.then(|| ("X-Robots-Tag", "noindex, nofollow".to_owned()));
    for (name, value) in policy::headers().into_iter().chain(hidden) {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for file in fingerprint::files_below(dist)? {
        let name = fingerprint::slashed(file.strip_prefix(dist).unwrap_or(&file));
        // Nobody asks for a compressed copy by its name.
        let is_copy = file.extension().is_some_and(|kind| kind == "br" || kind == "gz");
        if is_hashed(&name) && !is_copy {
            let _ = writeln!(text, "{base}{name}\n  {FOR_EVER}");
        }
    }
    fs::write(dist.join(FILE), text).context("cannot write _headers")
}

/// Whether a hash of the content is in the name, as in `vitrine-0123456789abcdef_bg.wasm`. Folders hold what authors name,
/// but for the fonts.
pub fn is_hashed(path: &str) -> bool {
    let name = path.strip_prefix("fonts/").unwrap_or(path);
    let is_hash = |part: &str| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    !name.contains('/') && name.split(['-', '_', '.']).any(is_hash)
}

/// The rules of a `_headers` file.
#[derive(Debug, Default)]
pub struct Headers {
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    pattern: String,
    headers: Vec<(String, String)>,
}

impl Headers {
    /// The rules of the site in `dist`; none if it has no such file.
    pub fn of(dist: &Path) -> Self {
        fs::read_to_string(dist.join(FILE)).map(|text| Self::parse(&text)).unwrap_or_default()
    }

    /// A path stands at the start of its line, and each of its headers on an indented line of its own.
    fn parse(text: &str) -> Self {
        let mut rules: Vec<Rule> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')) {
            if !line.starts_with([' ', '\t']) {
                rules.push(Rule { pattern: line.trim().to_owned(), headers: Vec::new() });
            } else if let (Some(rule), Some((name, value))) = (rules.last_mut(), line.split_once(':')) {
                rule.headers.push((name.trim().to_owned(), value.trim().to_owned()));
            }
        }
        Self { rules }
    }

    /// What is sent along with the answer to a path.
    pub fn at(&self, path: &str) -> impl Iterator<Item = (&str, &str)> {
        let rules = self.rules.iter().filter(move |rule| matches(&rule.pattern, path));
        rules.flat_map(|rule| rule.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }
}

/// Whether a path is one that a pattern means, in which `*` stands for anything.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, end)) => path.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for (name, expected) in [
            ("vitrine-0a5ca53ec3aa4a3f_bg.wasm", true),
            ("fonts/inter-f7ef2bb7d6f3c4ea.woff2", true),
            ("portfolio.json", false),
            ("fonts/inter.woff2", false),
            ("projects/deadbeef/index.html", false),
            ("report-202401151200.pdf", false),
            ("share/projects/release-2024011512001530.png", false),
        ] {
            assert_eq!(is_hashed(name), expected, "{name}");
        }
    }

    #[test]
    fn every_rule_that_means_a_path_counts() {
        let headers = Headers::parse("# ours\n/b/*\n  A: 1\n  B: x: y\n/b/style.css\n  C: 3\n");
        let at = |path| headers.at(path).map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ");
        assert_eq!(at("/b/style.css"), "A=1 B=x: y C=3");
        assert_eq!(at("/b/"), "A=1 B=x: y");
        assert_eq!(at("/c/style.css"), "");
    }
}
