//! Pages of more projects and sections than are seen at once.

use std::sync::Arc;

use serde_json::json;
use vitrine::model::{Day, Gate, read};
use vitrine::render::Renderer;
use vitrine::route::Address;

/// The start page of a file.
fn start_page(file: &str) -> String {
    let portfolio = Arc::new(read(file, &Gate::native()).expect("a portfolio").value);
    let address = Arc::new(Address::new("/site/", None).expect("an address"));
    Renderer::new(address, Day(20_000)).body(portfolio, "/site/").html
}

fn projects(count: usize, kind: &str) -> Vec<serde_json::Value> {
    let period = |at: usize| format!("{}-03", 1950 + at);
    let project = |at| json!({ "title": format!("{kind} no. {at}"), "kind": kind, "period": { "start": period(at), "end": period(at) } });
    (0..count).map(project).collect()
}

/// How many cards come before the box that shows all, how many after it, and what the box says.
fn folds(html: &str) -> Vec<(usize, usize, &str)> {
    let lists = html.split("class=\"project-list\"").skip(1);
    let cards = |html: &str| html.matches("project-card__face").count();
    let fold = |list| match str::split_once(list, "<li class=\"project-more\">") {
        None => (cards(list), 0, ""),
        Some((first, more)) => {
            let (says, rest) = more.split_once("</label>").expect("a label");
            (cards(first), cards(rest), says.rsplit_once('>').expect("a box").1)
        }
    };
    lists.map(fold).collect()
}

#[test]
fn of_more_than_a_dozen_projects_the_rest_is_on_the_page_behind_a_box_that_says_how_many() {
    for (count, expected) in
        [(1, (1, 0, "")), (12, (12, 0, "")), (13, (12, 1, "Show all 13")), (60, (12, 48, "Show all 60"))]
    {
        let page = start_page(&json!({ "projects": projects(count, "project") }).to_string());
        assert_eq!(folds(&page), [expected]);
    }
    let both: Vec<_> = projects(14, "project").into_iter().chain(projects(20, "case-study")).collect();
    let page = start_page(&json!({ "projects": both, "sections": ["projects"] }).to_string());
    assert_eq!(folds(&page), [(12, 22, "Show all 34")]);
    let by_kind = json!([{ "parts": "projects", "kinds": ["project", "case-study"] }]);
    let page = start_page(&json!({ "projects": both, "sections": by_kind }).to_string());
    assert_eq!(folds(&page), [(12, 2, "Show all 14"), (12, 8, "Show all 20")]);
    assert_eq!(page.matches("hidden=\"until-found\"").count(), 2, "found by the browser's own search");
}

#[test]
fn print_says_when_a_project_was() {
    let page = start_page(&json!({ "projects": projects(14, "project") }).to_string());
    assert_eq!(page.matches("data-brief=").count(), 2);
    assert_eq!(page.matches("data-when=").count(), 14);
    assert!(page.contains("data-when=\"Mar 1962\"") && page.contains("data-when=\"Mar 1963\""));
    let page = start_page(&json!({ "projects": vec![json!("Project"); 13] }).to_string());
    assert_eq!((page.matches("data-brief=").count(), page.matches("data-when=").count()), (1, 0));
}
