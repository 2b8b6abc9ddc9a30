//! What a stage exports: its view as a value, its diagram as a drawing or a picture.

use leptos::web_sys::HtmlCanvasElement;

use super::Stage;
use crate::diagram::camera::Camera;
use crate::diagram::picture;
use crate::diagram::scene::Part;
use crate::diagram::svg;
use crate::diagram::view_state::ViewState;
use crate::geometry::Size;
use crate::markup::Markup;
use crate::view::widget::diagram::drawing::drawing;
use crate::web::picture::picture as paint;
use crate::web::ruler::Ruler;

impl Stage {
    /// Looks there first.
    pub fn start_at(&self, state: ViewState) {
        self.view_state.replace(Some(state));
        self.stop_following();
    }

    /// What is looked at; a sequence diagram has only one view that can be sent to somebody.
    pub fn view_state(&self) -> Option<ViewState> {
        let plan = self.plan.borrow();
        let places = plan.as_ref().filter(|_| !self.is_sequence())?.layout.nodes.iter().copied();
        let ids = self.diagram.nodes.iter().map(|node| node.id.as_str());
        ViewState::of(self.destination(), self.viewport.get(), ids.zip(places))
    }

    /// The camera for what the address asks for, if it can still be had.
    pub(super) fn asked(&self, viewport: Size) -> Option<Camera> {
        let state = self.view_state.take()?;
        let node = self.diagram.find_node(&state.node)?;
        Some(state.camera(viewport, self.place_of(Part::Node(node))?))
    }

    /// The whole diagram as an SVG document.
    pub fn svg(&self, title: &str) -> Option<String> {
        let (palette, painter) = (self.palette.borrow(), self.painter.borrow());
        let ruler = Ruler::new(palette.as_ref()?, painter.context());
        Some(svg::svg(&self.plan.borrow().as_ref()?.whole(), title, &ruler))
    }

    /// The whole diagram as an element of the page, and whether that is wider than high.
    pub fn drawing(&self, title: &str) -> Option<(Markup, bool)> {
        let plan = self.plan.borrow();
        let scene = plan.as_ref()?.whole();
        Some((drawing(&scene, title), scene.bounds.width() > scene.bounds.height()))
    }

    /// The whole diagram as a picture of so many device px a world px, or as many as it can have: the answer says so.
    pub fn picture(&self, ratio: u32) -> Option<(HtmlCanvasElement, f64)> {
        let plan = self.plan.borrow();
        let scene = plan.as_ref()?.whole();
        let ratio = picture::ratio(picture::around(&scene).size(), ratio);
        Some((paint(&scene, self.palette.borrow().as_ref()?, ratio)?, ratio))
    }
}
