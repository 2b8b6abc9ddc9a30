//! Which rectangles a segment runs through, without asking all of them.

use crate::geometry::Rect;

/// Rectangles sorted into the cells of a uniform grid.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Field {
    rects: Vec<Rect>,
    bounds: Rect,
    cell: f64,
    columns: usize,
    rows: usize,
    /// Where each cell's list in `members` starts.
    start: Vec<usize>,
    members: Vec<usize>,
}

impl Field {
    /// An index of `rects`, with at most a few cells for each.
    pub fn new(rects: &[Rect]) -> Self {
        let bounds = rects.iter().copied().reduce(Rect::union).unwrap_or_default();
        let area = bounds.width().max(1.0) * bounds.height().max(1.0);
        let most = 4.0 * rects.len() as f64 + 64.0;
        let longest = bounds.width().max(bounds.height());
        let cell = (area / most).sqrt().max(128.0).max(longest / most);
        let columns = (bounds.width() / cell) as usize + 1;
        let rows = (bounds.height() / cell) as usize + 1;
        let mut field = Self {
            rects: rects.to_vec(),
            bounds,
            cell,
            columns,
            rows,
            start: vec![0; columns * rows + 1],
            members: Vec::new(),
        };
        // A counting sort: sizes, starts, members.
        for rect in rects {
            let mut sizes = std::mem::take(&mut field.start);
            field.each_cell(*rect, &mut |c| sizes[c + 1] += 1);
            field.start = sizes;
        }
        for c in 0..columns * rows {
            field.start[c + 1] += field.start[c];
        }
        let mut next = field.start.clone();
        let mut members = vec![0; field.start[columns * rows]];
        for (i, rect) in rects.iter().enumerate() {
            field.each_cell(*rect, &mut |c| {
                members[next[c]] = i;
                next[c] += 1;
            });
        }
        field.members = members;
        field
    }

    fn each_cell(&self, rect: Rect, visit: &mut dyn FnMut(usize)) {
        let at = |x: f64, from: f64, most: usize| (((x - from) / self.cell).max(0.0) as usize).min(most - 1);
        let (x0, x1) = (at(rect.x0, self.bounds.x0, self.columns), at(rect.x1, self.bounds.x0, self.columns));
        let (y0, y1) = (at(rect.y0, self.bounds.y0, self.rows), at(rect.y1, self.bounds.y0, self.rows));
        for y in y0..=y1 {
            for x in x0..=x1 {
                visit(y * self.columns + x);
            }
        }
    }

    /// How many rectangles, each grown by `margin`, overlap `rect`; those in `own` grown by -1 instead.
    pub fn hits(&self, rect: Rect, margin: f64, own: [usize; 2]) -> usize {
        let mut hit: Vec<usize> = Vec::new();
        self.each_cell(rect.inflate(margin), &mut |c| {
            for &i in &self.members[self.start[c]..self.start[c + 1]] {
                let by = if own.contains(&i) { -1.0 } else { margin };
                if self.rects[i].inflate(by).overlaps(rect) && !hit.contains(&i) {
                    hit.push(i);
                }
            }
        });
        hit.len()
    }

    /// The rectangles that overlap `rect`.
    pub fn near(&self, rect: Rect) -> Vec<Rect> {
        let mut near: Vec<usize> = Vec::new();
        self.each_cell(rect, &mut |c| {
            for &i in &self.members[self.start[c]..self.start[c + 1]] {
                if self.rects[i].overlaps(rect) && !near.contains(&i) {
                    near.push(i);
                }
            }
        });
        near.into_iter().map(|i| self.rects[i]).collect()
    }
}
