//! What the start page says on paper, in the order of the page.

use vitrine_model::href::HrefKind;
use vitrine_model::{Day, Href, Link, Part, Portfolio, Project, Section};

/// Texts, each with what it is, and addresses.
#[derive(Default)]
pub struct Expected {
    pub texts: Vec<(&'static str, String)>,
    pub links: Vec<String>,
}

/// Whether paper has a section: not what is drawn and does something when it is pressed, such as a diagram or the radar.
pub fn is_printed(section: &Section) -> bool {
    let is_drawn = |part: &Part| matches!(part, Part::Diagrams | Part::Radar | Part::Contributions);
    section.text.is_some() || !section.parts.iter().all(is_drawn)
}

impl Expected {
    pub fn of(portfolio: &Portfolio, today: Day) -> Self {
        let mut expected = Self::default();
        let profile = &portfolio.profile;
        expected.text("the name", &profile.name);
        expected.texts("the headline", profile.headline.as_ref());
        expected.link_list(&profile.links);
        for metric in &portfolio.metrics {
            expected.text("the figure", &metric.value);
            expected.text("the name", &metric.label);
        }
        for section in portfolio.sections.iter().filter(|section| is_printed(section)) {
            expected.text("the title", &section.title);
            for &part in &section.parts {
                expected.part(portfolio, section, part, today);
            }
        }
        expected
    }

    fn part(&mut self, portfolio: &Portfolio, section: &Section, part: Part, today: Day) {
        match part {
            Part::Focus => portfolio.focus.iter().for_each(|focus| self.text("the title", &focus.title)),
            Part::Projects => self.projects(portfolio, section, today),
            Part::Experience => {
                for employer in &portfolio.experience {
                    for role in &employer.roles {
                        self.text("the title", &role.title);
                        self.text("the name", &employer.name);
                        self.texts(
                            "the period",
                            role.period.map(|period| period.words(today, portfolio.words)).as_ref(),
                        );
                        self.link(employer.href.as_ref());
                    }
                }
            }
            Part::Skills => {
                for group in &portfolio.skills {
                    self.text("the title", &group.title);
                    for skill in &group.entries {
                        self.text("the name", &portfolio.technology(skill.technology).name);
                        self.texts("the figure", skill.years.map(|years| years.to_string()).as_ref());
                    }
                }
            }
            Part::Writing => {
                let (featured, others): (Vec<_>, Vec<_>) =
                    portfolio.writing.iter().partition(|article| article.featured);
                for article in featured.into_iter().chain(others) {
                    self.text("the title", &article.title);
                    self.link(article.href.as_ref());
                }
            }
            Part::Competencies => {
                portfolio.competencies.iter().for_each(|competency| self.text("the title", &competency.title));
            }
            Part::Contact => {
                let Some(contact) = &portfolio.contact else { return };
                self.texts("the address", contact.email.as_ref());
                self.links.extend(contact.email.iter().map(|email| ["mailto:", email].concat()));
                self.link_list(&contact.links);
            }
            Part::About | Part::Diagrams | Part::Radar | Part::Contributions => {}
            record => {
                for record in portfolio.records(record) {
                    self.text("the title", &record.title);
                    self.texts("the name", record.by.as_ref());
                    self.texts("the period", record.period.map(|period| period.words(today, portfolio.words)).as_ref());
                    self.link(record.href.as_ref());
                }
            }
        }
    }

    fn projects(&mut self, portfolio: &Portfolio, section: &Section, today: Day) {
        for kinds in section.kinds.chunks(if section.by_kind { 1 } else { section.kinds.len().max(1) }) {
            for project in portfolio.projects.iter().filter(|project| kinds.contains(&project.kind)) {
                self.project(portfolio, project, today);
            }
        }
    }

    fn project(&mut self, portfolio: &Portfolio, project: &Project, today: Day) {
        self.text("the title", &project.title);
        self.texts("the period", project.period.map(|period| period.words(today, portfolio.words)).as_ref());
        // Of those that are brief there is one line.
        if !project.brief {
            self.texts("the figure", project.impact.as_ref().and_then(|impact| impact.figure.as_ref()));
            self.link_list(&project.links);
        }
    }

    fn link_list(&mut self, links: &[Link]) {
        for link in links {
            // A mail address or a number stands for the words of its link.
            let address = link.href.as_ref().filter(|href| matches!(href.kind(), HrefKind::Mail | HrefKind::Phone));
            if address.is_none() {
                self.text("the name", &link.label);
            }
            self.link(link.href.as_ref());
        }
    }

    /// What is beside the page leads to a site that may not be known.
    fn link(&mut self, href: Option<&Href>) {
        let elsewhere = href.filter(|href| !matches!(href.kind(), HrefKind::Relative | HrefKind::Page));
        self.links.extend(elsewhere.map(|href| href.as_str().to_owned()));
    }

    fn texts(&mut self, what: &'static str, text: Option<&String>) {
        if let Some(text) = text {
            self.text(what, text);
        }
    }

    fn text(&mut self, what: &'static str, text: &str) {
        self.texts.push((what, text.to_owned()));
    }
}
