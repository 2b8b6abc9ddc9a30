//! The checked, immutable portfolio: the promise everything downstream relies on.
//!
//! Holding a [`Portfolio`] proves that every id in it resolves, every link passed the gate, every date is a
//! real one, ids are unique and numbers finite. Nothing here is ever changed after [`super::read`] returns.
//!
//! What a page holds ([`Portfolio::excerpt`]) keeps that promise, but not what types say of their completeness: a diagram that it
//! only names has no nodes, a section may show what other pages hold, and counts are those of the whole.

mod article;
mod contributions;
mod diagram;
mod experience;
mod flow;
mod period;
mod profile;
mod project;
mod record;
mod section;
mod skill;
mod technology;
mod theme;

pub use article::{Article, Passage};
pub use contributions::{Contributions, WeekStart};
pub use diagram::{Diagram, DiagramId, Edge, EdgeKind, Group, Node, NodeKind, Place};
pub use experience::{Employer, Role};
pub use flow::{Branch, Flow, FlowStep, Fragment, FragmentKind, StepKind, Way};
pub use period::{End, Period, PeriodDate};
pub use profile::{Contact, Link, Metric, Profile};
pub use project::{Decision, Impact, KindNames, Project, ProjectKind};
pub use record::{Record, Records};
pub use section::{Part, Print, Section};
pub use skill::{Axis, Competency, Focus, Radar, Skill, SkillGroup, years};
pub use technology::{TechId, Technology};
pub use theme::{Scheme, Theme, ThemeName};

use vitrine_words::Words;

use super::href::Href;

/// A whole portfolio.
#[derive(Debug, Clone, PartialEq)]
pub struct Portfolio {
    /// The language it is read in, as a BCP 47 tag.
    pub language: String,
    /// All languages that the file is written in, by tag, the usual one first.
    pub languages: Vec<String>,
    /// What its pages say themselves.
    pub words: Words,
    /// Where the site's start page is published: an https address without query or hash.
    pub site: Option<Href>,
    /// The look of the site.
    pub theme: Theme,
    /// The file of the site's icon, by its place beside the portfolio. Pages don't need it.
    pub icon: Option<String>,
    /// Whose portfolio this is.
    pub profile: Profile,
    /// The figures below the hero.
    pub metrics: Vec<Metric>,
    /// Every technology that occurs, in the file's order.
    pub technologies: Vec<Technology>,
    /// What the start page shows, in order. Holds no section that would be empty.
    pub sections: Vec<Section>,
    /// Projects of every kind as the start page has them: by section and kind, those that are featured first, otherwise
    /// in the file's order.
    pub projects: Vec<Project>,
    /// Employers, in the file's order.
    pub experience: Vec<Employer>,
    /// The radar, if there is one.
    pub radar: Option<Radar>,
    /// Groups of skills.
    pub skills: Vec<SkillGroup>,
    /// Short lists.
    pub focus: Vec<Focus>,
    /// Short texts on single strengths.
    pub competencies: Vec<Competency>,
    /// Architecture diagrams.
    pub diagrams: Vec<Diagram>,
    /// The contribution graph's days, if there are any.
    pub contributions: Option<Contributions>,
    /// Articles and posts.
    pub writing: Vec<Article>,
    /// What else belongs to a career, each kind once, in the order of [`Part::RECORDS`].
    pub records: Vec<Records>,
    /// How to get in touch.
    pub contact: Option<Contact>,
    /// Names and labels of the kinds of project, indexed by [`ProjectKind`].
    pub kinds: [KindNames; 3],
}

impl Portfolio {
    /// The absolute address of the start page, with a slash at its end, if the portfolio says where it is published.
    pub fn homepage(&self) -> Option<String> {
        let site = self.site.as_ref()?;
        Some([site.as_str().trim_end_matches('/'), "/"].concat())
    }

    /// The technology an id stands for.
    pub fn technology(&self, id: TechId) -> &Technology {
        &self.technologies[id.0 as usize]
    }

    /// The diagram an id stands for.
    pub fn diagram(&self, id: DiagramId) -> &Diagram {
        &self.diagrams[id.0 as usize]
    }

    /// The diagrams that one is inside of, the innermost first, each with the id of the node that leads on.
    pub fn around(&self, id: DiagramId) -> Vec<(DiagramId, &str)> {
        let outer = |id: DiagramId| self.diagram(id).inside.as_ref().map(|(outer, node)| (*outer, node.as_str()));
        std::iter::successors(outer(id), |(inner, _)| outer(*inner)).collect()
    }

    /// The article that has a page with this id, if there is one.
    pub fn article(&self, id: &str) -> Option<&Article> {
        self.writing.iter().find(|article| article.id.as_deref() == Some(id))
    }

    /// The project with this id, if there is one.
    pub fn project(&self, id: &str) -> Option<&Project> {
        self.projects.iter().find(|project| project.id == id)
    }

    /// The section that lists a project, if there is one.
    pub fn section_of(&self, project: &Project) -> Option<&Section> {
        self.sections.iter().find(|section| section.kinds.contains(&project.kind))
    }

    /// What stands for the diagram with this id, if there is one.
    pub fn diagram_id(&self, id: &str) -> Option<DiagramId> {
        self.diagrams.iter().position(|diagram| diagram.id == id).map(|at| DiagramId(at as u32))
    }

    /// The diagram with this id, if there is one.
    pub fn diagram_by_id(&self, id: &str) -> Option<&Diagram> {
        self.diagrams.iter().find(|diagram| diagram.id == id)
    }

    /// The records that a part shows; none where it shows something else.
    pub fn records(&self, part: Part) -> &[Record] {
        self.records.iter().find(|records| records.part == part).map_or(&[], |records| &records.entries)
    }

    /// The names and labels of a kind of project.
    pub fn kind(&self, kind: ProjectKind) -> &KindNames {
        &self.kinds[kind as usize]
    }

    /// The projects that use a technology, in their order.
    pub fn projects_using(&self, technology: TechId) -> impl Iterator<Item = &Project> {
        self.projects.iter().filter(move |project| project.technologies.contains(&technology))
    }
}
