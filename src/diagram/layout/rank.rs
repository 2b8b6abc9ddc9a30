//! Phase 2: which rank each box stands in.

use super::nest::ROOT;
use super::part::{Arc, Part};
use super::simplex::{Bound, solve};
use super::sort::sort;
use super::{Direction, acyclic::acyclic};

/// The rank of each cell and which arcs run against the ranks.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Ranks {
    /// One a cell, from 0.
    pub rank: Vec<i32>,
    /// One an arc: whether it is drawn from its end to its start.
    pub turned: Vec<bool>,
}

/// The cost of a rank that an arc spans, and of one that a group spans.
const ARC: i32 = 2;
const GROUP: i32 = 3;
/// How many bounds the solver may look at.
const BUDGET: usize = 20_000_000;

/// Ranks the cells of a part.
///
/// Ensures: every arc spans at least one rank, in its own direction unless `turned`; the spans of arcs and of groups
/// are as short as can be together (Gansner et al. 1993 §2; groups as in Sander, "Layout of compound directed
/// graphs", 1996: a variable above and one below the members of each).
pub(super) fn rank(part: &Part) -> Ranks {
    let turned = acyclic(part.cells.len(), &part.arcs);
    let mut ranks = Ranks { rank: least_spans(part, &turned), turned };
    if turn_late_writes(part, &mut ranks) {
        ranks.rank = least_spans(part, &ranks.turned);
    }
    advance(part, &ranks.turned, &mut ranks.rank);
    let least = ranks.rank.iter().copied().min().unwrap_or(0);
    for r in &mut ranks.rank {
        *r -= least;
    }
    ranks
}

/// The ends of an arc, the one in the lower rank first.
fn ends(arc: &Arc, turned: bool) -> (usize, usize) {
    if turned { (arc.to, arc.from) } else { (arc.from, arc.to) }
}

fn least_spans(part: &Part, turned: &[bool]) -> Vec<i32> {
    let cells = part.cells.len();
    let groups = part.nest.len();
    let (top, bottom) = (|place: usize| cells + 2 * place, |place: usize| cells + 2 * place + 1);
    let mut bounds = Vec::with_capacity(part.arcs.len() + 2 * cells + 3 * groups);
    for (arc, &turned) in part.arcs.iter().zip(turned) {
        let (tail, head) = ends(arc, turned);
        bounds.push(Bound { tail, head, min: 1, weight: ARC });
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
    let mut rank = solve(cells + 2 * groups, &bounds, BUDGET);
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
