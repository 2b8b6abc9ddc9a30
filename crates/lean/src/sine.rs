//! Sine and cosine.

use std::f64::consts::{PI, TAU};

/// Sine and cosine of an angle from 0 to a turn, by their power series, to 1e-12. The standard library's are as exact
/// for angles of any size, and would bring the tables for that to the page.
pub fn sin_cos(angle: f64) -> (f64, f64) {
    let angle = if angle > PI { angle - TAU } else { angle };
    let (mut sin, mut cos, mut term) = (0.0, 1.0, 1.0);
    for power in 1..=28_u8 {
        term *= angle / f64::from(power);
        match power % 4 {
            0 => cos += term,
            1 => sin += term,
            2 => cos -= term,
            _ => sin -= term,
        }
    }
    (sin, cos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sine_and_cosine_are_those_of_the_standard_library() {
        for step in 0..=1000 {
            let angle = TAU * f64::from(step) / 1000.0;
            let (sin, cos) = sin_cos(angle);
            assert!((sin - angle.sin()).abs() < 1e-12 && (cos - angle.cos()).abs() < 1e-12, "{angle}");
        }
    }
}
