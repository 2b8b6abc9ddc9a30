//! Phase 2: which rank each box stands in.

use vitrine_lean::sort::sort;

use super::Direction;
use super::acyclic::{Search, acyclic};
use super::bound::Bound;
use super::nest::ROOT;
use super::part::{Arc, Part};
use super::simplex::solve;

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
    /// A group ends before what its arrows lead to begins: few crossings, but long.
    Behind,
}

/// The cost of a rank that an arc spans, and of one that a group spans.
const ARC: i32 = 2;
const GROUP: i32 = 3;
/// Cells above which the arcs are kept short whatever it costs.
pub(super) const MOST_DEEP: usize = 3_000;
/// How many bounds the solver may look at.
const BUDGET: usize = 20_000_000;
const SMALL_BUDGET: usize = 300_000;

/// Ranks the cells of a part.
///
/// Ensures: every arc spans at least one rank, in its own direction unless `turned`; the spans of arcs and of groups
/// are as short as can be together (Gansner et al. 1993 §2; groups as in Sander, "Layout of compound directed
/// graphs", 1996: a variable above and one below the members of each), as far as `grouping` permits.
pub(super) fn rank(part: &Part, grouping: Grouping, search: Search) -> Ranks {
    let mut ranks = Ranks::default();
    match grouping {
        Grouping::Beside => {
            ranks.turned = acyclic(part.cells.len(), &(0..part.cells.len()).collect::<Vec<_>>(), &part.arcs, search);
            ranks.rank = least_spans(part, &ranks.turned, grouping);
            if turn_late_writes(part, &mut ranks) {
                ranks.rank = least_spans(part, &ranks.turned, grouping);
            }
            advance(part, &ranks.turned, &mut ranks.rank);
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

/// The arcs to turn round so that, in each group and on the sheet, what is directly inside has no cycle either.
fn acyclic_by_place(part: &Part, search: Search) -> Vec<bool> {
    let cells = part.cells.len();
    let mut lifted = part.arcs.clone();
    for arc in &mut lifted {
        let fork = part.nest.fork(part.home[arc.from], part.home[arc.to]);
        arc.from = fork.first.map_or(arc.from, |g| cells + g);
        arc.to = fork.second.map_or(arc.to, |g| cells + g);
    }
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
    acyclic(cells + part.nest.len(), &starts, &lifted, search)
}

/// The ends of an arc, the one in the lower rank first.
fn ends(arc: &Arc, turned: bool) -> (usize, usize) {
    if turned { (arc.to, arc.from) } else { (arc.from, arc.to) }
}

fn least_spans(part: &Part, turned: &[bool], grouping: Grouping) -> Vec<i32> {
    let cells = part.cells.len();
    let groups = part.nest.len();
    let (top, bottom) = (|place: usize| cells + 2 * place, |place: usize| cells + 2 * place + 1);
    let mut bounds = Vec::with_capacity(part.arcs.len() + 2 * cells + 3 * groups);
    for (arc, &turned) in part.arcs.iter().zip(turned) {
        let (tail, head) = ends(arc, turned);
        bounds.push(Bound { tail, head, min: 1, weight: ARC });
        let fork = part.nest.fork(part.home[tail], part.home[head]);
        if grouping == Grouping::Behind && (fork.first.is_some() || fork.second.is_some()) {
            let (tail, head) = (fork.first.map_or(tail, bottom), fork.second.map_or(head, top));
            bounds.push(Bound { tail, head, min: 1, weight: 0 });
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
    grid(part, &mut bounds);
    let budget = if cells > MOST_DEEP { SMALL_BUDGET } else { BUDGET };
    let mut rank = solve(cells + 2 * groups, &bounds, budget);
    rank.truncate(cells);
    rank
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
    let mut order: Vec<usize> = (0..cells).filter(|&c| into[c].len() >= out[c].max(1)).collect();
    sort(&mut order, &|a, b| rank[a].cmp(&rank[b]));
    for cell in order {
        let after = into[cell].iter().map(|&c| rank[c] + 1).max().unwrap_or(0);
        let home = part.home[cell];
        let earliest = if home == ROOT { after } else { after.max(first[home]) };
        rank[cell] = rank[cell].min(earliest);
    }
}

/// Boxes of a group that no arrow touches stand in a few ranks, not in one long row.
fn grid(part: &Part, bounds: &mut Vec<Bound>) {
    let mut alone = vec![true; part.cells.len()];
    for arc in &part.arcs {
        (alone[arc.from], alone[arc.to]) = (false, false);
    }
    let mut members: Vec<usize> = (0..part.cells.len()).filter(|&c| alone[c]).collect();
    sort(&mut members, &|a, b| part.home[a].cmp(&part.home[b]));
    for run in members.chunk_by(|&a, &b| part.home[a] == part.home[b]) {
        let density = if part.direction == Direction::Right { 0.55 } else { 0.9 };
        let ranks = (run.len() as f64 * density).sqrt().round().max(1.0) as usize;
        let row = run.len().div_ceil(ranks);
        for (&tail, &head) in run.iter().zip(&run[row.min(run.len())..]) {
            bounds.push(Bound { tail, head, min: 1, weight: 1 });
        }
    }
}
