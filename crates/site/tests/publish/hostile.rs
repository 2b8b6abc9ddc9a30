//! Texts that try to be markup, in every field of a portfolio, stay texts in everything that is published.

use serde_json::Value;
use vitrine_model::route::Address;
use vitrine_model::{Gate, read};
use vitrine_site::{Publication, feed, head, json_ld, manifest, resume, sitemap};

const ATTACKS: [&str; 8] = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>&amp;&#0;",
    "\"onfocus=\"alert(1)\" autofocus=\"",
    "'onfocus='alert(1)",
    "</title><img src=x onerror=alert(1)>",
    "\u{2028}</style>\u{fffe}\u{ffff}",
    "<svg><foreignObject><iframe srcdoc=x>",
];

/// Puts a text at the end of every text of a file but those that have to be something else.
fn spoil(value: &mut Value, key: &str, attack: &str) {
    const KEPT: [&str; 18] = [
        "id",
        "url",
        "email",
        "kind",
        "start",
        "end",
        "date",
        "site",
        "taken",
        "diagram",
        "technology",
        "technologies",
        "source",
        "target",
        "group",
        "parent",
        "parts",
        "kinds",
    ];
    match value {
        Value::String(text) if !KEPT.contains(&key) && key != "$schema" && text != "paper" => text.push_str(attack),
        Value::Array(entries) => entries.iter_mut().for_each(|entry| spoil(entry, key, attack)),
        Value::Object(entries) => entries.iter_mut().for_each(|(key, entry)| spoil(entry, key, attack)),
        _ => {}
    }
}

#[test]
fn attacks_in_every_text_stay_text_in_every_file() {
    for attack in ATTACKS {
        let mut file: Value =
            serde_json::from_str(include_str!("../../../../tests/native/data/valid/full.json")).expect("JSON");
        spoil(&mut file, "", attack);
        let portfolio = read(&file.to_string(), &Gate::native()).expect("a portfolio").value;
        assert!(portfolio.profile.name.len() > "Ada Lovelace".len());
        let address = Address::new("/", None).expect("an address");
        let publication = Publication::new(&portfolio, &address, super::changed());
        for page in publication.pages().into_iter().map(Some).chain([None]) {
            assert_head(&head::head(&publication, page).to_html());
            if let Some(page) = page {
                let json_ld = json_ld::json_ld(&publication, page);
                assert!(!json_ld.contains('<'), "{json_ld}");
                serde_json::from_str::<Value>(&json_ld).expect("JSON");
            }
            if let Some(page) = page {
                let drawing = vitrine_site::card::drawing(&publication, page);
                let xml = roxmltree::Document::parse(&drawing).unwrap_or_else(|error| panic!("{error}\n{drawing}"));
                let known = ["svg", "rect", "g", "path", "circle", "text", "pattern", "clipPath"];
                let tags = xml.descendants().filter(roxmltree::Node::is_element);
                tags.for_each(|tag| assert!(known.contains(&tag.tag_name().name()), "{}", tag.tag_name().name()));
            }
        }
        for (name, xml) in [("sitemap", sitemap::sitemap(&publication)), ("feed", feed::feed(&publication))] {
            let xml = xml.expect(name);
            let document = roxmltree::Document::parse(&xml).unwrap_or_else(|error| panic!("{name}: {error}\n{xml}"));
            assert!(document.descendants().all(|node| !["script", "img", "svg"].contains(&node.tag_name().name())));
        }
        for json in [resume::resume(&publication), manifest::manifest(&publication)] {
            serde_json::from_str::<Value>(&json).expect("JSON");
        }
    }
}

/// One element a line, of the kinds that a head holds, each well-formed: nothing broke out of a text or an attribute.
#[track_caller]
fn assert_head(html: &str) {
    for line in html.lines() {
        let (start, end) = match line {
            _ if line.starts_with("<title>") => ("<title>", "</title>"),
            _ if line.starts_with("<script ") => ("<script type=\"application/ld+json\">", "</script>"),
            _ if line.starts_with("<meta ") => ("<meta ", ">"),
            _ => ("<link ", ">"),
        };
        let inside = line.strip_prefix(start).and_then(|line| line.strip_suffix(end));
        let inside = inside.unwrap_or_else(|| panic!("broken out of: {line}"));
        // What is inside of a script ends with a `<` only.
        assert!(!inside.contains('<') && (start.starts_with("<script") || !inside.contains('>')), "{line}");
        if matches!(start, "<meta " | "<link ") {
            // name="value" pairs and nothing between them.
            let outside: Vec<&str> = inside.split('"').step_by(2).collect();
            let (last, names) = outside.split_last().expect("a part");
            assert!(last.is_empty() && names.iter().all(|name| name.trim().ends_with('=')), "{line}");
            let known = ["name=", "property=", "content=", "rel=", "href=", "media=", "type=", "title="];
            assert!(names.iter().all(|name| known.contains(&name.trim())), "{line}");
        }
    }
}
