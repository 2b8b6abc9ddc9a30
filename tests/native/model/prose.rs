//! The Markdown subset, held against `pulldown-cmark` where both mean the same.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use vitrine::model::{Block, Gate, Inline, Markdown};

use super::sound;

fn parse(text: &str) -> Markdown {
    let markdown = Markdown::parse(text, &Gate::native(), &mut Vec::new());
    sound::prose(&markdown);
    markdown
}

/// An outline: `<p>`, `<ul>`, `<ol>`, `<li>`, `<em>`, `<b>`, `<code>`, `<a url>`.
fn outline(text: &str) -> String {
    fn inline(pieces: &[Inline], out: &mut String) {
        for piece in pieces {
            let (open, inner, close) = match piece {
                Inline::Text(text) => {
                    out.push_str(text);
                    continue;
                }
                Inline::Code(text) => {
                    let _ = write!(out, "<code>{text}</code>");
                    continue;
                }
                Inline::Emphasis(inner) => ("<em>".to_owned(), inner, "</em>"),
                Inline::Strong(inner) => ("<b>".to_owned(), inner, "</b>"),
                Inline::Link(inner, href) => (format!("<a {}>", href.as_str()), inner, "</a>"),
            };
            out.push_str(&open);
            inline(inner, out);
            out.push_str(close);
        }
    }
    let mut out = String::new();
    for block in &parse(text).0 {
        match block {
            Block::Paragraph(text) => {
                out.push_str("<p>");
                inline(text, &mut out);
                out.push_str("</p>");
            }
            Block::List(numbered, entries) => {
                let tag = if *numbered { "ol" } else { "ul" };
                let _ = write!(out, "<{tag}>");
                for entry in entries {
                    out.push_str("<li>");
                    inline(entry, &mut out);
                    out.push_str("</li>");
                }
                let _ = write!(out, "</{tag}>");
            }
        }
    }
    out
}

/// The same outline of what the reference parser makes of it.
fn reference(text: &str) -> String {
    let mut out = String::new();
    let mut in_item = false;
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Item) => in_item = true,
            Event::End(TagEnd::Item) => in_item = false,
            _ => {}
        }
        let piece = match event {
            // Ours has no difference between tight and loose lists.
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) if in_item => continue,
            Event::Start(Tag::Paragraph) => "<p>".into(),
            Event::End(TagEnd::Paragraph) => "</p>".into(),
            Event::Start(Tag::List(None)) => "<ul>".into(),
            Event::Start(Tag::List(Some(_))) => "<ol>".into(),
            Event::End(TagEnd::List(false)) => "</ul>".into(),
            Event::End(TagEnd::List(true)) => "</ol>".into(),
            Event::Start(Tag::Item) => "<li>".into(),
            Event::End(TagEnd::Item) => "</li>".into(),
            Event::Start(Tag::Emphasis) => "<em>".into(),
            Event::End(TagEnd::Emphasis) => "</em>".into(),
            Event::Start(Tag::Strong) => "<b>".into(),
            Event::End(TagEnd::Strong) => "</b>".into(),
            Event::Start(Tag::Link { dest_url, .. }) => format!("<a {dest_url}>"),
            Event::End(TagEnd::Link) => "</a>".into(),
            Event::Code(text) => format!("<code>{text}</code>"),
            Event::Text(text) => text.into_string(),
            Event::SoftBreak | Event::HardBreak => " ".into(),
            other => format!("{other:?}"),
        };
        out.push_str(&piece);
    }
    out
}

#[test]
fn the_subset_means_what_it_means_elsewhere() {
    for text in [
        "",
        "plain",
        "two\nlines",
        "one\n\ntwo\n\n\n three ",
        "*em* and _em_ and **b** and __b__",
        "***both*** and **b *em* b** and *em **b** em*",
        "snake_case_name and 2*3*4 and a * b",
        "unclosed *em and **b and `code and [x",
        "**99.9 %**—half, *€5* → (*so*), \"*quoted*\"",
        "`code *with* marks` and ``two ` ticks`` and ` `` `",
        "a `b\nc` d",
        "[link](https://example.org/a_b_c) and [*em* link](https://example.org/x?y=1#z).",
        "[a](talks/x_(1).pdf)",
        "[a] (b) and [a]: c and ![",
        "[one [two](https://example.org/) three]",
        "\\*no\\* \\[no\\](x) \\\\ \\q \\`no`",
        "- one\n- two *em*\n- three\n  goes on",
        "* one\n* two",
        "1. one\n2. two",
        "1) one\n2) two",
        "text\n- one\n- two\n\nafter",
        "- one\n\n- two",
        "- one\n* other list",
        "in\n1984. it was",
        "in\n1. a list",
        "-no list\n1.no list",
        "**a*",
        "*a**",
        "*a *b* c*",
        "*(a)* **(b)**c",
        "foo*bar*baz foo**bar**baz foo_bar_baz",
        "a*\"b\"*c _\"d\"_",
        "`a``b` ```",
    ] {
        assert_eq!(outline(text), reference(text), "{text:?}");
    }
}

#[test]
fn everything_else_is_text() {
    for text in ["# not a heading", "> not a quote", "<b>not bold</b>", "&amp;", "![image](https://example.org/x.png)"]
    {
        assert!(matches!(&parse(text).0[..], [Block::Paragraph(_)]), "{text}");
    }
    assert_eq!(parse("<https://example.org/>").plain(), "<https://example.org/>");
    assert_eq!(parse("[a][b]\n\n[b]: https://example.org/").plain(), "[a][b] [b]: https://example.org/");
}

#[test]
fn a_link_without_words_shows_its_address() {
    assert_eq!(outline("[](https://example.org/)"), "<p><a https://example.org/>https://example.org/</a></p>");
}

#[test]
fn the_plain_text_has_the_words_and_no_marks() {
    assert_eq!(parse("A **b** `c`\nd\n\n- [e](https://f.test/)\n- *g*").plain(), "A b c d e g");
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
        times("[a](b)"),
        half("[", "](u)"),
        half("*", "*"),
        half("*a ", " a*"),
        half("_a *b ", " b* a_"),
        half("**a ", " a**"),
        half("[a ", " a]"),
        half("*[", "](u)*"),
        (1..400).map(|count| "`".repeat(count) + " ").collect(),
        times("- a\n"),
        times("\n"),
    ] {
        let start = Instant::now();
        parse(&text);
        // Linear work takes milliseconds here, and work in the square of the length minutes.
        assert!(start.elapsed() < Duration::from_secs(5), "{:.20}… took {:?}", text, start.elapsed());
    }
}

/// Prose as people write it: words with marks around them.
fn prose() -> impl Strategy<Value = String> {
    let word = "[a-z]{1,5}";
    let marked = prop_oneof![
        4 => word.prop_map(|word| word),
        1 => word.prop_map(|word| format!("*{word}*")),
        1 => word.prop_map(|word| format!("**{word}**")),
        1 => word.prop_map(|word| format!("_{word}_")),
        1 => word.prop_map(|word| format!("`{word}`")),
        1 => word.prop_map(|word| format!("[{word}](https://{word}.test/)")),
        1 => (word, word).prop_map(|(a, b)| format!("**{a} *{b}***")),
        1 => (word, word).prop_map(|(a, b)| format!("{a}_{b}")),
        1 => Just("\\*".to_owned()),
        1 => Just("—".to_owned()),
        1 => Just("3 * 4".to_owned()),
    ];
    let line = prop::collection::vec(marked, 1..6).prop_map(|words| words.join(" "));
    let mark = prop::sample::select(vec!["x ", "- ", "1. "]);
    prop::collection::vec((mark, line, prop::sample::select(vec!["\n", "\n\n"])), 1..6)
        .prop_map(|lines| lines.into_iter().map(|(mark, line, end)| mark.to_owned() + &line + end).collect())
}

proptest! {
    #[test]
    fn prose_means_what_it_means_elsewhere(text in prose()) {
        prop_assert_eq!(outline(&text), reference(&text));
    }

    #[test]
    fn nothing_breaks_it_and_no_word_is_lost(text in "[ab*_`\\[\\]()\\\\ \n.-]{0,60}") {
        let plain = parse(&text).plain();
        // A link's target is the only thing that is not in the text.
        if !text.contains("](") {
            let letters = |text: &str| text.chars().filter(char::is_ascii_alphabetic).collect::<String>();
            prop_assert_eq!(letters(&plain), letters(&text));
        }
    }

    #[test]
    fn text_without_marks_is_kept_as_it_is(text in "[A-Za-z0-9,;:?!é—€ ]{0,60}") {
        prop_assert_eq!(parse(&text).plain(), text.trim());
    }

    #[test]
    fn an_escaped_text_is_kept_as_it_is(text in "[a-c*_`\\[\\]()!#<&]{0,40}") {
        let escaped: String = text.chars().flat_map(|c| [Some('\\').filter(|_| c.is_ascii_punctuation()), Some(c)]).flatten().collect();
        prop_assert_eq!(parse(&escaped).plain(), text);
    }
}
