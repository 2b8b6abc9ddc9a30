//! The list of technologies, and the places that name one.

use std::collections::BTreeSet;

use super::Check;
use super::check::excerpt;
use super::registry::Registry;
use crate::doc::Doc;
use crate::id::{self, Names};
use crate::json_path::{At, JsonPath};
use crate::portfolio::{TechId, Technology};
use crate::problem::ProblemKind;

/// Checks the registry and makes it the one that the rest of the file is checked against.
pub fn technologies(check: &mut Check, doc: &mut Doc) {
    let mut ids = Vec::new();
    let mut entries = check.each(doc, "technologies", |check, doc| {
        let written = doc.text("id");
        let name = check.name(doc, "name")?;
        let id = check.id_or(written.clone(), ("name", &name), doc, "technology")?;
        let category = check.line(doc, "category");
        let mut aliases = check.lines(doc, "aliases");
        // The rest of the file may well go on writing the unsound id.
        aliases.extend(written.filter(|written| *written != id).map(|written| excerpt(&written)));
        let icon = check.line(doc, "icon");
        ids.push((doc.path("id"), id.clone()));
        Some(Technology { id, name, category, aliases, icon, uses: 0 })
    });
    let mut first = check.firsts("technology", ids).into_iter();
    entries.retain(|_| first.next() == Some(true));
    check.registry = Registry::new(entries);
}

impl Check {
    /// The technologies that its list of them names, each once.
    pub(super) fn technologies(&mut self, doc: &mut Doc) -> Vec<TechId> {
        let (mut found, mut known) = (Vec::new(), BTreeSet::new());
        self.words(doc, "technologies", &mut |check, word, at| {
            let Some(id) = check.technology(&word, at) else { return };
            if known.insert(id) {
                found.push(id);
            } else {
                check.report(at, ProblemKind::Repeated { word });
            }
        });
        found
    }

    /// The technology of this id, name or alias; what nobody has declared is one by that name.
    pub(super) fn technology(&mut self, word: &str, at: &At) -> Option<TechId> {
        let trimmed = word.trim();
        if let Some(position) = self.registry.find(trimmed) {
            return Some(TechId(position as u32));
        }
        if self.ignores_unknown_technologies() {
            return None;
        }
        let name = self.required(word, at)?;
        let id = id::slug(&self.original(&at.path(), &name));
        if id.is_empty() {
            self.report(at, ProblemKind::BadId { id: excerpt(&name), fixed: id });
            return None;
        }
        // It may be there in another spelling: "Node.js" and "node.js".
        if let Some(position) = self.registry.find(&id) {
            return Some(TechId(position as u32));
        }
        let registry = std::mem::take(&mut self.registry);
        // Names and aliases are worth comparing with, but the id is what to write.
        let meant = self.closest(&name, &registry.names).and_then(|name| registry.names.get(name));
        let declared = meant.and_then(|position| registry.entries.get(position)).map(|entry| entry.id.clone());
        self.registry = registry;
        if let Some(declared) = declared {
            self.report(at, ProblemKind::MaybeTechnology { name: excerpt(&name), declared });
        }
        Some(TechId(self.registry.add(id, &name) as u32))
    }

    /// The id that an entry asks for, or one made from its name, which is that of a property; where that says nothing, `fallback`.
    pub(super) fn id_or(
        &mut self,
        asked: Option<String>,
        (property, name): (&str, &str),
        doc: &Doc,
        fallback: &str,
    ) -> Option<String> {
        if let Some(asked) = asked {
            return self.path_id(&asked, &doc.at("id"));
        }
        let name = &*self.original_of(doc, property, name);
        let made = id::slug(name);
        Some(if id::fits_path(&made) { made } else { [fallback, "-", &id::short_hash(&[name])].concat() })
    }

    /// An id that can be part of an address, mended where it cannot; `None` where nothing of it is left.
    pub(super) fn path_id(&mut self, id: &str, at: &At) -> Option<String> {
        if id::fits_path(id) {
            return Some(id.to_owned());
        }
        if id.trim().is_empty() {
            self.report(at, ProblemKind::Empty);
            return None;
        }
        let mut fixed = id::slug(id);
        if id::is_reserved_name(&fixed) {
            fixed.push_str("-1");
        }
        let (is_device, is_spelling) = (id::is_reserved_name(id), !id.is_ascii() && !fixed.is_empty());
        let (id, said) = (excerpt(id), fixed.clone());
        let kind = match (is_device, is_spelling) {
            (true, _) => ProblemKind::DeviceName { id, fixed: said },
            (_, true) => ProblemKind::FoldedId { id, fixed: said },
            _ => ProblemKind::BadId { id, fixed: said },
        };
        self.report(at, kind);
        Some(fixed).filter(|fixed| !fixed.is_empty())
    }

    /// Which of some ids are the first of their kind; reports the others at their places.
    pub(super) fn firsts(&mut self, what: &'static str, ids: Vec<(JsonPath, String)>) -> Vec<bool> {
        let names = Names::new(ids.iter().enumerate().map(|(position, (_, id))| (id.clone(), position)).collect());
        let mut firsts = Vec::with_capacity(ids.len());
        for (position, (path, id)) in ids.into_iter().enumerate() {
            let first = names.get(&id) == Some(position);
            if !first {
                self.report_at(path, ProblemKind::TakenId { what, id });
            }
            firsts.push(first);
        }
        firsts
    }
}
