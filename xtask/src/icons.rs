//! `bundle`, for icons: what simple-icons has for the technologies in the diagrams becomes one file, which the page
//! fetches once it has drawn a diagram.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use vitrine::diagram::icon;
use vitrine::model::{Gate, Portfolio, Technology, read, read_diagram};

use crate::{fingerprint, place, split, step};

/// The file, as index.html and Trunk.toml name it.
const FILE: &str = "icons.svg";
/// What a portfolio writes for a technology that is to have no icon.
const NONE: &str = "none";

/// Writes `target/vitrine/icons.svg`: without an icon where simple-icons is not installed, so that trunk finds it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn run() -> Result<()> {
    if !package().is_dir() {
        step::note("simple-icons is not installed (`npm ci` does that): diagrams show no icons of technologies.");
    }
    place::generate(FILE, &of(&published()?)?)
}

/// The portfolios and diagrams of the project.
fn published() -> Result<Vec<String>> {
    let mut files = fingerprint::files_below(&place::project().join("public"))?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.iter().map(fs::read_to_string).collect::<Result<_, _>>().context("cannot read public/")
}

/// The file for these portfolios and diagrams.
fn of(texts: &[String]) -> Result<String> {
    let package = package();
    let icons = if package.is_dir() { collect(&package, &in_diagrams(texts))? } else { Vec::new() };
    Ok(sprite(&icons))
}

/// Adds to a site that is about to be filled what a portfolio from elsewhere needs beside those of the project.
///
/// # Errors
/// When a file cannot be read or written, or the site's page names no icons.
pub fn complete(portfolio: &Path, dist: &Path) -> Result<()> {
    let own = fs::read_to_string(portfolio).with_context(|| format!("cannot read {}", portfolio.display()))?;
    let mut texts = published()?;
    texts.push(own);
    renew(&of(&texts)?, dist)
}

/// Puts the file into a site in the place of the one that its page names.
fn renew(sprite: &str, dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    let (old, new) = (named(&html).context("the page names no icons")?, name(sprite));
    if old == new {
        return Ok(());
    }
    for suffix in ["", ".br", ".gz"] {
        // There are no copies of a small one.
        let _ = fs::remove_file(dist.join(format!("{old}{suffix}")));
    }
    fs::write(dist.join(&new), sprite).with_context(|| format!("cannot write {new}"))?;
    fs::write(&page, html.replace(old, &new)).with_context(|| format!("cannot write {}", page.display()))
}

/// What a built page calls the file.
fn named(html: &str) -> Option<&str> {
    let rest = html.get(html.find("icons-")?..)?;
    rest.get(..rest.find(".svg")? + ".svg".len())
}

/// The name of the file that holds this in a built site.
fn name(sprite: &str) -> String {
    format!("icons-{}.svg", split::hash(sprite.as_bytes()))
}

/// `simple-icons-VERSION`, or that there is none: a built site depends on it.
pub fn label() -> String {
    let version = || json(&package().join("package.json")).ok()?["version"].as_str().map(str::to_owned);
    version().map_or_else(|| "no icons".to_owned(), |version| format!("simple-icons-{version}"))
}

/// Renames the file in a finished site after what it holds, so that it may be cached for ever.
///
/// # Errors
/// When the site has no such file or its page does not name it.
pub fn name_by_content(dist: &Path) -> Result<()> {
    let (file, page) = (dist.join(FILE), dist.join("index.html"));
    let name = name(&fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?);
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    fs::rename(&file, dist.join(&name)).with_context(|| format!("cannot rename {}", file.display()))?;
    fs::write(&page, split::replaced(&html, FILE, &name)?).with_context(|| format!("cannot write {}", page.display()))
}

fn package() -> PathBuf {
    place::project().join("node_modules/simple-icons")
}

fn json(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))
}

/// What the nodes of all diagrams run on, by the name that the page will look for: diagrams of portfolios, and those
/// that are files of their own, which any of the portfolios may show.
fn in_diagrams(texts: &[String]) -> BTreeMap<String, Technology> {
    let gate = Gate::native();
    let portfolios: Vec<Portfolio> =
        texts.iter().filter_map(|text| read(text, &gate).ok()).map(|reading| reading.value).collect();
    let mut found = BTreeMap::new();
    for portfolio in &portfolios {
        let lone = texts.iter().filter_map(|text| read_diagram(text, portfolio, &gate).ok());
        for diagram in portfolio.diagrams.iter().cloned().chain(lone.map(|reading| reading.value)) {
            for id in diagram.nodes.iter().filter_map(|node| node.technology) {
                let technology = portfolio.technology(id);
                let name = technology.icon.clone().unwrap_or_else(|| icon::slug(&technology.name));
                found.entry(name).or_insert_with(|| technology.clone());
            }
        }
    }
    found
}

/// One icon of the file.
#[derive(Debug, PartialEq)]
struct Icon {
    /// What the page looks for.
    name: String,
    /// Whose icon it is.
    title: String,
    /// Its own licence and where it comes from, for those that are not simple-icons' to give away.
    licence: Option<String>,
    /// Path data in a box of 24 × 24.
    data: String,
}

/// The icons that simple-icons has for these technologies.
///
/// An icon is named as its `icon` says, or else as the technology's name or id. Aliases don't count, for they are there
/// to be found by, and more often lead to somebody else's: "serverless" is a company.
fn collect(package: &Path, technologies: &BTreeMap<String, Technology>) -> Result<Vec<Icon>> {
    let about = json(&package.join("data/simple-icons.json"))?;
    let mut icons = Vec::new();
    for (name, technology) in technologies {
        let mut slugs = vec![name.clone()];
        if technology.icon.is_none() {
            slugs.push(icon::slug(&technology.id));
        }
        let is_slug = |slug: &&String| {
            !slug.is_empty()
                && slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        };
        // One without a name can't be looked for.
        let slug = slugs.iter().filter(|_| !name.is_empty()).filter(is_slug).find(|slug| file(package, slug).is_file());
        if let Some(slug) = slug {
            let text = fs::read_to_string(file(package, slug)).with_context(|| format!("cannot read {slug}.svg"))?;
            let data = text.split_once(" d=\"").and_then(|(_, rest)| rest.split_once('"'));
            let (data, _) = data.with_context(|| format!("{slug}.svg is not one path"))?;
            let entry = about.as_array().and_then(|all| all.iter().find(|entry| entry["slug"] == **slug));
            let word = |key: &str| entry.and_then(|entry| entry[key].as_str());
            icons.push(Icon {
                name: name.clone(),
                title: word("title").unwrap_or(slug).to_owned(),
                licence: entry.and_then(licence),
                data: data.to_owned(),
            });
        } else if technology.icon.as_deref().is_some_and(|icon| icon != NONE) {
            step::note(&format!("simple-icons has no {name:?}, which is the icon of {}.", technology.name));
        }
    }
    Ok(icons)
}

fn file(package: &Path, slug: &str) -> PathBuf {
    package.join("icons").join(slug).with_extension("svg")
}

fn licence(entry: &Value) -> Option<String> {
    let licence = entry["license"]["type"].as_str().filter(|licence| *licence != "CC0-1.0")?;
    Some([licence, entry["source"].as_str().unwrap_or_default()].join(", "))
}

/// The file: [`icon::Sprite`] reads it.
fn sprite(icons: &[Icon]) -> String {
    let mut text = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n".to_owned();
    if !icons.is_empty() {
        text +=
            "<!-- From simple-icons: CC0 1.0 unless one says otherwise. Icons may be trademarks of their owners. -->\n";
    }
    for Icon { name, title, licence, data } in icons {
        let title = escaped(title);
        let about = licence.as_ref().map_or_else(String::new, |text| ["<desc>", &escaped(text), "</desc>"].concat());
        text.extend(["<symbol id=\"", name, "\" viewBox=\"0 0 24 24\"><title>", &title, "</title>", &about]);
        text.extend(["<path d=\"", data, "\"/></symbol>\n"]);
    }
    text + "</svg>\n"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder like the package, with an icon for each of these.
    struct Package(PathBuf);

    impl Package {
        fn with(name: &str, slugs: &[&str]) -> Self {
            let folder = std::env::temp_dir().join(format!("vitrine-icons-{name}-{}", std::process::id()));
            for part in ["icons", "data"] {
                fs::create_dir_all(folder.join(part)).unwrap();
            }
            for slug in slugs {
                let svg =
                    format!("<svg viewBox=\"0 0 24 24\"><title>{slug}</title><path d=\"M0 0h{}z\"/></svg>", slug.len());
                fs::write(file(&folder, slug), svg).unwrap();
            }
            let about = r#"[{"title":"A & B","slug":"react","license":{"type":"MIT"},"source":"https://r.test"}]"#;
            fs::write(folder.join("data/simple-icons.json"), about).unwrap();
            Self(folder)
        }
    }

    impl Drop for Package {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn portfolio(technologies: &str, nodes: &str) -> String {
        format!(
            r#"{{"profile":{{"name":"A"}},"technologies":[{technologies}],"diagrams":[{{"id":"d","name":"d","nodes":[{nodes}]}}]}}"#
        )
    }

    fn names(package: &Package, texts: &[String]) -> Vec<String> {
        collect(&package.0, &in_diagrams(texts)).unwrap().into_iter().map(|icon| icon.name).collect()
    }

    #[test]
    fn only_what_a_diagram_runs_on_gets_an_icon() {
        let package = Package::with("used", &["react", "nodedotjs", "serverless", "go", "other"]);
        let technologies = r#"{"id":"react","name":"React"},{"id":"node","name":"Node.js"},{"id":"go","name":"Go 1.30"},
            {"id":"other","name":"Other"},{"id":"l","name":"Lambda","aliases":["serverless"]},{"id":"x","name":"X","icon":"none"}"#;
        let nodes = r#"{"id":"a","label":"A","technology":"react"},{"id":"b","label":"B","technology":"node"},
            {"id":"c","label":"C","technology":"go"},{"id":"e","label":"E","technology":"l"},{"id":"f","label":"F","technology":"x"}"#;
        assert_eq!(names(&package, &[portfolio(technologies, nodes)]), ["go1dot30", "nodedotjs", "react"]);
    }

    #[test]
    fn what_the_file_says_comes_before_the_name() {
        let package = Package::with("said", &["react", "preact"]);
        let text = |icon: &str| {
            let technology = format!(r#"{{"id":"react","name":"React","icon":"{icon}"}}"#);
            portfolio(&technology, r#"{"id":"a","label":"A","technology":"react"}"#)
        };
        for (icon, expected) in [("preact", vec!["preact"]), ("none", vec![]), ("../data/x", vec![]), ("vue", vec![])] {
            assert_eq!(names(&package, &[text(icon)]), expected, "{icon}");
        }
    }

    #[test]
    fn a_diagram_that_is_a_file_of_its_own_counts() {
        let package = Package::with("lone", &["react"]);
        let portfolio = portfolio(r#"{"id":"react","name":"React"}"#, r#"{"id":"a","label":"A"}"#);
        let lone = r#"{"name":"lone","nodes":[{"id":"a","label":"A","technology":"react"}]}"#.to_owned();
        assert_eq!(names(&package, &[lone, portfolio]), ["react"]);
    }

    #[test]
    fn a_site_of_a_portfolio_from_elsewhere_has_its_icons_instead() {
        let dist = std::env::temp_dir().join(format!("vitrine-icons-renewed-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        let old = name("old");
        for (file, text) in [("index.html", format!("<meta name=icons content={old}>").as_str()), (&old, "old")] {
            fs::write(dist.join(file), text).unwrap();
        }
        fs::write(dist.join(format!("{old}.br")), "").unwrap();
        renew("old", &dist).unwrap();
        assert!(dist.join(format!("{old}.br")).exists(), "nothing is done twice");
        renew("new", &dist).unwrap();
        let page = fs::read_to_string(dist.join("index.html")).unwrap();
        assert_eq!(page, format!("<meta name=icons content={}>", name("new")));
        let mut left: Vec<_> = fs::read_dir(&dist).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, [name("new").as_str(), "index.html"]);
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn the_page_reads_what_is_written_and_it_is_the_same_every_time() {
        let package = Package::with("read", &["react", "redis"]);
        let technologies = r#"{"id":"redis","name":"Redis"},{"id":"react","name":"React"}"#;
        let nodes = r#"{"id":"a","label":"A","technology":"redis"},{"id":"b","label":"B","technology":"react"}"#;
        let made = || sprite(&collect(&package.0, &in_diagrams(&[portfolio(technologies, nodes)])).unwrap());
        let text = made();
        assert_eq!(text, made());
        assert!(text.contains("<title>A &amp; B</title><desc>MIT, https://r.test</desc>"), "{text}");
        let read = icon::Sprite::parse(&text);
        assert_eq!(
            ["react", "redis", "vue"].map(|name| read.get(name).map(|data| &**data)),
            [Some("M0 0h5z"), Some("M0 0h5z"), None]
        );
    }
}
