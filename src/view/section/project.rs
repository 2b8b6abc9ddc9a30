//! The parts of one project, as the inspector and the project's own page show them.

use leptos::prelude::GetUntracked;
use std::sync::Arc;

use crate::markup::{Markup, markup};
use crate::model::{Decision, Impact, Markdown, Project, TechId};
use crate::route::Page;
use crate::view::markdown::{inline_markdown, link_list, markdown, markdown_below};
use crate::view::say;
use crate::view::section::architecture::thumbnail;
use crate::view::state::Site;
use crate::web::page;

/// How deep the headings of a project's parts are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// On the project's own page, below its `h1`.
    Page,
    /// In the inspector, below the card's `h3`.
    Inspector,
}

/// Role, problem, solution, architecture, decision, impact, lessons, technologies and links of a project.
pub fn project_parts(project: &Project, depth: Depth, site: &Site) -> Markup {
    let names = site.portfolio.kind(project.kind);
    let level = if depth == Depth::Page { 2 } else { 4 };
    let prose = |text: &Markdown| markdown_below(text, level);
    let text = |label: &str, text: &Option<Markdown>| text.as_ref().map(|text| part(label, depth, prose(text)));
    let technologies = (!project.technologies.is_empty())
        .then(|| part(say().project_technologies(), depth, technology_tags(&project.technologies, site)));
    let links =
        link_list(&project.links, "inspector__links", site).map(|links| part(say().project_links(), depth, links));
    let lessons = (!project.lessons.is_empty())
        .then(|| part(&names.lessons, depth, project.lessons.iter().map(prose).collect::<Markup>()));
    let figures = project.figures.as_ref().filter(|_| depth == Depth::Page);
    let figures = figures.map(|figures| markup! { <div class="figures">{markdown(figures)}</div> });
    let diagram =
        (depth == Depth::Inspector).then(|| project.diagram.map(|id| thumbnail(site.portfolio.diagram(id), site)));
    markup! {
        {project.impact.as_ref().map(|impact| impact_view(impact, &names.impact, depth, level))}
        {facts(project, site)}
        {figures}
        {text(&names.problem, &project.problem)}
        {text(&names.solution, &project.solution)}
        {text(&names.architecture, &project.architecture)}
        {diagram}
        {project.decision.as_ref().map(|decision| part(&names.decision, depth, decision_view(decision)))}
        {lessons}
        {technologies}
        {links}
    }
}

/// Role and period on one line.
fn facts(project: &Project, site: &Site) -> Option<Markup> {
    let period = project.period.map(|period| period.words(site.today().get_untracked(), say()));
    let facts: Vec<String> = project.role.clone().into_iter().chain(period).collect();
    (!facts.is_empty()).then(|| markup! { <p class="inspector__facts" dir="auto">{facts.join(" · ")}</p> })
}

fn part(label: &str, depth: Depth, content: Markup) -> Markup {
    let label = label.to_owned();
    let heading = match depth {
        Depth::Page => markup! { <h2 class="inspector__label" dir="auto">{label}</h2> },
        Depth::Inspector => markup! { <h4 class="inspector__label" dir="auto">{label}</h4> },
    };
    markup! { <section class="inspector__part">{heading}{content}</section> }
}

fn impact_view(impact: &Impact, label: &str, depth: Depth, level: usize) -> Markup {
    let figure = impact.figure.clone().map(|figure| {
        markup! {
            <p class="inspector__figure" dir="auto">
                <span class="inspector__value">{figure}</span>
                {impact.label.clone().map(|label| markup! { <span class="inspector__unit">{label}</span> })}
            </p>
        }
    });
    let points = (!impact.points.is_empty()).then(|| {
        markup! { <ul dir="auto">{impact.points.iter().map(|point| markup! { <li>{inline_markdown(point)}</li> }).collect::<Markup>()}</ul> }
    });
    let text = impact.text.as_ref().map(|text| markdown_below(text, level));
    part(label, depth, markup! { {figure}{text}{points} })
}

fn decision_view(decision: &Decision) -> Markup {
    let entry = |term: &'static str, text: &Option<Markdown>| {
        text.as_ref()
            .map(|text| markup! { <div class="decision__row"><dt>{term}</dt><dd dir="auto">{inline_markdown(text)}</dd></div> })
    };
    markup! {
        <dl class="decision">
            <div class="decision__row decision__row--chosen"><dt>{say().project_chosen()}</dt><dd dir="auto">{inline_markdown(&decision.chosen)}</dd></div>
            {entry(say().project_rejected(), &decision.rejected)}
            {entry(say().project_reason(), &decision.reason)}
            {entry(say().project_revisit(), &decision.revisit)}
        </dl>
    }
}

/// The name of a technology that leads to the projects which use it, once there is a program that can filter the start page.
pub fn technology_name(id: TechId, class: &'static str, site: &Site) -> Markup {
    let technology = site.portfolio.technology(id);
    let name = technology.name.clone();
    if technology.uses > 0 {
        let href = site.filter_href(id);
        markup! { <a class=class href=move || page::RUNS.then(|| href.clone())>{name}</a> }
    } else {
        markup! { <span class=class>{name}</span> }
    }
}

/// Technologies as tags.
pub fn technology_tags(technologies: &[TechId], site: &Site) -> Markup {
    if technologies.is_empty() {
        return Markup::Nothing;
    }
    let tag = |&id: &TechId| markup! { <li>{technology_name(id, "tag", site)}</li> };
    markup! { <ul class="tags">{technologies.iter().map(tag).collect::<Markup>()}</ul> }
}

/// A project's own page.
pub fn project_page(project: &Project, site: &Site) -> Markup {
    let kind = site.portfolio.kind(project.kind).title.clone();
    let section = site.portfolio.section_of(project);
    let (back, up) = match section {
        Some(section) => (site.href(Page::Section(&section.id)), section.title.clone()),
        None => (site.href(Page::Home), say().page_start().to_owned()),
    };
    let diagram = project.diagram.map(|id| {
        let diagram = Arc::new(site.portfolio.diagram(id).clone());
        super::architecture::diagram_window(diagram, site)
    });
    let drawing = project.diagram.map(|id| super::architecture::diagram_for_paper(site.portfolio.diagram(id), site));
    markup! {
        <article class="project-page">
            <nav class="breadcrumb" aria-label=say().page_breadcrumb()>
                <a href=back>{up}</a><span aria-hidden="true">" / "</span><span aria-current="page">{project.title.clone()}</span>
            </nav>
            <header class="project-page__head">
                <p class="project-page__kind" dir="auto">{kind}</p>
                <h1 class="project-page__title" dir="auto">{project.title.clone()}</h1>
                <p class="project-page__path" dir="auto">{project.path.clone()}</p>
                {project.summary.as_ref().map(|summary| markup! { <div class="project-page__summary">{markdown_below(summary, 1)}</div> })}
            </header>
            <div class="project-page__body">{project_parts(project, Depth::Page, site)}</div>
            {diagram.map(|diagram| markup! { <div class="project-page__diagram">{diagram}{drawing}</div> })}
        </article>
    }
}
