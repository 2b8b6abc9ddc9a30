//! Links within a site that lead nowhere.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use percent_encoding::percent_decode_str;

use super::Site;

/// A link that nothing on the site answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLink {
    /// Where it leads: an absolute path.
    pub href: String,
    /// The address of the first page that has it.
    pub page: String,
    /// The file that would answer, relative to the base.
    pub file: String,
}

/// What is wrong, and what to do about it.
impl fmt::Display for DeadLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { href, page, file } = self;
        write!(f, "the link to {href} on {page} leads to nothing; ")?;
        // Folders are pages, which come of the portfolio.
        if file.ends_with("/index.html") {
            write!(f, "mend it, as no page has this address")
        } else {
            write!(f, "put the file among those that are published beside the pages, as {file}, or mend the link")
        }
    }
}

/// The links of a site's pages to addresses below a base that neither one of its files answers nor what else is `there`, asked
/// by its path below the site's folder. Each once, in the order of the pages.
pub fn dead_links(site: &Site, base: &str, there: impl Fn(&str) -> bool) -> Vec<DeadLink> {
    let rendered: HashSet<&str> = site.files.iter().map(|file| file.path.as_str()).collect();
    let is_there = |path: &str| rendered.contains(path) || there(path);
    let mut seen = HashSet::new();
    let mut dead = Vec::new();
    for (file, links) in &site.links {
        let page = [base, file.strip_suffix("index.html").unwrap_or(file)].concat();
        for href in links {
            let Some(path) = below(href, base).filter(|path| seen.insert(path.clone())) else { continue };
            let index = [path.trim_end_matches('/'), "/index.html"].concat();
            let index = index.trim_start_matches('/');
            // Hosts lead from a folder without its slash to the one with it.
            if !is_there(index) && (path.is_empty() || path.ends_with('/') || !is_there(&path)) {
                let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
                let file = if is_file { path } else { index.to_owned() };
                dead.push(DeadLink { href: href.clone(), page: page.clone(), file });
            }
        }
    }
    dead
}

/// The path that a link leads to, relative to the base and as files are named; `None` of one that leads elsewhere.
fn below(href: &str, base: &str) -> Option<String> {
    let path = href.split(['?', '#']).next()?;
    // With two slashes at its start it names a host.
    let path = path.strip_prefix(base).filter(|_| !path.starts_with("//"))?;
    percent_decode_str(path).decode_utf8().ok().map(Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(pages: &[(&str, &[&str])], files: &[&str]) -> Site {
        let file = |path: &str| crate::File { path: path.to_owned(), bytes: Vec::new() };
        let links = |(path, links): &(&str, &[&str])| {
            ((*path).to_owned(), links.iter().map(|link| (*link).to_owned()).collect())
        };
        let paths = pages.iter().map(|(path, _)| *path).chain(files.iter().copied());
        Site {
            files: paths.map(file).collect(),
            links: pages.iter().map(links).collect(),
            lacking: std::collections::BTreeSet::new(),
        }
    }

    fn dead(base: &str, hrefs: &[&str]) -> Vec<String> {
        let site = site(&[("index.html", hrefs), ("projects/shop/index.html", &[])], &["feed.xml"]);
        let there = |path: &str| ["cv.pdf", "täglich.pdf", "me@2024.pdf", "notes/index.html"].contains(&path);
        dead_links(&site, base, there).into_iter().map(|link| link.href).collect()
    }

    #[test]
    fn links_are_dead_that_neither_a_page_nor_a_file_answers() {
        for base in ["/", "/repo/"] {
            let at = |path: &str| [base, path].concat();
            for answered in [
                "",
                "#top",
                "?tech=rust",
                "projects/shop/",
                "projects/shop",
                "projects/shop/?a=b#c",
                "feed.xml",
                "cv.pdf",
                "cv.pdf#page=2",
                "notes/",
                "t%C3%A4glich.pdf",
                "?a=1&b=2",
                "me@2024.pdf",
            ] {
                assert_eq!(dead(base, &[&at(answered)]), [""; 0], "{base} {answered}");
            }
            for dangling in
                ["cv-2.pdf", "projects/shoe/", "projects/shoe", "feed.xml/", "notes/cv.pdf", "cv", "%zz.pdf"]
            {
                assert_eq!(dead(base, &[&at(dangling)]), [at(dangling)], "{base}");
            }
        }
    }

    #[test]
    fn what_is_not_below_the_base_is_none_of_the_sites_business() {
        let elsewhere =
            ["https://example.org/cv.pdf", "mailto:a@example.org", "tel:+1", "//example.org/cv.pdf", "#top"];
        assert_eq!(dead("/", &elsewhere), [""; 0]);
        assert_eq!(dead("/repo/", &["/cv-2.pdf", "/repository/cv-2.pdf"]), [""; 0]);
    }

    #[test]
    fn a_dead_link_is_told_of_once_with_its_first_page_and_what_to_do() {
        let links = ["/r/a&b.pdf", "/r/projects/x/#y"];
        let site = site(&[("projects/shop/index.html", &links), ("404.html", &links)], &["data.json"]);
        let told: Vec<String> = dead_links(&site, "/r/", |_| false).iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "the link to /r/a&b.pdf on /r/projects/shop/ leads to nothing; put the file among those that are published beside the pages, as a&b.pdf, or mend the link",
                "the link to /r/projects/x/#y on /r/projects/shop/ leads to nothing; mend it, as no page has this address",
            ]
        );
    }
}
