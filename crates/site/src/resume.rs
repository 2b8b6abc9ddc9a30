//! The portfolio as `resume.json`, by the schema of JSON Resume 1.0.0.
//!
//! What comes back from it: profile, links, experience, projects, skills, writing and the records of a career, as far as the site shows them. What
//! the schema has no place for stays behind: diagrams, figures, the radar, contributions, decisions, sections and the theme.

mod profiles;
mod record;

use serde_json::Value;

use super::Publication;
use super::json::{names, object, plain};
use vitrine_model::href::HrefKind;
use vitrine_model::route::Page;
use vitrine_model::{Article, Employer, End, Href, Markdown, Part, Period, PeriodDate, Project, Role, Skill, TechId};

/// What the résumé is called, beside the start page.
pub const FILE: &str = "resume.json";

const SCHEMA: &str = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";
/// The last year that the schema's pattern for dates lets pass.
const LAST_YEAR: i32 = 2999;

/// The résumé as JSON.
pub fn resume(publication: &Publication<'_>) -> String {
    let portfolio = publication.portfolio;
    let work = portfolio.experience.iter().filter(|_| publication.is_linked(Page::Experience));
    let work = work.flat_map(|at| at.roles.iter().map(move |role| (at, role)));
    let projects = portfolio.projects.iter().filter(|entry| publication.is_linked(Page::Project(&entry.id)));
    let writing = portfolio.writing.iter().filter(|_| publication.shows(Part::Writing));
    let own = [
        ("$schema", SCHEMA.into()),
        ("basics", basics(publication)),
        ("work", work.map(|(at, role)| position(publication, at, role)).collect()),
        ("projects", projects.map(|entry| project(publication, entry)).collect()),
        ("skills", skills(publication)),
        ("publications", record::papers(publication).chain(writing.map(|entry| piece(publication, entry))).collect()),
        (
            "meta",
            object([
                ("canonical", publication.url(&publication.own_file(FILE)).into()),
                ("version", "v1.0.0".into()),
                ("lastModified", publication.changed.map(|day| day.iso() + "T00:00:00").into()),
            ]),
        ),
    ];
    let resume = object(own.into_iter().chain(record::lists(publication)));
    serde_json::to_string_pretty(&resume).unwrap_or_default() + "\n"
}

fn basics(publication: &Publication<'_>) -> Value {
    let portfolio = publication.portfolio;
    let profile = &portfolio.profile;
    let contact = portfolio.contact.as_ref().filter(|_| publication.shows(Part::Contact));
    let about = profile.about.iter().filter(|_| publication.shows(Part::About));
    let links = || profile.links.iter().chain(contact.into_iter().flat_map(|contact| &contact.links));
    let of = |kind: HrefKind| links().filter_map(move |link| link.href.as_ref().filter(|href| href.kind() == kind));
    let phone = of(HrefKind::Phone).next().map(|href| href.as_str().trim_start_matches("tel:"));
    let mailto = of(HrefKind::Mail).next().map(|href| mail_address(href).to_owned());
    let summary: Vec<String> = profile.tagline.iter().chain(about).map(Markdown::plain).collect();
    object([
        ("name", profile.name.as_str().into()),
        ("label", profile.headline.clone().into()),
        ("image", publication.portrait().into()),
        ("email", contact.and_then(|contact| contact.email.clone()).or(mailto).into()),
        ("phone", phone.into()),
        ("url", publication.page_url(Page::Home).into()),
        ("summary", summary.join("\n\n").into()),
        // A place as people name it, and no street: where themes show one at all, they show the city.
        ("location", object([("city", profile.location.clone().into())])),
        ("profiles", profiles::of(links())),
    ])
}

/// The address that a mail link leads to, without the words to begin with.
fn mail_address(href: &Href) -> &str {
    let text = href.as_str().trim_start_matches("mailto:");
    text.split_once('?').map_or(text, |(address, _)| address)
}

fn position(publication: &Publication<'_>, employer: &Employer, role: &Role) -> Value {
    object([
        ("name", employer.name.as_str().into()),
        ("url", employer.href.as_ref().and_then(|href| publication.target(href)).into()),
        ("location", employer.location.clone().into()),
        ("position", role.title.as_str().into()),
        ("startDate", date(role.period.and_then(begin))),
        ("endDate", date(role.period.and_then(end))),
        ("summary", plain(role.summary.as_ref())),
        ("highlights", role.achievements.iter().map(Markdown::plain).collect()),
    ])
}

fn project(publication: &Publication<'_>, project: &Project) -> Value {
    let impact = project.impact.as_ref();
    let figure = impact.and_then(|impact| match (&impact.figure, &impact.label) {
        (Some(figure), Some(label)) => Some([figure, " ", label].concat()),
        (figure, label) => figure.clone().or_else(|| label.clone()),
    });
    let description: Vec<String> = match &project.summary {
        Some(summary) => vec![summary.plain()],
        None => project.problem.iter().chain(&project.solution).map(Markdown::plain).collect(),
    };
    // Without an address of the site the project's own is better than none.
    let own_page = || project.links.iter().find_map(|link| publication.target(link.href.as_ref()?));
    let points = impact.into_iter().flat_map(|impact| impact.text.iter().chain(&impact.points)).map(Markdown::plain);
    object([
        ("name", project.title.as_str().into()),
        ("type", publication.portfolio.kind(project.kind).title.as_str().into()),
        ("description", description.join("\n\n").into()),
        ("highlights", figure.into_iter().chain(points).collect()),
        ("keywords", names(publication, &project.technologies)),
        ("roles", project.role.iter().map(String::as_str).collect()),
        ("startDate", date(project.period.and_then(begin))),
        ("endDate", date(project.period.and_then(end))),
        ("url", publication.page_url(Page::Project(&project.id)).or_else(own_page).into()),
    ])
}

/// The groups of skills; where none are shown, the short lists of technologies.
fn skills(publication: &Publication<'_>) -> Value {
    let portfolio = publication.portfolio;
    if publication.shows(Part::Skills) {
        let group = |group: &vitrine_model::SkillGroup| {
            let ids: Vec<TechId> = group.entries.iter().map(|skill: &Skill| skill.technology).collect();
            object([("name", group.title.as_str().into()), ("keywords", names(publication, &ids))])
        };
        return portfolio.skills.iter().map(group).collect();
    }
    let lists = portfolio.focus.iter().filter(|focus| publication.shows(Part::Focus) && !focus.technologies.is_empty());
    let list = |focus: &vitrine_model::Focus| {
        object([("name", focus.title.as_str().into()), ("keywords", names(publication, &focus.technologies))])
    };
    lists.map(list).collect()
}

fn piece(publication: &Publication<'_>, article: &Article) -> Value {
    let released = article.date.map(vitrine_model::PartialDate::iso).filter(|iso| iso.as_str() < "3");
    object([
        ("name", article.title.as_str().into()),
        ("publisher", article.publication.clone().into()),
        ("releaseDate", released.into()),
        ("url", article.href.as_ref().and_then(|href| publication.target(href)).into()),
        ("summary", plain(article.excerpt.as_ref())),
    ])
}

/// The start, unless there is an end that nobody knows: whoever reads a start without an end reads "present".
fn begin(period: Period) -> Option<PeriodDate> {
    period.start.filter(|_| period.end != End::Unknown)
}

fn end(period: Period) -> Option<PeriodDate> {
    if let End::At(end) = period.end { Some(end) } else { None }
}

fn date(date: Option<PeriodDate>) -> Value {
    date.filter(|date| date.last().year <= LAST_YEAR).map(PeriodDate::iso).into()
}
