//! Event listeners that leave with their handle.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Event, EventTarget};

/// One function listening for some events of one target, until it is dropped.
pub struct Listener {
    target: EventTarget,
    events: &'static [&'static str],
    closure: Closure<dyn FnMut(Event)>,
    capture: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Phase {
    First,
    Passive,
    Active,
}

impl Listener {
    /// Listens for `events`, passively: the browser need not wait for an answer.
    pub fn passive(target: EventTarget, events: &'static [&'static str], f: Box<dyn FnMut(Event)>) -> Self {
        Self::new(target, events, Phase::Passive, f)
    }

    /// Listens for `events` before everything inside the target does, and only watches.
    pub fn first(target: EventTarget, events: &'static [&'static str], f: Box<dyn FnMut(Event)>) -> Self {
        Self::new(target, events, Phase::First, f)
    }

    /// Listens for `events` and may prevent what the browser would do.
    pub fn active(target: EventTarget, events: &'static [&'static str], f: Box<dyn FnMut(Event)>) -> Self {
        Self::new(target, events, Phase::Active, f)
    }

    fn new(target: EventTarget, events: &'static [&'static str], phase: Phase, f: Box<dyn FnMut(Event)>) -> Self {
        let closure = Closure::wrap(f);
        let options = AddEventListenerOptions::new();
        options.set_passive(phase != Phase::Active);
        options.set_capture(phase == Phase::First);
        for event in events {
            let f = closure.as_ref().unchecked_ref();
            let _ = target.add_event_listener_with_callback_and_add_event_listener_options(event, f, &options);
        }
        Self { target, events, closure, capture: phase == Phase::First }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for event in self.events {
            let f = self.closure.as_ref().unchecked_ref();
            let _ = self.target.remove_event_listener_with_callback_and_bool(event, f, self.capture);
        }
    }
}
