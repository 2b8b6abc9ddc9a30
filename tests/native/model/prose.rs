//! What a text with marks means: `CommonMark` with tables, strikethrough and bare addresses.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use vitrine::model::markdown::Judge;
use vitrine::model::{Gate, Href, Markdown, Piece};

use super::sound;

/// Lets pass what the gate does, and no picture.
struct Links;

impl Judge for Links {
    fn link(&mut self, url: &str) -> Option<Href> {
        Gate::native().admit(url)
    }

    fn picture(&mut self, _: &str, _: &str) -> Option<Piece> {
        None
    }
}

fn parse(text: &str) -> Markdown {
    let markdown = Markdown::parse(text, &mut Links);
    sound::prose(&markdown);
    markdown
}

/// The tree as tags with their attributes, and `<a url>`.
fn outline(text: &str) -> String {
    fn push(pieces: &[Piece], out: &mut String) {
        for piece in pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Link(href, inner) => {
                    let _ = write!(out, "<a {}>", href.as_str());
                    push(inner, out);
                    out.push_str("</a>");
                }
                Piece::Element(tag, attributes, inner) => {
                    let _ = write!(out, "<{}", tag.name());
                    for (attribute, value) in attributes {
                        let _ = write!(out, " {}={value}", attribute.name());
                    }
                    out.push('>');
                    push(inner, out);
                    let _ = write!(out, "</{}>", tag.name());
                }
            }
        }
    }
    let mut out = String::new();
    push(&parse(text).0, &mut out);
    out
}

#[test]
fn marks_mean_what_they_mean_elsewhere() {
    for (text, means) in [
        ("", ""),
        ("plain", "<p>plain</p>"),
        ("two\nlines", "<p>two lines</p>"),
        ("line one  \nline two", "<p>line one<br></br>line two</p>"),
        ("one\n\ntwo\n\n\n three ", "<p>one</p><p>two</p><p>three</p>"),
        ("*em* and __b__ and ~~old~~", "<p><em>em</em> and <strong>b</strong> and <del>old</del></p>"),
        ("snake_case_name and 2*3*4", "<p>snake_case_name and 2<em>3</em>4</p>"),
        ("``two ` ticks``", "<p><code>two ` ticks</code></p>"),
        ("[*em* link](https://example.org/x)", "<p><a https://example.org/x><em>em</em> link</a></p>"),
        (r#"[t](https://example.org "title")"#, "<p><a https://example.org/>t</a></p>"),
        ("[a](talks/x_(1).pdf)", "<p><a talks/x_(1).pdf>a</a></p>"),
        ("[a][b]\n\n[b]: https://example.org/", "<p><a https://example.org/>a</a></p>"),
        ("[](https://example.org/)", "<p><a https://example.org/>https://example.org/</a></p>"),
        ("\\*no\\* \\[no\\](x) \\q &amp; &copy;", "<p>*no* [no](x) \\q & ©</p>"),
        (
            "- one\n- two *em*\n- three\n  goes on",
            "<ul><li>one</li><li>two <em>em</em></li><li>three goes on</li></ul>",
        ),
        ("3. three\n4. four", "<ol start=3><li>three</li><li>four</li></ol>"),
        ("1) one\n2) two", "<ol><li>one</li><li>two</li></ol>"),
        ("- a\n  - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("- one\n\n- two", "<ul><li><p>one</p></li><li><p>two</p></li></ul>"),
        ("in\n1984. it was", "<p>in 1984. it was</p>"),
        ("## Before\n\ntext", "<h2>Before</h2><p>text</p>"),
        ("### a\n## b\n#### c\n###### d", "<h2>a</h2><h2>b</h2><h3>c</h3><h4>d</h4>"),
        ("Title\n=====", "<h2>Title</h2>"),
        ("#5 was no heading", "<p>#5 was no heading</p>"),
        ("> quoted\n> twice", "<blockquote><p>quoted twice</p></blockquote>"),
        ("a\n\n---\n\nb", "<p>a</p><hr></hr><p>b</p>"),
        ("```c\nint x;\nint y;\n```", "<pre><code class=language-c>int x;\nint y;</code></pre>"),
        ("```\n<b> *x*\n```", "<pre><code><b> *x*</code></pre>"),
        (
            "| Rail | µA |\n|---|--:|\n| 1V8 | **7** |",
            "<div tabindex=0><table><thead><tr><th>Rail</th><th class=right>µA</th></tr></thead>\
             <tbody><tr><td>1V8</td><td class=right><strong>7</strong></td></tr></tbody></table></div>",
        ),
        (
            "| | a |\n|---|:-:|\n| b<br>c | |",
            "<div tabindex=0><table><thead><tr><td></td><th class=center>a</th></tr></thead>\
             <tbody><tr><td>b<br></br>c</td><td class=center></td></tr></tbody></table></div>",
        ),
    ] {
        assert_eq!(outline(text), means, "{text:?}");
    }
}

#[test]
fn bare_addresses_are_links() {
    for (text, means) in [
        ("<https://example.org>", "<a https://example.org/>https://example.org</a>"),
        ("https://example.org", "<a https://example.org/>https://example.org</a>"),
        ("See http://a.test/b_c_d.", "See <a http://a.test/b_c_d>http://a.test/b_c_d</a>."),
        ("(www.example.org)", "(<a https://www.example.org/>www.example.org</a>)"),
        ("me@example.org", "<a mailto:me@example.org>me@example.org</a>"),
        ("<me@example.org>", "<a mailto:me@example.org>me@example.org</a>"),
        ("[see https://a.test](https://b.test/)", "<a https://b.test/>see https://a.test</a>"),
        ("`https://example.org`", "<code>https://example.org</code>"),
        ("main.rs and example.org and @me", "main.rs and example.org and @me"),
        ("ftp://example.org javascript://x", "ftp://example.org javascript://x"),
    ] {
        assert_eq!(outline(text), format!("<p>{means}</p>"), "{text:?}");
    }
}

#[test]
fn html_and_what_is_refused_is_text() {
    for text in ["<b>not bold</b>", "<script>alert(1)</script>", "Vec<String>", "[x](javascript:alert(1))"] {
        assert_eq!(outline(text), format!("<p>{text}</p>"));
    }
    assert_eq!(outline("<img src=x onerror=alert(1)>"), "<p><img src=x onerror=alert(1)></p>");
    assert_eq!(parse("![a](https://e.test/x.png)").plain(), "![a](https://e.test/x.png)");
}

#[test]
fn a_link_in_a_link_is_its_words() {
    for (text, means) in [
        ("[a <https://x.test/> b](https://y.test/)", "<p><a https://y.test/>a https://x.test/ b</a></p>"),
        ("[a ![b](x.png) c](https://y.test/)", "<p><a https://y.test/>a ![b](x.png) c</a></p>"),
    ] {
        assert_eq!(outline(text), means, "{text}");
    }
}

#[test]
fn code_keeps_its_tabs_and_lists_their_depth() {
    let about = |text: &str| {
        let file = serde_json::json!({ "profile": { "name": "Ada", "about": text } });
        let reading = vitrine::model::read(&file.to_string(), &Gate::native()).expect("a portfolio");
        format!("{:?}", reading.value.profile.about)
    };
    assert!(about("```go\r\nfunc f() {\r\n\treturn\r\n}\r\n```").contains(r#""func f() {\n\treturn\n}""#));
    assert!(about("-\ta\n\t- nested").matches("Element(List").count() == 2);
    assert!(!about("a &#x202e;b &#1; c").contains(['\u{202e}', '\u{1}']), "spelt as a reference, too");
}

#[test]
fn a_table_that_nests_too_deep_keeps_its_words_apart() {
    let text = "> ".repeat(14) + "|a|b|\n" + &"> ".repeat(14) + "|-|-|\n" + &"> ".repeat(14) + "|c|d|";
    let outline = outline(&text);
    assert!(!outline.contains("<tr>") && !outline.contains("ab"), "{outline}");
    assert_eq!(parse(&text).plain(), "a b c d");
}

#[test]
fn the_plain_text_has_the_words_and_no_marks() {
    assert_eq!(parse("A **b** `c`\nd\n\n- [e](https://f.test/)\n- *g*").plain(), "A b c d e g");
    assert_eq!(parse("a  \nb\n\n|c|d|\n|---|---|\n|e|f|\n\n> g").plain(), "a b c d e f g");
}

#[test]
fn bombs_of_marks_take_linear_time_and_stay_shallow() {
    let times = |text: &str| text.repeat(100_000 / text.len());
    let half = |open: &str, close: &str| open.repeat(25_000) + "x" + &close.repeat(25_000);
    for text in [
        times("["),
        times("]("),
        times("[a]("),
        times("[a](("),
        times("*a "),
        times("a* "),
        times("*a _b "),
        times("`"),
        times("` "),
        times("`` ` "),
        times("\\"),
        times("*_"),
        times("~~a"),
        times("[a](b)"),
        times("> "),
        times("<"),
        times("<!--"),
        times("&"),
        times("|a"),
        times("|a|\n|-|\n"),
        times("http://a."),
        times("a@b."),
        times("![a"),
        half("[", "](u)"),
        half("*", "*"),
        half("*a ", " a*"),
        half("_a *b ", " b* a_"),
        half("**a ", " a**"),
        half("[a ", " a]"),
        half("*[", "](u)*"),
        (1..400).map(|count| "`".repeat(count) + " ").collect(),
        (1..400).map(|depth| " ".repeat(2 * depth) + "- a\n").collect(),
        times("- a\n"),
        times("\n"),
    ] {
        let start = Instant::now();
        parse(&text);
        // Linear work takes milliseconds here, and work in the square of the length minutes.
        assert!(start.elapsed() < Duration::from_secs(5), "{:.20}… took {:?}", text, start.elapsed());
    }
}

proptest! {
    #[test]
    fn nothing_breaks_it_and_no_word_is_lost(text in "[ab*_`\\[\\]()\\\\ \n.-]{0,60}") {
        let plain = parse(&text).plain();
        // A link's target and the language of code are all that is not in the text.
        if !["](", "]:", "```"].iter().any(|mark| text.contains(mark)) {
            let letters = |text: &str| text.chars().filter(char::is_ascii_alphabetic).collect::<String>();
            prop_assert_eq!(letters(&plain), letters(&text));
        }
    }

    #[test]
    fn text_without_marks_is_kept_as_it_is(text in "[A-Za-z0-9,;:?!é—€ ]{0,60}") {
        prop_assert_eq!(parse(text.trim()).plain(), text.trim());
    }

    #[test]
    fn an_escaped_text_is_kept_as_it_is(text in "[a-c*_`\\[\\]()!#<&~|]{0,40}") {
        let escaped: String = text.chars().flat_map(|c| [Some('\\').filter(|_| c.is_ascii_punctuation()), Some(c)]).flatten().collect();
        prop_assert_eq!(parse(&escaped).plain(), text);
    }
}

#[test]
fn any_text_may_name_a_diagram() {
    let file = serde_json::json!({
        "profile": { "name": "Ada", "about": "![the shop](diagram:shop)", "tagline": "[![x](diagram:shop)](https://y.test/)" },
        "diagrams": [{ "id": "shop", "name": "Shop", "caption": "![itself](diagram:shop)", "nodes": [{ "id": "a" }] }],
    });
    let reading = vitrine::model::read(&file.to_string(), &Gate::native()).expect("a portfolio");
    assert_eq!(reading.problems, []);
    let about = &reading.value.profile.about[0];
    assert_eq!(about.links().iter().map(|href| Href::as_str(href)).collect::<Vec<_>>(), ["architecture/shop/"]);
    let tagline = reading.value.profile.tagline.expect("one");
    assert_eq!(tagline.links().iter().map(|href| Href::as_str(href)).collect::<Vec<_>>(), ["https://y.test/"]);
    assert_eq!(tagline.plain(), "x");
}
