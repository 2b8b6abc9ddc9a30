//! Icons of technologies: what a portfolio's diagrams run on, picked from all that the frame brings, becomes one file, which
//! a page fetches once it has drawn a diagram.

use std::collections::BTreeMap;

use vitrine_draw::diagram::icon;
use vitrine_frame::hash;
use vitrine_lean::escape::xml;
use vitrine_model::{Gate, Portfolio, Technology, read, read_diagram};

use crate::site::File;

/// All icons there are to choose from.
#[derive(Debug, Clone, Copy)]
pub struct Library<'a>(&'a str);

/// An icon of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Icon<'a> {
    /// Whose icon it is.
    pub title: &'a str,
    /// Its own licence and where it comes from, for those that are not the collection's to give away; else empty.
    pub licence: &'a str,
    /// Path data in a box of 24 × 24.
    pub data: &'a str,
}

impl<'a> Library<'a> {
    /// The library in a text of one icon a line: slug, title, licence and path data, with tabs between them.
    pub fn read(bytes: &'a [u8]) -> Self {
        Self(std::str::from_utf8(bytes).unwrap_or_default())
    }

    /// The icon under a slug.
    pub fn icon(&self, slug: &str) -> Option<Icon<'a>> {
        let rest = self.0.lines().find_map(|line| line.strip_prefix(slug)?.strip_prefix('\t'))?;
        let mut words = rest.split('\t');
        Some(Icon { title: words.next()?, licence: words.next()?, data: words.next()? })
    }

    /// The file with the icons that these portfolios and diagrams, as JSON, have use for; its name changes with what it holds.
    /// The first text is the portfolio of the site.
    pub fn sprite(&self, own: &str, others: &[String]) -> File {
        let texts: Vec<&str> = std::iter::once(own).chain(others.iter().map(String::as_str)).collect();
        let text = sprite(&self.collect(&in_diagrams(&texts)));
        File { path: format!("icons-{}.svg", hash(text.as_bytes())), bytes: text.into_bytes() }
    }

    /// The icons of these technologies, by the name that the page will look for.
    ///
    /// An icon is named as its `icon` says, or else as the technology's name or id. Aliases don't count, for they are there
    /// to be found by, and more often lead to somebody else's: "serverless" is a company.
    fn collect(&self, technologies: &BTreeMap<String, Technology>) -> Vec<(String, Icon<'a>)> {
        let found = technologies.iter().filter_map(|(name, technology)| {
            let slugs = [Some(name.clone()), technology.icon.is_none().then(|| icon::slug(&technology.id))];
            // One without a name can't be looked for.
            let slugs = slugs.into_iter().flatten().filter(|slug| !name.is_empty() && !slug.is_empty());
            Some((name.clone(), slugs.into_iter().find_map(|slug| self.icon(&slug))?))
        });
        found.collect()
    }

    /// What a portfolio asks for by name and the library does not have: the name of the icon, and of the technology.
    pub fn missing(&self, portfolio: &Portfolio) -> Vec<(String, String)> {
        let named = portfolio.diagrams.iter().flat_map(|diagram| &diagram.nodes).filter_map(|node| node.technology);
        let mut missing: Vec<(String, String)> = named
            .filter_map(|id| {
                let technology = portfolio.technology(id);
                let name = technology.icon.clone().filter(|name| name != NONE && self.icon(name).is_none())?;
                Some((name, technology.name.clone()))
            })
            .collect();
        missing.sort();
        missing.dedup();
        missing
    }
}

/// What a portfolio writes for a technology that is to have no icon.
const NONE: &str = "none";

/// What the nodes of all diagrams run on, by the name that the page will look for: diagrams of portfolios, and those
/// that are files of their own, which any of the portfolios may show.
fn in_diagrams(texts: &[&str]) -> BTreeMap<String, Technology> {
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

/// The file: [`icon::Sprite`] reads it.
fn sprite(icons: &[(String, Icon<'_>)]) -> String {
    let mut text = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n".to_owned();
    if !icons.is_empty() {
        text +=
            "<!-- From simple-icons: CC0 1.0 unless one says otherwise. Icons may be trademarks of their owners. -->\n";
    }
    for (name, Icon { title, licence, data }) in icons {
        let about = if licence.is_empty() { String::new() } else { format!("<desc>{}</desc>", xml(licence)) };
        text.extend(["<symbol id=\"", &xml(name), "\" viewBox=\"0 0 24 24\"><title>", &xml(title), "</title>", &about]);
        text.extend(["<path d=\"", &xml(data), "\"/></symbol>\n"]);
    }
    text + "</svg>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A library with an icon for each of these.
    fn library(slugs: &[&str]) -> String {
        let line = |slug: &&str| {
            let licence = if *slug == "react" { "MIT, https://r.test" } else { "" };
            format!("{slug}\tA & B\t{licence}\tM0 0h{}z\n", slug.len())
        };
        slugs.iter().map(line).collect()
    }

    fn portfolio(technologies: &str, nodes: &str) -> String {
        format!(
            r#"{{"profile":{{"name":"A"}},"technologies":[{technologies}],"diagrams":[{{"id":"d","name":"d","nodes":[{nodes}]}}]}}"#
        )
    }

    fn names(library: &str, texts: &[&str]) -> Vec<String> {
        Library::read(library.as_bytes()).collect(&in_diagrams(texts)).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn only_what_a_diagram_runs_on_gets_an_icon() {
        let library = library(&["react", "nodedotjs", "serverless", "go", "other"]);
        let technologies = r#"{"id":"react","name":"React"},{"id":"node","name":"Node.js"},{"id":"go","name":"Go 1.30"},
            {"id":"other","name":"Other"},{"id":"l","name":"Lambda","aliases":["serverless"]},{"id":"x","name":"X","icon":"none"}"#;
        let nodes = r#"{"id":"a","label":"A","technology":"react"},{"id":"b","label":"B","technology":"node"},
            {"id":"c","label":"C","technology":"go"},{"id":"e","label":"E","technology":"l"},{"id":"f","label":"F","technology":"x"}"#;
        assert_eq!(names(&library, &[&portfolio(technologies, nodes)]), ["go1dot30", "nodedotjs", "react"]);
    }

    #[test]
    fn what_the_file_says_comes_before_the_name() {
        let library = library(&["react", "preact"]);
        for (icon, expected, missing) in
            [("preact", vec!["preact"], 0), ("none", vec![], 0), ("../data/x", vec![], 1), ("vue", vec![], 1)]
        {
            let technology = format!(r#"{{"id":"react","name":"React","icon":"{icon}"}}"#);
            let text = portfolio(&technology, r#"{"id":"a","label":"A","technology":"react"}"#);
            assert_eq!(names(&library, &[&text]), expected, "{icon}");
            let portfolio = read(&text, &Gate::native()).unwrap().value;
            assert_eq!(Library::read(library.as_bytes()).missing(&portfolio).len(), missing, "{icon}");
        }
    }

    #[test]
    fn a_diagram_that_is_a_file_of_its_own_counts() {
        let library = library(&["react"]);
        let portfolio = portfolio(r#"{"id":"react","name":"React"}"#, r#"{"id":"a","label":"A"}"#);
        let lone = r#"{"name":"lone","nodes":[{"id":"a","label":"A","technology":"react"}]}"#;
        assert_eq!(names(&library, &[lone, &portfolio]), ["react"]);
        assert_eq!(names(&library, &[&portfolio]), [""; 0]);
    }

    #[test]
    fn the_page_reads_what_is_written_and_it_is_the_same_every_time() {
        let library = library(&["react", "redis"]);
        let technologies = r#"{"id":"redis","name":"Redis"},{"id":"react","name":"React"}"#;
        let nodes = r#"{"id":"a","label":"A","technology":"redis"},{"id":"b","label":"B","technology":"react"}"#;
        let own = portfolio(technologies, nodes);
        let made = || Library::read(library.as_bytes()).sprite(&own, &[]);
        let file = made();
        assert_eq!(file, made());
        assert_ne!(file.path, Library::read(library.as_bytes()).sprite("", &[]).path, "a name of its own");
        let text = String::from_utf8(file.bytes).unwrap();
        assert!(text.contains("<title>A &amp; B</title><desc>MIT, https://r.test</desc>"), "{text}");
        let read = icon::Sprite::parse(&text);
        assert_eq!(
            ["react", "redis", "vue"].map(|name| read.get(name).map(|data| &**data)),
            [Some("M0 0h5z"), Some("M0 0h5z"), None]
        );
    }
}
