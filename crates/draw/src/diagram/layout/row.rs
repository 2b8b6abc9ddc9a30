//! The ranks as rows of rows: a group is a row in each of its ranks, so its items stand together whatever moves.

use super::nest::{Nest, ROOT};
use super::normalise::Layers;

/// What stands in a row: an item, or behind all items a row within.
pub(super) type Kid = u32;

/// All rows. A row's kids change places, nothing else.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Rows {
    /// How many items there are; kids from here on are rows.
    pub items: usize,
    /// The group of each row.
    pub place: Vec<usize>,
    /// Where each row's kids start, and after the last where they end.
    start: Box<[u32]>,
    /// The kids, row by row.
    pub kids: Box<[Kid]>,
    /// How many items are in each row and the rows within.
    size: Box<[u32]>,
    /// Where each rank's rows start, and after the last where they end; outer rows come first.
    rank: Box<[u32]>,
}

impl Rows {
    /// The rows of the ranks, in their order as far as the groups permit.
    pub fn new(layers: &Layers, nest: &Nest) -> Self {
        let items = layers.items.len();
        let mut rows = Self { items, ..Self::default() };
        let mut ends = vec![0];
        let mut own = vec![usize::MAX; nest.len()];
        let mut lists: Vec<Vec<Kid>> = Vec::new();
        for (rank, list) in layers.ranks.iter().enumerate() {
            let first = rows.place.len();
            for (place, &(from, to)) in layers.span.iter().enumerate() {
                if place == ROOT || (from <= rank && rank <= to) {
                    own[place] = rows.place.len();
                    rows.place.push(place);
                    lists.push(Vec::new());
                }
            }
            for &item in list {
                lists[own[layers.items[item].home]].push(item as u32);
            }
            for row in first + 1..rows.place.len() {
                let outer = own[nest.parent[rows.place[row]]];
                lists[outer].push((items + row) as u32);
            }
            ends.push(rows.place.len() as u32);
        }
        rows.rank = ends.into();
        rows.size = vec![0; lists.len()].into();
        for row in (0..lists.len()).rev() {
            rows.size[row] = lists[row].iter().map(|&kid| rows.size_of(kid)).sum();
        }
        let mut start = vec![0];
        for list in &lists {
            start.push(start[start.len() - 1] + list.len() as u32);
        }
        rows.start = start.into();
        rows.kids = lists.concat().into();
        rows
    }

    /// The rows of a rank, outer ones first.
    pub fn of_rank(&self, rank: usize) -> std::ops::Range<usize> {
        self.rank[rank] as usize..self.rank[rank + 1] as usize
    }

    /// Where a row's kids are in [`Rows::kids`].
    pub fn range(&self, row: usize) -> std::ops::Range<usize> {
        self.start[row] as usize..self.start[row + 1] as usize
    }

    /// The kids of a row.
    pub fn kids_of(&self, row: usize) -> &[Kid] {
        &self.kids[self.range(row)]
    }

    /// The row that a kid is, if it is no item.
    pub const fn row(&self, kid: Kid) -> Option<usize> {
        (kid as usize).checked_sub(self.items)
    }

    /// How many items a kid is or has.
    pub fn size_of(&self, kid: Kid) -> u32 {
        self.row(kid).map_or(1, |row| self.size[row])
    }

    /// Writes the items of a rank in order; `begin` is room for a number per row.
    pub fn write(&self, rank: usize, begin: &mut [u32], order: &mut [u32], place: &mut [u32]) {
        let rows = self.of_rank(rank);
        let (kids, size, items) = (&*self.kids, &*self.size, self.items as u32);
        begin[rows.start] = 0;
        for row in rows {
            let mut at = begin[row];
            for &kid in &kids[self.range(row)] {
                if kid < items {
                    order[at as usize] = kid;
                    place[kid as usize] = at;
                    at += 1;
                } else {
                    let inner = (kid - items) as usize;
                    begin[inner] = at;
                    at += size[inner];
                }
            }
        }
    }
}

/// Sorts a row by the keys of its kids; equal ones keep their order. Insertion, then merging what is out of order:
/// linear on what is nearly sorted.
pub(super) fn sort_row(row: &mut [Kid], keys: &[f32], merged: &mut Vec<Kid>) {
    const RUN: usize = 8;
    let key = |kid: Kid| keys[kid as usize];
    for run in row.chunks_mut(RUN) {
        for end in 1..run.len() {
            let (kid, mut at) = (run[end], end);
            let own = key(kid);
            while at > 0 && key(run[at - 1]) > own {
                run[at] = run[at - 1];
                at -= 1;
            }
            run[at] = kid;
        }
    }
    let mut width = RUN;
    while width < row.len() {
        for pair in row.chunks_mut(2 * width) {
            let middle = width.min(pair.len());
            if middle == pair.len() || key(pair[middle - 1]) <= key(pair[middle]) {
                continue;
            }
            merged.clear();
            let (mut a, mut b) = (0, middle);
            while a < middle && b < pair.len() {
                let first = key(pair[a]) <= key(pair[b]);
                merged.push(if first { pair[a] } else { pair[b] });
                a += usize::from(first);
                b += usize::from(!first);
            }
            merged.extend_from_slice(&pair[a..middle]);
            let end = merged.len();
            pair[..end].copy_from_slice(merged);
        }
        width *= 2;
    }
}
