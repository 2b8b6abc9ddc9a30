//! A mark that lies over a canvas, in world px, and travels along a route. It is an element, so that only the browser's
//! compositor has work when it moves, and the picture under it none.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::frame::{self, Frame};
use crate::decimal;
use crate::diagram::flow::travel::{self, Travel};

/// Where it rests on its way, so that its direction is seen without a movement.
const REST: f64 = 0.75;

/// A mark; it asks for frames only while it is on its way.
pub struct Mark {
    element: HtmlElement,
    travel: RefCell<Travel>,
    /// When it set out, in ms, once the first frame has come; `None` while it rests.
    start: Cell<Option<f64>>,
    frame: Frame,
}

impl Mark {
    /// The mark of a layer that moves with the camera, if it has one.
    pub fn within(layer: &Element) -> Option<Rc<Self>> {
        let element = layer.query_selector("[data-mark]").ok()??.dyn_into().ok()?;
        Some(Rc::new_cyclic(|this: &Weak<Self>| {
            let this = this.clone();
            let step = move |time| {
                if let Some(mark) = this.upgrade() {
                    mark.step(time);
                }
            };
            Self { element, travel: RefCell::default(), start: Cell::new(None), frame: Frame::new(Box::new(step)) }
        }))
    }

    /// Takes another way: travels along it, or rests on it where nothing may move. Hides where there is no way.
    pub fn take(&self, travel: Travel, moving: bool) {
        self.travel.replace(travel);
        if moving && frame::may_animate() {
            self.start.set(Some(f64::NAN));
            self.place(0.0);
            self.frame.request();
        } else {
            self.start.set(None);
            let at = self.travel.borrow().along(REST);
            self.show(at);
        }
    }

    /// Stays where it is.
    pub fn stop(&self) {
        self.start.set(None);
    }

    fn step(&self, time: f64) {
        let Some(start) = self.start.get() else { return };
        let start = if start.is_nan() { time } else { start };
        self.start.set(Some(start));
        self.place(time - start);
        if time - start < self.travel.borrow().duration() {
            self.frame.request();
        } else {
            self.start.set(None);
        }
    }

    fn place(&self, t: f64) {
        let at = self.travel.borrow().at(t);
        self.show(at);
    }

    fn show(&self, mark: Option<travel::Mark>) {
        let style = self.element.style();
        let _ = style.set_property("visibility", if mark.is_some() { "visible" } else { "hidden" });
        if let Some(travel::Mark { at, heading }) = mark {
            let round = |px: f64| decimal::rounded(px, 2);
            // Turned as it is heading, then put in its place.
            let turned = [heading.x, heading.y, -heading.y, heading.x, at.x, at.y].map(round).join(",");
            let _ = style.set_property("transform", &["matrix(", &turned, ")"].concat());
        }
    }
}
