//! Where the camera goes to show a step.

use crate::diagram::camera::Camera;
use crate::diagram::scene::Detail;
use crate::geometry::{Point, Rect};

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
