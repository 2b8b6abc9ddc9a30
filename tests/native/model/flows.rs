//! Flows and ways into other diagrams, as the file writes them.

use vitrine::model::{FragmentKind, Gate, Reading, StepKind, Way, check, read};

use super::sound::assert_sound;

const NODES: &str = r#""nodes": [{"id": "shop"}, {"id": "checkout"}, {"id": "bank"}],
    "edges": [{"source": "shop", "target": "checkout", "label": "buy"}, {"id": "pay", "source": "checkout", "target": "bank"},
        {"source": "checkout", "target": "shop", "kind": "async"}]"#;

fn file(steps: &str) -> String {
    format!(
        r#"{{"profile": {{"name": "Ada"}}, "diagrams": [{{"id": "d", "name": "d", {NODES},
            "flows": [{{"id": "f", "steps": [{steps}]}}]}}]}}"#
    )
}

/// The steps that are read, as from where to where and how, with the problems of the file.
#[track_caller]
fn assert_steps(steps: &str, expected: &[&str], problems: &[&str]) {
    let text = file(steps);
    let Reading { value, .. } = read(&text, &Gate::native()).expect("an object");
    assert_sound(&value);
    let diagram = &value.diagrams[0];
    let name = |node: usize| diagram.nodes[node].id.clone();
    let told = |step: &vitrine::model::FlowStep| {
        let kind = StepKind::ALL[step.kind as usize].1;
        match step.way {
            Way::In(node) => {
                let nodes: Vec<String> = [node].iter().chain(&step.others).map(|node| name(*node)).collect();
                format!("{} {kind}", nodes.join("+"))
            }
            Way::Within(node) => format!("{0} > {0} {kind}", name(node)),
            Way::Along(edge) => {
                format!("{} > {} {kind}", name(diagram.edges[edge].source), name(diagram.edges[edge].target))
            }
            Way::Against(edge) => {
                format!("{} < {} {kind}", name(diagram.edges[edge].source), name(diagram.edges[edge].target))
            }
        }
    };
    let found: Vec<String> = diagram.flows.iter().flat_map(|flow| &flow.steps).map(told).collect();
    assert_eq!(found, expected, "{steps}");
    let mut report: Vec<String> =
        check(&text, &Gate::native()).expect("an object").problems.iter().map(ToString::to_string).collect();
    report.sort();
    let report: Vec<&str> =
        report.iter().map(|line| line.strip_prefix("diagrams[0].flows[0].").unwrap_or(line)).collect();
    assert_eq!(report, problems, "{steps}");
}

#[test]
fn a_step_follows_the_edge_between_its_ends_and_is_a_reply_against_it() {
    assert_steps(
        r#"{"from": "shop", "to": "checkout"}, {"from": "checkout", "to": "bank", "note": "*Now.*"}, {"from": "bank", "to": "checkout"},
            {"node": "checkout"}, {"from": "checkout", "to": "shop"}"#,
        &[
            "shop > checkout sync",
            "checkout > bank sync",
            "checkout < bank reply",
            "checkout sync",
            "checkout > shop async",
        ],
        &[],
    );
}

#[test]
fn a_kind_that_is_written_counts_and_a_reply_prefers_the_way_back() {
    assert_steps(
        r#"{"edge": "pay", "kind": "async"}, {"edge": "pay", "kind": "reply"}, {"from": "checkout", "to": "shop", "kind": "reply"},
            {"from": "bank", "to": "checkout", "kind": "sync"}"#,
        &["checkout > bank async", "checkout < bank reply", "shop < checkout reply", "checkout < bank sync"],
        &[],
    );
}

#[test]
fn a_bad_step_loses_only_itself_and_is_named_with_what_was_meant() {
    assert_steps(
        r#"{"from": "shop", "to": "chekout"}, {"from": "shop", "to": "bank"}, {"node": "nobody"}, {"edge": "pya"}, {}, {"from": "shop"},
            {"node": "shop", "edge": "pay"}, {"node": "bank", "kind": "rply"}"#,
        &["bank sync"],
        &[
            "steps[0].to: unknown node \"chekout\"; did you mean \"checkout\"?",
            "steps[1]: no edge connects \"shop\" and \"bank\"; add one, or name a \"node\"",
            "steps[2].node: unknown node \"nobody\"",
            "steps[3].edge: unknown edge \"pya\"; did you mean \"pay\"?",
            "steps[4]: a step has \"from\" and \"to\", or an \"edge\", a \"node\", \"nodes\" or a block; this one has 0 of them",
            "steps[5]: the property \"to\" is missing; add it",
            "steps[6]: a step has \"from\" and \"to\", or an \"edge\", a \"node\", \"nodes\" or a block; this one has 2 of them",
            "steps[7].kind: unknown kind of step \"rply\"; did you mean \"reply\"?",
        ],
    );
}

#[test]
fn blocks_nest_and_keep_what_is_sound_of_them() {
    let text = file(
        r#"{"node": "shop"},
            {"parallel": [
                [{"node": "bank"}, {"alternative": [
                    {"when": "paid", "steps": [{"node": "shop"}, {"node": "bank"}]},
                    {"when": "declined", "steps": [{"node": "nobody"}]},
                    {"when": "late", "steps": [{"node": "checkout"}]}]}],
                [{"node": "nobody"}],
                [{"node": "shop"}]]},
            {"parallel": []}"#,
    );
    let Reading { value, problems } = read(&text, &Gate::native()).expect("an object");
    assert_sound(&value);
    let flow = &value.diagrams[0].flows[0];
    let ranges = |at: usize| flow.fragments[at].branches.iter().map(|branch| branch.steps.clone()).collect::<Vec<_>>();
    assert_eq!(flow.steps.len(), 6);
    let kinds: Vec<FragmentKind> = flow.fragments.iter().map(|fragment| fragment.kind).collect();
    assert_eq!(kinds, [FragmentKind::Parallel, FragmentKind::Alternative]);
    assert_eq!((ranges(0), ranges(1)), (vec![1..5, 5..6], vec![2..4, 4..5]));
    assert_eq!(flow.fragments[1].branches[1].when, "late");
    assert_eq!(problems.len(), 4, "{problems:?}");
}

#[test]
fn a_node_may_call_itself_and_a_note_may_be_about_several() {
    assert_steps(
        r#"{"from": "bank", "to": "bank", "note": "Counts."}, {"nodes": ["bank", "shop", "bank"], "note": "Both know."},
            {"nodes": []}, {"nodes": ["nobody"]}, {"nodes": ["shop"], "node": "bank"},
            {"nodes": ["shop", "bank"], "kind": "destroy"}, {"node": "bank", "steps": [{"node": "shop"}]}"#,
        &["bank > bank sync", "bank+shop sync", "shop+bank sync", "bank sync"],
        &[
            "steps[2].nodes: no sound node is left in it",
            "steps[3].nodes: no sound node is left in it",
            "steps[3].nodes[0]: unknown node \"nobody\"",
            "steps[4]: a step has \"from\" and \"to\", or an \"edge\", a \"node\", \"nodes\" or a block; this one has 2 of them",
            "steps[5].kind: unknown property \"kind\"; the properties here are from, to, edge, node, nodes, note",
            "steps[6].steps: unknown property \"steps\"; the properties here are from, to, edge, node, nodes, note",
        ],
    );
}

#[test]
fn what_is_created_takes_no_part_before() {
    assert_steps(
        r#"{"node": "shop"},
            {"alternative": [{"when": "a", "steps": [{"from": "shop", "to": "checkout", "kind": "create"}]},
                {"when": "b", "steps": [{"from": "shop", "to": "checkout", "kind": "create"}]}]},
            {"edge": "pay", "kind": "create"}, {"node": "bank", "kind": "destroy"},
            {"from": "checkout", "to": "shop", "kind": "create"}"#,
        &[
            "shop sync",
            "shop > checkout create",
            "shop > checkout create",
            "checkout > bank create",
            "bank destroy",
            "checkout > shop create",
        ],
        &[
            "steps[4]: the step creates \"shop\", which takes part before it; move the step ahead of the others, or delete its \"kind\"",
        ],
    );
}

#[test]
fn a_block_says_what_holds_of_its_steps() {
    let text = file(
        r#"{"optional": "the cart has a coupon", "steps": [{"node": "shop"}]},
            {"loop": "", "steps": [{"node": "shop"}, {"block": "Paying", "steps": [{"node": "bank"}]}]},
            {"break": "it is late", "steps": [{"node": "bank"}]},
            {"critical": "a lock", "steps": [{"node": "bank"}], "otherwise": [{"when": "taken", "steps": [{"node": "shop"}]}]},
            {"loop": "for ever", "steps": []},
            {"loop": "x", "optional": "y", "steps": [{"node": "bank"}]},
            {"parallel": [[{"node": "bank"}]], "steps": [{"node": "bank"}]},
            {"block": "B", "steps": [{"node": "bank"}], "otherwise": []},
            {"critical": "lost", "steps": [{"node": "nobody"}], "otherwise": [{"when": "kept", "steps": [{"node": "bank"}]}]},
            {"alternative": [{"when": "it runs", "steps": [{"node": "checkout"}]},
                {"when": "it does not", "steps": [{"from": "shop", "to": "checkout", "kind": "create"}]}]}"#,
    );
    let Reading { value, problems } = read(&text, &Gate::native()).expect("an object");
    assert_sound(&value);
    let flow = &value.diagrams[0].flows[0];
    let told = |fragment: &vitrine::model::Fragment| {
        let kind = FragmentKind::ALL[fragment.kind as usize].1;
        let branches = fragment.branches.iter().map(|branch| format!("{}={:?}", branch.when, branch.steps));
        format!("{kind} {}", branches.collect::<Vec<_>>().join(" "))
    };
    assert_eq!(
        flow.fragments.iter().map(told).collect::<Vec<_>>(),
        [
            "optional the cart has a coupon=0..1",
            "loop =1..3",
            "block Paying=2..3",
            "break it is late=3..4",
            "critical a lock=4..5 taken=5..6",
            "parallel =6..7",
            "block B=7..8",
            "alternative kept=8..9",
            "alternative it runs=9..10 it does not=10..11",
        ]
    );
    let report: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(report.len(), 6, "{report:#?}");
    for (told, place) in report.iter().zip([
        "[4].steps: no sound step",
        "[5]: a step has",
        "[6].steps: unknown property",
        "[7].otherwise: unknown property",
    ]) {
        assert!(told.contains(place), "{told}");
    }
}

#[test]
fn a_flow_without_a_sound_step_is_dropped_and_of_two_with_one_id_the_second() {
    let text = format!(
        r#"{{"profile": {{"name": "Ada"}}, "diagrams": [{{"id": "d", "name": "d", {NODES}, "flows": [
            {{"id": "a", "name": "First", "steps": [{{"node": "shop"}}]}}, {{"id": "b", "steps": []}},
            {{"id": "a", "steps": [{{"node": "bank"}}]}}]}}]}}"#
    );
    let Reading { value, problems } = read(&text, &Gate::native()).expect("an object");
    assert_sound(&value);
    let names: Vec<&str> = value.diagrams[0].flows.iter().map(|flow| flow.name.as_str()).collect();
    assert_eq!(names, ["First"]);
    let report: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        report,
        [
            "diagrams[0].flows[1].steps: no sound step is left in it",
            "diagrams[0].flows[2].id: the flow id \"a\" is taken by an earlier one; give each its own",
        ]
    );
}

#[test]
fn a_node_opens_another_diagram_which_knows_what_is_around_it() {
    let diagram = |id: &str, opens: &str| {
        format!(r#"{{"id": "{id}", "name": "{id}", "nodes": [{{"id": "x"}}, {{"id": "door", "opens": "{opens}"}}]}}"#)
    };
    let all = [("land", "system"), ("system", "part"), ("part", "land"), ("self", "self"), ("lost", "sytem")];
    let all: Vec<String> = all.iter().map(|(id, opens)| diagram(id, opens)).collect();
    let text = format!(r#"{{"profile": {{"name": "Ada"}}, "diagrams": [{}]}}"#, all.join(","));
    let Reading { value, problems } = read(&text, &Gate::native()).expect("an object");
    assert_sound(&value);
    let opened: Vec<_> = value.diagrams.iter().map(|diagram| diagram.nodes[1].opens.map(|id| id.0)).collect();
    assert_eq!(opened, [Some(1), Some(2), Some(0), None, None]);
    let report: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        report,
        [
            "diagrams[3].nodes[1].opens: unknown other diagram \"self\"",
            "diagrams[4].nodes[1].opens: unknown other diagram \"sytem\"; did you mean \"system\"?",
        ]
    );
    let around = |id: u32| {
        let around = value.around(vitrine::model::DiagramId(id));
        around.iter().map(|(outer, node)| (outer.0, *node)).collect::<Vec<_>>()
    };
    assert_eq!(around(2), [(1, "door"), (0, "door")]);
    assert_eq!(around(0), [], "the first is outermost where they open each other in a circle");
    assert_eq!(around(3), []);
}
