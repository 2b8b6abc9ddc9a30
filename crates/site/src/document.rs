//! A page as text: the frame's files, named in its head, around what the page itself says and shows.

use vitrine_frame::{BasePath, Frame};
use vitrine_lean::escape::xml;
use vitrine_model::marks::{
    APP, DATA, DAY, FONTS, GLUE, INTEGRITY, LATE, LAYOUT, LOADING, NEAR, PART, PART_INTEGRITY, PATH, PROGRAM, SCHEME,
    SCRIPT, STATE, STATIC, WHOLE, WORDS,
};

use vitrine_model::Words;

use crate::font::PageFont;
use crate::policy;

/// What every page of one site has in its head.
pub struct Shell<'a> {
    /// The files to name.
    pub frame: &'a Frame,
    /// Where the site is mounted.
    pub base: &'a BasePath,
    /// The fonts that every page is first seen in.
    pub fonts: &'a [PageFont<'a>],
    /// The file with the icons of technologies, below the base. Only diagrams ask for it.
    pub icons: &'a str,
    /// The file that browsers show beside a page's title, and what it is.
    pub favicon: (&'a str, &'a str),
    /// Whether search engines are asked to leave the site out.
    pub is_preview: bool,
    /// The language of its pages, as a BCP 47 tag.
    pub language: &'a str,
    /// What its pages say themselves.
    pub words: Words,
}

/// A page that can be read before the program runs.
pub struct Document<'a> {
    /// Elements of the head: title, description and what else the page says of itself.
    pub head: &'a str,
    /// The theme's name.
    pub theme: &'a str,
    /// The colour scheme, unless it is the visitor's.
    pub scheme: Option<&'a str>,
    /// What stands beside it: links to the same page in other languages, if there are any.
    pub languages: &'a str,
    /// What `#app` holds.
    pub app: &'a str,
    /// What it shows of the portfolio, ready to stand in a script; nothing on a page of which nobody knows what it is to show.
    pub data: &'a str,
    /// The file with all of it, where that is more.
    pub whole: Option<&'a str>,
    /// The absolute path that the page was rendered for.
    pub path: &'a str,
    /// The day it is rendered on, counted from 1970.
    pub day: i32,
}

/// What a page says itself, for its scripts: no message holds what could end the element.
pub fn words_element(words: Words) -> String {
    format!("<script type=\"text/plain\" id=\"{WORDS}\">{}</script>\n", words.lines())
}

/// The attributes of `<html>` for a language, with a space at their end.
pub(crate) fn language_of(language: &str, words: Words) -> String {
    format!("lang=\"{}\" dir=\"{}\" ", xml(language), words.format_direction())
}

/// The head of a page that shows whichever portfolio it is asked for.
const GENERIC_HEAD: &str = "<title>Portfolio</title>\n\
    <meta name=\"description\" content=\"An engineer's portfolio: projects, the systems behind them and the evidence.\">\n\
    <meta name=\"theme-color\" content=\"#f6f8f5\" media=\"(prefers-color-scheme: light)\">\n\
    <meta name=\"theme-color\" content=\"#0c100e\" media=\"(prefers-color-scheme: dark)\">\n";
/// What it shows until the program runs, and where that never does.
const GENERIC_BODY: &str = "<div id=\"app\"><p class=\"loading\" role=\"status\">Loading the portfolio…</p></div>\n\
    <noscript><p class=\"loading\">This portfolio is drawn by WebAssembly, which needs JavaScript. Please switch JavaScript on \
    for this site and reload.</p></noscript>\n";

impl Shell<'_> {
    /// A page of a portfolio.
    pub fn page(&self, document: &Document<'_>) -> String {
        let Document { head, theme, scheme, languages, app, data, whole, path, day } = document;
        let mut attributes =
            format!("{STATE}=\"{STATIC}\" {LAYOUT}=\"{NEAR}\" {FONTS}=\"{LATE}\" data-theme=\"{theme}\"");
        if let Some(scheme) = scheme {
            attributes.extend([" ", SCHEME, "=\"", scheme, "\""]);
        }
        let whole = whole.map(|file| format!(" {WHOLE}=\"{file}\"")).unwrap_or_default();
        let path = xml(path);
        let data = format!(
            "<script type=\"text/plain\" id=\"{DATA}\" {PATH}=\"{path}\" {DAY}=\"{day}\"{whole}>{data}</script>\n"
        );
        self.write(
            &attributes,
            &[head],
            &["<div id=\"", APP, "\">", app, "</div>\n", languages, &words_element(self.words), &data],
        )
    }

    /// The page that loads a portfolio when it is visited.
    pub fn generic(&self) -> String {
        self.write(&format!("{STATE}=\"{LOADING}\""), &[GENERIC_HEAD], &[GENERIC_BODY, &words_element(self.words)])
    }

    fn write(&self, attributes: &str, head: &[&str], body: &[&str]) -> String {
        let mut page =
            format!("<!doctype html>\n<html {}{attributes}>\n<head>", language_of(self.language, self.words));
        self.write_head(&mut page);
        page.extend(head.iter().copied());
        page.push_str("</head>\n<body>");
        page.extend(body.iter().copied());
        page.push_str("</body>\n</html>\n");
        page
    }

    /// What has to come first comes first: the policy, then the base on which all addresses hang.
    fn write_head(&self, page: &mut String) {
        let Self { frame, base, fonts, icons, favicon, is_preview, .. } = self;
        let Frame { program, glue, parts, boot, inline, style, print, .. } = frame;
        page.push_str(&policy::meta(&inline.integrity));
        page.push_str("<meta charset=\"utf-8\">");
        // The program takes back what a page says of itself alone, so this says it in other words.
        if *is_preview {
            page.push_str("<meta name=\"robots\" content=\"noindex, nofollow\">");
        }
        page.extend(["<meta name=\"", INTEGRITY, "\" content=\"", &program.integrity, "\">"]);
        for part in parts {
            page.extend(["<meta name=\"", PART, "\" content=\"", &part.asset.name]);
            page.extend(["\" ", PART_INTEGRITY, "=\"", &part.asset.integrity, "\">"]);
        }
        page.extend(["<base href=\"", base.as_str(), "\">"]);
        page.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.push_str("<meta name=\"color-scheme\" content=\"light dark\">");
        // Ahead of what it is there for; after the style sheet it would wait for that, and the page for it.
        page.extend(["<script>", &String::from_utf8_lossy(&inline.bytes), "</script>"]);
        page.extend(["<link rel=\"stylesheet\" href=\"", &style.name, "\">"]);
        page.extend(["<link rel=\"stylesheet\" href=\"", &print.name, "\" media=\"print\">"]);
        // Runs when the page and the style sheet are there, before anything is seen.
        page.extend(["<script src=\"", &boot.name, "\" integrity=\"", &boot.integrity]);
        page.push_str("\" defer blocking=\"render\"></script>");
        page.extend(["<meta name=\"icons\" content=\"", icons, "\">"]);
        page.extend(fonts.iter().copied().map(PageFont::to_html));
        page.extend(["<link rel=\"icon\" href=\"", favicon.0, "\" type=\"", favicon.1, "\">"]);
        page.extend([
            "<meta name=\"",
            PROGRAM,
            "\" content=\"",
            &program.name,
            "\" ",
            SCRIPT,
            "=\"",
            &glue.name,
            "\">",
        ]);
        // It can only be checked as an element that a parser has made: WebKit does not heed what a preload says, and
        // trusted types let nobody make one.
        page.extend(["<template id=\"", GLUE, "\"><script type=\"module\" src=\"", &glue.name]);
        page.extend(["\" integrity=\"", &glue.integrity, "\"></script></template>"]);
    }
}

#[cfg(test)]
mod tests {
    use vitrine_frame::{Asset, Font, Part};

    use super::*;
    use crate::font;

    fn frame() -> Frame {
        let asset = |start: &str, end: &str| Asset::hashed(start, end, start.into());
        Frame {
            program: asset("vitrine", "_bg.wasm"),
            glue: asset("vitrine", ".js"),
            parts: vec![Part { name: "diagram".to_owned(), asset: asset("diagram", ".wasm") }],
            boot: asset("boot", ".js"),
            inline: Asset::new("inline.js", b"help()".to_vec()),
            style: asset("style", ".css"),
            print: asset("print", ".css"),
            fonts: vec![Font { source: "jetbrains-mono".to_owned(), asset: asset("fonts/jetbrains-mono", ".woff2") }],
            plain: Vec::new(),
            icons: asset("icons", ".tsv"),
            copies: Vec::new(),
        }
    }

    fn generic(base: &str, is_preview: bool) -> String {
        let (frame, base) = (frame(), base.parse().unwrap());
        let fonts = font::of_pages(&frame, None);
        Shell {
            frame: &frame,
            base: &base,
            fonts: &fonts,
            icons: "icons-1.svg",
            favicon: crate::icon::OURS,
            is_preview,
            language: "de",
            words: Words::of("de", &serde_json::Map::new()).0,
        }
        .generic()
    }

    #[test]
    fn a_page_names_every_file_of_the_frame_and_vouches_for_what_runs() {
        let (page, frame) = (generic("/", false), frame());
        for asset in frame.lasting() {
            assert!(page.contains(&asset.name), "{} is not named", asset.name);
        }
        let Frame { program, glue, parts, boot, inline, .. } = &frame;
        for asset in [program, glue, &parts[0].asset, boot, inline] {
            assert!(page.contains(&asset.integrity), "nobody vouches for {}", asset.name);
        }
    }

    #[test]
    fn what_has_to_come_first_comes_first() {
        let page = generic("/b/", false);
        let places =
            ["Content-Security-Policy", "<meta charset", "<base href=\"/b/\">", "<link rel=\"stylesheet\"", "<title>"]
                .map(|words| page.find(words).unwrap_or_else(|| panic!("{words} is missing")));
        assert!(places.is_sorted(), "{places:?}");
    }

    #[test]
    fn pages_at_two_paths_differ_by_their_base_alone() {
        assert_eq!(generic("/", false).replace("<base href=\"/\">", "<base href=\"/b/\">"), generic("/b/", false));
    }

    #[test]
    fn only_a_preview_asks_not_to_be_found() {
        assert!(generic("/", true).contains("<meta name=\"robots\" content=\"noindex, nofollow\">"));
        assert!(!generic("/", false).contains("robots"));
    }

    #[test]
    fn the_page_of_trunk_says_the_same_of_itself() {
        let trunk = include_str!("../../../index.html");
        let said = |page: &str| {
            let words = |start: &str, end: &str| {
                page.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map(|(said, _)| said.to_owned())
            };
            [words("name=\"description\" content=\"", "\""), words("role=\"status\">", "<"), words("<title>", "<")]
        };
        assert!(said(trunk).iter().all(Option::is_some));
        assert_eq!(said(trunk), said(&generic("/", false)));
    }
}
