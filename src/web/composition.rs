//! Text that an input method is composing: whoever replaces it takes it away from under somebody's hands.

use leptos::prelude::{GetValue, SetValue, StoredValue};
use wasm_bindgen::JsCast;
use web_sys::{Event, InputEvent, KeyboardEvent};

/// Whether an input method composes text in a field, by what the field's events say. Firefox has an `input` event after the end, other
/// engines have not.
#[derive(Clone, Copy)]
pub struct Composition(StoredValue<bool>);

impl Composition {
    /// That of a field in which nothing is composed.
    pub fn none() -> Self {
        Self(StoredValue::new(false))
    }

    /// Whether the field's text is not to be replaced.
    pub fn is_on(self) -> bool {
        self.0.get_value()
    }

    /// On `compositionstart`.
    pub fn start(self) {
        self.0.set_value(true);
    }

    /// On `compositionend`.
    pub fn end(self) {
        self.0.set_value(false);
    }

    /// On `input`: whether nothing is composed. A program that comes while somebody composes learns it here.
    pub fn is_over(self, input: &Event) -> bool {
        let is_on = input.unchecked_ref::<InputEvent>().is_composing();
        self.0.set_value(is_on);
        !is_on
    }
}

/// Whether a key is the input method's. Safari ends a composition before the key that does: that key says it by the code
/// that such keys have of old (UI Events, "Input Method Editors").
pub fn is_key_of_input_method(event: &KeyboardEvent) -> bool {
    const PROCESS: u32 = 229;
    event.is_composing() || event.key_code() == PROCESS
}
