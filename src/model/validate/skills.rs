//! The radar, groups of skills, short lists and single strengths.

use super::Check;
use crate::model::document::{CompetencyDoc, FocusDoc, RadarDoc, SkillsDoc};
use crate::model::json_path::At;
use crate::model::list::List;
use crate::model::portfolio::{Axis, Competency, Focus, Radar, Skill, SkillGroup};
use crate::model::problem::ProblemKind;

/// The values a radar's rim can have.
const RIM: (f64, f64) = (0.001, 1e6);
/// The most years of use that are believed.
const MOST_YEARS: f64 = 80.0;

pub fn skills(doc: Option<SkillsDoc>, check: &mut Check) -> (Option<Radar>, Vec<SkillGroup>) {
    let Some(doc) = doc else { return (None, Vec::new()) };
    let at = At::top("skills");
    let radar = doc.radar.and_then(|doc| radar(doc, &at.key("radar"), check));
    let groups = check.each(doc.groups, &at.key("groups"), |check, doc, at| {
        let title = check.name(doc.title, &at.key("title"))?;
        let entries = check.each(doc.entries, &at.key("entries"), |check, doc, at| {
            Some(Skill {
                technology: check.technology(&doc.technology, &at.key("technology"))?,
                years: doc.years.map(|years| check.clamped(years, MOST_YEARS, &at.key("years"))),
                context: check.prose(doc.context, &at.key("context")),
            })
        });
        if entries.is_empty() {
            check.report(&at.key("entries"), ProblemKind::NoneLeft { what: "entry" });
            return None;
        }
        Some(SkillGroup { title, entries })
    });
    (radar, groups)
}

fn radar(doc: RadarDoc, at: &At, check: &mut Check) -> Option<Radar> {
    let max = match doc.max {
        Some(max) if (RIM.0..=RIM.1).contains(&max) => max,
        Some(number) => {
            check.report(&at.key("max"), ProblemKind::OutOfRange { number, min: RIM.0, max: RIM.1 });
            100.0
        }
        None => 100.0,
    };
    let axes = check.each(doc.axes, &at.key("axes"), |check, doc, at| {
        Some(Axis {
            label: check.name(doc.label, &at.key("label"))?,
            value: check.clamped(doc.value, max, &at.key("value")),
            evidence: check.prose(doc.evidence, &at.key("evidence")),
            technologies: check.technologies(doc.technologies, &at.key("technologies")),
        })
    });
    if axes.len() < 3 {
        check.report(&at.key("axes"), ProblemKind::TooFewAxes { count: axes.len() });
        return None;
    }
    let title = check.line(doc.title, &at.key("title")).unwrap_or_else(|| "skill.radar()".to_owned());
    Some(Radar { title, max, axes })
}

pub fn focus(list: List<FocusDoc>, check: &mut Check) -> Vec<Focus> {
    check.each(list, &At::top("focus"), |check, doc, at| {
        let focus = Focus {
            title: check.name(doc.title, &at.key("title"))?,
            technologies: check.technologies(doc.technologies, &at.key("technologies")),
            items: check.proses(doc.items, &at.key("items")),
        };
        if focus.technologies.is_empty() && focus.items.is_empty() {
            check.report(at, ProblemKind::NoneLeft { what: "technology or item" });
            return None;
        }
        Some(focus)
    })
}

pub fn competencies(list: List<CompetencyDoc>, check: &mut Check) -> Vec<Competency> {
    check.each(list, &At::top("competencies"), |check, doc, at| {
        Some(Competency {
            title: check.name(doc.title, &at.key("title"))?,
            text: check.text(doc.text, &at.key("text"))?,
        })
    })
}

impl Check {
    /// A number from 0 to `max`; reports one beyond and takes the nearer end.
    fn clamped(&mut self, number: f64, max: f64, at: &At) -> f64 {
        if !(0.0..=max).contains(&number) {
            self.report(at, ProblemKind::OutOfRange { number, min: 0.0, max });
        }
        // `max` and `min` pass over a NaN where `clamp` keeps it; adding 0 turns -0 into 0.
        number.max(0.0).min(max) + 0.0
    }
}
