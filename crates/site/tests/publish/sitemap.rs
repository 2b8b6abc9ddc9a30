//! Sitemap, robots and manifest.

use vitrine_model::route::Address;
use vitrine_model::{Gate, read};
use vitrine_site::Publication;
use vitrine_site::manifest::{ICONS, manifest};
use vitrine_site::sitemap::{robots, sitemap};

use super::{FILES, each, portfolio, without_site};

#[test]
fn the_sitemap_lists_every_page_once_with_the_day_of_the_last_change() {
    each(|file, publication| {
        let text = sitemap(publication).expect("a sitemap");
        let xml = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let texts = |tag: &str| -> Vec<String> {
            xml.descendants()
                .filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", tag)))
                .filter_map(|node| node.text().map(str::to_owned))
                .collect()
        };
        let pages: Vec<String> =
            publication.pages().into_iter().filter_map(|page| publication.page_url(page)).collect();
        assert_eq!(texts("loc"), pages);
        assert!(texts("lastmod").iter().all(|day| day == "2026-03-14") && texts("lastmod").len() == pages.len());
        let portfolio = publication.portfolio;
        let experience = usize::from(!portfolio.experience.is_empty());
        assert_eq!(pages.len(), 1 + portfolio.projects.len() + portfolio.diagrams.len() + experience);
    });
}

#[test]
fn robots_lead_to_the_sitemap_by_its_absolute_address() {
    each(|_, publication| {
        let site = publication.site.clone().unwrap_or_default();
        assert!(robots(publication).ends_with(&format!("\nSitemap: {site}sitemap.xml\n")));
    });
    without_site(|publication| {
        assert_eq!(sitemap(publication), None);
        assert_eq!(robots(publication), "User-agent: *\nAllow: /\n");
    });
}

#[test]
fn a_day_that_is_not_known_is_not_made_up() {
    each(|_, publication| {
        let mut unknown = publication.clone();
        unknown.changed = None;
        assert!(!sitemap(&unknown).expect("a sitemap").contains("lastmod"));
        assert!(unknown.missing().is_some() && publication.missing().is_none());
    });
}

#[test]
fn a_site_that_is_built_for_another_path_than_it_says_is_told_of() {
    let mut portfolio = portfolio(FILES[0]);
    for (site, base, expected) in [
        ("https://example.org/", "/", None),
        ("https://example.org", "/", None),
        ("https://example.org/ada", "/ada/", None),
        ("https://example.org/ada/", "/", Some("for the path /ada/,")),
        ("https://example.org/", "/ada/", Some("for the path /,")),
    ] {
        portfolio.site = Gate::native().admit(site);
        let address = Address::new(base, None).expect("an address");
        let said = Publication::new(&portfolio, &address, None).misplaced();
        assert_eq!(said.is_some(), expected.is_some(), "{site} {base}: {said:?}");
        assert!(said.unwrap_or_default().contains(expected.unwrap_or_default()), "{site} {base}");
    }
    without_site(|publication| assert_eq!(publication.misplaced(), None));
}

#[test]
fn the_manifest_names_the_site_its_colours_and_icons_that_are_drawn() {
    each(|file, publication| {
        let manifest: serde_json::Value = serde_json::from_str(&manifest(publication)).expect("JSON");
        assert_eq!(manifest["short_name"], publication.portfolio.profile.name.as_str());
        assert_eq!(manifest["start_url"], ".");
        assert!(
            manifest["theme_color"].as_str().is_some_and(|colour| colour.len() == 7 && colour.starts_with('#')),
            "{file}"
        );
        let icons = manifest["icons"].as_array().expect("icons");
        for side in [192, 512] {
            let (name, _) = ICONS.iter().find(|(_, drawn)| *drawn == side).expect("an icon that is drawn");
            assert!(icons.iter().any(|icon| icon["src"] == *name && icon["sizes"] == format!("{side}x{side}")));
        }
    });
}

#[test]
fn the_sitemap_leaves_out_pages_that_no_link_leads_to_which_are_there_nevertheless() {
    let projects = r#""technologies": [{"id": "rust", "name": "Rust"}], "projects": [{"id": "p", "title": "P", "technologies": ["rust"]},
        {"id": "q", "title": "Q", "kind": "case-study", "diagram": "d"}], "experience": [{"name": "Engines", "roles": [{"title": "Engineer", "start": "2023-02"}]}],
        "diagrams": [{"id": "d", "name": "d", "title": "D", "nodes": [{"id": "n", "label": "N", "opens": "e"}]},
                     {"id": "e", "name": "e", "title": "E", "nodes": [{"id": "n", "label": "N", "technology": "rust"}]}]"#;
    for (parts, listed) in [
        (r#"["about"]"#, ""),
        (r#"["experience"]"#, "experience/"),
        (r#"["projects"], "kinds": ["project"]"#, "projects/p/"),
        // The study has a diagram, that opens another, a node of which tells what it is used in.
        (r#"["projects"], "kinds": ["case-study"]"#, "projects/q/ projects/p/ architecture/d/ architecture/e/"),
        (r#"["diagrams"]"#, "projects/p/ projects/q/ architecture/d/ architecture/e/"),
        (r#"["about"], "intro": "[More](architecture/e/)""#, "projects/p/ projects/q/ architecture/d/ architecture/e/"),
        (r#"["about"], "intro": "**[All](/experience)**, [none](projects/r/)""#, "experience/"),
    ] {
        let file = format!(
            r#"{{"site": "https://a.example/b", "profile": {{"name": "Ada", "about": ["Counts."]}}, {projects},
            "sections": [{{"title": "All", "parts": {parts}}}]}}"#
        );
        let portfolio = read(&file, &Gate::native()).expect("a portfolio").value;
        let address = Address::new("/b/", None).expect("an address");
        let publication = Publication::new(&portfolio, &address, None);
        assert_eq!(publication.pages().len(), 6);
        let text = sitemap(&publication).expect("a sitemap");
        let found = text.split("<loc>https://a.example/b/").skip(1).filter_map(|rest| rest.split('<').next());
        assert_eq!(found.skip(1).collect::<Vec<_>>().join(" "), listed, "{parts}");
    }
}
