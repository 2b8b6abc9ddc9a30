//! The feed, against what RFC 4287 asks for.

use std::collections::HashSet;

use roxmltree::{Document, Node};
use vitrine_model::route::Address;
use vitrine_model::{Gate, read};
use vitrine_site::Publication;
use vitrine_site::feed::feed;

use super::{each, without_site};

const ATOM: &str = "http://www.w3.org/2005/Atom";

fn children<'a>(node: Node<'a, 'a>, tag: &str) -> Vec<Node<'a, 'a>> {
    node.children().filter(|child| child.has_tag_name((ATOM, tag))).collect()
}

#[track_caller]
fn text<'a>(node: Node<'a, 'a>, tag: &str) -> &'a str {
    match children(node, tag)[..] {
        [one] => one.text().unwrap_or_default(),
        ref found => panic!("{} has {} {tag}", node.tag_name().name(), found.len()),
    }
}

fn is_instant(text: &str) -> bool {
    text.len() == 20 && text.ends_with("T00:00:00Z") && vitrine_model::Day::parse(&text[..10]).is_some()
}

#[test]
fn feeds_hold_what_the_format_asks_for() {
    let mut feeds = 0;
    each(|file, publication| {
        let Some(written) = feed(publication) else { return };
        feeds += 1;
        let xml = Document::parse(&written).unwrap_or_else(|error| panic!("{file}: {error}\n{written}"));
        let root = xml.root_element();
        assert!(root.has_tag_name((ATOM, "feed")));
        assert_eq!(text(root, "id"), publication.site.as_deref().unwrap_or_default());
        assert!(!text(root, "title").is_empty() && is_instant(text(root, "updated")));
        let own = [publication.site.as_deref().unwrap_or_default(), "feed.xml"].concat();
        assert!(
            children(root, "link")
                .iter()
                .any(|link| link.attribute("rel") == Some("self") && link.attribute("href") == Some(&*own))
        );
        let author = children(root, "author");
        assert_eq!(text(author[0], "name"), publication.portfolio.profile.name);
        let mut ids = HashSet::new();
        let entries = children(root, "entry");
        assert!(!entries.is_empty(), "{file}");
        for entry in entries {
            assert!(ids.insert(text(entry, "id")) && text(entry, "id").starts_with("https://"), "{file}");
            assert!(!text(entry, "title").is_empty() && is_instant(text(entry, "updated")));
            assert_eq!(children(entry, "link")[0].attribute("href"), Some(text(entry, "id")));
        }
    });
    assert_eq!(feeds, 4, "every portfolio has something to tell");
}

#[test]
fn pieces_without_a_day_are_left_out_when_the_day_of_the_change_is_unknown() {
    let sketch = r#"{"site": "https://a.example/", "profile": {"name": "Ada"}, "projects": [{"id": "p", "kind": "case-study", "title": "P"}],
        "writing": [{"title": "A", "url": "https://b.example/a", "date": "2024-05"}, {"title": "B", "url": "https://b.example/b"},
                    {"title": "C", "date": "2025"}]}"#;
    let portfolio = read(sketch, &Gate::native()).expect("a portfolio").value;
    let address = Address::new("/", None).expect("an address");
    let written = feed(&Publication::new(&portfolio, &address, None)).expect("a feed");
    let xml = Document::parse(&written).expect("XML");
    let entries = children(xml.root_element(), "entry");
    assert_eq!(entries.len(), 1);
    assert_eq!((text(entries[0], "title"), text(entries[0], "updated")), ("A", "2024-05-01T00:00:00Z"));
}

#[test]
fn there_is_no_feed_without_a_site_or_with_nothing_to_tell() {
    without_site(|publication| assert_eq!(feed(publication), None));
    let portfolio = read(r#"{"site": "https://a.example/", "profile": {"name": "Ada"}}"#, &Gate::native())
        .expect("a portfolio")
        .value;
    let address = Address::new("/", None).expect("an address");
    assert_eq!(feed(&Publication::new(&portfolio, &address, super::changed())), None);
}

#[test]
fn a_feed_holds_only_what_the_site_shows() {
    let all = r#""projects": [{"id": "p", "kind": "case-study", "title": "Study"}, {"id": "q", "kind": "case-study", "title": "Other"}],
        "writing": [{"title": "Note", "url": "https://b.example/a", "date": "2024-05"}]"#;
    for (section, shown) in [
        (r#""parts": ["writing"]"#, "Note"),
        (r#""parts": ["projects"], "kinds": ["case-study"]"#, "Study Other"),
        (r#""parts": ["about"], "intro": "See [the study](projects/p/).""#, "Study"),
        (r#""parts": ["about"], "intro": "See [the study](https://a.example/projects/p/).""#, "Study"),
        (r#""parts": ["about"]"#, ""),
    ] {
        let file = format!(
            r#"{{"site": "https://a.example/", "profile": {{"name": "Ada", "about": ["Counts."]}}, {all},
            "sections": [{{"title": "All", {section}}}]}}"#
        );
        let portfolio = read(&file, &Gate::native()).expect("a portfolio").value;
        let address = Address::new("/", None).expect("an address");
        let written = feed(&Publication::new(&portfolio, &address, super::changed())).unwrap_or_default();
        let xml = Document::parse(&written).ok();
        let entries = xml.iter().flat_map(|xml| children(xml.root_element(), "entry"));
        let titles: Vec<&str> = entries.map(|entry| text(entry, "title")).collect();
        assert_eq!(titles.join(" "), shown, "{section}");
    }
}
