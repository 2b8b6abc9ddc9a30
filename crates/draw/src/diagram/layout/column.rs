//! What would stand in one long rank stands in several.

use vitrine_lean::sort::{sort, sorted};

use super::Direction;
use super::bound::Bound;
use super::part::Part;
use super::rank::ends;

/// Neighbours of one box that have no others, from which on they are more than one rank holds.
const MANY: usize = 14;
/// About what lies between two ranks, between two boxes, between two arrows, and between two that step aside, px.
const BETWEEN: f64 = 72.0;
const GAP: f64 = 32.0;
const LINE: f64 = 14.0;
const TRACK: f64 = 12.0;
/// About how much wider than high a drawing should be.
const ASPECT: f64 = 1.6;

/// Boxes of a group that no arrow touches stand in a few ranks, not in one long row.
pub(super) fn grid(part: &Part, bounds: &mut Vec<Bound>) {
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

/// Many boxes whose arrows all lead to one other box, or all come from it, stand in a few ranks.
pub(super) fn leaves(part: &Part, turned: &[bool], bounds: &mut Vec<Bound>) {
    for run in many(part, turned) {
        let row = run.len().div_ceil(columns(part, &run));
        for (&tail, &head) in run.iter().zip(&run[row.min(run.len())..]) {
            bounds.push(Bound { tail, head, min: 1, weight: 1 });
        }
    }
}

/// The boxes whose only neighbour is the same, and in the same direction, if they are many.
pub(super) fn many(part: &Part, turned: &[bool]) -> Vec<Vec<usize>> {
    // The only neighbour of each box, and whether arrows come from there.
    let mut hub: Vec<Option<(usize, bool)>> = vec![None; part.cells.len()];
    let mut is_leaf = vec![true; part.cells.len()];
    for (arc, &turned) in part.arcs.iter().zip(turned) {
        let (tail, head) = ends(arc, turned);
        for (cell, own) in [(tail, (head, false)), (head, (tail, true))] {
            is_leaf[cell] &= hub[cell].is_none_or(|hub| hub == own);
            hub[cell] = Some(own);
        }
    }
    let key = |cell: usize| (hub[cell], part.home[cell]);
    let mut leaves: Vec<usize> = (0..part.cells.len()).filter(|&c| is_leaf[c] && hub[c].is_some()).collect();
    sort(&mut leaves, &|a, b| key(a).cmp(&key(b)));
    let runs = leaves.chunk_by(|&a, &b| key(a) == key(b));
    runs.filter(|run| run.len() >= MANY).map(<[usize]>::to_vec).collect()
}

/// In how many ranks boxes take the least of a sheet, with the arrows to the farther between those of the nearer.
fn columns(part: &Part, run: &[usize]) -> usize {
    let count = run.len() as f64;
    let mean = |extent: &dyn Fn(usize) -> i32| run.iter().map(|&c| f64::from(extent(c))).sum::<f64>() / count;
    // Half of the arrows that pass between two columns step aside, half of these beside one another.
    let (u, v) = (mean(&|c| part.cells[c].u) + BETWEEN + TRACK * count / 4.0, mean(&|c| part.cells[c].v) + GAP);
    let size = |columns: usize| {
        let ranks = columns as f64;
        let (u, v) = (u * ranks, v * count / ranks + LINE * count * (1.0 - 1.0 / ranks));
        let (w, h) = if part.direction == Direction::Right { (u, v) } else { (v, u) };
        (w / ASPECT).max(h)
    };
    let order = sorted(run.len().min(30), &|a, b| size(a + 1).total_cmp(&size(b + 1)));
    order.first().map_or(1, |first| first + 1)
}
