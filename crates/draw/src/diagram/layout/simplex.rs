//! Network simplex: the integers that obey lower bounds on their differences and make a weighted sum of those
//! differences least. Ranks and positions are both such a problem.
//!
//! Gansner, Koutsofios, North & Vo, "A technique for drawing directed graphs", IEEE TSE 19(3), 1993, §2.3–2.4.

use super::bound::Bound;

/// Values for `count` variables.
///
/// Requires: ends below `count`; the bounds, as arcs, form no cycle.
/// Ensures: every bound holds; the cost is least if `budget`, the number of bounds it may look at, was enough and
/// the bounds connect all variables; the least value is 0.
pub(super) fn solve(count: usize, bounds: &[Bound], budget: usize) -> Vec<i32> {
    let mut x = Vec::new();
    solve_on(count, bounds, budget, &mut x);
    x
}

/// As [`solve`], but on from values that obey the bounds, if there are any: quick if they are nearly the best.
pub(super) fn solve_on(count: usize, bounds: &[Bound], budget: usize, x: &mut Vec<i32>) {
    let mut s = Simplex::new(count, bounds);
    if x.is_empty() {
        s.stack_up();
    } else {
        s.x.clone_from(x);
    }
    if count > 1 && s.span(budget) {
        s.number(0, NONE, 0);
        s.cut_all();
        s.pivot(budget);
    }
    let least = s.x.iter().copied().min().unwrap_or(0);
    for x in &mut s.x {
        *x -= least;
    }
    *x = s.x;
}

const NONE: usize = usize::MAX;

struct Simplex<'a> {
    bounds: &'a [Bound],
    x: Vec<i32>,
    /// The bounds at each variable.
    at: Vec<Vec<usize>>,
    /// The tree's bounds at each variable.
    tree_at: Vec<Vec<usize>>,
    /// The tree's bounds.
    tree: Vec<usize>,
    /// Where each bound is in `tree`, or `NONE`.
    seat: Vec<usize>,
    cut: Vec<i32>,
    /// The tree's bound towards the root.
    up: Vec<usize>,
    /// The number of each variable in postorder, and the lowest in its subtree.
    lim: Vec<usize>,
    low: Vec<usize>,
    work: usize,
}

impl<'a> Simplex<'a> {
    fn new(count: usize, bounds: &'a [Bound]) -> Self {
        let mut at = vec![Vec::new(); count];
        for (i, b) in bounds.iter().enumerate() {
            at[b.tail].push(i);
            at[b.head].push(i);
        }
        Self {
            bounds,
            x: vec![0; count],
            at,
            tree_at: vec![Vec::new(); count],
            tree: Vec::new(),
            seat: vec![NONE; bounds.len()],
            cut: vec![0; bounds.len()],
            up: vec![NONE; count],
            lim: vec![0; count],
            low: vec![0; count],
            work: 0,
        }
    }

    fn slack(&self, bound: usize) -> i32 {
        let b = self.bounds[bound];
        self.x[b.head] - self.x[b.tail] - b.min
    }

    fn other(&self, bound: usize, end: usize) -> usize {
        let b = self.bounds[bound];
        if b.tail == end { b.head } else { b.tail }
    }

    /// Longest paths from the sources; then each source as high as it can go, so that it touches something.
    fn stack_up(&mut self) {
        let count = self.x.len();
        let mut waiting = vec![0usize; count];
        for b in self.bounds {
            waiting[b.head] += 1;
        }
        let mut ready: Vec<usize> = (0..count).filter(|&n| waiting[n] == 0).collect();
        let sources = ready.len();
        let mut next = 0;
        while let Some(&n) = ready.get(next) {
            next += 1;
            for i in 0..self.at[n].len() {
                let b = self.bounds[self.at[n][i]];
                if b.tail == n {
                    self.x[b.head] = self.x[b.head].max(self.x[n] + b.min);
                    waiting[b.head] -= 1;
                    if waiting[b.head] == 0 {
                        ready.push(b.head);
                    }
                }
            }
        }
        for &n in &ready[..sources] {
            let highest = self.at[n].iter().map(|&i| self.x[self.bounds[i].head] - self.bounds[i].min).min();
            self.x[n] = highest.unwrap_or(0);
        }
    }

    /// A spanning tree of tight bounds, moving what is spanned so far towards the nearest rest. False if the bounds
    /// do not connect the variables, or that is too much work.
    fn span(&mut self, budget: usize) -> bool {
        let count = self.x.len();
        let mut spanned = vec![false; count];
        let mut members = vec![0];
        spanned[0] = true;
        let mut next = 0;
        loop {
            while let Some(&n) = members.get(next) {
                next += 1;
                for i in 0..self.at[n].len() {
                    let bound = self.at[n][i];
                    let other = self.other(bound, n);
                    if !spanned[other] && self.slack(bound) == 0 {
                        spanned[other] = true;
                        members.push(other);
                        self.join(bound);
                    }
                }
            }
            if members.len() == count {
                return true;
            }
            self.work += self.bounds.len() + members.len();
            let crosses = |&i: &usize| spanned[self.bounds[i].tail] != spanned[self.bounds[i].head];
            let nearest = (0..self.bounds.len()).filter(crosses).min_by_key(|&i| self.slack(i));
            let Some(nearest) = nearest.filter(|_| self.work <= budget) else { return false };
            let inside_is_tail = spanned[self.bounds[nearest].tail];
            let by = if inside_is_tail { self.slack(nearest) } else { -self.slack(nearest) };
            for &n in &members {
                self.x[n] += by;
            }
            let b = self.bounds[nearest];
            let fresh = if inside_is_tail { b.head } else { b.tail };
            spanned[fresh] = true;
            members.push(fresh);
            self.join(nearest);
        }
    }

    fn join(&mut self, bound: usize) {
        self.seat[bound] = self.tree.len();
        self.tree.push(bound);
        self.tree_at[self.bounds[bound].tail].push(bound);
        self.tree_at[self.bounds[bound].head].push(bound);
    }

    fn exchange(&mut self, leave: usize, enter: usize) {
        let seat = self.seat[leave];
        self.seat[leave] = NONE;
        self.seat[enter] = seat;
        self.tree[seat] = enter;
        for end in [self.bounds[leave].tail, self.bounds[leave].head] {
            self.tree_at[end].retain(|&b| b != leave);
        }
        self.tree_at[self.bounds[enter].tail].push(enter);
        self.tree_at[self.bounds[enter].head].push(enter);
    }

    /// Numbers the subtree of `root` in postorder from `from`.
    fn number(&mut self, root: usize, up: usize, from: usize) {
        let mut lim = from;
        let mut stack = vec![(root, 0)];
        self.up[root] = up;
        self.low[root] = lim;
        while let Some((n, next)) = stack.last_mut() {
            let n = *n;
            let Some(&bound) = self.tree_at[n].get(*next) else {
                self.lim[n] = lim;
                lim += 1;
                stack.pop();
                continue;
            };
            *next += 1;
            if bound != self.up[n] {
                let child = self.other(bound, n);
                self.up[child] = bound;
                self.low[child] = lim;
                stack.push((child, 0));
            }
        }
    }

    fn in_subtree(&self, n: usize, root: usize) -> bool {
        self.low[root] <= self.lim[n] && self.lim[n] <= self.lim[root]
    }

    /// The cut value of every tree bound, leaves first.
    fn cut_all(&mut self) {
        let mut by_lim: Vec<usize> = vec![0; self.x.len()];
        for (n, &lim) in self.lim.iter().enumerate() {
            by_lim[lim] = n;
        }
        for n in by_lim {
            let up = self.up[n];
            if up == NONE {
                continue;
            }
            let is_tail = self.bounds[up].tail == n;
            let mut cut = self.bounds[up].weight;
            for &bound in self.at[n].iter().filter(|&&b| b != up) {
                let b = self.bounds[bound];
                let sign = if (b.tail == n) == is_tail { 1 } else { -1 };
                cut += sign * b.weight;
                if self.seat[bound] != NONE {
                    cut -= sign * self.cut[bound];
                }
            }
            self.cut[up] = cut;
        }
    }

    fn pivot(&mut self, budget: usize) {
        let mut from = 0;
        while self.work < budget {
            let Some(leave) = self.leaving(&mut from) else { return };
            let b = self.bounds[leave];
            let head_below = self.lim[b.head] < self.lim[b.tail];
            let below = if head_below { b.head } else { b.tail };
            let subtree = self.subtree(below);
            let Some(enter) = self.entering(&subtree, below, head_below) else { return };
            let by = if head_below { self.slack(enter) } else { -self.slack(enter) };
            for &n in &subtree {
                self.x[n] += by;
            }
            let cut = self.cut[leave];
            let top = self.climb(self.bounds[enter].tail, self.bounds[enter].head, cut);
            self.climb(self.bounds[enter].head, self.bounds[enter].tail, -cut);
            self.cut[enter] = -cut;
            self.exchange(leave, enter);
            let (up, low) = (self.up[top], self.low[top]);
            self.number(top, up, low);
            self.work += self.lim[top] - low;
        }
    }

    /// The worst of the next few tree bounds that would rather be longer.
    fn leaving(&mut self, from: &mut usize) -> Option<usize> {
        const ENOUGH: usize = 30;
        let (mut best, mut found) = (None, 0);
        for step in 0..self.tree.len() {
            let seat = (*from + step) % self.tree.len();
            let bound = self.tree[seat];
            if self.cut[bound] < 0 {
                if best.is_none_or(|b: usize| self.cut[bound] < self.cut[b]) {
                    best = Some(bound);
                }
                found += 1;
                if found == ENOUGH {
                    *from = seat + 1;
                    self.work += step;
                    return best;
                }
            }
        }
        self.work += self.tree.len();
        best
    }

    fn subtree(&self, root: usize) -> Vec<usize> {
        let mut members = vec![root];
        let mut next = 0;
        while let Some(&n) = members.get(next) {
            next += 1;
            for &bound in &self.tree_at[n] {
                if bound != self.up[n] {
                    members.push(self.other(bound, n));
                }
            }
        }
        members
    }

    /// The tightest bound that leads from the leaving bound's head side to its tail side.
    fn entering(&mut self, subtree: &[usize], root: usize, head_below: bool) -> Option<usize> {
        let mut best = None;
        let mut least = i32::MAX;
        for &n in subtree {
            self.work += self.at[n].len();
            for &bound in &self.at[n] {
                let b = self.bounds[bound];
                let leads_across = (b.tail == n) == head_below && !self.in_subtree(self.other(bound, n), root);
                if leads_across && self.slack(bound) < least {
                    least = self.slack(bound);
                    best = Some(bound);
                    if least == 0 {
                        return best;
                    }
                }
            }
        }
        best
    }

    /// Adds `cut` to the bounds on the way up from `n` until `other` is below, and says where that is.
    fn climb(&mut self, n: usize, other: usize, cut: i32) -> usize {
        let mut n = n;
        while !self.in_subtree(other, n) {
            let up = self.up[n];
            self.cut[up] += if self.bounds[up].tail == n { cut } else { -cut };
            n = self.other(up, n);
            self.work += 1;
        }
        n
    }
}

// Property tests run natively only: so does the crate that drives them.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::super::bound::Bound;
    use super::solve;

    fn cost(x: &[i32], bounds: &[Bound]) -> i32 {
        bounds.iter().map(|b| b.weight * (x[b.head] - x[b.tail])).sum()
    }

    /// The least cost of any values up to `most`, by trying all.
    fn least_cost(count: usize, bounds: &[Bound], most: i32) -> i32 {
        let mut best = i32::MAX;
        let mut x = vec![0; count];
        loop {
            if bounds.iter().all(|b| x[b.head] - x[b.tail] >= b.min) {
                best = best.min(cost(&x, bounds));
            }
            let Some(next) = x.iter().position(|&v| v < most) else { return best };
            x[next] += 1;
            x[..next].fill(0);
        }
    }

    proptest! {
        #[test]
        fn bounds_hold_at_the_least_cost(pairs in prop::collection::vec((0..5usize, 0..5usize, 0..2i32, 0..4i32), 0..9)) {
            let mut bounds: Vec<Bound> = (1..5).map(|head| Bound { tail: 0, head, min: 0, weight: 0 }).collect();
            for (a, b, min, weight) in pairs.into_iter().filter(|p| p.0 != p.1) {
                bounds.push(Bound { tail: a.min(b), head: a.max(b), min, weight });
            }
            let x = solve(5, &bounds, 1_000_000);
            prop_assert!(bounds.iter().all(|b| x[b.head] - x[b.tail] >= b.min));
            prop_assert_eq!(cost(&x, &bounds), least_cost(5, &bounds, 4));
        }
    }
}
