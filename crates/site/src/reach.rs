//! Which pages a visitor comes to by links: from the start page on, as `src/view/` makes them of the portfolio.

use std::collections::HashSet;

use vitrine_model::href::HrefKind;
use vitrine_model::route::{self, Page};
use vitrine_model::{Href, Markdown, Part, Portfolio, Project, ProjectKind, Section};

/// The pages beside the start page that links lead to.
#[derive(Debug, Clone, Default)]
pub struct Reach<'a> {
    /// Projects, by id.
    pub projects: HashSet<&'a str>,
    /// Diagrams, by id.
    pub diagrams: HashSet<&'a str>,
    /// The career log.
    pub experience: bool,
    /// Articles, by id.
    pub articles: HashSet<&'a str>,
}

impl<'a> Reach<'a> {
    /// What is reached on a site.
    pub fn of(portfolio: &'a Portfolio) -> Self {
        let mut reach = Self::default();
        let mut left = vec![Page::Home];
        while let Some(page) = left.pop() {
            let mut links = Links::default();
            links.add_page(portfolio, page);
            let written = links.hrefs.iter().filter_map(|href| within(portfolio, href));
            left.extend(links.pages.iter().copied().chain(written).filter(|page| reach.add(*page)));
        }
        reach
    }

    /// Whether the page is new.
    fn add(&mut self, page: Page<'a>) -> bool {
        match page {
            Page::Project(id) => self.projects.insert(id),
            Page::Diagram(id) => self.diagrams.insert(id),
            Page::Experience => !std::mem::replace(&mut self.experience, true),
            Page::Article(id) => self.articles.insert(id),
            Page::Home | Page::Section(_) | Page::Diagrams => false,
        }
    }

    /// Whether a page is reached.
    pub fn has(&self, page: Page<'_>) -> bool {
        match page {
            Page::Home | Page::Section(_) => true,
            Page::Project(id) => self.projects.contains(id),
            Page::Diagram(id) => self.diagrams.contains(id),
            Page::Diagrams => !self.diagrams.is_empty(),
            Page::Experience => self.experience,
            Page::Article(id) => self.articles.contains(id),
        }
    }
}

/// The page of the site that a link of the portfolio leads to, if it leads to one that there is.
fn within<'a>(portfolio: &'a Portfolio, href: &Href) -> Option<Page<'a>> {
    let home = portfolio.homepage();
    let path = match href.kind() {
        HrefKind::Relative | HrefKind::Page => href.as_str(),
        HrefKind::External => href.as_str().strip_prefix(home?.as_str())?,
        HrefKind::Mail | HrefKind::Phone | HrefKind::App => return None,
    };
    match route::page(path.split(['?', '#']).next()?)? {
        Page::Home | Page::Section(_) => Some(Page::Home),
        Page::Project(id) => portfolio.project(id).map(|project| Page::Project(&project.id)),
        Page::Diagram(id) => portfolio.diagram_by_id(id).map(|diagram| Page::Diagram(&diagram.id)),
        Page::Diagrams => portfolio.diagrams.first().map(|diagram| Page::Diagram(&diagram.id)),
        Page::Experience => (!portfolio.experience.is_empty()).then_some(Page::Experience),
        Page::Article(id) => portfolio.article(id).and_then(|article| article.id.as_deref()).map(Page::Article),
    }
}

/// What a page links to.
#[derive(Default)]
struct Links<'a> {
    /// Of itself.
    pages: Vec<Page<'a>>,
    /// As the portfolio writes it.
    hrefs: Vec<&'a Href>,
}

impl<'a> Links<'a> {
    fn add_page(&mut self, portfolio: &'a Portfolio, page: Page<'a>) {
        match page {
            Page::Home | Page::Section(_) => {
                self.texts(&portfolio.profile.tagline);
                self.texts(portfolio.metrics.iter().filter_map(|metric| metric.context.as_ref()));
                self.hrefs.extend(portfolio.profile.links.iter().filter_map(|link| link.href.as_ref()));
                portfolio.sections.iter().for_each(|section| self.add_section(portfolio, section));
            }
            Page::Project(id) => {
                portfolio.project(id).into_iter().for_each(|project| self.add_project(portfolio, project));
            }
            Page::Diagram(id) => self.add_diagram(portfolio, id),
            Page::Diagrams => {}
            Page::Article(id) => {
                let passages = portfolio.article(id).map(|article| &article.passages[..]).unwrap_or_default();
                self.texts(passages.iter().map(|passage| &passage.text));
                let diagrams = passages.iter().filter_map(|passage| passage.diagram);
                self.pages.extend(diagrams.map(|id| Page::Diagram(&portfolio.diagram(id).id)));
            }
            Page::Experience => {
                for employer in &portfolio.experience {
                    self.hrefs.extend(&employer.href);
                    self.texts(employer.roles.iter().flat_map(|role| role.summary.iter().chain(&role.achievements)));
                }
            }
        }
    }

    fn add_section(&mut self, portfolio: &'a Portfolio, section: &'a Section) {
        self.texts(section.intro.iter().chain(&section.text));
        for part in &section.parts {
            match part {
                Part::About => self.texts(&portfolio.profile.about),
                Part::Focus => self.texts(portfolio.focus.iter().flat_map(|focus| &focus.items)),
                Part::Projects => self.add_kinds(portfolio, &section.kinds),
                Part::Diagrams => {
                    self.pages.extend(portfolio.diagrams.iter().map(|diagram| Page::Diagram(&diagram.id)));
                }
                Part::Experience => self.pages.push(Page::Experience),
                Part::Radar => {
                    let axes = portfolio.radar.iter().flat_map(|radar| &radar.axes);
                    self.texts(axes.filter_map(|axis| axis.evidence.as_ref()));
                }
                Part::Skills => {
                    let skills = portfolio.skills.iter().flat_map(|group| &group.entries);
                    self.texts(skills.filter_map(|skill| skill.context.as_ref()));
                }
                Part::Contributions => {}
                Part::Writing => {
                    self.hrefs.extend(portfolio.writing.iter().filter_map(|article| article.href.as_ref()));
                    self.texts(portfolio.writing.iter().filter_map(|article| article.excerpt.as_ref()));
                }
                Part::Competencies => self.texts(portfolio.competencies.iter().map(|entry| &entry.text)),
                Part::Contact => {
                    if let Some(contact) = &portfolio.contact {
                        self.texts(&contact.text);
                        self.hrefs.extend(contact.links.iter().filter_map(|link| link.href.as_ref()));
                    }
                }
                record => {
                    let records = portfolio.records(*record);
                    self.hrefs.extend(records.iter().filter_map(|record| record.href.as_ref()));
                    self.texts(records.iter().flat_map(|record| record.text.iter().chain(&record.points)));
                }
            }
        }
    }

    fn add_kinds(&mut self, portfolio: &'a Portfolio, kinds: &[ProjectKind]) {
        let listed = portfolio.projects.iter().filter(|project| kinds.contains(&project.kind));
        self.pages.extend(listed.map(|project| Page::Project(&project.id)));
    }

    fn add_project(&mut self, portfolio: &'a Portfolio, project: &'a Project) {
        let Project { summary, problem, solution, architecture, .. } = project;
        self.texts([summary, problem, solution, architecture, &project.figures].into_iter().flatten());
        if let Some(decision) = &project.decision {
            self.texts([&decision.chosen]);
            self.texts([&decision.rejected, &decision.reason, &decision.revisit].into_iter().flatten());
        }
        self.texts(project.impact.iter().flat_map(|impact| impact.text.iter().chain(&impact.points)));
        self.texts(&project.lessons);
        self.hrefs.extend(project.links.iter().filter_map(|link| link.href.as_ref()));
        self.pages.extend(project.diagram.map(|id| Page::Diagram(&portfolio.diagram(id).id)));
    }

    /// What its nodes open, the projects they are used in, and the diagrams around it: what its page names of others.
    fn add_diagram(&mut self, portfolio: &'a Portfolio, id: &str) {
        let Some(diagram) = portfolio.diagram_by_id(id) else { return };
        let told = || diagram.flows.iter().chain(&*diagram.perspectives);
        self.texts(told().filter_map(|told| told.description.as_ref()));
        let steps = told().flat_map(|told| &told.steps);
        self.texts(diagram.caption.iter().chain(diagram.nodes.iter().filter_map(|node| node.description.as_ref())));
        self.texts(steps.filter_map(|step| step.note.as_ref()));
        let shown = portfolio.excerpt(Some(Page::Diagram(id)));
        let diagrams = shown.diagrams.iter().filter_map(|diagram| portfolio.diagram_by_id(&diagram.id));
        let projects = shown.projects.iter().filter_map(|project| portfolio.project(&project.id));
        self.pages.extend(diagrams.map(|diagram| Page::Diagram(&diagram.id)));
        self.pages.extend(projects.map(|project| Page::Project(&project.id)));
    }

    fn texts(&mut self, texts: impl IntoIterator<Item = &'a Markdown>) {
        self.hrefs.extend(texts.into_iter().flat_map(Markdown::links));
    }
}
