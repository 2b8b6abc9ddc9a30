//! Paths as the browser takes them.

use web_sys::{CanvasRenderingContext2d, Path2d};

use crate::diagram::icon;
use crate::diagram::path::Segment;
use crate::diagram::scene::Mark;
use crate::geometry::Point;

/// The path of a mark that has one of its own.
pub fn of(mark: &Mark) -> Option<Path2d> {
    let path = match mark {
        Mark::Fill { path, .. } | Mark::Stroke { path, .. } => path,
        Mark::Icon { data, .. } => return Path2d::new_with_path_string(data).ok(),
        Mark::Text { .. } | Mark::Glyph { .. } => return None,
    };
    let out = Path2d::new().ok()?;
    for segment in &path.0 {
        match *segment {
            Segment::Move(to) => out.move_to(to.x, to.y),
            Segment::Line(to) => out.line_to(to.x, to.y),
            Segment::Quad(c, to) => out.quadratic_curve_to(c.x, c.y, to.x, to.y),
            Segment::Cubic(a, b, to) => out.bezier_curve_to(a.x, a.y, b.x, b.y, to.x, to.y),
            Segment::Close => out.close_path(),
        }
    }
    Some(out)
}

/// Fills an icon whose box has its top-left corner at this place.
pub fn fill_icon(context: &CanvasRenderingContext2d, path: &Path2d, at: Point) {
    let _ = context.translate(at.x, at.y);
    let _ = context.scale(icon::SCALE, icon::SCALE);
    context.fill_with_path_2d(path);
    let _ = context.scale(1.0 / icon::SCALE, 1.0 / icon::SCALE);
    let _ = context.translate(-at.x, -at.y);
}
