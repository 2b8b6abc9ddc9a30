//! The mirror of `portfolio.json`: the definition of the format, from which the reader and the schema are made.
//!
//! Every field that can be left out is optional here; [`super::validate`] decides what a missing or dangling value
//! means. The structs are never filled: each declares a table that [`super::fit`] holds the file against. Property
//! names are camelCase in JSON. Unknown properties are an error of their place, not of the document.

use super::list::List;
use super::portfolio::{EdgeKind, NodeKind, Part, Print, ProjectKind, Scheme, StepKind, ThemeName, WeekStart};
use super::shape::{self, Field, Fields, Shape, Shaped, objects};

/// A figure written as text, which is shown as written, or as a number, which is shown in the shortest form that reads
/// back as the same number.
pub struct FigureDoc;

impl Shaped for FigureDoc {
    const SHAPE: Shape = Shape::Figure;
}

/// A date: `2023-10`, `2023`, and what people write otherwise, such as `Sept 2021`, `09/2021` or a full day.
pub struct DateDoc;

impl Shaped for DateDoc {
    const SHAPE: Shape = Shape::Date;
}

/// One of a few words, which the type names.
pub struct Choice<T>(std::marker::PhantomData<T>);

impl<T> Shaped for Choice<T> {
    const SHAPE: Shape = Shape::Text;
}

/// The version of the format: a whole number, or a text that begins with it.
pub struct VersionDoc;

impl Shaped for VersionDoc {
    const SHAPE: Shape = Shape::Figure;
}

/// A language, as a BCP 47 tag.
pub struct LanguageDoc;

impl Shaped for LanguageDoc {
    const SHAPE: Shape = Shape::Text;
}

/// Words of one's own.
pub struct WordsDoc;

impl Shaped for WordsDoc {
    const SHAPE: Shape = Shape::Words;
}

/// A number of months that a chart can show.
pub struct MonthsDoc;

impl Shaped for MonthsDoc {
    const SHAPE: Shape = Shape::Whole;
}

/// What sort of technology one is, in any words.
pub struct CategoryDoc;

impl Shaped for CategoryDoc {
    const SHAPE: Shape = Shape::Text;
}

objects! {
    /// A whole `portfolio.json`.
    pub struct Document {
        /// Where an editor finds the schema; ignored.
        schema as "$schema": Option<String>,
        /// The version of the format, 1 so far; left out: the current one.
        version: Option<VersionDoc>,
        /// What `version` was called before.
        schema_version as "schemaVersion": Option<u32>,
        /// The https address of the published site's start page, such as `https://example.com/ada/`. Link previews,
        /// search engines and feed readers need absolute addresses, which are made from it.
        site: Option<String>,
        /// The language that it is written in, as a tag such as `de` or `pt-BR`; left out: English. Of several the site is in the
        /// first; any text may then be an object with one text a language, `{ "en": "Search", "de": "Suche" }`.
        language: List<LanguageDoc> = default,
        /// What pages say themselves in words of one's own, by the key of the message, as `vitrine words` lists them.
        words: Option<WordsDoc>,
        /// The look of the site.
        theme: Option<ThemeDoc>,
        /// The site's icon: a square SVG or PNG file beside this one, such as `icon.svg`. Left out: the initials of the name.
        icon: Option<String>,
        /// Whose portfolio this is.
        profile: Option<ProfileDoc>,
        /// The figures below the hero.
        metrics: List<MetricDoc> = default,
        /// Technologies that have a category, aliases or an icon of their own; others may be used without being declared.
        technologies: List<TechnologyDoc> = default,
        /// What the page shows, in order. Left out: everything the file has, in a usual order.
        sections: Option<List<SectionDoc>>,
        /// Names and labels of the kinds of project, overriding the built-in ones.
        project_kinds as "projectKinds": List<ProjectKindDoc> = default,
        /// Projects, case studies and initiatives: those that are `featured` are shown first, all in the order that they have here.
        projects: List<ProjectDoc> = default,
        /// Employers, latest first.
        experience: List<EmployerDoc> = default,
        /// The radar and the groups of skills.
        skills: Option<SkillsDoc>,
        /// Short lists, such as core technologies or leadership focus.
        focus: List<FocusDoc> = default,
        /// Short texts on what the person is good at.
        competencies: List<CompetencyDoc> = default,
        /// Architecture diagrams.
        diagrams: List<DiagramDoc> = default,
        /// Days with counts, for the contribution graph.
        contributions: Option<ContributionsDoc>,
        /// Articles and posts.
        writing: List<ArticleDoc> = default,
        /// How to get in touch.
        contact: Option<ContactDoc>,
        /// Degrees, schools, courses.
        education: List<RecordDoc> = default,
        /// Certificates and licences.
        certificates: List<RecordDoc> = default,
        /// Papers, books, chapters; articles and posts are `writing`.
        publications: List<RecordDoc> = default,
        /// Talks and workshops.
        talks: List<RecordDoc> = default,
        /// Patents.
        patents: List<RecordDoc> = default,
        /// Languages that the person speaks, each with a `level` such as `native` or `C1`.
        languages: List<RecordDoc> = default,
        /// Awards and honours.
        awards: List<RecordDoc> = default,
        /// Work for nobody's profit.
        volunteering: List<RecordDoc> = default,
        /// What others say: their names as `title`, their words as `text`.
        testimonials: List<RecordDoc> = default,
        /// Societies and committees.
        memberships: List<RecordDoc> = default,
        /// What the person likes beside work.
        interests: List<RecordDoc> = default,
    }

    /// A degree, a certificate, a talk, a language, an award and the like; a text is its title.
    pub struct RecordDoc as "title" {
        /// What it is called.
        title: String,
        /// Who gave, published, hosted or keeps it: a school, an issuer, a conference.
        by: Option<String>,
        /// A grade, `C1`, `native`, `granted`.
        level: Option<String>,
        /// The day, month or year.
        date: Option<DateDoc>,
        /// From when to when, where it took longer.
        period: Option<PeriodDoc>,
        /// Where.
        location: Option<String>,
        /// Where there is more of it.
        url: Option<String>,
        /// In words (Markdown).
        text: Option<String>,
        /// Single things, such as courses (Markdown each).
        points: List<String> = default,
    }

    /// The look of the site; a text is its name.
    pub struct ThemeDoc as "name" {
        /// `terminal`, `paper` or `slate`.
        name: Choice<ThemeName>,
        /// `system` (the default), `light` or `dark`: what a first visit shows.
        scheme: Option<Choice<Scheme>>,
    }

    /// Whose portfolio this is; a text is a name.
    pub struct ProfileDoc as "name" {
        /// The person's name.
        name: String,
        /// One line: the profession.
        headline: Option<String>,
        /// One or two sentences below the headline (Markdown).
        tagline: Option<String>,
        /// Where the person works from.
        location: Option<String>,
        /// What the person is open to.
        availability: Option<String>,
        /// Paragraphs (Markdown).
        about: List<String> = default,
        /// Profiles elsewhere.
        links: List<LinkDoc> = default,
        /// A portrait.
        photo: Option<PhotoDoc>,
        /// A résumé to download: the address of a file that is published beside the portfolio, such as `cv.pdf`, or of one
        /// elsewhere. Several may be given, such as one a language, each with a label.
        resume: List<LinkDoc> = default,
    }

    /// A labelled link; a text is its address.
    pub struct LinkDoc as "url" {
        /// What the link says; by default where it leads.
        label: Option<String>,
        /// https, http, mailto, tel or relative to the site.
        url: String,
    }

    /// One figure with its context.
    pub struct MetricDoc {
        /// `"1.2M+"` or `99.9`.
        value: FigureDoc,
        /// Printed before the value, such as `−` or `+`.
        sign: Option<String>,
        /// Printed after the value, such as `%`.
        unit: Option<String>,
        /// What is counted.
        label: String,
        /// What stands behind the figure (Markdown).
        context: Option<String>,
    }

    /// An entry of the technology registry; a text is its name. What is used and not declared is a technology, too, by the name
    /// that it is used by.
    pub struct TechnologyDoc as "name" {
        /// What addresses have; by default made from the name.
        id: Option<String>,
        /// What visitors read.
        name: String,
        /// Such as `language`, `database`, `cloud`.
        category: Option<CategoryDoc>,
        /// Other spellings a search accepts.
        aliases: List<String> = default,
        /// A simple-icons slug, where it is not the name; `none` for no icon.
        icon: Option<String>,
    }

    /// A section of the start page; a text is its only part.
    pub struct SectionDoc as "parts" {
        /// The hash of the section; by default made from the title.
        id: Option<String>,
        /// Such as `projects`; by default that of its first part.
        title: Option<String>,
        /// Such as `01`; a section without one is not numbered.
        number: Option<String>,
        /// A line or two below the title (Markdown).
        intro: Option<String>,
        /// What the section says itself (Markdown); such a section needs no parts.
        text: Option<String>,
        /// What the section holds, in order: `about`, `focus`, `projects`, `diagrams`, `experience`, `radar`,
        /// `skills`, `contributions`, `writing`, `competencies`, `contact`, `education`, `certificates`, `publications`,
        /// `talks`, `patents`, `languages`, `awards`, `volunteering`, `testimonials`, `memberships`, `interests`.
        parts: List<Choice<Part>> = default,
        /// Which kinds of project a `projects` part shows, one after the other; when left out all, in the order of the file.
        kinds: List<Choice<ProjectKind>> = default,
        /// Which of its projects are printed in full, the others in one line each: `all`, or `featured`, which are the first dozen
        /// where none is featured. Left out: `all` of up to a dozen, of more those that are `featured`.
        print: Option<Choice<Print>>,
        /// `false` keeps the section out of the header's links.
        nav: Option<bool>,
    }

    /// Names and labels of one kind of project.
    pub struct ProjectKindDoc {
        /// `project`, `case-study` or `initiative`.
        id: Choice<ProjectKind>,
        /// One of them, such as `Case study`.
        title: Option<String>,
        /// Several of them, such as `Case studies`.
        plural: Option<String>,
        /// What the parts of a project are called.
        labels: Option<LabelsDoc>,
    }

    /// What the parts of a project are called.
    pub struct LabelsDoc {
        /// `Problem` unless told, such as `Challenge`.
        problem: Option<String>,
        /// `Solution` unless told, such as `Approach`.
        solution: Option<String>,
        /// `Architecture` unless told.
        architecture: Option<String>,
        /// `Key decision` unless told.
        decision: Option<String>,
        /// `Impact` unless told.
        impact: Option<String>,
        /// `Lessons` unless told.
        lessons: Option<String>,
    }

    /// A project, case study or initiative.
    pub struct ProjectDoc as "title" {
        /// The last part of its address; by default made from the title.
        id: Option<String>,
        /// `project` (the default), `case-study` or `initiative`.
        kind: Option<Choice<ProjectKind>>,
        /// Its name.
        title: String,
        /// Stands before the others of its section.
        featured: Option<bool>,
        /// Shown in the card's title bar, such as `~/projects/shop`.
        path: Option<String>,
        /// What the person did in it.
        role: Option<String>,
        /// When.
        period: Option<PeriodDoc>,
        /// One or two sentences (Markdown).
        summary: Option<String>,
        /// Markdown.
        problem: Option<String>,
        /// Markdown.
        solution: Option<String>,
        /// Markdown.
        architecture: Option<String>,
        /// The decision that mattered most.
        decision: Option<DecisionDoc>,
        /// What came of it.
        impact: Option<ImpactDoc>,
        /// What was learnt (Markdown each).
        lessons: List<String> = default,
        /// Technologies, by name or id.
        technologies: List<String> = default,
        /// Source, talk, product.
        links: List<LinkDoc> = default,
        /// Id of a diagram.
        diagram: Option<String>,
        /// Pictures of it: files beside the portfolio.
        pictures: List<PictureDoc> = default,
        /// A short video of it.
        video: Option<VideoDoc>,
        /// When what it says last changed, for readers of the feed; by default the end of the period, or its start.
        updated: Option<DateDoc>,
    }

    /// A picture: JPEG, PNG, WebP, GIF or SVG, of which the build makes the sizes that pages need; a text is its file.
    pub struct PictureDoc as "file" {
        /// Its path beside the portfolio, such as `pictures/board.jpg`.
        file: String,
        /// What it shows, for whoever can't see it. Needed.
        alt: Option<String>,
        /// What is said below it (Markdown).
        caption: Option<String>,
    }

    /// A short video; a text is its file.
    pub struct VideoDoc as "file" {
        /// Its path beside the portfolio, such as `demo.mp4`.
        file: String,
        /// What it shows, for whoever can't see it. Needed.
        alt: Option<String>,
        /// A picture that stands for it before it is played.
        poster: Option<String>,
        /// What is said below it (Markdown).
        caption: Option<String>,
    }

    /// A portrait; a text is its file.
    pub struct PhotoDoc as "file" {
        /// Its path beside the portfolio, such as `me.jpg`.
        file: String,
        /// What it shows; by default the name of the person.
        alt: Option<String>,
    }

    /// A span of months; without an end it lasts, without a start it was until then. A text is when it was: `2020-2022`, or one date.
    pub struct PeriodDoc as "dates" {
        /// Start and end in one text, such as `2020-2022`.
        dates: Option<DateDoc>,
        /// `2023-10` or `2023`.
        start: Option<DateDoc>,
        /// `2024-02`, `2024`, or left out for "present".
        end: Option<DateDoc>,
    }

    /// A decision, what it was taken over, and when to take it again; a text is what was chosen.
    pub struct DecisionDoc as "chosen" {
        /// What was chosen (Markdown).
        chosen: String,
        /// What was rejected (Markdown).
        rejected: Option<String>,
        /// Why (Markdown).
        reason: Option<String>,
        /// What would reopen it (Markdown).
        revisit: Option<String>,
    }

    /// What came of a project; a text is that in words, a list is single results.
    pub struct ImpactDoc as "text" as ["points"] {
        /// The headline figure, such as `99.9 %`.
        figure: Option<String>,
        /// What the figure counts.
        label: Option<String>,
        /// Markdown.
        text: Option<String>,
        /// Single results (Markdown each).
        points: List<String> = default,
    }

    /// An employer with the roles held there. The only role may be written in the employer itself.
    pub struct EmployerDoc as "name" {
        /// Its name.
        name: String,
        /// Its site.
        url: Option<String>,
        /// Where.
        location: Option<String>,
        /// Latest first.
        roles: List<RoleDoc> = default,
        /// Title of the only role.
        title: Option<String>,
        /// Its start.
        start: Option<DateDoc>,
        /// Its end.
        end: Option<DateDoc>,
        /// Its span in one, such as `2021-2024`.
        period: Option<PeriodDoc>,
        /// Its branch.
        branch: Option<String>,
        /// Its labels.
        refs: List<String> = default,
        /// What it was, in one line (Markdown).
        summary: Option<String>,
        /// What was achieved in it (Markdown each).
        achievements: List<String> = default,
        /// What was used in it.
        technologies: List<String> = default,
    }

    /// One role held at an employer.
    pub struct RoleDoc as "title" {
        /// Such as `Senior SDE`.
        title: String,
        /// `2023-10` or `2023`.
        start: Option<DateDoc>,
        /// As `start`; left out for "present".
        end: Option<DateDoc>,
        /// Both in one, such as `2021-03 - 2024`, instead of `start` and `end`.
        period: Option<PeriodDoc>,
        /// The branch of the log it is drawn on, such as `main` or `research`.
        branch: Option<String>,
        /// Labels on its commit, such as `HEAD → main`.
        refs: List<String> = default,
        /// One line (Markdown).
        summary: Option<String>,
        /// Markdown each.
        achievements: List<String> = default,
        /// Technologies, by name or id.
        technologies: List<String> = default,
    }

    /// The radar and the groups of skills; a list is that of the groups.
    pub struct SkillsDoc as ["groups"] {
        /// Axes with values.
        radar: Option<RadarDoc>,
        /// Entries with context.
        groups: List<SkillGroupDoc> = default,
    }

    /// A radar chart.
    pub struct RadarDoc {
        /// Such as `skill.radar()`.
        title: Option<String>,
        /// The value at the rim; 100 unless told.
        max: Option<f64>,
        /// One or two are shown as a table.
        axes: List<AxisDoc>,
    }

    /// One axis of the radar.
    pub struct AxisDoc {
        /// Such as `System design`.
        label: String,
        /// From 0 to the radar's `max`.
        value: f64,
        /// What backs the value (Markdown).
        evidence: Option<String>,
        /// Technologies, by name or id.
        technologies: List<String> = default,
    }

    /// A group of skills; a text is one skill without a group.
    pub struct SkillGroupDoc as "entries" {
        /// Such as `Data and storage`.
        title: Option<String>,
        /// Its entries.
        entries: List<SkillDoc>,
    }

    /// One skill; a text is its technology.
    pub struct SkillDoc as "technology" {
        /// Name or id of a technology.
        technology: String,
        /// Years of use in production.
        years: Option<f64>,
        /// Where it really shipped (Markdown).
        context: Option<String>,
    }

    /// A short list.
    pub struct FocusDoc {
        /// Such as `Leadership focus`.
        title: String,
        /// Technologies, by name or id.
        technologies: List<String> = default,
        /// Plain entries (Markdown each).
        items: List<String> = default,
    }

    /// A short text on one strength.
    pub struct CompetencyDoc {
        /// Its name.
        title: String,
        /// Markdown.
        text: String,
    }

    /// An architecture diagram. The same shape is read from `?diagram-url=`.
    pub struct DiagramDoc {
        /// The last part of its address; a diagram read from `?diagram-url=` needs none.
        id: Option<String>,
        /// Shown in the window's title bar after `diagram://`.
        name: String,
        /// Its heading; by default the name.
        title: Option<String>,
        /// What the diagram shows (Markdown).
        caption: Option<String>,
        /// The boxes.
        nodes: List<NodeDoc>,
        /// The arrows.
        edges: List<EdgeDoc> = default,
        /// The boundaries around boxes.
        groups: List<GroupDoc> = default,
        /// What happens in it, told step by step.
        flows: List<FlowDoc> = default,
        /// Sides that it can be looked at from, each a set of nodes with notes.
        perspectives: List<PerspectiveDoc> = default,
    }

    /// A box of a diagram; a text is its id. `x`, `y`: top-left corner, absolute, world px, y down. In diagrams that `opens` joins,
    /// nodes of one id are one thing: what is said of it in one need not be said again.
    pub struct NodeDoc as "id" {
        /// What edges write.
        id: String,
        /// What visitors read; by default the id.
        label: Option<String>,
        /// `client`, `edge`, `gateway`, `service`, `function`, `queue`, `stream`, `database`, `cache`, `storage`,
        /// `external`, `person`, `monitor` or `job`.
        kind: Option<Choice<NodeKind>>,
        /// A technology, by name or id.
        technology: Option<String>,
        /// How many of it there are: `4`, or `2–6`.
        instances: Option<FigureDoc>,
        /// What it does (Markdown).
        description: Option<String>,
        /// Id of the group it is in.
        group: Option<String>,
        /// Id of another diagram, which shows what is inside.
        opens: Option<String>,
        /// World px.
        x: Option<f64>,
        /// World px.
        y: Option<f64>,
        /// World px.
        w: Option<f64>,
        /// World px.
        h: Option<f64>,
    }

    /// An arrow of a diagram.
    pub struct EdgeDoc {
        /// By default made from its ends.
        id: Option<String>,
        /// Id of a node, or of a group that holds nodes.
        source: String,
        /// Id of a node, or of a group that holds nodes.
        target: String,
        /// What passes.
        label: Option<String>,
        /// `sync` (the default), `async` or `data`.
        kind: Option<Choice<EdgeKind>>,
    }

    /// A boundary around nodes and other groups.
    pub struct GroupDoc {
        /// What nodes and groups write.
        id: String,
        /// What visitors read; by default the id.
        label: Option<String>,
        /// What it runs on, in any words.
        technology: Option<String>,
        /// How many of it there are: `4`, or `2–6`.
        instances: Option<FigureDoc>,
        /// Id of the group around it.
        parent: Option<String>,
        /// World px.
        x: Option<f64>,
        /// World px.
        y: Option<f64>,
        /// World px.
        w: Option<f64>,
        /// World px.
        h: Option<f64>,
    }

    /// Something that happens in a diagram, told step by step.
    pub struct FlowDoc {
        /// What `?flow=` names, such as `checkout`.
        id: String,
        /// What visitors read; by default the id.
        name: Option<String>,
        /// What the flow tells (Markdown).
        description: Option<String>,
        /// In the order in which they are told.
        steps: List<StepDoc>,
    }

    /// A step of a flow: `from` with `to`, or `edge`, or `node`, or `nodes`; or a block of further steps: `parallel`,
    /// `alternative`, or `steps` beside what holds of them: `optional`, `loop`, `break`, `critical` or `block`.
    pub struct StepDoc {
        /// Id of the node that something comes from. Between it and `to` there has to be an arrow, either way.
        from: Option<String>,
        /// Id of the node that it goes to. Against the arrow it is a reply; the same as `from` is a call to itself.
        to: Option<String>,
        /// Id of an edge, where more than one leads from one node to the other.
        edge: Option<String>,
        /// Id of a node in which something happens.
        node: Option<String>,
        /// Ids of the nodes that the note is about, where it is about several.
        nodes: List<String> = default,
        /// `sync`, `async` or `reply`; by default as the edge. A reply along an `edge` runs against its arrow. `create` begins a
        /// node's life, `destroy` ends it.
        kind: Option<Choice<StepKind>>,
        /// What happens (Markdown).
        note: Option<String>,
        /// What happens at the same time: a list of steps for each branch.
        parallel: List<List<StepDoc>> = default,
        /// What happens in one case or another.
        alternative: List<CaseDoc> = default,
        /// When the `steps` happen, such as `the cart has a coupon`.
        optional: Option<String>,
        /// How often the `steps` happen, such as `for each item`.
        repeated as "loop": Option<String>,
        /// When the `steps` happen, and nothing after them.
        ending as "break": Option<String>,
        /// What the `steps` do that nothing may come between.
        critical: Option<String>,
        /// What the `steps` are called together.
        block: Option<String>,
        /// The steps of an `optional`, `loop`, `break`, `critical` or `block`.
        steps: List<StepDoc> = default,
        /// What happens instead where a `critical` fails.
        otherwise: List<CaseDoc> = default,
    }

    /// A side that a diagram can be looked at from, such as security or costs: some of its nodes, with a note on each.
    pub struct PerspectiveDoc {
        /// What `?perspective=` names, such as `security`.
        id: String,
        /// What visitors read; by default the id.
        name: Option<String>,
        /// What is looked at (Markdown).
        description: Option<String>,
        /// The nodes that matter, in the order in which they are listed.
        notes: List<PerspectiveNoteDoc>,
    }

    /// A node that matters to a perspective, and why.
    pub struct PerspectiveNoteDoc {
        /// Id of the node.
        node: String,
        /// What there is to say of it (Markdown).
        note: Option<String>,
    }

    /// One case of an alternative, or of what a `critical` does otherwise.
    pub struct CaseDoc {
        /// When it happens, such as `the card is declined`.
        when: String,
        /// What happens then.
        steps: List<StepDoc>,
    }

    /// Days with counts.
    pub struct ContributionsDoc {
        /// Where the counts come from, in words.
        source: String,
        /// The day they were taken, `2026-11-20`.
        taken: DateDoc,
        /// `true` when the counts are made up to show the chart.
        sample: Option<bool>,
        /// Months shown at first: 3, 6 or 12; 12 unless told.
        months: Option<MonthsDoc>,
        /// The day that weeks begin on: `monday` (the default), `sunday` or `saturday`.
        week_start as "weekStart": Option<Choice<WeekStart>>,
        /// Any order; a day that is missing counts as none.
        days: List<DayDoc>,
    }

    /// One day of the contribution graph.
    pub struct DayDoc {
        /// `2026-11-20`.
        date: DateDoc,
        /// Contributions on that day.
        count: u32,
        /// As exports have it; ignored, since levels follow from the counts.
        level: Option<u32>,
    }

    /// An article or post.
    pub struct ArticleDoc {
        /// Its title.
        title: String,
        /// One or two sentences (Markdown).
        excerpt: Option<String>,
        /// Where to read it.
        url: Option<String>,
        /// `2025`, `2025-03` or `2025-03-14`.
        date: Option<DateDoc>,
        /// Where it appeared, such as `Medium`.
        publication: Option<String>,
        /// The series it belongs to, such as `Auth in Node.js, part 1 of 2`.
        series: Option<String>,
        /// Shown first and larger.
        featured: Option<bool>,
        /// As `date`: when it last changed.
        updated: Option<DateDoc>,
        /// Of an article in a file of its own: the last part of its address; by default the name of the file.
        id: Option<String>,
        /// Of an article in a file of its own: `true` keeps it out of the site.
        draft: Option<bool>,
    }

    /// How to get in touch; a text is an e-mail address.
    pub struct ContactDoc as "email" {
        /// A line that asks for a message (Markdown).
        text: Option<String>,
        /// Shown, copied and linked.
        email: Option<String>,
        /// Shown as a shell line, such as `ssh vivek@available`.
        command: Option<String>,
        /// When to expect an answer.
        response: Option<String>,
        /// Other ways.
        links: List<LinkDoc> = default,
    }
}
