//! What one page shows of a portfolio, as a portfolio of its own.

use crate::portfolio::{Article, Diagram, DiagramId, Portfolio, Profile, Project, Section, TechId};
use crate::route::Page;

impl Portfolio {
    /// The most projects that the details of a diagram's node name, unless more have that diagram.
    pub const USERS: usize = 8;

    /// What a page shows of this portfolio: shown from it, the page is the same as from the whole. The start page shows all
    /// of it; `None` is a page of which nobody knows what it is to show.
    ///
    /// What a page only names is there by its name alone: the project that uses what a node runs on, the diagram that
    /// another is inside of or shares a node with, without what else they hold.
    #[must_use]
    pub fn excerpt(&self, page: Option<Page<'_>>) -> Self {
        match page {
            Some(Page::Home | Page::Section(_)) => {
                let writing = self.writing.iter().map(|article| Article { passages: Vec::new(), ..article.clone() });
                Self { writing: writing.collect(), ..self.clone() }
            }
            Some(Page::Article(id)) => self.with_article(id),
            Some(Page::Project(id)) => match self.project(id) {
                Some(project) => self.with(Some(project), project.diagram),
                None => self.with(None, None),
            },
            Some(Page::Diagram(id)) => self.with(None, self.diagram_id(id)),
            Some(Page::Diagrams) => self.with(None, (!self.diagrams.is_empty()).then_some(DiagramId(0))),
            Some(Page::Experience) => {
                let mut excerpt = Self { experience: self.experience.clone(), ..self.on_every_page() };
                excerpt.keep_technologies(self, None);
                excerpt
            }
            None => self.on_every_page(),
        }
    }

    /// What every page shows.
    fn on_every_page(&self) -> Self {
        let section = |section: &Section| Section { intro: None, text: None, ..section.clone() };
        Self {
            language: self.language.clone(),
            languages: self.languages.clone(),
            words: self.words,
            site: self.site.clone(),
            theme: self.theme,
            icon: None,
            profile: Profile { name: self.profile.name.clone(), ..Profile::default() },
            metrics: Vec::new(),
            technologies: Vec::new(),
            sections: self.sections.iter().map(section).collect(),
            projects: Vec::new(),
            experience: Vec::new(),
            radar: None,
            skills: Vec::new(),
            focus: Vec::new(),
            competencies: Vec::new(),
            diagrams: Vec::new(),
            contributions: None,
            writing: Vec::new(),
            records: Vec::new(),
            contact: None,
            kinds: self.kinds.clone(),
        }
    }

    /// One article, with the diagrams in it; these lead on from pages of their own.
    fn with_article(&self, id: &str) -> Self {
        let mut writing: Vec<Article> = self.article(id).cloned().into_iter().collect();
        let mut diagrams: Vec<Diagram> = Vec::new();
        let shown = writing.iter_mut().flat_map(|article| &mut article.passages).filter_map(|it| it.diagram.as_mut());
        for diagram in shown {
            let mut own = self.diagram(*diagram).clone();
            own.inside = None;
            for node in &mut own.nodes {
                node.opens = None;
                node.also.clear();
            }
            *diagram = DiagramId(diagrams.len() as u32);
            diagrams.push(own);
        }
        let mut excerpt = Self { diagrams, writing, ..self.on_every_page() };
        excerpt.keep_technologies(self, None);
        excerpt
    }

    /// One project and one diagram, with what is named of others.
    fn with(&self, project: Option<&Project>, diagram: Option<DiagramId>) -> Self {
        let shown = diagram.map(|id| self.diagram(id));
        let around = diagram.map(|id| self.around(id)).unwrap_or_default();
        let nodes = || shown.into_iter().flat_map(|shown| &shown.nodes);
        let inner = nodes().filter_map(|node| node.opens);
        let beside = nodes().flat_map(|node| node.also.iter().copied());
        let mut kept: Vec<DiagramId> =
            diagram.into_iter().chain(around.iter().map(|(id, _)| *id)).chain(inner).chain(beside).collect();
        kept.sort_unstable();
        kept.dedup();
        let number = |old: DiagramId| kept.binary_search(&old).ok().map(|new| DiagramId(new as u32));
        let mut diagrams: Vec<Diagram> = Vec::new();
        for id in &kept {
            let whole = self.diagram(*id);
            let mut kept = if Some(*id) == diagram { whole.clone() } else { titled(whole) };
            kept.inside = kept.inside.and_then(|(outer, node)| Some((number(outer)?, node)));
            diagrams.push(kept);
        }
        for node in diagrams.iter_mut().flat_map(|diagram| &mut diagram.nodes) {
            node.opens = node.opens.and_then(number);
            node.also = node.also.iter().copied().filter_map(number).collect();
        }
        let mut projects: Vec<Project> = Vec::new();
        let named = shown.map(|shown| self.named_by(shown, diagram)).unwrap_or_default();
        for (at, other) in self.projects.iter().enumerate() {
            if project.is_some_and(|project| project.id == other.id) {
                projects.push(other.clone());
            } else if named.contains(&at) {
                projects.push(name_only(other));
            }
        }
        for project in &mut projects {
            // Only of the diagram that is shown it matters whose it is.
            project.diagram = project.diagram.filter(|id| Some(*id) == diagram).and_then(number);
        }
        let mut excerpt = Self { projects, diagrams, ..self.on_every_page() };
        excerpt.keep_technologies(self, project);
        excerpt
    }

    /// Positions of the projects that the details of a diagram's nodes name.
    fn named_by(&self, diagram: &Diagram, id: Option<DiagramId>) -> Vec<usize> {
        let projects = || self.projects.iter().enumerate();
        let owns = |(_, project): &(usize, &Project)| project.diagram == id;
        let mut named: Vec<usize> = projects().filter(owns).map(|(at, _)| at).collect();
        let room = Self::USERS.saturating_sub(named.len());
        let mut technologies: Vec<TechId> = diagram.nodes.iter().filter_map(|node| node.technology).collect();
        technologies.sort_unstable();
        technologies.dedup();
        for technology in technologies {
            let has = |(_, project): &(usize, &Project)| project.technologies.contains(&technology);
            let users = projects().filter(|project| !owns(project) && has(project));
            named.extend(users.map(|(at, _)| at).take(room));
        }
        named
    }

    /// Takes those technologies of the whole that this project or something else in here names, under new numbers; the others
    /// are forgotten, also of projects that are only named.
    fn keep_technologies(&mut self, whole: &Self, project: Option<&Project>) {
        let nodes = self.diagrams.iter().flat_map(|diagram| &diagram.nodes).filter_map(|node| node.technology);
        let roles = self.experience.iter().flat_map(|employer| &employer.roles).flat_map(|role| &role.technologies);
        let mut kept: Vec<TechId> = nodes
            .chain(roles.copied())
            .chain(project.into_iter().flat_map(|project| project.technologies.iter().copied()))
            .collect();
        kept.sort_unstable();
        kept.dedup();
        let number = |old: &TechId| kept.binary_search(old).ok().map(|new| TechId(new as u32));
        let renumber = |list: &mut Vec<TechId>| *list = list.iter().filter_map(number).collect();
        for node in self.diagrams.iter_mut().flat_map(|diagram| &mut diagram.nodes) {
            node.technology = node.technology.as_ref().and_then(number);
        }
        for role in self.experience.iter_mut().flat_map(|employer| &mut employer.roles) {
            renumber(&mut role.technologies);
        }
        for project in &mut self.projects {
            renumber(&mut project.technologies);
        }
        self.technologies = kept.into_iter().map(|id| whole.technology(id).clone()).collect();
    }
}

/// A diagram of which nothing is known but what it is called, and where it is.
fn titled(diagram: &Diagram) -> Diagram {
    let Diagram { id, title, inside, .. } = diagram;
    Diagram { id: id.clone(), title: title.clone(), inside: inside.clone(), ..Diagram::default() }
}

/// A project of which nothing is known but what it is called, what it uses and which diagram it has.
fn name_only(project: &Project) -> Project {
    let Project { id, kind, title, technologies, diagram, .. } = project;
    let (id, title, technologies) = (id.clone(), title.clone(), technologies.clone());
    Project { id, kind: *kind, title, technologies, diagram: *diagram, ..Project::default() }
}
