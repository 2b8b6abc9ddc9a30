//! The start page: hero, figures, then the portfolio's sections in its order.

use leptos::prelude::*;

use crate::model::{Part, Section};
use crate::view::markdown::markdown;
use crate::view::section::about::{About, Competencies, FocusLists};
use crate::view::section::architecture::Diagrams;
use crate::view::section::contact::ContactDetails;
use crate::view::section::experience::ExperienceLog;
use crate::view::section::hero::{Hero, Metrics};
use crate::view::section::projects::Projects;
use crate::view::section::skills::{Activity, SkillRadar, Skills};
use crate::view::section::writing::Writing;
use crate::view::state::Site;
use crate::web::page;

/// The start page.
#[component]
pub fn HomePage() -> impl IntoView {
    let site = Site::expect();
    let profile = &site.portfolio.profile;
    let title = match &profile.headline {
        Some(headline) => [profile.name.as_str(), " · ", headline].concat(),
        None => profile.name.clone(),
    };
    Effect::new(move |_| page::set_title(&title));
    view! {
        <div class="page">
            <Hero/>
            <Metrics/>
            {site.portfolio.sections.iter().map(section_view).collect_view()}
        </div>
    }
}

fn section_view(section: &Section) -> AnyView {
    let title_id = ["v-title-", &section.id].concat();
    let number =
        section.number.clone().map(|number| view! { <p class="section__number" aria-hidden="true">{number}</p> });
    view! {
        <section class="section" id=section.id.clone() tabindex="-1" aria-labelledby=title_id.clone()>
            <div class="section__head">
                {number}
                <h2 class="section__title" id=title_id.clone()>{section.title.clone()}</h2>
                {section.intro.as_ref().map(|intro| view! { <div class="section__intro">{markdown(intro)}</div> })}
            </div>
            <div class="section__body">{section.parts.iter().map(|&part| part_view(part, section)).collect_view()}</div>
        </section>
    }
    .into_any()
}

fn part_view(part: Part, section: &Section) -> AnyView {
    match part {
        Part::About => view! { <About/> }.into_any(),
        Part::Focus => view! { <FocusLists/> }.into_any(),
        Part::Projects => view! { <Projects section=section.clone()/> }.into_any(),
        Part::Diagrams => view! { <Diagrams/> }.into_any(),
        Part::Experience => view! { <ExperienceLog folded=true/> }.into_any(),
        Part::Radar => view! { <SkillRadar/> }.into_any(),
        Part::Skills => view! { <Skills/> }.into_any(),
        Part::Contributions => view! { <Activity/> }.into_any(),
        Part::Writing => view! { <Writing/> }.into_any(),
        Part::Competencies => view! { <Competencies/> }.into_any(),
        Part::Contact => view! { <ContactDetails/> }.into_any(),
    }
}
