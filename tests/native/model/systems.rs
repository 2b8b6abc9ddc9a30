//! Diagrams of one system: what is said of a node once, and where else it is.

use vitrine::model::{DiagramId, Gate, Markdown, Node, Portfolio, read_diagram, read_graph};
use vitrine::route::Page;

use super::{reading, report};

fn file(diagrams: &str) -> String {
    format!(r#"{{"profile": {{"name": "Ada"}}, "diagrams": [{diagrams}]}}"#)
}

/// The nodes of each diagram as visitors read them: `id: label, kind, technology, description > opened | elsewhere`.
fn nodes(portfolio: &Portfolio) -> Vec<String> {
    let id = |id: &DiagramId| portfolio.diagram(*id).id.clone();
    let told = |node: &Node| {
        let technology = node.technology.map(|id| portfolio.technology(id).name.clone()).unwrap_or_default();
        let description = node.description.as_ref().map(Markdown::plain).unwrap_or_default();
        let (opens, also) = (node.opens.iter().map(id), node.also.iter().map(id));
        let ways = [opens.collect::<Vec<_>>().join(" "), also.collect::<Vec<_>>().join(" ")];
        format!(
            "{}: {}, {}, {technology}, {description} > {}",
            node.id,
            node.label,
            node.kind.name(vitrine::model::Words::english()),
            ways.join(" | ")
        )
    };
    portfolio.diagrams.iter().flat_map(|diagram| &diagram.nodes).map(told).collect()
}

const SHOP: &str = r#"
    {"id": "context", "name": "context", "nodes": [
        {"id": "shop", "label": "The shop", "opens": "containers"}, {"id": "bank", "kind": "external", "description": "Takes *cards*."}]},
    {"id": "containers", "name": "containers", "nodes": [
        {"id": "api", "label": "API", "technology": "Rust", "opens": "components"}, {"id": "db", "label": "Orders", "kind": "database"},
        "bank", "shop"]},
    {"id": "apart", "name": "apart", "nodes": [{"id": "bank", "label": "Another bank"}, "db"]},
    {"id": "components", "name": "components", "nodes": [
        {"id": "api", "kind": "gateway", "description": "In parts."}, {"id": "db", "label": "Order store"}, {"id": "bank", "label": "The bank"}]}"#;

#[test]
fn what_a_node_leaves_out_is_said_by_the_first_of_its_system_that_says_it() {
    let reading = reading(&file(SHOP));
    assert_eq!(report(&reading), "");
    assert_eq!(
        nodes(&reading.value),
        [
            "shop: The shop, Service, ,  > containers | containers",
            "bank: The bank, External system, , Takes cards. >  | containers components",
            "api: API, Gateway, Rust, In parts. > components | components",
            "db: Orders, Database, ,  >  | components",
            "bank: The bank, External system, , Takes cards. >  | context components",
            "shop: The shop, Service, ,  >  | context",
            "bank: Another bank, Service, ,  >  | ",
            "db: db, Service, ,  >  | ",
            "api: API, Gateway, Rust, In parts. >  | containers",
            "db: Order store, Database, ,  >  | containers",
            "bank: The bank, External system, , Takes cards. >  | context containers",
        ]
    );
}

#[test]
fn a_kind_that_is_written_stays_even_where_it_is_the_usual_one() {
    let text = file(
        r#"{"id": "a", "name": "a", "nodes": [{"id": "x", "kind": "queue", "opens": "b"}]},
           {"id": "b", "name": "b", "nodes": [{"id": "x", "kind": "service"}]}"#,
    );
    assert_eq!(nodes(&reading(&text).value), ["x: x, Queue, ,  > b | b", "x: x, Service, ,  >  | a"]);
}

#[test]
fn a_page_holds_of_the_others_only_what_they_are_called() {
    let whole = reading(&file(SHOP)).value;
    let held = whole.excerpt(Some(Page::Diagram("context")));
    let named: Vec<(&str, usize)> =
        held.diagrams.iter().map(|diagram| (diagram.id.as_str(), diagram.nodes.len())).collect();
    assert_eq!(named, [("context", 2), ("containers", 0), ("components", 0)]);
    let also = |portfolio: &Portfolio| {
        let bank = &portfolio.diagrams[0].nodes[1];
        bank.also.iter().map(|id| portfolio.diagram(*id).title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(also(&held), also(&whole));
    assert_eq!(also(&held), ["containers", "components"]);
}

#[test]
fn a_node_that_is_everywhere_names_some_of_where() {
    let diagrams: Vec<String> = (0..40)
        .map(|at| {
            format!(
                r#"{{"id": "d{at}", "name": "d{at}", "nodes": [{{"id": "door{at}", "opens": "d{}"}}, "hub"]}}"#,
                (at + 1) % 40
            )
        })
        .collect();
    let reading = reading(&file(&diagrams.join(",")));
    let hub = &reading.value.diagrams[3].nodes[1];
    assert_eq!(hub.also.len(), Node::ELSEWHERE);
    assert_eq!(hub.also[..4], [DiagramId(0), DiagramId(1), DiagramId(2), DiagramId(4)]);
}

/// Whether, for diagrams with doors to others, each knows the way to it: the outermost first.
#[track_caller]
fn assert_ways(doors: &[(&str, &str)], expected: &[(&str, &str)]) {
    let diagram = |(id, opens): &(&str, &str)| {
        let doors = opens.split_whitespace().map(|inner| format!(r#"{{"id": "to-{inner}", "opens": "{inner}"}}"#));
        let nodes = doors.chain([r#""own""#.to_owned()]).collect::<Vec<_>>().join(",");
        format!(r#"{{"id": "{id}", "name": "{id}", "nodes": [{nodes}]}}"#)
    };
    let whole = reading(&file(&doors.iter().map(diagram).collect::<Vec<_>>().join(","))).value;
    let way = |portfolio: &Portfolio, id: &str| {
        let around = portfolio.around(portfolio.diagram_id(id).expect("a diagram"));
        let steps = around.into_iter().rev().map(|(outer, node)| format!("{} {node}", portfolio.diagram(outer).id));
        steps.collect::<Vec<_>>().join(", ")
    };
    for (id, way_there) in expected {
        assert_eq!(way(&whole, id), *way_there, "{id}");
        assert_eq!(way(&whole.excerpt(Some(Page::Diagram(id))), id), *way_there, "{id}, from what its page holds");
    }
}

#[test]
fn a_diagram_is_read_the_way_that_the_language_of_its_pages_is() {
    const LONE: &str = r#"{"name": "alone", "nodes": [{"id": "a"}]}"#;
    for (language, is_rtl) in [
        (r#""ar""#, true),
        (r#""he""#, true),
        (r#"["fa", "en"]"#, true),
        (r#"["en", "ar"]"#, false),
        (r#""de""#, false),
    ] {
        let text = format!(
            r#"{{"language": {language}, "profile": {{"name": "Ada"}}, "diagrams": [{{"id": "d", "name": "d", "nodes": [{{"id": "a"}}]}}]}}"#
        );
        let portfolio = reading(&text).value;
        assert_eq!(portfolio.diagrams[0].is_rtl, is_rtl, "{language}");
        super::compact::assert_kept(&portfolio);
        let lone = read_diagram(LONE, &portfolio, &Gate::native()).expect("a diagram").value;
        assert_eq!(lone.is_rtl, is_rtl, "one from elsewhere, in {language}");
        assert!(!read_graph(LONE).expect("a graph").is_rtl, "what is laid out for its numbers is never turned");
    }
}

#[test]
fn the_way_to_a_diagram_is_the_shortest_from_one_that_nothing_opens() {
    let levels = [("parts", "boxes"), ("boxes", "parts land"), ("sketch", ""), ("land", "boxes")];
    assert_ways(&levels, &[("parts", ""), ("boxes", "parts to-boxes"), ("land", "parts to-boxes, boxes to-land")]);
    // A node that leads back out does not turn the inside out.
    let with_a_way_back = [("parts", "boxes"), ("boxes", "parts"), ("land", "boxes")];
    assert_ways(
        &with_a_way_back,
        &[("land", ""), ("boxes", "land to-boxes"), ("parts", "land to-boxes, boxes to-parts")],
    );
    let two_ways = [("a", "b"), ("b", "d"), ("c", "d"), ("d", "e"), ("e", "")];
    assert_ways(&two_ways, &[("d", "c to-d"), ("e", "c to-d, d to-e"), ("b", "a to-b")]);
    let two_as_short = [("z", ""), ("x", "z"), ("w", "z")];
    assert_ways(&two_as_short, &[("z", "x to-z")]);
}
