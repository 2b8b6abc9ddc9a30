//! What a part of the page belongs to.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Whether a node is one that a selector means, or inside of one.
pub fn is_within(node: &Node, selector: &str) -> bool {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element());
    element.is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}
