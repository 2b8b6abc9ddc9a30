//! What the person works with: the radar, the groups of skills, the contribution graph.

use std::sync::Arc;

use leptos::prelude::*;

use crate::markup::{Markup, markup};
use crate::model::{self, Axis, Skill, SkillGroup};
use crate::view::markdown::{inline_markdown, inline_markdown_of};
use crate::view::say;
use crate::view::section::project::technology_name;
use crate::view::state::Site;
use crate::view::widget::calendar::ContributionGraph;
use crate::view::widget::radar::{Evidence, RadarAxis, RadarChart};
use crate::view::widget::window::Window;

/// Groups of skills with years and production context.
#[component]
pub fn Skills() -> Markup {
    let site = Site::expect();
    let groups = site.portfolio.skills.iter().map(|group| group_view(group, &site));
    markup! { <div class="skill-groups">{groups.collect::<Markup>()}</div> }
}

fn group_view(group: &SkillGroup, site: &Site) -> Markup {
    let entry = |skill: &Skill| {
        let name = technology_name(skill.technology, "skill__name", site);
        let years = skill.years.map(|years| {
            markup! { <span class="skill__years">{model::years(years, say())}</span> }
        });
        markup! {
            <li class="skill">
                {name}
                {years}
                {skill.context.as_ref().map(|context| markup! { <span class="skill__context" dir="auto">{inline_markdown(context)}</span> })}
            </li>
        }
    };
    markup! {
        <div class="skill-group">
            <h3 class="skill-group__title" dir="auto">{group.title.clone()}</h3>
            <ul class="skill-list">{group.entries.iter().map(entry).collect::<Markup>()}</ul>
        </div>
    }
}

/// The radar with its evidence, in a window.
#[component]
pub fn SkillRadar() -> Markup {
    let site = Site::expect();
    let Some(radar) = site.portfolio.radar.clone() else { return Markup::Nothing };
    let prepare = |axis: &Axis| RadarAxis {
        label: axis.label.clone(),
        value: axis.value,
        evidence: axis.evidence.clone().map(|text| {
            let site = site.clone();
            Arc::new(move || inline_markdown_of(&text, &site)) as Evidence
        }),
        technologies: axis.technologies.iter().map(|&id| site.portfolio.technology(id).name.clone()).collect(),
    };
    let axes: Vec<RadarAxis> = radar.axes.iter().map(prepare).collect();
    markup! {
        <Window title=radar.title.clone()>
            <RadarChart title=radar.title.clone() max=radar.max axes/>
        </Window>
    }
}

/// The contribution graph in a window.
#[component]
pub fn Activity() -> Markup {
    let Some(contributions) = Site::expect().portfolio.contributions.clone() else { return Markup::Nothing };
    markup! { <Window title="github.contribution_graph"><ContributionGraph contributions/></Window> }
}
