//! A workspace's views as diagrams.

use vitrine_import::{Value, structurizr};
use vitrine_model::{Diagram, EdgeKind, Gate, Group, NodeKind, Severity, check};

const BANK: &str = r#"{
  "name": "Big Bank",
  "model": {
    "people": [{ "id": "1", "name": "Customer", "tags": "Element,Person", "relationships": [
      { "id": "10", "sourceId": "1", "destinationId": "2", "description": "Uses" },
      { "id": "11", "sourceId": "1", "destinationId": "4", "description": "Looks at", "technology": "HTTPS" }] }],
    "softwareSystems": [
      { "id": "2", "name": "Internet Banking", "description": "Shows accounts.", "group": "Big Bank/Retail", "containers": [
        { "id": "4", "name": "Web app", "technology": "React in a web browser", "relationships": [
          { "id": "12", "sourceId": "4", "destinationId": "5", "description": "Calls", "interactionStyle": "Asynchronous" }] },
        { "id": "5", "name": "API", "technology": "Java", "components": [{ "id": "7", "name": "Sign-in", "technology": "Bean", "relationships": [
            { "id": "15", "sourceId": "7", "destinationId": "6", "description": "Reads" }] }],
          "relationships": [{ "id": "13", "sourceId": "5", "destinationId": "6", "description": "Reads" }] },
        { "id": "6", "name": "Accounts", "technology": "PostgreSQL", "tags": "Element,Container,Database" }],
        "relationships": [{ "id": "14", "sourceId": "2", "destinationId": "3", "description": "Asks" }] },
      { "id": "3", "name": "Mainframe", "tags": "Element,Software System,Existing System" }],
    "deploymentNodes": [{ "id": "20", "name": "Cloud", "environment": "Live", "technology": "Ubuntu", "instances": "4", "children": [
      { "id": "21", "name": "Region", "containerInstances": [{ "id": "22", "containerId": "5", "relationships": [
        { "id": "25", "sourceId": "22", "destinationId": "24" }] }] }],
      "infrastructureNodes": [{ "id": "24", "name": "Balancer", "technology": "nginx" }] }]
  },
  "views": {
    "systemLandscapeViews": [{ "key": "Landscape", "title": "All of it", "elements": [{ "id": "1" }, { "id": "2" }, { "id": "3" }], "relationships": [{ "id": "10" }, { "id": "14" }] }],
    "containerViews": [{ "key": "Containers", "softwareSystemId": "2", "description": "What it is made of", "elements": [{ "id": "1", "x": 5 }, { "id": "4" }, { "id": "5" }, { "id": "6" }], "relationships": [{ "id": "11" }, { "id": "12" }, { "id": "13" }] }],
    "componentViews": [{ "key": "Components", "containerId": "5", "elements": [{ "id": "7" }, { "id": "6" }], "relationships": [{ "id": "15" }] }],
    "dynamicViews": [{ "key": "Sign in", "elementId": "2", "elements": [{ "id": "1" }, { "id": "4" }, { "id": "5" }], "relationships": [
      { "id": "11", "order": "1", "description": "Signs in" }, { "id": "12", "order": "10", "description": "Last" }, { "id": "12", "order": "2", "description": "Asks" }, { "id": "12", "order": "3", "description": "Says yes", "response": true }] }],
    "deploymentViews": [{ "key": "Live", "softwareSystemId": "2", "elements": [{ "id": "20" }, { "id": "21" }, { "id": "22" }, { "id": "24" }], "relationships": [{ "id": "25" }] }],
    "filteredViews": [{ "key": "F" }],
    "customViews": []
  }
}"#;

fn diagrams() -> Vec<Diagram> {
    let mut portfolio = structurizr::read(BANK).unwrap().portfolio;
    portfolio.set("profile", Value::object([("name", "Ada".into())]));
    let reading = check(&portfolio.file(), &Gate::native()).unwrap();
    let problems: Vec<String> = reading
        .problems
        .iter()
        .filter(|problem| problem.severity() != Severity::Note)
        .map(ToString::to_string)
        .collect();
    assert!(problems.is_empty(), "{problems:#?}\n{}", portfolio.file());
    reading.value.diagrams
}

/// The labels of the groups around a node, from the inside out.
fn around(diagram: &Diagram, id: &str) -> Vec<String> {
    let first = diagram.nodes[diagram.find_node(id).unwrap()].group;
    std::iter::successors(first, |at| diagram.groups[*at].parent).map(|at| diagram.groups[at].label.clone()).collect()
}

#[test]
fn every_view_is_a_diagram() {
    let diagrams = diagrams();
    let named: Vec<(&str, &str)> = diagrams.iter().map(|diagram| (&*diagram.id, &*diagram.title)).collect();
    assert_eq!(
        named,
        [
            ("landscape", "All of it"),
            ("containers", "Internet Banking"),
            ("components", "API"),
            ("sign-in", "Internet Banking"),
            ("live", "Internet Banking")
        ]
    );
}

#[test]
fn systems_and_groups_are_boundaries_of_what_they_hold() {
    let diagrams = diagrams();
    assert_eq!(around(&diagrams[0], "2"), ["Retail", "Big Bank"]);
    assert_eq!(around(&diagrams[0], "1"), [""; 0]);
    assert_eq!(around(&diagrams[1], "4"), ["Internet Banking"]);
    assert_eq!(around(&diagrams[2], "7"), ["API", "Internet Banking"]);
    assert_eq!(around(&diagrams[4], "22"), ["Region", "Cloud"]);
    let machines: Vec<String> = diagrams[4].groups.iter().map(Group::sign).collect();
    assert_eq!(machines, ["Cloud · Ubuntu · ×4", "Region"]);
}

#[test]
fn elements_have_their_kinds_and_open_what_is_inside() {
    let diagrams = diagrams();
    let kind = |diagram: usize, id: &str| diagrams[diagram].nodes[diagrams[diagram].find_node(id).unwrap()].kind;
    assert_eq!(
        [kind(0, "1"), kind(0, "2"), kind(0, "3"), kind(1, "4"), kind(1, "6"), kind(4, "24")],
        [NodeKind::Person, NodeKind::Service, NodeKind::External, NodeKind::Client, NodeKind::Database, NodeKind::Edge]
    );
    let opens = |diagram: usize, id: &str| {
        diagrams[diagram].nodes[diagrams[diagram].find_node(id).unwrap()].opens.map(|id| id.0)
    };
    assert_eq!([opens(0, "2"), opens(1, "5"), opens(1, "4")], [Some(1), Some(2), None]);
    assert_eq!(
        diagrams[1].edges.iter().map(|edge| edge.kind).collect::<Vec<_>>(),
        [EdgeKind::Sync, EdgeKind::Async, EdgeKind::Sync]
    );
}

#[test]
fn an_element_in_several_views_of_a_system_is_one_thing() {
    let diagrams = diagrams();
    let also = |diagram: usize, id: &str| {
        let node = &diagrams[diagram].nodes[diagrams[diagram].find_node(id).unwrap()];
        node.also.iter().map(|other| diagrams[other.0 as usize].name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(also(0, "1"), ["containers", "sign-in"], "the customer");
    assert_eq!(also(1, "6"), ["components"], "the accounts");
    assert!(also(2, "7").is_empty(), "what is in one view only");
}

#[test]
fn what_happens_in_a_dynamic_view_is_a_flow() {
    let steps: Vec<String> =
        diagrams()[3].flows[0].steps.iter().filter_map(|step| Some(step.note.as_ref()?.plain())).collect();
    assert_eq!(steps, ["Signs in", "Asks", "Says yes", "Last"]);
}

#[test]
fn what_is_left_out_is_told_and_what_is_no_workspace_says_so() {
    assert_eq!(
        structurizr::read(BANK).unwrap().notes,
        ["filteredViews are left out (1): they are none of the model's own"]
    );
    for (text, said) in [("workspace {\n}", "structurizr-cli export"), ("{}", "no view"), ("{", "not JSON")] {
        let error = structurizr::read(text).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
}
