//! Phase 1: which arrows to turn round so that the rest has no cycle.

use super::feedback;
use super::part::Arc;

/// How to look for the arcs to turn round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Search {
    /// Along the arcs as far as they go, in the author's order.
    Deep,
    /// The same, but at each node in the author's order backwards.
    DeepLastFirst,
    /// As [`Search::Deep`]; then few of those found.
    FewDeep,
    /// By how many more lead out of a node than into it; then few of those found.
    FewByDegrees,
}

/// Whether each arc is to be turned round.
///
/// Requires: ends below `count`, no self-loops; `starts` has every end, and in the author's order; `weights` has what
/// it costs to turn each arc. Ensures: with the marked arcs turned round there is no cycle.
///
/// A deep search starts at the sources in the author's order and turns round the arcs that lead back to its own path
/// (Gansner, Koutsofios, North & Vo, "A technique for drawing directed graphs", 1993, §2.1), for what an author draws as
/// a feedback is often such an arc.
pub(super) fn acyclic(count: usize, starts: &[usize], arcs: &[Arc], weights: &[i32], search: Search) -> Vec<bool> {
    let mut out = vec![Vec::new(); count];
    let mut is_source = vec![true; count];
    for (i, arc) in arcs.iter().enumerate() {
        out[arc.from].push(i);
        is_source[arc.to] = false;
    }
    let sources = starts.iter().copied().filter(|&n| is_source[n]);
    let starts: Vec<usize> = sources.chain(starts.iter().copied()).collect();
    if search == Search::DeepLastFirst {
        for list in &mut out {
            list.reverse();
        }
    }
    let place = depth_first(&out, &starts, arcs);
    if matches!(search, Search::FewDeep | Search::FewByDegrees) {
        return feedback::few(arcs, weights, &place, search == Search::FewByDegrees);
    }
    arcs.iter().map(|arc| place[arc.to] < place[arc.from]).collect()
}

/// How many arcs a plain search turns round, from the nodes in the author's order: what others turn.
pub(super) fn plain(count: usize, arcs: &[Arc]) -> usize {
    let mut out = vec![Vec::new(); count];
    for (i, arc) in arcs.iter().enumerate() {
        out[arc.from].push(i);
    }
    let place = depth_first(&out, &(0..count).collect::<Vec<_>>(), arcs);
    arcs.iter().filter(|arc| place[arc.to] < place[arc.from]).count()
}

/// The nodes' places in the order in which the search leaves them, from the last back: only arcs to its own path lead
/// back in it.
fn depth_first(out: &[Vec<usize>], starts: &[usize], arcs: &[Arc]) -> Vec<usize> {
    let mut seen = vec![false; out.len()];
    let mut place = vec![0; out.len()];
    let mut left = out.len();
    let mut path: Vec<(usize, usize)> = Vec::new();
    for &start in starts {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        path.push((start, 0));
        while let Some((node, next)) = path.last_mut() {
            let Some(&arc) = out[*node].get(*next) else {
                left -= 1;
                place[*node] = left;
                path.pop();
                continue;
            };
            *next += 1;
            let to = arcs[arc].to;
            if !std::mem::replace(&mut seen[to], true) {
                path.push((to, 0));
            }
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use super::{Arc, Search, acyclic};

    #[test]
    fn only_arcs_that_close_a_cycle_are_turned() {
        for (pairs, expected) in [
            (vec![(0, 1), (1, 2)], vec![false, false]),
            (vec![(0, 1), (1, 2), (2, 0)], vec![false, false, true]),
            (vec![(1, 0), (0, 1)], vec![true, false]),
            (vec![(2, 1), (1, 0), (0, 1)], vec![false, false, true]),
        ] {
            let arcs: Vec<Arc> = pairs.iter().map(|&(from, to)| Arc { from, to, label: None, edge: 0 }).collect();
            for search in [Search::Deep, Search::FewDeep] {
                assert_eq!(acyclic(3, &[0, 1, 2], &arcs, &vec![1; arcs.len()], search), expected, "{pairs:?}");
            }
        }
    }
}
