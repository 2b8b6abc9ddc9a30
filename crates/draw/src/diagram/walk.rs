//! Where an arrow key leads.

use crate::geometry::Rect;

/// A step from node to node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Towards smaller x.
    Left,
    /// Towards larger x.
    Right,
    /// Towards smaller y.
    Up,
    /// Towards larger y.
    Down,
    /// The first node of the file.
    First,
    /// The last node of the file.
    Last,
}

impl Step {
    /// What a key (`KeyboardEvent.key`) means.
    pub fn from_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }
}

/// The node a step leads to: the nearest one whose centre lies in that direction, where being off to the side
/// counts for more than being far. `None` at the diagram's end.
pub fn step(nodes: &[Rect], from: usize, step: Step) -> Option<usize> {
    let here = *nodes.get(from)?;
    match step {
        Step::First => return Some(0),
        Step::Last => return Some(nodes.len() - 1),
        _ => {}
    }
    let mut best: Option<(f64, usize)> = None;
    for (index, rect) in nodes.iter().enumerate() {
        if let Some(cost) = cost(here, *rect, step).filter(|_| index != from)
            && best.is_none_or(|(least, _)| cost < least)
        {
            best = Some((cost, index));
        }
    }
    best.map(|(_, index)| index)
}

/// Where a walk along edges is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trail {
    /// The edge walked last.
    pub edge: usize,
    /// The node it led to.
    pub at: usize,
    /// Whether it was walked back the way it had been come.
    turned: bool,
}

/// A step from a node along one of its edges, `(source, target)` each: with the arrow or against it. Against the way
/// that was just come it leads back, and from there on along the next edge, so that two keys reach everything that a
/// node is connected to. `None` where no edge leads that way.
pub fn along(edges: &[(usize, usize)], from: usize, forward: bool, last: Option<Trail>) -> Option<Trail> {
    let leads = |&(source, target): &(usize, usize)| {
        let (start, end) = if forward { (source, target) } else { (target, source) };
        (start == from && end != from).then_some(end)
    };
    let ways: Vec<(usize, usize)> =
        edges.iter().enumerate().filter_map(|(edge, ends)| Some((edge, leads(ends)?))).collect();
    let known = last.filter(|last| last.at == from);
    let way = known.and_then(|last| ways.iter().position(|(edge, _)| *edge == last.edge));
    let (next, turned) = match (way, known) {
        (Some(way), Some(Trail { turned: false, .. })) => (way, true),
        (Some(way), _) => (way + 1, false),
        (None, _) => (0, false),
    };
    let (edge, at) = *ways.get(next % ways.len().max(1))?;
    Some(Trail { edge, at, turned })
}

/// How dear a step is; `None` for one that does not lead in its direction.
fn cost(from: Rect, to: Rect, step: Step) -> Option<f64> {
    let (ahead, gap, across) = match step {
        Step::Left => (from.center().x - to.center().x, from.x0 - to.x1, apart((from.y0, from.y1), (to.y0, to.y1))),
        Step::Right => (to.center().x - from.center().x, to.x0 - from.x1, apart((from.y0, from.y1), (to.y0, to.y1))),
        Step::Up => (from.center().y - to.center().y, from.y0 - to.y1, apart((from.x0, from.x1), (to.x0, to.x1))),
        Step::Down => (to.center().y - from.center().y, to.y0 - from.y1, apart((from.x0, from.x1), (to.x0, to.x1))),
        Step::First | Step::Last => return None,
    };
    // A neighbour in the same column, a little to the right, is not "to the right".
    let leads = ahead > 0.5 && (gap >= 0.0 || across <= 0.0);
    leads.then(|| ahead + 3.0 * across + 0.25 * offset(from, to, step))
}

/// The gap between two intervals; 0 where they overlap.
fn apart(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.0 - b.1).max(b.0 - a.1).max(0.0)
}

/// How far the centres are apart across the direction.
fn offset(from: Rect, to: Rect, step: Step) -> f64 {
    let by = to.center() - from.center();
    if matches!(step, Step::Left | Step::Right) { by.y.abs() } else { by.x.abs() }
}
