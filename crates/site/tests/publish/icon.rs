//! The site's icon: its author's, or initials, and the engine's own on nobody's site.

use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap};
use serde_json::Value;
use vitrine_frame::{Asset, Frame};
use vitrine_model::route::Address;
use vitrine_model::{Day, Gate, read};
use vitrine_site::icon::{Fault, Icon};
use vitrine_site::{Body, File, Source, generic, site};

use super::{bare_frame, project};

const OWN: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#c02"/></svg>"##;

fn ours() -> Vec<u8> {
    std::fs::read(project().join("public/favicon.svg")).expect("the engine's own icon")
}

fn frame() -> Frame {
    bare_frame(vec![Asset::new("favicon.svg", ours())])
}

/// A site of somebody by its files.
fn built(json: &str, icon: Option<Icon>) -> Vec<File> {
    let base = "/b/".parse().expect("a path");
    let portfolio = Arc::new(read(json, &Gate::native()).expect("a portfolio").value);
    let source = Source {
        frame: &frame(),
        portfolio,
        text: json,
        others: &[],
        base: &base,
        address: Arc::new(Address::new("/b/", None).expect("an address")),
        today: Day(20_000),
        changed: None,
        edited: Vec::new(),
        icon,
        is_preview: false,
        extra_head: "",
    };
    site(&[source], &|_, _| Body::default()).expect("a site").files
}

#[track_caller]
fn file<'a>(files: &'a [File], path: &str) -> &'a [u8] {
    let mut found = files.iter().filter(|file| file.path == path);
    let (Some(file), None) = (found.next(), found.next()) else { panic!("{path} is not there, or twice") };
    &file.bytes
}

fn text(files: &[File], path: &str) -> String {
    String::from_utf8(file(files, path).to_vec()).expect("a text")
}

fn png(width: u32, height: u32, colour: Color) -> Vec<u8> {
    let mut pixels = Pixmap::new(width, height).expect("pixels");
    pixels.fill(colour);
    pixels.encode_png().expect("a PNG")
}

#[test]
fn a_site_without_an_icon_has_the_initials_of_its_owner_and_nothing_of_the_engines() {
    for theme in ["terminal", "paper", "slate"] {
        let json = format!(r#"{{"profile": "Ada King", "theme": "{theme}", "site": "https://a.example/b/"}}"#);
        let files = built(&json, None);
        let favicon = text(&files, "favicon.svg");
        assert!(!favicon.contains("M3 11h26"), "the engine's mark is in {favicon}");
        let colours = favicon.matches('#').count();
        assert_eq!(colours, 4, "a ground and letters, light and dark: {favicon}");
        assert!(text(&files, "index.html").contains(r#"<link rel="icon" href="favicon.svg" type="image/svg+xml">"#));
        for (name, side) in vitrine_site::manifest::ICONS {
            let drawn = Pixmap::decode_png(file(&files, name)).expect("a PNG");
            assert_eq!((drawn.width(), drawn.height()), (side, side));
            assert!(drawn.pixels().iter().all(|pixel| pixel.alpha() == u8::MAX), "{name} is transparent somewhere");
            assert_ne!(drawn.pixel(0, 0), drawn.pixel(side / 2 - side / 12, side / 2), "{name} has no letters");
        }
        let other = built(&json.replace("Ada King", "Bo Li"), None);
        assert_ne!(file(&files, "icon-192.png"), file(&other, "icon-192.png"), "each has letters of their own");
        assert_ne!(file(&files, "share/start.png"), file(&other, "share/start.png"));
    }
}

#[test]
fn the_icon_of_an_author_is_the_favicon_and_in_every_other_icon() {
    let json = r#"{"profile": "Ada King", "site": "https://a.example/b/", "icon": "me.svg"}"#;
    let files = built(json, Some(Icon::read("me.svg", OWN.as_bytes()).expect("an icon")));
    assert_eq!(file(&files, "favicon.svg"), OWN.as_bytes());
    for (name, side) in vitrine_site::manifest::ICONS {
        let drawn = Pixmap::decode_png(file(&files, name)).expect("a PNG");
        let middle = drawn.pixel(side / 2, side / 2).expect("a pixel");
        assert_eq!((middle.red(), middle.green(), middle.blue()), (0xcc, 0, 0x22), "{name}");
        assert!(drawn.pixels().iter().all(|pixel| pixel.alpha() == u8::MAX), "{name} is transparent somewhere");
    }
    let initials = built(json, None);
    assert_ne!(file(&files, "share/start.png"), file(&initials, "share/start.png"), "it is on share images");
}

#[test]
fn an_icon_of_pixels_is_published_as_such_and_its_ground_goes_on() {
    let picture = png(512, 512, Color::from_rgba8(9, 99, 199, 255));
    let json = r#"{"profile": "Ada King", "icon": "images/me.PNG"}"#;
    let files = built(json, Some(Icon::read("images/me.PNG", &picture).expect("an icon")));
    assert_eq!(file(&files, "favicon.png"), picture);
    assert!(files.iter().all(|file| file.path != "favicon.svg"));
    assert!(text(&files, "index.html").contains(r#"<link rel="icon" href="favicon.png" type="image/png">"#));
    let manifest: Value = serde_json::from_slice(file(&files, "site.webmanifest")).expect("JSON");
    let last = manifest["icons"].as_array().and_then(|icons| icons.last()).expect("icons").clone();
    assert_eq!(last, serde_json::json!({"src": "favicon.png", "type": "image/png", "sizes": "512x512"}));
    let drawn = Pixmap::decode_png(file(&files, "icon-192.png")).expect("a PNG");
    assert_eq!(drawn.pixel(0, 0), drawn.pixel(96, 96), "without a frame of another colour");
}

#[test]
fn the_site_of_nobody_keeps_the_icon_of_the_engine() {
    let files = generic(&frame(), &"/".parse().expect("a path"), false, &[]);
    assert_eq!(file(&files, "favicon.svg"), ours());
}

#[test]
fn what_runs_or_fetches_something_is_no_icon() {
    let svg = |inside: &str| {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><path d="M0 0h9v9z"/>{inside}</svg>"#
        )
    };
    let fault = |text: &str| Icon::read("a.svg", text.as_bytes()).err();
    for inside in [
        "<script>alert(1)</script>",
        r#"<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>"#,
        r#"<script href="data:text/javascript,alert(1)"/>"#,
        r#"<g onclick="alert(1)"/>"#,
        r#"<g ONLOAD="alert(1)"/>"#,
        r#"<a href="javascript:alert(1)"><path d="M0 0h1"/></a>"#,
        r#"<a xlink:href="https://evil.test/"><path d="M0 0h1"/></a>"#,
        r##"<a href="#x"><set attributeName="href" to="javascript:alert(1)"/></a>"##,
        r##"<a href="#x"><animate attributeName="xlink:href" values="javascript:alert(1)"/></a>"##,
        "<foreignObject><p>x</p></foreignObject>",
        r#"<use href="https://evil.test/a.svg#x"/>"#,
        r#"<image href="https://evil.test/a.png"/>"#,
        r#"<image href="data:image/png;base64,AAAA"/>"#,
        "<style>@import 'https://evil.test/a.css';</style>",
        "<style>path { fill: url(https://evil.test/a.svg#x) }</style>",
        r"<style>path { fill: u\72l(https://evil.test/a.svg#x) }</style>",
        r#"<path style="fill: url( 'https://evil.test/a.svg#x')"/>"#,
        r#"<path fill="url(//evil.test/a.svg#x)"/>"#,
    ] {
        assert!(matches!(fault(&svg(inside)), Some(Fault::Unsafe(_))), "{inside}: {:?}", fault(&svg(inside)));
    }
    let sheet = format!(r#"<?xml-stylesheet href="https://evil.test/a.css"?>{}"#, svg(""));
    assert!(matches!(fault(&sheet), Some(Fault::Unsafe(_))));
    for inside in [
        "<title>On top</title>",
        r#"<defs><linearGradient id="a"><stop stop-color="red"/></linearGradient></defs><path fill="url(#a)" d="M0 0h9"/>"#,
        r##"<path id="p" d="M0 0h9v9"/><use href="#p"/><use xlink:href="#p"/>"##,
        "<style>@media (prefers-color-scheme: dark) { path { fill: white } }</style>",
    ] {
        assert_eq!(fault(&svg(inside)), None, "{inside}");
    }
}

#[test]
fn what_is_no_icon_is_told_with_what_to_do() {
    let svg = |rest: &str| format!(r#"<svg xmlns="http://www.w3.org/2000/svg" {rest}</svg>"#).into_bytes();
    let grey = Color::from_rgba8(9, 9, 9, 255);
    for (name, bytes, expected) in [
        ("a.svg", svg(r#"viewBox="0 0 40 20"><path d="M0 0h9v9z"/>"#), Fault::NotSquare(40, 20)),
        ("a.svg", svg(r#"width="64" height="90"><path d="M0 0h9v9z"/>"#), Fault::NotSquare(64, 90)),
        ("a.svg", svg(r#"viewBox="0 0 9 9">"#), Fault::Blank),
        ("a.svg", svg(r#"viewBox="0 0 9 9"><path fill="none" d="M0 0h9v9z"/>"#), Fault::Blank),
        ("a.svg", b"<svg".to_vec(), Fault::Broken("SVG")),
        ("a.svg", b"<html><body/></html>".to_vec(), Fault::Broken("SVG")),
        ("a.svg", png(64, 64, grey), Fault::Broken("SVG")),
        ("a.png", svg(r#"viewBox="0 0 9 9"><path d="M0 0h9v9z"/>"#), Fault::Broken("PNG")),
        ("a.png", png(512, 256, grey), Fault::NotSquare(512, 256)),
        ("a.png", png(16, 16, grey), Fault::TooSmall(16)),
        ("a.png", png(64, 64, Color::TRANSPARENT), Fault::Blank),
        ("a.png", vec![0; 600 * 1024], Fault::TooLarge(600)),
        ("a.jpg", png(64, 64, grey), Fault::Ending),
    ] {
        assert_eq!(Icon::read(name, &bytes).expect_err(name), expected);
        assert!(expected.to_string().contains("; "), "{expected} says nothing of what to do");
    }
    assert!(Icon::read("a.png", &png(512, 500, grey)).is_ok(), "square enough");
}
