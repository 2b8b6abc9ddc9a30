//! The registry of technologies.

use crate::id::Names;
use crate::portfolio::Technology;

/// Every technology, by id, by name and by alias.
#[derive(Default)]
pub struct Registry {
    pub(super) entries: Vec<Technology>,
    pub(super) names: Names,
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
