//! What the start page shows.

use super::project::ProjectKind;
use crate::markdown::Markdown;

/// A section of the start page.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The section's hash; unique, and a valid, clash-free element id.
    pub id: String,
    /// Such as `projects`.
    pub title: String,
    /// Such as `01`.
    pub number: Option<String>,
    /// A line or two below the title.
    pub intro: Option<Markdown>,
    /// What it holds, in order; never empty, and every part has something to show.
    pub parts: Vec<Part>,
    /// Which kinds of project a `Projects` part shows, in order; never empty where there is one.
    pub kinds: Vec<ProjectKind>,
    /// Whether the header links to it.
    pub nav: bool,
}

/// What a section can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// [`Profile::about`](super::Profile::about).
    About,
    /// [`Portfolio::focus`](super::Portfolio::focus).
    Focus,
    /// [`Portfolio::projects`](super::Portfolio::projects) of the section's kinds, with the filter.
    Projects,
    /// [`Portfolio::diagrams`](super::Portfolio::diagrams).
    Diagrams,
    /// [`Portfolio::experience`](super::Portfolio::experience).
    Experience,
    /// [`Portfolio::radar`](super::Portfolio::radar).
    Radar,
    /// [`Portfolio::skills`](super::Portfolio::skills).
    Skills,
    /// [`Portfolio::contributions`](super::Portfolio::contributions).
    Contributions,
    /// [`Portfolio::writing`](super::Portfolio::writing).
    Writing,
    /// [`Portfolio::competencies`](super::Portfolio::competencies).
    Competencies,
    /// [`Portfolio::contact`](super::Portfolio::contact).
    Contact,
}

impl Part {
    /// Every part with the name the file uses.
    pub const ALL: [(Self, &'static str); 11] = [
        (Self::About, "about"),
        (Self::Focus, "focus"),
        (Self::Projects, "projects"),
        (Self::Diagrams, "diagrams"),
        (Self::Experience, "experience"),
        (Self::Radar, "radar"),
        (Self::Skills, "skills"),
        (Self::Contributions, "contributions"),
        (Self::Writing, "writing"),
        (Self::Competencies, "competencies"),
        (Self::Contact, "contact"),
    ];
}
