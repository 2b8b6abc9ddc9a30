//! What about an element has a value, and setting it.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// Where a value goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// An attribute.
    Attribute,
    /// A class that is there or not.
    Class,
    /// A property of its style; set through the object model, which a strict policy allows.
    Style,
    /// A boolean property of the DOM.
    Property,
}

impl Place {
    /// Sets a value, or takes it away.
    pub fn set(self, element: &Element, name: &str, value: Option<&str>) {
        // None of these fails for names that the program chose.
        let _ = match (self, value) {
            (Self::Attribute, Some(value)) => element.set_attribute(name, value),
            (Self::Attribute, None) => element.remove_attribute(name),
            (Self::Class, Some(_)) => element.class_list().add_1(name),
            (Self::Class, None) => element.class_list().remove_1(name),
            (Self::Style, value) => {
                element.unchecked_ref::<HtmlElement>().style().set_property(name, value.unwrap_or_default())
            }
            (Self::Property, value) => {
                js_sys::Reflect::set(element, &JsValue::from_str(name), &JsValue::from_bool(value.is_some()))
                    .map(|_| ())
            }
        };
    }
}
