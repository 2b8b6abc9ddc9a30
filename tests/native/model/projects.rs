//! In which order projects stand everywhere, and which of them are printed in full.

use serde_json::{Value, json};
use vitrine::model::{Gate, Portfolio, Severity, check};

use super::{reading, report};

/// A project by its kind and title; one with a star is featured.
fn project(text: &str) -> Value {
    let (kind, title) = text.split_once(' ').expect("a kind and a title");
    let kind = ["project", "case-study", "initiative"].into_iter().find(|name| name.starts_with(kind)).expect("a kind");
    json!({ "kind": kind, "title": title.trim_end_matches('*'), "featured": title.ends_with('*') })
}

fn portfolio(sections: &Value, projects: &[&str]) -> Portfolio {
    let mut file = json!({ "projects": projects.iter().map(|text| project(text)).collect::<Vec<_>>() });
    if !sections.is_null() {
        file["sections"] = sections.clone();
    }
    reading(&file.to_string()).value
}

#[track_caller]
fn assert_order(sections: &Value, projects: &[&str], expected: &str) {
    let portfolio = portfolio(sections, projects);
    let titles: Vec<&str> = portfolio.projects.iter().map(|project| &*project.title).collect();
    assert_eq!(titles.concat(), expected, "{sections} {projects:?}");
}

#[test]
fn what_is_featured_stands_first_in_its_section_and_the_rest_as_in_the_file() {
    let (usual, all) = (Value::Null, json!(["projects"]));
    assert_order(&usual, &["p A", "p B", "p C"], "ABC");
    assert_order(&usual, &["p A", "p B*", "p C", "p D*"], "BDAC");
    assert_order(&all, &["p A*", "p B", "p C*"], "ACB");
    // Projects, then case studies, then initiatives: a section each.
    assert_order(&usual, &["i A", "c B", "p C", "c D*", "p E*"], "ECDBA");
    // One section of all kinds keeps the order of the file across them.
    assert_order(&all, &["c A", "p B", "c C", "p D"], "ABCD");
    assert_order(&all, &["c A", "p B", "p C*"], "CAB");
    assert_order(&all, &["p A", "i B", "c C*", "p D"], "CABD");
    // Kinds in an order of their own keep it.
    let own = json!([{ "parts": ["projects"], "kinds": ["project", "case-study"] }]);
    assert_order(&own, &["c A*", "c B", "p C", "p D*"], "DCAB");
    // What no section shows comes last.
    let some = json!([{ "parts": ["projects"], "kinds": ["initiative"] }]);
    assert_order(&some, &["p A*", "p B", "i C"], "CAB");
    let apart = json!([{ "parts": ["projects"], "kinds": ["case-study"] }, "projects"]);
    assert_order(&apart, &["p A", "c B", "i C", "c D*"], "DBAC");
}

#[test]
fn of_two_projects_with_one_id_the_first_of_the_file_counts_whichever_is_featured() {
    let file = r#"{"projects": [{"id": "a", "title": "First"}, {"title": "Other"}, {"id": "a", "title": "Second", "featured": true}]}"#;
    let titles: Vec<String> = reading(file).value.projects.into_iter().map(|project| project.title).collect();
    assert_eq!(titles, ["First", "Other"]);
}

/// How many of a section with so many projects, these of them featured, are printed in full.
fn in_full(print: Option<&str>, count: usize, featured: &[usize]) -> Vec<usize> {
    let projects: Vec<Value> = (0..count)
        .map(|at| json!({ "id": format!("p{at}"), "title": format!("Project {at}"), "featured": featured.contains(&at) }))
        .collect();
    let mut section = json!({ "parts": ["projects"] });
    if let Some(print) = print {
        section["print"] = print.into();
    }
    let portfolio = reading(&json!({ "sections": [section], "projects": projects }).to_string()).value;
    let full = portfolio.projects.iter().filter(|project| !project.brief);
    full.map(|project| project.id[1..].parse().expect("a number")).collect()
}

#[test]
fn of_more_than_a_dozen_the_featured_or_the_first_dozen_are_printed_in_full() {
    let first = |count: usize| (0..count).collect::<Vec<_>>();
    assert_eq!(in_full(None, 12, &[]), first(12));
    assert_eq!(in_full(None, 13, &[]), first(12));
    assert_eq!(in_full(None, 60, &[]), first(12));
    assert_eq!(in_full(None, 60, &[40, 7]), [7, 40]);
    assert_eq!(in_full(None, 5, &[3]), [3, 0, 1, 2, 4], "a few need no choice");
    assert_eq!(in_full(Some("featured"), 5, &[3]), [3]);
    assert_eq!(in_full(Some("featured"), 5, &[]), first(5));
    assert_eq!(in_full(Some("all"), 60, &[]), first(60));
    assert_eq!(in_full(Some("all"), 14, &[13]).len(), 14);
}

#[test]
fn each_section_has_a_dozen_of_its_own_over_all_of_its_kinds() {
    let names: Vec<String> = (0..20).map(|at| format!("{} {at}", if at % 2 == 0 { "p" } else { "c" })).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let brief = |sections: Value| portfolio(&sections, &names).projects.iter().filter(|project| project.brief).count();
    assert_eq!(brief(json!(["projects"])), 8);
    assert_eq!(brief(Value::Null), 0, "two sections of ten");
}

#[test]
fn featured_is_found_by_its_other_names_and_a_way_to_print_by_a_near_one() {
    for other in ["pinned", "highlight", "starred", "Featured"] {
        let file = json!({ "profile": "Ada", "projects": [{ "title": "A", other: true }] }).to_string();
        let problems = check(&file, &Gate::native()).expect("JSON").problems;
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(said.len() == 1 && said[0].contains("\"featured\""), "{other}: {said:?}");
    }
    let file = r#"{"profile": "Ada", "projects": ["A"], "sections": [{"parts": ["projects"], "print": "everything"}]}"#;
    let problems = check(file, &Gate::native()).expect("JSON").problems;
    let errors = problems.iter().filter(|problem| problem.severity() == Severity::Error);
    let said: Vec<String> = errors.map(ToString::to_string).collect();
    assert!(said.len() == 1 && said[0].contains("all") && said[0].contains("featured"), "{said:?}");
}

#[test]
fn a_section_without_a_title_is_named_after_the_one_kind_that_it_holds_or_else_projects() {
    let all = json!(["projects"]);
    let narrow = json!([{ "parts": "projects", "kinds": "initiative" }, "projects"]);
    let cases: [(&Value, &[&str], &[&str]); 5] = [
        (&all, &["c A", "p B"], &["Projects"]),
        (&all, &["i A*", "c B", "p C"], &["Projects"]),
        (&all, &["c A", "c B"], &["Case studies"]),
        (&narrow, &["c A", "i B"], &["Initiatives", "Case studies"]),
        (&narrow, &["c A", "i B", "p C"], &["Initiatives", "Projects"]),
    ];
    for (sections, projects, expected) in cases {
        let portfolio = portfolio(sections, projects);
        let titles: Vec<&str> = portfolio.sections.iter().map(|section| &*section.title).collect();
        assert_eq!(titles, expected, "{sections} {projects:?}");
    }
}

#[test]
fn what_came_of_a_project_may_be_a_text_a_list_of_results_or_both() {
    for (impact, text, points) in [
        (r#""Half the wait.""#, true, 0),
        (r#"["Half the wait.", "A third of the bill."]"#, false, 2),
        (r#"["Half the wait."]"#, false, 1),
        (r#"{"text": "Half the wait.", "points": "A third of the bill."}"#, true, 1),
    ] {
        let reading = reading(&format!(r#"{{"profile": "Ada", "projects": {{"title": "P", "impact": {impact}}}}}"#));
        assert_eq!(report(&reading), "", "{impact}");
        let found = reading.value.projects[0].impact.as_ref().expect("an impact");
        assert_eq!((found.text.is_some(), found.points.len()), (text, points), "{impact}");
    }
    assert!(
        reading(r#"{"profile": "Ada", "projects": {"title": "P", "impact": []}}"#).value.projects[0].impact.is_none()
    );
}
