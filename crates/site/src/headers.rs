//! `_headers`: what Netlify, Cloudflare Pages and our own server send along with each file.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use vitrine_frame::BasePath;
use vitrine_model::marks::RESCUE;

use crate::{FORMER_WORKERS, policy};

/// Its name among the files of a site. Hosts read it and don't send it.
pub const FILE: &str = "_headers";
/// A file whose name changes with what it holds never has to be asked for again.
const FOR_EVER: (&str, &str) = ("Cache-Control", "public, max-age=31536000, immutable");
/// A page is asked for again on each visit, and nothing on its way moves, minifies or adds anything: scripts, styles and what the
/// program takes over hold for the page as it was built. Source: RFC 9111, § 5.2.2.6.
const AS_IT_IS: (&str, &str) = ("Cache-Control", "no-cache, no-transform");
/// What may change under its name.
const ASKED_AGAIN: (&str, &str) = ("Cache-Control", "no-cache");
/// The pages, below the base. No file with a hash in its name is among them.
const PAGES: [&str; 7] = ["", "index.html", "404.html", "projects/*", "architecture/*", "experience/*", "writing/*"];

/// The file for a site with pages in these folders, of which these files are named after what they hold; a preview is not to be
/// found, whatever is asked for. `inline` is what [`policy`] takes.
pub fn text(base: &BasePath, folders: &[&str], inline: &str, lasting: &[&str], is_preview: bool) -> String {
    let mut text = String::new();
    let mut rule = |path: &str, headers: &[(&str, &str)]| {
        let _ = writeln!(text, "{base}{path}");
        for (name, value) in headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    };
    let common = policy::headers(inline);
    let hidden = is_preview.then_some(("X-Robots-Tag", "noindex, nofollow"));
    rule("*", &common.iter().map(|(name, value)| (*name, value.as_str())).chain(hidden).collect::<Vec<_>>());
    for page in PAGES {
        rule(page, &[AS_IT_IS, policy::OWN]);
    }
    // Share images of other languages are not in their folders. Hosts take a hundred rules.
    for folder in folders.iter().filter(|folder| !folder.is_empty()) {
        rule(&[folder, "*"].concat(), &[AS_IT_IS, policy::OWN]);
    }
    for worker in FORMER_WORKERS {
        rule(worker, &[ASKED_AGAIN]);
    }
    rule(RESCUE, &[ASKED_AGAIN, policy::OWN]);
    let mut lasting = lasting.to_vec();
    lasting.sort_unstable();
    for name in lasting {
        rule(name, &[FOR_EVER, policy::OWN]);
    }
    text
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

    /// The files that are named after what they hold, below the site's path.
    pub fn lasting(&self) -> Vec<String> {
        let base = self.rules.first().and_then(|rule| rule.pattern.strip_suffix('*')).unwrap_or_default();
        let is_lasting = |rule: &&Rule| rule.headers.iter().any(|(name, value)| (&**name, &**value) == FOR_EVER);
        let names = self.rules.iter().filter(is_lasting).filter_map(|rule| rule.pattern.strip_prefix(base));
        names.map(str::to_owned).collect()
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
    fn pages_and_lasting_files_are_for_ourselves_and_share_images_for_everybody() {
        let lasting = ["boot-0a5ca53ec3aa4a3f.js", "fonts/inter-f7ef2bb7d6f3c4ea.woff2"];
        let headers = Headers::parse(&text(&"/b/".parse().unwrap(), &["", "de/"], "sha384-x", &lasting, false));
        for (path, expected) in [
            ("/b/", 1),
            ("/b/index.html", 1),
            ("/b/404.html", 1),
            ("/b/vitrine.rescue.js", 1),
            ("/b/projects/x/", 1),
            ("/b/de/", 1),
            ("/b/de/projects/x/", 1),
            ("/b/share/de/projects/x.png", 0),
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
        for (path, expected) in [
            ("boot-0a5ca53ec3aa4a3f.js", true),
            ("fonts/inter-f7ef2bb7d6f3c4ea.woff2", true),
            ("", false),
            ("portfolio.json", false),
            ("fonts/inter.woff2", false),
            ("projects/deadbeef/index.html", false),
            // Looks like one, but an author may change what it holds.
            ("share/projects/release-2024011512001530.png", false),
            ("report-2024011512001530.pdf", false),
        ] {
            assert_eq!(headers.at(&["/b/", path].concat()).any(|header| header == FOR_EVER), expected, "{path}");
        }
    }

    #[test]
    fn what_has_one_name_for_ever_is_asked_for_again_and_pages_come_as_they_are() {
        let headers =
            Headers::parse(&text(&"/b/".parse().unwrap(), &["", "de/"], "", &["boot-0a5ca53ec3aa4a3f.js"], false));
        for (path, expected) in [
            ("/b/", &["no-cache, no-transform"][..]),
            ("/b/404.html", &["no-cache, no-transform"]),
            ("/b/projects/x/", &["no-cache, no-transform"]),
            ("/b/sw.js", &["no-cache"]),
            ("/b/ngsw-worker.js", &["no-cache"]),
            ("/b/boot-0a5ca53ec3aa4a3f.js", &[FOR_EVER.1]),
            ("/b/share/start.png", &[]),
        ] {
            let said: Vec<_> =
                headers.at(path).filter(|(name, _)| *name == "Cache-Control").map(|(_, value)| value).collect();
            assert_eq!(said, expected, "{path}");
        }
    }

    #[test]
    fn only_a_preview_is_hidden_whatever_is_asked_for() {
        for (is_preview, expected) in [(true, &["noindex, nofollow"][..]), (false, &[])] {
            let headers = Headers::parse(&text(&"/b/".parse().unwrap(), &["", "de/"], "sha384-x", &[], is_preview));
            for path in ["/b/", "/b/projects/x/", "/b/feed.xml", "/b/share/start.png"] {
                let said: Vec<_> =
                    headers.at(path).filter(|(name, _)| *name == "X-Robots-Tag").map(|(_, value)| value).collect();
                assert_eq!(said, expected, "{path}");
            }
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
