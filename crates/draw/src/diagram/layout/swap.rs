//! The moves of the ordering that are made only if they save crossings: neighbours, and groups, change places.

use vitrine_lean::sort::sort;

use super::arrange::Sheet;
use super::crossing::NeighbourLists;
use super::row::Kid;

impl Sheet<'_> {
    /// Swaps neighbours in the ranks as long as that saves crossings (Gansner et al. 1993 §3).
    pub fn transpose(&mut self, rounds: usize) {
        let mut again = vec![true; self.ranks()];
        for round in 0..rounds {
            let mut any = false;
            for rank in 0..again.len() {
                if !std::mem::take(&mut again[rank]) || !self.transpose_rank(rank, round == 0) {
                    continue;
                }
                self.number(rank);
                self.follow(rank);
                any = true;
                for near in [rank.wrapping_sub(1), rank, rank + 1] {
                    if let Some(again) = again.get_mut(near) {
                        *again = true;
                    }
                }
            }
            if !any {
                return;
            }
        }
    }

    fn transpose_rank(&mut self, rank: usize, groups: bool) -> bool {
        let mut changed = false;
        let mut kids = std::mem::take(&mut self.rows.kids);
        let items = self.rows.items as u32;
        let (sides, place) = ([self.above.lists(), self.below.lists()], &*self.place);
        for row in self.rows.of_rank(rank) {
            let row = &mut kids[self.rows.range(row)];
            for at in 1..row.len() {
                let (a, b) = (row[at - 1], row[at]);
                let gain = if a < items && b < items {
                    inversions(sides[0].of(a), sides[0].of(b), place)
                        + inversions(sides[1].of(a), sides[1].of(b), place)
                } else {
                    0
                };
                if gain > 0 {
                    row.swap(at - 1, at);
                    changed = true;
                }
            }
        }
        self.rows.kids = kids;
        (groups && self.transpose_groups(rank)) || changed
    }

    /// The same for an item and a group.
    fn transpose_groups(&mut self, rank: usize) -> bool {
        let mut changed = false;
        if self.nest.len() == 1 {
            return changed;
        }
        for row in self.rows.of_rank(rank) {
            let range = self.rows.range(row);
            for at in range.start + 1..range.end {
                if self.gain(self.rows.kids[at - 1], self.rows.kids[at]) > 0 {
                    self.rows.kids.swap(at - 1, at);
                    changed = true;
                }
            }
        }
        changed
    }

    /// How many crossings it saves to swap an item and a group side by side.
    fn gain(&mut self, a: Kid, b: Kid) -> isize {
        const MOST: u32 = 24;
        if self.rows.row(a).is_some() == self.rows.row(b).is_some()
            || self.rows.size_of(a) + self.rows.size_of(b) > MOST
        {
            return 0;
        }
        let (mut list, mut other) = (std::mem::take(&mut self.room.list), std::mem::take(&mut self.room.other));
        let mut gain = 0;
        for neighbours in [self.above.lists(), self.below.lists()] {
            self.gather(a, neighbours, &mut list);
            self.gather(b, neighbours, &mut other);
            for &x in &list {
                for &y in &other {
                    gain += isize::from(x > y) - isize::from(x < y);
                }
            }
        }
        (self.room.list, self.room.other) = (list, other);
        gain
    }

    /// The places of the neighbours of all items in a kid.
    fn gather(&self, kid: Kid, neighbours: NeighbourLists, list: &mut Vec<u32>) {
        list.clear();
        let mut kids = vec![kid];
        while let Some(kid) = kids.pop() {
            match self.rows.row(kid) {
                Some(row) => kids.extend(self.rows.kids_of(row)),
                None => list.extend(neighbours.of(kid).iter().map(|&n| self.place[n as usize])),
            }
        }
    }

    /// Tries pairs of groups that stand side by side the other way round, in all their ranks at once, as long as no more
    /// than `budget` items have been looked at. Says whether that saved crossings.
    pub fn swap_groups(&mut self, budget: usize) -> bool {
        let (mut gain, mut work) = (false, 0);
        let mut order: Vec<usize> = (1..self.nest.len()).collect();
        let key = |p: usize| (self.nest.parent[p], self.seat[p]);
        sort(&mut order, &|a, b| key(a).cmp(&key(b)));
        for first in 0..order.len() {
            let a = order[first];
            let meets = |b: usize| self.span[b].0 <= self.span[a].1 && self.span[a].0 <= self.span[b].1;
            let siblings = order[first + 1..].iter().take_while(|&&b| self.nest.parent[b] == self.nest.parent[a]);
            let Some(by) = siblings.clone().position(|&b| meets(b)) else { continue };
            let before = self.crossings();
            let run = first..first + by + 2;
            work += self.items_of(&order[run.clone()]);
            if work > budget {
                break;
            }
            self.exchange(&mut order[run.clone()], true);
            if self.crossings() < before {
                gain = true;
            } else {
                self.exchange(&mut order[run], false);
            }
        }
        gain
    }

    /// The first and last rank of some groups.
    fn ranks_of(&self, groups: &[usize]) -> (usize, usize) {
        let spans = groups.iter().map(|&place| self.span[place]);
        spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or_default()
    }

    /// How many items are in the ranks of some groups.
    fn items_of(&self, groups: &[usize]) -> usize {
        let (first, last) = self.ranks_of(groups);
        self.start[last + 1] - self.start[first]
    }

    /// Turns the seats of a run of groups by one, to the left or back.
    fn exchange(&mut self, run: &mut [usize], left: bool) {
        let seats: Vec<usize> = run.iter().map(|&p| self.seat[p]).collect();
        if left {
            run.rotate_left(1);
        } else {
            run.rotate_right(1);
        }
        for (&place, seat) in run.iter().zip(seats) {
            self.seat[place] = seat;
        }
        let (first, last) = self.ranks_of(run);
        for rank in first..=last {
            self.sit(rank);
            self.number(rank);
        }
        for rank in first..=last {
            self.follow(rank);
        }
    }
}

/// How many more pairs of neighbours are out of order than in order, with `a` before `b`; both lists are in order.
#[expect(clippy::inline_always, reason = "most lists have one entry, and a call costs more than that")]
#[inline(always)]
fn inversions(a: &[u32], b: &[u32], place: &[u32]) -> isize {
    let at = |item: u32| place[item as usize];
    match (a, b) {
        ([], _) | (_, []) => 0,
        (&[a], &[b]) => isize::from(at(a) > at(b)) - isize::from(at(a) < at(b)),
        _ => merged_inversions(a, b, place),
    }
}

fn merged_inversions(a: &[u32], b: &[u32], place: &[u32]) -> isize {
    let (mut sum, mut less, mut upto) = (0, 0, 0);
    for &x in a {
        let x = place[x as usize];
        while less < b.len() && place[b[less] as usize] < x {
            less += 1;
        }
        while upto < b.len() && place[b[upto] as usize] <= x {
            upto += 1;
        }
        sum += less.cast_signed() - (b.len() - upto).cast_signed();
    }
    sum
}
