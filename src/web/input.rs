//! From the browser's events to [`Input`]s.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, PointerEvent, TouchEvent, WheelEvent};

use crate::diagram::gesture::{Device, Input, WheelUnit};
use crate::geometry::Point;
use crate::markup::web::listen::Listener;

/// Everything a pointer does. A moved finger is listened to as well, because only that event can keep the browser
/// from scrolling with two of them.
const EVENTS: [&str; 9] = [
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerleave",
    "dblclick",
    "wheel",
    "touchstart",
    "touchmove",
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
    let f = move |event: Event| {
        if let Some(touch) = event.dyn_ref::<TouchEvent>() {
            if touch.touches().length() > 1 && event.cancelable() {
                event.prevent_default();
            }
        } else if let Some(input) = input(&origin, &event)
            && take(input) == Taken::Yes
            && matches!(input, Input::Wheel { .. } | Input::DoubleTap { .. })
            && event.cancelable()
        {
            event.prevent_default();
        }
    };
    Listener::active(stage.clone().into(), &EVENTS, Box::new(f))
}

fn input(stage: &Element, event: &Event) -> Option<Input> {
    let mouse: &MouseEvent = event.dyn_ref()?;
    let corner = stage.get_bounding_client_rect();
    let at = Point::new(f64::from(mouse.client_x()) - corner.x(), f64::from(mouse.client_y()) - corner.y());
    if let Some(wheel) = event.dyn_ref::<WheelEvent>() {
        let unit = match wheel.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => WheelUnit::Line,
            WheelEvent::DOM_DELTA_PAGE => WheelUnit::Page,
            _ => WheelUnit::Pixel,
        };
        let zoom = wheel.ctrl_key() || wheel.meta_key();
        return Some(Input::Wheel { at, delta: wheel.delta_y(), unit, zoom });
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
