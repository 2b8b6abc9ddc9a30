//! Phase 4: the order of the items in each rank.

use vitrine_lean::sort::sort;

use super::arrange::{Saved, Sheet};
use super::nest::Nest;
use super::normalise::{Kind, Layers};

/// How many links all sweeps together may look at.
const BUDGET: usize = 300_000;
/// The most starts, those of a small part, up to how many links a part is small; the most sweeps from each start, and how
/// many without progress are too many.
const STARTS: usize = 4;
const SMALL_STARTS: usize = 24;
/// How many starts without progress are too many.
const STALE_STARTS: usize = 24;
const SMALL: usize = 150;
const SWEEPS: usize = 24;
const PATIENCE: usize = 8;
/// Rounds of transposition after each sweep.
const TRANSPOSE: usize = 2;
/// Rounds in which groups change places, and the sweeps after each.
const SWAPS: usize = 4;
const SHORT: usize = 4;

/// Orders the ranks so that few links cross.
///
/// Ensures: each rank keeps its items; the items of a group stand together; two groups side by side have the same
/// order in every rank that both span, so that rectangles can be drawn around them (Sander 1996; Forster, "Applying
/// crossing reduction strategies to layered compound graphs", 2002).
///
/// Sweeps by medians and barycentres, with transposition (Gansner et al. 1993 §3), from several starts; the
/// fewest crossings win, then the least length, then the earliest start, so that an author's order counts. From `most`
/// starts at most.
pub(super) fn order(layers: &mut Layers, nest: &Nest, most: usize) -> Crossed {
    let (budget, most_starts) = if layers.links.len() < SMALL { (2 * BUDGET, SMALL_STARTS) } else { (BUDGET, STARTS) };
    let sweeps_left = (budget / layers.links.len().max(1)).max(4);
    let starts = (sweeps_left / 16).clamp(2, most_starts);
    let sweeps = (sweeps_left / starts).clamp(2, SWEEPS);
    let mut sheet = Sheet::new(layers, nest);
    let mut best = Best { crossings: usize::MAX, length: 0.0, saved: Saved::default() };
    let (mut stale, mut fewest) = (0, usize::MAX);
    for start in 0..starts.min(most) {
        sheet.begin(&visits(layers, start));
        improve(&mut sheet, sweeps, start, true, &mut best);
        stale = if best.crossings < fewest { 0 } else { stale + 1 };
        fewest = best.crossings;
        if best.crossings == 0 || stale == STALE_STARTS {
            break;
        }
    }
    for _ in 0..SWAPS {
        if best.crossings == 0 || nest.len() < 2 {
            break;
        }
        sheet.restore(&best.saved);
        if !sheet.swap_groups(BUDGET) {
            break;
        }
        improve(&mut sheet, SHORT, 0, false, &mut best);
    }
    sheet.restore(&best.saved);
    if sheet.see_groups() && sheet.go_round(layers) {
        best.crossings = sheet.crossings();
    }
    let crossed = Crossed { all: best.crossings, through: sheet.through() };
    layers.ranks = (0..layers.ranks.len()).map(|rank| sheet.items(rank)).collect();
    crossed
}

/// What is left of crossings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Crossed {
    /// All of them; one with a foreign group counts for several.
    pub all: usize,
    /// How many links run through a foreign group.
    pub through: usize,
}

struct Best {
    crossings: usize,
    length: f32,
    saved: Saved,
}

/// Sweeps from a start, keeping the best.
fn improve(sheet: &mut Sheet, sweeps: usize, start: usize, reseat: bool, best: &mut Best) {
    let (mut stale, mut least) = (0, usize::MAX);
    for sweep in 0..sweeps {
        if reseat && sweep % 2 == 0 {
            sheet.reseat();
        }
        sheet.sweep((sweep + start).is_multiple_of(2), sweep % 4 > 1, sweep % 4 > 1);
        sheet.transpose(TRANSPOSE);
        let crossings = sheet.crossings();
        let shorter = crossings == best.crossings && sheet.length() < best.length - 0.01;
        if crossings < best.crossings || shorter {
            *best = Best { crossings, length: sheet.length(), saved: sheet.save() };
        }
        stale = if crossings < least { 0 } else { stale + 1 };
        least = least.min(crossings);
        if stale == PATIENCE {
            break;
        }
    }
}

/// When a search along the links first meets each item; the starts differ in where it turns first: the author's order,
/// that reversed, both again along the links in both directions, then shuffled.
fn visits(layers: &Layers, start: usize) -> Vec<f32> {
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
    if start > 3 {
        // The same shuffle every time.
        let mut dice = Dice(start as u32);
        for list in &mut near {
            dice.shuffle(list);
        }
        dice.shuffle(&mut roots);
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

/// Numbers that look random and are the same on every machine (Marsaglia, "Xorshift RNGs", 2003).
struct Dice(u32);

impl Dice {
    fn shuffle(&mut self, list: &mut [usize]) {
        for at in (1..list.len()).rev() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 17;
            self.0 ^= self.0 << 5;
            list.swap(at, self.0 as usize % (at + 1));
        }
    }
}
