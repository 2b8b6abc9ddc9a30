//! How large a picture of a whole diagram is.

use super::scene::Scene;
use crate::geometry::{Rect, Size};

/// Around the drawing, in world px.
const MARGIN: f64 = 16.0;
/// Browsers refuse larger canvases, or empty them without a word.
pub const MAX_PIXELS: f64 = 16_000_000.0;
/// The same for each side.
const MAX_SIDE: f64 = 16_384.0;

/// What a picture shows, in world px.
pub fn around(scene: &Scene) -> Rect {
    scene.bounds.inflate(MARGIN)
}

/// How many device px a world px a picture of `size` (world px) gets where `ratio` are asked for: as many, or the most
/// whole ones that a canvas has room for, or less than one.
pub fn ratio(size: Size, ratio: u32) -> f64 {
    let most = (MAX_PIXELS / (size.w * size.h).max(1.0)).sqrt().min(MAX_SIDE / size.w.max(size.h).max(1.0));
    f64::from(ratio).min(if most < 1.0 { most } else { most.floor() })
}
