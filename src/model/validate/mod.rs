//! The mirror becomes a promise: every value is checked, every drop is reported, one noun a file.

mod check;
mod contact;
mod contributions;
mod diagram;
mod experience;
mod period;
mod profile;
mod project;
mod section;
mod skills;
mod technology;
mod text;
mod writing;

pub use check::Check;
pub use diagram::lone_diagram;

use super::document::{Document, ThemeDoc};
use super::json_path::At;
use super::portfolio::{Portfolio, Scheme, Theme, ThemeName};
use super::problem::ProblemKind;

/// Checks a whole document.
pub fn portfolio(document: Document, check: &mut Check) -> Portfolio {
    if let Some(version) = document.schema_version.filter(|version| *version > 1) {
        check.report(&At::top("schemaVersion"), ProblemKind::NewerVersion { version });
    }
    let theme = theme(document.theme, check);
    let profile = profile::profile(document.profile, check);
    let metrics = profile::metrics(document.metrics, check);
    technology::technologies(document.technologies, check);
    let kinds = project::kinds(document.project_kinds, check);
    let (diagrams, diagram_names) = diagram::diagrams(document.diagrams, check);
    let projects = project::projects(document.projects, &diagram_names, check);
    let experience = experience::experience(document.experience, check);
    let (radar, skills) = skills::skills(document.skills, check);
    let focus = skills::focus(document.focus, check);
    let competencies = skills::competencies(document.competencies, check);
    let contributions = document.contributions.and_then(|doc| contributions::contributions(doc, check));
    let writing = writing::writing(document.writing, check);
    let contact = document.contact.map(|doc| contact::contact(doc, check));
    let technologies = check.take_technologies();
    let mut portfolio = Portfolio {
        theme,
        profile,
        metrics,
        technologies,
        sections: Vec::new(),
        projects,
        experience,
        radar,
        skills,
        focus,
        competencies,
        diagrams,
        contributions,
        writing,
        contact,
        kinds,
    };
    portfolio.sections = section::sections(document.sections, &portfolio, check);
    portfolio
}

fn theme(doc: Option<ThemeDoc>, check: &mut Check) -> Theme {
    let Some(doc) = doc else { return Theme::default() };
    let at = At::top("theme");
    let names = ThemeName::ALL.map(|(_, name)| name);
    let schemes = Scheme::ALL.map(|(_, name)| name);
    let name = check.word(&at.key("name"), "theme", &doc.name, &names);
    let scheme = doc.scheme.and_then(|scheme| check.word(&at.key("scheme"), "scheme", &scheme, &schemes));
    Theme {
        name: name.map_or(ThemeName::default(), |position| ThemeName::ALL[position].0),
        scheme: scheme.map_or(Scheme::default(), |position| Scheme::ALL[position].0),
    }
}
