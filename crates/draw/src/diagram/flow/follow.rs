//! Where the camera goes to show a step.

use super::pinned::Pinned;
use crate::diagram::camera::Camera;
use crate::diagram::scene::Detail;
use crate::geometry::{Point, Rect, Vec2};

/// The nearest camera that shows all of `rect` (world px) within `window` (screen px), legibly where that is possible. A
/// camera that is near enough keeps its scale and moves only as far as it has to; one that is too far away comes closer.
pub fn follow(camera: Camera, rect: Rect, window: Rect) -> Camera {
    let fits = (window.width() / rect.width().max(1.0)).min(window.height() / rect.height().max(1.0));
    let fits = fits.clamp(Camera::MIN_SCALE, Camera::MAX_SCALE);
    let scale = camera.scale.max(Detail::NEAR * 1.25).min(fits);
    if camera.scale >= Detail::NEAR && camera.scale <= fits {
        return camera.reveal(rect, window);
    }
    let middle: Point = window.center();
    Camera { origin: middle - rect.center().to_vec2() * scale, scale }
}

/// The same in a sequence diagram: words keep the size of `reading`, or that to which somebody magnified them, and `heads`, the height
/// of the heads of the lifelines in world px, covers the top of the window.
pub fn follow_reading(camera: Camera, reading: Camera, rect: Rect, heads: f64, window: Rect) -> Camera {
    let camera = if camera.scale < 1.0 {
        let scaled = camera.zoom_about(window.center(), reading.scale / camera.scale);
        // Across, everything is where the first view has it.
        Camera { origin: Point::new(reading.origin.x, scaled.origin.y), scale: reading.scale }
    } else {
        camera
    };
    let covered = (heads * camera.scale + 2.0 * Pinned::MARGIN - window.y0).clamp(0.0, window.height() / 2.0);
    let free = Rect::from_origin_size(window.origin() + Vec2::new(0.0, covered), window.size());
    camera.reveal(rect, Rect { y1: window.y1, ..free })
}
