//! One state of the ordering: ranks whose groups stand together, and the moves that keep it so.

use std::cmp::Ordering;

use super::crossing::crossings;
use super::nest::{Nest, ROOT};
use super::normalise::Layers;
use super::sort::{sort, sorted};

/// Ranks in some order. The items of a group stand together in each, side by side in the order of the seats.
#[derive(Debug, Clone)]
pub(super) struct Sheet<'a> {
    nest: &'a Nest,
    home: Vec<usize>,
    below: Vec<Vec<usize>>,
    above: Vec<Vec<usize>>,
    /// The items of each rank.
    pub ranks: Vec<Vec<usize>>,
    /// The place of each item in its rank.
    place: Vec<usize>,
    /// The order of the groups under each parent, the same in every rank.
    seat: Vec<usize>,
    /// Crossings, as of the last [`Sheet::measure`].
    pub crossings: usize,
    /// Steps aside of all links, as of the last [`Sheet::measure`].
    pub length: f64,
}

/// What siblings in a rank are sorted by. Lexicographic, so a total order.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Key {
    value: f64,
    tie: f64,
    seat: f64,
}

impl Key {
    fn compare(self, other: Self) -> Ordering {
        self.value.total_cmp(&other.value).then(self.tie.total_cmp(&other.tie)).then(self.seat.total_cmp(&other.seat))
    }
}

impl<'a> Sheet<'a> {
    /// The ranks as they are, not yet in order.
    pub fn new(layers: &Layers, nest: &'a Nest) -> Self {
        let count = layers.items.len();
        let (mut below, mut above) = (vec![Vec::new(); count], vec![Vec::new(); count]);
        for link in &layers.links {
            below[link.tail].push(link.head);
            above[link.head].push(link.tail);
        }
        let mut sheet = Self {
            nest,
            home: layers.items.iter().map(|i| i.home).collect(),
            below,
            above,
            ranks: layers.ranks.clone(),
            place: vec![0; count],
            seat: (0..nest.len()).collect(),
            crossings: usize::MAX,
            length: 0.0,
        };
        for rank in 0..sheet.ranks.len() {
            sheet.number(rank);
        }
        sheet
    }

    /// Puts every rank in the order of `values`, one an item.
    pub fn begin(&mut self, values: &[f64]) {
        self.seat_by(values);
        for rank in 0..self.ranks.len() {
            self.arrange(rank, values, false);
        }
    }

    fn number(&mut self, rank: usize) {
        for (place, &item) in self.ranks[rank].iter().enumerate() {
            self.place[item] = place;
        }
    }

    /// How far an item is from the middle of its rank of `count`.
    fn offset(&self, item: usize, count: usize) -> f64 {
        self.place[item] as f64 - (count as f64 - 1.0) / 2.0
    }

    fn barycentre(&self, near: &[usize], count: usize) -> Option<f64> {
        if near.is_empty() {
            return None;
        }
        Some(near.iter().map(|&n| self.offset(n, count)).sum::<f64>() / near.len() as f64)
    }

    /// Orders each rank by the barycentres of the one before it, from the first on or from the last back.
    pub fn sweep(&mut self, down: bool, ties_turned: bool) {
        let count = self.ranks.len();
        let mut values = vec![0.0; self.home.len()];
        for step in 1..count {
            let (rank, fixed) = if down { (step, step - 1) } else { (count - 1 - step, count - step) };
            let (here, there) = (self.ranks[rank].len(), self.ranks[fixed].len());
            for &item in &self.ranks[rank] {
                let near = if down { &self.above[item] } else { &self.below[item] };
                values[item] = self.barycentre(near, there).unwrap_or_else(|| self.offset(item, here));
            }
            self.arrange(rank, &values, ties_turned);
        }
    }

    /// Seats the groups by where all their neighbours are.
    pub fn reseat(&mut self) {
        let mut values = vec![0.0; self.home.len()];
        for rank in 0..self.ranks.len() {
            let size = |r: usize| self.ranks.get(r).map_or(0, Vec::len);
            for &item in &self.ranks[rank] {
                let own = self.offset(item, size(rank));
                let a = self.barycentre(&self.above[item], size(rank.wrapping_sub(1))).unwrap_or(own);
                let b = self.barycentre(&self.below[item], size(rank + 1)).unwrap_or(own);
                values[item] = f64::midpoint(a, b);
            }
        }
        self.seat_by(&values);
    }

    fn seat_by(&mut self, values: &[f64]) {
        let nest = self.nest;
        let mut sums = vec![(0.0, 0.0_f64); nest.len()];
        for (&home, value) in self.home.iter().zip(values) {
            sums[home].0 += value;
            sums[home].1 += 1.0;
        }
        for place in (1..nest.len()).rev() {
            let inner = sums[place];
            let outer = &mut sums[nest.parent[place]];
            *outer = (outer.0 + inner.0, outer.1 + inner.1);
        }
        let mean = |place: usize| sums[place].0 / sums[place].1.max(1.0);
        let order = sorted(nest.len(), &|a, b| mean(a).total_cmp(&mean(b)).then(self.seat[a].cmp(&self.seat[b])));
        for (seat, place) in order.into_iter().enumerate() {
            self.seat[place] = seat;
        }
    }

    /// Swaps a group with the next of its siblings, if it has one, and puts every rank in order.
    pub fn swap_seats(&mut self, place: usize) -> bool {
        let parent = self.nest.parent[place];
        let next = (1..self.nest.len())
            .filter(|&p| p != place && self.nest.parent[p] == parent && self.seat[p] > self.seat[place])
            .min_by_key(|&p| self.seat[p]);
        let Some(next) = next else { return false };
        self.seat.swap(place, next);
        let values: Vec<f64> = self.place.iter().map(|&p| p as f64).collect();
        for rank in 0..self.ranks.len() {
            self.arrange(rank, &values, false);
        }
        true
    }

    /// Sorts a rank by `values`, groups by the mean of theirs, seats permitting.
    fn arrange(&mut self, rank: usize, values: &[f64], ties_turned: bool) {
        let sign = if ties_turned { -1.0 } else { 1.0 };
        let mut items = std::mem::take(&mut self.ranks[rank]);
        let groups = self.group_keys(&items, values, sign);
        let key = |item: usize| Key { value: values[item], tie: sign * self.place[item] as f64, seat: 0.0 };
        sort(&mut items, &|a, b| {
            let fork = self.nest.fork(self.home[a], self.home[b]);
            let first = fork.first.map_or_else(|| key(a), |g| groups[g]);
            let second = fork.second.map_or_else(|| key(b), |g| groups[g]);
            first.compare(second)
        });
        self.ranks[rank] = items;
        self.number(rank);
    }

    /// The keys of the groups in a rank: where their means contradict the seats, the contradicting ones share theirs
    /// (pool adjacent violators).
    fn group_keys(&self, items: &[usize], values: &[f64], sign: f64) -> Vec<Key> {
        let nest = self.nest;
        let mut sums = vec![(0.0, 0.0, f64::INFINITY); nest.len()];
        let mut present = Vec::new();
        for &item in items {
            let mut at = self.home[item];
            loop {
                let sum = &mut sums[at];
                if sum.1 == 0.0 && at != ROOT {
                    present.push(at);
                }
                *sum = (sum.0 + values[item], sum.1 + 1.0, sum.2.min(sign * self.place[item] as f64));
                if at == ROOT {
                    break;
                }
                at = nest.parent[at];
            }
        }
        let seat = |p: usize| (nest.parent[p], self.seat[p]);
        sort(&mut present, &|a, b| seat(a).cmp(&seat(b)));
        let mut keys = vec![Key::default(); nest.len()];
        for siblings in present.chunk_by(|&a, &b| nest.parent[a] == nest.parent[b]) {
            let mut pools: Vec<(f64, f64, usize)> = Vec::new();
            for &place in siblings {
                let mut pool = (sums[place].0, sums[place].1, 1);
                while let Some(last) = pools.pop_if(|l| l.0 / l.1 >= pool.0 / pool.1) {
                    pool = (pool.0 + last.0, pool.1 + last.1, pool.2 + last.2);
                }
                pools.push(pool);
            }
            let pooled = pools.iter().flat_map(|p| std::iter::repeat_n(p.0 / p.1, p.2));
            let mut tie = f64::NEG_INFINITY;
            for (&place, value) in siblings.iter().zip(pooled) {
                tie = tie.max(sums[place].2);
                keys[place] = Key { value, tie, seat: 1.0 + self.seat[place] as f64 };
            }
        }
        keys
    }

    /// Swaps neighbours as long as that saves crossings.
    pub fn transpose(&mut self) {
        const ROUNDS: usize = 4;
        for _ in 0..ROUNDS {
            let mut gain = false;
            for rank in 0..self.ranks.len() {
                let mut at = 0;
                while at + 1 < self.ranks[rank].len() {
                    gain |= self.swap_at(rank, at);
                    at += 1;
                }
            }
            if !gain {
                return;
            }
        }
    }

    /// Swaps what ends at `at` with what starts after it, if that saves crossings: two items, or an item and a group.
    fn swap_at(&mut self, rank: usize, at: usize) -> bool {
        const MOST: usize = 24;
        let row = &self.ranks[rank];
        let fork = self.nest.fork(self.home[row[at]], self.home[row[at + 1]]);
        if fork.first.is_some() && fork.second.is_some() {
            return false;
        }
        let inside = |place: usize, group: usize| self.nest.within(self.home[row[place]], group);
        let start = fork.first.map_or(at, |g| (0..at).rev().take_while(|&p| inside(p, g)).last().unwrap_or(at));
        let end =
            fork.second.map_or(at + 1, |g| (at + 2..row.len()).take_while(|&p| inside(p, g)).last().unwrap_or(at + 1));
        if end - start > MOST {
            return false;
        }
        let (left, right) = (&row[start..=at], &row[at + 1..=end]);
        let (mut now, mut then) = (0, 0);
        for &a in left {
            for &b in right {
                for near in [&self.above, &self.below] {
                    let (as_is, swapped) = self.inversions(&near[a], &near[b]);
                    now += as_is;
                    then += swapped;
                }
            }
        }
        if then >= now {
            return false;
        }
        let shift = at + 1 - start;
        self.ranks[rank][start..=end].rotate_left(shift);
        for place in start..=end {
            self.place[self.ranks[rank][place]] = place;
        }
        true
    }

    /// The crossings of two items' links to one rank, with the one before the other and the other way round.
    fn inversions(&self, a: &[usize], b: &[usize]) -> (usize, usize) {
        const MOST: usize = 40;
        let (mut now, mut then) = (0, 0);
        for &x in a.iter().take(MOST) {
            for &y in b.iter().take(MOST) {
                now += usize::from(self.place[x] > self.place[y]);
                then += usize::from(self.place[x] < self.place[y]);
            }
        }
        (now, then)
    }

    /// Counts the crossings and the steps aside.
    pub fn measure(&mut self) {
        let (mut ends, mut tree) = (Vec::new(), Vec::new());
        (self.crossings, self.length) = (0, 0.0);
        for pair in self.ranks.windows(2) {
            ends.clear();
            for &item in &pair[0] {
                let mut near: Vec<usize> = self.below[item].iter().map(|&other| self.place[other]).collect();
                sort(&mut near, &|a, b| a.cmp(&b));
                ends.extend(near);
                for &other in &self.below[item] {
                    let aside = self.offset(item, pair[0].len()) - self.offset(other, pair[1].len());
                    self.length += aside.abs();
                }
            }
            self.crossings += crossings(&ends, &mut tree);
        }
    }

    /// Whether this has fewer crossings, or as many on shorter ways.
    pub fn better_than(&self, other: &Self) -> bool {
        self.crossings < other.crossings || (self.crossings == other.crossings && self.length + 1e-6 < other.length)
    }
}
