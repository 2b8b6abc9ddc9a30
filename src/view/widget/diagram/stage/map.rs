//! The small map of a stage.

use std::rc::Rc;

use super::Stage;
use crate::markup::web::listen::Listener;

impl Stage {
    /// Looks where the map is pressed, until the handle is dropped.
    pub fn follow_map(self: &Rc<Self>) -> Option<Listener> {
        let stage = Rc::clone(self);
        let look = move |at| {
            if let Some(spot) = stage.map.as_ref().and_then(|map| map.world(at)) {
                stage.look_at(spot);
            }
        };
        Some(self.map.as_ref()?.listen(look))
    }

    pub(super) fn paint_map(&self) {
        if let (Some(map), Some(plan), Some(palette)) = (&self.map, &*self.plan.borrow(), &*self.palette.borrow()) {
            map.paint(plan, palette);
        }
    }
}
