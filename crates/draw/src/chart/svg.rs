//! Numbers as SVG attributes take them.

use vitrine_lean::decimal;

use crate::geometry::Point;

/// An SVG `points` value: coordinates to a tenth of a px.
pub fn points_attribute(points: &[Point]) -> String {
    let mut text = String::new();
    for point in points {
        if !text.is_empty() {
            text.push(' ');
        }
        decimal::push(&mut text, point.x, 1);
        text.push(',');
        decimal::push(&mut text, point.y, 1);
    }
    text
}

/// A coordinate to a tenth of a px, as SVG takes it.
pub fn tenths(value: f64) -> String {
    decimal::rounded(value, 1)
}
