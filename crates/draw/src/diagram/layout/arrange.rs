//! One state of the ordering: ranks whose groups stand together, and the sweeps that keep it so.

use vitrine_lean::sort::sort;

use super::around::MOST_SEEN;
use super::barycentre::{RankPlaces, middle};
use super::crossing::{NeighbourLists, Neighbours, crossings};
use super::nest::Nest;
use super::normalise::Layers;
use super::row::{Kid, Rows, sort_row};

/// How many crossings a link through a foreign group counts for.
const THROUGH: usize = 3;

/// Ranks in some order. The items of a group stand together in each, side by side in the order of the seats.
pub(super) struct Sheet<'a> {
    pub nest: &'a Nest,
    pub span: &'a [(usize, usize)],
    pub rows: Rows,
    pub above: Neighbours,
    pub below: Neighbours,
    /// The items of all ranks in order, and where each rank starts.
    order: Box<[u32]>,
    pub start: Box<[usize]>,
    /// The place of each item in its rank.
    pub place: Box<[u32]>,
    /// The order of the groups under each parent, the same in every rank.
    pub seat: Box<[usize]>,
    /// The crossings before each rank, and whether they must be counted again.
    count: Box<[usize]>,
    pub stale: Box<[bool]>,
    /// Whether links through foreign groups are counted, too.
    pub sees_groups: bool,
    pub room: Room,
}

/// Room for what is needed in passing.
#[derive(Default)]
pub(super) struct Room {
    keys: Box<[f32]>,
    /// Where each row's items start in their rank.
    pub begin: Box<[u32]>,
    fill: Box<[u32]>,
    tree: Vec<u32>,
    pub list: Vec<u32>,
    pub other: Vec<u32>,
}

/// An order to come back to.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Saved {
    kids: Box<[Kid]>,
    seat: Box<[usize]>,
}

impl<'a> Sheet<'a> {
    /// The ranks as they are, not yet in order.
    pub fn new(layers: &'a Layers, nest: &'a Nest) -> Self {
        let items = layers.items.len();
        let rows = Rows::new(layers, nest);
        let mut start = vec![0];
        for rank in &layers.ranks {
            start.push(start[start.len() - 1] + rank.len());
        }
        let room = Room {
            keys: vec![0.0; items + rows.place.len()].into(),
            begin: vec![0; rows.place.len()].into(),
            fill: vec![0; items].into(),
            ..Room::default()
        };
        Self {
            nest,
            span: &layers.span,
            rows,
            above: Neighbours::new(layers, true),
            below: Neighbours::new(layers, false),
            order: vec![0; items].into(),
            start: start.into(),
            place: vec![0; items].into(),
            seat: (0..nest.len()).collect(),
            count: vec![0; layers.ranks.len()].into(),
            stale: vec![true; layers.ranks.len()].into(),
            sees_groups: nest.len() > 1 && nest.len() * layers.links.len() < MOST_SEEN,
            room,
        }
    }

    pub fn ranks(&self) -> usize {
        self.count.len()
    }

    /// The items of a rank in order.
    pub fn rank(&self, rank: usize) -> &[u32] {
        &self.order[self.start[rank]..self.start[rank + 1]]
    }

    /// The items of a rank in order.
    pub fn items(&self, rank: usize) -> Vec<usize> {
        self.rank(rank).iter().map(|&item| item as usize).collect()
    }

    /// Puts every rank in the order of `values`, one an item.
    pub fn begin(&mut self, values: &[f32]) {
        let mut means: Vec<(f32, f32)> = vec![(0.0, 0.0); self.nest.len()];
        for row in 0..self.rows.place.len() {
            for &kid in self.rows.kids_of(row).iter().filter(|&&kid| self.rows.row(kid).is_none()) {
                let mean = &mut means[self.rows.place[row]];
                *mean = (mean.0 + values[kid as usize], mean.1 + 1.0);
            }
        }
        self.seat_by(means);
        for rank in 0..self.ranks() {
            self.room.keys[..values.len()].copy_from_slice(values);
            self.arrange(rank, false);
        }
        for rank in 0..self.ranks() {
            self.follow(rank);
        }
    }

    /// An order to come back to.
    pub fn save(&self) -> Saved {
        Saved { kids: self.rows.kids.clone(), seat: self.seat.clone() }
    }

    /// Comes back to an order.
    pub fn restore(&mut self, saved: &Saved) {
        self.rows.kids.copy_from_slice(&saved.kids);
        self.seat.copy_from_slice(&saved.seat);
        for rank in 0..self.ranks() {
            self.number(rank);
        }
        for rank in 0..self.ranks() {
            self.follow(rank);
        }
    }

    /// Numbers the items of a rank whose rows have changed.
    pub fn number(&mut self, rank: usize) {
        let order = &mut self.order[self.start[rank]..self.start[rank + 1]];
        self.rows.write(rank, &mut self.room.begin, order, &mut self.place);
        self.stale[rank] = true;
        if let Some(stale) = self.stale.get_mut(rank + 1) {
            *stale = true;
        }
    }

    /// Puts the lists of a rank's neighbours in its order.
    pub fn follow(&mut self, rank: usize) {
        let range = |r: usize| self.start[r]..self.start[r + 1];
        let own = &self.order[range(rank)];
        if rank > 0 {
            self.below.follow(own, &self.order[range(rank - 1)], self.above.lists(), &mut self.room.fill);
        }
        if rank + 1 < self.count.len() {
            self.above.follow(own, &self.order[range(rank + 1)], self.below.lists(), &mut self.room.fill);
        }
    }

    /// Where the items of a rank are, from its middle.
    pub fn places_of(&self, rank: usize) -> RankPlaces<'_> {
        let items = self.start.get(rank + 1).map_or(0, |end| end - self.start[rank]);
        RankPlaces { place: &self.place, middle: (items.max(1) - 1) as f32 / 2.0 }
    }

    /// The ranks before and after, in which the neighbours of the items of a rank are.
    fn sides(&self, rank: usize) -> [(NeighbourLists<'_>, RankPlaces<'_>); 2] {
        let before = self.places_of(rank.saturating_sub(1));
        [(self.above.lists(), before), (self.below.lists(), self.places_of(rank + 1))]
    }

    /// Orders each rank by its neighbours, from the first on or from the last back: by the medians of those in the rank
    /// before it, or by the barycentres of those on both sides.
    pub fn sweep(&mut self, down: bool, ties_turned: bool, both_sides: bool) {
        let count = self.ranks();
        for step in 1..count {
            let (rank, fixed) = if down { (step, step - 1) } else { (count - 1 - step, count - step) };
            let mut keys = std::mem::take(&mut self.room.keys);
            let (own, sides) = (self.places_of(rank), self.sides(rank));
            let (neighbours, places) = sides[usize::from(fixed > rank)];
            for &item in self.rank(rank) {
                let wish = if both_sides { middle(item, &sides) } else { places.median(neighbours.of(item)) };
                keys[item as usize] = wish.unwrap_or_else(|| own.offset(item));
            }
            self.room.keys = keys;
            self.arrange(rank, ties_turned);
            self.follow(rank);
        }
    }

    /// Seats the groups by where all their neighbours are.
    pub fn reseat(&mut self) {
        let mut means = vec![(0.0, 0.0); self.nest.len()];
        for rank in 0..self.ranks() {
            let (here, [(above, before), (below, after)]) = (self.places_of(rank), self.sides(rank));
            for row in self.rows.of_rank(rank) {
                let mean: &mut (f32, f32) = &mut means[self.rows.place[row]];
                for &item in self.rows.kids_of(row).iter().filter(|&&kid| self.rows.row(kid).is_none()) {
                    let own = here.offset(item);
                    let a = before.barycentre(above.of(item)).unwrap_or(own);
                    let b = after.barycentre(below.of(item)).unwrap_or(own);
                    *mean = (mean.0 + f32::midpoint(a, b), mean.1 + 1.0);
                }
            }
        }
        self.seat_by(means);
        for rank in 0..self.ranks() {
            self.sit(rank);
            self.number(rank);
        }
        for rank in 0..self.ranks() {
            self.follow(rank);
        }
    }

    /// Seats the groups by the means of values, given as sum and number.
    fn seat_by(&mut self, mut means: Vec<(f32, f32)>) {
        for place in (1..means.len()).rev() {
            let inner = means[place];
            let outer = &mut means[self.nest.parent[place]];
            *outer = (outer.0 + inner.0, outer.1 + inner.1);
        }
        let mean = |place: usize| means[place].0 / means[place].1.max(1.0);
        let mut order: Vec<usize> = (0..means.len()).collect();
        sort(&mut order, &|a, b| mean(a).total_cmp(&mean(b)).then(self.seat[a].cmp(&self.seat[b])));
        for (seat, place) in order.into_iter().enumerate() {
            self.seat[place] = seat;
        }
    }

    /// Puts the groups of a rank in the order of the seats, each in the place of another.
    pub fn sit(&mut self, rank: usize) {
        if self.nest.len() == 1 {
            return;
        }
        for row in self.rows.of_rank(rank) {
            let range = self.rows.range(row);
            let groups: Vec<usize> = range.clone().filter(|&at| self.rows.row(self.rows.kids[at]).is_some()).collect();
            let mut kids: Vec<usize> = groups.iter().map(|&at| self.rows.kids[at] as usize).collect();
            sort(&mut kids, &|a, b| self.seat_of(a).cmp(&self.seat_of(b)));
            for (at, kid) in groups.into_iter().zip(kids) {
                self.rows.kids[at] = kid as Kid;
            }
        }
    }

    /// The seat of the group that a kid is.
    fn seat_of(&self, kid: usize) -> usize {
        self.rows.row(kid as Kid).map_or(0, |row| self.seat[self.rows.place[row]])
    }

    /// Sorts the rows of a rank by the keys of its items, groups by the mean of theirs, seats permitting.
    fn arrange(&mut self, rank: usize, ties_turned: bool) {
        let rows = self.rows.of_rank(rank);
        for row in rows.clone().skip(1).rev() {
            let kids = self.rows.kids_of(row);
            let sum: f32 = kids.iter().map(|&k| self.room.keys[k as usize] * self.rows.size_of(k) as f32).sum();
            let own = self.rows.items + row;
            self.room.keys[own] = sum / self.rows.size_of(own as Kid) as f32;
        }
        for row in rows.clone() {
            if rows.len() > 1 {
                self.pool(row);
            }
            let range = self.rows.range(row);
            let kids = &mut self.rows.kids[range];
            if ties_turned {
                kids.reverse();
            }
            sort_row(kids, &self.room.keys, &mut self.room.list);
        }
        self.sit(rank);
        self.number(rank);
    }

    /// Where the keys of groups side by side contradict their seats, those that do share the mean of theirs (pool
    /// adjacent violators).
    fn pool(&mut self, row: usize) {
        let kids = self.rows.kids_of(row).iter().map(|&kid| kid as usize);
        let mut groups: Vec<usize> = kids.filter(|&kid| kid >= self.rows.items).collect();
        sort(&mut groups, &|a, b| self.seat_of(a).cmp(&self.seat_of(b)));
        let mut pools: Vec<(f32, f32, usize)> = Vec::new();
        for &kid in &groups {
            let size = self.rows.size_of(kid as Kid) as f32;
            let mut pool = (self.room.keys[kid] * size, size, 1);
            while let Some(last) = pools.pop_if(|l| l.0 / l.1 >= pool.0 / pool.1) {
                pool = (pool.0 + last.0, pool.1 + last.1, pool.2 + last.2);
            }
            pools.push(pool);
        }
        let pooled = pools.iter().flat_map(|p| std::iter::repeat_n(p.0 / p.1, p.2));
        for (kid, key) in groups.into_iter().zip(pooled) {
            self.room.keys[kid] = key;
        }
    }

    /// How many links cross, one another or a foreign group.
    pub fn crossings(&mut self) -> usize {
        for rank in 1..self.ranks() {
            if !std::mem::take(&mut self.stale[rank]) {
                continue;
            }
            let places = self.start[rank + 1] - self.start[rank];
            let above = &self.order[self.start[rank - 1]..self.start[rank]];
            self.count[rank] = crossings(above, self.below.lists(), &self.place, places, &mut self.room.tree);
            if self.sees_groups {
                let mut count = 0;
                self.through_groups(rank, &mut |_| count += THROUGH);
                self.count[rank] += count;
            }
        }
        self.count.iter().sum()
    }

    /// Steps aside of all links, in places.
    pub fn length(&self) -> f32 {
        let mut sum = 0.0;
        for rank in 0..self.ranks() {
            let (own, [_, (below, after)]) = (self.places_of(rank), self.sides(rank));
            for &item in self.rank(rank) {
                let here = own.offset(item);
                sum += below.of(item).iter().map(|&n| (after.offset(n) - here).abs()).sum::<f32>();
            }
        }
        sum
    }
}
