//! Positions for graphs too large for the network simplex: nearly as straight, in a few linear passes.

use vitrine_lean::sort::sorted;

use super::bound::{Bound, Lists};

/// What pulls two variables together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spring {
    /// One end.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// The difference `b - a` at which it is at rest.
    pub rest: i32,
    /// How hard it pulls.
    pub weight: i32,
}

/// Whether a variable is an item, or the start or end of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Pulled by springs.
    Item,
    /// As late as what is behind it allows.
    Start,
    /// As early as what is before it allows.
    End,
}

/// Values that obey the bounds and leave the springs short.
///
/// Requires: the bounds, as arcs, form no cycle.
/// Ensures: every bound holds; the least value is 0; the time is linear in bounds and springs.
///
/// Each round lets every item wish for the mean of its neighbours, pushes the wishes apart once upwards and once
/// downwards, and takes the middle: the bounds are convex, so the middle of two solutions is one. Last, items
/// move to medians as far as the bounds leave them room.
pub(super) fn relax(roles: &[Role], home: &[(usize, usize)], bounds: &[Bound], springs: &[Spring]) -> Vec<i32> {
    const WORK: usize = 6_000_000;
    let rounds = (WORK / (bounds.len() + springs.len()).max(1)).clamp(6, 24);
    let net = Net::new(roles, home, bounds, springs);
    let mut x = net.push(&vec![0.0; roles.len()], true);
    for _ in 0..rounds {
        let wish = net.wishes(&x);
        let (up, down) = (net.push(&wish, true), net.push(&wish, false));
        for (x, (up, down)) in x.iter_mut().zip(up.iter().zip(&down)) {
            *x = f64::midpoint(*up, *down);
        }
    }
    // Rounding down keeps whole-number bounds.
    for x in &mut *x {
        *x = x.floor();
    }
    for _ in 0..3 {
        net.tighten(&mut x);
        for item in (0..roles.len()).filter(|&i| roles[i] == Role::Item) {
            net.move_to_median(item, &mut x);
        }
    }
    net.tighten(&mut x);
    let least = x.iter().copied().fold(f64::INFINITY, f64::min);
    x.into_iter().map(|v| (v - least) as i32).collect()
}

struct Net<'a> {
    roles: &'a [Role],
    bounds: &'a [Bound],
    springs: &'a [Spring],
    /// The start and end of the group around each item.
    home: &'a [(usize, usize)],
    /// The bounds from, to, and the springs at each variable.
    from: Lists,
    to: Lists,
    pulls: Vec<Vec<usize>>,
    /// The variables, each after those it is bound to exceed.
    order: Vec<usize>,
}

impl<'a> Net<'a> {
    fn new(roles: &'a [Role], home: &'a [(usize, usize)], bounds: &'a [Bound], springs: &'a [Spring]) -> Self {
        let (from, to) = (Lists::new(roles.len(), bounds, &|b| b.tail), Lists::new(roles.len(), bounds, &|b| b.head));
        let mut pulls = vec![Vec::new(); roles.len()];
        let mut waiting: Vec<usize> = (0..roles.len()).map(|v| to.at(v).len()).collect();
        for (i, s) in springs.iter().enumerate() {
            pulls[s.a].push(i);
            pulls[s.b].push(i);
        }
        let mut order: Vec<usize> = (0..roles.len()).filter(|&v| waiting[v] == 0).collect();
        let mut next = 0;
        while let Some(&v) = order.get(next) {
            next += 1;
            for &i in from.at(v) {
                let head = bounds[i].head;
                waiting[head] -= 1;
                if waiting[head] == 0 {
                    order.push(head);
                }
            }
        }
        Self { roles, bounds, springs, home, from, to, pulls, order }
    }

    /// Where a spring wants one of its ends.
    fn aim(&self, spring: usize, end: usize, x: &[f64]) -> f64 {
        let s = self.springs[spring];
        if s.a == end { x[s.b] - f64::from(s.rest) } else { x[s.a] + f64::from(s.rest) }
    }

    /// For each item the mean of where its springs want it, a little towards the middle of its group, so that the
    /// whole stays together; for groups what just holds their items.
    fn wishes(&self, x: &[f64]) -> Box<[f64]> {
        const HOME: f64 = 0.7;
        let mut wish: Box<[f64]> = x.into();
        for (v, pulls) in self.pulls.iter().enumerate().filter(|(_, p)| !p.is_empty()) {
            let (mut sum, mut weights) = (0.0, 0.0);
            for &i in pulls {
                let weight = f64::from(self.springs[i].weight);
                sum += weight * self.aim(i, v, x);
                weights += weight;
            }
            let home = f64::midpoint(x[self.home[v].0], x[self.home[v].1]);
            wish[v] = (sum + HOME * weights * home) / (weights * (1.0 + HOME));
        }
        for &v in self.order.iter().rev().filter(|&&v| self.roles[v] == Role::Start) {
            let within = self.from.at(v).iter().map(|&i| self.bounds[i]).filter(|b| self.roles[b.head] != Role::End);
            wish[v] = within.map(|b| wish[b.head] - f64::from(b.min)).fold(f64::INFINITY, f64::min).min(1e9);
        }
        for &v in self.order.iter().filter(|&&v| self.roles[v] == Role::End) {
            let within = self.to.at(v).iter().map(|&i| self.bounds[i]).filter(|b| self.roles[b.tail] != Role::Start);
            wish[v] = within.map(|b| wish[b.tail] + f64::from(b.min)).fold(f64::NEG_INFINITY, f64::max).max(-1e9);
        }
        wish
    }

    /// The least values above the wishes, or the greatest below, that obey the bounds.
    fn push(&self, wish: &[f64], up: bool) -> Box<[f64]> {
        let mut x: Box<[f64]> = wish.into();
        if up {
            for &v in &self.order {
                let lowest = self.lowest(v, &x);
                x[v] = if lowest > x[v] { lowest } else { x[v] };
            }
        } else {
            for &v in self.order.iter().rev() {
                let highest = self.highest(v, &x);
                x[v] = if highest < x[v] { highest } else { x[v] };
            }
        }
        x
    }

    fn lowest(&self, v: usize, x: &[f64]) -> f64 {
        let (bounds, mut lowest) = (self.bounds, f64::NEG_INFINITY);
        for &i in self.to.at(v) {
            let above = x[bounds[i].tail] + f64::from(bounds[i].min);
            lowest = if above > lowest { above } else { lowest };
        }
        lowest
    }

    fn highest(&self, v: usize, x: &[f64]) -> f64 {
        let (bounds, mut highest) = (self.bounds, f64::INFINITY);
        for &i in self.from.at(v) {
            let below = x[bounds[i].head] - f64::from(bounds[i].min);
            highest = if below < highest { below } else { highest };
        }
        highest
    }

    /// Draws the groups close around what they hold.
    fn tighten(&self, x: &mut [f64]) {
        for &v in &self.order {
            if self.roles[v] == Role::End {
                x[v] = self.lowest(v, x).max(-1e9);
            }
        }
        for &v in self.order.iter().rev() {
            if self.roles[v] == Role::Start {
                x[v] = self.highest(v, x).min(1e9);
            }
        }
    }

    /// Moves an item to the median of where its springs want it, as far as there is room on the way.
    fn move_to_median(&self, item: usize, x: &mut [f64]) {
        let pulls = &self.pulls[item];
        let aims: Vec<f64> = pulls.iter().map(|&i| self.aim(i, item, x)).collect();
        let weight = |at: usize| self.springs[pulls[at]].weight;
        let half = (0..aims.len()).map(weight).sum::<i32>() / 2;
        let mut sum = 0;
        let median = sorted(aims.len(), &|a, b| aims[a].total_cmp(&aims[b])).into_iter().find(|&at| {
            sum += weight(at);
            sum > half
        });
        let (lowest, highest) = (self.lowest(item, x), self.highest(item, x));
        if let Some(median) = median.filter(|_| lowest <= highest) {
            x[item] = aims[median].max(lowest).min(highest);
        }
    }
}
