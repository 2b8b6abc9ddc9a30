//! Who the person is: paragraphs, short lists, strengths.

use leptos::prelude::*;

use super::project::technology_tags;
use crate::markup::{Markup, markup};
use crate::model::{Competency, Focus};
use crate::view::markdown::{inline_markdown, markdown, markdown_below};
use crate::view::state::Site;

/// The paragraphs of the profile.
#[component]
pub fn About() -> Markup {
    let site = Site::expect();
    markup! { <div class="about">{site.portfolio.profile.about.iter().map(markdown).collect::<Markup>()}</div> }
}

/// Short lists, such as core technologies or leadership focus.
#[component]
pub fn FocusLists() -> Markup {
    let site = Site::expect();
    let list = |focus: &Focus| {
        markup! {
            <div class="focus-list">
                <h3 class="focus-list__title" dir="auto">{focus.title.clone()}</h3>
                {technology_tags(&focus.technologies, &site)}
                {(!focus.items.is_empty()).then(|| markup! {
                    <ul class="focus-list__items" dir="auto">
                        {focus.items.iter().map(|item| markup! { <li>{inline_markdown(item)}</li> }).collect::<Markup>()}
                    </ul>
                })}
            </div>
        }
    };
    markup! { <div class="focus-lists">{site.portfolio.focus.iter().map(list).collect::<Markup>()}</div> }
}

/// Short texts on single strengths.
#[component]
pub fn Competencies() -> Markup {
    let site = Site::expect();
    let entry = |competency: &Competency| {
        markup! {
            <li class="competency">
                <h3 class="competency__title" dir="auto">{competency.title.clone()}</h3>
                {markdown_below(&competency.text, 3)}
            </li>
        }
    };
    markup! { <ul class="competencies">{site.portfolio.competencies.iter().map(entry).collect::<Markup>()}</ul> }
}
