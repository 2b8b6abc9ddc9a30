//! Words that stand over a picture from afar.

use super::{DIM, State};
use crate::diagram::afar::{Afar, Sign};
use crate::diagram::focus::{Emphasis, Focus};
use crate::diagram::scene::{Align, Part, Role};
use crate::geometry::Rect;

/// How far the ground reaches around letters, so that they stand out from what is under them and hide little of it; px of the font.
const HALO: f64 = 4.0;

/// Draws the words that are in view.
pub fn draw(state: &mut State, afar: Option<&Afar>, focus: &Focus, seen: Rect) {
    state.font(Sign::FONT);
    state.align(Align::Middle);
    state.stroke(Role::Ground);
    state.width(HALO);
    for sign in afar.into_iter().flat_map(|afar| &afar.signs).filter(|sign| sign.plate.overlaps(seen)) {
        state.alpha(if focus.emphasis(sign.part) == Emphasis::Dim { DIM } else { 1.0 });
        state.fill(if matches!(sign.part, Part::Node(_)) { Role::Ink } else { Role::Muted });
        for (at, line) in sign.lines.iter().enumerate() {
            let start = sign.baseline(at);
            state.words(line);
            state.context.save();
            let _ = state.context.translate(start.x, start.y);
            let _ = state.context.scale(sign.zoom, sign.zoom);
            let _ = state.context.stroke_text(line, 0.0, 0.0);
            let _ = state.context.fill_text(line, 0.0, 0.0);
            state.context.restore();
        }
    }
}
