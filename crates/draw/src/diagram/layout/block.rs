//! Phase 5a: what runs straight. Items joined by straight links form blocks, which then move as one.

use vitrine_lean::sort::sorted;

use super::bound::{Bound, Lists};
use super::nest::{Nest, ROOT};
use super::normalise::Layers;
use super::port::Ports;

/// Which items stand on one line.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Blocks {
    /// The block of each item.
    pub of: Vec<usize>,
    /// How far each item is from its block's line, px.
    pub aside: Vec<i32>,
    /// How many blocks there are.
    pub count: usize,
}

/// A pair of places in two neighbouring ranks that could be joined straight.
struct Pair {
    before: usize,
    after: usize,
    weight: i32,
    /// The link, or none for a group's border.
    link: Option<usize>,
}

/// The weight of a group's border: it is straight whatever else is.
const BORDER: i32 = 1 << 16;

/// Groups the items into blocks along the links with a weight.
///
/// Requires: the ranks are in the order that phase 4 ensures. Ensures: "before in some rank" has no cycle on blocks and
/// groups, so that they can be placed; a block has at most one item of a rank.
///
/// Between two ranks the links of the greatest weight that do not cross each other, nor a group's border, run straight:
/// the vertical alignment of Brandes & Köpf, "Fast and simple horizontal coordinate assignment", 2001, but best, not
/// greedy, as a heaviest increasing subsequence (Fredman 1975) in O(n log n).
pub(super) fn blocks(layers: &Layers, nest: &Nest, ports: &Ports, weight: &dyn Fn(usize) -> i32) -> Blocks {
    let count = layers.items.len();
    let mut links: Vec<Vec<usize>> = vec![Vec::new(); layers.ranks.len()];
    for (i, link) in layers.links.iter().enumerate() {
        links[layers.items[link.tail].rank].push(i);
    }
    let mut at = vec![0; count];
    let mut borders = vec![(0, 0); nest.len()];
    let mut straight = vec![None; count];
    for (rank, items) in layers.ranks.iter().enumerate() {
        let last = borders.clone();
        number(layers, nest, items, &mut at, &mut borders);
        let Some(before) = rank.checked_sub(1) else { continue };
        let mut pairs = Vec::with_capacity(links[before].len());
        for (place, &(first, end)) in layers.span.iter().enumerate().skip(1) {
            if first <= before && rank <= end {
                let border = |before, after| Pair { before, after, weight: BORDER, link: None };
                pairs.extend([border(last[place].0, borders[place].0), border(last[place].1, borders[place].1)]);
            }
        }
        for &i in links[before].iter().filter(|&&i| weight(i) > 0) {
            let link = layers.links[i];
            pairs.push(Pair { before: at[link.tail], after: at[link.head], weight: weight(i), link: Some(i) });
        }
        for link in heaviest(&pairs) {
            straight[layers.links[link].head] = Some(link);
        }
    }
    let mut blocks = Blocks { of: vec![0; count], aside: vec![0; count], count: 0 };
    for &item in layers.ranks.iter().flatten() {
        if let Some(link) = straight[item] {
            let tail = layers.links[link].tail;
            blocks.of[item] = blocks.of[tail];
            blocks.aside[item] = blocks.aside[tail] + ports.tail[link] - ports.head[link];
        } else {
            blocks.of[item] = blocks.count;
            blocks.count += 1;
        }
    }
    blocks
}

/// Cuts blocks so that none is held off its neighbours by more than `most` px along a part of it.
///
/// Requires: `bounds` are those of the items and, behind them, of `others` variables that are in no block. Ensures: what
/// [`blocks`] ensures.
///
/// Lines that are straight from end to end make a drawing many times as broad as it need be: each is kept away by the
/// one place where something is broad, and keeps others away all along.
pub(super) fn cut(blocks: &mut Blocks, others: usize, bounds: &[Bound], most: i32) {
    let items = blocks.of.len();
    let variables = items + others;
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); blocks.count];
    for (item, &block) in blocks.of.iter().enumerate() {
        members[block].push(item);
    }
    members.extend((items..variables).map(|v| vec![v]));
    let block_of = |v: usize| if v < items { blocks.of[v] } else { blocks.count + v - items };
    let (into, from) = (Lists::new(variables, bounds, &|b| b.head), Lists::new(variables, bounds, &|b| b.tail));
    let mut waiting = vec![0usize; members.len()];
    for b in bounds {
        waiting[block_of(b.head)] += 1;
    }
    let mut ready: Vec<usize> = (0..members.len()).filter(|&b| waiting[b] == 0).collect();
    let mut x = vec![0; variables];
    let mut of = vec![0; items];
    let mut count = 0;
    let mut done = 0;
    while let Some(&block) = ready.get(done) {
        done += 1;
        let mut rest = members[block].as_slice();
        while !rest.is_empty() {
            // The longest run whose lines, each as near as its own neighbours allow, are not far apart.
            let (mut low, mut high, mut end) = (i32::MAX, i32::MIN, 0);
            for &v in rest {
                let nearest = into.at(v).iter().map(|&i| x[bounds[i].tail] + bounds[i].min).max().unwrap_or(0);
                let line = nearest - blocks.aside.get(v).unwrap_or(&0);
                if end > 0 && low.min(line) < high.max(line) - most {
                    break;
                }
                (low, high, end) = (low.min(line), high.max(line), end + 1);
            }
            let (run, behind) = rest.split_at(end);
            for &v in run {
                x[v] = high + blocks.aside.get(v).unwrap_or(&0);
                if let Some(of) = of.get_mut(v) {
                    *of = count;
                }
            }
            count += usize::from(block < blocks.count);
            rest = behind;
        }
        for &i in members[block].iter().flat_map(|&v| from.at(v)) {
            let head = block_of(bounds[i].head);
            waiting[head] -= 1;
            if waiting[head] == 0 {
                ready.push(head);
            }
        }
    }
    (blocks.of, blocks.count) = (of, count);
}

/// Numbers the items of a rank and the borders of the groups in it, in order across the flow.
fn number(layers: &Layers, nest: &Nest, items: &[usize], at: &mut [usize], borders: &mut [(usize, usize)]) {
    let mut count = 0;
    let mut home = ROOT;
    let mut entered = Vec::new();
    for item in items.iter().copied().map(Some).chain([None]) {
        let to = item.map_or(ROOT, |i| layers.items[i].home);
        let fork = nest.fork(home, to).at;
        while home != fork {
            borders[home].1 = count;
            count += 1;
            home = nest.parent[home];
        }
        let mut inner = to;
        while inner != fork {
            entered.push(inner);
            inner = nest.parent[inner];
        }
        while let Some(place) = entered.pop() {
            borders[place].0 = count;
            count += 1;
        }
        home = to;
        if let Some(item) = item {
            at[item] = count;
            count += 1;
        }
    }
}

/// The links among the pairs of greatest weight that neither cross nor share a place.
fn heaviest(pairs: &[Pair]) -> Vec<usize> {
    let order = sorted(pairs.len(), &|a, b| (pairs[a].before, pairs[b].after).cmp(&(pairs[b].before, pairs[a].after)));
    let size = pairs.iter().map(|p| p.after + 1).max().unwrap_or(0);
    // For each prefix of the places after (a Fenwick tree), the heaviest set so far and its last pair.
    let mut best: Vec<(i32, Option<usize>)> = vec![(0, None); size + 1];
    let mut back = vec![None; pairs.len()];
    for i in order {
        let pair = &pairs[i];
        let (mut weight, mut last) = (0, None);
        let mut at = pair.after;
        while at > 0 {
            if best[at].0 > weight {
                (weight, last) = best[at];
            }
            at &= at - 1;
        }
        back[i] = last;
        weight += pair.weight;
        at = pair.after + 1;
        while at <= size {
            if best[at].0 < weight {
                best[at] = (weight, Some(i));
            }
            at += at & at.wrapping_neg();
        }
    }
    let (mut weight, mut last, mut at) = (0, None, size);
    while at > 0 {
        if best[at].0 > weight {
            (weight, last) = best[at];
        }
        at &= at - 1;
    }
    let mut links = Vec::new();
    while let Some(i) = last {
        links.extend(pairs[i].link);
        last = back[i];
    }
    links
}
