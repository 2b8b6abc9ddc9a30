//! Heads of lifelines that stay in sight: where they are drawn, so are their buttons.

use super::Stage;
use crate::diagram::camera::Camera;
use crate::diagram::flow::pinned::Pinned;
use crate::diagram::plan::Plan;
use crate::diagram::scene::Part;
use crate::geometry::{Point, Rect};
use crate::web::layer;

impl Stage {
    /// Pins what heads of lifelines a camera asks for, and moves their buttons along.
    pub(super) fn pin_heads(&self, plan: &Plan, camera: Camera) {
        let heads = &plan.layout.nodes;
        let sequence = self.flow.sequence.borrow();
        let pinned = sequence.as_ref().and_then(|sequence| Pinned::new(&plan.scene, sequence, camera));
        let before = self.flow.pinned.replace(pinned);
        let pinned = self.flow.pinned.borrow();
        if *pinned == before {
            return;
        }
        for (node, head) in heads.iter().enumerate().filter(|(_, head)| head.width() > 0.0) {
            let y = pinned.as_ref().map_or(head.y0, |pinned| pinned.place(node, *head).y0);
            match self.single_button {
                false => layer::move_down(&self.elements.layer, node, y),
                true if self.active.get() == Part::Node(node) => layer::move_down(&self.elements.layer, 0, y),
                true => {}
            }
        }
    }

    /// Where a node is drawn.
    pub(super) fn place_of_node(&self, plan: &Plan, node: usize) -> Option<Rect> {
        let rect = *plan.layout.nodes.get(node)?;
        Some(self.flow.pinned.borrow().as_ref().map_or(rect, |pinned| pinned.place(node, rect)))
    }

    /// How high the heads of the lifelines are, in world px.
    pub(super) fn heads_height(&self) -> f64 {
        let plan = self.plan.borrow();
        let heads = plan.iter().flat_map(|plan| &plan.layout.nodes);
        heads.map(|head| head.height()).fold(0.0, f64::max)
    }

    /// The pinned head at a world position.
    pub(super) fn head_at(&self, plan: &Plan, at: Point, radius: f64) -> Option<usize> {
        self.flow.pinned.borrow().as_ref()?.node_at(&plan.layout.nodes, at, radius)
    }
}
