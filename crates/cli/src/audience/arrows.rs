//! Arrows that are gone: what was told along one must not be read as something else.

use std::collections::BTreeSet;

use jsonc_parser::cst::CstObject;
use vitrine_model::id::slug;

use super::forget::words;

/// From where an arrow leads to where.
type Ends = (String, String);

/// The arrows of a diagram as they are written.
#[derive(Default)]
pub struct Arrows(Vec<Arrow>);

struct Arrow {
    ids: Vec<String>,
    ends: Option<Ends>,
    is_gone: bool,
}

/// What names an arrow that is gone, and what names one that stays. What stays is known as the site knows it; what is gone also
/// where it is misspelt.
#[derive(Default)]
pub struct Lost {
    ids: BTreeSet<String>,
    ends: BTreeSet<Ends>,
    kept_ids: BTreeSet<String>,
    kept_ends: BTreeSet<Ends>,
}

impl Arrows {
    /// Adds the next of the list.
    pub fn add(&mut self, edge: &CstObject, is_gone: bool) {
        let ids = trimmed(edge, "id").into_iter().filter(|id| !id.is_empty()).collect();
        self.0.push(Arrow { ids, ends: ends(edge, "source", "target"), is_gone });
    }

    /// What steps may name that is gone.
    pub fn lost(self) -> Lost {
        let mut lost = Lost::default();
        let mut taken = BTreeSet::new();
        // Ids that are written win over those made of the ends; of equal ones the first has it.
        let (written, unwritten): (Vec<Arrow>, _) = self.0.into_iter().partition(|arrow| !arrow.ids.is_empty());
        for Arrow { mut ids, ends, is_gone } in written.into_iter().chain(unwritten) {
            let made = ends.as_ref().map(|(source, target)| [source, "->", target].concat());
            if is_gone {
                // A slip may name it by its ends all the same.
                lost.ids.extend(ids.iter().chain(&made).map(|id| slug(id)));
            }
            ids.extend(made.filter(|_| ids.is_empty()));
            for id in ids {
                if taken.insert(id.clone()) && !is_gone {
                    lost.kept_ids.insert(id);
                }
            }
            match ends {
                Some(ends) if is_gone => drop(lost.ends.insert(spelt(&ends))),
                Some(ends) => drop(lost.kept_ends.insert(ends)),
                None => {}
            }
        }
        lost
    }
}

impl Lost {
    /// Whether a step ran along an arrow that is gone.
    pub fn carried(&self, step: &CstObject) -> bool {
        self.has_id(step) || ends(step, "from", "to").is_some_and(|ends| self.has_ends(step, ends))
    }

    fn has_id(&self, step: &CstObject) -> bool {
        trimmed(step, "edge").iter().filter(|id| !self.kept_ids.contains(*id)).any(|id| {
            // Where an id is taken the site puts `#` and a number behind it.
            let base = id.split('#').next().unwrap_or_default();
            self.ids.contains(&slug(id)) || self.ids.contains(&slug(base))
        })
    }

    /// As the site looks for an arrow: one that leads there, or else one that leads back; the other way round for a reply.
    fn has_ends(&self, step: &CstObject, (from, to): Ends) -> bool {
        // A call to itself needs none.
        if from == to {
            return false;
        }
        let mut ways = [(from.clone(), to.clone()), (to, from)];
        if trimmed(step, "kind").last().is_some_and(|kind| kind.eq_ignore_ascii_case("reply")) {
            ways.reverse();
        }
        let known = ways.iter().find(|way| self.kept_ends.contains(*way) || self.ends.contains(&spelt(way)));
        known.is_some_and(|way| !self.kept_ends.contains(way))
    }
}

/// What a property names, as the site reads it.
fn trimmed(item: &CstObject, property: &str) -> Vec<String> {
    words(item, property).iter().map(|text| text.trim().to_owned()).collect()
}

/// Of a property that stands there twice the last counts.
fn ends(item: &CstObject, from: &str, to: &str) -> Option<Ends> {
    trimmed(item, from).pop().zip(trimmed(item, to).pop())
}

fn spelt((from, to): &Ends) -> Ends {
    (slug(from), slug(to))
}
