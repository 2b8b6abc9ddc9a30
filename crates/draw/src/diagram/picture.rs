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

/// The sides of a small picture that tells whether a browser gives back what was drawn, in px.
pub const PROBE: u32 = 16;
/// Colours that are changed by no more than that, of 255, look the same.
pub const UNSEEN: u8 = 4;

/// What colour a px of it has: no two neighbours the same, as some browsers leave plain areas alone.
pub fn probe(x: u32, y: u32) -> [u8; 3] {
    [x * 16, y * 16, x * 9 + y * 7].map(|part| part as u8)
}

/// How far at most a colour is from what was drawn, given the px that were read, four bytes each; as far as can be where some are
/// missing.
pub fn noise(read: &[u8]) -> u8 {
    let mut most = if read.len() == (PROBE * PROBE * 4) as usize { 0 } else { u8::MAX };
    for (at, px) in read.chunks(4).enumerate() {
        let [r, g, b] = probe(at as u32 % PROBE, at as u32 / PROBE);
        for (drawn, &read) in [r, g, b, u8::MAX].into_iter().zip(px) {
            most = drawn.abs_diff(read).max(most);
        }
    }
    most
}
