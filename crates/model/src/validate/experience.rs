//! Employers and the roles held there.

use super::Check;
use crate::doc::Doc;
use crate::id;
use crate::portfolio::{Employer, PeriodDate, Role};
use crate::problem::ProblemKind;

pub fn experience(check: &mut Check, doc: &mut Doc) -> Vec<Employer> {
    check.each(doc, "experience", |check, doc| {
        let name = check.name(doc, "name")?;
        let mut roles = check.each(doc, "roles", |check, doc| role(check, doc, &name));
        // The only role may stand in the employer itself.
        let of_role = ["start", "end", "period", "summary", "achievements", "technologies"];
        if !doc.has("title") && of_role.iter().any(|property| doc.has(property)) {
            check.report_at(doc.here(), ProblemKind::RoleWithoutTitle);
        }
        roles.extend(role(check, doc, &name));
        if roles.is_empty() {
            check.report_at(doc.here(), ProblemKind::NoRole);
            return None;
        }
        Some(Employer { href: check.href(doc), location: check.line(doc, "location"), name, roles })
    })
}

fn role(check: &mut Check, doc: &mut Doc, employer: &str) -> Option<Role> {
    let title = check.name(doc, "title")?;
    let period = if doc.has("period") { check.part(doc, "period", Check::dates).flatten() } else { check.period(doc) };
    let start = period.and_then(|period| period.start).map(PeriodDate::iso).unwrap_or_default();
    Some(Role {
        hash: id::short_hash(&[employer, &title, &start]),
        title,
        period,
        branch: check.line(doc, "branch").unwrap_or_else(|| "main".to_owned()),
        refs: check.lines(doc, "refs"),
        summary: check.prose(doc, "summary"),
        achievements: check.proses(doc, "achievements"),
        technologies: check.technologies(doc),
    })
}
