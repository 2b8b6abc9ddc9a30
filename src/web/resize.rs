//! How large an element is, in CSS px and in the screen's own.

use js_sys::{Array, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, ResizeObserver, ResizeObserverBoxOptions, ResizeObserverEntry, ResizeObserverOptions, ResizeObserverSize,
};

use crate::geometry::Size;
use crate::markup::web::listen::Listener;

/// The content box of an element.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Surface {
    /// CSS px.
    pub css: Size,
    /// Device px, as the browser snaps the box to them where it says so.
    pub device: Size,
}

/// Watches the size of an element, and the screen's pixels under it, until it is dropped.
pub struct Resize {
    observer: Option<ResizeObserver>,
    _closure: Closure<dyn FnMut(Array)>,
    _zoom: Option<Listener>,
}

impl Resize {
    /// Calls `changed` now and after every change; a collapsed element has no size.
    pub fn observe(element: &Element, changed: impl Fn(Surface) + Clone + 'static) -> Self {
        let on_change = changed.clone();
        let closure = Closure::wrap(Box::new(move |entries: Array| {
            if let Some(entry) = entries.iter().last() {
                on_change(surface(entry.unchecked_ref()));
            }
        }) as Box<dyn FnMut(Array)>);
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok();
        let exact = knows_device_pixels();
        if let Some(observer) = &observer {
            let options = ResizeObserverOptions::new();
            let which = if exact {
                ResizeObserverBoxOptions::DevicePixelContentBox
            } else {
                ResizeObserverBoxOptions::ContentBox
            };
            options.set_box(which);
            observer.observe_with_options(element, &options);
        }
        // Without that box, moving the window to another screen changes no size.
        let zoom = web_sys::window().filter(|_| !exact).map(|window| {
            let element = element.clone();
            let f = move |_| changed(rounded(Size::new(element.client_width().into(), element.client_height().into())));
            Listener::passive(window.into(), &["resize"], Box::new(f))
        });
        Self { observer, _closure: closure, _zoom: zoom }
    }
}

impl Drop for Resize {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Safari does not, and throws when asked for it.
fn knows_device_pixels() -> bool {
    let entry = Reflect::get(&js_sys::global(), &"ResizeObserverEntry".into());
    let prototype = entry.and_then(|entry| Reflect::get(&entry, &"prototype".into()));
    prototype.and_then(|prototype| Reflect::has(&prototype, &"devicePixelContentBoxSize".into())).unwrap_or(false)
}

fn surface(entry: &ResizeObserverEntry) -> Surface {
    let rect = entry.content_rect();
    let css = Size::new(rect.width(), rect.height());
    let exact = Reflect::get(entry, &"devicePixelContentBoxSize".into()).unwrap_or(JsValue::UNDEFINED);
    let Some(size) = exact.dyn_ref::<Array>().map(|sizes| sizes.get(0)).filter(JsValue::is_object) else {
        return rounded(css);
    };
    let size: &ResizeObserverSize = size.unchecked_ref();
    let device = Size::new(size.inline_size(), size.block_size());
    let about = rounded(css);
    if is_near(device, about.device) {
        Surface { css, device }
    } else if is_near(device, css) {
        // Where a device is emulated, Chromium snaps as on the real one and paints that as many times larger.
        Surface { css, device: Size::new((device.w * ratio()).round(), (device.h * ratio()).round()) }
    } else {
        about
    }
}

/// Whether two sizes differ by no more than snapping can make.
fn is_near(a: Size, b: Size) -> bool {
    (a.w - b.w).abs() <= 2.0 && (a.h - b.h).abs() <= 2.0
}

fn ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio())
}

fn rounded(css: Size) -> Surface {
    Surface { css, device: Size::new((css.w * ratio()).round(), (css.h * ratio()).round()) }
}
