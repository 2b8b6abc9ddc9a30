//! The portfolio as Markdown: what is parsed from it is what the portfolio says.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde_json::json;
use vitrine_model::route::Address;
use vitrine_model::{Gate, Markdown, Part, Portfolio, read};
use vitrine_site::{Publication, markdown};

use super::{each, without_site};

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// The words of a text, each block on a line of its own.
fn words(text: &str) -> String {
    let mut words = String::new();
    for event in Parser::new_ext(text, OPTIONS) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell) => words.push('\n'),
            _ => {}
        }
    }
    words
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a reader looks for: names, titles and figures of everything that a section shows.
fn looked_for(portfolio: &Portfolio) -> Vec<String> {
    let shows = |part: Part| portfolio.sections.iter().any(|section| section.parts.contains(&part));
    let mut all = vec![portfolio.profile.name.clone()];
    all.extend(portfolio.profile.headline.clone());
    all.extend(portfolio.sections.iter().map(|section| section.title.clone()));
    all.extend(portfolio.metrics.iter().flat_map(|metric| [metric.value.clone(), metric.label.clone()]));
    for project in portfolio.projects.iter().filter(|project| portfolio.section_of(project).is_some()) {
        all.push(project.title.clone());
        all.extend(project.impact.iter().filter_map(|impact| impact.figure.clone()));
        all.extend(project.lessons.iter().map(Markdown::plain));
        all.extend(project.technologies.iter().map(|id| portfolio.technology(*id).name.clone()));
    }
    if shows(Part::Experience) {
        for employer in &portfolio.experience {
            all.push(employer.name.clone());
            all.extend(employer.roles.iter().map(|role| role.title.clone()));
        }
    }
    if shows(Part::Skills) {
        let skills = portfolio.skills.iter().flat_map(|group| &group.entries);
        all.extend(skills.map(|skill| portfolio.technology(skill.technology).name.clone()));
    }
    if shows(Part::Writing) {
        all.extend(portfolio.writing.iter().map(|article| article.title.clone()));
    }
    for records in portfolio.records.iter().filter(|records| shows(records.part)) {
        all.extend(records.entries.iter().map(|record| record.title.clone()));
    }
    all.extend(portfolio.contact.iter().filter(|_| shows(Part::Contact)).filter_map(|contact| contact.email.clone()));
    all
}

#[test]
fn every_name_title_and_figure_is_there() {
    each(|file, publication| {
        let text = markdown(publication);
        let words = one_line(&words(&text));
        let looked_for = looked_for(publication.portfolio);
        assert!(looked_for.len() > 10, "{file}");
        for expected in looked_for {
            assert!(words.contains(&one_line(&expected)), "{file}: {expected:?} is missing in\n{text}");
        }
        let titles = Parser::new_ext(&text, OPTIONS)
            .filter(|event| matches!(event, Event::Start(Tag::Heading { level: HeadingLevel::H1, .. })));
        assert_eq!(titles.count(), 1, "{file}");
    });
}

/// A portfolio as Markdown.
#[track_caller]
fn written(file: &serde_json::Value) -> String {
    let portfolio = read(&file.to_string(), &Gate::native()).expect("a portfolio").value;
    let address = Address::new("/", None).expect("an address");
    markdown(&Publication::new(&portfolio, &address, None))
}

#[test]
fn words_that_look_like_marks_stay_words() {
    for sign in [
        "# 1",
        "1. first",
        "12) x",
        "- minus",
        "+ plus",
        "= equal",
        "> quote",
        "*star*",
        "__bold__",
        "snake_case_name",
        "a_b",
        "`code`",
        "[text](https://example.org)",
        "![p](x.png)",
        "<b>bold</b>",
        "<https://example.org>",
        "&amp; &#35; & co",
        "~~struck~~",
        "a | b",
        "C#",
        "C++",
        "back\\slash \\*",
        "***",
        "---",
        "```",
        "x<y>z",
        "two  spaces",
        "title #",
        "![",
        "]: x",
        "[a]: https://example.org",
    ] {
        let file = json!({
            "profile": { "name": sign, "headline": sign, "availability": sign },
            "metrics": [{ "value": sign, "label": sign }],
            "projects": [{ "title": sign, "role": sign, "impact": { "figure": sign, "label": sign } }],
            "experience": [{ "name": sign, "title": sign }],
            "education": [{ "title": sign, "by": sign }],
            "contact": { "email": "a@example.org", "response": sign },
        });
        let text = written(&file);
        let found = words(&text);
        let lines: Vec<&str> = found.lines().map(str::trim).collect();
        let sign = one_line(sign);
        // The name, the availability, the titles of project and role, each on a line of its own.
        assert!(lines.iter().filter(|line| **line == sign).count() >= 4, "{sign:?}:\n{text}\n{found}");
        // All others: headline, figure and label, role, impact, employer, education with its giver, response.
        assert!(one_line(&found).matches(&sign).count() >= 13, "{sign:?}:\n{text}\n{found}");
        for event in Parser::new_ext(&text, OPTIONS) {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => panic!("{sign:?} became the element {html}"),
                Event::Code(code) => panic!("{sign:?} became the code {code}"),
                Event::Start(Tag::Link { dest_url, .. }) => assert_eq!(&*dest_url, "mailto:a@example.org", "{sign:?}"),
                Event::Start(
                    tag @ (Tag::Image { .. }
                    | Tag::CodeBlock(_)
                    | Tag::BlockQuote(_)
                    | Tag::Emphasis
                    | Tag::Strikethrough
                    | Tag::Table(_)
                    | Tag::HtmlBlock
                    | Tag::List(Some(_))),
                ) => panic!("{sign:?} became {tag:?} in\n{text}"),
                Event::Rule => panic!("{sign:?} became a rule"),
                _ => {}
            }
        }
    }
}

/// What a portfolio says that says nothing but a text.
fn about(text: &str) -> (Markdown, String) {
    let file =
        json!({ "site": "https://example.org/", "profile": { "name": "A", "about": text }, "sections": ["about"] });
    let portfolio = read(&file.to_string(), &Gate::native()).expect("a portfolio").value;
    let address = Address::new("/", None).expect("an address");
    let written = markdown(&Publication::new(&portfolio, &address, None));
    let (_, body) = written.split_once("## About\n\n").unwrap_or_else(|| panic!("no section in {written}"));
    (portfolio.profile.about[0].clone(), body.to_owned())
}

#[test]
fn a_text_that_is_read_again_says_the_same_in_the_same_marks() {
    for text in [
        "Words, *emphasis*, **strong _both_**, ~~struck~~ and `code`.",
        "One paragraph.\n\nAnother\\\nwith a break.",
        "- a\n- b\n  - c\n  - d\n\n    more\n- e",
        "3. three\n4. four",
        "- one list\n\n* another list\n\n1. x\n\n1) y",
        "# Heading\n\n## Below\n\nwords",
        "> quoted\n>\n> - list\n>\n> > deeper",
        "```rust\nfn main() {}\n\n// ```\n```\n\nafter",
        "````\n```\n````",
        "| a | b | c |\n|---|--:|:-:|\n| `x\\|y` | 1<br>2 | |\n| *z* | \\| | q |",
        "above\n\n---\n\nbelow",
        "[a *link*](https://example.org/a_(b)?x=1&copy=2 'title') and <ada@example.org>, https://example.org/x_y_z.",
        "`` a`b `` and ` `` `",
        "\\# no heading, 1\\. no list, \\> no quote, &amp;lt; and \\<b>",
        "2*3*4 _a_b_ **c**d e**f**",
        "line\n+ list\n\n1986\\. A great year",
    ] {
        let (first, written) = about(text);
        let (second, again) = about(&written);
        assert_eq!(second, first, "{text}\nbecame\n{written}");
        assert_eq!(again, written, "{text}");
    }
}

#[test]
fn without_an_address_of_the_site_its_own_pages_are_words() {
    without_site(|publication| {
        let text = markdown(publication);
        for event in Parser::new_ext(&text, OPTIONS) {
            if let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event {
                assert!(dest_url.contains(':'), "{dest_url} leads nowhere from a README");
            }
        }
    });
}
