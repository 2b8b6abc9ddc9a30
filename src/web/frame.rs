//! One animation frame at a time, and none while nobody asks.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Draws at most once a frame, until it is dropped.
pub struct Frame {
    window: Option<web_sys::Window>,
    pending: Rc<Cell<Option<i32>>>,
    closure: Closure<dyn FnMut(f64)>,
}

impl Frame {
    /// `draw` gets the frame's time in ms; it may ask for the next frame.
    pub fn new(mut draw: Box<dyn FnMut(f64)>) -> Self {
        let pending = Rc::new(Cell::new(None));
        let asked = Rc::clone(&pending);
        let closure = Closure::wrap(Box::new(move |time| {
            asked.set(None);
            draw(time);
        }) as Box<dyn FnMut(f64)>);
        Self { window: web_sys::window(), pending, closure }
    }

    /// Asks for a frame; asking twice before it comes is asking once.
    pub fn request(&self) {
        if self.pending.get().is_none()
            && let Some(window) = &self.window
        {
            self.pending.set(window.request_animation_frame(self.closure.as_ref().unchecked_ref()).ok());
        }
    }
}

/// Whether the visitor lets things move by themselves.
pub fn may_animate() -> bool {
    let query = |window: web_sys::Window| window.match_media("(prefers-reduced-motion: reduce)").ok()?;
    !web_sys::window().and_then(query).is_some_and(|query| query.matches())
}

impl Drop for Frame {
    fn drop(&mut self) {
        if let (Some(id), Some(window)) = (self.pending.take(), &self.window) {
            let _ = window.cancel_animation_frame(id);
        }
    }
}
