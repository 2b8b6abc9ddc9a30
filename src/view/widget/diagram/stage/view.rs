//! Moving the camera, and where it has to be to show something.

use super::{MARGIN, Stage};
use crate::diagram::camera::Camera;
use crate::diagram::flow::follow::follow;
use crate::diagram::motion::Motion;
use crate::diagram::plan::Plan;
use crate::diagram::scene::{Detail, Part};
use crate::geometry::{Point, Rect, Size, Vec2};
use crate::web::frame;
use crate::web::layer;

impl Stage {
    /// Moves what is seen.
    pub fn pan(&self, by: Vec2, smooth: bool) {
        self.stop_following();
        self.moved.set(true);
        self.stirred.set(!smooth);
        self.go(self.destination().pan(by), smooth);
    }

    /// Magnifies about a screen position, or about the middle.
    pub fn zoom(&self, focus: Option<Point>, factor: f64, pan: Vec2, smooth: bool) {
        self.stop_following();
        self.moved.set(true);
        // What two fingers stretch is not flung.
        self.track.take();
        let Size { w, h } = self.viewport.get();
        let focus = focus.unwrap_or_else(|| Point::new(w / 2.0, h / 2.0));
        self.stirred.set(!smooth);
        self.go(self.destination().pan(pan).zoom_about(focus, factor), smooth);
    }

    /// One world px is one screen px.
    pub fn actual_size(&self) {
        self.zoom(None, 1.0 / self.destination().scale, Vec2::ZERO, true);
    }

    /// Shows everything, and goes on doing so when the window changes.
    pub fn fit(&self, smooth: bool) {
        self.stop_following();
        self.moved.set(false);
        self.whole.set(true);
        self.go(self.fitting(), smooth);
    }

    /// The scale the camera is moving to, 100 being actual size.
    pub fn target_percent(&self) -> u32 {
        (self.destination().scale * 100.0).round() as u32
    }

    pub(super) fn destination(&self) -> Camera {
        self.motion.get().map_or_else(|| self.camera.get(), |motion| motion.destination())
    }

    pub(super) fn go(&self, to: Camera, smooth: bool) {
        let to = self.confined(to);
        if smooth && self.drawn.get() && frame::may_animate() {
            self.motion.set(Some(Motion::new(self.camera.get(), to)));
            self.frame.request();
        } else {
            self.jump(to);
        }
    }

    pub(super) fn jump(&self, to: Camera) {
        self.motion.set(None);
        self.camera.set(self.confined(to));
        self.frame.request();
    }

    pub(super) fn fitting(&self) -> Camera {
        self.plan.borrow().as_ref().map_or_else(Camera::default, |plan| plan.whole_view(self.viewport.get()))
    }

    pub(super) fn first_view(&self) -> Camera {
        let (viewport, is_sequence) = (self.viewport.get(), self.is_sequence());
        let first = |plan: &Plan| if is_sequence { plan.reading_view(viewport) } else { plan.first_view(viewport) };
        self.plan.borrow().as_ref().map_or_else(Camera::default, first)
    }

    pub(super) fn confined(&self, camera: Camera) -> Camera {
        self.plan.borrow().as_ref().map_or(camera, |plan| camera.confine(plan.scene.bounds, self.viewport.get()))
    }

    pub(super) fn bring_into_view(&self, part: Part) {
        let Some(rect) = self.place_of(part) else { return };
        let from = self.destination();
        let mut window = self.uncovered();
        if self.is_sequence() {
            // Heads that are pinned lie nearer to the top, and are in sight.
            window.y0 = 0.0;
        }
        let to = match part {
            // Where nothing is legible, having it in view is not seeing it.
            Part::Node(_) if from.scale < Detail::BOXES => follow(from, rect, window),
            Part::Node(_) => from.reveal(rect, window),
            Part::Group(_) | Part::Edge(_) => from.embrace(rect, window),
        };
        self.go_far(from, to);
    }

    /// Shows a part as large as the window allows.
    pub fn approach(&self, part: Part) {
        if let Some(rect) = self.place_of(part) {
            let from = self.destination();
            self.go_far(from, from.approach(rect, self.uncovered()));
        }
    }

    /// Shows a spot of the world in the middle.
    pub fn look_at(&self, spot: Point) {
        let Size { w, h } = self.viewport.get();
        self.pan(Point::new(w / 2.0, h / 2.0) - self.destination().screen_from_world(spot), false);
    }

    pub(super) fn place_of(&self, part: Part) -> Option<Rect> {
        let plan = self.plan.borrow();
        let layout = &plan.as_ref()?.layout;
        match part {
            Part::Node(node) => self.place_of_node(plan.as_ref()?, node),
            Part::Group(group) => layout.groups.get(group).copied(),
            Part::Edge(_) => None,
        }
    }

    /// What of the stage nothing covers, less a margin; CSS px.
    pub(super) fn uncovered(&self) -> Rect {
        let window = layer::uncovered(&self.elements.stage, "[data-panel]", "[data-bar]");
        window.inflate(-MARGIN.min(window.width() / 8.0).min(window.height() / 8.0))
    }

    pub(super) fn go_far(&self, from: Camera, to: Camera) {
        if to.origin.distance(from.origin) > 0.5 || (to.scale - from.scale).abs() > 1e-6 {
            self.moved.set(true);
            self.go(to, true);
        }
    }
}
