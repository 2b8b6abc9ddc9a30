//! The icons of a diagram's technologies, which come after it is drawn.

use std::rc::Weak;
use std::sync::Arc;

use super::Stage;
use crate::diagram::icon::Sprite;
use crate::web::sprite;

impl Stage {
    /// The icon of what a node runs on, if it is there: path data, to be filled in a box of 24 × 24.
    pub fn icon(&self, node: usize) -> Option<Arc<str>> {
        self.facts.borrow().get(node)?.drawing.clone()
    }

    /// What a node runs on, by name.
    pub fn technology(&self, node: usize) -> Option<String> {
        self.facts.borrow().get(node)?.technology.clone()
    }

    /// Asks for icons, once the diagram is drawn and if there is anything to have one.
    pub(super) fn ask_for_icons(&self) {
        let runs_on_something = || self.facts.borrow().iter().any(|facts| facts.technology.is_some());
        if self.drawn.get() && !self.asked_for_icons.replace(true) && runs_on_something() {
            let this = Weak::clone(&self.this);
            sprite::ask(move |sprite| {
                if let Some(stage) = this.upgrade() {
                    stage.take_icons(sprite);
                }
            });
        }
    }

    /// Draws with icons from now on: nothing moves, as they take the place of signs.
    fn take_icons(&self, sprite: &Sprite) {
        if !sprite.dress(&mut self.facts.borrow_mut()) {
            return;
        }
        if let Some(plan) = self.plan.borrow_mut().as_mut() {
            plan.redraw(Arc::clone(&self.facts.borrow()));
            if let Some(scene) = self.sequence_scene() {
                plan.scene = scene;
            }
            self.painter.borrow_mut().load(&plan.scene);
        }
        self.raster.set(None);
        self.frame.request();
    }
}
