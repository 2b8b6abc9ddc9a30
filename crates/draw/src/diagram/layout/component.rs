//! What lies on common cycles.

use super::part::Arc;

/// For each node the number of its strongly connected component: nodes have the same if arcs lead from each to the other.
///
/// Tarjan, "Depth-first search and linear graph algorithms", 1972, with a stack of its own.
pub(super) fn components(count: usize, arcs: &[Arc]) -> Vec<usize> {
    const NONE: usize = usize::MAX;
    let mut out = vec![Vec::new(); count];
    for arc in arcs {
        out[arc.from].push(arc.to);
    }
    let (mut seen, mut low, mut component) = (vec![NONE; count], vec![0; count], vec![NONE; count]);
    let (mut time, mut found) = (0, 0);
    let (mut path, mut open): (Vec<(usize, usize)>, Vec<usize>) = (Vec::new(), Vec::new());
    for root in 0..count {
        if seen[root] == NONE {
            path.push((root, 0));
        }
        while let Some((node, next)) = path.last_mut() {
            let node = *node;
            if *next == 0 {
                (seen[node], low[node]) = (time, time);
                time += 1;
                open.push(node);
            }
            if let Some(&to) = out[node].get(*next) {
                *next += 1;
                if seen[to] == NONE {
                    path.push((to, 0));
                } else if component[to] == NONE {
                    low[node] = low[node].min(seen[to]);
                }
                continue;
            }
            path.pop();
            if let Some(&(before, _)) = path.last() {
                low[before] = low[before].min(low[node]);
            }
            if low[node] == seen[node] {
                while let Some(member) = open.pop() {
                    component[member] = found;
                    if member == node {
                        break;
                    }
                }
                found += 1;
            }
        }
    }
    component
}

#[cfg(test)]
mod tests {
    use super::{Arc, components};

    #[test]
    fn a_component_is_what_can_be_reached_and_left() {
        for (pairs, expected) in [
            (&[][..], [0, 1, 2, 3]),
            (&[(0, 1), (1, 2), (2, 3)], [3, 2, 1, 0]),
            (&[(0, 1), (1, 0), (1, 2), (2, 3), (3, 2)], [1, 1, 0, 0]),
            (&[(0, 1), (1, 2), (2, 3), (3, 0)], [0, 0, 0, 0]),
            (&[(3, 2), (2, 3), (0, 1), (0, 3)], [2, 0, 1, 1]),
        ] {
            let arcs: Vec<Arc> = pairs.iter().map(|&(from, to)| Arc { from, to, label: None, edge: 0 }).collect();
            assert_eq!(components(4, &arcs), expected, "{pairs:?}");
        }
    }
}
