//! Phase 1: which arrows to turn round so that the rest has no cycle.

use super::part::Arc;

/// Whether each arc is to be turned round.
///
/// Requires: ends below `count`, no self-loops. Ensures: with the marked arcs turned round there is no cycle.
///
/// A depth-first search that starts at the sources in the author's order and turns round the arcs that lead back
/// into its own path (Gansner, Koutsofios, North & Vo, "A technique for drawing directed graphs", 1993, §2.1):
/// what an author draws as a feedback is nearly always such an arc.
pub(super) fn acyclic(count: usize, arcs: &[Arc]) -> Vec<bool> {
    let mut out = vec![Vec::new(); count];
    let mut is_source = vec![true; count];
    for (i, arc) in arcs.iter().enumerate() {
        out[arc.from].push(i);
        is_source[arc.to] = false;
    }
    let mut turned = vec![false; arcs.len()];
    let (mut seen, mut on_path) = (vec![false; count], vec![false; count]);
    let mut path: Vec<(usize, usize)> = Vec::new();
    let sources = (0..count).filter(|&n| is_source[n]);
    for start in sources.chain(0..count) {
        if seen[start] {
            continue;
        }
        path.push((start, 0));
        (seen[start], on_path[start]) = (true, true);
        while let Some((node, next)) = path.last_mut() {
            let Some(&arc) = out[*node].get(*next) else {
                on_path[*node] = false;
                path.pop();
                continue;
            };
            *next += 1;
            let to = arcs[arc].to;
            if on_path[to] {
                turned[arc] = true;
            } else if !seen[to] {
                (seen[to], on_path[to]) = (true, true);
                path.push((to, 0));
            }
        }
    }
    turned
}

#[cfg(test)]
mod tests {
    use super::{Arc, acyclic};

    #[test]
    fn only_arcs_that_close_a_cycle_are_turned() {
        for (pairs, expected) in [
            (vec![(0, 1), (1, 2)], vec![false, false]),
            (vec![(0, 1), (1, 2), (2, 0)], vec![false, false, true]),
            (vec![(1, 0), (0, 1)], vec![true, false]),
            (vec![(2, 1), (1, 0), (0, 1)], vec![false, false, true]),
        ] {
            let arcs: Vec<Arc> = pairs.iter().map(|&(from, to)| Arc { from, to, label: None, edge: 0 }).collect();
            assert_eq!(acyclic(3, &arcs), expected, "{pairs:?}");
        }
    }
}
