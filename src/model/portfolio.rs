//! The checked, immutable portfolio: the promise everything downstream relies on.
//!
//! Holding a [`Portfolio`] proves that every id in it resolves, every link passed the gate, every date is a
//! real one, ids are unique and numbers finite. Nothing here is ever changed after [`super::read`] returns.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::date::{Day, Month, PartialDate};
use super::href::Href;
use super::markdown::Markdown;

/// Position of a technology in [`Portfolio::technologies`]; always in range for the portfolio it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TechId(pub u32);

/// Position of a diagram in [`Portfolio::diagrams`]; always in range for the portfolio it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DiagramId(pub u32);

/// A whole portfolio.
#[derive(Debug, Clone, PartialEq)]
pub struct Portfolio {
    /// Where the site's start page is published: an https address without query or hash.
    pub site: Option<Href>,
    /// The look of the site.
    pub theme: Theme,
    /// Whose portfolio this is.
    pub profile: Profile,
    /// The figures below the hero.
    pub metrics: Vec<Metric>,
    /// Every technology that occurs, in the file's order.
    pub technologies: Vec<Technology>,
    /// What the start page shows, in order. Holds no section that would be empty.
    pub sections: Vec<Section>,
    /// Projects of every kind, in the file's order.
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

    /// The diagrams that one is inside of, the innermost first, each with the node that leads on. Where more than one
    /// opens the same, the first counts.
    pub fn around(&self, id: DiagramId) -> Vec<(DiagramId, &Node)> {
        let mut around: Vec<(DiagramId, &Node)> = Vec::new();
        let mut inside = id;
        while let Some((outer, node)) = self.opener(inside) {
            // Diagrams may open each other.
            if outer == id || around.iter().any(|(other, _)| *other == outer) {
                break;
            }
            around.push((outer, node));
            inside = outer;
        }
        around
    }

    fn opener(&self, inside: DiagramId) -> Option<(DiagramId, &Node)> {
        self.diagrams
            .iter()
            .zip(0..)
            .find_map(|(outer, at)| Some((DiagramId(at), outer.nodes.iter().find(|node| node.opens == Some(inside))?)))
    }

    /// The project with this id, if there is one.
    pub fn project(&self, id: &str) -> Option<&Project> {
        self.projects.iter().find(|project| project.id == id)
    }

    /// The section that lists a project, if there is one.
    pub fn section_of(&self, project: &Project) -> Option<&Section> {
        self.sections.iter().find(|section| section.kinds.contains(&project.kind))
    }

    /// The diagram with this id, if there is one.
    pub fn diagram_by_id(&self, id: &str) -> Option<&Diagram> {
        self.diagrams.iter().find(|diagram| diagram.id == id)
    }

    /// The names and labels of a kind of project.
    pub fn kind(&self, kind: ProjectKind) -> &KindNames {
        &self.kinds[kind as usize]
    }

    /// The projects that use a technology, in the file's order.
    pub fn projects_using(&self, technology: TechId) -> impl Iterator<Item = &Project> {
        self.projects.iter().filter(move |project| project.technologies.contains(&technology))
    }
}

/// The look of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Theme {
    /// Which set of tokens.
    pub name: ThemeName,
    /// What a first visit shows.
    pub scheme: Scheme,
}

/// A set of tokens in `style/theme/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeName {
    /// Phosphor on near-black, Inter.
    #[default]
    Terminal,
    /// Ink on warm paper, Source Serif.
    Paper,
    /// Cobalt on cool grey, Inter.
    Slate,
}

impl ThemeName {
    /// Every theme with the name the file uses.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Terminal, "terminal"), (Self::Paper, "paper"), (Self::Slate, "slate")];

    /// The name the file and `data-theme` use.
    pub fn as_str(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// Light, dark, or as the visitor's system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scheme {
    /// As the visitor's system says.
    #[default]
    System,
    /// Dark ink on a light ground.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

impl Scheme {
    /// Every scheme with the name the file, the toggle and the saved setting use.
    pub const ALL: [(Self, &'static str); 3] = [(Self::System, "system"), (Self::Light, "light"), (Self::Dark, "dark")];

    /// The name the file, the toggle and the saved setting use.
    pub fn as_str(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// Whose portfolio this is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    /// The person's name; never empty.
    pub name: String,
    /// The profession, in one line.
    pub headline: Option<String>,
    /// One or two sentences.
    pub tagline: Option<Markdown>,
    /// Where the person works from.
    pub location: Option<String>,
    /// What the person is open to.
    pub availability: Option<String>,
    /// Paragraphs.
    pub about: Vec<Markdown>,
    /// Profiles elsewhere.
    pub links: Vec<Link>,
}

/// A labelled link. Text from the file that is no acceptable link keeps its label and loses its target.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What the link says.
    pub label: String,
    /// Where it goes; `None` when the gate refused it, which shows as plain text.
    pub href: Option<Href>,
}

/// One figure with its context.
#[derive(Debug, Clone, PartialEq)]
pub struct Metric {
    /// As it is printed, such as `1.2M+` or `99.9`.
    pub value: String,
    /// Printed before the value.
    pub sign: Option<String>,
    /// Printed after the value.
    pub unit: Option<String>,
    /// What is counted.
    pub label: String,
    /// What stands behind the figure.
    pub context: Option<Markdown>,
}

/// An entry of the technology registry.
#[derive(Debug, Clone, PartialEq)]
pub struct Technology {
    /// As links and filters write it; unique.
    pub id: String,
    /// As visitors read it.
    pub name: String,
    /// Such as `language`.
    pub category: Option<String>,
    /// Other spellings a search accepts.
    pub aliases: Vec<String>,
    /// A simple-icons slug, where it is not the name; `none` for no icon.
    pub icon: Option<String>,
}

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
    /// [`Profile::about`].
    About,
    /// [`Portfolio::focus`].
    Focus,
    /// [`Portfolio::projects`] of the section's kinds, with the filter.
    Projects,
    /// [`Portfolio::diagrams`].
    Diagrams,
    /// [`Portfolio::experience`].
    Experience,
    /// [`Portfolio::radar`].
    Radar,
    /// [`Portfolio::skills`].
    Skills,
    /// [`Portfolio::contributions`].
    Contributions,
    /// [`Portfolio::writing`].
    Writing,
    /// [`Portfolio::competencies`].
    Competencies,
    /// [`Portfolio::contact`].
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

/// What sort of work an entry of [`Portfolio::projects`] is.
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

/// A project, case study or initiative.
#[derive(Debug, Clone, PartialEq)]
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
}

/// A span of months; without an end it lasts. Never ends before it starts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Period {
    /// First month.
    pub start: PeriodDate,
    /// Last month; `None` is "present".
    pub end: Option<PeriodDate>,
}

/// A month, or a year where the file names no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodDate {
    /// Shown as `2023`.
    Year(i32),
    /// Shown as `Oct 2023`.
    Month(Month),
}

impl PeriodDate {
    /// Its first month.
    pub fn first(self) -> Month {
        match self {
            Self::Year(year) => Month { year, month: 1 },
            Self::Month(month) => month,
        }
    }

    /// Its last month.
    pub fn last(self) -> Month {
        match self {
            Self::Year(year) => Month { year, month: 12 },
            Self::Month(month) => month,
        }
    }

    /// As the file writes it, for `datetime`.
    pub fn iso(self) -> String {
        PartialDate::from(self).iso()
    }
}

impl From<PeriodDate> for PartialDate {
    fn from(date: PeriodDate) -> Self {
        match date {
            PeriodDate::Year(year) => Self::Year(year),
            PeriodDate::Month(month) => Self::Month(month),
        }
    }
}

/// `2023` or `Oct 2023`.
impl fmt::Display for PeriodDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        PartialDate::from(*self).fmt(f)
    }
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
    /// When.
    pub period: Period,
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

/// A radar chart with at least three axes.
#[derive(Debug, Clone, PartialEq)]
pub struct Radar {
    /// Such as `skill.radar()`.
    pub title: String,
    /// The value at the rim; above 0.
    pub max: f64,
    /// Every value is within `0..=max`.
    pub axes: Vec<Axis>,
}

/// One axis of the radar.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Such as `System design`.
    pub label: String,
    /// Within `0..=max`.
    pub value: f64,
    /// What backs the value.
    pub evidence: Option<Markdown>,
    /// What backs the value, as technologies.
    pub technologies: Vec<TechId>,
}

/// A group of skills with at least one entry.
#[derive(Debug, Clone, PartialEq)]
pub struct SkillGroup {
    /// Such as `Data and storage`.
    pub title: String,
    /// Its entries.
    pub entries: Vec<Skill>,
}

/// One skill.
#[derive(Debug, Clone, PartialEq)]
pub struct Skill {
    /// What it is.
    pub technology: TechId,
    /// Years of use in production.
    pub years: Option<f64>,
    /// Where it really shipped.
    pub context: Option<Markdown>,
}

/// A short list with at least one entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Focus {
    /// Such as `Leadership focus`.
    pub title: String,
    /// Entries that are technologies.
    pub technologies: Vec<TechId>,
    /// Entries in words.
    pub items: Vec<Markdown>,
}

/// A short text on one strength.
#[derive(Debug, Clone, PartialEq)]
pub struct Competency {
    /// Its name.
    pub title: String,
    /// In words.
    pub text: Markdown,
}

/// An architecture diagram with at least one node.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagram {
    /// The last part of its address; unique. Empty for a diagram read from `?diagram-url=` without one.
    pub id: String,
    /// Shown after `diagram://`.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// What it shows.
    pub caption: Option<Markdown>,
    /// The boxes.
    pub nodes: Vec<Node>,
    /// The arrows.
    pub edges: Vec<Edge>,
    /// The boundaries; parents form no cycle.
    pub groups: Vec<Group>,
    /// What happens in it.
    pub flows: Arc<Vec<Flow>>,
}

/// A box of a diagram.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Unique within the diagram.
    pub id: String,
    /// As visitors read it.
    pub label: String,
    /// Decides its shape, icon and colour.
    pub kind: NodeKind,
    /// What it runs on.
    pub technology: Option<TechId>,
    /// What it does.
    pub description: Option<Markdown>,
    /// Position in [`Diagram::groups`] of the innermost group around it.
    pub group: Option<usize>,
    /// The diagram that shows what is inside, never the one it is in.
    pub opens: Option<DiagramId>,
    /// Where the file puts it, if it does.
    pub place: Place,
}

/// What the file says about a box's or boundary's place, in world px; `x, y` is the top-left corner, y down.
/// Every number is finite and within ±1e7; sizes are above 0.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Place {
    /// Top-left corner.
    pub at: Option<(f64, f64)>,
    /// Width and height.
    pub size: (Option<f64>, Option<f64>),
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NodeKind {
    /// A browser, an app.
    Client,
    /// A CDN, a load balancer.
    Edge,
    /// An API gateway.
    Gateway,
    /// A long-running process.
    #[default]
    Service,
    /// Runs per event.
    Function,
    /// A queue or topic.
    Queue,
    /// An ordered log.
    Stream,
    /// A system of record.
    Database,
    /// Fast, and may forget.
    Cache,
    /// Files and blobs.
    Storage,
    /// Somebody else's system.
    External,
    /// A human being.
    Person,
    /// Watches the others.
    Monitor,
    /// Runs on a schedule.
    Job,
}

impl NodeKind {
    /// Every kind with the name the file uses and the name visitors read.
    pub const ALL: [(Self, &'static str, &'static str); 14] = [
        (Self::Client, "client", "Client"),
        (Self::Edge, "edge", "Edge"),
        (Self::Gateway, "gateway", "Gateway"),
        (Self::Service, "service", "Service"),
        (Self::Function, "function", "Function"),
        (Self::Queue, "queue", "Queue"),
        (Self::Stream, "stream", "Stream"),
        (Self::Database, "database", "Database"),
        (Self::Cache, "cache", "Cache"),
        (Self::Storage, "storage", "Storage"),
        (Self::External, "external", "External system"),
        (Self::Person, "person", "Person"),
        (Self::Monitor, "monitor", "Monitoring"),
        (Self::Job, "job", "Scheduled job"),
    ];

    /// The name visitors read.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].2
    }
}

/// An arrow of a diagram.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Unique within the diagram.
    pub id: String,
    /// Position in [`Diagram::nodes`].
    pub source: usize,
    /// Position in [`Diagram::nodes`].
    pub target: usize,
    /// What passes.
    pub label: Option<String>,
    /// How it passes.
    pub kind: EdgeKind,
}

/// How something passes along an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum EdgeKind {
    /// The caller waits.
    #[default]
    Sync,
    /// Nobody waits; drawn dashed.
    Async,
    /// Data is read, written or copied.
    Data,
}

impl EdgeKind {
    /// Every kind with the name the file uses and the name visitors read.
    pub const ALL: [(Self, &'static str, &'static str); 3] =
        [(Self::Sync, "sync", "synchronous"), (Self::Async, "async", "asynchronous"), (Self::Data, "data", "data")];

    /// The name visitors read.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].2
    }
}

/// A boundary around nodes and other groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Unique among the diagram's groups.
    pub id: String,
    /// As visitors read it.
    pub label: String,
    /// Position in [`Diagram::groups`] of the group around it.
    pub parent: Option<usize>,
    /// Where the file puts it, if it does.
    pub place: Place,
}

/// Something that happens in a diagram, as numbered steps and the fragments they form.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// What `?flow=` names; unique within the diagram.
    pub id: String,
    /// As visitors read it.
    pub name: String,
    /// What it tells.
    pub description: Option<Markdown>,
    /// In the order in which they are told; never empty.
    pub steps: Vec<FlowStep>,
    /// Blocks of steps, each after the one around it.
    pub fragments: Vec<Fragment>,
}

/// One step of a flow.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowStep {
    /// Where it happens.
    pub way: Way,
    /// How it passes.
    pub kind: StepKind,
    /// What happens.
    pub note: Option<Markdown>,
}

/// Where a step happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// In a node: its position in [`Diagram::nodes`].
    In(usize),
    /// Along an edge, by its position in [`Diagram::edges`], as its arrow points.
    Along(usize),
    /// The other way.
    Against(usize),
}

/// How a step passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StepKind {
    /// The sender waits.
    #[default]
    Sync,
    /// Nobody waits.
    Async,
    /// What was waited for.
    Reply,
}

impl StepKind {
    /// Every kind with the name that the file uses and visitors read.
    pub const ALL: [(Self, &'static str); 3] = [(Self::Sync, "sync"), (Self::Async, "async"), (Self::Reply, "reply")];
}

/// Steps that happen at the same time, or of which only some happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    /// Whether only one of the branches happens.
    pub alternative: bool,
    /// One after the other, without a gap between them; never empty.
    pub branches: Vec<Branch>,
}

/// One branch of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// When an alternative happens; empty where the branches are parallel.
    pub when: String,
    /// Positions in [`Flow::steps`]; never empty.
    pub steps: Range<usize>,
}

/// Days with counts; at least one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Contributions {
    /// Where the counts come from.
    pub source: String,
    /// The day they were taken.
    pub taken: Day,
    /// Whether the counts are made up to show the chart.
    pub sample: bool,
    /// Months shown at first: 3, 6 or 12.
    pub months: u32,
    /// Sorted by day, one entry a day.
    pub days: Vec<(Day, u32)>,
}

/// An article or post.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// Its title.
    pub title: String,
    /// One or two sentences.
    pub excerpt: Option<Markdown>,
    /// Where to read it.
    pub href: Option<Href>,
    /// When it appeared.
    pub date: Option<PartialDate>,
    /// Where it appeared.
    pub publication: Option<String>,
    /// The series it belongs to.
    pub series: Option<String>,
    /// Shown first and larger.
    pub featured: bool,
}

/// How to get in touch.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// A line that asks for a message.
    pub text: Option<Markdown>,
    /// The address as written; a valid `mailto:` can be made of it.
    pub email: Option<String>,
    /// Shown as a shell line.
    pub command: Option<String>,
    /// When to expect an answer.
    pub response: Option<String>,
    /// Other ways.
    pub links: Vec<Link>,
}
