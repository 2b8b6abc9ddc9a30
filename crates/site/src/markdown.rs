//! The portfolio as one text in `CommonMark`, for a README or an e-mail: what the start page shows, and of each project what its own
//! page says.
//!
//! Pictures and pages are links to the published site; where nobody knows that, they are words.

mod entry;
mod prose;
mod spelling;

use vitrine_model::{Article, Diagram, Href, Link, Markdown, Part, Radar, Record, Section, SkillGroup};

use crate::Publication;
use prose::Prose;
use spelling::{escaped, indented, link, paragraph};

/// The whole text.
pub fn markdown(publication: &Publication<'_>) -> String {
    let target = |href: &Href| publication.target(href);
    let file = |path: &str| publication.url(path);
    let writer = Writer { publication, prose: Prose { link: &target, file: &file }, blocks: Vec::new() };
    writer.written()
}

/// Writes one block after the other.
struct Writer<'w, 'a> {
    publication: &'w Publication<'a>,
    prose: Prose<'w>,
    blocks: Vec<String>,
}

impl Writer<'_, '_> {
    fn written(mut self) -> String {
        let portfolio = self.publication.portfolio;
        let profile = &portfolio.profile;
        self.heading(1, &profile.name);
        let headline = profile.headline.as_ref().map(|headline| ["**", &words(headline), "**"].concat());
        let location = profile.location.as_deref().map(words);
        self.facts(headline.into_iter().chain(location));
        self.text(profile.tagline.as_ref(), 1);
        self.facts(profile.availability.as_deref().map(words));
        self.links(&profile.links);
        let metrics = portfolio.metrics.iter().map(|metric| {
            let sign = metric.sign.as_deref().unwrap_or_default();
            let unit = metric.unit.as_deref().unwrap_or_default();
            // A unit in letters stands apart, as on the page.
            let gap = if unit.starts_with(char::is_alphabetic) { " " } else { "" };
            let figure = words(&[sign, &metric.value, gap, unit].concat());
            let context = metric.context.as_ref().map(|context| [" — ", &self.prose.line(&context.0)].concat());
            ["**", &figure, "** ", &words(&metric.label), &context.unwrap_or_default()].concat()
        });
        let metrics: Vec<String> = metrics.collect();
        self.list(metrics);
        for section in &portfolio.sections {
            self.section(section);
        }
        self.blocks.join("\n\n") + "\n"
    }

    fn section(&mut self, section: &Section) {
        self.heading(2, &section.title);
        self.text(section.intro.as_ref(), 2);
        self.text(section.text.as_ref(), 2);
        for &part in &section.parts {
            self.part(part, section);
        }
    }

    fn part(&mut self, part: Part, section: &Section) {
        let portfolio = self.publication.portfolio;
        match part {
            Part::About => portfolio.profile.about.iter().for_each(|text| self.text(Some(text), 2)),
            Part::Focus => {
                for focus in &portfolio.focus {
                    self.heading(3, &focus.title);
                    self.facts(self.technologies(&focus.technologies));
                    self.points(&focus.items);
                }
            }
            Part::Projects => self.projects(section),
            Part::Diagrams => portfolio.diagrams.iter().for_each(|diagram| self.diagram(diagram)),
            Part::Experience => portfolio.experience.iter().for_each(|employer| self.employer(employer)),
            Part::Radar => portfolio.radar.iter().for_each(|radar| self.radar(radar)),
            Part::Skills => portfolio.skills.iter().for_each(|group| self.skills(group)),
            Part::Contributions => self.contributions(),
            Part::Writing => {
                let (first, others): (Vec<&Article>, Vec<&Article>) =
                    portfolio.writing.iter().partition(|article| article.featured);
                first.into_iter().chain(others).for_each(|article| self.article(article));
            }
            Part::Competencies => {
                for competency in &portfolio.competencies {
                    self.heading(3, &competency.title);
                    self.text(Some(&competency.text), 3);
                }
            }
            Part::Contact => self.contact(),
            record => self.records(record, section),
        }
    }

    fn contact(&mut self) {
        let Some(contact) = &self.publication.portfolio.contact else { return };
        self.text(contact.text.as_ref(), 2);
        let mail = contact.email.as_ref().map(|email| link(&words(email), &["mailto:", email].concat()));
        let response = contact.response.as_deref().map(words);
        self.facts(mail.into_iter().chain(response));
        self.links(&contact.links);
    }

    fn diagram(&mut self, diagram: &Diagram) {
        let address = self.publication.page_url(vitrine_model::route::Page::Diagram(&diagram.id));
        self.linked_heading(3, &diagram.title, address);
        self.text(diagram.caption.as_ref(), 3);
        let nodes = diagram.nodes.iter().map(|node| words(&node.label));
        self.blocks
            .extend(paragraph(&nodes.collect::<Vec<_>>().join(self.publication.portfolio.words.list_separator())));
    }

    fn radar(&mut self, radar: &Radar) {
        let say = self.publication.portfolio.words;
        let number = |value| say.decimal(value, 6);
        let axes: Vec<String> = radar
            .axes
            .iter()
            .map(|axis| {
                let figure = say.radar_of(&number(axis.value), &number(radar.max));
                let evidence = axis.evidence.as_ref().map(|text| [": ", &self.prose.line(&text.0)].concat());
                ["**", &words(&axis.label), "** ", &figure, &evidence.unwrap_or_default()].concat()
            })
            .collect();
        self.list(axes);
    }

    fn skills(&mut self, group: &SkillGroup) {
        self.heading(3, &group.title);
        let say = self.publication.portfolio.words;
        let skills: Vec<String> = group
            .entries
            .iter()
            .map(|skill| {
                let name = words(&self.publication.portfolio.technology(skill.technology).name);
                let years = skill.years.map(|years| [say.list_separator(), &vitrine_model::years(years, say)].concat());
                let context = skill.context.as_ref().map(|text| [": ", &self.prose.line(&text.0)].concat());
                ["**", &name, "**", &years.unwrap_or_default(), &context.unwrap_or_default()].concat()
            })
            .collect();
        self.list(skills);
    }

    fn contributions(&mut self) {
        let Some(contributions) = &self.publication.portfolio.contributions else { return };
        // What is made up to show the chart says nothing of anybody.
        if contributions.sample {
            return;
        }
        let count: u64 = contributions.days.iter().map(|(_, count)| u64::from(*count)).sum();
        let days = contributions.days.iter().filter(|(_, count)| *count > 0).count();
        let source = words(&contributions.source);
        let say = self.publication.portfolio.words;
        let taken = contributions.taken.short(say);
        self.blocks.push(say.site_activity(&say.whole(count as usize), days, &taken, &source));
    }

    fn article(&mut self, article: &Article) {
        let address = article.href.as_ref().and_then(|href| self.publication.target(href));
        self.linked_heading(3, &article.title, address);
        let date = article.date.map(|date| date.short(self.publication.portfolio.words));
        let facts = [article.publication.clone(), date, article.series.clone()];
        self.facts(facts.into_iter().flatten().map(|fact| words(&fact)));
        self.text(article.excerpt.as_ref(), 3);
    }

    fn records(&mut self, part: Part, section: &Section) {
        let portfolio = self.publication.portfolio;
        let name = part.title(portfolio.words);
        if section.parts.len() > 1 && section.title != name {
            self.heading(3, name);
        }
        let entries: Vec<String> = portfolio.records(part).iter().map(|record| self.record(record)).collect();
        self.list(entries);
    }

    fn record(&self, record: &Record) -> String {
        let title = words(&record.title);
        let title = match record.href.as_ref().and_then(|href| self.publication.target(href)) {
            Some(address) => link(&title, &address),
            None => title,
        };
        let when = record.period.map(|period| self.publication.words(period));
        let facts = [record.by.clone(), record.location.clone(), record.level.clone(), when];
        let facts = facts.into_iter().flatten().map(|fact| words(&fact));
        let first = [["**", &title, "**"].concat()].into_iter().chain(facts).collect::<Vec<_>>().join(" · ");
        let text = record.text.iter().flat_map(|text| self.prose.blocks(&text.0, 3));
        let points = listed(record.points.iter().map(|point| self.prose.line(&point.0)));
        [first].into_iter().chain(text).chain(points).collect::<Vec<_>>().join("\n\n")
    }

    fn heading(&mut self, level: usize, title: &str) {
        self.linked_heading(level, title, None);
    }

    fn linked_heading(&mut self, level: usize, title: &str, address: Option<String>) {
        let title = words(title);
        // A row of signs at its end would be taken for its end.
        let title = if title.ends_with('#') { [&title[..title.len() - 1], "\\#"].concat() } else { title };
        let title = address.map(|address| link(&title, &address)).unwrap_or(title);
        self.blocks.push(["#".repeat(level).as_str(), " ", &title].concat());
    }

    fn text(&mut self, text: Option<&Markdown>, level: usize) {
        if let Some(text) = text {
            self.blocks.extend(self.prose.blocks(&text.0, level));
        }
    }

    /// What belongs together on one line.
    fn facts(&mut self, facts: impl IntoIterator<Item = String>) {
        let line = facts.into_iter().collect::<Vec<_>>().join(" · ");
        self.blocks.extend(paragraph(&line));
    }

    fn links(&mut self, links: &[Link]) {
        let entry = |entry: &Link| {
            let label = words(&entry.label);
            match entry.href.as_ref().and_then(|href| self.publication.target(href)) {
                Some(address) => link(&label, &address),
                None => label,
            }
        };
        let links: Vec<String> = links.iter().map(entry).collect();
        self.list(links);
    }

    fn list(&mut self, entries: impl IntoIterator<Item = String>) {
        self.blocks.extend(listed(entries));
    }

    fn points(&mut self, points: &[Markdown]) {
        let points: Vec<String> = points.iter().map(|point| self.prose.line(&point.0)).collect();
        self.list(points);
    }

    fn technologies(&self, ids: &[vitrine_model::TechId]) -> Option<String> {
        let names = ids.iter().map(|&id| words(&self.publication.portfolio.technology(id).name));
        let names: Vec<String> = names.collect();
        (!names.is_empty()).then(|| names.join(self.publication.portfolio.words.list_separator()))
    }
}

/// A list of entries that are blocks or lines; none of nothing.
fn listed(entries: impl IntoIterator<Item = String>) -> Option<String> {
    let entries: Vec<String> = entries.into_iter().filter(|entry| !entry.is_empty()).collect();
    let gap = if entries.iter().any(|entry| entry.contains("\n\n")) { "\n\n" } else { "\n" };
    let entries: Vec<String> = entries
        .iter()
        .map(|entry| match entry.split_once("\n\n") {
            Some((first, rest)) => {
                let first = paragraph(first).unwrap_or_default();
                indented(&[&first, "\n\n", rest].concat(), "- ", "  ")
            }
            None => indented(&paragraph(entry).unwrap_or_default(), "- ", "  "),
        })
        .collect();
    (!entries.is_empty()).then(|| entries.join(gap))
}

/// A line of the portfolio that holds no marks.
fn words(text: &str) -> String {
    escaped(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
