//! What a page holds is what it shows: rendered from that, it is the same as from the whole portfolio.

use std::sync::Arc;

use serde_json::{Value, json};
use vitrine::diagram::graph::NodeFacts;
use vitrine::model::{Day, DiagramId, Gate, Portfolio, compact, read};
use vitrine::render::Renderer;
use vitrine::route::{Address, Page};

/// A portfolio as pages know it.
fn whole(text: &str) -> Arc<Portfolio> {
    let portfolio = read(text, &Gate::native()).expect("a portfolio").value;
    Arc::new(compact::read(&compact::write(&portfolio, &portfolio), portfolio.words).expect("what was written"))
}

/// All pages of a site, and that of addresses which lead nowhere.
fn pages(portfolio: &Portfolio) -> Vec<Option<Page<'_>>> {
    let projects = portfolio.projects.iter().map(|project| Page::Project(&project.id));
    let diagrams = portfolio.diagrams.iter().map(|diagram| Page::Diagram(&diagram.id));
    let pages = [Page::Home, Page::Experience, Page::Diagrams, Page::Project("nothing"), Page::Diagram("nothing")];
    pages.into_iter().chain(projects).chain(diagrams).map(Some).chain([None]).collect()
}

/// What a page shows, and what it holds.
fn page(portfolio: &Arc<Portfolio>, page: Option<Page<'_>>) -> (String, String) {
    let (renderer, path) = renderer(page);
    let data = compact::write(&portfolio.excerpt(page), portfolio);
    let held = Arc::new(compact::read(&data, portfolio.words).expect("what was written"));
    (renderer.body(held, &path).html, data)
}

fn renderer(page: Option<Page<'_>>) -> (Renderer, String) {
    let address = Arc::new(Address::new("/site/", None).expect("an address"));
    let path = page.map_or_else(|| "/site/404.html".to_owned(), |page| address.href(page));
    (Renderer::new(address, Day(20_000)), path)
}

#[track_caller]
fn assert_same(text: &str) {
    let portfolio = whole(text);
    for shown in pages(&portfolio) {
        let (renderer, path) = renderer(shown);
        let from_all = renderer.body(Arc::clone(&portfolio), &path).html;
        assert_eq!(page(&portfolio, shown).0, from_all, "{shown:?}");
        let held = portfolio.excerpt(shown);
        let diagram = match shown {
            Some(Page::Diagram(id)) => portfolio.diagram_by_id(id),
            Some(Page::Project(id)) => {
                portfolio.project(id).and_then(|project| project.diagram).map(|id| portfolio.diagram(id))
            }
            _ => None,
        };
        if let Some(diagram) = diagram {
            assert_eq!(details(&held, &diagram.id), details(&portfolio, &diagram.id), "{shown:?}");
        }
    }
}

/// What the program tells of a diagram's nodes, and which diagrams it is inside of: nothing of it is prerendered.
fn details(portfolio: &Portfolio, id: &str) -> String {
    let (diagram, own) =
        (portfolio.diagram_by_id(id).expect("it is there"), portfolio.diagram_id(id).expect("it is there"));
    let facts = NodeFacts::of(portfolio, diagram, |project| project.id.clone());
    let titles = |ids: &[DiagramId]| ids.iter().map(|id| portfolio.diagram(*id).title.clone()).collect::<Vec<_>>();
    let ways = diagram.nodes.iter().map(|node| (titles(node.opens.as_slice()), titles(&node.also)));
    let around = portfolio.around(own).into_iter().map(|(outer, node)| (&portfolio.diagram(outer).id, node));
    format!("{facts:?} {:?} {:?}", ways.collect::<Vec<_>>(), around.collect::<Vec<_>>())
}

/// A site of so many projects, each of about 2 kB, whose technologies, links and diagrams lead to each other.
fn site_of(projects: usize) -> String {
    let name = |at: usize| format!("p{}", at % projects);
    let prose = |at: usize| format!("What [another](projects/{}/) did, in words. ", name(at + 1)).repeat(8);
    let project = |at: usize| {
        json!({
            "id": name(at), "title": format!("Project {at}"), "summary": prose(at), "problem": prose(at + 2),
            "solution": prose(at + 3), "technologies": [format!("t{}", at % 7), format!("t{}", at % 3)],
            "diagram": if at < 6 { json!(format!("d{}", at % 3)) } else { Value::Null },
        })
    };
    let diagram = |at: usize| {
        let node = |id: usize| json!({ "id": format!("n{id}"), "technology": format!("t{id}"), "opens": if id == 0 { json!(format!("d{}", (at + 1) % 3)) } else { Value::Null } });
        json!({ "id": format!("d{at}"), "name": format!("d{at}"), "nodes": (0..4).map(node).collect::<Vec<_>>(), "edges": [{ "source": "n0", "target": "n1" }] })
    };
    let technology = |at: usize| json!({ "id": format!("t{at}"), "name": format!("Technology {at}") });
    json!({
        "profile": { "name": "Ada", "headline": "Engineer" },
        "technologies": (0..7).map(technology).collect::<Vec<_>>(),
        "projects": (0..projects).map(project).collect::<Vec<_>>(),
        "diagrams": (0..3).map(diagram).collect::<Vec<_>>(),
        "experience": [{ "name": "Mill", "roles": [{ "title": "Engineer", "start": "2020-01", "technologies": ["t1", "t6"] }] }],
    })
    .to_string()
}

#[test]
fn a_page_is_the_same_from_what_it_holds_as_from_the_whole_portfolio() {
    for text in [
        include_str!("../../public/portfolio.json"),
        include_str!("../../public/examples/arunav-malhotra.json"),
        include_str!("../../public/examples/hedda-storvik.json"),
        include_str!("../../public/examples/sharvil-kadam.json"),
        include_str!("data/valid/full.json"),
        &site_of(3),
        &site_of(40),
        "{}",
    ] {
        assert_same(text);
    }
}

#[test]
fn a_project_page_of_a_large_site_weighs_what_it_weighs_in_a_small_one() {
    let weight = |projects: usize| {
        let portfolio = whole(&site_of(projects));
        let (body, data) = page(&portfolio, Some(Page::Project("p1")));
        (body.len() + data.len()) as f64
    };
    let (small, large) = (weight(3), weight(200));
    assert!(large < 1.2 * small, "{large} bytes instead of {small}");
}

#[test]
fn only_the_start_page_holds_all() {
    let portfolio = whole(include_str!("../../public/portfolio.json"));
    let all = page(&portfolio, Some(Page::Home)).1;
    assert_eq!(all, compact::write(&portfolio, &portfolio));
    for shown in pages(&portfolio).into_iter().filter(|shown| *shown != Some(Page::Home)) {
        let held = page(&portfolio, shown).1;
        assert!(held.len() < all.len() / 2, "{shown:?} holds {} of {} bytes", held.len(), all.len());
    }
}

/// What stands between an element's start, by its class, and the end of the first such tag after it.
fn element<'a>(html: &'a str, class: &str, tag: &str) -> &'a str {
    let (_, rest) =
        html.split_once(&["class=\"", class, "\""].concat()).unwrap_or_else(|| panic!("no {class}: {html}"));
    rest.split_once(&["</", tag, ">"].concat()).expect("an end").0
}

#[test]
fn paper_has_a_projects_links_on_the_start_page_and_its_diagram_on_its_own() {
    let nodes = |count: usize| (0..count).map(|at| json!({ "id": format!("n{at}"), "label": format!("Part {at}") }));
    let text = json!({
        "profile": { "name": "Ada" },
        "projects": [
            { "id": "p", "title": "P", "diagram": "few", "links": [
                { "label": "Source", "url": "https://example.org/source" }, { "label": "Talk", "url": "https://example.org/talk" },
            ] },
            { "id": "q", "title": "Q", "diagram": "many" },
            { "id": "r", "title": "R" },
        ],
        "diagrams": [
            { "id": "few", "name": "few", "nodes": nodes(2).collect::<Vec<_>>(), "edges": [{ "source": "n0", "target": "n1" }] },
            { "id": "many", "name": "many", "nodes": nodes(130).collect::<Vec<_>>() },
        ],
    });
    let portfolio = whole(&text.to_string());
    let home = page(&portfolio, Some(Page::Home)).0;
    let links = element(&home, "project-card__links", "ul");
    assert!(links.contains("https://example.org/source") && links.contains("Talk"), "{links}");
    assert_eq!(home.matches("project-card__links").count(), 1, "those that have links");
    let drawn = page(&portfolio, Some(Page::Project("p"))).0;
    let drawing = element(&drawn, "project-page__drawing", "div");
    assert!(drawing.contains("<svg") && drawing.contains("Part 1"), "{drawing}");
    let too_large = page(&portfolio, Some(Page::Project("q"))).0;
    assert_eq!(element(&too_large, "project-page__drawing", "div").trim_start_matches('>'), "");
    assert!(!page(&portfolio, Some(Page::Project("r"))).0.contains("project-page__drawing"));
}

#[test]
fn a_diagram_says_in_words_where_else_its_parts_are_and_what_perspectives_say_of_them() {
    let text = json!({
        "profile": { "name": "Ada" },
        "projects": [{ "id": "p", "title": "P", "diagram": "context" }],
        "diagrams": [
            { "id": "context", "name": "context", "title": "Context", "nodes": [{ "id": "shop", "label": "Shop", "opens": "containers" }, { "id": "bank", "label": "Bank" }, "clerk"],
              "perspectives": [{ "id": "money", "name": "Money", "description": "Where it *goes*.", "notes": [{ "node": "bank", "note": "Keeps it." }, { "node": "shop" }] }] },
            { "id": "containers", "name": "containers", "title": "Containers", "nodes": [{ "id": "api", "opens": "parts" }, "bank", "shop"] },
            { "id": "parts", "name": "parts", "title": "Parts & pieces", "nodes": ["worker", "bank"] },
        ],
    });
    let portfolio = whole(&text.to_string());
    let list = |html: &str, title: &str| {
        let (_, rest) = html.split_once(&[">", title, "</p>"].concat()).unwrap_or_else(|| panic!("no {title}: {html}"));
        rest.split_once("</ol>").or_else(|| rest.split_once("</ul>")).expect("a list").0.replace("<!---->", "")
    };
    let own = page(&portfolio, Some(Page::Diagram("context"))).0;
    let ways = element(&own, "diagram__ways", "ul").replace("<!---->", "");
    let link = |id: &str, node: &str, title: &str| format!("<a href=\"/site/architecture/{id}/{node}\">{title}</a>");
    let into = link("containers", "", "Containers");
    let [here, there] = [link("containers", "#bank", "Containers"), link("parts", "#bank", "Parts &amp; pieces")];
    assert!(ways.contains(&format!("<strong>Shop</strong> · Opens: {into}</li>")), "{ways}");
    assert!(ways.contains(&format!("<strong>Bank</strong> · Also in: {here}, {there}</li>")), "{ways}");
    assert!(!ways.contains("clerk"), "{ways}");
    let notes = list(&own, "Perspective: Money");
    assert!(notes.contains("<p>Where it goes.</p>"), "{notes}");
    assert!(notes.contains("<li>Bank. Keeps it.</li><li>Shop.</li>"), "{notes}");
    // Amid another page, and in a diagram that only names the bank.
    let amid = page(&portfolio, Some(Page::Project("p"))).0;
    assert!(
        element(&amid, "diagram__ways", "ul")
            .replace("<!---->", "")
            .contains("Bank</strong> · Also in: Containers, Parts"),
        "{amid}"
    );
    let inner = page(&portfolio, Some(Page::Diagram("parts"))).0;
    assert!(inner.contains(&link("context", "#bank", "Context")), "{inner}");
}

#[test]
fn a_resume_is_the_first_of_the_links() {
    let text = json!({ "profile": { "name": "Ada", "links": "https://example.org", "resume": "cv.pdf" } }).to_string();
    let home = page(&whole(&text), Some(Page::Home)).0;
    let links = element(&home, "hero__links", "ul");
    let (resume, other) = (links.find("href=\"/site/cv.pdf\""), links.find("https://example.org"));
    assert!(resume.is_some() && resume < other, "{links}");
}

#[test]
fn the_rows_of_the_contribution_graph_begin_with_the_first_day_of_the_week() {
    for (week_start, expected) in [
        ("monday", "Mon Tue Wed Thu Fri Sat Sun"),
        ("sunday", "Sun Mon Tue Wed Thu Fri Sat"),
        ("saturday", "Sat Sun Mon Tue Wed Thu Fri"),
    ] {
        let file = json!({ "profile": "Ada", "contributions": { "source": "x", "taken": "2026-11-20", "weekStart": week_start,
            "days": [{ "date": "2026-11-20", "count": 1 }] } });
        let (html, _) = page(&whole(&file.to_string()), Some(Page::Home));
        let rows = html.split("<th scope=\"row\" aria-label=\"").skip(1);
        let days: Vec<&str> = rows.filter_map(|row| row.get(..3)).collect();
        assert_eq!(days.join(" "), expected);
    }
}

#[test]
fn a_page_that_stands_alone_has_the_same_words_and_only_the_attributes_that_it_is_left() {
    for file in ["public/portfolio.json", "public/examples/hedda-storvik.json"] {
        let text =
            std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a file");
        let portfolio = whole(&text);
        let (renderer, path) = renderer(Some(Page::Home));
        let page = renderer.body(Arc::clone(&portfolio), &path);
        let same = renderer.body_alone(Arc::clone(&portfolio), &path, &|_, value| Some(value.to_owned()));
        assert_eq!((&same.html, &same.links), (&page.html, &page.links), "{file}");
        let attribute = |name: &str, value: &str| match name {
            "href" => (!value.starts_with('/')).then(|| value.replace("https:", "http:")),
            "src" => Some("data:,".to_owned()),
            _ => Some(value.to_owned()),
        };
        let alone = renderer.body_alone(Arc::clone(&portfolio), &path, &attribute);
        assert_eq!(alone.letters, page.letters, "{file}");
        assert!(page.html.contains("href=\"/site/") && !alone.html.contains("href=\"/"), "{file}");
        assert!(alone.links.iter().all(|link| !link.starts_with('/') && !link.starts_with("https:")), "{file}");
    }
}
