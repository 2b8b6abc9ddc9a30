//! Articles in files of their own: read, told from the latest on, and given to machines.

use std::cell::RefCell;
use std::rc::Rc;

use vitrine_model::folder::{Essay, Folder};
use vitrine_model::route::{Address, Page};
use vitrine_model::{Gate, Href, Markdown, PartialDate, Portfolio, read_beside};
use vitrine_site::{Album, Publication, essay, files, head, highlighted};

const PORTFOLIO: &str = r#"{
    "site": "https://ada.example/", "profile": {"name": "Ada", "headline": "Engineer"},
    "writing": [{"title": "Elsewhere", "url": "https://example.org/e", "date": "2024-05"}],
    "diagrams": [{"id": "shop", "name": "shop", "nodes": [{"id": "a", "technology": "Go"}, "b"], "edges": [{"source": "a", "target": "b"}]}]
}"#;

/// What a portfolio beside these articles is, and what was wrong.
fn reading(essays: &[(&str, &str)]) -> (Portfolio, Vec<String>) {
    let essays: Vec<Essay> = essays.iter().map(|(file, text)| essay(file, text)).collect();
    let folder: Rc<dyn Folder> = Rc::new(Album::new(Box::new(|_| None), essays));
    let reading = read_beside(PORTFOLIO, &Gate::native(), folder).expect("a portfolio");
    (highlighted(reading.value), reading.problems.iter().map(ToString::to_string).collect())
}

const QUEUES: &str = "---
title: \"Queues: a love story\"
date: 2025-03-14
description: unknown here
tags: [queues]
---

Work waits *somewhere*. See [the project](https://example.org).

![The shop](diagram:shop)

## Backpressure

```rust
fn main() { let x = 42; } // done
```
";

#[test]
fn an_article_is_what_its_file_says() {
    let (portfolio, problems) = reading(&[("writing/queues.md", QUEUES)]);
    let article = portfolio.article("queues").expect("it has a page");
    assert_eq!(article.title, "Queues: a love story");
    assert_eq!(article.date.map(PartialDate::iso).as_deref(), Some("2025-03-14"));
    assert_eq!(article.href.as_ref().map(Href::as_str), Some("writing/queues/"));
    assert_eq!(
        article.excerpt.as_ref().map(Markdown::plain).as_deref(),
        Some("Work waits somewhere. See the project.")
    );
    assert_eq!(article.minutes, 1);
    let diagrams: Vec<_> =
        article.passages.iter().map(|passage| passage.diagram.map(|id| &*portfolio.diagram(id).id)).collect();
    assert_eq!(diagrams, [Some("shop"), None]);
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].contains("writing/queues.md") && problems[0].contains("excerpt"), "{problems:?}");
    assert!(problems[1].contains("tags"), "{problems:?}");
}

#[test]
fn the_words_of_code_are_told_apart() {
    let (portfolio, _) = reading(&[("writing/queues.md", QUEUES)]);
    let text = format!("{:?}", portfolio.article("queues").expect("it is there").passages[1].text);
    for (class, word) in [("keyword", "fn"), ("function", "main"), ("number", "42"), ("comment", "// done")] {
        let span = format!(r#"Element(Span, [(Class, "{class}")], [Text("{word}"#);
        assert!(text.contains(&span), "{class} of {word}: {text}");
    }
    let plain = |code: &str| {
        let (portfolio, _) = reading(&[("writing/a.md", code)]);
        format!("{:?}", portfolio.article("a").expect("it is there").passages[0].text)
    };
    assert!(!plain("```\nfn main() {}\n```").contains("Span"), "code of no language stays as it is");
    assert!(!plain("```klingon\nfn main() {}\n```").contains("Span"), "and so does that of one that nobody knows");
    for (language, code) in
        [("ts", "const a: string = 'b'"), ("toml", "a = 1"), ("c", "int x;"), ("py", "def f(): pass")]
    {
        assert!(plain(&format!("```{language}\n{code}\n```")).contains("Span"), "{language}");
    }
}

#[test]
fn what_is_told_about_an_article_is_read_as_it_was_meant() {
    for (file, text, title, date) in [
        ("writing/no-head.md", "Just words.", "no-head", None),
        ("writing/heading.md", "# A title\n\nWords.", "A title", None),
        ("writing/both.md", "---\ntitle: Told\ndate: March 2024\n---\n# Another\nWords.", "Told", Some("2024-03")),
        ("writing/crlf.md", "---\r\ntitle: Told\r\ndate: 2024\r\n---\r\nWords.\r\n", "Told", Some("2024")),
        ("writing/bom.md", "\u{feff}---\ntitle: Told\n---\nWords.", "Told", None),
        ("writing/stamp.md", "---\ntitle: Told\ndate: 2022-09-23T15:22:00Z\n---\nWords.", "Told", Some("2022-09-23")),
        ("writing/empty-head.md", "---\n\n---\nWords.", "empty-head", None),
        ("writing/no-line.md", "---\n---\nWords.", "no-line", None),
        ("writing/space.md", "--- \ntitle: Told\n---\t\nWords.", "Told", None),
        ("writing/marks.md", "# Using `foo` and *bar* #\n\nWords.", "Using foo and bar", None),
        ("writing/line.md", "A title\n=====\n\nWords.", "A title", None),
        ("writing/upper.MD", "Words.", "upper", None),
        ("writing/end.md", "---\ntitle: Told\n---", "Told", None),
    ] {
        let (portfolio, problems) = reading(&[(file, text)]);
        let article = portfolio
            .writing
            .iter()
            .find(|article| article.id.is_some())
            .unwrap_or_else(|| panic!("{file}: {problems:?}"));
        assert_eq!(article.title, title, "{file}");
        assert_eq!(article.date.map(PartialDate::iso).as_deref(), date, "{file}: {problems:?}");
    }
}

#[test]
fn a_link_to_the_file_of_another_article_leads_to_its_page() {
    let to = |link: &str| {
        let from = format!("See [that]({link}).");
        let draft = "---\ndraft: true\n---\nNot yet.";
        let essays = [("writing/from.md", &*from), ("writing/Far away.md", "Words."), ("writing/hidden.md", draft)];
        let essays = essays.iter().map(|(file, text)| essay(file, text)).collect();
        let asked = Rc::new(RefCell::new(Vec::new()));
        let note = asked.clone();
        let look = move |path: &str| {
            note.borrow_mut().push(path.to_owned());
            None
        };
        let folder: Rc<dyn Folder> = Rc::new(Album::new(Box::new(look), essays));
        let reading = read_beside(PORTFOLIO, &Gate::native(), folder).expect("a portfolio");
        assert!(reading.problems.is_empty(), "{link}: {:?}", reading.problems);
        let is_published = asked.borrow().iter().any(|path| !path.contains("elsewhere"));
        assert!(!is_published, "the file itself is nobody's business: {link}: {asked:?}");
        format!("{:?}", reading.value.article("from").expect("it is there").passages)
    };
    for (link, page) in [
        ("<Far away.md>", "writing/far-away/"),
        ("Far%20away.md", "writing/far-away/"),
        ("./Far%20away.md", "writing/far-away/"),
        ("../writing/Far%20away.md#why", "writing/far-away/#why"),
        ("writing/Far%20away.md?a=b", "writing/far-away/?a=b"),
        ("from.md", "writing/from/"),
        ("elsewhere.md", "elsewhere.md"),
    ] {
        let passages = to(link);
        assert!(passages.contains(&format!("url: \"{page}\"")), "{link}: {passages}");
    }
    let draft = to("hidden.md");
    assert!(draft.contains("that") && !draft.contains("hidden"), "a draft has no page: {draft}");
}

#[test]
fn drafts_stay_away_and_what_cant_be_read_is_told_with_its_file() {
    let (portfolio, problems) = reading(&[("writing/a.md", "---\ntitle: A\ndraft: true\n---\nWords.")]);
    assert_eq!((portfolio.article("a"), &problems[..]), (None, &[][..]));
    // What might have been one stays away, too.
    for (text, told) in [
        ("---\ntitle: [\n---\nWords.", "can't be read"),
        ("---\ntitle: Secret: plan\ndraft: true\n---\nWords.", "can't be read"),
        ("---\ntitle: A\ndraft: \"yes\"\n---\nWords.", "true or false"),
        ("---\n- a\n---\nWords.", "no list of names with values"),
        ("---\ntitle: A\n", "no second line"),
        ("+++\ntitle = 1\n+++\nWords.", "write YAML"),
    ] {
        let (portfolio, problems) = reading(&[("writing/a.md", text)]);
        assert_eq!(portfolio.article("a"), None, "{text}");
        let [problem] = &problems[..] else { panic!("{text}: {problems:?}") };
        assert!(problem.contains("writing/a.md") && problem.contains(told), "{text}: {problem}");
    }
    for (text, told) in [
        ("---\ndate: soon\n---\nWords.", "no date"),
        ("![x](none.png)", "no such file"),
        ("![x](diagram:shp)", "did you mean \"shop\"?"),
        ("[x](javascript:alert(1))", "refused as a link"),
    ] {
        let (portfolio, problems) = reading(&[("writing/a.md", text)]);
        assert!(portfolio.article("a").is_some(), "the article stays: {text}");
        let [problem] = &problems[..] else { panic!("{text}: {problems:?}") };
        assert!(problem.contains("writing/a.md") && problem.contains(told), "{text}: {problem}");
    }
}

#[test]
fn what_only_a_draft_names_is_not_published() {
    for head in ["draft: true", "title: A\ndraft: true", "draft: \"yes\""] {
        let essay = essay("writing/a.md", &format!("---\n{head}\n---\n[x](secret.pdf) ![y](secret.png)"));
        let album = Rc::new(Album::new(Box::new(|_| Some(b"secret".to_vec())), vec![essay]));
        let folder: Rc<dyn Folder> = album.clone();
        let reading = read_beside(PORTFOLIO, &Gate::native(), folder).expect("a portfolio");
        assert_eq!(reading.value.article("a"), None, "{head}");
        assert!(album.files().expect("sound").is_empty(), "{head}");
    }
}

#[test]
fn a_heading_is_lost_only_where_it_is_the_title() {
    let shown = |text: &str| {
        let (portfolio, _) = reading(&[("writing/a.md", text)]);
        portfolio.article("a").expect("it is there").passages[0].text.plain()
    };
    assert_eq!(shown("---\ntitle: Queues\n---\n# Introduction\n\nWords."), "Introduction Words.");
    assert_eq!(shown("---\ntitle: Queues\n---\n# Queues\n\nWords."), "Words.");
    assert_eq!(shown("# Queues\n\nWords."), "Words.");
    assert_eq!(shown("Words.\n\n# Later"), "Words. Later");
}

#[test]
fn what_an_article_names_is_looked_for_beside_it_and_then_beside_the_portfolio() {
    let essay = essay("writing/a.md", "![a](near.txt) ![b](../far.txt) ![c](far.txt) [d](near.txt) [e](../../out.txt)");
    let read = |path: &str| ["writing/near.txt", "far.txt"].contains(&path).then(|| b"no picture".to_vec());
    let album = Rc::new(Album::new(Box::new(read), vec![essay]));
    let folder: Rc<dyn Folder> = album.clone();
    let reading = read_beside(PORTFOLIO, &Gate::native(), folder).expect("a portfolio");
    let problems: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems.iter().filter(|problem| problem.contains("no picture that can be read")).count(),
        3,
        "{problems:?}"
    );
    assert!(problems.iter().any(|problem| problem.contains("leads out of the site")), "{problems:?}");
    assert_eq!(album.files().expect("sound").iter().map(|file| &*file.path).collect::<Vec<_>>(), ["writing/near.txt"]);
}

#[test]
fn a_diagram_stands_once_in_an_article_and_is_a_link_the_second_time() {
    let (portfolio, _) = reading(&[("writing/a.md", "![a](diagram:shop)\n\n![b](diagram:shop)")]);
    let passages = &portfolio.article("a").expect("it is there").passages;
    assert_eq!(passages.iter().filter(|passage| passage.diagram.is_some()).count(), 1);
    assert_eq!(passages[1].text.plain(), "b");
}

#[test]
fn articles_are_told_from_the_latest_on_and_each_has_an_address_of_its_own() {
    let (portfolio, _) = reading(&[
        ("writing/b.md", "---\ntitle: B\ndate: 2025\n---\nWords."),
        ("writing/a.md", "---\ntitle: A\ndate: 2023-01-01\n---\nWords."),
        ("writing/c.md", "---\ntitle: C\nid: B\n---\nWords."),
        ("writing/Überall & Jetzt.md", "Words."),
    ]);
    let told: Vec<_> = portfolio.writing.iter().map(|article| (&*article.title, article.id.as_deref())).collect();
    assert_eq!(
        told,
        [
            ("B", Some("b")),
            ("Elsewhere", None),
            ("A", Some("a")),
            ("C", Some("b-2")),
            ("Überall & Jetzt", Some("uberall-jetzt"))
        ]
    );
}

#[test]
fn an_article_has_a_page_a_share_image_and_a_place_in_the_feed_and_the_sitemap() {
    let (portfolio, _) = reading(&[("writing/queues.md", QUEUES)]);
    let address = Address::new("/", None).expect("an address");
    let publication = Publication::new(&portfolio, &address, None);
    let page = Page::Article("queues");
    assert!(publication.pages().contains(&page) && publication.is_linked(page));
    let html = head::head(&publication, Some(page)).to_html();
    for part in [
        "<title>Queues: a love story · Ada</title>",
        r#"<meta property="og:type" content="article">"#,
        r#"content="https://ada.example/share/writing/queues.png""#,
        r#""@type":"BlogPosting""#,
        r#""datePublished":"2025-03-14""#,
    ] {
        assert!(html.contains(part), "{part} is in {html}");
    }
    let texts = files::texts(&publication);
    for file in ["feed.xml", "sitemap.xml"] {
        let text = &texts.iter().find(|text| text.path == file).expect(file).text;
        assert!(text.contains("https://ada.example/writing/queues/"), "{file}: {text}");
    }
    let drawing = vitrine_site::card::drawing(&publication, page);
    assert!(drawing.contains("Queues: a love story") && drawing.contains("1 min"), "{drawing}");
}
