//! Flowcharts: boxes, arrows and subgraphs.

use std::collections::BTreeMap;

use super::link::Line;
use super::statement::{self, Named};
use super::{Drawn, label};
use crate::{ImportError, Value};

/// Lines that say how a diagram looks, which a site decides.
const LOOKS: [&str; 6] = ["classDef", "class", "style", "linkStyle", "click", "direction"];

/// A box that was named.
struct Node {
    id: String,
    label: Option<String>,
    kind: Option<&'static str>,
    has_shape: bool,
    group: Option<usize>,
}

/// A subgraph.
struct Group {
    id: String,
    label: String,
    parent: Option<usize>,
}

struct Edge {
    source: String,
    target: String,
    label: Option<String>,
    is_dotted: bool,
}

#[derive(Default)]
struct Chart {
    nodes: Vec<Node>,
    by_id: BTreeMap<String, usize>,
    groups: Vec<Group>,
    /// The subgraphs that are open.
    open: Vec<usize>,
    edges: Vec<Edge>,
    drawn: Drawn,
}

/// Reads the statements of a flowchart; `first` is the number of the line that they begin in.
pub fn read(kind: &str, body: &str, first: usize) -> Result<Drawn, ImportError> {
    let mut chart = Chart::default();
    // `graph TD A-->B` has its first statement in the line of its kind.
    let inline = kind.split_whitespace().skip(2).collect::<Vec<_>>().join(" ");
    let mut lines = std::iter::once((first, inline)).chain((first..).zip(body.lines().map(str::to_owned)));
    while let Some((number, mut line)) = lines.next() {
        // Words in quotes go on over lines.
        while line.matches('"').count() % 2 == 1 && !line.trim_start().starts_with("%%") {
            let Some((_, next)) = lines.next() else { break };
            line = [&line, " ", next.trim()].concat();
        }
        let described = line.trim_start().strip_prefix("accDescr").is_some_and(|rest| rest.trim() == "{");
        if described {
            let text: Vec<String> = lines.by_ref().map(|(_, l)| l.trim().to_owned()).take_while(|l| l != "}").collect();
            chart.drawn.caption = Some(text.join(" "));
            continue;
        }
        for statement in statements(&line) {
            chart.statement(statement).map_err(|rest| {
                ImportError(format!("line {number}: {:?} is not understood; mend it, or take it out", rest.trim()))
            })?;
        }
    }
    Ok(chart.finish())
}

/// The statements of a line, without what comes behind `%%`.
fn statements(line: &str) -> Vec<&str> {
    let (mut found, mut start, mut is_quoted, mut depth) = (Vec::new(), 0, false, 0_i32);
    for (at, c) in line.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            '[' | '(' | '{' if !is_quoted => depth += 1,
            ']' | ')' | '}' if !is_quoted => depth -= 1,
            '%' if !is_quoted && line[at..].starts_with("%%") => {
                found.push(&line[start..at]);
                return found;
            }
            // `#quot;` ends a sign, and no statement.
            ';' if !is_quoted && depth <= 0 => {
                found.push(&line[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&line[start..]);
    found
}

impl Chart {
    fn statement<'a>(&mut self, text: &'a str) -> Result<(), &'a str> {
        let text = text.trim();
        let word = text.split(char::is_whitespace).next().unwrap_or_default();
        if text.is_empty() || LOOKS.contains(&word) {
            return Ok(());
        }
        if let Some(title) = text.strip_prefix("accTitle:") {
            self.drawn.title = Some(title.trim().to_owned());
        } else if let Some(caption) = text.strip_prefix("accDescr:") {
            self.drawn.caption = Some(caption.trim().to_owned());
        } else if word == "subgraph" {
            self.subgraph(text["subgraph".len()..].trim());
        } else if text == "end" {
            self.open.pop();
        } else if is_attributes_of_arrow(text) {
            // `e1@{ animate: true }` says how an arrow looks.
        } else {
            let chain = statement::read(text)?;
            for (_, group) in &chain {
                for named in group {
                    self.name(named);
                }
            }
            for pair in chain.windows(2) {
                let [(_, sources), (Some(link), targets)] = pair else { continue };
                let ends = sources.iter().flat_map(|source| targets.iter().map(move |target| (&source.id, &target.id)));
                for (source, target) in ends.filter(|_| link.line != Line::Invisible) {
                    let label = link.label.as_deref().map(label::plain).filter(|label| !label.is_empty());
                    let mut edge = |source: &String, target: &String| {
                        let (source, target, label) = (source.clone(), target.clone(), label.clone());
                        self.edges.push(Edge { source, target, label, is_dotted: link.line == Line::Dotted });
                    };
                    edge(source, target);
                    if link.has_tail {
                        edge(target, source);
                    }
                    if !link.has_head {
                        self.drawn.say("lines without a head are arrows now".into());
                    }
                }
            }
        }
        Ok(())
    }

    /// `subgraph id [Words]`, `subgraph id`, `subgraph Words of more than one`.
    fn subgraph(&mut self, text: &str) {
        let named = statement::read(text).ok().and_then(|chain| chain.into_iter().next()?.1.into_iter().next());
        let spaced = text.split_once([' ', '[']).filter(|_| text.ends_with(']'));
        let (id, words) = match (named, spaced) {
            (Some(named), _) => (named.id.clone(), named.label.unwrap_or(named.id)),
            (None, Some((id, words))) => {
                (id.to_owned(), label::plain(words.trim_start_matches([' ', '[']).trim_end_matches(']')))
            }
            (None, None) => (label::plain(text), label::plain(text)),
        };
        let taken = self.groups.iter().any(|group| group.id == id) || id.is_empty();
        let id = if taken { format!("{id}-{}", self.groups.len() + 1) } else { id };
        self.groups.push(Group { id, label: words, parent: self.open.last().copied() });
        self.open.push(self.groups.len() - 1);
    }

    fn name(&mut self, named: &Named) {
        let at = *self.by_id.entry(named.id.clone()).or_insert_with(|| {
            let id = named.id.clone();
            self.nodes.push(Node { id, label: None, kind: None, has_shape: false, group: None });
            self.nodes.len() - 1
        });
        let node = &mut self.nodes[at];
        node.label = named.label.clone().or_else(|| node.label.take());
        node.has_shape |= named.has_shape;
        node.kind = if named.has_shape { named.kind } else { node.kind };
        node.group = node.group.or(self.open.last().copied());
    }

    fn finish(mut self) -> Drawn {
        // An arrow may lead to a subgraph, which then was named like a box.
        let is_group = |id: &str| self.groups.iter().position(|group| group.id == id);
        let stands_for: BTreeMap<String, usize> = self
            .nodes
            .iter()
            .filter(|node| !node.has_shape)
            .filter_map(|node| Some((node.id.clone(), is_group(&node.id)?)))
            .collect();
        let first_in: Vec<Option<String>> =
            (0..self.groups.len()).map(|group| self.first_in(group, &stands_for)).collect();
        let (mut edges, mut within) = (Vec::new(), Vec::new());
        for edge in std::mem::take(&mut self.edges) {
            // A subgraph that holds nothing is not drawn, and from within one no arrow leads to it.
            let mut end = |id: &String, other: &String| match stands_for.get(id) {
                None => Some(id.clone()),
                Some(group) => {
                    let of_other = stands_for.get(other).copied().or_else(|| self.group_of(other));
                    first_in[*group].as_ref()?;
                    if of_other.is_some_and(|inner| self.is_within(inner, *group)) {
                        within.push(self.groups[*group].label.clone());
                        return None;
                    }
                    Some(id.clone())
                }
            };
            if let (Some(source), Some(target)) = (end(&edge.source, &edge.target), end(&edge.target, &edge.source)) {
                edges.push(Value::object([
                    ("source", source.into()),
                    ("target", target.into()),
                    ("label", edge.label.into()),
                    ("kind", edge.is_dotted.then_some("async").into()),
                ]));
            }
        }
        for words in within {
            self.drawn.say(format!("an arrow between the subgraph {words:?} and what it holds is left out"));
        }
        let mut drawn = std::mem::take(&mut self.drawn);
        drawn.edges = edges;
        for node in self.nodes.iter().filter(|node| !stands_for.contains_key(&node.id)) {
            drawn.nodes.push(Value::object([
                ("id", node.id.as_str().into()),
                ("label", node.label.clone().filter(|label| *label != node.id).into()),
                ("kind", node.kind.into()),
                ("group", node.group.map(|group| self.groups[group].id.as_str()).into()),
            ]));
        }
        for (group, _) in self.groups.iter().zip(&first_in).filter(|(_, first)| first.is_some()) {
            drawn.groups.push(Value::object([
                ("id", group.id.as_str().into()),
                ("label", Some(group.label.as_str()).filter(|label| *label != group.id).into()),
                ("parent", group.parent.map(|parent| self.groups[parent].id.as_str()).into()),
            ]));
        }
        drawn
    }

    /// The subgraph that a box is in.
    fn group_of(&self, id: &str) -> Option<usize> {
        self.nodes.iter().find(|node| node.id == id)?.group
    }

    /// Whether a subgraph is another, or in it.
    fn is_within(&self, inner: usize, group: usize) -> bool {
        let mut around = std::iter::successors(Some(inner), |&at| self.groups[at].parent);
        around.any(|at| at == group)
    }

    /// The first box in a subgraph or in those within it.
    fn first_in(&self, group: usize, groups: &BTreeMap<String, usize>) -> Option<String> {
        let nodes = self.nodes.iter().filter(|node| !groups.contains_key(&node.id));
        let mut within = nodes.filter(|node| node.group.is_some_and(|inner| self.is_within(inner, group)));
        within.next().map(|node| node.id.clone())
    }
}

fn is_attributes_of_arrow(text: &str) -> bool {
    let attributes = text.split_once("@{").map(|(_, attributes)| attributes);
    attributes.is_some_and(|said| ["animate:", "animation:", "curve:"].iter().any(|word| said.contains(word)))
}
