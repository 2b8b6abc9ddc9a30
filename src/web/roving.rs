//! The roving tabindex of a grid: one of its cells is the Tab stop. Cells are found by a number in an attribute, so that
//! hundreds of them need no listener each.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use crate::geometry::Point;

/// The attribute that numbers a cell.
const AT: &str = "data-at";

/// The number of the cell an event happened in, if it was one.
pub fn cell_of(event: &Event) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-at]").ok()??.get_attribute(AT)?.parse().ok()
}

/// The cell with a number.
fn cell(grid: &Element, at: usize) -> Option<HtmlElement> {
    grid.query_selector(&["[data-at=\"", &at.to_string(), "\"]"].concat()).ok()??.dyn_into().ok()
}

/// Makes a cell the grid's only Tab stop.
pub fn rove(grid: &Element, at: usize) {
    if let Ok(Some(before)) = grid.query_selector("[data-at][tabindex=\"0\"]") {
        // Cannot fail: the name of the attribute is a valid one.
        let _ = before.set_attribute("tabindex", "-1");
    }
    if let Some(cell) = cell(grid, at) {
        cell.set_tab_index(0);
    }
}

/// Moves the focus to a cell; the cell's `focusin` event moves the Tab stop.
pub fn focus(grid: &Element, at: usize) {
    if let Some(cell) = cell(grid, at) {
        // Cannot fail for an element in the document.
        let _ = cell.focus();
    }
}

/// The middle of a cell's top edge in CSS px, from the top-left corner of `frame`, which is around the grid; and the
/// width of `frame`.
pub fn place(grid: &Element, at: usize, frame: &Element) -> Option<(Point, f64)> {
    let (cell, frame) = (cell(grid, at)?.get_bounding_client_rect(), frame.get_bounding_client_rect());
    let x = cell.left() + cell.width() / 2.0 - frame.left();
    Some((Point::new(x, cell.top() - frame.top()), frame.width()))
}
