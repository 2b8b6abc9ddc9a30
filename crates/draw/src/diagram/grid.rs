//! Rectangles in a grid, so that those of a place are found without a look at all the others.

use crate::geometry::{Point, Rect};

/// Rectangles by place.
///
/// A loose grid (Ulrich, *Loose octrees*, in Game Programming Gems, 2000) of several levels: a rectangle lies in one
/// cell only, that of its centre on the first level whose cells are as large as it, and so reaches half a cell
/// beyond that at most. What is long and what is short are therefore found at the same price.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    rects: Vec<Rect>,
    bounds: Rect,
    levels: Vec<Level>,
}

#[derive(Debug, Clone)]
struct Level {
    /// The side of a cell, in world px.
    cell: f64,
    across: usize,
    down: usize,
    /// Row by row.
    cells: Vec<Vec<usize>>,
}

impl Grid {
    /// How much larger the cells of one level are than those of the level before.
    const GROWTH: f64 = 4.0;

    /// A grid of these rectangles (world px); one that is nowhere, or has no end, is found nowhere.
    pub fn new(rects: Vec<Rect>) -> Self {
        let mut grid = Self { rects, ..Self::default() };
        let finite = |rect: &&Rect| (rect.x0 + rect.y0 + rect.x1 + rect.y1).is_finite();
        let Some(bounds) = grid.rects.iter().filter(finite).copied().reduce(Rect::union) else { return grid };
        grid.bounds = bounds;
        let (w, h) = (bounds.width().max(1.0), bounds.height().max(1.0));
        // About as many cells as rectangles.
        let mut cell = (w * h / grid.rects.len() as f64).sqrt().max(w.max(h) / 256.0);
        let mut below = f64::NEG_INFINITY;
        loop {
            grid.add(cell, below);
            if cell >= w.max(h) {
                return grid;
            }
            (below, cell) = (cell, cell * Self::GROWTH);
        }
    }

    /// Makes a level of the rectangles whose longer side is at most `cell` and above `below`.
    fn add(&mut self, cell: f64, below: f64) {
        let count = |size: f64| (size / cell) as usize + 1;
        let (across, down) = (count(self.bounds.width()), count(self.bounds.height()));
        let mut level = Level { cell, across, down, cells: vec![Vec::new(); across * down] };
        for (item, rect) in self.rects.iter().enumerate() {
            let side = rect.width().max(rect.height());
            if side > below && side <= cell {
                let (column, row) = level.at(self.bounds, rect.center());
                if let Some(cell) = level.cells.get_mut(row * across + column) {
                    cell.push(item);
                }
            }
        }
        self.levels.push(level);
    }

    /// One of the rectangles; one without area where there is none.
    pub fn rect(&self, item: usize) -> Rect {
        self.rects.get(item).copied().unwrap_or_default()
    }

    /// Calls `found` with every rectangle that shares a point with `area`, edges included, in no order.
    pub fn touching(&self, area: Rect, found: &mut dyn FnMut(usize)) {
        for level in &self.levels {
            let reach = area.inflate(level.cell / 2.0);
            let (left, top) = level.at(self.bounds, reach.origin());
            let (right, bottom) = level.at(self.bounds, Point::new(reach.x1, reach.y1));
            for row in top..=bottom {
                let cells = level.cells.get(row * level.across + left..=row * level.across + right);
                for &item in cells.unwrap_or_default().iter().flatten() {
                    let rect = self.rect(item);
                    if rect.x0 <= area.x1 && area.x0 <= rect.x1 && rect.y0 <= area.y1 && area.y0 <= rect.y1 {
                        found(item);
                    }
                }
            }
        }
    }

    /// Those that [`Self::touching`] finds, in order.
    pub fn within(&self, area: Rect) -> Vec<usize> {
        let mut items: Vec<Option<usize>> = vec![None; self.rects.len()];
        self.touching(area, &mut |item| {
            if let Some(slot) = items.get_mut(item) {
                *slot = Some(item);
            }
        });
        items.into_iter().flatten().collect()
    }
}

impl Level {
    /// Column and row of a position; of the nearest cell where it is outside of them all.
    fn at(&self, bounds: Rect, at: Point) -> (usize, usize) {
        // What is negative becomes 0.
        let whole = |px: f64, count: usize| ((px / self.cell) as usize).min(count - 1);
        (whole(at.x - bounds.x0, self.across), whole(at.y - bounds.y0, self.down))
    }
}
