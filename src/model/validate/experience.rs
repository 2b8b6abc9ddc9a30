//! Employers and the roles held there.

use super::Check;
use crate::model::document::{EmployerDoc, RoleDoc};
use crate::model::id;
use crate::model::json_path::At;
use crate::model::list::List;
use crate::model::portfolio::{Employer, Role};
use crate::model::problem::ProblemKind;

pub fn experience(list: List<EmployerDoc>, check: &mut Check) -> Vec<Employer> {
    check.each(list, &At::top("experience"), |check, doc, at| {
        let name = check.name(doc.name, &at.key("name"))?;
        let roles = check.each(doc.roles, &at.key("roles"), |check, doc, at| role(doc, &name, at, check));
        if roles.is_empty() {
            check.report(&at.key("roles"), ProblemKind::NoneLeft { what: "role" });
            return None;
        }
        Some(Employer {
            href: check.href(doc.url, &at.key("url")),
            location: check.line(doc.location, &at.key("location")),
            name,
            roles,
        })
    })
}

fn role(doc: RoleDoc, employer: &str, at: &At, check: &mut Check) -> Option<Role> {
    let title = check.name(doc.title, &at.key("title"))?;
    let period = check.period(&doc.start, doc.end.as_deref(), at)?;
    Some(Role {
        hash: id::short_hash(&[employer, &title, &doc.start]),
        title,
        period,
        branch: check.line(doc.branch, &at.key("branch")).unwrap_or_else(|| "main".to_owned()),
        refs: check.lines(doc.refs, &at.key("refs")),
        summary: check.prose(doc.summary, &at.key("summary")),
        achievements: check.proses(doc.achievements, &at.key("achievements")),
        technologies: check.technologies(doc.technologies, &at.key("technologies")),
    })
}
