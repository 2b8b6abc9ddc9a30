//! Where links touch the sides of their boxes, so that arrows do not meet in a point.

use super::Direction;
use super::normalise::{Kind, Layers};
use super::part::Part;

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
const CORNER: i32 = 12;

/// Spreads the links along the sides of the boxes.
///
/// Ensures: the ports of a side are in the order of the links' other ends, symmetric about its middle, and within
/// the side.
pub(super) fn ports(part: &Part, layers: &Layers) -> Ports {
    let links = layers.links.len();
    let mut ports = Ports { tail: vec![0; links], head: vec![0; links], alone: vec![0; links] };
    let mut place = vec![0; layers.items.len()];
    for rank in &layers.ranks {
        for (i, &item) in rank.iter().enumerate() {
            place[item] = i;
        }
    }
    let most = if part.direction == Direction::Right { 14 } else { 22 };
    for out in [true, false] {
        let near = |l: usize| if out { layers.links[l].tail } else { layers.links[l].head };
        let far = |l: usize| if out { layers.links[l].head } else { layers.links[l].tail };
        let mut order: Vec<usize> =
            (0..links).filter(|&l| matches!(layers.items[near(l)].kind, Kind::Cell(_))).collect();
        order.sort_by_key(|&l| (near(l), place[far(l)], l));
        for side in order.chunk_by(|&a, &b| near(a) == near(b)) {
            let room = (part.cells[near(side[0])].v - 2 * CORNER).max(0);
            let gaps = (side.len() - 1).max(1);
            let step = (f64::from(room) / gaps as f64).min(f64::from(most));
            let middle = (side.len() - 1) as f64 / 2.0;
            for (i, &link) in side.iter().enumerate() {
                let aside = ((i as f64 - middle) * step).round() as i32;
                if out {
                    ports.tail[link] = aside;
                } else {
                    ports.head[link] = aside;
                }
                ports.alone[link] += i32::from(side.len() == 1);
            }
        }
    }
    ports
}
