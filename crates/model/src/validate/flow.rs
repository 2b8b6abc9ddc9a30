//! Flows of a diagram: steps that follow its edges, and blocks of them.

use super::Check;
use crate::doc::Doc;
use crate::id::Names;
use crate::portfolio::{Branch, Edge, EdgeKind, Flow, FlowStep, Fragment, StepKind, Way};
use crate::problem::ProblemKind;

/// The kinds of step as the file writes them.
const KINDS: &[&str] = &super::words(StepKind::ALL);

/// What the steps of a flow may name.
struct Stage<'a> {
    nodes: &'a Names,
    edges: &'a [Edge],
    edge_names: Names,
}

/// Checks the flows of a diagram with these nodes and edges.
pub fn flows(check: &mut Check, doc: &mut Doc, nodes: &Names, edges: &[Edge]) -> Vec<Flow> {
    if !doc.has("flows") {
        return Vec::new();
    }
    let edge_names = Names::new(edges.iter().enumerate().map(|(at, edge)| (edge.id.clone(), at)).collect());
    let stage = Stage { nodes, edges, edge_names };
    let mut ids = Vec::new();
    let mut flows = check.each(doc, "flows", |check, doc| {
        let id = check.name(doc, "id")?;
        let mut flow = Flow {
            name: check.line(doc, "name").unwrap_or_else(|| id.clone()),
            id,
            description: check.prose(doc, "description"),
            steps: Vec::new(),
            fragments: Vec::new(),
        };
        check.objects(doc, "steps", &mut |check, doc| step(check, doc, &stage, &mut flow));
        if flow.steps.is_empty() {
            check.report(&doc.at("steps"), ProblemKind::NoneLeft { what: "step" });
            return None;
        }
        ids.push((doc.path("id"), flow.id.clone()));
        Some(flow)
    });
    let mut first = check.firsts("flow", ids).into_iter();
    flows.retain(|_| first.next() == Some(true));
    flows
}

/// Adds a step, or those of a block, to a flow.
fn step(check: &mut Check, doc: &mut Doc, stage: &Stage, flow: &mut Flow) {
    let things = [doc.has("from") || doc.has("to"), doc.has("edge"), doc.has("node")];
    let blocks = [doc.has("parallel"), doc.has("alternative")];
    let count = things.iter().chain(&blocks).filter(|there| **there).count();
    if count != 1 {
        check.report_at(doc.here(), ProblemKind::NotOneThing(count));
        return;
    }
    if things == [false; 3] {
        block(check, doc, stage, flow);
        return;
    }
    let kind = check.choice(doc, "kind", "kind of step", KINDS).map(|position| StepKind::ALL[position].0);
    let note = check.prose(doc, "note");
    let Some(way) = way(check, doc, stage, kind) else { return };
    // What runs against an arrow answers what came along it.
    let usual = match way {
        Way::In(_) => StepKind::Sync,
        Way::Against(_) => StepKind::Reply,
        Way::Along(edge) => match stage.edges.get(edge).map(|edge| edge.kind) {
            Some(EdgeKind::Async) => StepKind::Async,
            _ => StepKind::Sync,
        },
    };
    flow.steps.push(FlowStep { way, kind: kind.unwrap_or(usual), note });
}

fn way(check: &mut Check, doc: &mut Doc, stage: &Stage, kind: Option<StepKind>) -> Option<Way> {
    let reply = kind == Some(StepKind::Reply);
    if let Some(id) = doc.text("node") {
        return check.named("node", &id, stage.nodes, &doc.at("node")).map(Way::In);
    }
    if let Some(id) = doc.text("edge") {
        let edge = check.named("edge", &id, &stage.edge_names, &doc.at("edge"))?;
        return Some(if reply { Way::Against(edge) } else { Way::Along(edge) });
    }
    for property in ["from", "to"] {
        if !doc.has(property) {
            check.report_at(doc.here(), ProblemKind::Missing { property });
            return None;
        }
    }
    let (from, to) = (doc.text("from")?, doc.text("to")?);
    let source = check.named("node", &from, stage.nodes, &doc.at("from"));
    let target = check.named("node", &to, stage.nodes, &doc.at("to"));
    let (source, target) = source.zip(target)?;
    // The first that leads there, or else the first that leads back; the other way round for a reply.
    let mut second = None;
    for (at, edge) in stage.edges.iter().enumerate() {
        // One at a group leads to none of its nodes.
        if edge.groups != [None; 2] {
            continue;
        }
        let way = match (edge.source, edge.target) {
            ends if ends == (source, target) => Way::Along(at),
            ends if ends == (target, source) => Way::Against(at),
            _ => continue,
        };
        if matches!(way, Way::Against(_)) == reply {
            return Some(way);
        }
        second = second.or(Some(way));
    }
    if second.is_none() {
        check.report_at(doc.here(), ProblemKind::NoEdge { from, to });
    }
    second
}

/// Adds the steps of a block, branch by branch.
fn block(check: &mut Check, doc: &mut Doc, stage: &Stage, flow: &mut Flow) {
    let alternative = doc.has("alternative");
    for name in ["kind", "note"].into_iter().filter(|name| doc.has(name)) {
        let kind = ProblemKind::UnknownProperty { name: name.to_owned(), known: &["parallel", "alternative"] };
        check.report(&doc.at(name), kind);
    }
    let own = flow.fragments.len();
    let mut branches: Vec<Branch> = Vec::new();
    flow.fragments.push(Fragment { alternative, branches: Vec::new() });
    if alternative {
        check.objects(doc, "alternative", &mut |check, doc| {
            let start = flow.steps.len();
            let when = check.name(doc, "when");
            check.objects(doc, "steps", &mut |check, doc| step(check, doc, stage, flow));
            let steps = start..flow.steps.len();
            if steps.is_empty() {
                check.report(&doc.at("steps"), ProblemKind::NoneLeft { what: "step" });
            } else {
                branches.push(Branch { when: when.unwrap_or_default(), steps });
            }
        });
    } else {
        let mut within = None;
        check.nested(doc, "parallel", &mut |check, doc, branch| {
            let start = flow.steps.len();
            step(check, doc, stage, flow);
            let end = flow.steps.len();
            match branches.last_mut().filter(|_| within == Some(branch)) {
                Some(last) => last.steps.end = end,
                None if end > start => {
                    within = Some(branch);
                    branches.push(Branch { when: String::new(), steps: start..end });
                }
                None => {}
            }
        });
        if branches.is_empty() {
            check.report(&doc.at("parallel"), ProblemKind::NoneLeft { what: "step" });
        }
    }
    if branches.is_empty() {
        // What is in it would have come after it, and there is nothing.
        flow.fragments.truncate(own);
    } else if let Some(fragment) = flow.fragments.get_mut(own) {
        fragment.branches = branches;
    }
}
