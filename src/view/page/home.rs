//! The start page: hero, figures, then the portfolio's sections in its order.

use std::sync::Arc;

use crate::markup::{Markup, lazy, markup};
use crate::model::{Part, Section};
use crate::route::Page;
use crate::view::markdown::markdown;
use crate::view::section::about::{About, Competencies, FocusLists};
use crate::view::section::architecture::Diagrams;
use crate::view::section::contact::ContactDetails;
use crate::view::section::experience::ExperienceLog;
use crate::view::section::hero::{Hero, Metrics};
use crate::view::section::projects::Projects;
use crate::view::section::records::records;
use crate::view::section::skills::{Activity, SkillRadar, Skills};
use crate::view::section::writing::Writing;
use crate::view::state::Site;

/// The start page.
pub fn home(site: &Site) -> Markup {
    site.announce(Some(Page::Home));
    markup! {
        <div class="page">
            <Hero/>
            <Metrics/>
            {(0..site.portfolio.sections.len()).map(|position| section(position, site)).collect::<Markup>()}
        </div>
    }
}

/// Below the first view, so it starts later.
fn section(position: usize, site: &Site) -> Markup {
    let portfolio = Arc::clone(&site.portfolio);
    lazy("section", move || section_view(&portfolio.sections[position]))
}

fn section_view(section: &Section) -> Markup {
    let title_id = ["v-title-", &section.id].concat();
    let number =
        section.number.clone().map(|number| markup! { <p class="section__number" aria-hidden="true">{number}</p> });
    markup! {
        <section class="section" id=section.id.clone() tabindex="-1" aria-labelledby=title_id.clone()>
            <div class="section__head">
                {number}
                <h2 class="section__title" dir="auto" id=title_id.clone()>{section.title.clone()}</h2>
                {section.intro.as_ref().map(|intro| markup! { <div class="section__intro">{markdown(intro)}</div> })}
            </div>
            <div class="section__body">
                {section.text.as_ref().map(markdown)}
                {section.parts.iter().map(|&part| part_view(part, section)).collect::<Markup>()}
            </div>
        </section>
    }
}

fn part_view(part: Part, section: &Section) -> Markup {
    match part {
        Part::About => markup! { <About/> },
        Part::Focus => markup! { <FocusLists/> },
        Part::Projects => markup! { <Projects section=section.clone()/> },
        Part::Diagrams => markup! { <Diagrams/> },
        Part::Experience => markup! { <ExperienceLog folded=true/> },
        Part::Radar => markup! { <SkillRadar/> },
        Part::Skills => markup! { <Skills/> },
        Part::Contributions => markup! { <Activity/> },
        Part::Writing => markup! { <Writing/> },
        Part::Competencies => markup! { <Competencies/> },
        Part::Contact => markup! { <ContactDetails/> },
        record => records(record, section),
    }
}
