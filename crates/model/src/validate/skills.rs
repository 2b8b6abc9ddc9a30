//! The radar, groups of skills, short lists and single strengths.

use super::Check;
use crate::doc::Doc;
use crate::portfolio::{Axis, Competency, Focus, Radar, Skill, SkillGroup};
use crate::problem::ProblemKind;

/// The values a radar's rim can have.
const RIM: (f64, f64) = (0.001, 1e6);
/// The most years of use that are believed.
const MOST_YEARS: f64 = 80.0;

pub fn skills(check: &mut Check, doc: &mut Doc) -> (Option<Radar>, Vec<SkillGroup>) {
    let radar = check.part(doc, "radar", radar).flatten();
    // What skills are called that are in no group: those that stand next to each other make one.
    let nameless = check.heard.words.section_skills();
    let mut groups: Vec<SkillGroup> = Vec::new();
    check.objects(doc, "groups", &mut |check, doc| {
        let title = check.line(doc, "title");
        let entries = check.each(doc, "entries", |check, doc| {
            Some(Skill {
                technology: check.technology(&doc.text("technology")?, &doc.at("technology"))?,
                years: check.clamped(doc, "years", MOST_YEARS),
                context: check.prose(doc, "context"),
            })
        });
        if entries.is_empty() {
            check.report(&doc.at("entries"), ProblemKind::NoneLeft { what: "entry" });
            return;
        }
        let is_nameless = |group: &&mut SkillGroup| title.is_none() && group.title == nameless;
        match groups.last_mut().filter(is_nameless) {
            Some(group) => group.entries.extend(entries),
            None => groups.push(SkillGroup { title: title.unwrap_or_else(|| nameless.to_owned()), entries }),
        }
    });
    (radar, groups)
}

fn radar(check: &mut Check, doc: &mut Doc) -> Option<Radar> {
    let max = match doc.number("max") {
        Some(max) if (RIM.0..=RIM.1).contains(&max) => max,
        Some(number) => {
            check.report(&doc.at("max"), ProblemKind::OutOfRange { number, min: RIM.0, max: RIM.1 });
            100.0
        }
        None => 100.0,
    };
    let axes = check.each(doc, "axes", |check, doc| {
        Some(Axis {
            label: check.name(doc, "label")?,
            value: check.clamped(doc, "value", max)?,
            evidence: check.prose(doc, "evidence"),
            technologies: check.technologies(doc),
        })
    });
    if axes.is_empty() {
        check.report(&doc.at("axes"), ProblemKind::NoneLeft { what: "axis" });
        return None;
    }
    let title = check.line(doc, "title").unwrap_or_else(|| "skill.radar()".to_owned());
    Some(Radar { title, max, axes })
}

pub fn focus(check: &mut Check, doc: &mut Doc) -> Vec<Focus> {
    check.each(doc, "focus", |check, doc| {
        let focus = Focus {
            title: check.name(doc, "title")?,
            technologies: check.technologies(doc),
            items: check.proses(doc, "items"),
        };
        if focus.technologies.is_empty() && focus.items.is_empty() {
            check.report_at(doc.here(), ProblemKind::NoneLeft { what: "technology or item" });
            return None;
        }
        Some(focus)
    })
}

pub fn competencies(check: &mut Check, doc: &mut Doc) -> Vec<Competency> {
    check.each(doc, "competencies", |check, doc| {
        Some(Competency { title: check.name(doc, "title")?, text: check.text(doc, "text")? })
    })
}

impl Check {
    /// A number from 0 to `max`; reports one beyond and takes the nearer end.
    fn clamped(&mut self, doc: &mut Doc, name: &str, max: f64) -> Option<f64> {
        let number = doc.number(name)?;
        if !(0.0..=max).contains(&number) {
            self.report(&doc.at(name), ProblemKind::OutOfRange { number, min: 0.0, max });
        }
        // `max` and `min` pass over a NaN where `clamp` keeps it; adding 0 turns -0 into 0.
        Some(number.max(0.0).min(max) + 0.0)
    }
}
