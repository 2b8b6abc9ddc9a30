//! What is known of a part on the way to its drawing, and how hard that will be to read.

use super::normalise::Layers;
use super::part::Part;
use super::rank::Ranks;
use super::{Direction, Layout, across, align, along, normalise, order, port, position, route};
use crate::geometry::{Rect, Size};

/// Links up to which positions and ports are found anew once the other is known.
const TWICE: usize = 1_000;
/// A part whose ranks are in order, but that has no positions yet.
pub(super) struct Sketch {
    /// Which rank each cell stands in.
    pub ranks: Ranks,
    layers: Layers,
    crossed: order::Crossed,
}

/// A part with everything found but its way onto the sheet.
pub(super) struct Found {
    /// Which rank each cell stands in.
    pub ranks: Ranks,
    layers: Layers,
    ports: port::Ports,
    across: across::Across,
    along: along::Along,
    crossed: order::Crossed,
}

impl Sketch {
    pub fn new(part: &Part, ranks: Ranks, starts: usize) -> Self {
        let mut layers = normalise::normalise(part, &ranks);
        let crossed = order::order(&mut layers, &part.nest, starts);
        Self { ranks, layers, crossed }
    }

    /// What [`Found::cost`] will be, by a guess.
    pub fn cost(&self, direction: Direction, window: Option<Size>) -> f64 {
        const RANK: i32 = 60;
        const GAP: i32 = 20;
        let items = |rank: &[usize]| rank.iter().map(|&i| self.layers.items[i]).collect::<Vec<_>>();
        let (mut u, mut v) = (0, 0);
        for rank in &self.layers.ranks {
            let items = items(rank);
            u += items.iter().map(|item| item.u).max().unwrap_or(0) + RANK;
            v = v.max(items.iter().map(|item| item.v.0 + item.v.1 + GAP).sum());
        }
        cost((u, v), direction, window, self.crossed.all, &self.ranks)
    }

    /// Seeks the order from all starts.
    pub fn refined(mut self, part: &Part) -> Self {
        let mut layers = self.layers.clone();
        let crossed = order::order(&mut layers, &part.nest, usize::MAX);
        if crossed.all <= self.crossed.all {
            (self.layers, self.crossed) = (layers, crossed);
        }
        self
    }
}

/// How hard a drawing is to read: how small it must be shown, worse for every crossing and every arrow against the flow.
fn cost((u, v): (i32, i32), direction: Direction, window: Option<Size>, crossings: usize, ranks: &Ranks) -> f64 {
    const CROSSING: f64 = 0.6;
    const ASPECT: f64 = 1.6;
    const TURNED: f64 = 0.5;
    let (u, v) = (f64::from(u), f64::from(v));
    let (w, h) = if direction == Direction::Right { (u, v) } else { (v, u) };
    let turned = ranks.turned.iter().filter(|turned| **turned).count();
    let aspect = window.map_or(ASPECT, |window| window.w / window.h);
    (w / aspect).max(h) * (1.0 + CROSSING * crossings as f64 + TURNED * turned as f64)
}

/// Gives a sketch its positions.
pub(super) fn find(part: &Part, sketch: Sketch) -> Found {
    let Sketch { ranks, layers, crossed } = sketch;
    let mut ports = port::ports(part, &layers);
    let mut across = position::position(part, &layers, &ports);
    port::settle(part, &layers, &across, &mut ports);
    if layers.links.len() < TWICE {
        across = position::position(part, &layers, &ports);
        port::settle(part, &layers, &across, &mut ports);
    }
    routed(part, Found { ranks, layers, ports, across, along: along::Along::default(), crossed })
}

/// Gives a drawing its positions along the flow.
fn routed(part: &Part, mut found: Found) -> Found {
    let Found { layers, ports, across, .. } = &mut found;
    let mut along = along::along(part, layers, ports, across, false);
    let rounds = if layers.links.len() < TWICE { 3 } else { 0 };
    for _ in 0..rounds {
        if along.clashes.is_empty() || !port::part_ways(part, layers, across, ports, &along.clashes) {
            break;
        }
        along = along::along(part, layers, ports, across, false);
    }
    if !along.clashes.is_empty() {
        along = along::along(part, layers, ports, across, true);
    }
    found.along = along;
    found
}

impl Found {
    /// The same with fewer steps aside, if it is small.
    pub fn aligned(mut self, part: &Part) -> Self {
        if !position::is_small(&self.layers) {
            return self;
        }
        align::align(part, &mut self.layers, &mut self.ports, &mut self.across);
        routed(part, self)
    }

    pub fn draw(&self, part: &Part, sheet: &mut Layout) -> Option<Rect> {
        route::route(part, &self.layers, &self.ranks, &self.ports, &self.across, &self.along, sheet)
    }

    /// How many links run through a foreign group.
    pub fn through(&self) -> usize {
        self.crossed.through
    }

    /// From where to where a cell reaches with and across the flow.
    pub fn reach(&self, cell: usize) -> ((i32, i32), (i32, i32)) {
        let (item, line) = (self.layers.items[cell], self.across.items[cell]);
        (self.along.ranks[item.rank], (line - item.v.0, line + item.v.1))
    }

    pub fn cost(&self, direction: Direction, window: Option<Size>) -> f64 {
        let u = self.along.ranks.last().map_or(0, |r| r.1);
        let v = self.across.groups.first().map_or(0, |g| g.1 - g.0);
        cost((u, v), direction, window, self.crossed.all, &self.ranks)
    }
}
