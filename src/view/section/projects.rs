//! The projects of a section: the filter, whose state is the URL's, and the cards with their inspector.

use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use leptos::prelude::*;

use super::card::{Opened, card, card_id};
use crate::lens::{Dropped, Query};
use crate::markup::{Markup, each, lazy, markup, wake, when};
use crate::model::{Project, ProjectKind, Section};
use crate::route::Page;
use crate::view::say;
use crate::view::state::Site;
use crate::view::widget::filter::{Chip, FilterBar, Relaxation};
use crate::web::effect::effect;
use crate::web::media::media_query;
use crate::web::scroll;

/// From here on the inspector stands beside the list; the same number is in `style/component/project.css`.
const WIDE: &str = "(min-width: 64rem)";

/// Up to so many entries are seen without a filter.
const AT_A_GLANCE: usize = 2;

/// The filter, as the URL has it.
#[derive(Clone, Copy)]
struct Filter {
    query: Memo<Query>,
    /// What is to be said of what the URL names that is no technology here.
    unknown: Signal<String>,
    set: Callback<(Query, bool)>,
    /// Whether the address counts. What was prerendered shows all, so it does once that has been hydrated.
    is_asked: RwSignal<bool>,
}

fn use_filter(site: &Site) -> Filter {
    let params = leptos_router::hooks::use_query_map();
    let navigate = leptos_router::hooks::use_navigate();
    let portfolio = site.portfolio.clone();
    let is_asked = RwSignal::new(!site.is_rendered());
    let query = Memo::new(move |_| {
        if is_asked.get() {
            params.with(|params| Query::from_params(params.get_str("tech"), params.get_str("q"), &portfolio))
        } else {
            Query::default()
        }
    });
    let portfolio = site.portfolio.clone();
    let unknown = Signal::derive(move || {
        let unknown = params.with(|params| Query::unknown(params.get_str("tech"), &portfolio));
        let told = |name: String| say().filter_unknown(&name);
        unknown.filter(|_| is_asked.get()).map(told).unwrap_or_default()
    });
    let site = site.clone();
    let set = Callback::new(move |(query, replace): (Query, bool)| {
        let (tech, q) = query.to_params(&site.portfolio);
        let url = site.address.href_with(Page::Home, &[("tech", tech), ("q", q)]);
        let options = leptos_router::NavigateOptions { resolve: false, replace, scroll: false, ..Default::default() };
        // Other sections of projects show the same query.
        wake();
        navigate(&url, options);
    });
    Filter { query, unknown, set, is_asked }
}

/// The projects of a section's kinds, with the filter above them.
#[component]
pub fn Projects(section: Section) -> Markup {
    let site = Site::expect();
    let Filter { query, unknown, set, is_asked } = use_filter(&site);
    let kinds = StoredValue::new(section.kinds.clone());
    let index = StoredValue::new(site.index.clone());
    let portfolio = StoredValue::new(site.portfolio.clone());
    let total = site.portfolio.projects.iter().filter(|project| section.kinds.contains(&project.kind)).count();
    let hits =
        Memo::new(move |_| index.with_value(|index| kinds.with_value(|kinds| index.search(&query.read(), kinds))));

    let chips = Signal::derive(move || {
        let facets = index.with_value(|index| kinds.with_value(|kinds| index.facets(&query.read(), kinds)));
        portfolio.with_value(|portfolio| {
            let chip = |facet: crate::lens::Facet| Chip {
                technology: facet.technology,
                label: portfolio.technology(facet.technology).name.clone(),
                count: facet.count,
                pressed: facet.pressed,
            };
            facets.into_iter().map(chip).collect::<Vec<_>>()
        })
    });
    let status = Signal::derive(move || {
        let shown = hits.read().len();
        let count =
            if query.read().is_empty() { say().filter_entries(total) } else { say().filter_entries_of(shown, total) };
        let unknown = unknown.read();
        if unknown.is_empty() { count } else { [&count, ". ", &unknown].concat() }
    });
    let relaxations = Signal::derive(move || {
        if !hits.read().is_empty() {
            return Vec::new();
        }
        let drops = index.with_value(|index| kinds.with_value(|kinds| index.relax(&query.read(), kinds)));
        let relaxation = |(dropped, count): (Dropped, usize)| {
            let mut relaxed = query.get();
            let name = match dropped {
                Dropped::Technology(technology) => {
                    relaxed.toggle(technology);
                    portfolio.with_value(|portfolio| portfolio.technology(technology).name.clone())
                }
                Dropped::Text => {
                    let name = say().filter_text(&relaxed.text);
                    relaxed.text.clear();
                    name
                }
            };
            Relaxation { name, count, query: relaxed }
        };
        drops.into_iter().map(relaxation).collect()
    });

    let is_few = Signal::derive(move || total <= AT_A_GLANCE && unknown.read().is_empty());
    markup! {
        <FilterBar section=section.clone() query chips status relaxations on_change=set is_few/>
        // The filter is one task, the cards are another.
        {lazy("projects", move || markup! { <CardList hits section is_asked/> })}
    }
}

/// The cards of the projects found, in one list or by kind, with one of them open in the inspector.
#[component]
fn CardList(hits: Memo<Vec<usize>>, section: Section, is_asked: RwSignal<bool>) -> Markup {
    let site = Site::expect();
    effect(move || is_asked.set(true));
    // A prerendered page shows it to wide windows, and the style sheet hides it from others.
    let wide = media_query(WIDE, true);
    // What the visitor opened; where nothing is chosen a wide window shows the first.
    let chosen = RwSignal::new(None::<usize>);
    let by_kind = section.by_kind;
    let order = StoredValue::new(section.kinds.clone());
    let portfolio = StoredValue::new(site.portfolio.clone());
    // The one that stands first on the page.
    let first = move |hits: &[usize]| {
        let kind = |position: usize| portfolio.with_value(|portfolio| portfolio.projects[position].kind);
        let place =
            |&position: &usize| order.with_value(|order| order.iter().position(|&other| other == kind(position)));
        if by_kind { hits.iter().copied().min_by_key(place) } else { hits.first().copied() }
    };
    let open = Memo::new(move |_| {
        let hits = hits.read();
        chosen.get().filter(|chosen| hits.contains(chosen)).or_else(|| if wide.get() { first(&hits) } else { None })
    });
    let projects = site.portfolio.clone();
    // Another card that closes above would take the one that was pressed out of sight.
    let hold_card = move |position: usize| scroll::hold(&card_id(&projects.projects[position]));
    let toggle = Callback::new(move |position: usize| {
        let closes = open.get_untracked() == Some(position) && !wide.get_untracked();
        hold_card(position);
        chosen.set((!closes).then_some(position));
    });
    let lists = section.kinds.chunks(if by_kind { 1 } else { section.kinds.len().max(1) });
    let lists = lists.map(|kinds| {
        // It names the list.
        let kind = kinds[0];
        let kinds = kinds.to_vec();
        let site = site.clone();
        let heading = by_kind.then(|| site.portfolio.kind(kind).plural.clone());
        let count = site.portfolio.projects.iter().filter(|project| kinds.contains(&project.kind)).count();
        let found = {
            let site = site.clone();
            Memo::new(move |_| {
                let is_of_list = |&position: &usize| kinds.contains(&site.portfolio.projects[position].kind);
                hits.read().iter().copied().filter(is_of_list).collect::<Vec<_>>()
            })
        };
        let cards = move |after_fold: bool| {
            let positions = move || {
                let mut cards = found.get();
                let folded = cards.split_off(cards.len().min(Project::DOZEN));
                if after_fold { folded } else { cards }
            };
            let site = site.clone();
            each(positions, move |position| card(position, Opened { open, chosen }, toggle, &site))
        };
        let list = move || {
            let more = (count > Project::DOZEN).then(|| fold(count, kind, cards(true)));
            markup! {
                {heading.clone().map(|heading| markup! { <p class="projects__kind" dir="auto" id=kind_id(kind)>{heading}</p> })}
                <ol
                    class="project-list"
                    aria-labelledby=by_kind.then(|| kind_id(kind))
                    style=("--cards", move || found.read().len().to_string())
                >
                    {cards(false)}
                    {more}
                </ol>
            }
        };
        when(move || !found.read().is_empty(), list)
    });
    markup! { <div class="projects">{lists.collect::<Markup>()}</div> }
}

/// The lists, by the kind that names them, of which all cards are shown, a bit each: who comes back from another page finds them as they were.
static UNFOLDED: AtomicUsize = AtomicUsize::new(0);

/// A box that shows all of so many cards, and those that only it shows. The style sheet does it, so it works without the
/// program; the browser unfolds what is looked for in the page or what its address names.
fn fold(count: usize, kind: ProjectKind, cards: Markup) -> Markup {
    let bit = 1 << kind as usize;
    let checked = (UNFOLDED.load(Relaxed) & bit > 0).then_some("");
    // A browser that restores the page may have checked it itself.
    let note = move |event| {
        if event_target_checked(&event) {
            UNFOLDED.fetch_or(bit, Relaxed);
        } else {
            UNFOLDED.fetch_and(!bit, Relaxed);
        }
    };
    markup! {
        <li class="project-more">
            <label><input type="checkbox" checked=checked on:change=note/>{say().filter_show_all(count)}</label>
        </li>
        <li class="project-rest" hidden="until-found"><ol>{cards}</ol></li>
    }
}

fn kind_id(kind: ProjectKind) -> String {
    ["v-kind-", ProjectKind::ALL[kind as usize].1].concat()
}
