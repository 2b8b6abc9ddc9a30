//! Phase 2: which rank each box stands in.

use vitrine_lean::sort::sort;

use super::acyclic::{Search, acyclic};
use super::bound::{Bound, Lists};
use super::component::components;
use super::nest::ROOT;
use super::part::{Arc, Part};
use super::simplex::solve;
use super::{Tier, column};

/// The rank of each cell and which arcs run against the ranks.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Ranks {
    /// One a cell, from 0.
    pub rank: Vec<i32>,
    /// One an arc: whether it is drawn from its end to its start.
    pub turned: Vec<bool>,
}

/// How groups share ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grouping {
    /// Groups joined by arrows may stand side by side: short, but arrows cross on their way in and out.
    Beside,
    /// A group ends before what its arrows lead to begins, unless arrows lead from there back into it.
    Apart,
    /// A group ends before what its arrows lead to begins: few crossings, but long.
    Behind,
}

/// The cost of a rank that an arc spans, and of one that a group spans.
const ARC: i32 = 2;
const GROUP: i32 = 3;
/// How many bounds the solver may look at.
const BUDGET: usize = 4_000_000;

/// Ranks the cells of a part.
///
/// Ensures: every arc spans at least one rank, in its own direction unless `turned`; the spans of arcs and of groups
/// are as short as can be together (Gansner et al. 1993 §2; groups as in Sander, "Layout of compound directed
/// graphs", 1996: a variable above and one below the members of each), as far as `grouping` permits.
pub(super) fn rank(part: &Part, grouping: Grouping, search: Search) -> Ranks {
    let mut ranks = Ranks::default();
    match grouping {
        Grouping::Beside | Grouping::Apart => {
            ranks.turned = acyclic_by_cell(part, search);
            ranks.rank = least_spans(part, &ranks.turned, grouping);
            if turn_late_writes(part, &mut ranks) {
                ranks.rank = least_spans(part, &ranks.turned, grouping);
            }
            if grouping == Grouping::Beside {
                advance(part, &ranks.turned, &mut ranks.rank);
            }
        }
        Grouping::Behind => {
            ranks.turned = acyclic_by_place(part, search);
            ranks.rank = least_spans(part, &ranks.turned, grouping);
        }
    }
    let least = ranks.rank.iter().copied().min().unwrap_or(0);
    for r in &mut ranks.rank {
        *r -= least;
    }
    ranks
}

/// What it costs to turn each arc: as good as the same, but who begins stands first rather than not, and what is needed last.
fn weights(part: &Part) -> Vec<i32> {
    let step = |cell: usize| match part.tier[cell] {
        Tier::Front => 0,
        Tier::Middle => 2,
        Tier::Back => 3,
    };
    part.arcs.iter().map(|arc| 64 + step(arc.to) - step(arc.from)).collect()
}

fn acyclic_by_cell(part: &Part, search: Search) -> Vec<bool> {
    let is_front = |cell: &usize| part.tier[*cell] == Tier::Front;
    let (mut all, others): (Vec<usize>, Vec<usize>) = (0..part.cells.len()).partition(is_front);
    all.extend(others);
    acyclic(part.cells.len(), &all, &part.arcs, &weights(part), search)
}

/// The arcs to turn round so that, in each group and on the sheet, what is directly inside has no cycle either.
fn acyclic_by_place(part: &Part, search: Search) -> Vec<bool> {
    let (cells, lifted) = (part.cells.len(), lifted(part));
    // Each group comes where its first cell does.
    let mut starts = Vec::with_capacity(cells + part.nest.len());
    let mut seen = vec![false; part.nest.len()];
    for (cell, &home) in part.home.iter().enumerate() {
        let mut at = home;
        while !std::mem::replace(&mut seen[at], true) {
            starts.push(cells + at);
            at = part.nest.parent[at];
        }
        starts.push(cell);
    }
    // A cycle's arcs are all of one place, so one search does for all.
    acyclic(cells + part.nest.len(), &starts, &lifted, &weights(part), search)
}

/// The arcs as what holds their ends sees them: between what is directly inside the innermost group around both. Places are
/// numbered behind the cells.
fn lifted(part: &Part) -> Vec<Arc> {
    let mut lifted = part.arcs.clone();
    for arc in &mut lifted {
        let fork = part.nest.fork(part.home[arc.from], part.home[arc.to]);
        arc.from = fork.first.map_or(arc.from, |g| part.cells.len() + g);
        arc.to = fork.second.map_or(arc.to, |g| part.cells.len() + g);
    }
    lifted
}

/// The ends of an arc, the one in the lower rank first.
pub(super) fn ends(arc: &Arc, turned: bool) -> (usize, usize) {
    if turned { (arc.to, arc.from) } else { (arc.from, arc.to) }
}

fn least_spans(part: &Part, turned: &[bool], grouping: Grouping) -> Vec<i32> {
    let cells = part.cells.len();
    let groups = part.nest.len();
    let (mut lifted, mut component) = (Vec::new(), Vec::new());
    if grouping != Grouping::Beside {
        lifted = self::lifted(part);
    }
    if grouping == Grouping::Apart {
        for (arc, _) in lifted.iter_mut().zip(turned).filter(|(_, turned)| **turned) {
            (arc.from, arc.to) = (arc.to, arc.from);
        }
        component = components(cells + groups, &lifted);
    }
    let (top, bottom) = (|place: usize| cells + 2 * place, |place: usize| cells + 2 * place + 1);
    let mut bounds = Vec::with_capacity(part.arcs.len() + 2 * cells + 3 * groups);
    let mut apart = Vec::new();
    for (i, (arc, &turned)) in part.arcs.iter().zip(turned).enumerate() {
        let (tail, head) = ends(arc, turned);
        bounds.push(Bound { tail, head, min: 1, weight: ARC });
        let fork = part.nest.fork(part.home[tail], part.home[head]);
        let may_stand_apart = match grouping {
            Grouping::Beside => false,
            Grouping::Apart => component[lifted[i].from] != component[lifted[i].to],
            Grouping::Behind => true,
        };
        if may_stand_apart && (fork.first.is_some() || fork.second.is_some()) {
            let (tail, head) = (fork.first.map_or(tail, bottom), fork.second.map_or(head, top));
            apart.push(Bound { tail, head, min: 1, weight: 0 });
        }
    }
    for (cell, &home) in part.home.iter().enumerate() {
        bounds.push(Bound { tail: top(home), head: cell, min: 0, weight: 0 });
        bounds.push(Bound { tail: cell, head: bottom(home), min: 0, weight: 0 });
    }
    let mut members = vec![0; groups];
    for &home in &part.home {
        members[home] += 1;
    }
    for (place, &members) in members.iter().enumerate().skip(1) {
        let parent = part.nest.parent[place];
        bounds.push(Bound { tail: top(parent), head: top(place), min: 0, weight: 0 });
        bounds.push(Bound { tail: bottom(place), head: bottom(parent), min: 0, weight: 0 });
        bounds.push(Bound { tail: top(place), head: bottom(place), min: 0, weight: GROUP * members.min(12) });
    }
    bounds.push(Bound { tail: top(ROOT), head: bottom(ROOT), min: 0, weight: 0 });
    column::grid(part, &mut bounds);
    column::leaves(part, turned, &mut bounds);
    let all = [bounds.as_slice(), &apart].concat();
    if has_order(cells + 2 * groups, &all) {
        bounds = all;
    }
    let mut rank = solve(cells + 2 * groups, &bounds, BUDGET);
    rank.truncate(cells);
    rank
}

/// Whether bounds, as arcs, form no cycle: groups that each lead to the other by way of what is outside both can't stand
/// one behind the other.
fn has_order(count: usize, bounds: &[Bound]) -> bool {
    let from = Lists::new(count, bounds, &|b| b.tail);
    let mut waiting = vec![0; count];
    for b in bounds {
        waiting[b.head] += 1;
    }
    let mut ready: Vec<usize> = (0..count).filter(|&v| waiting[v] == 0).collect();
    let mut done = 0;
    while let Some(&v) = ready.get(done) {
        done += 1;
        for &i in from.at(v) {
            let head = bounds[i].head;
            waiting[head] -= 1;
            if waiting[head] == 0 {
                ready.push(head);
            }
        }
    }
    done == count
}

/// Turns round arcs that would pull a store far away from its group: those into a cell without ways out, from outside
/// its group, from ranks well beyond the group's own cells that lead to it. Says whether there are any.
///
/// Ensures: no cycle. A turned arc leads from a cell whose other sources all have ranks below the arc's other end, and
/// nothing leads from a rank to one below.
fn turn_late_writes(part: &Part, ranks: &mut Ranks) -> bool {
    const FAR: i32 = 2;
    let cells = part.cells.len();
    let mut has_way_out = vec![false; cells];
    let mut own = vec![None; cells];
    let is_inside = |cell: usize, other: usize| part.nest.within(part.home[other], part.home[cell]);
    for (arc, &turned) in part.arcs.iter().zip(&ranks.turned) {
        let (tail, head) = ends(arc, turned);
        (has_way_out[tail], has_way_out[arc.from]) = (true, true);
        if part.home[head] != ROOT && is_inside(head, tail) {
            own[head] = own[head].max(Some(ranks.rank[tail]));
        }
    }
    let mut any = false;
    for (arc, turned) in part.arcs.iter().zip(&mut ranks.turned).filter(|(_, t)| !**t) {
        let late = own[arc.to].is_some_and(|own| ranks.rank[arc.from] >= own + FAR);
        if late && !has_way_out[arc.to] && !is_inside(arc.to, arc.from) {
            *turned = true;
            any = true;
        }
    }
    any
}

/// Moves cells that could as well stand earlier to the first rank that their sources and group allow, so that what
/// is fed by one cell stands side by side.
fn advance(part: &Part, turned: &[bool], rank: &mut [i32]) {
    let cells = rank.len();
    let (mut into, mut out) = (vec![Vec::new(); cells], vec![0; cells]);
    for (arc, &turned) in part.arcs.iter().zip(turned) {
        let (tail, head) = ends(arc, turned);
        into[head].push(tail);
        out[tail] += 1;
    }
    let mut first = vec![i32::MAX; part.nest.len()];
    for (cell, &home) in part.home.iter().enumerate() {
        first[home] = first[home].min(rank[cell]);
    }
    let mut may_move: Vec<bool> = (0..cells).map(|c| into[c].len() >= out[c].max(1)).collect();
    for cell in column::many(part, turned).into_iter().flatten() {
        may_move[cell] = false;
    }
    let mut order: Vec<usize> = (0..cells).filter(|&c| may_move[c]).collect();
    sort(&mut order, &|a, b| rank[a].cmp(&rank[b]));
    for cell in order {
        let after = into[cell].iter().map(|&c| rank[c] + 1).max().unwrap_or(0);
        let home = part.home[cell];
        let earliest = if home == ROOT { after } else { after.max(first[home]) };
        rank[cell] = rank[cell].min(earliest);
    }
}
