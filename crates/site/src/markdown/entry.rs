//! What projects and employers say, at length.

use vitrine_model::route::Page;
use vitrine_model::{Decision, Employer, Impact, Markdown, Project, Role, Section};

use super::spelling::paragraph;
use super::{Writer, words};

impl Writer<'_, '_> {
    pub(super) fn projects(&mut self, section: &Section) {
        let portfolio = self.publication.portfolio;
        let lists = section.kinds.chunks(if section.by_kind { 1 } else { section.kinds.len().max(1) });
        for kinds in lists {
            let listed: Vec<&Project> =
                portfolio.projects.iter().filter(|project| kinds.contains(&project.kind)).collect();
            let mut level = 3;
            if let (true, Some(first)) = (section.by_kind, listed.first()) {
                let name = &portfolio.kind(first.kind).plural;
                if !section.title.eq_ignore_ascii_case(name) {
                    self.heading(3, name);
                    level = 4;
                }
            }
            for project in listed {
                self.project(project, level);
            }
        }
    }

    fn project(&mut self, project: &Project, level: usize) {
        let names = self.publication.portfolio.kind(project.kind);
        self.linked_heading(level, &project.title, self.publication.page_url(Page::Project(&project.id)));
        let when = project.period.map(|period| self.publication.words(period));
        self.facts(project.role.clone().into_iter().chain(when).map(|fact| words(&fact)));
        self.text(project.summary.as_ref(), level);
        let texts = [
            (&names.problem, &project.problem),
            (&names.solution, &project.solution),
            (&names.architecture, &project.architecture),
        ];
        for (label, text) in texts {
            self.labelled(label, text.as_ref(), level);
        }
        if let Some(decision) = &project.decision {
            self.decision(&names.decision, decision, level);
        }
        if let Some(impact) = &project.impact {
            self.impact(&names.impact, impact, level);
        }
        if let [lesson] = &project.lessons[..] {
            self.labelled(&names.lessons, Some(lesson), level);
        } else if !project.lessons.is_empty() {
            self.label(&names.lessons);
            self.points(&project.lessons);
        }
        if let Some(figures) = &project.figures {
            self.text(Some(figures), level);
        }
        if let Some(list) = self.technologies(&project.technologies) {
            self.blocks.extend(paragraph(
                &["**", self.publication.portfolio.words.project_technologies(), ":** ", &list].concat(),
            ));
        }
        self.links(&project.links);
    }

    fn decision(&mut self, label: &str, decision: &Decision, level: usize) {
        let say = self.publication.portfolio.words;
        self.labelled(label, Some(&decision.chosen), level);
        let others = [
            (say.project_rejected(), &decision.rejected),
            (say.project_reason(), &decision.reason),
            (say.project_revisit(), &decision.revisit),
        ];
        let others: Vec<String> = others
            .into_iter()
            .filter_map(|(term, text)| Some([term, ": ", &self.prose.line(&text.as_ref()?.0)].concat()))
            .collect();
        self.list(others);
    }

    fn impact(&mut self, label: &str, impact: &Impact, level: usize) {
        let figure: Vec<String> = impact
            .figure
            .iter()
            .map(|figure| ["**", &words(figure), "**"].concat())
            .chain(impact.label.as_deref().map(words))
            .collect();
        if figure.is_empty() {
            if impact.text.is_none() && !impact.points.is_empty() {
                self.label(label);
            }
            self.labelled(label, impact.text.as_ref(), level);
        } else {
            self.blocks.push(["**", &words(label), ":** ", &figure.join(" ")].concat());
            self.text(impact.text.as_ref(), level);
        }
        self.points(&impact.points);
    }

    pub(super) fn employer(&mut self, employer: &Employer) {
        for role in &employer.roles {
            self.role(employer, role);
        }
    }

    fn role(&mut self, employer: &Employer, role: &Role) {
        self.heading(3, &role.title);
        let name = words(&employer.name);
        let name = match employer.href.as_ref().and_then(|href| self.publication.target(href)) {
            Some(address) => super::link(&name, &address),
            None => name,
        };
        let when = role.period.map(|period| self.publication.words(period));
        let facts = employer.location.clone().into_iter().chain(when).map(|fact| words(&fact));
        self.facts([name].into_iter().chain(facts));
        self.text(role.summary.as_ref(), 3);
        self.points(&role.achievements);
        self.facts(self.technologies(&role.technologies));
    }

    /// The name of what follows.
    fn label(&mut self, label: &str) {
        self.blocks.push(["**", &words(label), ":**"].concat());
    }

    /// A text with its name before it: on the same line where it begins with words.
    fn labelled(&mut self, label: &str, text: Option<&Markdown>, level: usize) {
        let Some(text) = text else { return };
        let mut blocks = self.prose.blocks(&text.0, level);
        if let [vitrine_model::Piece::Element(vitrine_model::Tag::Paragraph, ..), ..] = &text.0[..]
            && let Some(first) = blocks.first_mut()
        {
            *first = ["**", &words(label), ":** ", first].concat();
        } else {
            self.label(label);
        }
        self.blocks.append(&mut blocks);
    }
}
