//! Flows of a diagram: steps that follow its edges, and blocks of them.

use super::Check;
use crate::doc::Doc;
use crate::id::Names;
use crate::portfolio::{Branch, Edge, EdgeKind, Flow, FlowStep, Fragment, FragmentKind, StepKind, Way};
use crate::problem::ProblemKind;

/// The kinds of step as the file writes them.
const KINDS: &[&str] = &super::words(StepKind::ALL);
/// The kinds of block as the file writes them.
const BLOCKS: &[&str] = &super::words(FragmentKind::ALL);

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
    let things = [doc.has("from") || doc.has("to"), doc.has("edge"), doc.has("node"), doc.has("nodes")];
    let mut blocks = FragmentKind::ALL.into_iter().filter(|(_, name)| doc.has(name));
    let count = things.iter().filter(|there| **there).count() + blocks.clone().count();
    if count != 1 {
        check.report_at(doc.here(), ProblemKind::NotOneThing(count));
        return;
    }
    if let Some((kind, _)) = blocks.next() {
        block(check, doc, kind, stage, flow);
        return;
    }
    let blocks_only: &[&str] = if doc.has("nodes") { &["kind", "steps", "otherwise"] } else { &["steps", "otherwise"] };
    foreign(check, doc, blocks_only, &["from", "to", "edge", "node", "nodes", "note"]);
    let kind = check.choice(doc, "kind", "kind of step", KINDS).map(|position| StepKind::ALL[position].0);
    let kind = kind.filter(|_| !doc.has("nodes"));
    let note = check.prose(doc, "note");
    let mut others = Vec::new();
    if doc.has("nodes") {
        check.words(doc, "nodes", &mut |check, id, at| {
            let found = check.named("node", &id, stage.nodes, at);
            others.extend(found.filter(|found| !others.contains(found)));
        });
    }
    let way = if others.is_empty() { way(check, doc, stage, kind) } else { Some(Way::In(others.remove(0))) };
    let Some(way) = way else { return };
    // What runs against an arrow answers what came along it.
    let usual = match way {
        Way::In(_) | Way::Within(_) => StepKind::Sync,
        Way::Against(_) => StepKind::Reply,
        Way::Along(edge) => match stage.edges.get(edge).map(|edge| edge.kind) {
            Some(EdgeKind::Async) => StepKind::Async,
            _ => StepKind::Sync,
        },
    };
    let step = FlowStep { way, others, kind: kind.unwrap_or(usual), note };
    if step.kind == StepKind::Create {
        report_late(check, doc, stage, flow, &step);
    }
    flow.steps.push(step);
}

/// Reports properties that an object here has no use for.
fn foreign(check: &mut Check, doc: &Doc, properties: &[&str], known: &'static [&'static str]) {
    for property in properties.iter().filter(|property| doc.has(property)) {
        check.report(&doc.at(property), ProblemKind::UnknownProperty { name: (*property).to_owned(), known });
    }
}

/// Reports that what a step creates took part before it, unless that was in another case, or created it, too.
fn report_late(check: &mut Check, doc: &Doc, stage: &Stage, flow: &Flow, step: &FlowStep) {
    let created = |step: &FlowStep| {
        let (from, to) = step.ends(stage.edges);
        to.unwrap_or(from)
    };
    let node = created(step);
    let first = flow.steps.iter().position(|step| step.cast(stage.edges).any(|other| other == node));
    let Some(first) = first else { return };
    let cases =
        flow.fragments.iter().filter(|it| matches!(it.kind, FragmentKind::Alternative | FragmentKind::Critical));
    let is_case = cases.flat_map(|it| &it.branches).any(|branch| branch.steps.contains(&first));
    let first = &flow.steps[first];
    if !is_case && (first.kind != StepKind::Create || created(first) != node) {
        let id = stage.nodes.of(node).unwrap_or_default().to_owned();
        check.report_at(doc.here(), ProblemKind::CreatedLate(id));
    }
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
    if doc.has("nodes") {
        check.report(&doc.at("nodes"), ProblemKind::NoneLeft { what: "node" });
        return None;
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
    if source == target {
        second = second.or(Some(Way::Within(source)));
    }
    if second.is_none() {
        check.report_at(doc.here(), ProblemKind::NoEdge { from, to });
    }
    second
}

/// Adds the steps of a block, branch by branch.
fn block(check: &mut Check, doc: &mut Doc, kind: FragmentKind, stage: &Stage, flow: &mut Flow) {
    let name = FragmentKind::ALL[kind as usize].1;
    let is_list = matches!(kind, FragmentKind::Parallel | FragmentKind::Alternative);
    foreign(check, doc, if is_list { &["kind", "note", "steps"] } else { &["kind", "note"] }, BLOCKS);
    if kind != FragmentKind::Critical {
        foreign(check, doc, &["otherwise"], &["critical"]);
    }
    let own = flow.fragments.len();
    flow.fragments.push(Fragment { kind, branches: Vec::new() });
    match kind {
        FragmentKind::Alternative => cases(check, doc, name, stage, flow, own),
        FragmentKind::Parallel => {
            let mut within = None;
            let mut branches: Vec<Branch> = Vec::new();
            check.nested(doc, name, &mut |check, doc, branch| {
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
                check.report(&doc.at(name), ProblemKind::NoneLeft { what: "step" });
            }
            flow.fragments[own].branches = branches;
        }
        _ => {
            // A block without words is one, too.
            let when = doc.text(name).filter(|when| !when.trim().is_empty());
            let when = when.and_then(|when| check.optional(&when, &doc.at(name)));
            branch(check, doc, when, stage, flow, own);
            if kind == FragmentKind::Critical {
                // Of what nothing is left, the rest is not the other case.
                if flow.fragments[own].branches.is_empty() {
                    flow.fragments[own].kind = FragmentKind::Alternative;
                }
                cases(check, doc, "otherwise", stage, flow, own);
            }
        }
    }
    if flow.fragments[own].branches.is_empty() {
        // What is in it would have come after it, and there is nothing.
        flow.fragments.truncate(own);
    }
}

/// Adds the steps of the cases of a list to a fragment.
fn cases(check: &mut Check, doc: &mut Doc, name: &str, stage: &Stage, flow: &mut Flow, own: usize) {
    check.objects(doc, name, &mut |check, doc| {
        let when = check.name(doc, "when");
        branch(check, doc, when, stage, flow, own);
    });
}

/// Adds the `steps` of an object to a fragment, as a branch of it, if there are any.
fn branch(check: &mut Check, doc: &mut Doc, when: Option<String>, stage: &Stage, flow: &mut Flow, own: usize) {
    let start = flow.steps.len();
    check.objects(doc, "steps", &mut |check, doc| step(check, doc, stage, flow));
    let steps = start..flow.steps.len();
    if steps.is_empty() {
        check.report(&doc.at("steps"), ProblemKind::NoneLeft { what: "step" });
    } else {
        flow.fragments[own].branches.push(Branch { when: when.unwrap_or_default(), steps });
    }
}
