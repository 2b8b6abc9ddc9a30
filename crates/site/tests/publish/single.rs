//! The start page as one file: it needs nothing else, and nothing in it runs.

use std::sync::Arc;

use vitrine_frame::{Asset, Font, Frame, integrity};
use vitrine_model::route::Address;
use vitrine_model::{Day, Gate, read};
use vitrine_site::{Body, File, Source, single};

use super::{bare_frame, project};

const STYLE: &str = "@font-face{font-family:Inter;src:url(\"./fonts/inter.woff2\") format(\"woff2\")}@font-face{font-family:\"Fallback Sans\";\
                     src:local(\"Arial\")}body{color:red}";

fn frame() -> Frame {
    let font = |source: &str| {
        let bytes = std::fs::read(project().join(format!("public/fonts/{source}.woff2"))).expect("a font");
        Font { source: source.to_owned(), asset: Asset::hashed(&format!("fonts/{source}"), ".woff2", bytes) }
    };
    Frame {
        style: Asset::hashed("style", ".css", STYLE.into()),
        fonts: ["inter", "jetbrains-mono"].map(font).into(),
        ..bare_frame(Vec::new())
    }
}

/// The file of a portfolio, whose page has these attributes.
fn file(site: &str, attributes: &[(&str, &str)]) -> String {
    let text =
        format!(r#"{{{site}"theme": {{"name": "slate", "scheme": "dark"}}, "profile": {{"name": "A </title> & B"}}}}"#);
    let portfolio = Arc::new(read(&text, &Gate::native()).expect("a portfolio").value);
    let (frame, base) = (frame(), "/".parse().expect("a base"));
    let source = Source {
        frame: &frame,
        portfolio,
        text: &text,
        others: &[],
        base: &base,
        address: Arc::new(Address::new("/", None).expect("an address")),
        today: Day(20_000),
        changed: None,
        edited: Vec::new(),
        icon: None,
        is_preview: false,
        extra_head: "",
    };
    let picture = |path: &str| File { path: path.to_owned(), bytes: path.as_bytes().to_vec() };
    let pictures =
        ["pictures/a-480.webp", "pictures/a-960.webp", "pictures/a-1600.webp", "my face.png", "clip.mp4"].map(picture);
    single(&source, &pictures, &|_, path, attribute| {
        let kept =
            attributes.iter().filter_map(|(name, value)| Some(format!(" {name}=\"{}\"", attribute(name, value)?)));
        let html = format!("<i{}>{path}</i>", kept.collect::<String>());
        Body { html, letters: "Ab".chars().collect(), ..Body::default() }
    })
}

#[test]
fn style_and_fonts_are_in_it_and_its_policy_allows_just_these() {
    let page = file("", &[]);
    let (_, rest) = page.split_once("<style>").expect("a style");
    let (style, _) = rest.split_once("</style>").expect("its end");
    assert!(style.contains("body{color:red}") && style.contains("local(\"Arial\")"), "{style}");
    let addresses: Vec<&str> = style.split("url(").skip(1).collect();
    assert!(addresses.len() >= 2 && addresses.iter().all(|address| address.starts_with("data:font/woff2;base64,")));
    let policy = format!("style-src '{}'", integrity(style.as_bytes()));
    let (head, _) = page.split_once("<style>").expect("a head");
    assert!(head.contains(&policy) && head.contains("default-src 'none'"), "{head}");
    for word in ["<script", "<link rel=\"stylesheet\"", "<base", "manifest", "unsafe", "http:", "https:"] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.contains("data-theme=\"slate\" data-scheme=\"dark\""), "{head}");
    assert!(head.contains("<title>A &lt;/title&gt; &amp; B</title>"), "{head}");
}

#[test]
fn links_lead_within_the_file_to_the_site_or_nowhere() {
    let site = r#""site": "https://example.org/ada/", "#;
    for (link, alone, published) in [
        ("#main", Some("#main"), Some("#main")),
        ("/", Some("#app"), Some("#app")),
        ("/#work", Some("#work"), Some("#work")),
        ("/projects/x/", None, Some("https://example.org/ada/projects/x/")),
        ("/cv.pdf", None, Some("https://example.org/ada/cv.pdf")),
        ("https://a.example/", Some("https://a.example/"), Some("https://a.example/")),
        ("mailto:a@example.org", Some("mailto:a@example.org"), Some("mailto:a@example.org")),
    ] {
        for (site, expected) in [("", alone), (site, published)] {
            let page = file(site, &[("href", link)]);
            let expected = expected.map_or("<i>/</i>".to_owned(), |href| format!("<i href=\"{href}\">/</i>"));
            assert!(page.contains(&expected), "{link} is not {expected}");
        }
    }
}

#[test]
fn a_picture_is_in_it_in_one_size() {
    let srcset = ("srcset", "/pictures/a-480.webp 480w, /pictures/a-960.webp 960w");
    let page =
        file("", &[srcset, ("sizes", "100vw"), ("alt", "It"), ("loading", "lazy"), ("src", "/pictures/a-1600.webp")]);
    // `pictures/a-960.webp` in base64.
    assert!(page.contains("<i alt=\"It\" src=\"data:image/webp;base64,cGljdHVyZXMvYS05NjAud2VicA==\">"), "{page}");
    assert!(file("", &[("src", "/my%20face.png")]).contains("src=\"data:image/png;base64,"));
    for other in ["/clip.mp4", "/missing.png", "https://elsewhere.example/x.png"] {
        assert!(file("", &[("src", other)]).contains("<i>/</i>"), "{other}");
    }
}
