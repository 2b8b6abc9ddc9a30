//! The registry of technologies.

use std::collections::BTreeMap;

use crate::id::Names;
use crate::portfolio::Technology;

/// Every technology, by id, by name and by alias: those that are declared, and those that were used since.
#[derive(Default)]
pub struct Registry {
    pub(super) entries: Vec<Technology>,
    /// What is declared.
    pub(super) names: Names,
    /// What is used and not declared, by the word that it is used by, and by its id.
    used: BTreeMap<String, usize>,
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
        Self { entries, names, used: BTreeMap::new() }
    }

    /// The position of what has this id, name or alias.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        self.names.get(word).or_else(|| self.used.get(word).copied())
    }

    /// Takes a technology that is used by its name alone; its id must be free.
    pub(super) fn add(&mut self, id: String, name: &str) -> usize {
        let position = self.entries.len();
        self.used.extend([(id.clone(), position), (name.to_owned(), position)]);
        let (name, aliases) = (name.to_owned(), Vec::new());
        self.entries.push(Technology { id, name, category: None, aliases, icon: None, uses: 0 });
        position
    }
}
