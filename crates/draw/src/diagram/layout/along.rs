//! Phase 6b: where the ranks, groups and tracks are along the flow.

use super::Direction;
use super::across::Across;
use super::channel::{Wire, clashes, tracks, waits};
use super::nest::ROOT;
use super::normalise::{Kind, Layers};
use super::part::Part;
use super::port::Ports;
use super::position::{PAD, head_room};

/// Positions along the flow, px.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Along {
    /// From where to where each rank reaches.
    pub ranks: Vec<(i32, i32)>,
    /// From where to where each group reaches.
    pub groups: Vec<(i32, i32)>,
    /// Where each link steps aside, if it does.
    pub steps: Vec<Option<Step>>,
    /// Pairs of links of which the first ends, and the second starts, on one line for a while.
    pub clashes: Vec<(usize, usize)>,
}

/// Where a link steps aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    /// Its track, along the flow.
    pub at: i32,
    /// If the line on the far side is taken for a while: the line, across the flow, on which it waits, and the track
    /// on which it steps aside for good.
    pub wait: Option<(i32, i32)>,
}

/// The distance of neighbouring tracks, px.
const TRACK: i32 = 12;
/// The least distance of boxes in neighbouring ranks, px.
const LEAST: i32 = 72;

/// Places the ranks.
///
/// Ensures: between two ranks there is room for the borders of the groups that end at the one and those that start
/// at the other, and between these for every track, for arrow heads and rounded corners; a group's label, where it
/// runs with the flow, ends within the group's first rank. With `part_all`, no two links share a line for a while.
pub(super) fn along(part: &Part, layers: &Layers, ports: &Ports, across: &Across, part_all: bool) -> Along {
    let count = layers.ranks.len();
    let borders = borders(part, layers);
    let mut along = Along { steps: vec![None; layers.links.len()], ..Along::default() };
    let mut links: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (i, link) in layers.links.iter().enumerate() {
        links[layers.items[link.tail].rank].push(i);
    }
    let (mut open, mut close) = (vec![0; count], vec![0; count]);
    for (&(first, last), &(before, after)) in layers.span.iter().zip(&borders).skip(1) {
        open[first] = before.max(open[first]);
        close[last] = after.max(close[last]);
    }
    let mut at = open.first().copied().unwrap_or(0);
    for rank in 0..count {
        let start = at;
        at += extent(part, layers, &borders, rank);
        along.ranks.push((start, at));
        if rank + 1 == count {
            break;
        }
        let ends = |i: usize| {
            let link = layers.links[i];
            (across.items[link.tail] + ports.tail[i], across.items[link.head] + ports.head[i])
        };
        let aside: Vec<usize> = links[rank].iter().copied().filter(|&i| ends(i).0 != ends(i).1).collect();
        let mut wires: Vec<Wire> = aside.iter().map(|&i| Wire { from: ends(i).0, to: ends(i).1, track: 0 }).collect();
        let tracks = tracks(&mut wires);
        let clashes = clashes(&wires);
        let waits = if part_all { waits(&wires, &clashes, tracks) } else { Vec::new() };
        let tracks = (tracks + waits.len()) as f64 as i32;
        let (from, to) = (close[rank], open[rank + 1]);
        let bare = aside.is_empty();
        let (lead, trail) = (clearance(layers, rank, from, bare), clearance(layers, rank + 1, to, bare));
        let boxes = is_boxes(layers, rank) && is_boxes(layers, rank + 1);
        let least = if boxes { LEAST - from - to } else { 0 };
        let used = (tracks - 1).max(0) * TRACK;
        let clear = (lead + used + trail).max(least);
        let first = at + from + lead + (clear - lead - used - trail) / 2;
        along.clashes.extend(clashes.iter().map(|&(i, j)| (aside[i], aside[j])));
        let track = |index: usize| first + index as f64 as i32 * TRACK;
        for (i, (&link, wire)) in aside.iter().zip(&wires).enumerate() {
            let wait = waits.iter().find(|w| w.0 == i).map(|w| (w.1, track(w.2)));
            along.steps[link] = Some(Step { at: track(wire.track), wait });
        }
        at += from + clear + to;
    }
    for (place, &(first, last)) in layers.span.iter().enumerate() {
        let start = along.ranks[first].0 - borders[place].0;
        along.groups.push((start, along.ranks[last].1 + borders[place].1));
    }
    along
}

/// How far each group reaches before its first and beyond its last rank.
fn borders(part: &Part, layers: &Layers) -> Vec<(i32, i32)> {
    let nest = &part.nest;
    let mut borders = vec![(0, 0); nest.len()];
    for place in (1..nest.len()).rev() {
        let before = if part.direction == Direction::Down { head_room(part, place) } else { PAD };
        let own = (borders[place].0 + before, borders[place].1 + PAD);
        borders[place] = own;
        let parent = nest.parent[place];
        if parent != ROOT {
            let (inner, outer) = (layers.span[place], layers.span[parent]);
            if inner.0 == outer.0 {
                borders[parent].0 = borders[parent].0.max(own.0);
            }
            if inner.1 == outer.1 {
                borders[parent].1 = borders[parent].1.max(own.1);
            }
        }
    }
    borders
}

/// The extent of a rank: its largest item, or the label of a group that starts there.
fn extent(part: &Part, layers: &Layers, borders: &[(i32, i32)], rank: usize) -> i32 {
    let items = layers.ranks[rank].iter().map(|&i| layers.items[i].u).max().unwrap_or(0);
    if part.direction == Direction::Down {
        return items;
    }
    let starting = (1..part.nest.len()).filter(|&p| layers.span[p].0 == rank);
    let labels = starting.map(|p| part.nest.label[p].w.ceil() as i32 + PAD - borders[p].0).max().unwrap_or(0);
    items.max(labels)
}

fn is_boxes(layers: &Layers, rank: usize) -> bool {
    layers.ranks[rank].iter().any(|&i| matches!(layers.items[i].kind, Kind::Cell(_)))
}

/// The free room beside a rank before the first track: for an arrow head and a corner, unless a border gives it.
/// A bare channel has no tracks, so no corners either.
fn clearance(layers: &Layers, rank: usize, border: i32, bare: bool) -> i32 {
    match (border > 0, is_boxes(layers, rank), bare) {
        (true, _, false) => 12,
        (false, true, true) => 18,
        (false, true, false) => 24,
        (false, false, false) => 10,
        (_, _, true) => 4,
    }
}
