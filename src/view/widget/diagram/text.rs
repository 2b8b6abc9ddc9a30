//! The diagram's twin in words: always there for those who don't see the picture, and shown to others on request.

use std::sync::Arc;

use leptos::prelude::*;

use super::control::Control;
use super::label;
use crate::diagram::flow::words::step;
use crate::diagram::graph::NodeFacts;
use crate::markup::{IntoMarkup, Markup, markup};
use crate::model::{Diagram, Edge, Flow, Markdown, Node, id};

/// The most nodes of a diagram that is described in words at once.
const AT_ONCE: usize = 40;

/// The most nodes of one that is described in words without being asked.
const SOON: usize = 1_500;

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
                aria-label="Diagram as text"
                tabindex=move || control.text.get().then_some("0")
            >
                {words(diagram, facts, false)} {told(diagram)} {ways(diagram, facts, link)}
            </div>
        }
    };
    if diagram.nodes.len() <= AT_ONCE {
        return twin(&diagram, &facts);
    }
    // Many rows would hold the picture up, so they come after it; tens of thousands are made when they are asked for.
    let few = diagram.nodes.len() <= SOON;
    let wanted = move || control.text.get() || control.printing.get() || (few && control.shown.get());
    let wanted = Memo::new(move |_| wanted());
    (move || wanted.get().then(|| twin(&diagram, &facts))).into_markup()
}

/// What happens in it, step by step, and what perspectives say of its parts.
pub fn told(diagram: &Diagram) -> Markup {
    let list = |what: &str, told: &Flow| {
        let steps = (0..told.steps.len()).map(|at| markup! { <li>{step(diagram, told, at)}</li> });
        let title = [what, &told.name].concat();
        let description = told.description.as_ref().map(|text| markup! { <p>{text.plain()}</p> });
        markup! {
            <p class="diagram__text-group">{title.clone()}</p>
            {description}
            <ol aria-label=title>{steps.collect::<Markup>()}</ol>
        }
    };
    let flows = diagram.flows.iter().map(|flow| list("Flow: ", flow));
    flows.chain(diagram.perspectives.iter().map(|perspective| list("Perspective: ", perspective))).collect()
}

/// Which parts lead into other diagrams, and which of those have them too; `link` shows a title with its address.
pub fn ways(diagram: &Diagram, facts: &[NodeFacts], link: impl Fn(&(String, String)) -> Markup) -> Option<Markup> {
    let entry = |(node, facts): (&Node, &NodeFacts)| {
        let list = |what: &'static str, others: &[(String, String)]| {
            let separated = |(at, other): (usize, &(String, String))| {
                markup! { {if at == 0 { what } else { ", " }}{link(other)} }
            };
            others.iter().enumerate().map(separated).collect::<Markup>()
        };
        let is_there = facts.opens.is_some() || !facts.also.is_empty();
        is_there.then(|| {
            markup! {
                <li>
                    <strong>{node.label.clone()}</strong>
                    {list(" opens ", facts.opens.as_slice())}
                    {list(if facts.opens.is_some() { "; also in " } else { " is also in " }, &facts.also)}
                </li>
            }
        })
    };
    let entries: Vec<Markup> = diagram.nodes.iter().zip(facts).filter_map(entry).collect();
    (!entries.is_empty()).then(|| {
        markup! { <p class="diagram__text-group">"In other diagrams"</p> <ul class="diagram__ways">{entries}</ul> }
    })
}

/// What it is made of; `facts` is indexed as the diagram's nodes are.
/// `linked` is whether the hash of an address may lead to a part, as the program has it open that.
pub fn words(diagram: &Diagram, facts: &[NodeFacts], linked: bool) -> Markup {
    let groups = (0..diagram.groups.len()).map(Some).chain([None]);
    let parts = groups.filter_map(|group| group_view(diagram, facts, group, linked)).collect::<Markup>();
    let row = |edge: &Edge| {
        let [from, to] = diagram.ends(edge).map(str::to_owned);
        markup! {
            <tr>
                <td>{from}</td>
                <td>{to}</td>
                <td>{edge.label.clone().unwrap_or_default()}</td>
                <td>{edge.kind.name()}</td>
            </tr>
        }
    };
    let rows = diagram.edges.iter().map(row).collect::<Markup>();
    markup! {
        <p>{diagram.title.clone()} ": " {label::overview(diagram)}</p>
        {parts}
            {(!diagram.edges.is_empty()).then(|| markup! {
                <table>
                    <caption>"Connections"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"From"</th>
                            <th scope="col">"To"</th>
                            <th scope="col">"What passes"</th>
                            <th scope="col">"How"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
        })}
    }
}

/// The nodes whose innermost group this is, under its name with the names of those around it.
fn group_view(diagram: &Diagram, facts: &[NodeFacts], group: Option<usize>, linked: bool) -> Option<Markup> {
    let members: Vec<usize> = (0..diagram.nodes.len()).filter(|&node| diagram.nodes[node].group == group).collect();
    let first = *members.first()?;
    let mut names = label::groups(diagram, first);
    names.reverse();
    let title = match (names.is_empty(), diagram.groups.is_empty()) {
        (false, _) => names.join(" › "),
        (true, false) => "Outside the groups".to_owned(),
        (true, true) => "Parts".to_owned(),
    };
    let member = |&node: &usize| {
        let shown = &diagram.nodes[node];
        let technology = facts.get(node).and_then(|facts| facts.technology.as_ref());
        let mut text = [": ", shown.kind.name()].concat();
        let count = label::instances(shown);
        let description = shown.description.as_ref().map(Markdown::plain);
        for part in [technology, count.as_ref(), description.as_ref()].into_iter().flatten() {
            text.push_str(", ");
            text.push_str(part);
        }
        let place = (linked && id::fits_element(&shown.id)).then(|| {
            markup! { <span class="diagram__place" id=shown.id.clone()></span> }
        });
        markup! { <li>{place}<strong>{shown.label.clone()}</strong>{text}</li> }
    };
    let entries = members.iter().map(member).collect::<Markup>();
    Some(markup! { <p class="diagram__text-group">{title}</p> <ul>{entries}</ul> })
}
