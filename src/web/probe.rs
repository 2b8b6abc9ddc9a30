//! What tests and measurements may ask of the diagram that fills the page: `window.__diagram`.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use crate::diagram::camera::Camera;

/// `window.__diagram`, until it is dropped.
pub struct Probe {
    object: Object,
    _view: Closure<dyn Fn() -> JsValue>,
}

const NAME: &str = "__diagram";

impl Probe {
    /// `window.__diagram.view()` answers `{x, y, scale}`: where the world's origin is, in CSS px from the canvas's
    /// top-left corner, and how many CSS px a world px is.
    pub fn expose(camera: impl Fn() -> Camera + 'static) -> Self {
        let view = Closure::wrap(Box::new(move || {
            let Camera { origin, scale } = camera();
            let answer = Object::new();
            for (key, value) in [("x", origin.x), ("y", origin.y), ("scale", scale)] {
                let _ = Reflect::set(&answer, &key.into(), &value.into());
            }
            answer.into()
        }) as Box<dyn Fn() -> JsValue>);
        let object = Object::new();
        let _ = Reflect::set(&object, &"view".into(), view.as_ref());
        let _ = Reflect::set(&js_sys::global(), &NAME.into(), &object);
        Self { object, _view: view }
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        // The next diagram may have put its own there already.
        let global = js_sys::global();
        if Reflect::get(&global, &NAME.into()).is_ok_and(|now| now == *self.object) {
            let _ = Reflect::delete_property(&global, &NAME.into());
        }
    }
}
