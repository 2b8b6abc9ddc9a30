//! What the person built.

use super::diagram::DiagramId;
use super::period::Period;
use super::profile::Link;
use super::technology::TechId;
use crate::date::PartialDate;
use crate::markdown::Markdown;

/// A project, case study or initiative.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Project {
    /// The last part of its address; unique.
    pub id: String,
    /// What sort of work it is.
    pub kind: ProjectKind,
    /// Its name.
    pub title: String,
    /// Shown in the window's title bar; `~/projects/{id}` where the file gives none.
    pub path: String,
    /// What the person did in it.
    pub role: Option<String>,
    /// When.
    pub period: Option<Period>,
    /// One or two sentences.
    pub summary: Option<Markdown>,
    /// What was wrong.
    pub problem: Option<Markdown>,
    /// What was done.
    pub solution: Option<Markdown>,
    /// How it is built.
    pub architecture: Option<Markdown>,
    /// The decision that mattered most.
    pub decision: Option<Decision>,
    /// What came of it.
    pub impact: Option<Impact>,
    /// What was learnt.
    pub lessons: Vec<Markdown>,
    /// No duplicates.
    pub technologies: Vec<TechId>,
    /// Source, talk, product.
    pub links: Vec<Link>,
    /// Its architecture diagram.
    pub diagram: Option<DiagramId>,
    /// Pictures and a video, as figures.
    pub figures: Option<Markdown>,
    /// When what it says last changed, where the file tells. Pages don't need it.
    pub updated: Option<PartialDate>,
    /// Whether one line of it is enough in print.
    pub brief: bool,
}

impl Project {
    /// As many are shown or printed in full before one chooses.
    pub const DOZEN: usize = 12;
}

/// What sort of work an entry of [`Portfolio::projects`](super::Portfolio::projects) is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ProjectKind {
    /// A system built.
    #[default]
    Project,
    /// A problem and how it was solved.
    CaseStudy,
    /// Something set in motion, told in a few lines.
    Initiative,
}

impl ProjectKind {
    /// Every kind with the name the file uses.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Project, "project"), (Self::CaseStudy, "case-study"), (Self::Initiative, "initiative")];
}

/// Names and labels of one kind of project.
#[derive(Debug, Clone, PartialEq)]
pub struct KindNames {
    /// One of them, such as `Case study`.
    pub title: String,
    /// Several of them, such as `Case studies`.
    pub plural: String,
    /// Heading of [`Project::problem`].
    pub problem: String,
    /// Heading of [`Project::solution`].
    pub solution: String,
    /// Heading of [`Project::architecture`].
    pub architecture: String,
    /// Heading of [`Project::decision`].
    pub decision: String,
    /// Heading of [`Project::impact`].
    pub impact: String,
    /// Heading of [`Project::lessons`].
    pub lessons: String,
}

/// A decision, what it was taken over, and when to take it again.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// What was chosen.
    pub chosen: Markdown,
    /// What was rejected.
    pub rejected: Option<Markdown>,
    /// Why.
    pub reason: Option<Markdown>,
    /// What would reopen it.
    pub revisit: Option<Markdown>,
}

/// What came of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct Impact {
    /// The headline figure.
    pub figure: Option<String>,
    /// What the figure counts.
    pub label: Option<String>,
    /// In words.
    pub text: Option<Markdown>,
    /// Single results.
    pub points: Vec<Markdown>,
}
