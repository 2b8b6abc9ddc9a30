//! The feed, against what RFC 4287 asks for.

use std::collections::HashSet;

use roxmltree::{Document, Node};
use vitrine_model::route::Address;
use vitrine_model::{Day, Gate, read};
use vitrine_site::Publication;
use vitrine_site::feed::{feed, undated};

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

/// Each entry with its date, in order.
fn dates(json: &str, changed: &str, edited: &[(String, Day)]) -> String {
    let portfolio = read(json, &Gate::native()).expect("a portfolio").value;
    let address = Address::new("/", None).expect("an address");
    let mut publication = Publication::new(&portfolio, &address, Day::parse(changed));
    publication.today = Day::parse("2026-11-20");
    publication.edited = edited;
    let Some(written) = feed(&publication) else { return String::new() };
    let xml = Document::parse(&written).expect("XML");
    let of = |node| format!("{} {}", text(node, "title"), &text(node, "updated")[..10]);
    let entries = children(xml.root_element(), "entry");
    assert_eq!(
        text(entries[0], "updated"),
        text(xml.root_element(), "updated"),
        "the feed is as new as its newest entry"
    );
    entries.into_iter().map(of).collect::<Vec<_>>().join(", ")
}

const SKETCH: &str = r#"{"site": "https://a.example/", "profile": "Ada",
    "projects": [{"kind": "case-study", "title": "Told", "period": "2019-2021", "updated": "2025-02-03"},
        {"kind": "case-study", "title": "Over", "period": "2019-2021"},
        {"kind": "case-study", "title": "Lasting", "period": {"start": "2024-05"}},
        {"kind": "case-study", "title": "Planned", "period": {"start": "2022", "end": "2031"}, "updated": "2030-01-01"},
        {"kind": "case-study", "title": "Undated"}],
    "writing": [{"title": "A", "url": "https://b.example/a", "date": "2024-06"}, {"title": "B", "url": "https://b.example/b"},
        {"title": "To come", "url": "https://b.example/c", "date": "2027"}]}"#;

#[test]
fn an_entry_is_as_new_as_its_own_date_and_never_of_a_day_to_come() {
    let expected = "Told 2025-02-03, A 2024-06-01, Lasting 2024-05-01, Planned 2022-01-01, Over 2021-01-01";
    for changed in ["2026-03-14", "2026-11-20", "none"] {
        assert_eq!(dates(SKETCH, changed, &[]), expected, "whatever day the file changed on");
    }
    let edited = SKETCH.replace(r#""profile": "Ada""#, r#""profile": {"name": "Ada", "headline": "New"}"#);
    assert_eq!(dates(&edited, "2026-11-20", &[]), expected, "whatever else changed");
    let later = SKETCH.replace("2025-02-03", "2026-11-19");
    assert!(
        dates(&later, "2026-11-20", &[]).starts_with("Told 2026-11-19, A 2024-06-01"),
        "and when it did, it is new"
    );
}

#[test]
fn the_history_tells_the_days_of_what_does_not_say_when_it_changed() {
    let edited = [("Undated", "2026-04-01"), ("B", "2026-05-01"), ("Over", "2026-06-01"), ("Told", "2026-06-01")];
    let edited = edited.map(|(title, day)| (title.to_owned(), Day::parse(day).expect("a day")));
    assert_eq!(
        dates(SKETCH, "2026-11-20", &edited),
        "Over 2026-06-01, B 2026-05-01, Undated 2026-04-01, Told 2025-02-03, A 2024-06-01, Lasting 2024-05-01, Planned 2022-01-01",
        "what an entry says of itself comes before, and what its period says after that"
    );
}

#[test]
fn what_the_feed_lacks_for_want_of_a_date_is_named() {
    let portfolio = read(SKETCH, &Gate::native()).expect("a portfolio").value;
    let address = Address::new("/", None).expect("an address");
    let mut publication = Publication::new(&portfolio, &address, super::changed());
    publication.today = Day::parse("2026-11-20");
    assert_eq!(undated(&publication), ["Undated", "B", "To come"]);
    without_site(|publication| assert_eq!(undated(publication), [""; 0]));
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
    let all = r#""projects": [{"id": "p", "kind": "case-study", "title": "Study", "updated": "2025"}, {"id": "q", "kind": "case-study", "title": "Other", "updated": "2025"}],
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
