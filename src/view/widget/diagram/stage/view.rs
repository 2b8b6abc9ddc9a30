//! Where a camera has to be to show something.

use super::{MARGIN, Stage};
use crate::diagram::camera::Camera;
use crate::diagram::plan::PADDING;
use crate::web::layer;

impl Stage {
    pub(super) fn fitting(&self) -> Camera {
        self.plan.borrow().as_ref().map_or_else(Camera::default, |plan| {
            let viewport = self.viewport.get();
            let padding = PADDING.min(viewport.w / 20.0);
            Camera::fit(plan.scene.bounds, viewport, padding)
        })
    }

    pub(super) fn confined(&self, camera: Camera) -> Camera {
        self.plan.borrow().as_ref().map_or(camera, |plan| camera.confine(plan.scene.bounds, self.viewport.get()))
    }

    pub(super) fn bring_into_view(&self, node: usize) {
        let rect = self.plan.borrow().as_ref().and_then(|plan| plan.layout.nodes.get(node).copied());
        if let Some(rect) = rect {
            let to = self.destination();
            let window = layer::uncovered(&self.elements.stage, "[data-panel]");
            let margin = MARGIN.min(window.width() / 4.0).min(window.height() / 4.0);
            let shown = to.reveal(rect, window.inflate(-margin));
            if to.origin.distance(shown.origin) > 0.5 {
                self.moved.set(true);
                self.go(shown, true);
            }
        }
    }
}
