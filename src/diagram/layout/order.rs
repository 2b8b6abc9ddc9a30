//! Phase 4: the order of the items in each rank.

use super::arrange::Sheet;
use super::nest::Nest;
use super::normalise::{Kind, Layers};
use super::sort::sort;

/// How many links all sweeps together may look at.
const BUDGET: usize = 2_000_000;
/// Sweeps without progress after which a start is given up.
const PATIENCE: usize = 6;

/// Orders the ranks so that few links cross.
///
/// Ensures: each rank keeps its items; the items of a group stand together; two groups side by side have the same
/// order in every rank that both span, so that rectangles can be drawn around them (Sander 1996; Forster, "Applying
/// crossing reduction strategies to layered compound graphs", 2002).
///
/// Barycentre sweeps with transposition (Gansner et al. 1993 §3) from several starts; the fewest crossings win, then
/// the least length, then the earliest start, so that an author's order counts.
pub(super) fn order(layers: &mut Layers, nest: &Nest) {
    let work = layers.links.len().max(1) * 4;
    let sweeps = (BUDGET / work / 4).clamp(2, 24);
    let starts = (BUDGET / work / sweeps).clamp(1, 4);
    let mut best: Option<Sheet> = None;
    for start in 0..starts {
        let mut sheet = Sheet::new(layers, nest);
        sheet.begin(&visits(layers, start));
        improve(&mut sheet, sweeps, true, &mut best);
        if best.as_ref().is_some_and(|b| b.crossings == 0) {
            break;
        }
    }
    swap_groups(nest, layers.links.len(), &mut best);
    if let Some(best) = best {
        layers.ranks = best.ranks;
    }
}

/// Sweeps from a start, keeping the best.
fn improve<'a>(sheet: &mut Sheet<'a>, sweeps: usize, reseat: bool, best: &mut Option<Sheet<'a>>) {
    let mut stale = 0;
    for sweep in 0..sweeps {
        if reseat && sweep % 2 == 0 {
            sheet.reseat();
        }
        sheet.sweep(sweep % 2 == 0, sweep % 4 > 1);
        sheet.transpose();
        sheet.measure();
        if best.as_ref().is_none_or(|b| sheet.better_than(b)) {
            *best = Some(sheet.clone());
            stale = 0;
        } else {
            stale += 1;
            if stale == PATIENCE {
                return;
            }
        }
    }
}

/// Tries neighbouring groups the other way round, in all ranks at once.
fn swap_groups(nest: &Nest, links: usize, best: &mut Option<Sheet>) {
    const MOST: usize = 40_000;
    const SHORT: usize = 4;
    if nest.len() * links > MOST {
        return;
    }
    for _ in 0..2 {
        let before = best.as_ref().map(|b| (b.crossings, b.length));
        for at in 1..nest.len() {
            let Some(mut sheet) = best.clone() else { return };
            if sheet.swap_seats(at) {
                improve(&mut sheet, SHORT, false, best);
            }
        }
        if before == best.as_ref().map(|b| (b.crossings, b.length)) {
            return;
        }
    }
}

/// When a search along the links first meets each item; the starts differ in where it turns first.
fn visits(layers: &Layers, start: usize) -> Vec<f64> {
    let count = layers.items.len();
    let mut near = vec![Vec::new(); count];
    for link in &layers.links {
        near[link.tail].push(link.head);
        if start < 2 {
            continue;
        }
        near[link.head].push(link.tail);
    }
    let mut roots: Vec<usize> = (0..count).filter(|&i| matches!(layers.items[i].kind, Kind::Cell(_))).collect();
    sort(&mut roots, &|a, b| layers.items[a].rank.cmp(&layers.items[b].rank));
    if start % 2 == 1 {
        roots.reverse();
        for list in &mut near {
            list.reverse();
        }
    }
    let mut visit = vec![0.0; count];
    let mut seen = vec![false; count];
    let mut time = 0.0;
    let mut stack = Vec::new();
    for root in roots {
        stack.push(root);
        while let Some(item) = stack.pop() {
            if !seen[item] {
                seen[item] = true;
                visit[item] = time;
                time += 1.0;
                stack.extend(near[item].iter().rev().filter(|&&n| !seen[n]));
            }
        }
    }
    visit
}
