//! The career as a commit history: newest first, a drawn lane, a branch for what ran beside the main line.

use leptos::prelude::*;

use super::project::technology_tags;
use crate::markup::{IntoMarkup, Markup, markup};
use crate::model::date::{duration, months_between};
use crate::model::{Day, Employer, End, Markdown, Period, PeriodDate, Role};
use crate::route::Page;
use crate::view::markdown::{anchor, inline_markdown};
use crate::view::say;
use crate::view::state::Site;

/// Achievements shown before "show more" is asked for.
const FOLDED: usize = 3;

/// Every role held, as the log has it.
#[component]
pub fn ExperienceLog(
    /// Whether long entries start folded.
    folded: bool,
) -> Markup {
    let site = Site::expect();
    let today = site.today();
    let commits = site.portfolio.experience.iter().flat_map(|employer| {
        let site = &site;
        employer.roles.iter().map(move |role| commit_view(employer, role, folded, today, site))
    });
    let whole = folded.then(|| {
        markup! { <p class="log__whole"><a href=site.href(Page::Experience)>{say().log_whole()}</a></p> }
    });
    markup! {
        <ol class="log">{commits.collect::<Markup>()}</ol>
        {whole}
    }
}

fn commit_view(employer: &Employer, role: &Role, folded: bool, today: ReadSignal<Day>, site: &Site) -> Markup {
    let name = employer.name.clone().into_markup();
    let name = match &employer.href {
        Some(href) => anchor(href, name, site),
        None => name,
    };
    // The folded log stands in a section of the start page; in full it stands below a page's own heading.
    let title = role.title.clone();
    let heading = if folded {
        markup! { <h3 class="log__title" dir="auto">{title}</h3> }
    } else {
        markup! { <h2 class="log__title" dir="auto">{title}</h2> }
    };
    let refs = role
        .refs
        .iter()
        .map(|text| markup! { <li class="log__ref" dir="auto">{text.clone()}</li> })
        .collect::<Markup>();
    let place = employer.location.clone().map(|location| markup! { <span class="log__place">{location}</span> });
    markup! {
        <li class="log__commit" data-branch=if role.branch == "main" { "main" } else { "other" }>
            <span class="log__lane" aria-hidden="true"></span>
            <div class="log__line">
                <code class="log__hash" aria-hidden="true">{role.hash.clone()}</code>
                {(!role.refs.is_empty()).then(|| markup! { <ul class="log__refs" aria-label=say().log_references()>{refs}</ul> })}
                <span class="log__branch"><span class="visually-hidden">{say().log_branch()}" "</span>{role.branch.clone()}</span>
            </div>
            {heading}
            <p class="log__employer" dir="auto">{name}{place}</p>
            {role.period.map(|period| markup! {
                <p class="log__date">{period.words(today.get_untracked(), say())}{lasted(period, today)}</p>
            })}
            {role.summary.as_ref().map(|summary| markup! { <p class="log__summary" dir="auto">{inline_markdown(summary)}</p> })}
            {achievements(&role.achievements, folded)}
            {technology_tags(&role.technologies, site)}
        </li>
    }
}

/// How long a role lasted, to the month; nothing where the file names years only, or it has not begun. A role that lasts is
/// counted to the visitor's day, which is known after the first render.
fn lasted(period: Period, today: ReadSignal<Day>) -> Markup {
    let text = move || {
        let today = today.get();
        let Some(PeriodDate::Month(start)) = period.start.filter(|_| !period.is_to_come(today)) else { return None };
        let end = match period.end {
            End::At(PeriodDate::Month(end)) => end,
            End::At(PeriodDate::Year(_)) | End::Unknown => return None,
            End::Lasting => today.month(),
        };
        let text = duration(months_between(start, end.max(start)), say());
        Some(markup! { <span class="log__duration">" · " {text}</span> })
    };
    text.into_markup()
}

fn achievements(texts: &[Markdown], folded: bool) -> Option<Markup> {
    if texts.is_empty() {
        return None;
    }
    let open = RwSignal::new(!folded);
    let item = |(position, text): (usize, &Markdown)| {
        // Folded entries stay in the document: for print, for search in the page, and for the native renderer.
        let beyond = position >= FOLDED;
        let entry = markup! { <li class:log__folded=move || beyond && !open.get()>{inline_markdown(text)}</li> };
        entry
    };
    let rest = texts.len().saturating_sub(FOLDED);
    let more = (folded && rest > 0).then(|| {
        markup! {
            <button class="log__more button button--quiet" type="button"
                aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
                {move || if open.get() { say().log_fewer().to_owned() } else { say().log_more(rest) }}
            </button>
        }
    });
    Some(
        markup! { <ul class="log__achievements" dir="auto">{texts.iter().enumerate().map(item).collect::<Markup>()}</ul> {more} },
    )
}
