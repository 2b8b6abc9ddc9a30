//! Where the person worked.

use super::period::Period;
use super::technology::TechId;
use crate::href::Href;
use crate::markdown::Markdown;

/// An employer with at least one role held there.
#[derive(Debug, Clone, PartialEq)]
pub struct Employer {
    /// Its name.
    pub name: String,
    /// Its site.
    pub href: Option<Href>,
    /// Where.
    pub location: Option<String>,
    /// In the file's order; never empty.
    pub roles: Vec<Role>,
}

/// One role held at an employer.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    /// Such as `Senior SDE`.
    pub title: String,
    /// When, if the file says so.
    pub period: Option<Period>,
    /// The branch of the log it is drawn on; `main` unless the file says otherwise.
    pub branch: String,
    /// Labels on its commit.
    pub refs: Vec<String>,
    /// Seven hex digits made from employer, title and start: the same on every build.
    pub hash: String,
    /// One line.
    pub summary: Option<Markdown>,
    /// What was achieved.
    pub achievements: Vec<Markdown>,
    /// No duplicates.
    pub technologies: Vec<TechId>,
}
