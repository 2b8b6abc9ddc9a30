//! Projects and their kinds.

use super::Check;
use crate::model::document::{DecisionDoc, ImpactDoc, ProjectDoc, ProjectKindDoc};
use crate::model::id::Names;
use crate::model::json_path::At;
use crate::model::list::List;
use crate::model::portfolio::{Decision, DiagramId, Impact, KindNames, Project, ProjectKind};

/// `diagrams`: positions of diagrams by the id in the file.
pub fn projects(list: List<ProjectDoc>, diagrams: &Names, check: &mut Check) -> Vec<Project> {
    let found = check.each(list, &At::top("projects"), |check, doc, at| {
        let project = project(doc, diagrams, at, check)?;
        Some((at.key("id").path(), project))
    });
    check.first_of_each(found, "project", |project| &project.id)
}

fn project(doc: ProjectDoc, diagrams: &Names, at: &At, check: &mut Check) -> Option<Project> {
    let id = check.path_id(doc.id, &at.key("id"))?;
    let title = check.name(doc.title, &at.key("title"))?;
    let kind = doc.kind.and_then(|kind| check.project_kind(&kind, &at.key("kind"))).unwrap_or_default();
    let diagram = doc.diagram.and_then(|id| {
        let found = diagrams.get(&id);
        if found.is_none() {
            check.report_unknown(&at.key("diagram"), "diagram", &id, diagrams);
        }
        found.map(|position| DiagramId(position as u32))
    });
    Some(Project {
        kind,
        title,
        path: check.line(doc.path, &at.key("path")).unwrap_or_else(|| "~/projects/".to_owned() + &id),
        role: check.line(doc.role, &at.key("role")),
        period: doc.period.and_then(|doc| check.period(&doc.start, doc.end.as_deref(), &at.key("period"))),
        summary: check.prose(doc.summary, &at.key("summary")),
        problem: check.prose(doc.problem, &at.key("problem")),
        solution: check.prose(doc.solution, &at.key("solution")),
        architecture: check.prose(doc.architecture, &at.key("architecture")),
        decision: doc.decision.and_then(|doc| decision(doc, &at.key("decision"), check)),
        impact: doc.impact.and_then(|doc| impact(doc, &at.key("impact"), check)),
        lessons: check.proses(doc.lessons, &at.key("lessons")),
        technologies: check.technologies(doc.technologies, &at.key("technologies")),
        links: check.links(doc.links, &at.key("links")),
        diagram,
        id,
    })
}

fn decision(doc: DecisionDoc, at: &At, check: &mut Check) -> Option<Decision> {
    Some(Decision {
        chosen: check.text(doc.chosen, &at.key("chosen"))?,
        rejected: check.prose(doc.rejected, &at.key("rejected")),
        reason: check.prose(doc.reason, &at.key("reason")),
        revisit: check.prose(doc.revisit, &at.key("revisit")),
    })
}

fn impact(doc: ImpactDoc, at: &At, check: &mut Check) -> Option<Impact> {
    let impact = Impact {
        figure: check.line(doc.figure, &at.key("figure")),
        label: check.line(doc.label, &at.key("label")),
        text: check.prose(doc.text, &at.key("text")),
        points: check.proses(doc.points, &at.key("points")),
    };
    let silent = impact.figure.is_none() && impact.text.is_none() && impact.points.is_empty();
    (!silent).then_some(impact)
}

/// The built-in names and labels, with those of the file over them.
pub fn kinds(list: List<ProjectKindDoc>, check: &mut Check) -> [KindNames; 3] {
    let mut kinds = [("Project", "Projects"), ("Case study", "Case studies"), ("Initiative", "Initiatives")].map(named);
    check.each(list, &At::top("projectKinds"), |check, doc, at| {
        let kind = &mut kinds[check.project_kind(&doc.id, &at.key("id"))? as usize];
        check.rename(&mut kind.title, doc.title, &at.key("title"));
        check.rename(&mut kind.plural, doc.plural, &at.key("plural"));
        let labels = doc.labels.unwrap_or_default();
        let at = &at.key("labels");
        check.rename(&mut kind.problem, labels.problem, &at.key("problem"));
        check.rename(&mut kind.solution, labels.solution, &at.key("solution"));
        check.rename(&mut kind.architecture, labels.architecture, &at.key("architecture"));
        check.rename(&mut kind.decision, labels.decision, &at.key("decision"));
        check.rename(&mut kind.impact, labels.impact, &at.key("impact"));
        check.rename(&mut kind.lessons, labels.lessons, &at.key("lessons"));
        Some(())
    });
    kinds
}

fn named((title, plural): (&str, &str)) -> KindNames {
    KindNames {
        title: title.to_owned(),
        plural: plural.to_owned(),
        problem: "Problem".to_owned(),
        solution: "Solution".to_owned(),
        architecture: "Architecture".to_owned(),
        decision: "Key decision".to_owned(),
        impact: "Impact".to_owned(),
        lessons: "Lessons".to_owned(),
    }
}

impl Check {
    pub(super) fn project_kind(&mut self, word: &str, at: &At) -> Option<ProjectKind> {
        let names = ProjectKind::ALL.map(|(_, name)| name);
        self.word(at, "kind of project", word, &names).map(|position| ProjectKind::ALL[position].0)
    }

    fn rename(&mut self, name: &mut String, by: Option<String>, at: &At) {
        if let Some(by) = self.line(by, at) {
            *name = by;
        }
    }
}
