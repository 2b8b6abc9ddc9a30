//! The mirror becomes a promise: every value is checked, every drop is reported, one noun a file.

mod check;
mod contact;
mod contributions;
mod diagram;
#[cfg(not(target_arch = "wasm32"))]
mod essay;
mod experience;
mod flow;
mod language;
mod period;
mod perspective;
mod picture;
mod profile;
mod project;
mod reads;
mod record;
mod registry;
mod section;
mod skills;
mod system;
mod technology;
mod text;
mod writing;

pub use check::Check;
pub use diagram::lone_diagram;

use vitrine_lean::decimal;

use super::doc::Doc;
use super::json::Json;
use super::portfolio::{Portfolio, Scheme, Theme, ThemeName};
use super::problem::ProblemKind;
use super::version::{self, VERSION};

/// Checks a document.
pub fn portfolio(check: &mut Check, doc: &mut Doc) -> Portfolio {
    version(check, doc);
    language::languages(check, doc);
    #[cfg(not(target_arch = "wasm32"))]
    language::words(check, doc);
    // Texts may name diagrams, also those that come before them.
    check.diagrams = doc.each_text("diagrams", "id");
    let site = check.site(doc);
    let theme = check.part(doc, "theme", theme).unwrap_or_default();
    let icon = check.line(doc, "icon");
    let profile = profile::profile(check, doc);
    let metrics = profile::metrics(check, doc);
    // Everything names technologies, and projects name diagrams.
    technology::technologies(check, doc);
    let kinds = project::kinds(check, doc);
    let (diagrams, diagram_names) = diagram::diagrams(check, doc);
    check.diagrams = diagrams.iter().map(|diagram| diagram.id.clone()).collect();
    let (projects, featured) = project::projects(check, doc, &diagram_names);
    let experience = experience::experience(check, doc);
    let (radar, skills) = check.part(doc, "skills", skills::skills).unwrap_or_default();
    let focus = skills::focus(check, doc);
    let competencies = skills::competencies(check, doc);
    let contributions = check.part(doc, "contributions", contributions::contributions).flatten();
    let writing = writing::writing(check, doc);
    let contact = check.part(doc, "contact", contact::contact);
    let records = record::records(check, doc);
    let mut technologies = check.take_technologies();
    for id in projects.iter().flat_map(|project| &project.technologies) {
        technologies[id.0 as usize].uses += 1;
    }
    let mut portfolio = Portfolio {
        language: check.heard.language().to_owned(),
        languages: check.heard.languages.clone(),
        words: check.heard.words,
        site,
        theme,
        icon,
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
        records,
        contact,
        kinds,
    };
    let (sections, prints) = section::sections(check, doc, &portfolio);
    portfolio.sections = sections;
    project::arrange(&mut portfolio, featured, &prints);
    portfolio
}

/// Says what to do about a file of another version than this program's.
fn version(check: &mut Check, doc: &mut Doc) {
    let (written, name) = match (doc.take("version"), doc.take("schemaVersion")) {
        (Json::Null, former) => (former, "schemaVersion"),
        (written, _) => (written, "version"),
    };
    let text = match written {
        Json::Number(number) => decimal::write(number),
        Json::Text(text) => text,
        _ => return,
    };
    match version::parse(&text) {
        Some(VERSION) => {}
        Some(version) if version > VERSION => check.report(&doc.at(name), ProblemKind::NewerVersion { version }),
        Some(version) => check.report(&doc.at(name), ProblemKind::OlderVersion { version }),
        None => check.report(&doc.at(name), ProblemKind::BadVersion(check::excerpt(&text))),
    }
}

fn theme(check: &mut Check, doc: &mut Doc) -> Theme {
    const NAMES: &[&str] = &words(ThemeName::ALL);
    const SCHEMES: &[&str] = &words(Scheme::ALL);
    let name = check.choice(doc, "name", "theme", NAMES);
    let scheme = check.choice(doc, "scheme", "scheme", SCHEMES);
    Theme {
        name: name.map_or(ThemeName::default(), |position| ThemeName::ALL[position].0),
        scheme: scheme.map_or(Scheme::default(), |position| Scheme::ALL[position].0),
    }
}

/// The words that a file can choose from.
const fn words<T: Copy, const COUNT: usize>(all: [(T, &'static str); COUNT]) -> [&'static str; COUNT] {
    let mut words = [""; COUNT];
    let mut at = 0;
    while at < COUNT {
        words[at] = all[at].1;
        at += 1;
    }
    words
}
