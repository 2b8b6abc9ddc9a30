//! The registry of technologies, and the places that name one.

use super::Check;
use crate::model::document::TechnologyDoc;
use crate::model::id::{self, Names};
use crate::model::json_path::{At, JsonPath};
use crate::model::list::List;
use crate::model::portfolio::{TechId, Technology};
use crate::model::problem::ProblemKind;

/// Every technology, by id, by name and by alias.
#[derive(Default)]
pub struct Registry {
    pub(super) entries: Vec<Technology>,
    names: Names,
}

impl Registry {
    /// Of one word, ids count before names, names before aliases, and the first entry before later ones.
    pub(super) fn new(entries: Vec<Technology>) -> Self {
        let of = |pick: fn(&Technology) -> &String| {
            entries.iter().enumerate().map(move |(position, entry)| (pick(entry).clone(), position))
        };
        let mut names: Vec<_> = of(|entry| &entry.id).chain(of(|entry| &entry.name)).collect();
        for (position, entry) in entries.iter().enumerate() {
            names.extend(entry.aliases.iter().map(|alias| (alias.clone(), position)));
        }
        let names = Names::new(names);
        Self { entries, names }
    }
}

/// Checks the registry and makes it the one that the rest of the file is checked against.
pub fn technologies(list: List<TechnologyDoc>, check: &mut Check) {
    let at = At::top("technologies");
    let found = check.each(list, &at, |check, doc, at| {
        let written = doc.id;
        let id = check.path_id(written.clone(), &at.key("id"))?;
        let name = check.name(doc.name, &at.key("name"))?;
        let category = check.line(doc.category, &at.key("category"));
        let mut aliases = check.lines(doc.aliases, &at.key("aliases"));
        if id != written {
            // The rest of the file may well go on writing the unsound id.
            aliases.push(written.chars().take(60).collect());
        }
        let icon = check.line(doc.icon, &at.key("icon"));
        Some((at.key("id").path(), Technology { id, name, category, aliases, icon }))
    });
    let entries = check.first_of_each(found, "technology", |entry| &entry.id);
    check.registry = Registry::new(entries);
}

impl Check {
    /// The technologies a list names, each once.
    pub(super) fn technologies(&mut self, list: List<String>, at: &At) -> Vec<TechId> {
        let mut found: Vec<TechId> = Vec::new();
        self.each(list, at, |check, word, at| {
            let id = check.technology(&word, at)?;
            if found.contains(&id) {
                check.report(at, ProblemKind::Repeated { word });
            } else {
                found.push(id);
            }
            Some(())
        });
        found
    }

    /// The technology of this id, name or alias.
    pub(super) fn technology(&mut self, word: &str, at: &At) -> Option<TechId> {
        let found = self.registry.names.get(word.trim());
        if found.is_none() && !self.ignores_unknown_technologies() {
            let registry = std::mem::take(&mut self.registry);
            // Names and aliases are worth comparing with, but the id is what to write.
            let meant = self.closest(word, &registry.names).and_then(|name| registry.names.get(name));
            let suggestion = meant.and_then(|position| registry.entries.get(position)).map(|entry| entry.id.clone());
            let id = word.chars().take(60).collect();
            self.report(at, ProblemKind::UnknownId { what: "technology", id, suggestion });
            self.registry = registry;
        }
        found.map(|position| TechId(position as u32))
    }

    /// An id that can be part of an address, mended where it cannot; `None` where nothing of it is left.
    pub(super) fn path_id(&mut self, id: String, at: &At) -> Option<String> {
        if id::fits_path(&id) {
            return Some(id);
        }
        if id.trim().is_empty() {
            self.report(at, ProblemKind::Empty);
            return None;
        }
        let fixed = id::slug(&id);
        self.report(at, ProblemKind::BadId { id: id.chars().take(60).collect(), fixed: fixed.clone() });
        Some(fixed).filter(|fixed| !fixed.is_empty())
    }

    /// Keeps the first entry of each id and reports the others at their places.
    pub(super) fn first_of_each<T>(
        &mut self,
        found: Vec<(JsonPath, T)>,
        what: &'static str,
        id: fn(&T) -> &String,
    ) -> Vec<T> {
        let names = found.iter().enumerate().map(|(position, (_, entry))| (id(entry).clone(), position)).collect();
        let names = Names::new(names);
        let mut kept = Vec::with_capacity(found.len());
        for (position, (path, entry)) in found.into_iter().enumerate() {
            if names.get(id(&entry)) == Some(position) {
                kept.push(entry);
            } else {
                self.report_at(path, ProblemKind::TakenId { what, id: id(&entry).clone() });
            }
        }
        kept
    }
}
