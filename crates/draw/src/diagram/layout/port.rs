//! Where links touch the sides of their boxes, so that arrows do not meet in a point.

use vitrine_lean::sort::sort;

use super::Direction;
use super::across::Across;
use super::nest::ROOT;
use super::normalise::{Kind, Layers};
use super::part::Part;
use super::rank::ends;

/// The ends of every link, as steps aside from the centre lines of its items, px.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Ports {
    /// At the item in the lower rank.
    pub tail: Vec<i32>,
    /// At the item in the next.
    pub head: Vec<i32>,
    /// At how many of its boxes, 0 to 2, a link has the side to itself.
    pub alone: Vec<i32>,
}

/// The free room at the corners of a box, px.
const CORNER: i32 = 10;

/// The least distance of two ports, px, where the side is long enough.
pub(super) const APART: i32 = 10;

/// The links at one side of a box, in order along it.
pub(super) struct Side {
    /// Whether they leave towards the next rank.
    pub out: bool,
    /// The links.
    pub links: Vec<usize>,
}

pub(super) fn sides(layers: &Layers) -> Vec<Side> {
    let mut place = vec![0; layers.items.len()];
    for rank in &layers.ranks {
        for (i, &item) in rank.iter().enumerate() {
            place[item] = i;
        }
    }
    let mut sides = Vec::new();
    for out in [true, false] {
        let near = |l: usize| if out { layers.links[l].tail } else { layers.links[l].head };
        let far = |l: usize| if out { layers.links[l].head } else { layers.links[l].tail };
        let is_at_box = |l: &usize| matches!(layers.items[near(*l)].kind, Kind::Cell(_));
        let mut order: Vec<usize> = (0..layers.links.len()).filter(is_at_box).collect();
        sort(&mut order, &|a, b| (near(a), place[far(a)], a).cmp(&(near(b), place[far(b)], b)));
        for links in order.chunk_by(|&a, &b| near(a) == near(b)) {
            sides.push(Side { out, links: links.to_vec() });
        }
    }
    sides
}

/// The extent of each cell across the flow: its own, or more if it needs that so that ports stay apart.
pub(super) fn breadths(part: &Part, turned: &[bool]) -> Vec<i32> {
    let mut ports = vec![(0, 0); part.cells.len()];
    for (arc, &turned) in part.arcs.iter().zip(turned) {
        let (tail, head) = ends(arc, turned);
        ports[tail].0 += 1;
        ports[head].1 += 1;
    }
    let loops = part.loops_at();
    let needs =
        |cell: usize| (ports[cell].0.max(ports[cell].1) - 1).max(0) * APART + 2 * (CORNER + APART * loops[cell]);
    (0..part.cells.len())
        .map(|cell| if ports[cell] == (0, 0) && loops[cell] < 2 { 0 } else { needs(cell) }.max(part.cells[cell].v))
        .collect()
}

/// Half of the part of a side that ports may use.
pub(super) fn room(layers: &Layers, loops: &[i32], cell: usize) -> i32 {
    (layers.breadth[cell] / 2 - CORNER - APART * loops[cell]).max(0)
}

/// Spreads the links along the sides of the boxes.
///
/// Ensures: the ports of a side are in the order of the links' other ends, symmetric about its middle, and within
/// the side.
pub(super) fn ports(part: &Part, layers: &Layers) -> Ports {
    let links = layers.links.len();
    let mut ports = Ports { tail: vec![0; links], head: vec![0; links], alone: vec![0; links] };
    let loops = part.loops_at();
    let most = if part.direction == Direction::Right { 14 } else { 22 };
    for side in sides(layers) {
        let near = layers.near(side.out, side.links[0]);
        let gaps = (side.links.len() - 1).max(1) as f64;
        let step = (f64::from(2 * room(layers, &loops, near)) / gaps).min(f64::from(most));
        let middle = (side.links.len() - 1) as f64 / 2.0;
        for (i, &link) in side.links.iter().enumerate() {
            ports.put(side.out, link, ((i as f64 - middle) * step).round() as i32);
            ports.alone[link] += i32::from(side.links.len() == 1);
        }
    }
    ports
}

/// Moves ports along their sides to where the links run straight, now that everything has its position.
///
/// Ensures: as [`ports`], but not symmetric; where a group's label is at the side, the ports keep clear of it.
pub(super) fn settle(part: &Part, layers: &Layers, across: &Across, ports: &mut Ports) {
    let (sides, loops) = (sides(layers), part.loops_at());
    for side in sides.iter().chain(&sides) {
        let near = layers.near(side.out, side.links[0]);
        let middle = across.items[near];
        let room = room(layers, &loops, near);
        let label = if side.out { i32::MIN } else { label_end(part, layers, across, near) };
        let first = (-room).max(label.saturating_sub(middle)).min(room);
        let gaps = (side.links.len() as f64 - 1.0).max(1.0);
        let step = f64::from(room - first).min(f64::from(APART) * gaps) / gaps;
        // Isotonic: each port as near to its wish as the order and the step allow, straight ones first.
        let mut pools: Vec<(f64, bool, usize)> = Vec::new();
        for (i, &link) in side.links.iter().enumerate() {
            let far = across.items[layers.near(!side.out, link)] + ports.get(!side.out, link) - middle;
            let straight = first <= far && far <= room;
            let wish = if straight { far } else { ports.get(side.out, link) };
            let mut pool = (f64::from(wish) - i as f64 * step, straight, 1);
            while let Some(last) = pools.pop_if(|l| l.0 > pool.0) {
                let value = match (last.1, pool.1) {
                    (true, false) => last.0,
                    (false, true) => pool.0,
                    _ => f64::midpoint(last.0, pool.0),
                };
                pool = (value, last.1 || pool.1, last.2 + pool.2);
            }
            pools.push(pool);
        }
        let highest = f64::from(room) - step * (side.links.len() as f64 - 1.0);
        let values = pools.iter().flat_map(|p| std::iter::repeat_n(p.0, p.2));
        for ((i, &link), value) in side.links.iter().enumerate().zip(values) {
            let value = value.min(highest).max(f64::from(first));
            ports.put(side.out, link, (value + i as f64 * step).round() as i32);
        }
    }
}

/// Moves a port of each pair of links that share a line, by a little; says whether it could.
pub(super) fn part_ways(
    part: &Part,
    layers: &Layers,
    across: &Across,
    ports: &mut Ports,
    pairs: &[(usize, usize)],
) -> bool {
    const BY: i32 = 6;
    let loops = part.loops_at();
    let mut moved = false;
    for &(ends, starts) in pairs {
        for (out, link) in [(false, ends), (true, starts)] {
            let cell = layers.near(out, link);
            if !matches!(layers.items[cell].kind, Kind::Cell(_)) {
                continue;
            }
            let room = room(layers, &loops, cell) + CORNER - BY;
            let least = if out { i32::MIN } else { label_end(part, layers, across, cell) };
            let own = ports.get(out, link);
            let is_free = |aside: i32| {
                let others = (0..layers.links.len()).filter(|&l| l != link && layers.near(out, l) == cell);
                aside.abs() <= room
                    && across.items[cell] + aside >= least
                    && others
                        .map(|l| ports.get(out, l))
                        .all(|o| (o < own) == (o < aside) && o.abs_diff(aside) >= APART.unsigned_abs())
            };
            if let Some(aside) = [own + BY, own - BY, own + 2 * BY, own - 2 * BY].into_iter().find(|&a| is_free(a)) {
                ports.put(out, link, aside);
                moved = true;
                break;
            }
        }
    }
    moved
}

/// Across the flow, where the labels end of the groups that an item is the first to enter, if they run across it.
pub(super) fn label_end(part: &Part, layers: &Layers, across: &Across, item: usize) -> i32 {
    let mut end = i32::MIN;
    if part.direction == Direction::Right {
        return end;
    }
    let item = layers.items[item];
    let mut at = item.home;
    while at != ROOT && layers.span[at].0 == item.rank {
        end = end.max(across.groups[at].0 + label_room(part, at));
        at = part.nest.parent[at];
    }
    end
}

/// How much of the start of a group's top edge its label takes, px.
pub(super) fn label_room(part: &Part, place: usize) -> i32 {
    part.nest.label[place].w.ceil() as i32 + 16
}

impl Layers {
    /// The end of a link in the lower rank if `out`, else in the next.
    pub(super) fn near(&self, out: bool, link: usize) -> usize {
        if out { self.links[link].tail } else { self.links[link].head }
    }
}

impl Ports {
    pub fn get(&self, out: bool, link: usize) -> i32 {
        if out { self.tail[link] } else { self.head[link] }
    }

    fn put(&mut self, out: bool, link: usize, aside: i32) {
        if out {
            self.tail[link] = aside;
        } else {
            self.head[link] = aside;
        }
    }
}
