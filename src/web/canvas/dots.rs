//! The ground of a canvas.

use js_sys::Array;
use web_sys::CanvasRenderingContext2d;

use super::Painter;
use crate::diagram::camera::Camera;
use crate::diagram::scene::Role;
use crate::web::palette::Palette;

/// Between two dots of the ground, in world px at scale 1.
const GRID: f64 = 24.0;

impl Painter {
    /// The dots of the ground: they move with the world, and are never closer than a finger's breadth or further
    /// apart than two. A row of them is a dashed line.
    pub(super) fn dots(&self, context: &CanvasRenderingContext2d, camera: Camera, palette: &Palette) {
        let mut step = GRID * camera.scale;
        while step < 18.0 {
            step *= 2.0;
        }
        while step > 36.0 {
            step /= 2.0;
        }
        // In whole device px, or the dots of one row would be blurred and those of the next sharp.
        let side = self.ratio.round().max(1.0);
        let first = |at: f64| (at.rem_euclid(step) * self.ratio - side / 2.0).round();
        let (left, top, step) = (first(camera.origin.x), first(camera.origin.y), step * self.ratio);
        let (w, h) = (f64::from(self.canvas.width()), f64::from(self.canvas.height()));
        context.set_line_cap("butt");
        context.set_line_width(side);
        let _ = context.set_line_dash(&Array::of2(&side.into(), &(step - side).into()));
        context.set_global_alpha(0.2);
        context.set_stroke_style_str(palette.colour(Role::Ink));
        context.begin_path();
        let mut row = top - step;
        while row < h {
            let middle = row.round() + side / 2.0;
            context.move_to(left - step, middle);
            context.line_to(w, middle);
            row += step;
        }
        context.stroke();
    }
}
