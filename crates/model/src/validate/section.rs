//! What the start page shows, and in which order.

use std::collections::BTreeSet;

use super::check::excerpt;
use super::project::KINDS;
use super::{Check, words};
use crate::doc::Doc;
use crate::id;
use crate::json_path::At;
use crate::portfolio::{Part, Portfolio, Print, ProjectKind, Section};
use crate::problem::ProblemKind;

/// The parts as the file writes them.
const PARTS: &[&str] = &words(Part::ALL);

/// What there is in the usual order, that of a résumé which starts with the work: the hash, the parts, and the kinds.
const USUAL: [(&str, &[Part], &[ProjectKind]); 18] = [
    ("about", &[Part::About], &[]),
    ("projects", &[Part::Projects], &[ProjectKind::Project]),
    ("case-studies", &[Part::Projects], &[ProjectKind::CaseStudy]),
    ("architecture", &[Part::Diagrams], &[]),
    ("experience", &[Part::Experience], &[]),
    ("initiatives", &[Part::Projects], &[ProjectKind::Initiative]),
    ("skills", &[Part::Radar, Part::Skills], &[]),
    ("strengths", &[Part::Focus, Part::Competencies], &[]),
    ("education", &[Part::Education, Part::Certificates], &[]),
    ("publications", &[Part::Publications, Part::Talks, Part::Patents], &[]),
    ("activity", &[Part::Contributions], &[]),
    ("writing", &[Part::Writing], &[]),
    ("awards", &[Part::Awards, Part::Memberships], &[]),
    ("volunteering", &[Part::Volunteering], &[]),
    ("testimonials", &[Part::Testimonials], &[]),
    ("languages", &[Part::Languages], &[]),
    ("interests", &[Part::Interests], &[]),
    ("contact", &[Part::Contact], &[]),
];

/// How the file wants projects of a kind printed.
type Prints = Vec<(ProjectKind, Print)>;

/// The sections as the file wants them, or the usual ones where it doesn't say, without what would be empty.
pub fn sections(check: &mut Check, doc: &mut Doc, portfolio: &Portfolio) -> (Vec<Section>, Prints) {
    const PRINTS: &[&str] = &words(Print::ALL);
    let mut prints = Vec::new();
    let mut taken = BTreeSet::new();
    // What sections before have: everything on the page has its own place, by which links and labels find it.
    let (mut shown_parts, mut shown_kinds) = (Vec::new(), Vec::new());
    if !doc.has("sections") {
        return (usual(check, portfolio, &mut taken), prints);
    }
    let sections = check.each(doc, "sections", |check, doc| {
        let has_parts = doc.has("parts");
        let title = check.line(doc, "title");
        let mut kinds = Vec::new();
        check.words(doc, "kinds", &mut |check, word, at| {
            if let Some(kind) = check.word(at, "kind of project", &word, KINDS) {
                check.add(&mut kinds, ProjectKind::ALL[kind].0, &word, at);
            }
        });
        let all = kinds.is_empty();
        if all {
            kinds = ProjectKind::ALL.iter().map(|(kind, _)| *kind).collect();
        }
        let mut parts = Vec::new();
        check.words(doc, "parts", &mut |check, word, at| {
            let Some((part, name)) = check.word(at, "part", &word, PARTS).map(|part| Part::ALL[part]) else { return };
            if !has_something(part, &kinds, portfolio) {
                check.report(at, ProblemKind::NothingToShow(name));
            } else if shown_parts.contains(&part) {
                check.report(at, ProblemKind::ShownAlready { word });
            } else {
                check.add(&mut parts, part, &word, at);
            }
        });
        let intro = check.prose(doc, "intro");
        let number = check.line(doc, "number");
        let mut own = if parts.contains(&Part::Projects) { showing(&kinds, portfolio) } else { Vec::new() };
        own.retain(|kind| {
            let is_new = !shown_kinds.contains(kind);
            if !is_new && !all {
                let word = ProjectKind::ALL[*kind as usize].1.to_owned();
                check.report(&doc.at("kinds"), ProblemKind::ShownAlready { word });
            }
            is_new
        });
        if own.is_empty() && parts.contains(&Part::Projects) {
            if all {
                check.report(&doc.at("parts"), ProblemKind::ShownAlready { word: "projects".to_owned() });
            }
            parts.retain(|part| *part != Part::Projects);
        }
        let text = check.prose(doc, "text");
        if parts.is_empty() && text.is_none() {
            if !has_parts {
                check.report_at(doc.here(), ProblemKind::Missing { property: "parts" });
            }
            return None;
        }
        shown_parts.extend(parts.iter().filter(|part| **part != Part::Projects).copied());
        shown_kinds.extend(own.iter().copied());
        if let Some(print) = check.choice(doc, "print", "way to print", PRINTS) {
            prints.extend(own.iter().map(|kind| (*kind, Print::ALL[print].0)));
        }
        let usual = || parts.first().map(|part| usual_name(check, *part, &own, portfolio));
        let Some((name, title)) = title.map(|title| (title.clone(), title)).or_else(usual) else {
            check.report_at(doc.here(), ProblemKind::Missing { property: "title" });
            return None;
        };
        let id = check.element_id(doc, &name, &mut taken);
        let by_kind = !all && own.len() > 1;
        let nav = doc.flag("nav").unwrap_or(true);
        Some(Section { id, title, number, intro, text, parts, kinds: own, by_kind, nav })
    });
    (sections, prints)
}

fn usual(check: &Check, portfolio: &Portfolio, taken: &mut BTreeSet<String>) -> Vec<Section> {
    let mut sections = Vec::new();
    for (_, all, kinds) in USUAL {
        let mut parts = all.to_vec();
        parts.retain(|part| has_something(*part, kinds, portfolio));
        // What is there alone gives the section its name; else the first that may be there does.
        let part = match parts[..] {
            [] => continue,
            [only] if Part::RECORDS.contains(&only) => only,
            _ => all[0],
        };
        let (id, title) = usual_name(check, part, kinds, portfolio);
        let number = sections.len() + 1;
        sections.push(Section {
            id: free(id, taken),
            title,
            number: Some(if number < 10 { "0".to_owned() + &number.to_string() } else { number.to_string() }),
            intro: None,
            text: None,
            parts,
            kinds: kinds.to_vec(),
            by_kind: false,
            nav: true,
        });
    }
    sections
}

/// The hash and the title of a section with this part first, unless it says so itself. Addresses are the same in all languages, but
/// for what the file has a name of its own for.
fn usual_name(check: &Check, part: Part, kinds: &[ProjectKind], portfolio: &Portfolio) -> (String, String) {
    // Of several kinds the first doesn't speak for the others.
    let kind = if let [kind] = kinds { *kind } else { ProjectKind::Project };
    let title = match part {
        Part::Projects => portfolio.kind(kind).plural.clone(),
        part => part.title(portfolio.words).to_owned(),
    };
    if let Some(plural) = check.plurals[kind as usize].as_ref().filter(|_| part == Part::Projects) {
        return (id::slug(plural), title);
    }
    let is_own =
        |(_, parts, of): &&(&str, &[Part], &[ProjectKind])| parts.contains(&part) && (of.is_empty() || **of == [kind]);
    let hash = if Part::RECORDS.contains(&part) { None } else { USUAL.iter().find(is_own) };
    (hash.map_or(part.as_str(), |(id, ..)| *id).to_owned(), title)
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
        records => !portfolio.records(records).is_empty(),
    }
}

/// Those of `kinds` that a project has.
fn showing(kinds: &[ProjectKind], portfolio: &Portfolio) -> Vec<ProjectKind> {
    let there = |kind: &&ProjectKind| portfolio.projects.iter().any(|project| project.kind == **kind);
    kinds.iter().filter(there).copied().collect()
}

/// The id itself where it is sound and free, else the nearest that is; remembers it.
fn free(wanted: String, taken: &mut BTreeSet<String>) -> String {
    let wanted = if wanted.is_empty() { "section".to_owned() } else { wanted };
    let mut id = if id::fits_element(&wanted) { wanted } else { "section-".to_owned() + &wanted };
    while !taken.insert(id.clone()) {
        id = id + "-" + &(taken.len() + 1).to_string();
    }
    id
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
    fn element_id(&mut self, doc: &mut Doc, title: &str, taken: &mut BTreeSet<String>) -> String {
        let Some(asked) = doc.text("id") else {
            return free(id::slug(&self.original_of(doc, "title", title)), taken);
        };
        let sound = id::fits_element(&asked);
        let wanted = if sound { asked.clone() } else { id::slug(&asked) };
        let fixed = free(wanted, taken);
        if !sound {
            let id = excerpt(&asked);
            let fixed = fixed.clone();
            let reserved = id::fits_path(&asked) && id::slug(&asked) == asked && asked.starts_with(char::is_alphabetic);
            let kind = if reserved { ProblemKind::ReservedId { id, fixed } } else { ProblemKind::BadId { id, fixed } };
            self.report(&doc.at("id"), kind);
        } else if fixed != asked {
            self.report(&doc.at("id"), ProblemKind::TakenId { what: "section", id: asked });
        }
        fixed
    }
}
