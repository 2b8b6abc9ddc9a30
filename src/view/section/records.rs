//! What belongs to a career beside work: degrees, talks, languages, what others say.

use leptos::prelude::*;

use crate::markup::{IntoMarkup, Markup, markup};
use crate::model::{Markdown, Part, Record, Section};
use crate::view::markdown::{anchor, inline_markdown, markdown};
use crate::view::say;
use crate::view::state::Site;

/// The records of one part of a section, under the part's name where that is another than the section's.
pub fn records(part: Part, section: &Section) -> Markup {
    let site = Site::expect();
    let name = part.title(say());
    let is_named = section.parts.len() > 1 && section.title != name;
    let entries = site.portfolio.records(part).iter().map(|record| record_view(record, &site)).collect::<Markup>();
    markup! {
        <div class="records" class:records--quotes=part == Part::Testimonials>
            {is_named.then(|| markup! { <h3 class="records__name" dir="auto">{name}</h3> })}
            <ul class="records__list">{entries}</ul>
        </div>
    }
}

fn record_view(record: &Record, site: &Site) -> Markup {
    let title = record.title.clone().into_markup();
    let title = match &record.href {
        Some(href) => anchor(href, title, site),
        None => title,
    };
    let facts: Vec<String> = [&record.by, &record.location, &record.level].into_iter().flatten().cloned().collect();
    let when = record.period.map(|period| period.words(site.today().get_untracked(), say()));
    let point = |point: &Markdown| markup! { <li>{inline_markdown(point)}</li> };
    markup! {
        <li class="record">
            <p class="record__title" dir="auto">{title}</p>
            {(!facts.is_empty()).then(|| markup! { <p class="record__facts" dir="auto">{facts.join(" · ")}</p> })}
            {when.map(|when| markup! { <p class="record__when">{when}</p> })}
            {record.text.as_ref().map(markdown)}
            {(!record.points.is_empty()).then(|| markup! {
                <ul class="record__points" dir="auto">{record.points.iter().map(point).collect::<Markup>()}</ul>
            })}
        </li>
    }
}
