//! What can be taken away from a stage: its view as a value, its diagram as a drawing or a picture.

use leptos::web_sys::HtmlCanvasElement;

use super::Stage;
use crate::diagram::aim::Aim;
use crate::diagram::svg;
use crate::view::markup::Markup;
use crate::view::widget::diagram::drawing::drawing;
use crate::web::picture::picture;

impl Stage {
    /// Looks there first.
    pub fn start_at(&self, aim: Aim) {
        self.aim.set(Some(aim));
    }

    /// What is looked at.
    pub fn aim(&self) -> Aim {
        Aim::of(self.destination(), self.viewport.get())
    }

    /// The whole diagram as an SVG document.
    pub fn svg(&self, title: &str) -> Option<String> {
        Some(svg::svg(&self.plan.borrow().as_ref()?.whole(), title, self.palette.borrow().as_ref()?))
    }

    /// The whole diagram as an element of the page, and whether that is wider than high.
    pub fn drawing(&self, title: &str) -> Option<(Markup, bool)> {
        let plan = self.plan.borrow();
        let scene = plan.as_ref()?.whole();
        Some((drawing(&scene, title), scene.bounds.width() > scene.bounds.height()))
    }

    /// The whole diagram as a picture of so many device px a world px.
    pub fn picture(&self, ratio: f64) -> Option<HtmlCanvasElement> {
        picture(&self.plan.borrow().as_ref()?.whole(), self.palette.borrow().as_ref()?, ratio)
    }
}
