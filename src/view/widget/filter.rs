//! The filter bar: chips with counts, a search box, how many are left, and a way out of an empty result.

use std::time::Duration;

use leptos::html::Input;
use leptos::prelude::*;

use crate::lens::Query;
use crate::markup::{Markup, each, markup, when};
use crate::model::{Section, TechId};
use crate::view::say;
use crate::web::composition::Composition;
use crate::web::effect::effect;
use crate::web::page;

/// How long the search box waits for the next key, so that a word is one search and one announcement.
const TYPING_PAUSE: Duration = Duration::from_millis(200);
/// The same while an input method composes: phones compose every word, and who stops amid one waits for what it finds.
const COMPOSING_PAUSE: Duration = Duration::from_millis(600);

/// Chips shown before "more" is asked for.
const FIRST_CHIPS: usize = 12;

/// A technology to filter by.
#[derive(Clone, PartialEq)]
pub struct Chip {
    /// What it stands for.
    pub technology: TechId,
    /// What it says.
    pub label: String,
    /// How many entries are left with it.
    pub count: usize,
    /// Whether it is chosen.
    pub pressed: bool,
}

/// One filter to drop, and what that leads to.
#[derive(Clone)]
pub struct Relaxation {
    /// The filter's name.
    pub name: String,
    /// How many entries are found without it.
    pub count: usize,
    /// The query without it.
    pub query: Query,
}

/// The filter bar.
#[component]
pub fn FilterBar(
    /// What is searched; its box has the id `v-search-` and that of the section.
    section: Section,
    /// What is asked for.
    query: Memo<Query>,
    /// Technologies to choose from, in order.
    #[prop(into)]
    chips: Signal<Vec<Chip>>,
    /// How many entries are shown, in words; announced politely.
    #[prop(into)]
    status: Signal<String>,
    /// Ways out of an empty result; empty when there is a result.
    #[prop(into)]
    relaxations: Signal<Vec<Relaxation>>,
    /// Called with what is asked for next, and whether that replaces the last question instead of following it.
    on_change: Callback<(Query, bool)>,
    /// Whether there is so little that a filter is shown only to whoever is in one (`style/component/filter.css`).
    #[prop(into)]
    is_few: Signal<bool>,
) -> Markup {
    let search_box = ["v-search-", &section.id].concat();
    let all = RwSignal::new(false);
    let hidden = Memo::new(move |_| chips.read().len().saturating_sub(FIRST_CHIPS));
    let shown = Memo::new(move |_| {
        let all = all.get();
        let keep = |(position, chip): (usize, &Chip)| {
            (all || position < FIRST_CHIPS || chip.pressed).then_some(chip.technology.0 as usize)
        };
        chips.read().iter().enumerate().filter_map(keep).collect::<Vec<_>>()
    });
    let toggle = move |technology| {
        let mut next = query.get_untracked();
        next.toggle(technology);
        on_change.run((next, false));
    };
    let chip_view = move |technology: usize| {
        let technology = TechId(technology as u32);
        let own = Memo::new(move |_| chips.read().iter().find(|chip| chip.technology == technology).cloned());
        let is_off = move || own.read().as_ref().is_some_and(|chip| chip.count == 0 && !chip.pressed);
        let read = move |field: fn(&Chip) -> String| own.read().as_ref().map(field).unwrap_or_default();
        markup! {
            <li>
                <button
                    class="chip"
                    type="button"
                    aria-pressed=move || read(|chip| chip.pressed.to_string())
                    disabled=is_off
                    title=move || is_off().then_some(say().filter_unused())
                    on:click=move |_| toggle(technology)
                >
                    {move || read(|chip| chip.label.clone())}
                    " "
                    <span class="chip__count">{move || read(|chip| say().whole(chip.count))}</span>
                </button>
            </li>
        }
    };
    // A button that goes away when it is pressed would take the focus with it.
    let box_id = StoredValue::new(search_box.clone());
    let drop_to = move |query: Query| {
        on_change.run((query, false));
        box_id.with_value(|id| page::focus(id));
    };
    let more = move || {
        markup! {
            <li>
                <button class="chip chip--more" type="button" aria-expanded=move || all.get().to_string()
                    on:click=move |_| all.update(|all| *all = !*all)>
                    {move || if all.get() { say().filter_fewer().to_owned() } else { say().filter_more(hidden.get()) }}
                </button>
            </li>
        }
    };
    let clear = move || {
        markup! {
            <button class="filter__clear button button--quiet" type="button"
                on:click=move |_| drop_to(Query::default())>
                {say().filter_clear()}
            </button>
        }
    };
    let is_filtered = move || !query.read().is_empty();
    let ways = move || {
        let way = |Relaxation { name, count, query }| {
            markup! {
                <li>
                    <button class="button" type="button" on:click=move |_| drop_to(query.clone())>
                        {say().filter_without(&name, count)}
                    </button>
                </li>
            }
        };
        relaxations.get().into_iter().map(way).collect::<Markup>()
    };
    let ways_out = move || {
        markup! {
            <div class="empty-state">
                <p>{say().filter_nothing()}</p>
                <ul class="empty-state__ways">{ways}</ul>
            </div>
        }
    };
    markup! {
        <search class="filter" class:filter--few=move || is_few.get() aria-label=section.title>
            <SearchBox id=search_box query on_change/>
            <ul class="filter__chips" aria-label=say().filter_by_technology()>
                {each(move || shown.get(), chip_view)}
                {when(move || hidden.get() != 0, more)}
            </ul>
            <div class="filter__result">
                <p class="filter__status" role="status">{move || status.get()}</p>
                {when(is_filtered, clear)}
            </div>
        </search>
        {when(move || is_filtered() && !relaxations.read().is_empty(), ways_out)}
    }
}

/// The search box. What is typed reaches the query after a pause, and a query that changes elsewhere reaches the box, unless an
/// input method composes there.
#[component]
fn SearchBox(id: String, query: Memo<Query>, on_change: Callback<(Query, bool)>) -> Markup {
    let input = NodeRef::<Input>::new();
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let composition = Composition::none();
    let text = Memo::new(move |_| query.read().text.clone());
    let ask = move || {
        pending.set_value(None);
        let Some(typed) = input.get_untracked().map(|input| input.value()) else { return };
        let mut next = query.get_untracked();
        if next.text.trim() != typed.trim() {
            next.text = typed;
            on_change.run((next, true));
        }
    };
    let cancel = move || {
        if let Some(timer) = pending.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let ask_later = move |pause| {
        cancel();
        pending.set_value(set_timeout_with_handle(ask, pause).ok());
    };
    let is_first = StoredValue::new(true);
    effect(move || {
        let text = text.get();
        let Some(input) = input.get() else { return };
        // Somebody may have typed before there was a program to hear it.
        if is_first.get_value() && text.is_empty() && !input.value().trim().is_empty() {
            untrack(ask);
        } else if pending.with_value(Option::is_none) && !composition.is_on() && input.value().trim() != text.trim() {
            input.set_value(&text);
        }
        is_first.set_value(false);
    });
    on_cleanup(cancel);
    markup! {
        <label class="filter__search">
            <span>{say().filter_search()}</span>
            <input
                id=id
                type="search"
                autocomplete="off"
                spellcheck="false"
                placeholder=say().filter_example()
                node_ref=input
                on:input=move |event| ask_later(if composition.is_over(&event) { TYPING_PAUSE } else { COMPOSING_PAUSE })
                on:compositionstart=move |_| composition.start()
                on:compositionend=move |_| { composition.end(); ask_later(TYPING_PAUSE); }
                on:change=move |_| { cancel(); ask(); }
            />
        </label>
    }
}
