//! Which part of the world the screen shows, as an immutable value.

use crate::geometry::{Point, Rect, Size, Vec2};

/// A similarity without rotation: `screen = origin + world · scale`. Screen is CSS px from the canvas's top-left
/// corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// Where the world's origin appears on screen.
    pub origin: Point,
    /// Screen px a world px; between [`Camera::MIN_SCALE`] and [`Camera::MAX_SCALE`].
    pub scale: f64,
}

impl Default for Camera {
    fn default() -> Self {
        Self { origin: Point::ORIGIN, scale: 1.0 }
    }
}

impl Camera {
    /// A thousand ranks still fit in a laptop's window.
    pub const MIN_SCALE: f64 = 0.02;
    /// A name fills the window.
    pub const MAX_SCALE: f64 = 4.0;
    /// The largest scale that [`Camera::fit`] chooses: a small diagram is not blown up.
    pub const FIT_SCALE: f64 = 1.15;
    /// How much of the diagram always stays on screen, in screen px.
    pub const KEEP: f64 = 64.0;

    /// The world position under a screen position.
    pub fn world_from_screen(self, at: Point) -> Point {
        Point::ORIGIN + (at - self.origin) / self.scale
    }

    /// Where a world position appears.
    pub fn screen_from_world(self, at: Point) -> Point {
        self.origin + at.to_vec2() * self.scale
    }

    /// Where a world rectangle appears.
    pub fn screen_from_world_rect(self, rect: Rect) -> Rect {
        let (from, to) = (self.screen_from_world(rect.origin()), self.screen_from_world(Point::new(rect.x1, rect.y1)));
        Rect { x0: from.x, y0: from.y, x1: to.x, y1: to.y }
    }

    /// The part of the world a viewport shows.
    pub fn world_from_viewport(self, viewport: Size) -> Rect {
        let (from, to) =
            (self.world_from_screen(Point::ORIGIN), self.world_from_screen(Point::new(viewport.w, viewport.h)));
        Rect { x0: from.x, y0: from.y, x1: to.x, y1: to.y }
    }

    /// Moved by a displacement on screen.
    #[must_use]
    pub fn pan(self, by: Vec2) -> Self {
        Self { origin: self.origin + by, ..self }
    }

    /// Zoomed by a factor, with the world position under `focus` (screen) held still. A factor that is not a
    /// positive number changes nothing.
    ///
    /// ```
    /// use vitrine_draw::diagram::camera::Camera;
    /// use vitrine_draw::geometry::{Point, Vec2};
    ///
    /// let camera = Camera::default().pan(Vec2::new(8.0, 16.0));
    /// let focus = Point::new(40.0, 32.0);
    /// let closer = camera.zoom_about(focus, 2.0);
    /// assert_eq!(closer.scale, 2.0);
    /// assert_eq!(closer.world_from_screen(focus), camera.world_from_screen(focus));
    /// ```
    #[must_use]
    pub fn zoom_about(self, focus: Point, factor: f64) -> Self {
        if !(factor > 0.0 && factor.is_finite()) {
            return self;
        }
        let anchor = self.world_from_screen(focus);
        let scale = (self.scale * factor).clamp(Self::MIN_SCALE, Self::MAX_SCALE);
        Self { origin: focus - anchor.to_vec2() * scale, scale }
    }

    /// Shows the whole of `bounds` (world) in the middle, `padding` screen px from the edge. A viewport without
    /// area, such as a collapsed container, gets the smallest scale.
    ///
    /// ```
    /// use vitrine_draw::diagram::camera::Camera;
    /// use vitrine_draw::geometry::{Point, Rect, Size};
    ///
    /// let bounds = Rect::from_origin_size(Point::ORIGIN, Size::new(1600.0, 400.0));
    /// let viewport = Size::new(840.0, 600.0);
    /// let camera = Camera::fit(bounds, viewport, 20.0);
    /// assert_eq!(camera.scale, 0.5);
    /// assert!(camera.world_from_viewport(viewport).encloses(bounds));
    /// ```
    pub fn fit(bounds: Rect, viewport: Size, padding: f64) -> Self {
        let room = Size::new((viewport.w - 2.0 * padding).max(0.0), (viewport.h - 2.0 * padding).max(0.0));
        let (w, h) = (bounds.width().max(1.0), bounds.height().max(1.0));
        let scale = (room.w / w).min(room.h / h).clamp(Self::MIN_SCALE, Self::FIT_SCALE);
        let middle = Point::new(viewport.w / 2.0, viewport.h / 2.0);
        Self { origin: middle - bounds.center().to_vec2() * scale, scale }
    }

    /// The nearest camera of this scale that leaves [`Camera::KEEP`] screen px of `bounds` (world), or all of it
    /// where it is smaller, inside the viewport.
    #[must_use]
    pub fn confine(self, bounds: Rect, viewport: Size) -> Self {
        let on_screen = self.screen_from_world_rect(bounds);
        let by = Vec2::new(
            confined(on_screen.x0, on_screen.x1, viewport.w),
            confined(on_screen.y0, on_screen.y1, viewport.h),
        );
        self.pan(by)
    }

    /// The nearest camera of this scale that shows `rect` (world) inside `window` (screen), its start where it is
    /// larger than the window.
    #[must_use]
    pub fn reveal(self, rect: Rect, window: Rect) -> Self {
        let on_screen = self.screen_from_world_rect(rect);
        self.pan(Vec2::new(
            revealed(on_screen.x0, on_screen.x1, window.x0, window.x1),
            revealed(on_screen.y0, on_screen.y1, window.y0, window.y1),
        ))
    }

    /// The nearest camera that shows all of `rect` (world) inside `window` (screen): of this scale where that is
    /// possible, or else from further away.
    #[must_use]
    pub fn embrace(self, rect: Rect, window: Rect) -> Self {
        let fits = (window.width() / rect.width().max(1.0)).min(window.height() / rect.height().max(1.0));
        if self.scale <= fits { self.reveal(rect, window) } else { self.approach(rect, window) }
    }

    /// The camera that shows all of `rect` (world) as large as possible in the middle of `window` (screen).
    #[must_use]
    pub fn approach(self, rect: Rect, window: Rect) -> Self {
        let fits = (window.width() / rect.width().max(1.0)).min(window.height() / rect.height().max(1.0));
        let scale = fits.clamp(Self::MIN_SCALE, Self::FIT_SCALE.max(self.scale));
        Self { origin: window.center() - rect.center().to_vec2() * scale, scale }
    }

    /// The camera `t` of the way to `other`, `t` from 0 to 1. The scale moves geometrically and the origin in
    /// proportion to it, so that the one point a zoom holds still stays still all the way.
    #[must_use]
    pub fn lerp(self, other: Self, t: f64) -> Self {
        if t >= 1.0 {
            return other;
        }
        let scale = self.scale * (other.scale / self.scale).powf(t);
        let span = other.scale - self.scale;
        let along = if span.abs() < 1e-6 { t } else { (scale - self.scale) / span };
        Self { origin: self.origin.lerp(other.origin, along), scale }
    }
}

/// By how much to move the interval so that it keeps its hold on `0..size`.
fn confined(start: f64, end: f64, size: f64) -> f64 {
    let keep = Camera::KEEP.min(end - start).min(size);
    if end < keep {
        keep - end
    } else if start > size - keep {
        size - keep - start
    } else {
        0.0
    }
}

/// By how much to move the interval so that it lies in `from..to`.
fn revealed(start: f64, end: f64, from: f64, to: f64) -> f64 {
    if start < from || end - start > to - from {
        from - start
    } else if end > to {
        to - end
    } else {
        0.0
    }
}
