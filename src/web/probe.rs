//! What tests and measurements may ask of the diagram that fills the page: `window.__diagram`.

use js_sys::{Error, JSON, Object, Reflect, global};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Performance;

use crate::diagram::camera::Camera;
use crate::diagram::exchange::Given;
use crate::diagram::layout::Direction;
use crate::geometry::Size;

/// `window.__diagram`, until it is dropped.
pub struct Probe {
    object: Object,
    _view: Closure<dyn Fn() -> JsValue>,
    _layout: Closure<dyn Fn(JsValue, JsValue) -> Result<JsValue, JsValue>>,
}

const NAME: &str = "__diagram";

impl Probe {
    /// `window.__diagram.view()` answers `{x, y, scale}`: where the world's origin is, in CSS px from the canvas's
    /// top-left corner, and how many CSS px a world px is.
    ///
    /// `window.__diagram.layout(graph)` answers where the site's own layout puts a graph, read from left to right; both
    /// shapes are those of [`crate::diagram::exchange`]. `layout(graph, {direction, width, height})` answers where it
    /// does for a window of that size, CSS px, `right` or `down` or as the page would choose. It throws when there is
    /// nothing to lay out.
    pub fn expose(camera: impl Fn() -> Camera + 'static) -> Self {
        let view = Closure::wrap(Box::new(move || {
            let Camera { origin, scale } = camera();
            let answer = Object::new();
            for (key, value) in [("x", origin.x), ("y", origin.y), ("scale", scale)] {
                let _ = Reflect::set(&answer, &key.into(), &value.into());
            }
            answer.into()
        }) as Box<dyn Fn() -> JsValue>);
        let layout = Closure::wrap(Box::new(lay_out) as Box<dyn Fn(JsValue, JsValue) -> Result<JsValue, JsValue>>);
        let object = Object::new();
        let _ = Reflect::set(&object, &"view".into(), view.as_ref());
        let _ = Reflect::set(&object, &"layout".into(), layout.as_ref());
        let _ = Reflect::set(&global(), &NAME.into(), &object);
        Self { object, _view: view, _layout: layout }
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        // The next diagram may have put its own there already.
        let global = global();
        if Reflect::get(&global, &NAME.into()).is_ok_and(|now| now == *self.object) {
            let _ = Reflect::delete_property(&global, &NAME.into());
        }
    }
}

/// From a graph, as an object or as its text, to an object.
fn lay_out(graph: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let text = graph.as_string().map_or_else(|| JSON::stringify(&graph).map(String::from), Ok)?;
    let clock = Reflect::get(&global(), &"performance".into())?.unchecked_into::<Performance>();
    let start = clock.now();
    let given = Given::read(&text).map_err(|error| Error::new(&error.to_string()))?;
    let option = |name: &str| Reflect::get(&options, &name.into()).unwrap_or_default();
    let direction = match option("direction").as_string().as_deref() {
        Some("right") => Some(Direction::Right),
        Some("down") => Some(Direction::Down),
        _ => None,
    };
    let window = option("width").as_f64().zip(option("height").as_f64()).map(|(w, h)| Size::new(w, h));
    let drawn = given.draw(direction, window);
    JSON::parse(&given.write(&drawn, clock.now() - start))
}
