//! Phase 7: the parts of a graph side by side on one sheet.

use vitrine_lean::sort::sorted;

use crate::geometry::{Rect, Size, Vec2};

/// The free room between parts, px.
pub(super) const APART: f64 = 56.0;

/// Where each part's top-left corner goes, with so much room between them.
///
/// Ensures: parts do not overlap. Shelves, higher parts first: as wide as shows them largest in the window, or about
/// 1.6 times as wide as high together where there is none.
pub(super) fn pack(sizes: &[Size], window: Option<Size>, apart: f64) -> Vec<Vec2> {
    const TRIES: usize = 12;
    let area: f64 = sizes.iter().map(|s| (s.w + apart) * (s.h + apart)).sum();
    let widest = sizes.iter().map(|s| s.w).fold(0.0, f64::max);
    let width = |aspect: f64| (area * aspect).sqrt().max(widest);
    let order = sorted(sizes.len(), &|a, b| sizes[b].h.total_cmp(&sizes[a].h));
    let Some(window) = window else { return shelves(sizes, &order, width(1.6), apart).0 };
    let mut best = (0.0, Vec::new());
    for step in 0..TRIES {
        let (corners, size) = shelves(sizes, &order, width(window.w / window.h * (0.4 + 0.2 * step as f64)), apart);
        let scale = (window.w / size.w.max(1.0)).min(window.h / size.h.max(1.0));
        if scale > best.0 {
            best = (scale, corners);
        }
    }
    best.1
}

/// The corners, and the size of all together.
fn shelves(sizes: &[Size], order: &[usize], width: f64, apart: f64) -> (Vec<Vec2>, Size) {
    let mut corner = vec![Vec2::ZERO; sizes.len()];
    let (mut x, mut y, mut height) = (0.0, 0.0, 0.0f64);
    let mut size = Size::default();
    for &i in order {
        if x > 0.0 && x + sizes[i].w > width {
            (x, y, height) = (0.0, y + height + apart, 0.0);
        }
        corner[i] = Vec2::new(x, y);
        size = Size::new(size.w.max(x + sizes[i].w), size.h.max(y + sizes[i].h));
        x += sizes[i].w + apart;
        height = height.max(sizes[i].h);
    }
    (corner, size)
}

/// A rectangle moved.
pub(super) fn moved(rect: Rect, by: Vec2) -> Rect {
    Rect::from_origin_size(rect.origin() + by, rect.size())
}
