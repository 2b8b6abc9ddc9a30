//! The projects, prepared for searching.

use vitrine_fold::fold;
use vitrine_lean::sort::{sort, sorted};
use vitrine_model::{Markdown, Portfolio, Project, ProjectKind, TechId};

use super::haystack::Haystack;
use super::query::Query;

/// The projects of one portfolio, prepared for searching. Every call takes the kinds of project that are shown.
#[derive(Debug)]
pub struct Index {
    /// One a project, in the portfolio's order.
    entries: Vec<Entry>,
    /// Place of each technology among all, by name.
    name_ranks: Vec<usize>,
}

#[derive(Debug)]
struct Entry {
    kind: ProjectKind,
    technologies: Vec<TechId>,
    title: Haystack,
    body: Haystack,
}

/// A technology that results can be narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facet {
    /// Which.
    pub technology: TechId,
    /// Results with this technology chosen, besides everything that is chosen already.
    pub count: usize,
    /// Whether it is chosen.
    pub pressed: bool,
}

/// One condition of a query, left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dropped {
    /// A chosen technology.
    Technology(TechId),
    /// The whole text.
    Text,
}

impl Index {
    /// Prepares a portfolio's projects.
    pub fn new(portfolio: &Portfolio) -> Self {
        let names: Vec<String> = portfolio.technologies.iter().map(|technology| fold(&technology.name)).collect();
        let mut name_ranks = vec![0; names.len()];
        for (rank, at) in sorted(names.len(), &|a, b| names[a].cmp(&names[b])).into_iter().enumerate() {
            name_ranks[at] = rank;
        }
        Self { entries: portfolio.projects.iter().map(|project| Entry::new(project, portfolio)).collect(), name_ranks }
    }

    /// Positions in [`Portfolio::projects`] of the projects that use every chosen technology and have, for every
    /// word of the text, a word that begins with it.
    ///
    /// Projects whose title has all the words come first; otherwise in the portfolio's order, which is the author's.
    ///
    /// ```
    /// use vitrine_lens::{Index, Query};
    /// use vitrine_model::{Gate, ProjectKind, read};
    ///
    /// let text = r#"{
    ///     "technologies": [{ "id": "redis", "name": "Redis" }],
    ///     "projects": [
    ///         { "id": "shop", "title": "Shop", "summary": "Sells what the queue brings." },
    ///         { "id": "queue", "title": "Queue", "technologies": ["redis"] }
    ///     ]
    /// }"#;
    /// let portfolio = read(text, &Gate { parse: |_| None })?.value;
    /// let index = Index::new(&portfolio);
    /// let found = |tech, q| index.search(&Query::from_params(tech, q, &portfolio), &[ProjectKind::Project]);
    ///
    /// assert_eq!(found(None, Some("queue")), [1, 0], "what is called so comes first");
    /// assert_eq!(found(Some("redis"), None), [1]);
    /// # Ok::<(), vitrine_model::ReadError>(())
    /// ```
    pub fn search(&self, query: &Query, kinds: &[ProjectKind]) -> Vec<usize> {
        let words = query.words();
        let mut hits = Vec::new();
        let mut ranks = vec![false; self.entries.len()];
        for (at, entry) in self.entries.iter().enumerate() {
            if kinds.contains(&entry.kind) && entry.missing(query).next().is_none() && entry.has(&words) {
                hits.push(at);
                ranks[at] = !words.iter().all(|word| entry.title.has(word));
            }
        }
        sort(&mut hits, &|a, b| ranks[a].cmp(&ranks[b]));
        hits
    }

    /// The technologies that projects of these kinds use, and those that are chosen. The order does not depend on
    /// the query's text: most used first, then by name.
    pub fn facets(&self, query: &Query, kinds: &[ProjectKind]) -> Vec<Facet> {
        let words = query.words();
        let (mut uses, mut hits) = (vec![0_usize; self.name_ranks.len()], vec![0_usize; self.name_ranks.len()]);
        let mut total = 0;
        for entry in self.shown(kinds) {
            count(&mut uses, &entry.technologies);
            if entry.missing(query).next().is_none() && entry.has(&words) {
                count(&mut hits, &entry.technologies);
                total += 1;
            }
        }
        let order =
            sorted(uses.len(), &|a, b| uses[b].cmp(&uses[a]).then_with(|| self.name_ranks[a].cmp(&self.name_ranks[b])));
        let mut facets = Vec::new();
        for at in order {
            let technology = TechId(at as u32);
            let pressed = query.technologies.contains(&technology);
            if uses[at] > 0 || pressed {
                facets.push(Facet { technology, count: if pressed { total } else { hits[at] }, pressed });
            }
        }
        facets
    }

    /// For a query that finds nothing: each single condition whose absence would find something, with how much;
    /// most first. Empty when no single condition is to blame.
    pub fn relax(&self, query: &Query, kinds: &[ProjectKind]) -> Vec<(Dropped, usize)> {
        let words = query.words();
        let mut chosen: Vec<TechId> = Vec::new();
        for &id in &query.technologies {
            if !chosen.contains(&id) {
                chosen.push(id);
            }
        }
        let mut counts: Vec<(Dropped, usize)> = chosen.into_iter().map(|id| (Dropped::Technology(id), 0)).collect();
        if !words.is_empty() {
            counts.push((Dropped::Text, 0));
        }
        for entry in self.shown(kinds) {
            let has_text = entry.has(&words);
            for (dropped, count) in &mut counts {
                let passes = match *dropped {
                    Dropped::Technology(without) => has_text && entry.missing(query).all(|id| id == without),
                    Dropped::Text => entry.missing(query).next().is_none(),
                };
                *count += usize::from(passes);
            }
        }
        let mut order = sorted(counts.len(), &|a, b| counts[b].1.cmp(&counts[a].1));
        order.retain(|&at| counts[at].1 > 0);
        order.into_iter().map(|at| counts[at]).collect()
    }

    fn shown(&self, kinds: &[ProjectKind]) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| kinds.contains(&entry.kind))
    }
}

impl Entry {
    fn new(project: &Project, portfolio: &Portfolio) -> Self {
        let mut title = Haystack::default();
        title.push(&project.title);
        let mut body = Haystack::default();
        body.push(&project.path);
        body.push(&project.id);
        body.push(project.role.as_deref().unwrap_or_default());
        for text in [&project.summary, &project.problem, &project.solution, &project.architecture] {
            push(&mut body, text.as_ref());
        }
        if let Some(decision) = &project.decision {
            push(&mut body, Some(&decision.chosen));
            for text in [&decision.rejected, &decision.reason, &decision.revisit] {
                push(&mut body, text.as_ref());
            }
        }
        if let Some(impact) = &project.impact {
            body.push(impact.figure.as_deref().unwrap_or_default());
            body.push(impact.label.as_deref().unwrap_or_default());
            push(&mut body, impact.text.as_ref());
            for point in &impact.points {
                push(&mut body, Some(point));
            }
        }
        for lesson in &project.lessons {
            push(&mut body, Some(lesson));
        }
        for &id in &project.technologies {
            let technology = portfolio.technology(id);
            body.push(&technology.name);
            body.push(&technology.id);
            for alias in &technology.aliases {
                body.push(alias);
            }
        }
        Self { kind: project.kind, technologies: project.technologies.clone(), title, body }
    }

    /// Chosen technologies that it does not use.
    fn missing(&self, query: &Query) -> impl Iterator<Item = TechId> {
        query.technologies.iter().copied().filter(|id| !self.technologies.contains(id))
    }

    fn has(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.title.has(word) || self.body.has(word))
    }
}

fn push(to: &mut Haystack, text: Option<&Markdown>) {
    if let Some(text) = text {
        to.push(&text.plain());
    }
}

fn count(uses: &mut [usize], technologies: &[TechId]) {
    for id in technologies {
        if let Some(count) = uses.get_mut(id.0 as usize) {
            *count += 1;
        }
    }
}
