//! Phase 5b: ports and positions found together, so that few links step aside.

use super::across::Across;
use super::bound::Bound;
use super::normalise::Layers;
use super::part::Part;
use super::port::{APART, Ports, label_room, room, sides};
use super::position::{bounds, enters, weight};
use super::simplex::solve_on;

/// Steps aside that are shorter look like a mistake, px.
const SMALL: i32 = 12;
/// Rounds in which what is nearly straight becomes dearer.
const ROUNDS: usize = 4;
/// How often boxes may grow.
const GROWTHS: usize = 3;
/// What a pixel of a box costs by which it would be broader: more than all links together.
const RIGID: i32 = 1 << 17;
/// What it costs where boxes may grow, and by how much they may, px.
const SOFT: i32 = 500;
const MOST_GROWN: i32 = 12;
/// How many bounds the solver may look at in a round.
const BUDGET: usize = 4_000_000;
/// What a step aside costs beside its length, and a short one, px; and what a pixel does by which all gets broader.
const STEP: i32 = 60;
const SHORT: i32 = 1_000;
const EXTENT: i32 = 6;
/// What links and groups cost a pixel, over what it costs a port to be off its place in the middle of its box.
const SCALE: i32 = 8;
const CENTRE: i32 = 4;

/// A box is two variables, as far apart as its ports may be; a port is one between them.
struct Net<'a> {
    part: &'a Part,
    layers: &'a Layers,
    bounds: Vec<Bound>,
    /// How far each item's first variable is before its centre line.
    room: Vec<i32>,
    /// The second variable of each item.
    last: Vec<usize>,
    /// The variable of each link's ends.
    tail: Vec<usize>,
    head: Vec<usize>,
    count: usize,
}

/// Moves ports and everything else across the flow to where fewest links step aside, most of all by a little.
///
/// Requires: `ports` and `across` are those of the phases before. Ensures: what these do; ports are at least 10 px apart where
/// they were. Steps are weighed by how long they were the last time, so that few are left rather than short ones (Candès,
/// Wakin & Boyd, "Enhancing sparsity by reweighted ℓ1 minimization", 2008).
pub(super) fn align(part: &Part, layers: &mut Layers, ports: &mut Ports, across: &mut Across) {
    let mut best = Aligned { cost: cost(layers, ports, across), ports: ports.clone(), across: across.clone() };
    let mut steps = steps(layers, ports, across);
    let mut dear = vec![1; steps.len()];
    Net::new(part, layers, ports).rounds(ports, &mut steps, &mut dear, &mut best);
    let mut grown = layers.clone();
    for _ in 0..GROWTHS {
        let has_small_steps = steps.iter().any(|step| is_small(*step));
        if !has_small_steps || !grow(part, ports, &steps, &dear, &mut grown) {
            break;
        }
        let before = best.cost;
        Net::new(part, &grown, ports).rounds(ports, &mut steps, &mut dear, &mut best);
        if best.cost < before {
            *layers = grown.clone();
        }
    }
    (*ports, *across) = (best.ports, best.across);
}

/// What was found, and how good it is.
struct Aligned {
    cost: i32,
    ports: Ports,
    across: Across,
}

/// Makes boxes broader by a little where that straightens links that nearly are; says whether it does.
fn grow(part: &Part, ports: &Ports, steps: &[i32], dear: &[i32], layers: &mut Layers) -> bool {
    let mut x = Vec::new();
    let net = Net::new(part, layers, ports);
    net.solve(ports, steps, dear, SOFT, &mut x);
    let by = |cell: usize| ((x[net.last[cell]] - x[cell] + 1) / 2 - net.room[cell]).min(MOST_GROWN / 2);
    let by: Vec<i32> = (0..part.cells.len()).map(by).collect();
    for (cell, &by) in by.iter().enumerate() {
        layers.breadth[cell] += 2 * by;
        let v = &mut layers.items[cell].v;
        *v = (v.0 + by, v.1 + by);
    }
    by.into_iter().any(|by| by > 0)
}

fn is_small(step: i32) -> bool {
    step != 0 && step.abs() < SMALL
}

/// How far each link steps aside.
fn steps(layers: &Layers, ports: &Ports, across: &Across) -> Vec<i32> {
    let step = |(i, link): (usize, &super::normalise::Link)| {
        across.items[link.head] + ports.head[i] - across.items[link.tail] - ports.tail[i]
    };
    layers.links.iter().enumerate().map(step).collect()
}

/// What the steps of a drawing cost: each something, more if it is short, and its length.
fn cost(layers: &Layers, ports: &Ports, across: &Across) -> i32 {
    let price = |step: i32| match step.abs() {
        0 => 0,
        step if step < SMALL => SHORT,
        step => STEP + step,
    };
    let extent = across.groups.first().map_or(0, |g| g.1 - g.0);
    steps(layers, ports, across).into_iter().map(price).sum::<i32>() + extent * EXTENT
}

impl<'a> Net<'a> {
    fn new(part: &'a Part, layers: &'a Layers, ports: &Ports) -> Self {
        let items = layers.items.len();
        let mut net = Self {
            part,
            layers,
            bounds: Vec::new(),
            room: vec![0; items],
            last: (0..items).collect(),
            tail: layers.links.iter().map(|link| link.tail).collect(),
            head: layers.links.iter().map(|link| link.head).collect(),
            count: items + 2 * part.nest.len(),
        };
        let loops = part.loops_at();
        for cell in 0..part.cells.len() {
            net.room[cell] = room(layers, &loops, cell);
            net.last[cell] = net.variable();
            let (tail, head, min) = (cell, net.last[cell], 2 * net.room[cell]);
            net.bounds.push(Bound { tail, head, min, weight: RIGID });
        }
        for mut b in bounds(part, layers) {
            b.weight *= SCALE;
            if b.tail < items {
                b.min -= net.room[b.tail];
                b.tail = net.last[b.tail];
            }
            if b.head < items {
                b.min -= net.room[b.head];
            }
            net.bounds.push(b);
        }
        for side in sides(layers) {
            let cell = layers.near(side.out, side.links[0]);
            let mut before = (cell, 0);
            for &link in &side.links {
                let end = net.variable();
                net.bounds.push(Bound { tail: before.0, head: end, min: before.1, weight: 0 });
                *(if side.out { &mut net.tail[link] } else { &mut net.head[link] }) = end;
                before = (end, APART);
                net.pull(cell, end, net.room[cell] + ports.get(side.out, link));
            }
            net.bounds.push(Bound { tail: before.0, head: net.last[cell], min: 0, weight: 0 });
        }
        for (link, &head) in layers.links.iter().zip(&net.head) {
            for place in enters(part, layers, link.head) {
                let (tail, min) = (items + 2 * place, label_room(part, place));
                net.bounds.push(Bound { tail, head, min, weight: 0 });
            }
        }
        net
    }

    /// Solves several times over.
    fn rounds(&self, ports: &Ports, steps: &mut Vec<i32>, dear: &mut [i32], best: &mut Aligned) {
        let mut x = Vec::new();
        for _ in 0..ROUNDS {
            self.solve(ports, steps, dear, RIGID, &mut x);
            let (ports, across) = self.read(ports, &x);
            *steps = self::steps(self.layers, &ports, &across);
            for (dear, _) in dear.iter_mut().zip(&*steps).filter(|(_, step)| is_small(**step)) {
                *dear = (*dear * 4).min(64);
            }
            let cost = cost(self.layers, &ports, &across);
            // Where the solver had not enough time, boxes may be broader than they are.
            let is_rigid = |item: usize| x[self.last[item]] - x[item] == 2 * self.room[item];
            if cost < best.cost && (0..self.room.len()).all(is_rigid) {
                *best = Aligned { cost, ports, across };
            }
        }
    }

    fn variable(&mut self) -> usize {
        self.count += 1;
        self.count - 1
    }

    /// Lets it cost something how far the second of two variables is from a distance behind the first.
    fn pull(&mut self, a: usize, b: usize, distance: i32) {
        let (tail, weight) = (self.variable(), CENTRE);
        self.bounds.push(Bound { tail, head: a, min: (-distance).max(0), weight });
        self.bounds.push(Bound { tail, head: b, min: distance.max(0), weight });
    }

    /// Where everything is if links are weighed by the `steps` that they had and some are dearer.
    fn solve(&self, ports: &Ports, steps: &[i32], dear: &[i32], rigid: i32, x: &mut Vec<i32>) {
        const SHARE: i32 = 64;
        let (mut count, mut bounds) = (self.count, self.bounds.clone());
        for b in bounds.iter_mut().filter(|b| b.weight == RIGID) {
            b.weight = rigid;
        }
        for (i, step) in steps.iter().enumerate() {
            let weight = (weight(self.layers, ports, i) * SCALE * SHARE / (step.abs() + 8)).max(1) * dear[i];
            bounds.push(Bound { tail: count, head: self.tail[i], min: 0, weight });
            bounds.push(Bound { tail: count, head: self.head[i], min: 0, weight });
            count += 1;
        }
        solve_on(count, &bounds, BUDGET, x);
    }

    fn read(&self, ports: &Ports, x: &[i32]) -> (Ports, Across) {
        let items = self.layers.items.len();
        let centre: Vec<i32> = (0..items).map(|item| x[item] + self.room[item]).collect();
        let aside = |ends: &[usize], item: &dyn Fn(usize) -> usize| -> Vec<i32> {
            ends.iter().enumerate().map(|(i, &port)| x[port] - centre[item(i)]).collect()
        };
        let links = &self.layers.links;
        let tail = aside(&self.tail, &|i| links[i].tail);
        let head = aside(&self.head, &|i| links[i].head);
        let groups = (0..self.part.nest.len()).map(|p| (x[items + 2 * p], x[items + 2 * p + 1])).collect();
        (Ports { tail, head, alone: ports.alone.clone() }, Across { items: centre, groups })
    }
}
