//! What a perspective says of its nodes.

use super::super::control::Control;
use super::super::panel::link;
use crate::markup::{Markup, markup};
use crate::model::{Diagram, FlowStep, Markdown, Way};
use crate::view::say;
use crate::web::page;

/// The nodes of a perspective in its order, as links that lead to each: here, or in another tab by its address on the page
/// at `href`.
pub fn notes(control: Control, diagram: &Diagram, at: usize, href: &str, describe: fn(&Markdown) -> Markup) -> Markup {
    let Some(taken) = diagram.perspectives.get(at) else { return Markup::Nothing };
    let page = page::with_parameter(href, "perspective", Some(&taken.id));
    let entry = |step: &FlowStep| {
        let Way::In(to) = step.way else { return None };
        let node = diagram.nodes.get(to)?;
        let name = markup! { <span class="diagram__panel-name" dir="auto">{node.label.clone()}</span> };
        Some(markup! {
            <li>
                {link(control, to, [&page, "#", &node.id].concat(), name)}
                {step.note.as_ref().map(|note| markup! { <div class="flow__note">{describe(note)}</div> })}
            </li>
        })
    };
    let entries = taken.steps.iter().filter_map(entry).collect::<Markup>();
    markup! {
        <div class="flow__told flow__notes">
            {taken.description.as_ref().map(|text| markup! { <div class="flow__note">{describe(text)}</div> })}
            <ol aria-label=say().flow_notes(&taken.name)>{entries}</ol>
        </div>
    }
}
