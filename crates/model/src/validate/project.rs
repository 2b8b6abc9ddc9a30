//! Projects and their kinds.

use std::collections::BTreeMap;

use vitrine_lean::sort::sorted;
use vitrine_words::Words;

use super::Check;
use super::words;
use crate::doc::Doc;
use crate::id::{self, Names};
use crate::json_path::JsonPath;
use crate::portfolio::{Decision, DiagramId, Impact, KindNames, Portfolio, Print, Project, ProjectKind, Section};

/// The kinds of project as the file writes them.
pub const KINDS: &[&str] = &words(ProjectKind::ALL);

/// The projects, those that are featured first, and how many these are; `diagrams`: positions of diagrams by the id in
/// the file.
pub fn projects(check: &mut Check, doc: &mut Doc, diagrams: &Names) -> (Vec<Project>, usize) {
    let (mut ids, mut asked): (Vec<(JsonPath, String)>, Vec<bool>) = (Vec::new(), Vec::new());
    let mut featured = Vec::new();
    let mut projects = check.each(doc, "projects", |check, doc| {
        let is_asked = doc.has("id");
        let is_featured = doc.flag("featured").unwrap_or(false);
        let project = project(check, doc, diagrams)?;
        asked.push(is_asked);
        featured.push(is_featured);
        ids.push((doc.path("id"), project.id.clone()));
        Some(project)
    });
    // Two projects may well have one title; an id that is written comes before those that are made of titles.
    let mut taken: BTreeMap<String, usize> =
        ids.iter().zip(&asked).filter(|(_, asked)| **asked).map(|((_, id), _)| (id.clone(), 1)).collect();
    for (at, project) in projects.iter_mut().enumerate().filter(|(at, _)| !asked[*at]) {
        project.id = id::free(&project.id, &mut taken);
        ids[at].1.clone_from(&project.id);
    }
    let (mut front, mut rest) = (Vec::new(), Vec::new());
    for ((project, is_first), is_featured) in projects.into_iter().zip(check.firsts("project", ids)).zip(featured) {
        if is_first {
            if is_featured { &mut front } else { &mut rest }.push(project);
        }
    }
    let count = front.len();
    front.append(&mut rest);
    (front, count)
}

fn project(check: &mut Check, doc: &mut Doc, diagrams: &Names) -> Option<Project> {
    let asked = doc.text("id");
    let title = check.name(doc, "title")?;
    let id = check.id_or(asked, ("title", &title), doc, "project")?;
    let kind = check.choice(doc, "kind", "kind of project", KINDS);
    let kind = kind.map_or(ProjectKind::default(), |position| ProjectKind::ALL[position].0);
    let diagram = doc.text("diagram").and_then(|id| {
        let found = diagrams.get(&id);
        if found.is_none() {
            check.report_unknown(doc.path("diagram"), "diagram", &id, diagrams);
        }
        found.map(|position| DiagramId(position as u32))
    });
    Some(Project {
        kind,
        path: check.line(doc, "path").unwrap_or_else(|| "~/projects/".to_owned() + &id),
        role: check.line(doc, "role"),
        period: check.part(doc, "period", Check::dates).flatten(),
        summary: check.prose(doc, "summary"),
        problem: check.prose(doc, "problem"),
        solution: check.prose(doc, "solution"),
        architecture: check.prose(doc, "architecture"),
        decision: check.part(doc, "decision", decision).flatten(),
        impact: check.part(doc, "impact", impact).flatten(),
        lessons: check.proses(doc, "lessons"),
        technologies: check.technologies(doc),
        figures: check.figures(doc, &title),
        links: check.links(doc, "links", None),
        diagram,
        title,
        updated: check.date(doc, "updated", "it as 2025, 2025-03 or 2025-03-14"),
        brief: false,
        id,
    })
}

/// Puts the projects in the order in which the start page has them, and decides which are brief in print. The first
/// `featured` of them are featured; `print` is how to print those of a kind, where the file says so.
pub fn arrange(portfolio: &mut Portfolio, featured: usize, print: &[(ProjectKind, Print)]) {
    let sections = &portfolio.sections;
    let place = |project: &Project| {
        let at = |(section, own): (usize, &Section)| {
            let kind = own.kinds.iter().position(|kind| *kind == project.kind)?;
            Some((section, if own.by_kind { kind } else { 0 }))
        };
        sections.iter().enumerate().find_map(at).unwrap_or((sections.len(), 0))
    };
    let places: Vec<(usize, usize)> = portfolio.projects.iter().map(place).collect();
    let order = sorted(places.len(), &|a, b| places[a].cmp(&places[b]));
    let mut projects: Vec<Option<Project>> = std::mem::take(&mut portfolio.projects).into_iter().map(Some).collect();
    let of_section = |section: usize| places.iter().filter(move |(other, _)| *other == section).count();
    let (mut section, mut count) = (usize::MAX, 0);
    for at in order {
        let Some(mut project) = projects[at].take() else { continue };
        if section != places[at].0 {
            (section, count) = (places[at].0, 0);
        }
        count += 1;
        let told = print.iter().find(|(kind, _)| *kind == project.kind).map(|(_, print)| *print);
        let all = if of_section(section) > Project::DOZEN { Print::Featured } else { Print::All };
        let is_any_featured = places[..featured].iter().any(|(other, _)| *other == section);
        let is_in_front = if is_any_featured { at < featured } else { count <= Project::DOZEN };
        project.brief = told.unwrap_or(all) == Print::Featured && !is_in_front;
        portfolio.projects.push(project);
    }
}

fn decision(check: &mut Check, doc: &mut Doc) -> Option<Decision> {
    Some(Decision {
        chosen: check.text(doc, "chosen")?,
        rejected: check.prose(doc, "rejected"),
        reason: check.prose(doc, "reason"),
        revisit: check.prose(doc, "revisit"),
    })
}

fn impact(check: &mut Check, doc: &mut Doc) -> Option<Impact> {
    let impact = Impact {
        figure: check.line(doc, "figure"),
        label: check.line(doc, "label"),
        text: check.prose(doc, "text"),
        points: check.proses(doc, "points"),
    };
    let silent = impact.figure.is_none() && impact.text.is_none() && impact.points.is_empty();
    (!silent).then_some(impact)
}

/// The built-in names and labels, with those of the file over them.
pub fn kinds(check: &mut Check, doc: &mut Doc) -> [KindNames; 3] {
    let mut kinds = ProjectKind::ALL.map(|(kind, _)| kind_names(kind, check.heard.words));
    check.each(doc, "projectKinds", |check, doc| {
        let position = check.choice(doc, "id", "kind of project", KINDS)?;
        let kind = &mut kinds[position];
        rename(check, doc, &mut [("title", &mut kind.title), ("plural", &mut kind.plural)]);
        check.plurals[position] = Some(check.original_of(doc, "plural", &kind.plural));
        check.part(doc, "labels", |check, doc| {
            let labels = &mut [
                ("problem", &mut kind.problem),
                ("solution", &mut kind.solution),
                ("architecture", &mut kind.architecture),
                ("decision", &mut kind.decision),
                ("impact", &mut kind.impact),
                ("lessons", &mut kind.lessons),
            ];
            rename(check, doc, labels);
        })
    });
    kinds
}

fn rename(check: &mut Check, doc: &mut Doc, names: &mut [(&str, &mut String)]) {
    for (property, name) in names {
        if let Some(by) = check.line(doc, property) {
            **name = by;
        }
    }
}

/// The built-in names and labels of a kind.
pub fn kind_names(kind: ProjectKind, words: Words) -> KindNames {
    let (title, plural) = match kind {
        ProjectKind::Project => (words.kind_project(), words.kind_projects()),
        ProjectKind::CaseStudy => (words.kind_case_study(), words.kind_case_studies()),
        ProjectKind::Initiative => (words.kind_initiative(), words.kind_initiatives()),
    };
    KindNames {
        title: title.to_owned(),
        plural: plural.to_owned(),
        problem: words.project_problem().to_owned(),
        solution: words.project_solution().to_owned(),
        architecture: words.project_architecture().to_owned(),
        decision: words.project_decision().to_owned(),
        impact: words.project_impact().to_owned(),
        lessons: words.project_lessons().to_owned(),
    }
}
