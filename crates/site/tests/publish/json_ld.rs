//! JSON-LD: what each type has to hold, and that every fact is one of the portfolio.

use serde_json::Value;
use vitrine_model::route::Page;
use vitrine_model::{Markdown, ProjectKind};
use vitrine_site::json_ld::json_ld;

use super::{FILES, each};

#[track_caller]
fn graph(text: &str) -> Vec<Value> {
    let json: Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(json["@context"], "https://schema.org");
    json["@graph"].as_array().expect("a graph").clone()
}

fn of_type<'a>(graph: &'a [Value], kind: &str) -> Option<&'a Value> {
    graph.iter().find(|entry| entry["@type"] == kind)
}

#[test]
fn the_start_page_is_a_profile_of_the_person() {
    each(|file, publication| {
        let graph = graph(&json_ld(publication, Page::Home));
        let page = of_type(&graph, "ProfilePage").expect("a profile page");
        let (person, profile) = (&page["mainEntity"], &publication.portfolio.profile);
        assert_eq!(person["@type"], "Person", "{file}");
        assert_eq!(person["name"], profile.name.as_str());
        assert_eq!(person["jobTitle"].as_str(), profile.headline.as_deref());
        assert_eq!(person["address"].as_str(), profile.location.as_deref());
        let tagline = profile.tagline.as_ref().map(Markdown::plain);
        assert_eq!(person["description"].as_str(), tagline.as_deref());
        let email = publication.portfolio.contact.as_ref().and_then(|contact| contact.email.as_deref());
        assert_eq!(person["email"].as_str(), email);
        let known = person["knowsAbout"].as_array().expect("skills");
        assert!(!known.is_empty(), "{file}");
        assert!(
            known.iter().all(|name| publication.portfolio.technologies.iter().any(|entry| name == entry.name.as_str()))
        );
        assert_eq!(page["dateModified"], "2026-03-14");
        assert!(of_type(&graph, "BreadcrumbList").is_none(), "the start page is no inner page");
    });
}

#[test]
fn every_inner_page_says_what_it_is_and_how_one_comes_there() {
    each(|file, publication| {
        for page in publication.pages().into_iter().skip(1) {
            let graph = graph(&json_ld(publication, page));
            let url = publication.page_url(page).expect("a site");
            let crumbs = of_type(&graph, "BreadcrumbList").expect("breadcrumbs")["itemListElement"]
                .as_array()
                .expect("items")
                .clone();
            assert!(crumbs.len() >= 2, "{file} {page:?}");
            for (at, crumb) in crumbs.iter().enumerate() {
                assert_eq!((&crumb["@type"], crumb["position"].as_u64()), (&"ListItem".into(), Some(at as u64 + 1)));
                assert!(crumb["name"].as_str().is_some_and(|name| !name.is_empty()));
            }
            assert_eq!(crumbs[0]["item"].as_str(), publication.site.as_deref());
            assert_eq!(crumbs[crumbs.len() - 1]["item"], url.as_str());
            assert_eq!(graph[0]["url"], url.as_str(), "{file} {page:?}");
        }
    });
}

#[test]
fn projects_are_works_of_the_person_and_case_studies_are_articles() {
    let mut code = 0;
    each(|file, publication| {
        for project in &publication.portfolio.projects {
            let graph = graph(&json_ld(publication, Page::Project(&project.id)));
            let work = &graph[0];
            let name = if project.kind == ProjectKind::CaseStudy {
                assert_eq!(work["@type"], "Article");
                &work["headline"]
            } else {
                assert!(work["@type"] == "CreativeWork" || work["codeRepository"].is_string(), "{file}: {work}");
                code += usize::from(work["@type"] == "SoftwareSourceCode");
                &work["name"]
            };
            assert_eq!(name, project.title.as_str());
            assert_eq!(work["author"]["name"], publication.portfolio.profile.name.as_str());
            assert_eq!(work["image"]["width"], "1200 px");
            let names = work["keywords"].as_array().map_or(0, Vec::len);
            assert_eq!(names, project.technologies.len(), "{file}: {}", project.id);
        }
    });
    assert_eq!(code, 0, "no bundled project links to source code");
}

#[test]
fn a_project_with_a_repository_is_source_code() {
    let text = r#"{"profile": {"name": "Ada"}, "projects": [{"id": "p", "title": "P", "links": [{"label": "Talk", "url": "https://talks.example/"},
        {"label": "Code", "url": "https://github.com/ada/p"}], "period": {"start": "2023-02"}}]}"#;
    let portfolio = vitrine_model::read(text, &vitrine_model::Gate::native()).expect("a portfolio").value;
    let address = vitrine_model::route::Address::new("/", None).expect("an address");
    let publication = vitrine_site::Publication::new(&portfolio, &address, None);
    let work = &graph(&json_ld(&publication, Page::Project("p")))[0];
    assert_eq!(
        (&work["@type"], &work["codeRepository"]),
        (&"SoftwareSourceCode".into(), &"https://github.com/ada/p".into())
    );
    assert_eq!(work["temporalCoverage"], "2023-02/..");
    assert_eq!(work["dateModified"], Value::Null);
}

#[test]
fn only_links_to_a_repository_itself_make_source_code_of_a_project() {
    for (url, is_repository) in [
        ("https://github.com/ada/engine", true),
        ("https://www.github.com/ada/engine/", true),
        ("https://codeberg.org/ada/engine.git", true),
        ("https://git.sr.ht/~ada/engine", true),
        ("https://github.com/ada/engine#readme", true),
        ("https://github.com/ada", false),
        ("https://github.com/ada/", false),
        ("https://github.com/", false),
        ("https://github.com/ada/engine/issues/1", false),
        ("https://gitlab.com/ada/engine/-/tree/main", false),
        ("https://github.com/orgs/engines", false),
        ("https://github.com//ada/engine", false),
        ("https://github.com/ada/.git", false),
        ("https://github.com.example/ada/engine", false),
        ("https://example.org/github.com/ada/engine", false),
        // The person's own page there, and in the contact.
        ("https://github.com/ada/ada", false),
        ("https://gitlab.com/Ada/about/", false),
    ] {
        let file = serde_json::json!({
            "profile": { "name": "Ada", "links": [{ "label": "Code", "url": "https://github.com/ada/ada/" }] },
            "contact": { "links": [{ "label": "Me", "url": "https://gitlab.com/ada/about" }] },
            "projects": [{ "id": "p", "title": "P", "links": [{ "label": "Link", "url": url }] }],
        });
        let portfolio =
            vitrine_model::read(&file.to_string(), &vitrine_model::Gate::native()).expect("a portfolio").value;
        let address = vitrine_model::route::Address::new("/", None).expect("an address");
        let publication = vitrine_site::Publication::new(&portfolio, &address, None);
        let work = &graph(&json_ld(&publication, Page::Project("p")))[0];
        let expected = if is_repository { ("SoftwareSourceCode", Some(url)) } else { ("CreativeWork", None) };
        assert_eq!((work["@type"].as_str(), work["codeRepository"].as_str()), (Some(expected.0), expected.1), "{url}");
    }
}

#[test]
fn a_person_says_nothing_that_no_section_shows_and_nothing_twice() {
    let person = |sections: &str| {
        let text = [
            r#"{"profile": {"name": "Ada", "about": ["Counts."], "links": [{"label": "Code", "url": "https://github.com/ada"}, {"label": "Talks", "url": "https://talks.example/"}]},
            "contact": {"email": "ada@example.com", "links": [{"label": "Code", "url": "https://github.com/ada"}]},
            "technologies": [{"id": "rust", "name": "Rust"}, {"id": "c", "name": "C"}],
            "projects": [{"id": "p", "title": "P", "technologies": ["rust"]}, {"id": "q", "title": "Q", "kind": "case-study", "technologies": ["c"]}],
            "experience": [{"name": "Engines", "roles": [{"title": "Engineer", "start": "2023-02"}]}], "sections": ["#,
            sections,
            "]}",
        ];
        let portfolio = vitrine_model::read(&text.concat(), &vitrine_model::Gate::native()).expect("a portfolio").value;
        let address = vitrine_model::route::Address::new("/", None).expect("an address");
        let publication = vitrine_site::Publication::new(&portfolio, &address, None);
        graph(&json_ld(&publication, Page::Home))[0]["mainEntity"].clone()
    };
    let all = person(
        r#"{"id": "contact", "title": "Contact", "parts": ["contact"]}, {"id": "experience", "title": "Experience", "parts": ["experience"]}"#,
    );
    assert_eq!(all["worksFor"][0]["name"], "Engines");
    assert_eq!(all["email"], "ada@example.com");
    assert_eq!(all["sameAs"], serde_json::json!(["https://github.com/ada", "https://talks.example/"]));
    let some = person(r#"{"id": "about", "title": "About", "parts": ["about"]}"#);
    assert_eq!((&some["worksFor"], &some["email"], &some["knowsAbout"]), (&Value::Null, &Value::Null, &Value::Null));
    let listed = person(r#"{"id": "work", "title": "Work", "parts": ["projects"], "kinds": ["project"]}"#);
    assert_eq!(listed["knowsAbout"], serde_json::json!(["Rust"]));
}

/// Each text of a page's data, but for the words of schema.org and what is made of addresses.
fn facts(value: &Value, key: &str, all: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) if !key.starts_with('@') => all.push((key.to_owned(), text.clone())),
        Value::Array(entries) => entries.iter().for_each(|entry| facts(entry, key, all)),
        Value::Object(entries) => entries.iter().for_each(|(key, entry)| facts(entry, key, all)),
        _ => {}
    }
}

#[test]
fn facts_are_words_of_the_portfolio() {
    let plain =
        |text: &str| text.replace(['*', '`', '_', '\n', '\r'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut at = 0;
    each(|file, publication| {
        let source: Value =
            serde_json::from_str(&std::fs::read_to_string(super::project().join(FILES[at])).expect("a file"))
                .expect("JSON");
        at += 1;
        let mut said = Vec::new();
        facts(&source, "", &mut said);
        let said: Vec<String> = said.into_iter().map(|(_, text)| plain(&text)).collect();
        for page in publication.pages() {
            let mut found = Vec::new();
            for entry in graph(&json_ld(publication, page)) {
                facts(&entry, "", &mut found);
            }
            for (key, fact) in found {
                let ours = match key.as_str() {
                    // Checked elsewhere: addresses of ours, the title, the day, a span, the size of a picture, and what several texts make up.
                    "url" | "item" | "mainEntityOfPage" | "image" => {
                        fact.starts_with(publication.site.as_deref().unwrap_or_default()) || said.contains(&fact)
                    }
                    "inLanguage" => fact == publication.portfolio.language,
                    "dateModified" | "temporalCoverage" | "description" | "width" | "height" => true,
                    "name"
                        if fact == "Experience"
                            || publication.portfolio.sections.iter().any(|section| section.title == fact)
                            || fact == vitrine_model::title::title(publication.portfolio, Some(Page::Home)) =>
                    {
                        true
                    }
                    _ => said.contains(&plain(&fact)),
                };
                assert!(ours, "{file} {page:?}: {key} is {fact:?}, which the portfolio doesn't say");
            }
        }
    });
}
