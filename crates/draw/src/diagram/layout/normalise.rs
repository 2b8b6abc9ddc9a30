//! Phase 3: a part cut into ranks, in which every link leads from one rank to the next.

use super::nest::Nest;
use super::part::{Cell, Part};
use super::port;
use super::rank::Ranks;

/// What stands in a rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A cell of the part.
    Cell(usize),
    /// An arc on its way through.
    Dummy,
    /// An arc's label on the arc.
    Label,
    /// Holds the place of a group that has nothing else in the rank.
    Filler,
}

/// Something that stands in a rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    /// What it is.
    pub kind: Kind,
    /// Its rank.
    pub rank: usize,
    /// The group around it.
    pub home: usize,
    /// Its extent with the flow, px.
    pub u: i32,
    /// Its extents across the flow, before and after its centre line.
    pub v: (i32, i32),
}

/// A piece of an arc between neighbouring ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Link {
    /// The item in the lower rank.
    pub tail: usize,
    /// The item in the next.
    pub head: usize,
    /// The arc.
    pub arc: usize,
}

/// A part in ranks.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Layers {
    /// Everything; the part's cells come first, in their order.
    pub items: Vec<Item>,
    /// The extent of each cell across the flow, px: more than its own where it needs that for its arrows.
    pub breadth: Vec<i32>,
    /// The items of each rank, in order across the flow.
    pub ranks: Vec<Vec<usize>>,
    /// All pieces; those of an arc follow one another.
    pub links: Vec<Link>,
    /// Where each arc's pieces start, and after the last where they end.
    pub first_link: Vec<usize>,
    /// The first and last rank of each group.
    pub span: Vec<(usize, usize)>,
}

/// The step from the bottom of a box to the run of a loop at it, px.
pub(super) const LOOP: i32 = 16;

/// The distance of loops at a box, px.
pub(super) const LOOP_APART: i32 = 10;

/// Cuts a part into ranks.
///
/// Ensures: every arc is a chain of links, each to the next rank; a label is an item of its own, in a rank between
/// its ends where it widens no more than it must; an item on the way is in the groups of the ends as far as these
/// reach, else in a group around both (as dagre's parent-dummy-chains); every group has an item in each of its ranks.
pub(super) fn normalise(part: &Part, ranks: &Ranks) -> Layers {
    let nest = &part.nest;
    // Twice the ranks: the odd ones are for labels of arcs that have no rank between their ends, and vanish if unused.
    let fine: Vec<usize> = ranks.rank.iter().map(|&r| r as usize * 2).collect();
    let mut used = vec![false; fine.iter().max().map_or(0, |m| m + 1)];
    for &r in &fine {
        used[r] = true;
    }
    for arc in part.arcs.iter().filter(|a| a.label.is_some()) {
        used[label_rank(fine[arc.from], fine[arc.to])] = true;
    }
    let mut count = 0;
    let coarse: Vec<usize> = used
        .iter()
        .map(|&used| {
            count += usize::from(used);
            count.saturating_sub(1)
        })
        .collect();
    let breadth = port::breadths(part, &ranks.turned);
    let mut layers = Layers { ranks: vec![Vec::new(); count], breadth, ..Layers::default() };
    for (i, cell) in part.cells.iter().enumerate() {
        let item = Item {
            kind: Kind::Cell(i),
            rank: coarse[fine[i]],
            home: part.home[i],
            u: cell.u,
            v: (layers.breadth[i] / 2, layers.breadth[i] / 2),
        };
        layers.push(item);
    }
    make_room_for_loops(part, &mut layers);
    layers.span = spans(&layers, nest);
    for (i, arc) in part.arcs.iter().enumerate() {
        layers.first_link.push(layers.links.len());
        let (tail, head) = if ranks.turned[i] { (arc.to, arc.from) } else { (arc.from, arc.to) };
        let label = arc.label.map(|cell| (coarse[label_rank(fine[tail], fine[head])], cell));
        let mut last = tail;
        for rank in layers.items[tail].rank + 1..layers.items[head].rank {
            let home = home_on_the_way(&layers, nest, tail, head, rank);
            let item = match label {
                Some((r, cell)) if r == rank => {
                    Item { kind: Kind::Label, rank, home, u: cell.u, v: (cell.v / 2, cell.v / 2) }
                }
                _ => Item { kind: Kind::Dummy, rank, home, u: 0, v: (0, 0) },
            };
            let new = layers.push(item);
            layers.links.push(Link { tail: last, head: new, arc: i });
            last = new;
        }
        layers.links.push(Link { tail: last, head, arc: i });
    }
    layers.first_link.push(layers.links.len());
    hold_places(&mut layers, nest);
    layers
}

/// The middle rank of boxes between two, or the rank for labels between neighbours.
fn label_rank(a: usize, b: usize) -> usize {
    let middle = usize::midpoint(a, b);
    if a.abs_diff(b) > 2 { middle & !1 } else { middle }
}

fn make_room_for_loops(part: &Part, layers: &mut Layers) {
    let mut left = part.loops_at();
    let mut reach = vec![(0, 0); part.cells.len()];
    for l in &part.loops {
        left[l.cell] -= 1;
        let (cell, item) = (part.cells[l.cell], &mut layers.items[l.cell]);
        reach[l.cell] = loop_reach(reach[l.cell], cell.u, left[l.cell], l.label);
        item.v.1 += LOOP + l.label.map_or(0, |label| label.v + 8);
        item.u = item.u.max(cell.u + 2 * reach[l.cell].1);
    }
}

/// How far before and beyond the far end of a box of `u` px a loop runs around the loops before it, px: as far as its label needs
/// to stand on it, before the end rather. So many loops are `left`, which come back still nearer to the box's start.
pub(super) fn loop_reach((back, out): (i32, i32), u: i32, left: i32, label: Option<Cell>) -> (i32, i32) {
    const ENDS: i32 = 24;
    let (needed, out) = (label.map_or(0, |label| label.u + ENDS), out + LOOP);
    let back = (needed - out).min(u - LOOP_APART * (left + 1)).max(back + LOOP_APART);
    (back, out.max(needed - back))
}

fn spans(layers: &Layers, nest: &Nest) -> Vec<(usize, usize)> {
    let mut span = vec![(usize::MAX, 0); nest.len()];
    for item in &layers.items {
        let s = &mut span[item.home];
        *s = (s.0.min(item.rank), s.1.max(item.rank));
    }
    for place in (1..nest.len()).rev() {
        let inner = span[place];
        let outer = &mut span[nest.parent[place]];
        *outer = (outer.0.min(inner.0), outer.1.max(inner.1));
    }
    span
}

fn home_on_the_way(layers: &Layers, nest: &Nest, tail: usize, head: usize, rank: usize) -> usize {
    let (from, to) = (layers.items[tail].home, layers.items[head].home);
    let both = nest.fork(from, to).at;
    let mut at = from;
    while at != both && layers.span[at].1 < rank {
        at = nest.parent[at];
    }
    if at != both {
        return at;
    }
    at = to;
    while at != both && layers.span[at].0 > rank {
        at = nest.parent[at];
    }
    at
}

fn hold_places(layers: &mut Layers, nest: &Nest) {
    for rank in 0..layers.ranks.len() {
        let mut has = vec![false; nest.len()];
        for &item in &layers.ranks[rank] {
            has[layers.items[item].home] = true;
        }
        for place in (1..nest.len()).rev() {
            let (first, last) = layers.span[place];
            if first <= rank && rank <= last {
                if !has[place] {
                    layers.push(Item { kind: Kind::Filler, rank, home: place, u: 0, v: (0, 0) });
                }
                has[nest.parent[place]] = true;
            }
        }
    }
}

impl Layers {
    fn push(&mut self, item: Item) -> usize {
        let index = self.items.len();
        self.ranks[item.rank].push(index);
        self.items.push(item);
        index
    }
}
