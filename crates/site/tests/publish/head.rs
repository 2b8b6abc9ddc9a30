//! The heads of pages: what each has to hold, and that no two say the same.

use std::collections::BTreeMap;

use vitrine_model::route::{Address, Page};
use vitrine_model::title::title;
use vitrine_model::{Gate, read};
use vitrine_site::head::{Head, Tag, head};
use vitrine_site::{Publication, words};

use super::{each, without_site};

/// The contents of all tags of a name, `property` or `rel`.
fn all<'a>(head: &'a Head, key: &str) -> Vec<&'a str> {
    let value = |tag: &'a Tag, of: &[&str]| {
        tag.attributes.iter().find(|(name, _)| of.contains(name)).map(|(_, value)| value.as_str())
    };
    let named = head.tags.iter().filter(|tag| value(tag, &["name", "property", "rel"]) == Some(key));
    named.filter_map(|tag| value(tag, &["content", "href"])).collect()
}

#[track_caller]
fn one<'a>(head: &'a Head, key: &str) -> &'a str {
    match all(head, key)[..] {
        [one] => one,
        ref found => panic!("{}: {key} is there {} times", head.title, found.len()),
    }
}

#[test]
fn every_page_has_a_title_and_a_description_of_its_own_and_of_a_good_length() {
    each(|file, publication| {
        let mut titles = BTreeMap::new();
        let mut descriptions = BTreeMap::new();
        for page in publication.pages().into_iter().map(Some).chain([None]) {
            let head = head(publication, page);
            assert_eq!(head.title, title(publication.portfolio, page));
            assert!((1..=60).contains(&head.title.chars().count()), "{file}: {}", head.title);
            let length = head.description.chars().count();
            assert!((50..=160).contains(&length), "{file} {page:?}: {length} {}", head.description);
            assert_eq!(titles.insert(head.title.clone(), page), None, "{file}: {}", head.title);
            assert_eq!(descriptions.insert(head.description.clone(), page), None, "{file}: {}", head.description);
            assert_eq!(one(&head, "description"), head.description);
        }
    });
}

#[test]
fn canonical_link_and_preview_name_the_same_absolute_address() {
    each(|_, publication| {
        let site = publication.site.clone().expect("a site");
        for page in publication.pages() {
            let head = head(publication, Some(page));
            let url = [site.as_str(), &publication.path(page)].concat();
            assert!(url.starts_with("https://"), "{url}");
            assert_eq!(head.canonical.as_ref(), Some(&url));
            assert_eq!((one(&head, "canonical"), one(&head, "og:url")), (url.as_str(), url.as_str()));
            assert_eq!((one(&head, "og:title"), one(&head, "og:description")), (&*head.title, &*head.description));
            assert_eq!(one(&head, "og:image"), [site.as_str(), &publication.card_path(page)].concat());
            assert_eq!((one(&head, "og:image:width"), one(&head, "og:image:height")), ("1200", "630"));
            assert_eq!(one(&head, "twitter:card"), "summary_large_image");
            assert!(
                ["og:type", "og:site_name", "og:locale", "og:image:alt"].iter().all(|key| !one(&head, key).is_empty())
            );
            assert!(all(&head, "robots").is_empty());
        }
    });
}

#[test]
fn the_page_for_addresses_that_lead_nowhere_is_not_to_be_found() {
    each(|_, publication| {
        let head = head(publication, None);
        assert_eq!(one(&head, "robots"), "noindex");
        assert_eq!((head.canonical.as_ref(), head.json_ld.as_ref()), (None, None));
        assert!(all(&head, "og:url").is_empty());
    });
}

#[test]
fn colours_and_profiles_are_those_of_the_portfolio() {
    each(|file, publication| {
        let head = head(publication, Some(Page::Home));
        let colours = all(&head, "theme-color");
        let expected: &[&str] = match file {
            "public/portfolio.json" => &["#f6f8f5", "#0c100e"],
            "public/examples/arunav-malhotra.json" => &["#f7f8fa", "#0e131b"],
            "public/examples/hedda-storvik.json" | "public/examples/sharvil-kadam.json" => &["#fbf9f4", "#17150f"],
            _ => &["#17150f"],
        };
        assert_eq!(colours, expected, "{file}");
        for link in all(&head, "me") {
            assert!(
                publication
                    .portfolio
                    .profile
                    .links
                    .iter()
                    .any(|own| own.href.as_ref().is_some_and(|href| href.as_str() == link))
            );
        }
    });
}

#[test]
fn without_a_site_nothing_claims_to_be_absolute_and_the_publisher_is_told() {
    without_site(|publication| {
        assert!(publication.missing().is_some_and(|missing| missing.contains("\"site\"")));
        for page in publication.pages() {
            let head = head(publication, Some(page));
            assert_eq!(head.canonical, None);
            for key in ["canonical", "og:url", "og:image", "alternate"] {
                assert!(all(&head, key).is_empty(), "{key}");
            }
            let json_ld = head.json_ld.expect("JSON-LD");
            assert!(!json_ld.contains("BreadcrumbList") && !json_ld.contains("\"@id\""), "{json_ld}");
        }
    });
}

#[test]
fn pages_below_a_base_keep_their_absolute_address() {
    let text =
        r#"{"site": "https://ada.example/repo", "profile": {"name": "Ada"}, "projects": [{"id": "p", "title": "P"}]}"#;
    let portfolio = read(text, &Gate::native()).expect("a portfolio").value;
    let address = Address::new("/repo/", None).expect("an address");
    let publication = Publication::new(&portfolio, &address, None);
    let head = head(&publication, Some(Page::Project("p")));
    assert_eq!(head.canonical.as_deref(), Some("https://ada.example/repo/projects/p/"));
    assert_eq!(one(&head, "manifest"), "/repo/site.webmanifest");
}

#[test]
fn what_shares_a_title_is_told_apart_and_what_says_nothing_still_has_a_description() {
    let text = r#"{"profile": {"name": "Ada"}, "projects": [{"id": "a", "title": "Engine"}, {"id": "b", "title": "Engine"}],
        "diagrams": [{"id": "d", "name": "d", "title": "Engine", "nodes": [{"id": "n", "label": "N"}]}]}"#;
    let portfolio = read(text, &Gate::native()).expect("a portfolio").value;
    let titles = ["a", "b"].map(|id| title(&portfolio, Some(Page::Project(id))));
    assert_eq!(titles, ["Engine (a) · Ada", "Engine (b) · Ada"]);
    assert_eq!(title(&portfolio, Some(Page::Diagram("d"))), "Engine: diagram · Ada");
    assert_eq!(title(&portfolio, Some(Page::Project("c"))), "Page not found · Ada");
    let address = Address::new("/", None).expect("an address");
    let publication = Publication::new(&portfolio, &address, None);
    for page in publication.pages() {
        let description = words::description(&publication, Some(page));
        assert!((50..=160).contains(&description.chars().count()), "{description}");
    }
}

#[test]
fn titles_fit_and_are_told_apart_whatever_things_are_called() {
    let long = "The extraordinarily long-winded name of something that goes on";
    let id = "i".repeat(80);
    let of = |name: &str, headline: &str, projects: [(&str, &str); 2], page: Option<Page<'_>>| {
        let [a, b] = projects.map(|(id, title)| serde_json::json!({ "id": id, "title": title }));
        let file = serde_json::json!({
            "profile": { "name": name, "headline": headline },
            "projects": [a, b],
            "experience": [{ "name": "Engines", "roles": [{ "title": "Engineer", "start": "2023-02" }] }],
            "diagrams": [{ "id": "d", "name": "d", "title": long, "nodes": [{ "id": "n", "label": "N" }] }],
        });
        let portfolio = read(&file.to_string(), &Gate::native()).expect("a portfolio").value;
        let address = Address::new("/", None).expect("an address");
        let publication = Publication::new(&portfolio, &address, None);
        let mut titles: Vec<String> =
            publication.pages().into_iter().map(Some).chain([None]).map(|page| title(&portfolio, page)).collect();
        assert!(titles.iter().skip(1).all(|title| title.chars().count() <= 60), "{titles:?}");
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), 6, "{titles:?}");
        title(&portfolio, page)
    };
    let (p, q) = (Some(Page::Project("p")), Some(Page::Project("q")));
    let plain = [("p", "P"), ("q", "Q")];
    for (name, headline, projects, page, expected) in [
        ("Ada", "Engineer", plain, Some(Page::Home), "Ada · Engineer"),
        ("Ада", &"инженер ".repeat(6), plain, Some(Page::Home), &["Ада · ", "инженер ".repeat(6).trim()].concat()),
        ("Ada", &"Engineer ".repeat(7), plain, Some(Page::Home), "Ada"),
        (long, "Engineer", plain, Some(Page::Home), long),
        ("Ada", "", [("p", long), ("q", "Q")], p, "The extraordinarily long-winded name of something that goes…"),
        ("Ada", "", [("p", long), ("q", long)], q, "The extraordinarily long-winded name of something that… (q)"),
        (
            "Ada",
            "",
            [("p", long), (&id, long)],
            Some(Page::Project(&id)),
            "The extraordinarily long-winded name of something that… (#2)",
        ),
        ("Ada", "", plain, Some(Page::Diagram("d")), "The extraordinarily long-winded name of something…: diagram"),
        ("Ada", "", [("p", "Experience"), ("q", "Q")], p, "Experience (p) · Ada"),
        ("Ada", "", [("p", "Experience"), ("q", "Q")], Some(Page::Experience), "Experience · Ada"),
        ("Ada", "", [("p", "Page not found"), ("q", "Experience ")], p, "Page not found (p) · Ada"),
    ] {
        assert_eq!(of(name, headline, projects, page), expected);
    }
}

#[test]
fn descriptions_say_only_what_there_is_and_as_much_of_it_as_it_takes() {
    let describe = |file: &str, page: Page<'_>| {
        let portfolio = read(file, &Gate::native()).expect("a portfolio").value;
        let address = Address::new("/", None).expect("an address");
        let publication = Publication::new(&portfolio, &address, None);
        words::description(&publication, Some(page))
    };
    let long = "A summary of what it is, which says enough to stand alone.";
    let project =
        [r#""projects": [{"id": "p", "title": "P", "technologies": ["rust"], "summary": ""#, long, r#""}]"#].concat();
    for (rest, page, expected) in [
        ("", Page::Home, "The portfolio of Ada, Dev."),
        (
            r#", "contact": {"email": "a@example.org"}"#,
            Page::Home,
            "The portfolio of Ada, Dev. With ways to get in touch.",
        ),
        (
            r#", "projects": [{"id": "p", "title": "P"}], "contact": {"email": "a@example.org"}"#,
            Page::Home,
            "The portfolio of Ada, Dev. With 1 project and ways to get in touch.",
        ),
        (
            r#", "projects": [{"id": "p", "title": "P"}, {"id": "q", "title": "Q"}], "sections": []"#,
            Page::Home,
            "The portfolio of Ada, Dev.",
        ),
        (
            r#", "technologies": [{"id": "rust", "name": "Rust"}], "projects": [{"id": "p", "title": "P", "technologies": ["rust"]}]"#,
            Page::Project("p"),
            "Project P. Technologies: Rust. From the portfolio of Ada, Dev.",
        ),
        (&[", ", &project].concat(), Page::Project("p"), long),
    ] {
        let file = [r#"{"profile": {"name": "Ada", "headline": "Dev"}"#, rest, "}"].concat();
        assert_eq!(describe(&file, page), expected, "{rest}");
    }
    let place = r#"{"profile": {"name": "Ada", "location": "London", "about": ["Unseen."]}, "technologies": [{"id": "r", "name": "Rust"}],
        "skills": {"groups": [{"title": "S", "entries": [{"technology": "r"}]}]}, "sections": [{"title": "S", "parts": ["skills"]}]}"#;
    assert_eq!(describe(place, Page::Home), "The portfolio of Ada. Location: London. Technologies: Rust.");
}

#[test]
fn pages_that_would_share_a_description_say_their_names() {
    let summary = "One summary that several projects have, since nobody wrote another for them. ".repeat(3);
    let project = |id: &str, title: &str, text: &str| serde_json::json!({ "id": id, "title": title, "summary": text });
    let file = serde_json::json!({
        "profile": { "name": "Ada", "tagline": summary },
        "projects": [project("a", "A", &summary), project("b", "B", &summary), project("c", "B", &summary),
            project("d", "D", "Short."), project("e", "D", "Short.")],
    });
    let portfolio = read(&file.to_string(), &Gate::native()).expect("a portfolio").value;
    let address = Address::new("/", None).expect("an address");
    let publication = Publication::new(&portfolio, &address, None);
    let mut descriptions: Vec<String> =
        publication.pages().into_iter().map(|page| words::description(&publication, Some(page))).collect();
    assert!(descriptions.iter().all(|text| (50..=160).contains(&text.chars().count())), "{descriptions:#?}");
    let starts: Vec<&str> =
        descriptions.iter().filter_map(|text| text.split_once(": ")).map(|(start, _)| start).collect();
    assert_eq!(starts, ["Ada", "A", "B (b)", "B (c)", "D (d)", "D (e)"]);
    descriptions.sort();
    descriptions.dedup();
    assert_eq!(descriptions.len(), 6);
}

#[test]
fn long_texts_are_cut_at_a_word() {
    let text = "One two three four five";
    for (most, cut) in
        [(30, text), (23, text), (22, "One two three four…"), (14, "One two three…"), (8, "One two…"), (4, "One…")]
    {
        assert_eq!(words::cut(text, most), cut);
    }
    assert_eq!(words::cut("Donaudampfschiff", 6), "Donau…");
    assert_eq!(words::cut("Ärger, überall", 7), "Ärger…");
}
