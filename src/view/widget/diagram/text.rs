//! The diagram's twin in words: always there for those who don't see the picture, and shown to others on request.

use std::sync::Arc;

use leptos::prelude::*;

use super::control::Control;
use super::label;
use crate::diagram::flow::words::step;
use crate::diagram::graph::NodeFacts;
use crate::diagram::limit;
use crate::markup::{IntoMarkup, Markup, markup};
use crate::model::{Diagram, Edge, Flow, Markdown, Node, id};
use crate::view::say;

/// The most nodes of a diagram that is described in words at once, and the most lines that this may take.
const AT_ONCE: usize = 40;
const LINES: usize = 400;

/// The most lines of one that is described in words without being asked.
const SOON: usize = 4_000;

/// A sentence, the parts by group, and a table of the connections.
#[component]
pub fn Text(
    /// The diagram.
    control: Control,
    /// What it shows.
    diagram: Arc<Diagram>,
    /// Indexed as its nodes are.
    facts: Arc<Vec<NodeFacts>>,
) -> Markup {
    // Nobody is led to what can't be seen.
    let tab = move || (!control.text.get()).then_some("-1");
    let link =
        move |(title, href): &(String, String)| markup! { <a href=href.clone() tabindex=tab>{title.clone()}</a> };
    let twin = move |diagram: &Diagram, facts: &[NodeFacts]| {
        markup! {
            <div
                class="diagram__text"
                class:visually-hidden=move || !control.text.get()
                role="region"
                aria-label=say().text_title()
                tabindex=move || control.text.get().then_some("0")
            >
                {words(diagram, facts, false)} {told(diagram)} {ways(diagram, facts, link)}
            </div>
        }
    };
    let steps = |told: &[Flow]| told.iter().map(|flow| flow.steps.len()).sum::<usize>();
    let lines = diagram.nodes.len() + diagram.edges.len() + steps(&diagram.flows) + steps(&diagram.perspectives);
    if diagram.nodes.len() <= AT_ONCE && lines <= LINES {
        return twin(&diagram, &facts);
    }
    // Many rows would hold the picture up, so they come after it; tens of thousands are made when they are asked for.
    let few = lines <= SOON;
    let wanted = move || control.text.get() || control.printing.get() || (few && control.shown.get());
    let wanted = Memo::new(move |_| wanted());
    (move || wanted.get().then(|| twin(&diagram, &facts))).into_markup()
}

/// What happens in it, step by step, and what perspectives say of its parts.
pub fn told(diagram: &Diagram) -> Markup {
    let list = |title: String, told: &Flow| {
        let steps = (0..told.steps.len()).map(|at| markup! { <li>{step(diagram, told, at, say())}</li> });
        let description = told.description.as_ref().map(|text| markup! { <p>{text.plain()}</p> });
        markup! {
            <p class="diagram__text-group" dir="auto">{title.clone()}</p>
            {description}
            <ol dir="auto" aria-label=title>{steps.collect::<Markup>()}</ol>
        }
    };
    let flows = diagram.flows.iter().map(|flow| list(say().text_flow(&flow.name), flow));
    flows.chain(diagram.perspectives.iter().map(|taken| list(say().text_perspective(&taken.name), taken))).collect()
}

/// Which parts lead into other diagrams, and which of those have them too; `link` shows a title with its address.
pub fn ways(diagram: &Diagram, facts: &[NodeFacts], link: impl Fn(&(String, String)) -> Markup) -> Option<Markup> {
    let entry = |(node, facts): (&Node, &NodeFacts)| {
        let list = |what: &'static str, others: &[(String, String)]| {
            let separated = |(at, other): (usize, &(String, String))| {
                markup! { {(at > 0).then(|| say().list_separator())}{link(other)} }
            };
            let links = others.iter().enumerate().map(separated).collect::<Vec<_>>();
            (!links.is_empty()).then(|| markup! { " · " {what} ": " {links} })
        };
        let is_there = facts.opens.is_some() || !facts.also.is_empty();
        is_there.then(|| {
            markup! {
                <li>
                    <strong>{node.label.clone()}</strong>
                    {list(say().text_opens(), facts.opens.as_slice())}
                    {list(say().details_also_in(), &facts.also)}
                </li>
            }
        })
    };
    let entries: Vec<Markup> = diagram.nodes.iter().zip(facts).filter_map(entry).collect();
    (!entries.is_empty()).then(|| {
        markup! { <p class="diagram__text-group" dir="auto">{say().text_other_diagrams()}</p> <ul class="diagram__ways" dir="auto">{entries}</ul> }
    })
}

/// What it is made of; `facts` is indexed as the diagram's nodes are.
/// `linked` is whether the hash of an address may lead to a part, as the program has it open that.
pub fn words(diagram: &Diagram, facts: &[NodeFacts], linked: bool) -> Markup {
    let mut members = vec![Vec::new(); diagram.groups.len() + 1];
    for (at, node) in diagram.nodes.iter().enumerate() {
        // What is in no group comes last.
        if let Some(list) = members.get_mut(node.group.unwrap_or(diagram.groups.len())) {
            list.push(at);
        }
    }
    let parts = members.iter().filter_map(|members| group_view(diagram, facts, members, linked)).collect::<Markup>();
    let row = |edge: &Edge| {
        let [from, to] = diagram.ends(edge).map(str::to_owned);
        markup! {
            <tr>
                <td dir="auto">{from}</td>
                <td dir="auto">{to}</td>
                <td dir="auto">{edge.label.clone().unwrap_or_default()}</td>
                <td>{edge.kind.name(say())}</td>
            </tr>
        }
    };
    let rows = diagram.edges.iter().map(row).collect::<Markup>();
    markup! {
        <p>{say().text_entry(&diagram.title, &label::overview(diagram))}</p>
        {limit::shown(diagram, say()).map(|shown| markup! { <p>{say().diagram_shows(&shown)}</p> })}
        {parts}
            {(!diagram.edges.is_empty()).then(|| markup! {
                <table>
                    <caption>{say().text_connections()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{say().text_from()}</th>
                            <th scope="col">{say().text_to()}</th>
                            <th scope="col">{say().text_what()}</th>
                            <th scope="col">{say().text_how()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
        })}
    }
}

/// Nodes of the same innermost group, under its name with the names of those around it.
fn group_view(diagram: &Diagram, facts: &[NodeFacts], members: &[usize], linked: bool) -> Option<Markup> {
    let first = *members.first()?;
    let mut names = label::groups(diagram, first);
    names.reverse();
    let title = match (names.is_empty(), diagram.groups.is_empty()) {
        (false, _) => names.join(" › "),
        (true, false) => say().text_outside().to_owned(),
        (true, true) => say().text_parts().to_owned(),
    };
    let member = |&node: &usize| {
        let shown = &diagram.nodes[node];
        let technology = facts.get(node).and_then(|facts| facts.technology.as_ref());
        let count = label::instances(shown);
        let description = shown.description.as_ref().map(Markdown::plain);
        let kind = shown.kind.name(say()).to_owned();
        let parts: Vec<&String> =
            [Some(&kind), technology, count.as_ref(), description.as_ref()].into_iter().flatten().collect();
        let text = [": ", &say().joined(&parts)].concat();
        let place = (linked && id::fits_element(&shown.id)).then(|| {
            markup! { <span class="diagram__place" id=shown.id.clone()></span> }
        });
        markup! { <li>{place}<strong>{shown.label.clone()}</strong>{text}</li> }
    };
    let entries = members.iter().map(member).collect::<Markup>();
    Some(markup! { <p class="diagram__text-group" dir="auto">{title}</p> <ul dir="auto">{entries}</ul> })
}
