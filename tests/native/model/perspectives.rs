//! Perspectives, as the file writes them.

use vitrine::model::{FlowStep, Markdown, Way};

use super::{reading, report};

fn file(perspectives: &str) -> String {
    format!(
        r#"{{"profile": {{"name": "Ada"}}, "diagrams": [{{"id": "d", "name": "d",
            "nodes": ["shop", "checkout", {{"id": "bank", "group": "out"}}], "groups": [{{"id": "out"}}],
            "perspectives": [{perspectives}]}}]}}"#
    )
}

/// The perspectives that are read, as their names with what they say of which nodes, and the problems of the file.
#[track_caller]
fn assert_read(perspectives: &str, expected: &[&str], problems: &[&str]) {
    let reading = reading(&file(perspectives));
    let diagram = &reading.value.diagrams[0];
    let mut found = Vec::new();
    for perspective in diagram.perspectives.iter() {
        let words = |text: &Option<Markdown>| text.as_ref().map(Markdown::plain).unwrap_or_default();
        let note = |step: &FlowStep| {
            let Way::In(node) = step.way else { panic!("{step:?}") };
            format!("{} ({})", diagram.nodes[node].id, words(&step.note))
        };
        let notes: Vec<String> = perspective.steps.iter().map(note).collect();
        found.push(format!("{} ({}): {}", perspective.name, words(&perspective.description), notes.join(", ")));
        assert_eq!(diagram.find_perspective(&perspective.id), Some(found.len() - 1));
    }
    assert_eq!(found, expected);
    let report = report(&reading);
    let report: Vec<&str> =
        report.lines().map(|line| line.strip_prefix("Error diagrams[0].perspectives").unwrap_or(line)).collect();
    assert_eq!(report, problems);
}

#[test]
fn a_perspective_has_a_name_and_notes_on_nodes_in_its_own_order() {
    assert_read(
        r#"{"id": "security", "name": "Security", "description": "Who *gets in*.", "notes": [
                {"node": "bank", "note": "Has `mTLS`."}, {"node": "shop"}, {"node": "bank", "note": "Audited."}]},
           {"id": "cost", "notes": [{"node": "checkout"}]}"#,
        &["Security (Who gets in.): bank (Has mTLS.), shop (), bank (Audited.)", "cost (): checkout ()"],
        &[],
    );
}

#[test]
fn what_is_wrong_loses_only_itself() {
    assert_read(
        r#"{"id": "a", "notes": [{"node": "bnk"}, {"node": "shop"}, {"node": "out"}, {"note": "Of what?"}]},
           {"id": "b", "notes": []}, {"id": "a", "notes": [{"node": "bank"}]}, {"notes": [{"node": "bank"}]}"#,
        &["a (): shop ()"],
        &[
            "[0].notes[0].node: unknown node \"bnk\"; did you mean \"bank\"?",
            "[0].notes[2].node: unknown node \"out\"",
            "[0].notes[3]: the property \"node\" is missing; add it",
            "[1].notes: no sound note is left in it",
            "[3]: the property \"id\" is missing; add it",
            "[2].id: the perspective id \"a\" is taken by an earlier one; give each its own",
        ],
    );
}
