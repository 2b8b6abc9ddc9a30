//! The projects of a section: the filter, whose state is the URL's, and the cards with their inspector.

use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use super::project::{Depth, project_parts};
use crate::lens::{Dropped, Query};
use crate::markup::{Markup, each, lazy, markup, wake, when};
use crate::model::{Project, ProjectKind, Section};
use crate::route::Page;
use crate::view::markdown::{inline_markdown, link_list};
use crate::view::state::Site;
use crate::view::widget::filter::{Chip, FilterBar, Relaxation};
use crate::view::widget::window::Window;
use crate::web::effect::effect;
use crate::web::media::media_query;
use crate::web::{page, scroll};

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
        let told = |name: String| [". No technology here is called “", &name, "”: that is left out."].concat();
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
        let noun = if total == 1 { "entry" } else { "entries" };
        let count =
            if query.read().is_empty() { format!("{total} {noun}") } else { format!("{shown} of {total} {noun}") };
        count + &unknown.get()
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
                    let name = ["“", &relaxed.text, "”"].concat();
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
        {lazy(move || markup! { <CardList hits section is_asked/> })}
    }
}

/// The cards of the projects found, by kind, with one of them open in the inspector.
#[component]
fn CardList(hits: Memo<Vec<usize>>, section: Section, is_asked: RwSignal<bool>) -> Markup {
    let site = Site::expect();
    effect(move || is_asked.set(true));
    // A prerendered page shows it to wide windows, and the style sheet hides it from others.
    let wide = media_query(WIDE, true);
    // What the visitor opened; where nothing is chosen a wide window shows the first.
    let chosen = RwSignal::new(None::<usize>);
    let open = Memo::new(move |_| {
        let hits = hits.read();
        chosen
            .get()
            .filter(|chosen| hits.contains(chosen))
            .or_else(|| if wide.get() { hits.first().copied() } else { None })
    });
    let projects = site.portfolio.clone();
    // Another card that closes above would take the one that was pressed out of sight.
    let hold_card = move |position: usize| scroll::hold(&card_id(&projects.projects[position]));
    let toggle = Callback::new(move |position: usize| {
        let closes = open.get_untracked() == Some(position) && !wide.get_untracked();
        hold_card(position);
        chosen.set((!closes).then_some(position));
    });
    let several = section.kinds.len() > 1;
    let lists = section.kinds.into_iter().map(move |kind| {
        let site = site.clone();
        let of_kind = {
            let site = site.clone();
            Memo::new(move |_| {
                let of_kind = |&position: &usize| site.portfolio.projects[position].kind == kind;
                hits.read().iter().copied().filter(of_kind).collect::<Vec<_>>()
            })
        };
        let heading = several.then(|| site.portfolio.kind(kind).plural.clone());
        let count = site.portfolio.projects.iter().filter(|project| project.kind == kind).count();
        let cards = move |after_fold: bool| {
            let positions = move || {
                let mut cards = of_kind.get();
                let folded = cards.split_off(cards.len().min(Project::DOZEN));
                if after_fold { folded } else { cards }
            };
            let site = site.clone();
            each(positions, move |position| card(position, Opened { open, chosen }, toggle, kind, &site))
        };
        let list = move || {
            let more = (count > Project::DOZEN).then(|| fold(count, kind, cards(true)));
            markup! {
                {heading.clone().map(|heading| markup! { <p class="projects__kind" id=kind_id(kind)>{heading}</p> })}
                <ol
                    class="project-list"
                    aria-labelledby=several.then(|| kind_id(kind))
                    style=("--cards", move || of_kind.read().len().to_string())
                >
                    {cards(false)}
                    {more}
                </ol>
            }
        };
        when(move || !of_kind.read().is_empty(), list)
    });
    markup! { <div class="projects">{lists.collect::<Markup>()}</div> }
}

/// The kinds of which all cards are shown, a bit each: who comes back from another page finds them as they were.
static UNFOLDED: AtomicUsize = AtomicUsize::new(0);

/// A box that shows all of so many cards, and those that only it shows. The style sheet does it, so it works without the
/// program; the browser unfolds what is looked for in the page or what its address names.
fn fold(count: usize, kind: ProjectKind, cards: Markup) -> Markup {
    let bit = 1 << kind as usize;
    let checked = (UNFOLDED.load(Relaxed) & bit > 0).then_some("");
    let note = move |_| {
        UNFOLDED.fetch_xor(bit, Relaxed);
    };
    markup! {
        <li class="project-more">
            <label><input type="checkbox" checked=checked on:change=note/>{["Show all ", &count.to_string()].concat()}</label>
        </li>
        <li class="project-rest" hidden="until-found"><ol>{cards}</ol></li>
    }
}

/// What print says after the title of a project of which one line is enough: when that was. The program leaves it as it stands in
/// a page.
#[cfg(not(target_arch = "wasm32"))]
fn brief(project: &Project, site: &Site) -> String {
    project.period.map(|period| period.words(site.today().get_untracked())).unwrap_or_default()
}

/// Where the program draws the page itself, titles are enough.
#[cfg(target_arch = "wasm32")]
fn brief(_: &Project, _: &Site) -> &'static str {
    ""
}

fn card_id(project: &Project) -> String {
    ["v-card-", &project.id].concat()
}

fn kind_id(kind: ProjectKind) -> String {
    ["v-kind-", ProjectKind::ALL[kind as usize].1].concat()
}

/// Which card shows its inspector, and which one the visitor chose.
#[derive(Clone, Copy)]
struct Opened {
    open: Memo<Option<usize>>,
    chosen: RwSignal<Option<usize>>,
}

fn card(position: usize, opened: Opened, toggle: Callback<usize>, kind: ProjectKind, site: &Site) -> Markup {
    let Opened { open, chosen } = opened;
    let project = &site.portfolio.projects[position];
    let is_open = Memo::new(move |_| open.get() == Some(position));
    let figure = project.impact.as_ref().and_then(|impact| impact.figure.clone()).map(|figure| {
        let label = project.impact.as_ref().and_then(|impact| impact.label.clone());
        markup! { <p class="project-card__figure"><strong>{figure}</strong>{label.map(|label| [" ", &label].concat())}</p> }
    });
    let technologies =
        project.technologies.iter().map(|&id| markup! { <li>{site.portfolio.technology(id).name.clone()}</li> });
    let brief = project.brief.then(|| brief(project, site));
    let panel = ["v-inspector-", &project.id].concat();
    let href = site.href(Page::Project(&project.id));
    let press = move |event: MouseEvent| {
        // Another tab or window is the browser's business.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            toggle.run(position);
        }
    };
    let press_key = move |event: KeyboardEvent| {
        if event.key() == " " && !event.shift_key() {
            event.prevent_default();
            if !event.repeat() {
                toggle.run(position);
            }
        }
    };
    let inspector = {
        let (site, panel) = (site.clone(), panel.clone());
        move || is_open.get().then(|| inspector(&site.portfolio.projects[position], &panel, chosen, &site))
    };
    let selected = move || is_open.get().then(|| if chosen.get().is_none() { "unasked" } else { "true" });
    markup! {
        <li class="project-card" id=card_id(project) data-kind=ProjectKind::ALL[kind as usize].1 data-selected=selected data-brief=brief>
            <div class="project-card__face">
                <p class="project-card__path">{project.path.clone()}</p>
                <h3 class="project-card__title">
                    // As long as there is no program it leads to the project's page.
                    <a
                        href=href
                        role=|| page::RUNS.then_some("button")
                        aria-expanded=move || page::RUNS.then(|| is_open.get().to_string())
                        aria-controls=move || is_open.get().then(|| panel.clone())
                        on:click=press
                        on:keydown=press_key
                    >
                        {project.title.clone()}
                    </a>
                </h3>
                {project.summary.as_ref().map(|summary| markup! { <p class="project-card__summary">{inline_markdown(summary)}</p> })}
                {figure}
                <ul class="project-card__tech" aria-label="Technologies">{technologies.collect::<Markup>()}</ul>
                // For paper, where nothing opens.
                {link_list(&project.links, "project-card__links", site)}
            </div>
            {inspector}
        </li>
    }
}

fn inspector(project: &Project, id: &str, chosen: RwSignal<Option<usize>>, site: &Site) -> Markup {
    let title = project.path.clone();
    let label = [&site.portfolio.kind(project.kind).title, ": ", &project.title].concat();
    let parts = project_parts(project, Depth::Inspector, site);
    let href = site.href(Page::Project(&project.id));
    markup! {
        <section class="inspector" id=id.to_owned() aria-label=label data-unasked=move || chosen.get().is_none()>
            <Window title=title controls=markup! { <a class="window__link" href=href>"Full page"</a> }>
                {parts}
            </Window>
        </section>
    }
}
