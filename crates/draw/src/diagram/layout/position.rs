//! Phase 5: where everything stands across the flow.

use super::Direction;
use super::across::Across;
use super::block::{blocks, cut};
use super::bound::{Bound, Lists};
use super::nest::ROOT;
use super::normalise::{Kind, Layers};
use super::part::Part;
use super::port::{Ports, label_room};
use super::relax::{Role, Spring, relax};
use super::simplex::solve;

/// The free room between a group's border and what is inside, px.
pub(super) const PAD: i32 = 20;
/// The free room beneath a group's label, px.
pub(super) const UNDER_LABEL: i32 = 12;
/// Links, and items, up to which every item may move by itself.
const MOST_ALONE: usize = 240;
const MOST_ITEMS: usize = 600;
/// What a step aside costs a pixel in the middle of a long arc.
const INNER: i32 = 24;
/// How far a straight line may be held off its neighbours, px.
const MOST_HELD_OFF: i32 = 400;
/// How many bounds the solver may look at.
const BUDGET: usize = 20_000_000;

/// Places the items of each rank.
///
/// Requires: the ranks are in the order that phase 4 ensures. Ensures: items of a rank keep their order and a gap;
/// a group encloses its items and groups with padding and, where it runs across the flow, its label's room; groups
/// and foreign items in common ranks stay apart by a gap; links are as straight as can be, those in the middle of
/// long arcs above all (Gansner et al. 1993 §4, ports as offsets; a group is two variables, as in dot's clusters).
pub(super) fn position(part: &Part, layers: &Layers, ports: &Ports) -> Across {
    let (nest, items) = (&part.nest, layers.items.len());
    let mut bounds = bounds(part, layers);
    keep_off_labels(part, layers, ports, &mut bounds);
    let x = if is_small(layers) {
        exactly(layers, nest.len(), ports, bounds)
    } else {
        in_blocks(part, layers, ports, &bounds)
    };
    let groups = (0..nest.len()).map(|p| (x[items + 2 * p], x[items + 2 * p + 1])).collect();
    Across { items: x[..items].to_vec(), groups }
}

/// Whether every item may move by itself.
pub(super) fn is_small(layers: &Layers) -> bool {
    layers.links.len() <= MOST_ALONE && layers.items.len() <= MOST_ITEMS
}

/// What keeps everything in order and apart, but for labels: items are the first variables, and behind them the start and
/// end of each group.
pub(super) fn bounds(part: &Part, layers: &Layers) -> Vec<Bound> {
    let (nest, items) = (&part.nest, layers.items.len());
    let mut bounds = Vec::new();
    for place in 0..nest.len() {
        frame(part, items, place, &mut bounds);
    }
    for rank in &layers.ranks {
        let mut last = None;
        for &item in rank {
            between(part, layers, (last, Some(item)), &mut bounds);
            last = Some(item);
        }
        between(part, layers, (last, None), &mut bounds);
    }
    bounds
}

/// The positions with the least steps aside; a link costs whatever a variable below both its ends is far from them.
fn exactly(layers: &Layers, groups: usize, ports: &Ports, mut bounds: Vec<Bound>) -> Vec<i32> {
    let first_link = layers.items.len() + 2 * groups;
    for (i, link) in layers.links.iter().enumerate() {
        let weight = weight(layers, ports, i);
        let aside = ports.head[i] - ports.tail[i];
        bounds.push(Bound { tail: first_link + i, head: link.tail, min: aside.max(0), weight });
        bounds.push(Bound { tail: first_link + i, head: link.head, min: (-aside).max(0), weight });
    }
    solve(first_link + layers.links.len(), &bounds, BUDGET)
}

/// Positions with few steps aside: what runs straight is chosen first.
fn in_blocks(part: &Part, layers: &Layers, ports: &Ports, bounds: &[Bound]) -> Vec<i32> {
    let (items, groups) = (layers.items.len(), part.nest.len());
    let is_inner = |link: usize| weight(layers, ports, link) == INNER;
    let mut blocks = blocks(layers, &part.nest, ports, &|link| i32::from(is_inner(link)));
    cut(&mut blocks, 2 * groups, bounds, MOST_HELD_OFF);
    let place = |v: usize| if v < items { (blocks.of[v], blocks.aside[v]) } else { (blocks.count + v - items, 0) };
    let mut joined: Vec<Bound> = Vec::with_capacity(bounds.len());
    for b in bounds {
        let (tail, head) = (place(b.tail), place(b.head));
        joined.push(Bound { tail: tail.0, head: head.0, min: b.min + tail.1 - head.1, ..*b });
    }
    let bounds = tightest(blocks.count + 2 * groups, &joined);
    let mut roles = vec![Role::Item; blocks.count];
    roles.extend([Role::Start, Role::End].iter().cycle().take(2 * groups));
    let mut home = vec![(0, 0); blocks.count];
    for (item, &block) in layers.items.iter().zip(&blocks.of) {
        home[block] = (start(blocks.count, item.home), end(blocks.count, item.home));
    }
    let mut springs = Vec::new();
    for (i, link) in layers.links.iter().enumerate() {
        let (a, b) = (place(link.tail), place(link.head));
        if a.0 != b.0 {
            let rest = ports.tail[i] - ports.head[i] + a.1 - b.1;
            springs.push(Spring { a: a.0, b: b.0, rest, weight: weight(layers, ports, i) });
        }
    }
    let x = relax(&roles, &home, &bounds, &springs);
    (0..items + 2 * groups).map(|v| x[place(v).0] + place(v).1).collect()
}

/// Of all bounds between two variables the tightest.
fn tightest(count: usize, bounds: &[Bound]) -> Vec<Bound> {
    let from = Lists::new(count, bounds, &|b| b.tail);
    let mut kept: Vec<Bound> = Vec::with_capacity(bounds.len());
    let mut seat = vec![usize::MAX; count];
    for v in 0..count {
        let first = kept.len();
        for &i in from.at(v) {
            let b = bounds[i];
            if (first..kept.len()).contains(&seat[b.head]) {
                let known = &mut kept[seat[b.head]];
                known.min = known.min.max(b.min);
                known.weight += b.weight;
            } else {
                seat[b.head] = kept.len();
                kept.push(b);
            }
        }
    }
    kept
}

/// Links that enter a group from above pass beside its label, not through it.
fn keep_off_labels(part: &Part, layers: &Layers, ports: &Ports, bounds: &mut Vec<Bound>) {
    for (link, &aside) in layers.links.iter().zip(&ports.head) {
        for place in enters(part, layers, link.head) {
            let (tail, min) = (start(layers.items.len(), place), label_room(part, place) - aside);
            bounds.push(Bound { tail, head: link.head, min, weight: 0 });
        }
    }
}

/// The groups that an item is the first to enter, if their labels run across the flow.
pub(super) fn enters<'a>(part: &'a Part, layers: &'a Layers, item: usize) -> impl Iterator<Item = usize> + use<'a> {
    let item = layers.items[item];
    let places = std::iter::successors(Some(item.home), |&place| Some(part.nest.parent[place]));
    let is_entered = move |&place: &usize| place != ROOT && layers.span[place].0 == item.rank;
    places.take_while(is_entered).filter(|_| part.direction == Direction::Down)
}

/// The start of a group as a variable.
const fn start(items: usize, place: usize) -> usize {
    items + 2 * place
}

/// The end of a group as a variable.
const fn end(items: usize, place: usize) -> usize {
    items + 2 * place + 1
}

/// The free room at the start of a group across the flow.
fn inset(part: &Part, place: usize) -> i32 {
    if part.direction == Direction::Right { head_room(part, place) } else { PAD }
}

/// The free room that a group needs along its top edge.
pub(super) fn head_room(part: &Part, place: usize) -> i32 {
    let height = part.nest.label[place].h;
    if height > 0.0 { (height.ceil() as i32 + UNDER_LABEL).max(PAD) } else { PAD }
}

fn frame(part: &Part, items: usize, place: usize, bounds: &mut Vec<Bound>) {
    let label = part.nest.label[place];
    let least = if part.direction == Direction::Right { 0 } else { label.w.ceil() as i32 + PAD };
    bounds.push(Bound { tail: start(items, place), head: end(items, place), min: least, weight: 1 });
    if place != ROOT {
        let parent = part.nest.parent[place];
        let min = if parent == ROOT { 0 } else { inset(part, parent) };
        bounds.push(Bound { tail: start(items, parent), head: start(items, place), min, weight: 0 });
        let min = if parent == ROOT { 0 } else { PAD };
        bounds.push(Bound { tail: end(items, place), head: end(items, parent), min, weight: 0 });
    }
}

/// Keeps two neighbours in a rank apart: leaves the groups that only the first is in, enters those of the second.
fn between(part: &Part, layers: &Layers, (a, b): (Option<usize>, Option<usize>), bounds: &mut Vec<Bound>) {
    let count = layers.items.len();
    let home = |i: Option<usize>| i.map_or(ROOT, |i| layers.items[i].home);
    let fork = part.nest.fork(home(a), home(b));
    // Inside its group an item needs padding; on the sheet it needs none.
    if let Some(a) = a.filter(|_| fork.first.is_some() || b.is_none()) {
        let item = layers.items[a];
        let pad = if item.home == ROOT { 0 } else { padding(item.kind) };
        bounds.push(Bound { tail: a, head: end(count, item.home), min: item.v.1 + pad, weight: 0 });
    }
    if let Some(b) = b.filter(|_| fork.second.is_some() || a.is_none()) {
        let item = layers.items[b];
        let pad = match item.kind {
            _ if item.home == ROOT => 0,
            Kind::Filler => 0,
            kind => padding(kind).max(inset(part, item.home)),
        };
        bounds.push(Bound { tail: start(count, item.home), head: b, min: item.v.0 + pad, weight: 0 });
    }
    let (Some(a), Some(b)) = (a, b) else { return };
    let (ia, ib) = (layers.items[a], layers.items[b]);
    let (tail, after, kind_a) = fork.first.map_or((a, ia.v.1, Some(ia.kind)), |g| (end(count, g), 0, None));
    let (head, before, kind_b) = fork.second.map_or((b, ib.v.0, Some(ib.kind)), |g| (start(count, g), 0, None));
    bounds.push(Bound { tail, head, min: after + before + gap(kind_a, kind_b), weight: 0 });
}

const fn padding(kind: Kind) -> i32 {
    match kind {
        Kind::Cell(_) | Kind::Label => PAD,
        Kind::Dummy => PAD / 2 + 4,
        Kind::Filler => 0,
    }
}

/// The gap between two neighbours; `None` is a group's border.
const fn gap(a: Option<Kind>, b: Option<Kind>) -> i32 {
    match (a, b) {
        (Some(Kind::Filler), _) | (_, Some(Kind::Filler)) => 0,
        (Some(Kind::Cell(_)) | None, Some(Kind::Cell(_)) | None) => 32,
        (Some(Kind::Label), Some(Kind::Label)) => 10,
        (Some(Kind::Dummy), Some(Kind::Label)) | (Some(Kind::Label), Some(Kind::Dummy)) => 12,
        (Some(Kind::Dummy), Some(Kind::Dummy)) => 14,
        (Some(Kind::Dummy | Kind::Label), _) | (_, Some(Kind::Dummy | Kind::Label)) => 20,
    }
}

/// What a step aside of a link costs a pixel: most in the middle of a long arc, more at an end that has no other arc.
pub(super) fn weight(layers: &Layers, ports: &Ports, link: usize) -> i32 {
    let ends = layers.links[link];
    let is_cell = |i: usize| matches!(layers.items[i].kind, Kind::Cell(_));
    let single = ports.alone[link];
    match (is_cell(ends.tail), is_cell(ends.head)) {
        (true, true) => 4 + 4 * single,
        (false, false) => INNER,
        _ => 8 + 4 * single,
    }
}
