//! Finding a node by its words.

use std::sync::Arc;
use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use super::control::Control;
use crate::diagram::graph::NodeFacts;
use crate::lens::Search;
use crate::markup::{Markup, markup};
use crate::model::{Diagram, Markdown};
use crate::view::say;
use crate::web::composition::is_key_of_input_method;
use crate::web::effect::effect;

/// How many nodes are listed at once.
const SHOWN: usize = 8;
/// Who types is not interrupted: the number of nodes is said when nothing was typed for so long.
const PAUSE: Duration = Duration::from_millis(500);

/// A search field with the nodes that are found (the combobox pattern of ARIA Authoring Practices).
#[component]
pub fn Find(
    /// The diagram.
    control: Control,
    /// What it shows.
    diagram: Arc<Diagram>,
    /// Indexed as its nodes are.
    facts: Arc<Vec<NodeFacts>>,
    /// Starts the ids of its elements.
    prefix: String,
) -> Markup {
    let field = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let search = Arc::new(index(&diagram, &facts));
    let query = RwSignal::new(String::new());
    let found = Memo::new(move |_| search.find(&query.read()));
    let active = RwSignal::new(0_usize);
    let shown = move || found.with(|found| found.len().min(SHOWN));
    let go = move |at: usize| {
        if let Some(node) = found.with_untracked(|found| found.get(at).copied()) {
            control.popover.set(None);
            control.focus_node(node);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if is_key_of_input_method(&event) {
            return;
        }
        let (at, count) = (active.get_untracked(), shown());
        match event.key().as_str() {
            "ArrowDown" => active.set(if at + 1 < count { at + 1 } else { 0 }),
            "ArrowUp" => active.set(if at > 0 { at - 1 } else { count.saturating_sub(1) }),
            "Enter" => go(at),
            _ => return,
        }
        event.prevent_default();
    };
    let announce = announcement(control, found);
    let take = move || {
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        if query.with_untracked(|query| *query != typed) {
            query.set(typed);
            active.set(0);
            announce();
        }
    };
    let (list, option) = ([&prefix, "-found"].concat(), Arc::<str>::from([&prefix, "-found-"].concat()));
    let current = {
        let option = Arc::clone(&option);
        move || (shown() > 0).then(|| [&option, active.get().to_string().as_str()].concat())
    };
    let entries = move || {
        let entry = |(at, &node): (usize, &usize)| {
            let shown = diagram.nodes.get(node)?;
            let technology = facts.get(node).and_then(|facts| facts.technology.clone());
            let beside =
                [Some(shown.kind.name(say()).to_owned()), technology].into_iter().flatten().collect::<Vec<_>>();
            Some(markup! {
                <li
                    class="diagram__found"
                    role="option"
                    id=[&option, at.to_string().as_str()].concat()
                    aria-selected=move || if active.get() == at { "true" } else { "false" }
                    on:click=move |_| go(at)
                >
                    <span class="diagram__found-name" dir="auto">{shown.label.clone()}</span>
                    " "
                    <span class="diagram__found-kind" dir="auto">{beside.join(" · ")}</span>
                </li>
            })
        };
        found.with(|found| found.iter().take(SHOWN).enumerate().filter_map(entry).collect::<Markup>())
    };
    let rest = move || match found.with(Vec::len) {
        0 => say().find_nothing().to_owned(),
        count if count > SHOWN => say().diagram_and_more(count - SHOWN),
        _ => String::new(),
    };
    markup! {
        <div class="diagram__sheet diagram__find" role="search" aria-label=say().find_title()>
            <input
                class="diagram__field"
                type="search"
                role="combobox"
                aria-label=say().find_field()
                placeholder=say().find_field()
                aria-expanded=move || if shown() == 0 { "false" } else { "true" }
                aria-autocomplete="list"
                aria-controls=list.clone()
                aria-activedescendant=current
                autocomplete="off"
                spellcheck="false"
                node_ref=field
                on:input=move |_| take()
                on:keydown=on_key
            />
            <ul class="diagram__found-list" role="listbox" id=list aria-label=say().find_found()>{entries}</ul>
            <p class="diagram__found-rest">{rest}</p>
        </div>
    }
}

/// Says how many nodes are found, once it has not been called for a while.
fn announcement(control: Control, found: Memo<Vec<usize>>) -> impl Fn() + Copy {
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let cancel = move || {
        if let Some(timer) = pending.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    on_cleanup(cancel);
    let say = move || match found.try_with_untracked(Vec::len) {
        None => {}
        Some(count) => control.announce(say().find_count(count)),
    };
    move || {
        cancel();
        pending.set_value(set_timeout_with_handle(say, PAUSE).ok());
    }
}

/// Name before technology and kind before description, and last by what names the two have in the file.
fn index(diagram: &Diagram, facts: &[NodeFacts]) -> Search {
    let mut search = Search::default();
    for (node, shown) in diagram.nodes.iter().enumerate() {
        let technology = facts.get(node).and_then(|facts| facts.technology.as_deref()).unwrap_or_default();
        let description = shown.description.as_ref().map(Markdown::plain).unwrap_or_default();
        let names = facts.get(node).map(|facts| facts.technology_names.join("\n")).unwrap_or_default();
        search.push(&[&shown.label, technology, shown.kind.name(say()), &description, &shown.id, &names]);
    }
    search
}
