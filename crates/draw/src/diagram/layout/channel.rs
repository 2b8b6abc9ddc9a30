//! Phase 6a: the tracks of a channel, the free strip between two ranks in which links step aside.

use vitrine_lean::sort::sorted;

/// A link that crosses a channel, from `from` on its near to `to` on its far side, across the flow, px.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wire {
    /// Where it comes in.
    pub from: i32,
    /// Where it goes out.
    pub to: i32,
    /// The track on which it steps aside, from 0.
    pub track: usize,
}

/// The least distance of parallel pieces, px.
const APART: i32 = 8;
/// Wires above which only a first guess is made.
const MOST: usize = 160;

/// Gives each wire a track; returns how many there are.
///
/// Requires: each wire steps aside. Ensures: wires that share a track have no piece in common across the flow.
/// Aims for few crossings and for no two pieces along the flow on one line, pair by pair (as in Sander, "A fast
/// heuristic for hierarchical Manhattan layout", 1995).
pub(super) fn tracks(wires: &mut [Wire]) -> usize {
    // Those that go back come first from the top, those that go on from the bottom: none of a kind cross.
    let key = |i: usize| {
        let w = wires[i];
        if w.to > w.from { (0, -w.from, -w.to) } else { (1, w.from, w.to) }
    };
    let mut order = sorted(wires.len(), &|a, b| key(a).cmp(&key(b)));
    if wires.len() <= MOST {
        sift(wires, &mut order);
    }
    if wires.len() > MOST {
        return stacked(wires, &order);
    }
    let mut count = 0;
    for at in 0..order.len() {
        let wire = wires[order[at]];
        let before = order[..at].iter().map(|&i| wires[i]);
        let track = before.filter(|&w| meets(w, wire)).map(|w| w.track + 1).max().unwrap_or(0);
        wires[order[at]].track = track;
        count = count.max(track + 1);
    }
    count
}

/// Gives each wire the first track behind all that it meets, or that come near it, in this order: as stones fall on a skyline of so
/// many columns.
fn stacked(wires: &mut [Wire], order: &[usize]) -> usize {
    const COLUMNS: i32 = 512;
    let ends = |w: &Wire| (w.from.min(w.to), w.from.max(w.to));
    let low = wires.iter().map(|w| ends(w).0).min().unwrap_or(0);
    let high = wires.iter().map(|w| ends(w).1).max().unwrap_or(0);
    let column = ((high - low + APART) / COLUMNS).max(1);
    let mut height = vec![0; ((high - low + APART) / column + 1) as usize];
    for &i in order {
        let (from, to) = ends(&wires[i]);
        let under = &mut height[((from - low) / column) as usize..=((to + APART - low) / column) as usize];
        wires[i].track = under.iter().copied().max().unwrap_or(0);
        under.fill(wires[i].track + 1);
    }
    height.into_iter().max().unwrap_or(0)
}

/// Moves each wire to where it costs least, until nothing gains.
fn sift(wires: &[Wire], order: &mut Vec<usize>) {
    const ROUNDS: usize = 4;
    for _ in 0..ROUNDS {
        let mut gain = false;
        for wire in 0..wires.len() {
            let Some(at) = order.iter().position(|&i| i == wire) else { return };
            order.remove(at);
            // The cost of each place, relative to the first.
            let (mut cost, mut least, mut best, mut here) = (0, 0, 0, 0);
            for (place, &other) in order.iter().enumerate() {
                cost += price(wires[other], wires[wire]) - price(wires[wire], wires[other]);
                if cost < least {
                    (least, best) = (cost, place + 1);
                }
                if place + 1 == at {
                    here = cost;
                }
            }
            let to = if least < here { best } else { at };
            gain |= to != at;
            order.insert(to, wire);
        }
        if !gain {
            return;
        }
    }
}

/// What it costs that `a` steps aside before `b`.
fn price(a: Wire, b: Wire) -> i32 {
    const OVERLAP: i32 = 50;
    let crosses = |at: i32, w: Wire| i32::from(w.from.min(w.to) < at && at < w.from.max(w.to));
    let overlaps = i32::from(a.to.abs_diff(b.from) < APART.unsigned_abs());
    crosses(b.from, a) + crosses(a.to, b) + OVERLAP * overlaps
}

/// Whether two wires need tracks of their own.
fn meets(a: Wire, b: Wire) -> bool {
    let (a0, a1) = (a.from.min(a.to), a.from.max(a.to));
    let (b0, b1) = (b.from.min(b.to), b.from.max(b.to));
    a0 < b1 + APART && b0 < a1 + APART
}

/// The pairs of wires of which the first goes out on the line, or next to it, on which the second comes in later.
pub(super) fn clashes(wires: &[Wire]) -> Vec<(usize, usize)> {
    const NEXT_TO: i32 = 3;
    let ends = sorted(wires.len(), &|a, b| wires[a].to.cmp(&wires[b].to));
    let mut found = Vec::new();
    for (j, b) in wires.iter().enumerate() {
        let from = ends.partition_point(|&i| wires[i].to < b.from - NEXT_TO);
        for &i in ends[from..].iter().take_while(|&&i| wires[i].to <= b.from + NEXT_TO) {
            if i != j && wires[i].track < b.track {
                found.push((i, j));
            }
        }
    }
    found
}

/// For each wire that clashes with a later one, a line on which it waits and a track of its own behind all others, on
/// which it steps aside for good.
pub(super) fn waits(wires: &[Wire], clashes: &[(usize, usize)], tracks: usize) -> Vec<(usize, i32, usize)> {
    /// How many wires all tries together may look at.
    const BUDGET: usize = 1_000_000;
    let mut waits: Vec<(usize, i32, usize)> = Vec::new();
    let most = BUDGET / (wires.len() * clashes.len()).max(1);
    for &(i, _) in clashes {
        let wire = wires[i];
        let middle = i32::midpoint(wire.from, wire.to);
        let half = (wire.from - wire.to).abs() / 2;
        // The line nearest to the middle that is free of all others.
        let lines = (0..half).flat_map(|by| [middle + by, middle - by]);
        let is_free = |line: &i32| {
            let near = |other: i32| other.abs_diff(*line) < 4;
            !wires.iter().any(|w| near(w.from) || near(w.to)) && !waits.iter().any(|w| near(w.1))
        };
        if let Some(line) = lines.clone().take(most).find(is_free).filter(|_| !waits.iter().any(|w| w.0 == i)) {
            waits.push((i, line, tracks + waits.len()));
        }
    }
    waits
}

#[cfg(test)]
mod tests {
    use super::{Wire, clashes, tracks};

    fn on_tracks(pairs: &[(i32, i32)]) -> Vec<Wire> {
        let mut wires: Vec<Wire> = pairs.iter().map(|&(from, to)| Wire { from, to, track: 0 }).collect();
        tracks(&mut wires);
        wires
    }

    #[test]
    fn wires_side_by_side_share_a_track() {
        assert!(on_tracks(&[(0, 50), (80, 120), (200, 150)]).iter().all(|w| w.track == 0));
    }

    #[test]
    fn of_wires_that_go_the_same_way_the_foremost_steps_aside_first() {
        let wires = on_tracks(&[(0, 100), (20, 120), (40, 140)]);
        assert!(wires[0].track > wires[1].track && wires[1].track > wires[2].track);
    }

    #[test]
    fn a_wire_steps_aside_before_another_takes_its_line() {
        let wires = on_tracks(&[(0, 100), (100, 200)]);
        assert!(clashes(&wires).is_empty());
    }

    #[test]
    fn two_wires_that_change_places_clash() {
        assert_eq!(clashes(&on_tracks(&[(0, 100), (100, 0)])).len(), 1);
    }
}
