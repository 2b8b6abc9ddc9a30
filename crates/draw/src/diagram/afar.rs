//! What is read of a diagram from afar, where its words would be specks: boundaries as closed boxes that say how much they hold,
//! and as many names as there is room for, each as large on the screen as any other words.

use vitrine_lean::sort;

use super::bundle::Level;
use super::level::groups_around;
use super::names::Names;
pub use super::names::Sign;
use super::plan::Plan;
use super::scene::Detail;
use crate::geometry::length;

/// What stands for a diagram from so far away.
#[derive(Debug, Clone, PartialEq)]
pub struct Afar {
    band: i32,
    /// Whether boxes and hairlines stand for everything.
    pub is_boxes: bool,
    /// For each boundary, whether it is closed: what is in it is not drawn.
    pub closed: Vec<bool>,
    /// For each node, the closed boundary that it is within, where it is not drawn.
    pub within: Vec<Option<usize>>,
    /// Lines that stand for several arrows each, the lightest first: an edge whose route serves for all, and how many they are.
    pub lines: Vec<(usize, usize)>,
    /// No two overlap.
    pub signs: Vec<Sign>,
}

/// How many distances there are between [`Detail::FAR`] and [`Detail::BOXES`].
const BOXES: i32 = 3;
/// The longest side of a closed boundary, in CSS px: its parts would be specks, and its name has room.
const CLOSED: f64 = 320.0;

/// Which distance a scale is; `None` where names stand in their boxes.
fn band(scale: f64) -> Option<i32> {
    (scale < Detail::FAR).then(|| ((Detail::FAR / scale).ln() / Detail::GROWTH.ln()) as i32)
}

impl Afar {
    /// What is read at a scale; `None` where names stand in their boxes.
    pub fn new(plan: &Plan, scale: f64) -> Option<Self> {
        let band = band(scale)?;
        let scale = Detail::FAR / Detail::GROWTH.powi(band + 1);
        let is_boxes = band >= BOXES;
        let closed = if is_boxes { closed(plan, CLOSED / scale) } else { vec![false; plan.diagram.groups.len()] };
        let around = |node: &vitrine_model::Node| groups_around(&plan.diagram, node.group).find(|&group| closed[group]);
        let within: Vec<Option<usize>> = plan.diagram.nodes.iter().map(around).collect();
        let lines = if is_boxes { lines(plan, scale, &within) } else { Vec::new() };
        let afar = Self { band, is_boxes, closed, within, lines, signs: Vec::new() };
        let signs = Names::of(plan, &afar, Sign::PX / (Sign::FONT.px() * scale));
        Some(Self { signs, ..afar })
    }

    /// Whether it serves at a scale, too.
    pub fn serves(&self, scale: f64) -> bool {
        band(scale) == Some(self.band)
    }
}

/// The boundaries whose sides are at most `side` (world px), and in no other such.
fn closed(plan: &Plan, side: f64) -> Vec<bool> {
    let (diagram, layout) = (&*plan.diagram, &plan.layout);
    let is_small = |group: usize| {
        layout.groups.get(group).is_some_and(|rect| rect.width() > 0.0 && rect.width().max(rect.height()) <= side)
    };
    let is_closed = |group: usize| {
        let parent = diagram.groups.get(group).and_then(|group| group.parent);
        is_small(group) && !groups_around(diagram, parent).any(is_small)
    };
    (0..diagram.groups.len()).map(is_closed).collect()
}

/// The bundles of a scale, those that begin or end in a closed boundary as one a boundary; none within one. `within` says for each
/// node which closed one that is.
fn lines(plan: &Plan, scale: f64, within: &[Option<usize>]) -> Vec<(usize, usize)> {
    let place = |node: usize| match within.get(node) {
        Some(Some(group)) => (0, *group),
        _ => (1, node),
    };
    let ends = |edge: usize| {
        let edge = plan.diagram.edges.get(edge)?;
        let (a, b) = (place(edge.source), place(edge.target));
        Some((a.min(b), a.max(b)))
    };
    let bundles = plan.bundles.at(scale).into_iter().flat_map(Level::bundles);
    let all: Vec<_> = bundles
        .filter_map(|bundle| {
            let &edge = bundle.first()?;
            let ends = ends(edge)?;
            (ends.0 != ends.1 || ends.0.0 == 1)
                .then(|| (ends, edge, length(&plan.layout.edges[edge].points), bundle.len()))
        })
        .collect();
    // The shortest of each pair of places first.
    let order = sort::sorted(all.len(), &|a, b| all[a].0.cmp(&all[b].0).then(all[a].2.total_cmp(&all[b].2)));
    let mut lines: Vec<(usize, usize)> = Vec::new();
    let mut last = None;
    for (ends, edge, _, count) in order.iter().map(|&at| &all[at]) {
        match lines.last_mut() {
            Some(line) if last == Some(ends) => line.1 += count,
            _ => lines.push((*edge, *count)),
        }
        last = Some(ends);
    }
    sort::sorted(lines.len(), &|a, b| lines[a].1.cmp(&lines[b].1)).into_iter().map(|at| lines[at]).collect()
}
