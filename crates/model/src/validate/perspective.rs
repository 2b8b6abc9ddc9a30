//! Perspectives of a diagram: some of its nodes, with a note on each.

use super::Check;
use crate::doc::Doc;
use crate::id::Names;
use crate::portfolio::{Flow, FlowStep, StepKind, Way};
use crate::problem::ProblemKind;

/// Checks the perspectives of a diagram with these nodes.
pub fn perspectives(check: &mut Check, doc: &mut Doc, nodes: &Names) -> Vec<Flow> {
    if !doc.has("perspectives") {
        return Vec::new();
    }
    let mut ids = Vec::new();
    let mut perspectives = check.each(doc, "perspectives", |check, doc| {
        let id = check.name(doc, "id")?;
        let name = check.line(doc, "name").unwrap_or_else(|| id.clone());
        let description = check.prose(doc, "description");
        let steps = check.each(doc, "notes", |check, doc| {
            let id = doc.text("node")?;
            let note = check.prose(doc, "note");
            let way = check.named("node", &id, nodes, &doc.at("node")).map(Way::In)?;
            Some(FlowStep { way, others: Vec::new(), kind: StepKind::default(), note })
        });
        if steps.is_empty() {
            check.report(&doc.at("notes"), ProblemKind::NoneLeft { what: "note" });
            return None;
        }
        ids.push((doc.path("id"), id.clone()));
        Some(Flow { id, name, description, steps, fragments: Vec::new() })
    });
    let mut first = check.firsts("perspective", ids).into_iter();
    perspectives.retain(|_| first.next() == Some(true));
    perspectives
}
