//! Which links lead where between two ranks, and how many cross.

use super::normalise::Layers;

/// The neighbours of every item in the rank on one side, in the order of that rank.
///
/// Boxed slices here and in what else the ordering uses most: where the build aims for small code, an index into a vector
/// is a call.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Neighbours {
    start: Box<[u32]>,
    items: Box<[u32]>,
}

impl Neighbours {
    /// Those above the items, or those below.
    pub fn new(layers: &Layers, above: bool) -> Self {
        let count = layers.items.len();
        let mut lists = Self { start: vec![0; count + 2].into(), items: vec![0; layers.links.len()].into() };
        let ends = |i: usize| {
            let link = layers.links[i];
            if above { (link.head, link.tail) } else { (link.tail, link.head) }
        };
        for i in 0..layers.links.len() {
            lists.start[ends(i).0 + 2] += 1;
        }
        for v in 0..count {
            lists.start[v + 2] += lists.start[v + 1];
        }
        for i in 0..layers.links.len() {
            let (own, other) = ends(i);
            lists.put(own, other);
        }
        lists
    }

    /// How many links there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// All lists.
    pub fn lists(&self) -> NeighbourLists<'_> {
        NeighbourLists { start: &self.start, items: &self.items }
    }

    fn put(&mut self, own: usize, other: usize) {
        let at = &mut self.start[own + 1];
        self.items[*at as usize] = other as u32;
        *at += 1;
    }

    /// Puts the lists of the neighbours of `rank` in its order, now that it has changed; `back` leads from its items to
    /// them. Linear.
    pub fn follow(&mut self, rank: &[u32], neighbours: &[u32], back: NeighbourLists, fill: &mut [u32]) {
        for &item in neighbours {
            fill[item as usize] = self.start[item as usize];
        }
        for &item in rank {
            for &other in back.of(item) {
                let at = &mut fill[other as usize];
                self.items[*at as usize] = item;
                *at += 1;
            }
        }
    }
}

/// The lists of a [`Neighbours`].
#[derive(Debug, Clone, Copy)]
pub(super) struct NeighbourLists<'a> {
    start: &'a [u32],
    items: &'a [u32],
}

impl<'a> NeighbourLists<'a> {
    /// Those of one item.
    #[expect(clippy::inline_always, reason = "a call costs more than the rest")]
    #[inline(always)]
    pub fn of(self, item: u32) -> &'a [u32] {
        let (from, to) = (self.start[item as usize] as usize, self.start[item as usize + 1] as usize);
        &self.items[from..to]
    }
}

/// How many links from a rank to the next cross, given the ranks' items in order, the links of each item of the first
/// in the order of their ends, and the place of each item.
///
/// Barth, Jünger & Mutzel, "Simple and efficient bilayer cross counting", 2002: each link crosses those before it that
/// end further on, which an accumulator tree sums in O(log n).
pub(super) fn crossings(
    rank: &[u32],
    below: NeighbourLists,
    place: &[u32],
    places: usize,
    tree: &mut Vec<u32>,
) -> usize {
    let places = places.next_power_of_two();
    tree.clear();
    tree.resize(2 * places, 0);
    let tree = tree.as_mut_slice();
    let mut count = 0;
    for &item in rank {
        for &end in below.of(item) {
            let mut at = place[end as usize] as usize + places;
            tree[at] += 1;
            while at > 1 {
                if at & 1 == 0 {
                    count += tree[at + 1] as usize;
                }
                at >>= 1;
                tree[at] += 1;
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::{NeighbourLists, crossings};

    #[test]
    fn links_whose_ends_are_out_of_order_cross() {
        for (ends, expected) in
            [(&[][..], 0), (&[0, 1], 0), (&[1, 0], 1), (&[0, 1, 0, 1], 1), (&[2, 1, 0], 3), (&[0, 0, 0], 0)]
        {
            let starts: Vec<u32> = (0..=4).collect();
            let below = NeighbourLists { start: &starts, items: ends };
            let rank = &[0, 1, 2, 3][..ends.len()];
            assert_eq!(crossings(rank, below, &[0, 1, 2], 3, &mut Vec::new()), expected, "{ends:?}");
        }
    }
}
