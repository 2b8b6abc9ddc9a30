//! Phase 7: the parts of a graph side by side on one sheet.

use vitrine_lean::sort::sorted;

use crate::geometry::{Rect, Size, Vec2};

/// The free room between parts, px.
pub(super) const APART: f64 = 56.0;

/// Where each part's top-left corner goes.
///
/// Ensures: parts do not overlap. Shelves, larger parts first, about 1.6 times as wide as high together.
pub(super) fn pack(sizes: &[Size]) -> Vec<Vec2> {
    let area: f64 = sizes.iter().map(|s| (s.w + APART) * (s.h + APART)).sum();
    let widest = sizes.iter().map(|s| s.w).fold(0.0, f64::max);
    let width = (area * 1.6).sqrt().max(widest);
    let order = sorted(sizes.len(), &|a, b| sizes[b].h.total_cmp(&sizes[a].h));
    let mut corner = vec![Vec2::ZERO; sizes.len()];
    let (mut x, mut y, mut height) = (0.0, 0.0, 0.0f64);
    for i in order {
        if x > 0.0 && x + sizes[i].w > width {
            (x, y, height) = (0.0, y + height + APART, 0.0);
        }
        corner[i] = Vec2::new(x, y);
        x += sizes[i].w + APART;
        height = height.max(sizes[i].h);
    }
    corner
}

/// A rectangle moved.
pub(super) fn moved(rect: Rect, by: Vec2) -> Rect {
    Rect::from_origin_size(rect.origin() + by, rect.size())
}
