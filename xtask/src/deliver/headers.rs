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
const FOR_EVER: (&str, &str) = ("Cache-Control", "public, max-age=31536000, immutable");
/// The pages, below the base. No file with a hash in its name is among them.
const PAGES: [&str; 6] = ["", "index.html", "404.html", "projects/*", "architecture/*", "experience/*"];

/// Writes the file for a site that is complete; a preview is not to be found, whatever is asked for.
///
/// # Errors
/// When the site can't be listed or the file can't be written.
pub fn write(base: &BasePath, dist: &Path, is_preview: bool) -> Result<()> {
    let mut text = String::new();
    let mut rule = |path: &str, headers: &[(&str, &str)]| {
        let _ = writeln!(text, "{base}{path}");
        for (name, value) in headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    };
    let common = policy::headers();
    let hidden = is_preview.then_some(("X-Robots-Tag", "noindex, nofollow"));
    rule("*", &common.iter().map(|(name, value)| (*name, value.as_str())).chain(hidden).collect::<Vec<_>>());
    for page in PAGES {
        rule(page, &[policy::OWN]);
    }
    for file in fingerprint::files_below(dist)? {
        let name = fingerprint::slashed(file.strip_prefix(dist).unwrap_or(&file));
        // Nobody asks for a compressed copy by its name.
        let is_copy = file.extension().is_some_and(|kind| kind == "br" || kind == "gz");
        if is_hashed(&name) && !is_copy {
            rule(&name, &[FOR_EVER, policy::OWN]);
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
    fn pages_and_hashed_files_are_for_ourselves_and_share_images_for_everybody() {
        let dist = std::env::temp_dir().join(format!("vitrine-own-{}", std::process::id()));
        fs::create_dir_all(dist.join("fonts")).unwrap();
        for file in ["boot-0a5ca53ec3aa4a3f.js", "boot-0a5ca53ec3aa4a3f.js.br", "fonts/inter-f7ef2bb7d6f3c4ea.woff2"] {
            fs::write(dist.join(file), "").unwrap();
        }
        write(&"/b/".parse().unwrap(), &dist, true).unwrap();
        let headers = Headers::of(&dist);
        for (path, expected) in [
            ("/b/", 1),
            ("/b/index.html", 1),
            ("/b/404.html", 1),
            ("/b/projects/x/", 1),
            ("/b/architecture/", 1),
            ("/b/experience/index.html", 1),
            ("/b/boot-0a5ca53ec3aa4a3f.js", 1),
            ("/b/fonts/inter-f7ef2bb7d6f3c4ea.woff2", 1),
            ("/b/share/start.png", 0),
            ("/b/share/projects/x.png", 0),
            ("/b/icon-192.png", 0),
            ("/b/feed.xml", 0),
            ("/projects/x/", 0),
        ] {
            let values: Vec<_> = headers.at(path).filter(|(name, _)| *name == policy::OWN.0).collect();
            assert_eq!(values, [policy::OWN].repeat(expected), "{path}");
        }
        let kept = |path| headers.at(path).any(|header| header == FOR_EVER);
        assert!(kept("/b/boot-0a5ca53ec3aa4a3f.js") && !kept("/b/"));
        fs::remove_dir_all(dist).unwrap();
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
