//! The languages of a portfolio: which one it is read in, what its pages say themselves, and texts in several of them.

use std::rc::Rc;

use serde_json::json;
use vitrine::model::folder::{Essay, Folder, Image, Nowhere, PictureFault};
use vitrine::model::{
    Article, Gate, Markdown, PartialDate, Piece, Portfolio, Reading, check_beside, compact, read, read_in, read_with,
};
use vitrine::route::{Address, Page};

fn file(language: &serde_json::Value) -> String {
    let text = |english: &str, german: &str| json!({ "en": english, "de": german });
    json!({
        "language": language,
        "profile": { "name": "Ada", "headline": text("Engineer", "Ingenieurin"), "about": [text("Hello.", "Hallo."), "Both."] },
        "metrics": [{ "value": 1234.5, "label": text("runs", "Läufe") }],
        "projects": [{ "id": "a", "title": { "de": "Nur deutsch" }, "summary": text("Short", "Kurz"), "period": { "start": "2023-03" } }],
        "skills": [{ "title": text("Tools", "Werkzeuge"), "entries": ["Go"] }],
        "diagrams": [{ "id": "d", "name": "d", "nodes": [{ "id": "en", "label": text("Store", "Laden") }] }],
    })
    .to_string()
}

fn sound(reading: Reading<Portfolio>) -> Portfolio {
    assert_eq!(reading.problems, []);
    reading.value
}

fn in_language(text: &str, language: &str) -> Portfolio {
    sound(read_in(text, &Gate::native(), Rc::new(Nowhere), language).expect("a portfolio"))
}

#[test]
fn a_text_in_several_languages_is_read_in_one() {
    let both = file(&json!(["en", "de"]));
    for (language, headline, about, metric, summary, skills, node) in [
        ("en", "Engineer", "Hello.", "runs", "Short", "Tools", "Store"),
        ("de", "Ingenieurin", "Hallo.", "Läufe", "Kurz", "Werkzeuge", "Laden"),
        // What the file has not is read in its first language.
        ("fr", "Engineer", "Hello.", "runs", "Short", "Tools", "Store"),
    ] {
        let portfolio = in_language(&both, language);
        assert_eq!(portfolio.profile.headline.as_deref(), Some(headline));
        assert_eq!(portfolio.profile.about[0].plain(), about);
        assert_eq!(portfolio.profile.about[1].plain(), "Both.");
        assert_eq!(portfolio.metrics[0].label, metric);
        assert_eq!(portfolio.projects[0].summary.as_ref().map(Markdown::plain).as_deref(), Some(summary));
        assert_eq!(portfolio.projects[0].title, "Nur deutsch", "a text that one language has alone stands for all");
        assert_eq!(portfolio.skills[0].title, skills);
        assert_eq!(
            (portfolio.diagrams[0].nodes[0].label.as_str(), portfolio.diagrams[0].nodes[0].id.as_str()),
            (node, "en")
        );
        assert_eq!(portfolio.languages, ["en", "de"]);
        assert_eq!(portfolio.language, if language == "de" { "de" } else { "en" });
    }
}

#[test]
fn pages_speak_the_language_of_the_portfolio() {
    let german = in_language(&file(&json!(["en", "de"])), "de");
    assert_eq!(german.metrics[0].value, "1.234,5");
    assert_eq!(german.sections[0].title, "Über mich");
    assert_eq!(german.sections[0].id, "about", "addresses are the same in all languages");
    assert_eq!(german.kinds[0].problem, "Problem");
    assert_eq!(german.words.filter_search(), "Suchen");
    let page = read_with(&file(&json!(["de", "en"])), &Gate::native(), vitrine::model::Words::english())
        .expect("a portfolio")
        .value;
    assert_eq!(
        (page.language.as_str(), page.words.filter_search()),
        ("de", "Search"),
        "a page has the words that it has"
    );
}

#[test]
fn a_text_in_languages_that_the_file_does_not_list_is_told_as_such() {
    let text = json!({ "language": "en", "profile": { "name": "Ada", "headline": { "en": "Engineer", "de": "Ingenieurin" } } });
    let Reading { value, problems } = read(&text.to_string(), &Gate::native()).expect("a portfolio");
    assert_eq!(value.profile.headline, None);
    assert_eq!(
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["profile.headline: expected a text, or one for each language that \"language\" lists, found an object"]
    );
}

#[test]
fn what_is_no_language_is_told_and_left_out() {
    for (language, languages, problem) in [
        (json!("de-AT"), &["de-AT"][..], None),
        (json!(["ar", "en"]), &["ar", "en"], None),
        (json!("german"), &["en"], Some("language[0]: \"german\" is no language tag")),
        (json!("de_DE"), &["en"], Some("language[0]: \"de_DE\" is no language tag")),
        (json!(["de", "de"]), &["de"], Some("language[1]: ")),
        (json!(7), &["en"], Some("language[0]: \"7\" is no language tag")),
        (json!({ "en": "x" }), &["en"], Some("language[0]: \"x\" is no language tag")),
        (json!(null), &["en"], None),
    ] {
        let text = json!({ "profile": { "name": "Ada" }, "language": language }).to_string();
        let Reading { value, problems } = read(&text, &Gate::native()).expect("a portfolio");
        assert_eq!(value.languages, languages, "{text}");
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        match problem {
            None => assert!(said.is_empty(), "{text}: {said:?}"),
            Some(start) => assert!(said.first().is_some_and(|said| said.starts_with(start)), "{text}: {said:?}"),
        }
    }
}

#[test]
fn words_of_ones_own_are_said_and_what_is_wrong_with_them_is_told_at_its_place() {
    let text = json!({
        "profile": { "name": "Ada" },
        "words": { "filter.clear": "Start over", "filter.claer": "x", "page.no_project": "{name}", "diagram.parts": { "other": "{count} things" } },
    });
    let Reading { value, problems } = read(&text.to_string(), &Gate::native()).expect("a portfolio");
    assert_eq!((value.words.filter_clear(), value.words.diagram_parts(3).as_str()), ("Start over", "3 things"));
    let said: Vec<String> = problems.iter().map(|problem| format!("{} {problem}", problem.kind.code())).collect();
    assert_eq!(
        said,
        [
            "V0711 words[\"filter.claer\"]: pages have no message of this name; `vitrine words` lists all; did you mean \"filter.clear\"?",
            "V0711 words[\"page.no_project\"]: there is nothing to stand for {name}; the message takes {id}",
        ]
    );
}

#[test]
fn addresses_are_the_same_in_all_languages() {
    let text = json!({
        "language": ["en", "de"],
        "profile": { "name": "Ada" },
        "projects": [
            { "title": { "en": "The shop", "de": "Der Laden" } },
            // Two that have one name in German alone, one without a name there.
            { "title": { "en": "The store", "de": "Der Laden" } },
            { "title": { "en": "The hut", "de": " " } },
            // What is said elsewhere in the same words, the same in both, a number, and nothing.
            { "summary": { "en": "Else", "de": "Webstuhl" }, "title": { "en": "Loom", "de": "Webstuhl" } },
            { "summary": { "en": "A clock", "de": "Clock" }, "title": { "en": "Clock", "de": "Clock" } },
            { "title": { "en": 2048, "de": "Zahl" } },
            { "title": { "en": null, "de": "Nichts" } },
            { "id": { "en": "map", "de": "karte" }, "title": { "en": "Map", "de": "Karte" }, "technologies": [{ "en": "Data modelling", "de": "Datenmodellierung" }] },
        ],
        "diagrams": [{ "id": "d", "name": "d", "nodes": [{ "id": "n" }] }],
        "sections": [{ "title": { "en": "My work", "de": "Meine Arbeit" }, "parts": ["projects"] }],
    })
    .to_string();
    let ids = |portfolio: &Portfolio| {
        let projects = portfolio.projects.iter().map(|project| project.id.clone());
        let sections = portfolio.sections.iter().map(|section| section.id.clone());
        let technologies = portfolio.technologies.iter().map(|technology| technology.id.clone());
        projects.chain(sections).chain(technologies).collect::<Vec<_>>()
    };
    let (english, german) = (in_language(&text, "en"), in_language(&text, "de"));
    assert_eq!(
        ids(&english),
        ["the-shop", "the-store", "the-hut", "loom", "clock", "2048", "nichts", "map", "my-work", "data-modelling"]
    );
    assert_eq!(ids(&german), ids(&english));
    assert_eq!(german.projects[1].title, "Der Laden");
    assert_eq!(german.projects[2].title, "The hut", "an empty text is none");
    assert_eq!(german.sections[0].title, "Meine Arbeit");

    let address = Address::new("/b/", None).expect("an address");
    let (first, second) = (address.of(&english), address.of(&german));
    for (page, path) in
        [(Page::Home, ""), (Page::Project("map"), "projects/map/"), (Page::Section("my-work"), "#my-work")]
    {
        assert_eq!(first.href(page), ["/b/", path].concat());
        assert_eq!(second.href(page), ["/b/de/", path].concat());
    }
    assert_eq!(second.page("/b/de/projects/map"), Some(Page::Project("map")));
    assert_eq!(second.page("/b/projects/map"), None, "that is a page of the other language");
    assert_eq!(second.files("a.png, b.png"), "/b/a.png, /b/b.png", "files are there once");
    let guest = Address::new("/b/", Some("x.json")).expect("an address").of(&german);
    assert_eq!(guest.href(Page::Home), "/b/?portfolio=x.json", "another file is read in its first language");
}

/// Articles in files, by name, with the head that each has.
struct Articles(Vec<(&'static str, serde_json::Value, &'static str)>);

impl Folder for Articles {
    fn picture(&self, _: &str) -> Option<Result<Image, PictureFault>> {
        None
    }

    fn has(&self, _: &str) -> Option<bool> {
        None
    }

    fn essays(&self) -> Vec<Essay> {
        let essay = |(file, head, text): &(&str, serde_json::Value, &str)| Essay {
            file: ["writing/", file].concat(),
            head: Ok(head.to_string()),
            text: (*text).to_owned(),
        };
        self.0.iter().map(essay).collect()
    }
}

#[test]
fn an_article_is_read_in_the_language_of_its_file() {
    let articles = || -> Rc<dyn Folder> {
        Rc::new(Articles(vec![
            ("queues.md", json!({ "date": "2024-05-01" }), "# Queues\n\nOn [caches](caches.de.md)."),
            ("queues.de.md", json!({ "id": "schlangen" }), "# Schlangen\n\nÜber [Speicher](caches.md)."),
            ("caches.md", json!({ "date": "2024-04-01" }), "# Caches\n\nText."),
            ("caches.de.md", json!({ "draft": true }), "# Speicher\n\nText."),
            ("late.md", json!({ "draft": true }), "# Late\n\nText."),
            ("late.de.md", json!({}), "# Spät\n\nText."),
            ("nur.de.md", json!({ "date": "2024-03-01" }), "# Nur deutsch\n\nText."),
        ]))
    };
    let text = |language| json!({ "language": language, "profile": { "name": "Ada" } }).to_string();
    let told = |portfolio: Portfolio| {
        let articles = portfolio.writing.into_iter();
        let told = |article: Article| {
            let date = article.date.map(PartialDate::iso).unwrap_or_default();
            format!("{} {} {date}", article.id.unwrap_or_default(), article.title)
        };
        articles.map(told).collect::<Vec<_>>()
    };
    let both = text(json!(["en", "de"]));
    let read = |text: &str, language| sound(read_in(text, &Gate::native(), articles(), language).expect("a portfolio"));
    assert_eq!(
        told(read(&both, "en")),
        ["queues Queues 2024-05-01", "caches Caches 2024-04-01", "nur Nur deutsch 2024-03-01"]
    );
    // The date is that of the first file; in place of a draft stands the other language.
    assert_eq!(
        told(read(&both, "de")),
        ["queues Schlangen 2024-05-01", "caches Caches 2024-04-01", "nur Nur deutsch 2024-03-01"]
    );
    // Where a file is in one language, a dot in a name is a dot.
    assert_eq!(told(read(&text(json!("en")), "en")).len(), 5);
}

#[test]
fn what_is_wrong_in_a_translation_is_told_once() {
    let link = |to: &str| format!("See [this]({to}).");
    let text = json!({
        "language": ["en", "de", "fr"],
        "profile": {
            "name": "Ada",
            "headline": 7.5,
            "tagline": { "en": link("https://example.org/"), "de": link("javascript:x"), "fr": link("https://example.org/") },
            "about": [{ "en": link("javascript:x"), "de": link("javascript:x") }],
        },
        "oddity": true,
    });
    let folder: Rc<dyn Folder> = Rc::new(Articles(vec![
        ("queues.md", json!({ "date": "2024-05-01" }), "# Queues"),
        ("queues.de.md", json!({ "datum": "2024" }), "# Schlangen"),
    ]));
    let problems = check_beside(&text.to_string(), &Gate::native(), &folder).expect("a portfolio").problems;
    let mut places: Vec<String> = problems.iter().map(|problem| problem.path.to_string()).collect();
    places.sort_unstable();
    let expected = [r#"["writing/queues.de.md"].datum"#, "oddity", "profile.about[0]", "profile.tagline"];
    assert_eq!(places, expected.map(str::to_owned));
}

#[test]
fn a_tag_is_the_same_in_capitals_and_small_letters() {
    let text = json!({ "language": ["en", "pt-BR"], "profile": { "name": "Ada", "headline": { "EN": "Engineer", "pt-br": "Engenheira" } } });
    let portfolio = in_language(&text.to_string(), "pt-BR");
    assert_eq!(portfolio.profile.headline.as_deref(), Some("Engenheira"));
    let text = json!({ "language": ["en", "EN"], "profile": { "name": "Ada" } });
    let reading = read(&text.to_string(), &Gate::native()).expect("a portfolio");
    assert_eq!(reading.value.languages, ["en"]);
    assert_eq!(reading.problems.iter().map(|problem| problem.path.to_string()).collect::<Vec<_>>(), ["language[1]"]);
}

#[test]
fn a_link_leads_to_the_page_of_the_language_that_it_stands_in() {
    let links = "[a](/projects/p/) [b](projects/p/#x) [c](/) [d](#skills) [e](/?tech=go) [f](cv.pdf) [g](/projects/none/) [h](/?portfolio=x.json) \
                 [i](writing/none/) [j](https://example.org/projects/p/)";
    let text = json!({ "language": ["en", "de"], "profile": { "name": "Ada", "about": [links] }, "projects": [{ "id": "p", "title": "P" }] });
    let written = |language: &str| {
        let portfolio = in_language(&text.to_string(), language);
        let page = compact::write(&portfolio.excerpt(Some(Page::Home)), &portfolio);
        let shown = compact::read(&page, portfolio.words).expect("what was written");
        links_in(&shown.profile.about[0].0)
    };
    let english = written("en");
    assert_eq!(english[..4], ["projects/p/", "projects/p/#x", "", "#skills"]);
    let (pages, others) = english.split_at(5);
    let expected: Vec<String> = pages.iter().map(|page| ["de/", page].concat()).chain(others.iter().cloned()).collect();
    assert_eq!(written("de"), expected, "files, what is not there and other hosts are where they are");
}

fn links_in(pieces: &[Piece]) -> Vec<String> {
    let of = |piece: &Piece| match piece {
        Piece::Link(href, _) => vec![href.as_str().to_owned()],
        Piece::Element(_, _, inner) => links_in(inner),
        Piece::Text(_) => Vec::new(),
    };
    pieces.iter().flat_map(of).collect()
}

#[test]
fn what_is_an_object_is_none_by_language_though_its_names_are_tags() {
    let text = json!({
        "language": ["id", "url"],
        "profile": { "name": "A", "links": [{ "url": "https://example.org/" }] },
        "diagrams": [{ "id": "d", "name": "d", "nodes": [{ "id": "a" }, { "id": "b", "label": { "id": "Toko" } }] }],
    });
    let portfolio = in_language(&text.to_string(), "id");
    assert_eq!(portfolio.diagrams[0].nodes.iter().map(|node| &*node.label).collect::<Vec<_>>(), ["a", "Toko"]);
    assert_eq!(portfolio.profile.links.len(), 1);
    let reading =
        read(r#"{ "language": "id", "profile": { "name": "A" }, "projects": [{ "id": "a" }] }"#, &Gate::native());
    let reading = reading.expect("a portfolio");
    assert_eq!((reading.value.projects.len(), reading.problems.len()), (0, 1), "a project needs a title");
}

#[test]
fn words_of_ones_own_may_be_by_language() {
    let text = json!({
        "language": ["en", "de", "pl"],
        "profile": { "name": "Ada" },
        "words": {
            "filter.clear": { "en": "Start over", "pl": "Od nowa" },
            "filter.search": "Find",
            "diagram.parts": { "pl": { "one": "{count} element", "other": "{count} elementy" } },
        },
    })
    .to_string();
    let said = |language: &str| {
        let words = in_language(&text, language).words;
        [words.filter_clear().to_owned(), words.filter_search().to_owned(), words.diagram_parts(2)]
    };
    assert_eq!(said("en"), ["Start over", "Find", "2 parts"]);
    assert_eq!(said("de"), ["Filter zurücksetzen", "Find", "2 Bausteine"]);
    assert_eq!(said("pl"), ["Od nowa", "Find", "2 elementy"]);
}
