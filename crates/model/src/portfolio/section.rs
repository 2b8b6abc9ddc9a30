//! What the start page shows.

use vitrine_words::Words;

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
    /// What it says itself, before its parts.
    pub text: Option<Markdown>,
    /// What it holds, in order; never empty unless it says something itself, and every part has something to show.
    pub parts: Vec<Part>,
    /// Which kinds of project a `Projects` part shows, in order; never empty where there is one.
    pub kinds: Vec<ProjectKind>,
    /// Whether its projects stand kind by kind; else in one list.
    pub by_kind: bool,
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
    /// Degrees, schools, courses.
    Education,
    /// Certificates and licences.
    Certificates,
    /// Papers, books, chapters.
    Publications,
    /// Talks and workshops.
    Talks,
    /// Patents.
    Patents,
    /// Languages that people speak.
    Languages,
    /// Awards and honours.
    Awards,
    /// Work for nobody's profit.
    Volunteering,
    /// What others say.
    Testimonials,
    /// Societies and committees.
    Memberships,
    /// What the person likes beside work.
    Interests,
}

impl Part {
    /// Every part with the name the file uses.
    pub const ALL: [(Self, &'static str); 22] = [
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
        (Self::Education, "education"),
        (Self::Certificates, "certificates"),
        (Self::Publications, "publications"),
        (Self::Talks, "talks"),
        (Self::Patents, "patents"),
        (Self::Languages, "languages"),
        (Self::Awards, "awards"),
        (Self::Volunteering, "volunteering"),
        (Self::Testimonials, "testimonials"),
        (Self::Memberships, "memberships"),
        (Self::Interests, "interests"),
    ];

    /// Those that show [`Portfolio::records`](super::Portfolio::records).
    pub const RECORDS: [Self; 11] = [
        Self::Education,
        Self::Certificates,
        Self::Publications,
        Self::Talks,
        Self::Patents,
        Self::Languages,
        Self::Awards,
        Self::Volunteering,
        Self::Testimonials,
        Self::Memberships,
        Self::Interests,
    ];

    /// What visitors read above it where it is alone in a section; that of projects is a matter of their kind.
    pub fn title(self, words: Words) -> &'static str {
        match self {
            Self::About => words.section_about(),
            Self::Projects => words.kind_projects(),
            Self::Diagrams => words.section_architecture(),
            Self::Experience => words.section_experience(),
            Self::Radar | Self::Skills => words.section_skills(),
            Self::Focus | Self::Competencies => words.section_strengths(),
            Self::Contributions => words.section_activity(),
            Self::Writing => words.section_writing(),
            Self::Contact => words.section_contact(),
            Self::Education => words.section_education(),
            Self::Certificates => words.section_certificates(),
            Self::Publications => words.section_publications(),
            Self::Talks => words.section_talks(),
            Self::Patents => words.section_patents(),
            Self::Languages => words.section_languages(),
            Self::Awards => words.section_awards(),
            Self::Volunteering => words.section_volunteering(),
            Self::Testimonials => words.section_testimonials(),
            Self::Memberships => words.section_memberships(),
            Self::Interests => words.section_interests(),
        }
    }

    /// The name that the file uses.
    pub fn as_str(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// Which projects of a section are printed in full.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// All.
    All,
    /// Those that are featured, or the first dozen.
    Featured,
}

impl Print {
    /// Both with the words of the file.
    pub const ALL: [(Self, &'static str); 2] = [(Self::All, "all"), (Self::Featured, "featured")];
}
