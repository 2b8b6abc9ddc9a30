//! Links on their way through a foreign group go round it, if that costs no more crossings.

use super::arrange::Sheet;
use super::normalise::{Kind, Layers};
use super::row::Kid;

/// Groups times links up to which links through foreign groups are looked for in every order, and in the last.
pub(super) const MOST_SEEN: usize = 600_000;
const MOST_SEEN_ONCE: usize = 5_000_000;
/// How many links are tried, at most, how many items all tries together may look at, and how often all ranks are gone through.
const MOST: usize = 80;
const BUDGET: usize = 1_500_000;
const ROUNDS: usize = 3;

/// A link through a group that holds neither of its ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Through {
    /// Its end in the rank before, and in the next.
    pub tail: u32,
    pub head: u32,
    pub group: usize,
    /// Whether it starts before the group, not behind it.
    pub starts_first: bool,
}

impl Sheet<'_> {
    /// Counts links through foreign groups from now on, too, unless there are too many of both. Says whether it does.
    pub fn see_groups(&mut self) -> bool {
        if !self.sees_groups && self.nest.len() > 1 && self.nest.len() * self.below.len() < MOST_SEEN_ONCE {
            self.sees_groups = true;
            self.stale.fill(true);
        }
        self.sees_groups
    }

    /// Visits the links from the rank before this one that change sides of a group which both ranks have and which holds
    /// neither end.
    pub fn through_groups(&self, rank: usize, visit: &mut dyn FnMut(Through)) {
        let (above, below) = (self.rank(rank - 1), self.below.lists());
        let reach = |row: usize| {
            let from = self.room.begin[row];
            from..from + self.rows.size_of((self.rows.items + row) as Kid)
        };
        // The rows of a rank are in the order of their places.
        let mut rows = self.rows.of_rank(rank).skip(1).peekable();
        for before in self.rows.of_rank(rank - 1).skip(1) {
            let place = self.rows.place[before];
            while rows.next_if(|&row| self.rows.place[row] < place).is_some() {}
            let Some(own) = rows.next_if(|&row| self.rows.place[row] == place) else { continue };
            let (a, b) = (reach(before), reach(own));
            let (first, last) = above.split_at(a.end as usize);
            for (tails, starts_first) in [(&first[..a.start as usize], true), (last, false)] {
                for &tail in tails {
                    for &head in below.of(tail) {
                        let end = self.place[head as usize];
                        if if starts_first { end >= b.end } else { end < b.start } {
                            visit(Through { tail, head, group: place, starts_first });
                        }
                    }
                }
            }
        }
    }

    /// How many links run through a foreign group, if that is looked for.
    pub fn through(&self) -> usize {
        let mut count = 0;
        for rank in (1..self.ranks()).filter(|_| self.sees_groups) {
            self.through_groups(rank, &mut |_| count += 1);
        }
        count
    }

    /// Moves what lies between the ends of an arc to one side of the group that it runs through: as far as the group reaches
    /// after the link that changes sides, or before it. Says whether any is.
    pub fn go_round(&mut self, layers: &Layers) -> bool {
        let most = (BUDGET / layers.items.len().max(1)).min(MOST);
        let mut tried = 0;
        let mut any = false;
        for _ in 0..ROUNDS {
            let mut again = false;
            for rank in 1..self.ranks() {
                let mut found: Vec<Through> = Vec::new();
                self.through_groups(rank, &mut |through| found.push(through));
                for through in found {
                    tried += 1;
                    if tried > most {
                        return any;
                    }
                    again |= self.try_round(layers, through);
                }
            }
            any |= again;
            if !again {
                break;
            }
        }
        any
    }

    fn try_round(&mut self, layers: &Layers, through: Through) -> bool {
        let before = self.crossings();
        let saved = self.save();
        for down in [true, false] {
            let mut at = if down { through.head } else { through.tail };
            let first = if down { through.starts_first } else { !through.starts_first };
            let mut ranks = Vec::new();
            while let Some(rank) = self.move_beside(layers, at, through.group, first) {
                ranks.push(rank);
                let next = if down { self.below.lists().of(at) } else { self.above.lists().of(at) };
                let &[only] = next else { break };
                at = only;
            }
            for &rank in &ranks {
                self.number(rank);
            }
            for &rank in &ranks {
                self.follow(rank);
            }
            if !ranks.is_empty() && self.crossings() < before {
                return true;
            }
            self.restore(&saved);
        }
        false
    }

    /// Moves an item on its way to one side of a group in its rank, if both are directly in the same place; returns the rank.
    fn move_beside(&mut self, layers: &Layers, item: u32, group: usize, first: bool) -> Option<usize> {
        let own = layers.items[item as usize];
        let is_there = (self.span[group].0..=self.span[group].1).contains(&own.rank);
        if !is_there || own.home != self.nest.parent[group] || !matches!(own.kind, Kind::Dummy | Kind::Label) {
            return None;
        }
        let rows = self.rows.of_rank(own.rank);
        let (outer, inner) = (
            rows.clone().find(|&row| self.rows.place[row] == own.home)?,
            rows.clone().find(|&row| self.rows.place[row] == group)?,
        );
        let range = self.rows.range(outer);
        let kids = &mut self.rows.kids[range];
        let from = kids.iter().position(|&kid| kid == item)?;
        let to = kids.iter().position(|&kid| kid == (self.rows.items + inner) as Kid)?;
        match (from < to, first) {
            (true, false) => kids[from..=to].rotate_left(1),
            (false, true) => kids[to..=from].rotate_right(1),
            _ => return None,
        }
        Some(own.rank)
    }
}
