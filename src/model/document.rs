//! The serde mirror of `portfolio.json`: what the file says, unchecked.
//!
//! Every field that can be left out is optional here; [`super::validate`] decides what a missing or
//! dangling value means and turns the mirror into a [`super::Portfolio`]. Property names are camelCase
//! in JSON. Unknown properties are an error of their place, not of the document.

use serde::Deserialize;

use super::list::List;

/// A whole `portfolio.json`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Document {
    /// Where an editor finds the schema; ignored.
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// The format's version; 1 is the only one so far.
    pub schema_version: Option<u32>,
    /// The look of the site.
    pub theme: Option<ThemeDoc>,
    /// Whose portfolio this is.
    pub profile: Option<ProfileDoc>,
    /// The figures below the hero.
    #[serde(default)]
    pub metrics: List<MetricDoc>,
    /// Every technology that other entries name by id.
    #[serde(default)]
    pub technologies: List<TechnologyDoc>,
    /// What the page shows, in order. Left out: everything the file has, in a usual order.
    pub sections: Option<List<SectionDoc>>,
    /// Names and labels of the kinds of project, overriding the built-in ones.
    #[serde(default)]
    pub project_kinds: List<ProjectKindDoc>,
    /// Projects, case studies and initiatives.
    #[serde(default)]
    pub projects: List<ProjectDoc>,
    /// Employers, latest first.
    #[serde(default)]
    pub experience: List<EmployerDoc>,
    /// The radar and the groups of skills.
    pub skills: Option<SkillsDoc>,
    /// Short lists, such as core technologies or leadership focus.
    #[serde(default)]
    pub focus: List<FocusDoc>,
    /// Short texts on what the person is good at.
    #[serde(default)]
    pub competencies: List<CompetencyDoc>,
    /// Architecture diagrams.
    #[serde(default)]
    pub diagrams: List<DiagramDoc>,
    /// Days with counts, for the contribution graph.
    pub contributions: Option<ContributionsDoc>,
    /// Articles and posts.
    #[serde(default)]
    pub writing: List<ArticleDoc>,
    /// How to get in touch.
    pub contact: Option<ContactDoc>,
}

/// The look of the site.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ThemeDoc {
    /// `terminal`, `paper` or `slate`.
    pub name: String,
    /// `system` (the default), `light` or `dark`: what a first visit shows.
    pub scheme: Option<String>,
}

/// Whose portfolio this is.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProfileDoc {
    /// The person's name.
    pub name: String,
    /// One line: the profession.
    pub headline: Option<String>,
    /// One or two sentences below the headline (Markdown).
    pub tagline: Option<String>,
    /// Where the person works from.
    pub location: Option<String>,
    /// What the person is open to.
    pub availability: Option<String>,
    /// Paragraphs (Markdown).
    #[serde(default)]
    pub about: List<String>,
    /// Profiles elsewhere.
    #[serde(default)]
    pub links: List<LinkDoc>,
}

/// A labelled link.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LinkDoc {
    /// What the link says.
    pub label: String,
    /// https, http, mailto, tel or relative to the site.
    pub url: String,
}

/// One figure with its context.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MetricDoc {
    /// `"1.2M+"` or `99.9`.
    pub value: FigureDoc,
    /// Printed before the value, such as `−` or `+`.
    pub sign: Option<String>,
    /// Printed after the value, such as `%`.
    pub unit: Option<String>,
    /// What is counted.
    pub label: String,
    /// What stands behind the figure (Markdown).
    pub context: Option<String>,
}

/// A figure written as text or as a number.
#[derive(Debug, Clone, PartialEq)]
pub enum FigureDoc {
    /// Shown as written.
    Text(String),
    /// Shown in the shortest form that reads back as the same number.
    Number(f64),
}

/// An entry of the technology registry.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TechnologyDoc {
    /// What other entries write.
    pub id: String,
    /// What visitors read.
    pub name: String,
    /// Such as `language`, `database`, `cloud`.
    pub category: Option<String>,
    /// Other spellings a search accepts.
    #[serde(default)]
    pub aliases: List<String>,
    /// A simple-icons slug.
    pub icon: Option<String>,
}

/// A section of the start page.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SectionDoc {
    /// The hash of the section; by default made from the title.
    pub id: Option<String>,
    /// Such as `projects`.
    pub title: String,
    /// Such as `01`; a section without one is not numbered.
    pub number: Option<String>,
    /// A line or two below the title (Markdown).
    pub intro: Option<String>,
    /// What the section holds, in order: `about`, `focus`, `projects`, `diagrams`, `experience`, `radar`,
    /// `skills`, `contributions`, `writing`, `competencies`, `contact`.
    pub parts: List<String>,
    /// Which kinds of project a `projects` part shows, in order; all when left out.
    #[serde(default)]
    pub kinds: List<String>,
    /// `false` keeps the section out of the header's links.
    pub nav: Option<bool>,
}

/// Names and labels of one kind of project.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProjectKindDoc {
    /// `project`, `case-study` or `initiative`.
    pub id: String,
    /// One of them, such as `Case study`.
    pub title: Option<String>,
    /// Several of them, such as `Case studies`.
    pub plural: Option<String>,
    /// What the parts of a project are called.
    pub labels: Option<LabelsDoc>,
}

/// What the parts of a project are called.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LabelsDoc {
    /// `Problem` unless told, such as `Challenge`.
    pub problem: Option<String>,
    /// `Solution` unless told, such as `Approach`.
    pub solution: Option<String>,
    /// `Architecture` unless told.
    pub architecture: Option<String>,
    /// `Key decision` unless told.
    pub decision: Option<String>,
    /// `Impact` unless told.
    pub impact: Option<String>,
    /// `Lessons` unless told.
    pub lessons: Option<String>,
}

/// A project, case study or initiative.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProjectDoc {
    /// The last part of its address.
    pub id: String,
    /// `project` (the default), `case-study` or `initiative`.
    pub kind: Option<String>,
    /// Its name.
    pub title: String,
    /// Shown in the card's title bar, such as `~/projects/shop`.
    pub path: Option<String>,
    /// What the person did in it.
    pub role: Option<String>,
    /// When.
    pub period: Option<PeriodDoc>,
    /// One or two sentences (Markdown).
    pub summary: Option<String>,
    /// Markdown.
    pub problem: Option<String>,
    /// Markdown.
    pub solution: Option<String>,
    /// Markdown.
    pub architecture: Option<String>,
    /// The decision that mattered most.
    pub decision: Option<DecisionDoc>,
    /// What came of it.
    pub impact: Option<ImpactDoc>,
    /// What was learnt (Markdown each).
    #[serde(default)]
    pub lessons: List<String>,
    /// Ids of technologies.
    #[serde(default)]
    pub technologies: List<String>,
    /// Source, talk, product.
    #[serde(default)]
    pub links: List<LinkDoc>,
    /// Id of a diagram.
    pub diagram: Option<String>,
}

/// A span of months; without an end it lasts.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PeriodDoc {
    /// `2023-10` or `2023`.
    pub start: String,
    /// `2024-02`, `2024`, or left out for "present".
    pub end: Option<String>,
}

/// A decision, what it was taken over, and when to take it again.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionDoc {
    /// What was chosen (Markdown).
    pub chosen: String,
    /// What was rejected (Markdown).
    pub rejected: Option<String>,
    /// Why (Markdown).
    pub reason: Option<String>,
    /// What would reopen it (Markdown).
    pub revisit: Option<String>,
}

/// What came of a project.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImpactDoc {
    /// The headline figure, such as `99.9 %`.
    pub figure: Option<String>,
    /// What the figure counts.
    pub label: Option<String>,
    /// Markdown.
    pub text: Option<String>,
    /// Single results (Markdown each).
    #[serde(default)]
    pub points: List<String>,
}

/// An employer with the roles held there.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EmployerDoc {
    /// Its name.
    pub name: String,
    /// Its site.
    pub url: Option<String>,
    /// Where.
    pub location: Option<String>,
    /// Latest first.
    pub roles: List<RoleDoc>,
}

/// One role held at an employer.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RoleDoc {
    /// Such as `Senior SDE`.
    pub title: String,
    /// `2023-10` or `2023`.
    pub start: String,
    /// As `start`; left out for "present".
    pub end: Option<String>,
    /// The branch of the log it is drawn on, such as `main` or `research`.
    pub branch: Option<String>,
    /// Labels on its commit, such as `HEAD → main`.
    #[serde(default)]
    pub refs: List<String>,
    /// One line (Markdown).
    pub summary: Option<String>,
    /// Markdown each.
    #[serde(default)]
    pub achievements: List<String>,
    /// Ids of technologies.
    #[serde(default)]
    pub technologies: List<String>,
}

/// The radar and the groups of skills.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SkillsDoc {
    /// Axes with values.
    pub radar: Option<RadarDoc>,
    /// Entries with context.
    #[serde(default)]
    pub groups: List<SkillGroupDoc>,
}

/// A radar chart.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RadarDoc {
    /// Such as `skill.radar()`.
    pub title: Option<String>,
    /// The value at the rim; 100 unless told.
    pub max: Option<f64>,
    /// At least three.
    pub axes: List<AxisDoc>,
}

/// One axis of the radar.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AxisDoc {
    /// Such as `System design`.
    pub label: String,
    /// From 0 to the radar's `max`.
    pub value: f64,
    /// What backs the value (Markdown).
    pub evidence: Option<String>,
    /// Ids of technologies.
    #[serde(default)]
    pub technologies: List<String>,
}

/// A group of skills.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SkillGroupDoc {
    /// Such as `Data and storage`.
    pub title: String,
    /// Its entries.
    pub entries: List<SkillDoc>,
}

/// One skill.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SkillDoc {
    /// Id of a technology.
    pub technology: String,
    /// Years of use in production.
    pub years: Option<f64>,
    /// Where it really shipped (Markdown).
    pub context: Option<String>,
}

/// A short list.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FocusDoc {
    /// Such as `Leadership focus`.
    pub title: String,
    /// Ids of technologies.
    #[serde(default)]
    pub technologies: List<String>,
    /// Plain entries (Markdown each).
    #[serde(default)]
    pub items: List<String>,
}

/// A short text on one strength.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompetencyDoc {
    /// Its name.
    pub title: String,
    /// Markdown.
    pub text: String,
}

/// An architecture diagram. The same shape is read from `?diagram-url=`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DiagramDoc {
    /// The last part of its address; a diagram read from `?diagram-url=` needs none.
    pub id: Option<String>,
    /// Shown in the window's title bar after `diagram://`.
    pub name: String,
    /// Its heading; by default the name.
    pub title: Option<String>,
    /// What the diagram shows (Markdown).
    pub caption: Option<String>,
    /// The boxes.
    pub nodes: List<NodeDoc>,
    /// The arrows.
    #[serde(default)]
    pub edges: List<EdgeDoc>,
    /// The boundaries around boxes.
    #[serde(default)]
    pub groups: List<GroupDoc>,
}

/// A box of a diagram. `x`, `y`: top-left corner, absolute, world px, y down.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeDoc {
    /// What edges write.
    pub id: String,
    /// What visitors read; by default the id.
    pub label: Option<String>,
    /// `client`, `edge`, `gateway`, `service`, `function`, `queue`, `stream`, `database`, `cache`, `storage`,
    /// `external`, `person`, `monitor` or `job`.
    pub kind: Option<String>,
    /// Id of a technology.
    pub technology: Option<String>,
    /// What it does (Markdown).
    pub description: Option<String>,
    /// Id of the group it is in.
    pub group: Option<String>,
    /// World px.
    pub x: Option<f64>,
    /// World px.
    pub y: Option<f64>,
    /// World px.
    pub w: Option<f64>,
    /// World px.
    pub h: Option<f64>,
}

/// An arrow of a diagram.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EdgeDoc {
    /// By default made from its ends.
    pub id: Option<String>,
    /// Id of a node.
    pub source: String,
    /// Id of a node.
    pub target: String,
    /// What passes.
    pub label: Option<String>,
    /// `sync` (the default), `async` or `data`.
    pub kind: Option<String>,
}

/// A boundary around nodes and other groups.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupDoc {
    /// What nodes and groups write.
    pub id: String,
    /// What visitors read; by default the id.
    pub label: Option<String>,
    /// Id of the group around it.
    pub parent: Option<String>,
    /// World px.
    pub x: Option<f64>,
    /// World px.
    pub y: Option<f64>,
    /// World px.
    pub w: Option<f64>,
    /// World px.
    pub h: Option<f64>,
}

/// Days with counts.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContributionsDoc {
    /// Where the counts come from, in words.
    pub source: String,
    /// The day they were taken, `2026-11-20`.
    pub taken: String,
    /// `true` when the counts are made up to show the chart.
    pub sample: Option<bool>,
    /// Months shown at first: 3, 6 or 12; 12 unless told.
    pub months: Option<u32>,
    /// Any order; a day that is missing counts as none.
    pub days: List<DayDoc>,
}

/// One day of the contribution graph.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DayDoc {
    /// `2026-11-20`.
    pub date: String,
    /// Contributions on that day.
    pub count: u32,
}

/// An article or post.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ArticleDoc {
    /// Its title.
    pub title: String,
    /// One or two sentences (Markdown).
    pub excerpt: Option<String>,
    /// Where to read it.
    pub url: Option<String>,
    /// `2025`, `2025-03` or `2025-03-14`.
    pub date: Option<String>,
    /// Where it appeared, such as `Medium`.
    pub publication: Option<String>,
    /// The series it belongs to, such as `Auth in Node.js, part 1 of 2`.
    pub series: Option<String>,
    /// Shown first and larger.
    pub featured: Option<bool>,
}

/// How to get in touch.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContactDoc {
    /// A line that asks for a message (Markdown).
    pub text: Option<String>,
    /// Shown, copied and linked.
    pub email: Option<String>,
    /// Shown as a shell line, such as `ssh vivek@available`.
    pub command: Option<String>,
    /// When to expect an answer.
    pub response: Option<String>,
    /// Other ways.
    #[serde(default)]
    pub links: List<LinkDoc>,
}

impl<'de> Deserialize<'de> for FigureDoc {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = FigureDoc;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text or a number")
            }
            fn visit_str<E>(self, text: &str) -> Result<FigureDoc, E> {
                Ok(FigureDoc::Text(text.to_owned()))
            }
            fn visit_f64<E>(self, number: f64) -> Result<FigureDoc, E> {
                Ok(FigureDoc::Number(number))
            }
            fn visit_u64<E>(self, number: u64) -> Result<FigureDoc, E> {
                Ok(FigureDoc::Number(number as f64))
            }
            fn visit_i64<E>(self, number: i64) -> Result<FigureDoc, E> {
                Ok(FigureDoc::Number(number as f64))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}
