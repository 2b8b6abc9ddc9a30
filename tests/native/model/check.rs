//! What the checker says of a file beyond what a visitor's page has to know.

use vitrine::model::{Gate, check, read};

#[track_caller]
fn assert_report(file: &str, expected: &[&str]) {
    let reading = check(file, &Gate::native()).unwrap_or_else(|error| panic!("{error}"));
    let mut found: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    found.sort();
    assert_eq!(found, expected, "{file}");
}

#[test]
fn what_is_wrong_inside_a_dropped_item_is_reported_with_the_reason_it_is_dropped() {
    assert_report(
        r#"{"profile": {"name": "Ada"}, "projects": [{"id": "p", "period": {"start": "2020-13"}, "summry": "x",
            "links": [{"label": "y"}, {"url": "javascript:x"}], "technologies": ["go"]}]}"#,
        &[
            "projects[0].links[0]: the property \"url\" is missing; add it",
            "projects[0].links[1].url: \"javascript:x\" is refused as a link: links that begin with \"javascript:\" are not taken; \
             write one with https, http, mailto, tel, sms, geo, matrix, xmpp or skype, or a path within the site",
            "projects[0].period.start: \"2020-13\" is no date; write it as 2023-10 or 2023",
            "projects[0].summry: unknown property \"summry\"; did you mean \"summary\"?",
            "projects[0]: the property \"title\" is missing; add it",
        ],
    );
}

#[test]
fn what_only_follows_from_another_mistake_is_not_reported() {
    assert_report(
        r#"{"profile": {"name": "Ada"}, "technologies": [{"id": "go"}],
            "projects": [{"id": "p", "title": "P", "technologies": ["go"]}],
            "skills": {"radar": {"axes": [{"label": "a", "value": "x"}, {"label": "b", "value": 2}, {"label": "c", "value": 3}]}}}"#,
        &[
            "skills.radar.axes[0].value: expected a number, found the text \"x\"",
            "technologies[0]: the property \"name\" is missing; add it",
        ],
    );
}

#[test]
fn nothing_is_shown_in_two_sections() {
    let file = r#"{"profile": {"name": "Ada", "about": ["x"]},
        "projects": [{"id": "p", "title": "P"}, {"id": "q", "title": "Q", "kind": "case-study"}],
        "sections": [{"title": "Studies", "parts": ["projects"], "kinds": ["case-study"]},
            {"title": "Work", "parts": ["projects", "about"]},
            {"title": "More", "parts": ["projects", "about"], "kinds": ["project"]},
            {"title": "Rest", "parts": ["projects"]}]}"#;
    assert_report(
        file,
        &[
            "sections[2].kinds: \"project\" is shown by an earlier section already; delete one",
            "sections[2].parts[1]: \"about\" is shown by an earlier section already; delete one",
            "sections[3].parts: \"projects\" is shown by an earlier section already; delete one",
        ],
    );
    let sections = read(file, &Gate::native()).expect("a portfolio").value.sections;
    let kinds: Vec<_> = sections.iter().map(|section| (section.title.as_str(), section.kinds.len())).collect();
    assert_eq!(kinds, [("Studies", 1), ("Work", 1)], "a section without kinds has those that are left");
}

#[test]
fn a_stand_in_is_found_for_each_kind_of_value() {
    assert_report(
        r#"{"profile": {"name": "Ada"}, "contributions": {"source": [], "taken": "today", "days": [{"date": true, "count": -1}]},
            "contact": {"email": "ada"},
            "diagrams": [{"id": "d", "nodes": [{"id": [], "label": "", "kind": "servce"}],
                "edges": [{"source": "a", "target": "b", "kind": "asnc"}]}]}"#,
        &[
            "contact.email: \"ada\" is no e-mail address; write it as name@example.org",
            "contributions.days[0].count: expected a whole number from 0 up, found the number -1",
            "contributions.days[0].date: expected a date such as \"2023-10\", found true",
            "contributions.source: expected a text, found a list",
            "contributions.taken: \"today\" is no date; write it as 2026-11-20",
            "diagrams[0].edges[0].kind: unknown kind of edge \"asnc\"; did you mean \"async\"?",
            "diagrams[0].edges[0].source: unknown node \"a\"",
            "diagrams[0].edges[0].target: unknown node \"b\"",
            "diagrams[0].nodes[0].id: expected a text, found a list",
            "diagrams[0].nodes[0].kind: unknown kind of node \"servce\"; did you mean \"service\"?",
            "diagrams[0].nodes[0].label: is empty; write something here, or leave it out",
            "diagrams[0]: the property \"name\" is missing; add it",
        ],
    );
}

#[test]
fn a_word_that_two_technologies_claim_is_reported() {
    assert_report(
        r#"{"profile": {"name": "Ada"}, "technologies": [{"id": "k8s", "name": "Kubernetes", "aliases": ["kube", "Kubernetes"]},
            {"id": "kubectl", "name": "kubectl", "aliases": ["Kube", "k8s"]}]}"#,
        &["technologies[1].aliases[1]: \"k8s\" is the technology \"k8s\" already; choose another word, or delete it"],
    );
}
