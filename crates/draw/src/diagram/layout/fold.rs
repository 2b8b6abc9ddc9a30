//! What is long is cut into rows, each a part of its own, which stand one below the other like lines of text.

use super::nest::{Nest, ROOT};
use super::part::{Arc, Cell, Loop, Part};
use super::rank::Ranks;
use super::{Direction, Tier};
use crate::geometry::Size;

/// Arrows that may pass a place where a row ends.
const MOST_OPEN: usize = 3;
/// The most rows, and the most ranks that are cut.
const MOST_ROWS: usize = 9;
const MOST_RANKS: usize = 300;
/// What a row needs beside and below it for the arrows to the next, px; a guess.
const GUTTER: f64 = 120.0;
const STRIP: f64 = 70.0;

/// A row of a part.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Row {
    /// What is in it. An arrow that leaves it ends at a cell without extent in the last rank, and one that enters it
    /// starts at one in the first.
    pub part: Part,
    /// The ranks of its cells.
    pub ranks: Ranks,
    /// The edges that leave it.
    pub exits: Vec<usize>,
    /// The edges that enter it.
    pub entries: Vec<usize>,
}

/// How large a drawing of this extent with and across the flow can be shown.
pub(super) fn scale(direction: Direction, window: Size, u: f64, v: f64) -> f64 {
    let room = direction.cell(window);
    (f64::from(room.u) / u.max(1.0)).min(f64::from(room.v) / v.max(1.0))
}

/// The row of each cell, so that the part can be shown as large as can be in a window.
///
/// Requires: from where to where each cell reaches with and across the flow. Ensures: a row is a run of ranks; a group that
/// does not hold the whole part is in one row; few arrows lead from row to row. None where one row is best.
pub(super) fn rows(part: &Part, ranks: &Ranks, window: Size, u: &[(i32, i32)], v: &[(i32, i32)]) -> Option<Vec<usize>> {
    let count = ranks.rank.iter().max().map_or(0, |&last| last as usize + 1);
    if count > MOST_RANKS {
        return None;
    }
    let rank = |cell: usize| ranks.rank[cell] as usize;
    let mut reach = vec![(i32::MAX, i32::MIN, i32::MAX, i32::MIN); count];
    for cell in 0..part.cells.len() {
        let r = &mut reach[rank(cell)];
        *r = (r.0.min(u[cell].0), r.1.max(u[cell].1), r.2.min(v[cell].0), r.3.max(v[cell].1));
    }
    let ends = ends(part, ranks, count);
    // The least length of the longest of so many rows of the ranks before each, and where the last of them starts.
    let mut table = vec![vec![(i32::MAX, 0); count + 1]; MOST_ROWS + 1];
    table[0][0].0 = 0;
    for rows in 1..=MOST_ROWS {
        for end in (1..=count).filter(|&end| ends[end]) {
            for start in (0..end).filter(|&start| ends[start]) {
                let longest = table[rows - 1][start].0.max(reach[end - 1].1 - reach[start].0);
                if longest < table[rows][end].0 {
                    table[rows][end] = (longest, start);
                }
            }
        }
    }
    let mut best = (0.0, 1, Vec::new());
    for rows in 1..=MOST_ROWS {
        let (longest, _) = table[rows][count];
        if longest == i32::MAX {
            continue;
        }
        let (mut starts, mut end, mut breadth) = (Vec::new(), count, 0.0);
        for left in (1..=rows).rev() {
            let start = table[left][end].1;
            let own = &reach[start..end];
            let (low, high) = own.iter().fold((i32::MAX, i32::MIN), |(a, b), r| (a.min(r.2), b.max(r.3)));
            breadth += f64::from(high - low);
            starts.push(start);
            end = start;
        }
        let gaps = (rows - 1) as f64;
        let beside = if rows > 1 { GUTTER } else { 0.0 };
        let scale = scale(part.direction, window, f64::from(longest) + beside, breadth + STRIP * gaps).min(1.0);
        // More turns have to be worth it.
        if scale > best.0 * 1.05 {
            best = (scale, rows, starts);
        }
    }
    let (_, rows, starts) = best;
    let row_of = |cell: usize| starts.iter().filter(|&&start| start <= rank(cell)).count() - 1;
    (rows > 1).then(|| (0..part.cells.len()).map(row_of).collect())
}

/// Whether a row may end before each rank, and after the last.
fn ends(part: &Part, ranks: &Ranks, count: usize) -> Vec<bool> {
    // How many arrows, and groups, pass.
    let mut open = vec![0i32; count + 1];
    let mut held = vec![0i32; count + 1];
    let pass = |list: &mut Vec<i32>, a: i32, b: i32| {
        list[a.min(b) as usize + 1] += 1;
        if let Some(after) = list.get_mut(a.max(b) as usize + 1) {
            *after -= 1;
        }
    };
    for arc in &part.arcs {
        pass(&mut open, ranks.rank[arc.from], ranks.rank[arc.to]);
    }
    for (place, &whole) in whole(part).iter().enumerate() {
        let own = || (0..part.cells.len()).filter(|&c| part.nest.within(part.home[c], place)).map(|c| ranks.rank[c]);
        if let (Some(first), Some(last), false) = (own().min(), own().max(), whole) {
            pass(&mut held, first, last);
        }
    }
    let (mut opened, mut holds) = (0, 0);
    let mut ends = Vec::with_capacity(count + 1);
    for rank in 0..=count {
        opened += open[rank];
        holds += held[rank];
        ends.push(rank == 0 || rank == count || (opened as usize <= MOST_OPEN && holds == 0));
    }
    ends
}

/// Which groups hold all of a part.
pub(super) fn whole(part: &Part) -> Vec<bool> {
    let holds = |place: usize| part.home.iter().all(|&home| part.nest.within(home, place));
    (0..part.nest.len()).map(|place| place == ROOT || holds(place)).collect()
}

/// One of the rows, without the groups that hold the whole part.
pub(super) fn cut(part: &Part, ranks: &Ranks, row_of: &[usize], row: usize) -> Row {
    let mut out = Row::default();
    let (nest, place_of) = nest(part, row_of, row);
    (out.part.nest, out.part.direction) = (nest, part.direction);
    let mut own = vec![usize::MAX; part.cells.len()];
    let inside = |cell: usize| row_of[cell] == row;
    let members = || (0..part.cells.len()).filter(|&cell| inside(cell));
    let first = members().map(|cell| ranks.rank[cell]).min().unwrap_or(0);
    let last = members().map(|cell| ranks.rank[cell]).max().unwrap_or(0);
    let is_entered = part.arcs.iter().any(|arc| !inside(arc.from) && inside(arc.to));
    let lead = i32::from(is_entered);
    for cell in members() {
        own[cell] = out.part.cells.len();
        out.part.push(part.cells[cell], part.node[cell], place_of[part.home[cell]], part.tier[cell]);
        out.ranks.rank.push(ranks.rank[cell] - first + lead);
    }
    let point = Cell { u: 0, v: 0 };
    for (arc, &turned) in part.arcs.iter().zip(&ranks.turned) {
        let new = out.part.cells.len();
        let (ends, label) = match (inside(arc.from), inside(arc.to)) {
            (true, true) => ((own[arc.from], own[arc.to]), arc.label),
            (true, false) => {
                out.part.push(point, None, ROOT, Tier::Middle);
                out.ranks.rank.push(last - first + lead + 1);
                out.exits.push(arc.edge);
                ((own[arc.from], new), arc.label)
            }
            (false, true) => {
                out.part.push(point, None, ROOT, Tier::Middle);
                out.ranks.rank.push(0);
                out.entries.push(arc.edge);
                ((new, own[arc.to]), None)
            }
            (false, false) => continue,
        };
        out.ranks.turned.push(turned && inside(arc.from) && inside(arc.to));
        out.part.arcs.push(Arc { from: ends.0, to: ends.1, label, edge: arc.edge });
    }
    out.part.loops = part.loops.iter().filter(|l| inside(l.cell)).map(|l| Loop { cell: own[l.cell], ..*l }).collect();
    out
}

/// The groups of a row, and the place of each of the part's.
fn nest(part: &Part, row_of: &[usize], row: usize) -> (Nest, Vec<usize>) {
    let all = &part.nest;
    let whole = whole(part);
    let mut has = vec![false; all.len()];
    for (&home, _) in part.home.iter().zip(row_of).filter(|(_, r)| **r == row) {
        has[home] = true;
    }
    for place in (1..all.len()).rev().filter(|&place| !whole[place]) {
        let inner = has[place];
        has[all.parent[place]] |= inner;
    }
    let mut nest = Nest { parent: vec![ROOT], depth: vec![0], label: vec![Size::default()], group: vec![0] };
    let mut place_of = vec![ROOT; all.len()];
    for place in (1..all.len()).filter(|&place| has[place] && !whole[place]) {
        let parent = place_of[all.parent[place]];
        place_of[place] = nest.parent.len();
        nest.depth.push(nest.depth[parent] + 1);
        nest.parent.push(parent);
        nest.label.push(all.label[place]);
        nest.group.push(all.group[place]);
    }
    (nest, place_of)
}
