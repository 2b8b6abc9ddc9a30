//! Share images and icons.

use vitrine_model::route::{Address, Page};
use vitrine_model::{Gate, read};
use vitrine_site::card::{card, drawing};
use vitrine_site::{Publication, manifest};

use super::each;

/// Width and height, from the header of a PNG (RFC 2083, section 4.1.1).
#[track_caller]
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "no PNG");
    let number = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    (number(16), number(20))
}

#[test]
fn every_page_has_a_share_image_of_the_usual_size_that_is_the_same_each_time() {
    each(|file, publication| {
        for page in publication.pages() {
            let png = card(publication, page).expect("a picture").png;
            assert_eq!(size(&png), (1200, 630), "{file} {page:?}");
            assert!((10_000..=300_000).contains(&png.len()), "{file} {page:?}: {} bytes", png.len());
        }
        let again = || card(publication, Page::Home).expect("a picture").png;
        assert!(again() == again(), "{file}");
    });
}

#[test]
fn a_share_image_says_whose_page_it_is_and_what_it_is_about() {
    each(|file, publication| {
        for page in publication.pages() {
            let drawing = drawing(publication, page);
            let xml = roxmltree::Document::parse(&drawing).expect("XML");
            let words: Vec<&str> = xml.descendants().filter_map(|node| node.text()).collect();
            let said = words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains(&publication.portfolio.profile.name), "{file} {page:?}: {said}");
            let title = match page {
                Page::Project(id) => publication.portfolio.project(id).map(|project| project.title.clone()),
                Page::Diagram(id) => publication.portfolio.diagram_by_id(id).map(|diagram| diagram.title.clone()),
                _ => None,
            };
            assert!(title.is_none_or(|title| said.contains(&title)), "{file} {page:?}: {said}");
        }
    });
}

/// The rightmost edge of what a drawing's texts cover, and the lowest, in px.
fn reach(drawing: &str) -> (f64, f64) {
    use resvg::usvg::{Group, Node, Options, Tree, fontdb};
    fn texts(group: &Group, reach: &mut (f64, f64)) {
        for node in group.children() {
            match node {
                Node::Group(group) => texts(group, reach),
                // What a clip or a pattern draws is no text.
                Node::Text(text) => {
                    let bounds = text.abs_bounding_box();
                    reach.0 = reach.0.max(f64::from(bounds.right()));
                    reach.1 = reach.1.max(f64::from(bounds.bottom()));
                }
                _ => {}
            }
        }
    }
    let mut fonts = fontdb::Database::new();
    for file in ["inter", "vitrine-serif", "jetbrains-mono"] {
        let path = super::project().join("public/fonts").join(file).with_extension("woff2");
        fonts.load_font_data(wuff::decompress_woff2(&std::fs::read(path).expect("a font")).expect("a sound font"));
    }
    let options = Options { fontdb: std::sync::Arc::new(fonts), ..Options::default() };
    let mut reach = (0.0, 0.0);
    texts(Tree::from_str(drawing, &options).expect("SVG").root(), &mut reach);
    reach
}

#[test]
fn no_text_leaves_the_picture_however_long_it_is() {
    let long = "Extraordinarily long-winded ".repeat(12);
    let unbroken = "Donaudampfschifffahrtsgesellschaft".repeat(6);
    for text in [long.trim(), &unbroken, "W"] {
        for theme in ["terminal", "paper", "slate"] {
            let file = serde_json::json!({
                "site": format!("https://{}.example/", "a-long-host-name".repeat(3)),
                "theme": { "name": theme },
                "profile": { "name": text, "headline": text, "tagline": text, "location": text },
                "metrics": vec![serde_json::json!({ "value": text, "label": text }); 5],
                "technologies": [{ "id": "t", "name": text }],
                "projects": [{ "id": "p", "title": text, "path": text, "summary": text, "technologies": ["t"],
                    "impact": { "figure": text, "label": text } }],
                "diagrams": [{ "id": "d", "name": "d", "title": text, "nodes": [{ "id": "n", "label": text }] }],
                "experience": [{ "name": text, "roles": vec![serde_json::json!({ "title": text, "start": "2020-01" }); 6] }],
            });
            let portfolio = read(&file.to_string(), &Gate::native()).expect("a portfolio").value;
            let address = Address::new("/", None).expect("an address");
            let publication = Publication::new(&portfolio, &address, None);
            assert_eq!(publication.pages().len(), 4);
            for page in publication.pages() {
                let (right, bottom) = reach(&drawing(&publication, page));
                assert!(right <= 1136.0 && bottom <= 620.0, "{theme} {page:?} reaches {right}, {bottom}");
            }
        }
    }
}

/// What the start page's share image says of somebody, one entry a `<text>`, with where that starts.
fn texts(profile: serde_json::Value) -> Vec<(String, (f64, f64))> {
    let file = serde_json::json!({ "profile": profile });
    let portfolio = read(&file.to_string(), &Gate::native()).expect("a portfolio").value;
    let address = Address::new("/", None).expect("an address");
    let drawing = drawing(&Publication::new(&portfolio, &address, None), Page::Home);
    let xml = roxmltree::Document::parse(&drawing).expect("XML");
    let texts = xml.descendants().filter(|node| node.has_tag_name("text"));
    let number = |node: &roxmltree::Node, name| node.attribute(name).and_then(|it| it.parse().ok()).expect("a number");
    // Without the marks that say it is written from right to left.
    let words =
        |node: &roxmltree::Node| node.text().unwrap_or_default().trim_matches(['\u{2067}', '\u{2069}']).to_owned();
    texts.map(|node| (words(&node), (number(&node, "x"), number(&node, "y")))).collect()
}

#[test]
fn words_that_are_read_from_the_right_are_drawn_together_and_others_in_their_order() {
    for (place, expected) in [
        ("Ada King Lovelace", &["Ada King Lovelace"][..]),
        ("עדה בת לאבלייס", &["עדה בת לאבלייס"]),
        ("آدا لوفلايس", &["آدا لوفلايس"]),
        ("Ada עדה לאבלייס King", &["Ada ", "עדה לאבלייס ", "King"]),
        ("עדה 1815 – לאבלייס", &["עדה 1815 – לאבלייס"]),
        ("1815 עדה", &["1815 עדה"]),
        ("עדה, C++ (v2).", &["עדה, C++ (v2)."]),
        ("Ада 1815 Лавлейс", &["Ада ", "1815 ", "Лавлейс"]),
    ] {
        let mut found = texts(serde_json::json!({ "name": "N", "location": place }));
        found.retain(|(text, _)| !["N", "Portfolio"].contains(&text.as_str()));
        let words: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(words, expected);
        assert!(found.is_sorted_by(|(_, (left, _)), (_, (right, _))| left < right), "{found:?}");
    }
    // In lines, too.
    let name = "עדה קינג רוזנת לאבלייס הראשונה לשמה";
    let lines = texts(serde_json::json!({ "name": name }));
    let lines: Vec<&str> = lines.iter().map(|(text, _)| text.as_str()).filter(|text| *text != "Portfolio").collect();
    assert_eq!((lines.len(), lines.join(" ").as_str()), (2, name));
}

#[test]
fn texts_without_spaces_are_broken_where_their_script_allows_it() {
    let tagline =
        "分散システムの設計と運用を専門とし、（大規模な）データ基盤を「止めずに」作り直すことを仕事にしています。";
    let lines: Vec<String> = texts(serde_json::json!({ "name": "Ada", "tagline": tagline }))
        .into_iter()
        .map(|(text, _)| text)
        .filter(|text| tagline.contains(text.as_str()))
        .collect();
    assert_eq!(lines.concat(), tagline, "nothing is cut");
    assert_eq!(lines.len(), 2, "{lines:?}");
    let lengths: Vec<usize> = lines.iter().map(|line| line.chars().count()).collect();
    assert!(lengths[0].abs_diff(lengths[1]) <= 2, "{lines:?}");
    for width in 1..40 {
        let tagline = ["あ".repeat(width), "「か」。".repeat(12)].concat();
        let lines = texts(serde_json::json!({ "name": "Ada", "tagline": tagline }));
        for (line, _) in lines {
            assert!(!line.starts_with(['」', '。']) && !line.ends_with('「'), "{line}");
        }
    }
}

#[test]
fn icons_are_drawn_at_the_sizes_that_the_manifest_and_the_head_name() {
    each(|file, publication| {
        for (name, side) in manifest::ICONS {
            let png = publication.icon().png(publication.portfolio.theme, side).expect("an icon");
            assert_eq!(size(&png), (side, side), "{file} {name}");
            assert!(png.len() > 500, "{file} {name} is empty");
        }
    });
}

#[test]
fn a_name_that_no_font_has_gives_way_to_the_address_and_its_letters_are_told() {
    // Tangsa, for which no system comes with a font.
    let name = "\u{16a70}\u{16a71}";
    let card_of = |name: &str, title: &str, page| {
        let file = serde_json::json!({
            "site": "https://ada.example/", "profile": { "name": name }, "projects": [{ "id": "p", "title": title }]
        });
        let portfolio = read(&file.to_string(), &Gate::native()).expect("a portfolio").value;
        let address = Address::new("/", None).expect("an address");
        let publication = Publication::new(&portfolio, &address, None);
        (card(&publication, page).expect("a picture"), drawing(&publication, page))
    };
    let (start, drawn) = card_of(name, "P", Page::Home);
    assert_eq!(start.lacking.iter().collect::<String>(), name);
    assert!(drawn.matches(">ada.example</text>").count() == 2 && !drawn.contains(name), "{drawn}");
    let (project, drawn) = card_of("Ada", name, Page::Project("p"));
    assert_eq!(project.lacking.iter().collect::<String>(), name);
    assert!(drawn.contains(">ada.example/projects/p</text>") && drawn.contains(">Ada</text>"), "{drawn}");
    // What else there is of a title stays, without a gap.
    let after = |words: usize| {
        let title = ["Queues", &[name].repeat(words).join(" "), "and logs"].join(" ");
        let (card, drawn) = card_of("Ada", &title, Page::Project("p"));
        assert_eq!(card.lacking.iter().collect::<String>(), name);
        let at = drawn.find(">and logs</text>").expect("the end of the title");
        drawn[..at].rsplit("<text ").next().expect("where that is").to_owned()
    };
    assert_eq!(after(1), after(3));
}

#[test]
fn a_share_image_is_mirrored_where_one_reads_from_right_to_left() {
    // In one script, so that both have the same widths.
    let drawn = |language: &str, page| {
        let file = serde_json::json!({
            "language": language,
            "profile": { "name": "Ada" },
            "projects": [{
                "id": "p", "title": "Queues", "path": "q", "technologies": ["Kafka"], "impact": { "figure": "9", "label": "runs" }
            }],
            "experience": [{ "name": "Engine", "title": "Analyst", "start": "1842-02", "end": "1843-09" }],
        });
        let portfolio = read(&file.to_string(), &Gate::native()).expect("a portfolio").value;
        let address = Address::new("/", None).expect("an address");
        drawing(&Publication::new(&portfolio, &address, None), page)
    };
    let start_of = |drawing: &str, text: &str| -> f64 {
        let before = drawing.split(&[">", text, "</text>"].concat()).next().expect("the text");
        let x = before.rsplit("<text x=\"").next().and_then(|rest| rest.split('"').next()).expect("where it is");
        x.parse().expect("a number")
    };
    for page in [Page::Project("p"), Page::Experience] {
        let (english, arabic) = (drawn("en", page), drawn("ar", page));
        let found: Vec<&str> = ["Ada", "Queues", "q", "9", "runs", "Kafka", "Analyst", "Engine"]
            .into_iter()
            .filter(|text| english.contains(&[">", text, "</text>"].concat()))
            .collect();
        assert!(found.len() >= 3, "{english}");
        for text in found {
            let (left, right) = (start_of(&english, text), start_of(&arabic, text));
            assert!(left < 560.0 && right > 560.0 || left > 560.0 && right < 560.0, "{text}: {left} and {right}");
        }
    }
}
