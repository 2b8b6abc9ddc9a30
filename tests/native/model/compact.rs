//! A portfolio that was written for a page is read there as it was.

use proptest::prelude::*;
use vitrine::model::{Gate, Portfolio, Words, compact, read};

use super::{full, reading, sound};

/// The files of this repository, and one that says something in every field.
const FILES: [&str; 5] = [
    include_str!("../data/valid/full.json"),
    include_str!("../../../public/portfolio.json"),
    include_str!("../../../public/examples/arunav-malhotra.json"),
    include_str!("../../../public/examples/sharvil-kadam.json"),
    include_str!("../../../public/examples/hedda-storvik.json"),
];

/// Fails when a portfolio is another once it was written and read.
#[track_caller]
pub fn assert_kept(portfolio: &Portfolio) {
    let text = compact::write(portfolio, portfolio);
    assert!(!text.contains(['<', '\r', '\0']), "it can stand in a script");
    let back = compact::read(&text, Words::english()).expect("what was written is read");
    sound::assert_sound(&back);
    // Whether a link leads to a page is found out while it is written.
    let shown = |portfolio: &Portfolio| format!("{portfolio:?}").replace("kind: Page", "kind: Relative");
    assert_eq!(shown(&back), shown(portfolio));
    assert_eq!(compact::write(&back, &back), text, "and written again it is the same");
}

#[test]
fn what_is_read_in_a_page_is_what_the_build_has_read() {
    for file in FILES {
        assert_kept(&reading(file).value);
    }
}

#[test]
fn letters_that_a_line_or_a_script_cant_hold_are_kept() {
    let words = "a < b \\ \\n </script><!-- \r\n -- \t \u{2028} é 👩‍👩‍👧 \\- \\p";
    for markdown in [
        words,
        "- a\n- **b *c* `d\\`**\n\n1. x\n\ny\nz",
        "[x](projects/cards/) `<` [y](https://a.b/?c&d)",
        " ",
        "\\*",
        "## a\n\n*b* c\n\n```rs\nd<e>\n```\n\n| f | g |\n|---|--:|\n| `h` | |\n\ni\n\n> j\n\n- - k\n\n7. l  \nm ~~n~~ o@p.q",
    ] {
        let file = serde_json::json!({ "profile": { "name": words, "about": markdown, "tagline": markdown } });
        let portfolio = read(&file.to_string(), &Gate::native()).expect("an object").value;
        assert_kept(&portfolio);
    }
}

#[test]
fn numbers_and_days_are_kept_to_the_bit() {
    let node = |x: f64, y: f64| serde_json::json!({ "id": format!("{x}{y}"), "x": x, "y": y, "w": 0.1, "h": 41.5 });
    let file = serde_json::json!({
        "diagrams": [{ "name": "d", "nodes": [node(-1.5, -0.0), node(1e7, 1.0 / 3.0), node(-1e7, 5e-324)] }],
        "contributions": { "source": "s", "taken": "1843-10-01", "days": [
            { "date": "1843-09-30", "count": 3 }, { "date": "1842-02-28", "count": 0 }, { "date": "1843-10-01", "count": 4_000_000 }
        ] },
    });
    assert_kept(&read(&file.to_string(), &Gate::native()).expect("an object").value);
}

#[test]
fn links_to_pages_are_known_as_such_in_a_page() {
    let portfolio = reading(
        r#"{ "projects": [{ "id": "shop", "title": "Shop", "links": [
            { "label": "a", "url": "projects/shop/" },
            { "label": "b", "url": "/projects/shop?x=1#y" },
            { "label": "c", "url": "projects/shoe/" },
            { "label": "d", "url": "cv.pdf" },
            { "label": "e", "url": "?portfolio=examples/a.json" },
            { "label": "f", "url": "https://example.org/projects/shop/" },
            { "label": "g", "url": "experience/" },
            { "label": "h", "url": "." }
        ] }] }"#,
    );
    let back =
        compact::read(&compact::write(&portfolio.value, &portfolio.value), Words::english()).expect("a portfolio");
    let pages = |portfolio: &Portfolio| {
        let links = portfolio.projects[0].links.iter();
        let pages = links.filter(|link| link.href.as_ref().is_some_and(|href| format!("{href:?}").contains("Page")));
        pages.map(|link| link.label.clone()).collect::<String>()
    };
    assert_eq!(pages(&portfolio.value), "");
    assert_eq!(pages(&back), "abh");
}

#[test]
fn what_was_not_written_so_is_refused() {
    let text = compact::write(&reading(full()).value, &reading(full()).value);
    let lines: Vec<&str> = text.lines().collect();
    for end in 0..lines.len() {
        assert_eq!(compact::read(&(lines[..end].join("\n") + "\n"), Words::english()), None, "cut at line {end}");
    }
    for text in ["", "\n", "{}", full(), &(text.clone() + "\n"), &text.replace("https://", "javascript:")] {
        assert_eq!(compact::read(text, Words::english()), None, "{text:.80}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(at in any::<prop::sample::Index>(), line in "[a-z0-9\\\\/ .-]{0,12}") {
        let portfolio = reading(full()).value;
        let text = compact::write(&portfolio, &portfolio);
        let mut lines: Vec<&str> = text.split('\n').collect();
        let at = at.index(lines.len());
        lines[at] = &line;
        // Nothing panics, however it is spoilt.
        let _ = compact::read(&lines.join("\n"), Words::english());
    }
}
