//! Numbers as SVG attributes take them.

use crate::geometry::Point;

/// An SVG `points` value: coordinates to a tenth of a px.
pub fn points_attribute(points: &[Point]) -> String {
    let mut text = String::new();
    for point in points {
        if !text.is_empty() {
            text.push(' ');
        }
        push_tenths(&mut text, point.x);
        text.push(',');
        push_tenths(&mut text, point.y);
    }
    text
}

/// A coordinate to a tenth of a px, as SVG takes it.
pub fn tenths(value: f64) -> String {
    let mut text = String::new();
    push_tenths(&mut text, value);
    text
}

// By integers: printing floats would add their formatting tables to the page.
fn push_tenths(text: &mut String, value: f64) {
    let tenths = (value * 10.0).round() as i32;
    if tenths < 0 {
        text.push('-');
    }
    let tenths = tenths.unsigned_abs();
    text.push_str(&(tenths / 10).to_string());
    if !tenths.is_multiple_of(10) {
        text.push('.');
        text.push_str(&(tenths % 10).to_string());
    }
}
