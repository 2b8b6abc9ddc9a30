//! The recipe for one part: its ranks are found in several ways, and the drawing that reads best is kept.

use vitrine_lean::sort::sorted;

use super::acyclic::{Search, plain};
use super::found::{Found, Sketch, find};
use super::part::Part;
use super::rank::{Grouping, Ranks, rank};
use super::{Layout, dense, fold, stack};
use crate::geometry::{Rect, Size};

/// Cells of a small part and of one that is not large.
const FEW: usize = 40;
const SOME: usize = 150;

/// How the ranks of a part are to be found: the best of these is drawn, the first if several are.
fn plans(part: &Part) -> &'static [(Grouping, Search)] {
    use Grouping::{Apart, Behind, Beside};
    use Search::{Deep, DeepLastFirst, FewByDegrees, FewDeep};
    match (part.cells.len(), part.nest.len() > 1) {
        (..=FEW, true) => &[
            (Behind, FewDeep),
            (Behind, Deep),
            (Beside, FewDeep),
            (Apart, FewDeep),
            (Beside, Deep),
            (Beside, FewByDegrees),
            (Apart, FewByDegrees),
            (Behind, DeepLastFirst),
            (Beside, DeepLastFirst),
        ],
        (..=SOME, true) => &[(Behind, FewDeep)],
        (_, true) => &[(Behind, Deep)],
        (..=FEW, false) => &[(Beside, FewDeep), (Beside, Deep), (Beside, DeepLastFirst), (Beside, FewByDegrees)],
        (..=SOME, false) => &[(Beside, FewDeep), (Beside, DeepLastFirst)],
        (_, false) => &[(Beside, Deep)],
    }
}

/// The recipe for one part.
pub(super) fn draw(part: &Part, window: Option<Size>, sheet: &mut Layout) -> Option<Rect> {
    // Many diagrams consist of such parts alone, and it is quick to say where one is.
    if let ([Some(node)], [], [], 1) = (&part.node[..], &part.arcs[..], &part.loops[..], part.nest.len()) {
        return Some(sheet.nodes[*node]);
    }
    let mut found: Vec<Ranks> = Vec::new();
    if dense::is_large(part) {
        return Some(side_by_side(part, window, sheet));
    }
    for &(grouping, search) in plans(part) {
        let ranks = rank(part, grouping, search);
        if dense::is_dense(part, &ranks) {
            return Some(side_by_side(part, window, sheet));
        }
        if !found.contains(&ranks) {
            found.push(ranks);
        }
    }
    // What turns more arrows than need be, and than a plain search would, is drawn only to lead them round foreign groups.
    let turned = |ranks: &Ranks| ranks.turned.iter().filter(|turned| **turned).count();
    let most = found.iter().map(turned).min().unwrap_or(0).max(plain(part.cells.len(), &part.arcs));
    let (few, others) = found.into_iter().partition(|ranks| turned(ranks) <= most);
    let mut best = choose(part, window, few)?;
    if best.through() > 0 {
        best = choose(part, window, others).filter(|other| other.through() < best.through()).unwrap_or(best);
    }
    let best = best.aligned(part);
    let given: Vec<(usize, Rect)> = part.node.iter().flatten().map(|&node| (node, sheet.nodes[node])).collect();
    let covered = best.draw(part, sheet)?;
    let folded = window.and_then(|window| fold(part, &best, window, covered.size(), (&given, sheet)));
    folded.or(Some(covered))
}

/// The boxes as if there were no arrows, and the arrows between them.
fn side_by_side(part: &Part, window: Option<Size>, sheet: &mut Layout) -> Rect {
    let covered = dense::draw_boxes(part, window, sheet);
    dense::draw_arrows(part, covered, sheet)
}

/// The drawing that reads best, each with other ranks.
fn choose(part: &Part, window: Option<Size>, ranks: Vec<Ranks>) -> Option<Found> {
    /// So many sketches are finished, unless they are this much worse than the best.
    const FINISHED: usize = 3;
    const WORSE: f64 = 2.0;
    /// One that comes later has to be so much better, so that a small change does not turn over the whole drawing.
    const BETTER: f64 = 0.85;
    // Where there are many plans, the order of each is sought from a few starts at first.
    let (starts, better) = if part.cells.len() > FEW { (usize::MAX, 1.0) } else { (2, BETTER) };
    let sketches: Vec<Sketch> = ranks.into_iter().map(|ranks| Sketch::new(part, ranks, starts)).collect();
    let cost: Vec<f64> = sketches.iter().map(|sketch| sketch.cost(part.direction, window)).collect();
    let mut order = sorted(sketches.len(), &|a, b| cost[a].total_cmp(&cost[b]));
    order.truncate(FINISHED);
    let least = order.first().map_or(0.0, |&first| cost[first]);
    let mut best: Option<(f64, Found)> = None;
    for (at, sketch) in sketches.into_iter().enumerate() {
        if !order.contains(&at) || cost[at] > WORSE * least {
            continue;
        }
        let found = find(part, if starts == usize::MAX { sketch } else { sketch.refined(part) });
        let cost = found.cost(part.direction, window);
        if best.as_ref().is_none_or(|best| cost < best.0 * better) {
            best = Some((cost, found));
        }
    }
    best.map(|best| best.1)
}

/// Draws a part in rows instead, if that shows it much larger. `given` are its boxes as they were: each grows with the arrows of its
/// row, not with those that it had.
fn fold(
    part: &Part,
    found: &Found,
    window: Size,
    size: Size,
    (given, sheet): (&[(usize, Rect)], &mut Layout),
) -> Option<Rect> {
    /// From here on words can be read.
    const LARGE: f64 = 0.8;
    /// So much larger, and so much more for each arrow from row to row beside those that lead to the next.
    const GAIN: f64 = 1.2;
    const TURN: f64 = 0.15;
    let scale = |size: Size| (window.w / size.w.max(1.0)).min(window.h / size.h.max(1.0));
    if scale(size) > LARGE || part.cells.len() > SOME {
        return None;
    }
    let (u, v): (Vec<_>, Vec<_>) = (0..part.cells.len()).map(|cell| found.reach(cell)).unzip();
    let row_of = fold::rows(part, &found.ranks, window, &u, &v)?;
    let mut before = sheet.clone();
    for &(node, rect) in given {
        before.nodes[node] = rect;
    }
    let count = row_of.iter().max().map_or(0, |&last| last + 1);
    let mut rows = Vec::with_capacity(count);
    for row in 0..count {
        let row = fold::cut(part, &found.ranks, &row_of, row);
        let mut own = before.clone();
        let covered = find(&row.part, Sketch::new(&row.part, row.ranks.clone(), usize::MAX))
            .aligned(&row.part)
            .draw(&row.part, &mut own)?;
        rows.push(stack::Drawn { row, sheet: own, covered });
    }
    let turns: usize = rows.iter().map(|drawn| drawn.row.exits.len()).sum();
    let gain = GAIN + TURN * turns.saturating_sub(count - 1) as f64;
    let mut folded = before;
    let covered = stack::stack(part, rows, &mut folded)?;
    let is_larger = scale(covered.size()).min(1.0) > gain * scale(size);
    if is_larger {
        *sheet = folded;
    }
    is_larger.then_some(covered)
}
