//! What the start page shows, and in which order.

use super::Check;
use crate::model::document::SectionDoc;
use crate::model::id;
use crate::model::json_path::At;
use crate::model::list::List;
use crate::model::portfolio::{Part, Portfolio, ProjectKind, Section};
use crate::model::problem::ProblemKind;

/// The sections as the file wants them, or the usual ones where it doesn't say, without what would be empty.
pub fn sections(list: Option<List<SectionDoc>>, portfolio: &Portfolio, check: &mut Check) -> Vec<Section> {
    let mut taken = Vec::new();
    let Some(list) = list else { return usual(portfolio, &mut taken) };
    check.each(list, &At::top("sections"), |check, doc, at| {
        let title = check.name(doc.title, &at.key("title"))?;
        let mut kinds = Vec::new();
        let choosy = check.each(doc.kinds, &at.key("kinds"), |check, word: String, at| {
            let kind = check.project_kind(&word, at)?;
            check.add(&mut kinds, kind, &word, at);
            Some(())
        });
        let kinds = if choosy.is_empty() { existing_kinds(portfolio) } else { kinds };
        let mut parts = Vec::new();
        let names = Part::ALL.map(|(_, name)| name);
        check.each(doc.parts, &at.key("parts"), |check, word: String, at| {
            let part = Part::ALL[check.word(at, "part", &word, &names)?].0;
            if has_something(part, &kinds, portfolio) {
                check.add(&mut parts, part, &word, at);
            } else {
                check.report(at, ProblemKind::NothingToShow { part: Part::ALL[part as usize].1 });
            }
            Some(())
        });
        let intro = check.prose(doc.intro, &at.key("intro"));
        let number = check.line(doc.number, &at.key("number"));
        if parts.is_empty() {
            return None;
        }
        let kinds = if parts.contains(&Part::Projects) { showing(&kinds, portfolio) } else { Vec::new() };
        let id = check.element_id(doc.id, &title, &at.key("id"), &mut taken);
        Some(Section { id, title, number, intro, parts, kinds, nav: doc.nav.unwrap_or(true) })
    })
}

/// Everything there is, in the usual order of a résumé that starts with the work.
fn usual(portfolio: &Portfolio, taken: &mut Vec<String>) -> Vec<Section> {
    let kind = |kind: ProjectKind| (portfolio.kind(kind).plural.as_str(), vec![Part::Projects], vec![kind]);
    let part = |title: &'static str, parts: &[Part]| (title, parts.to_vec(), Vec::new());
    let wanted = [
        part("About", &[Part::About]),
        kind(ProjectKind::Project),
        kind(ProjectKind::CaseStudy),
        part("Architecture", &[Part::Diagrams]),
        part("Experience", &[Part::Experience]),
        kind(ProjectKind::Initiative),
        part("Skills", &[Part::Radar, Part::Skills]),
        part("Strengths", &[Part::Focus, Part::Competencies]),
        part("Activity", &[Part::Contributions]),
        part("Writing", &[Part::Writing]),
        part("Contact", &[Part::Contact]),
    ];
    let mut sections = Vec::new();
    for (title, mut parts, kinds) in wanted {
        parts.retain(|part| has_something(*part, &kinds, portfolio));
        if !parts.is_empty() {
            let number = sections.len() + 1;
            sections.push(Section {
                id: free(id::slug(title), taken),
                title: title.to_owned(),
                number: Some(if number < 10 { "0".to_owned() + &number.to_string() } else { number.to_string() }),
                intro: None,
                parts,
                kinds,
                nav: true,
            });
        }
    }
    sections
}

/// Whether a part would show anything; `kinds`: of the projects it would show.
fn has_something(part: Part, kinds: &[ProjectKind], portfolio: &Portfolio) -> bool {
    match part {
        Part::About => !portfolio.profile.about.is_empty(),
        Part::Focus => !portfolio.focus.is_empty(),
        Part::Projects => !showing(kinds, portfolio).is_empty(),
        Part::Diagrams => !portfolio.diagrams.is_empty(),
        Part::Experience => !portfolio.experience.is_empty(),
        Part::Radar => portfolio.radar.is_some(),
        Part::Skills => !portfolio.skills.is_empty(),
        Part::Contributions => portfolio.contributions.is_some(),
        Part::Writing => !portfolio.writing.is_empty(),
        Part::Competencies => !portfolio.competencies.is_empty(),
        Part::Contact => portfolio.contact.is_some(),
    }
}

fn existing_kinds(portfolio: &Portfolio) -> Vec<ProjectKind> {
    showing(&ProjectKind::ALL.map(|(kind, _)| kind), portfolio)
}

/// Those of `kinds` that a project has.
fn showing(kinds: &[ProjectKind], portfolio: &Portfolio) -> Vec<ProjectKind> {
    let there = |kind: &&ProjectKind| portfolio.projects.iter().any(|project| project.kind == **kind);
    kinds.iter().filter(there).copied().collect()
}

/// The id itself where it is sound and free, else the nearest that is; remembers it.
fn free(wanted: String, taken: &mut Vec<String>) -> String {
    let wanted = if wanted.is_empty() { "section".to_owned() } else { wanted };
    let mut id = if id::fits_element(&wanted) { wanted } else { "section-".to_owned() + &wanted };
    loop {
        match taken.binary_search(&id) {
            Ok(_) => id = id + "-" + &(taken.len() + 1).to_string(),
            Err(place) => {
                taken.insert(place, id.clone());
                return id;
            }
        }
    }
}

impl Check {
    /// Adds to a list what it does not have, and reports what it has.
    fn add<T: PartialEq>(&mut self, list: &mut Vec<T>, entry: T, word: &str, at: &At) {
        if list.contains(&entry) {
            self.report(at, ProblemKind::Repeated { word: word.to_owned() });
        } else {
            list.push(entry);
        }
    }

    /// The id the file asks for, or one made from the title.
    fn element_id(&mut self, asked: Option<String>, title: &str, at: &At, taken: &mut Vec<String>) -> String {
        let Some(asked) = asked else { return free(id::slug(title), taken) };
        let sound = id::fits_element(&asked);
        let wanted = if sound { asked.clone() } else { id::slug(&asked) };
        let fixed = free(wanted, taken);
        if !sound {
            let id: String = asked.chars().take(60).collect();
            let fixed = fixed.clone();
            let reserved = id::fits_path(&asked) && id::slug(&asked) == asked && asked.starts_with(char::is_alphabetic);
            let kind = if reserved { ProblemKind::ReservedId { id, fixed } } else { ProblemKind::BadId { id, fixed } };
            self.report(at, kind);
        } else if fixed != asked {
            self.report(at, ProblemKind::TakenId { what: "section", id: asked });
        }
        fixed
    }
}
