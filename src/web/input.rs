//! From the browser's events to [`Input`]s.

use std::cell::Cell;

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, TouchEvent, WheelEvent};

use crate::diagram::gesture::{Device, Input};
use crate::diagram::wheel::{Turn, WheelUnit};
use crate::geometry::{Point, Vec2};
use crate::markup::web::listen::Listener;

/// Everything a pointer does. A moved finger is listened to as well, because only that event can keep the browser
/// from scrolling with two of them. The gestures are Safari's, for a trackpad.
const EVENTS: [&str; 12] = [
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerleave",
    "dblclick",
    "wheel",
    "touchstart",
    "touchmove",
    "gesturestart",
    "gesturechange",
    "gestureend",
];

/// What became of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// The browser goes on with it.
    No,
    /// It is the diagram's alone.
    Yes,
}

/// Feeds `take` with all that pointers do above `stage`, until the handle is dropped.
pub fn listen(stage: &Element, take: impl Fn(Input) -> Taken + 'static) -> Listener {
    let origin = stage.clone();
    let pinched = Cell::new(1.0);
    let f = move |event: Event| {
        if let Some(touch) = event.dyn_ref::<TouchEvent>() {
            if touch.touches().length() > 1 && event.cancelable() {
                event.prevent_default();
            }
        } else if let Some(input) = input(&origin, &event, &pinched)
            && take(input) == Taken::Yes
            && matches!(input, Input::Wheel { .. } | Input::DoubleTap { .. } | Input::Pinch { .. })
            && event.cancelable()
        {
            event.prevent_default();
        }
    };
    Listener::active(stage.clone().into(), &EVENTS, Box::new(f))
}

fn input(stage: &Element, event: &Event, pinched: &Cell<f64>) -> Option<Input> {
    let number = |name: &str| Reflect::get(event, &name.into()).ok()?.as_f64();
    let corner = stage.get_bounding_client_rect();
    // Where the page around it is zoomed or scaled, the px of the stage are others than the window's.
    let scaled = |window: f64, own: i32| if window > 0.0 && own > 0 { f64::from(own) / window } else { 1.0 };
    let at = Point::new(
        (number("clientX")? - corner.x()) * scaled(corner.width(), stage.client_width()),
        (number("clientY")? - corner.y()) * scaled(corner.height(), stage.client_height()),
    );
    // Not in web-sys; its scale is counted from where the fingers went down.
    if event.type_().starts_with("gesture") {
        let scale = number("scale").filter(|scale| *scale > 0.0)?;
        let before = pinched.replace(scale);
        let factor = if event.type_() == "gesturestart" { 1.0 } else { scale / before };
        return Some(Input::Pinch { at, factor, time: event.time_stamp() });
    }
    if let Some(wheel) = event.dyn_ref::<WheelEvent>() {
        let unit = match wheel.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => WheelUnit::Line,
            WheelEvent::DOM_DELTA_PAGE => WheelUnit::Page,
            _ => WheelUnit::Pixel,
        };
        let zoom = wheel.ctrl_key() || wheel.meta_key();
        let delta = Vec2::new(wheel.delta_x(), wheel.delta_y());
        let mark = number("wheelDeltaY").unwrap_or_default();
        return Some(Input::Wheel { at, turn: Turn { delta, unit, mark }, zoom, time: event.time_stamp() });
    }
    if event.type_() == "dblclick" {
        return Some(Input::DoubleTap { at });
    }
    let pointer: &PointerEvent = event.dyn_ref()?;
    let id = pointer.pointer_id();
    match event.type_().as_str() {
        // Only the first button means anything; the others are the browser's.
        "pointerdown" if pointer.button() == 0 => {
            let _ = stage.set_pointer_capture(id);
            let device = if pointer.pointer_type() == "touch" { Device::Touch } else { Device::Fine };
            Some(Input::Down { id, at, device })
        }
        "pointermove" => Some(Input::Move { id, at }),
        "pointerup" => Some(Input::Up { id, at }),
        "pointercancel" => Some(Input::Cancel { id }),
        "pointerleave" => Some(Input::Leave),
        _ => None,
    }
}
