//! Phase 1: which arrows to turn round so that the rest has no cycle.

use super::part::Arc;

/// Whether each arc is to be turned round.
///
/// Requires: ends below `count`, no self-loops. Ensures: with the marked arcs turned round there is no cycle.
///
/// The better of two heuristics, and the first if they are equal.
pub(super) fn acyclic(count: usize, arcs: &[Arc]) -> Vec<bool> {
    let searched = search(count, arcs);
    let number = |turned: &[bool]| turned.iter().filter(|&&t| t).count();
    if number(&searched) < 2 {
        return searched;
    }
    let peeled = peel(count, arcs);
    if number(&peeled) < number(&searched) { peeled } else { searched }
}

/// Takes sources away to the front and sinks to the back; if there are none, what most resembles a source. The arcs
/// that then lead to the front are turned round: at most half, seldom many (Eades, Lin & Smyth, "A fast and effective
/// heuristic for the feedback arc set problem", 1993).
fn peel(count: usize, arcs: &[Arc]) -> Vec<bool> {
    let (mut out, mut into) = (vec![Vec::new(); count], vec![Vec::new(); count]);
    for arc in arcs {
        out[arc.from].push(arc.to);
        into[arc.to].push(arc.from);
    }
    let mut ways_out: Vec<usize> = out.iter().map(Vec::len).collect();
    let mut ways_in: Vec<usize> = into.iter().map(Vec::len).collect();
    let (mut front, mut back) = (0, count);
    let mut place = vec![usize::MAX; count];
    let mut ready: Vec<usize> = (0..count).rev().filter(|&n| ways_out[n] == 0 || ways_in[n] == 0).collect();
    while front < back {
        let node = ready.pop().or_else(|| {
            let rest = (0..count).filter(|&n| place[n] == usize::MAX);
            rest.min_by_key(|&n| ways_in[n] + arcs.len() - ways_out[n])
        });
        let Some(node) = node else { break };
        if place[node] != usize::MAX {
            continue;
        }
        if ways_out[node] == 0 && ways_in[node] > 0 {
            back -= 1;
            place[node] = back;
        } else {
            place[node] = front;
            front += 1;
        }
        for &next in &out[node] {
            ways_in[next] -= 1;
            if ways_in[next] == 0 {
                ready.push(next);
            }
        }
        for &last in &into[node] {
            ways_out[last] -= 1;
            if ways_out[last] == 0 {
                ready.push(last);
            }
        }
    }
    arcs.iter().map(|arc| place[arc.from] > place[arc.to]).collect()
}

/// A depth-first search that starts at the sources in the author's order and turns round the arcs that lead back
/// into its own path (Gansner, Koutsofios, North & Vo, "A technique for drawing directed graphs", 1993, §2.1):
/// what an author draws as a feedback is nearly always such an arc.
fn search(count: usize, arcs: &[Arc]) -> Vec<bool> {
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
