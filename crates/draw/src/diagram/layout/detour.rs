//! The shortest way along the axes round boxes, with few corners.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use vitrine_lean::sort::sorted;

use super::field::Field;
use super::route::around;
use super::side::{MARGIN, STUB, Side};
use crate::geometry::{Point, Rect};

/// Crossings of the grid above which no way is looked for.
const MOST: usize = 60_000;
/// What a corner costs, px of length.
const CORNER: f64 = 80.0;

/// A way between two ports round all boxes near it, if there is one and `budget`, the number of crossings of the grid that it may
/// look at, is enough to find it.
///
/// Dijkstra's algorithm on the grid that the borders of the boxes span (Wybrow, Marriott & Stuckey, "Orthogonal
/// connector routing", 2009), a state for each crossing and direction.
pub(super) fn detour(
    field: &Field,
    own: [usize; 2],
    ends: [(Side, Point); 2],
    budget: &mut usize,
) -> Option<Vec<Point>> {
    let [from, to] = ends.map(|(side, port)| port + side.out() * STUB);
    let near = field.near(around(from, to).inflate(400.0));
    let xs = lines(&near, from.x, to.x, &|r| (r.x0, r.x1));
    let ys = lines(&near, from.y, to.y, &|r| (r.y0, r.y1));
    let (columns, rows) = (xs.len(), ys.len());
    if columns * rows > MOST {
        return None;
    }
    let at = |state: usize| Point::new(xs[state / 2 % columns], ys[state / 2 / columns]);
    let find = |list: &[f64], v: f64| list.iter().position(|x| (x - v).abs() < 1e-6);
    let index = |p: Point| Some((find(&ys, p.y)? * columns + find(&xs, p.x)?) * 2);
    // The last bit of a state says whether it was reached along y.
    let along_y = |side: Side| usize::from(side.out().x == 0.0);
    let (start, goal) = (index(from)? + along_y(ends[0].0), index(to)?);
    let mut cost = vec![f64::INFINITY; columns * rows * 2];
    let mut back = vec![usize::MAX; columns * rows * 2];
    let mut queue = BinaryHeap::new();
    cost[start] = 0.0;
    queue.push((Reverse(0), start));
    let mut last = None;
    while let Some((Reverse(priority), state)) = queue.pop() {
        if state & !1 == goal {
            last = Some(state);
            break;
        }
        if priority > (cost[state] * 16.0) as u64 {
            continue;
        }
        *budget = budget.checked_sub(1)?;
        let (x, y) = (state / 2 % columns, state / 2 / columns);
        let steps = [
            (x > 0).then(|| (state & !1) - 2),
            (x + 1 < columns).then(|| (state & !1) + 2),
            (y > 0).then(|| ((state & !1) - 2 * columns) | 1),
            (y + 1 < rows).then(|| ((state & !1) + 2 * columns) | 1),
        ];
        for next in steps.into_iter().flatten() {
            let (p, q) = (at(state), at(next));
            let turn = if next & 1 == state & 1 { 0.0 } else { CORNER };
            let arrive = if next & !1 == goal && next & 1 != along_y(ends[1].0) { CORNER } else { 0.0 };
            let total = cost[state] + p.distance(q) + turn + arrive;
            if total < cost[next] && field.hits(around(p, q), MARGIN - 2.0, own) == 0 {
                cost[next] = total;
                back[next] = state;
                queue.push((Reverse((total * 16.0) as u64), next));
            }
        }
    }
    let mut points = vec![ends[1].1];
    let mut state = last?;
    while state != usize::MAX {
        points.push(at(state));
        state = back[state];
    }
    points.push(ends[0].1);
    points.reverse();
    Some(points)
}

fn lines(near: &[Rect], from: f64, to: f64, sides: &dyn Fn(&Rect) -> (f64, f64)) -> Vec<f64> {
    let mut lines = vec![from, to];
    for rect in near {
        let (a, b) = sides(rect);
        lines.extend([a - MARGIN - 6.0, b + MARGIN + 6.0]);
    }
    let mut apart: Vec<f64> = Vec::with_capacity(lines.len());
    for line in sorted(lines.len(), &|a, b| lines[a].total_cmp(&lines[b])).into_iter().map(|i| lines[i]) {
        if apart.last().is_none_or(|last| line - last >= 1e-6) {
            apart.push(line);
        }
    }
    apart
}
