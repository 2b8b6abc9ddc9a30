//! Elements that lie over a canvas in world px and move with it under one transform.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::decimal;
use crate::diagram::camera::Camera;
use crate::geometry::{Rect, Size, Vec2};

/// Puts the children of a layer where these rectangles (world px) are.
pub fn lay_out(layer: &HtmlElement, rects: &[Rect]) {
    let children = layer.children();
    for (index, rect) in rects.iter().enumerate() {
        let Some(child) = children.item(index as u32).and_then(|child| child.dyn_into::<HtmlElement>().ok()) else {
            continue;
        };
        let style = child.style();
        let places = [("left", rect.x0), ("top", rect.y0), ("width", rect.width()), ("height", rect.height())];
        for (property, px) in places {
            let _ = style.set_property(property, &pixels(px));
        }
    }
}

/// Moves a child of a layer so that its upper edge is at `y` (world px).
pub fn move_down(layer: &HtmlElement, child: usize, y: f64) {
    if let Some(child) = layer.children().item(child as u32).and_then(|child| child.dyn_into::<HtmlElement>().ok()) {
        let _ = child.style().set_property("top", &pixels(y));
    }
}

/// Shows some of the first `count` children of a layer, and takes the others out of everybody's way.
pub fn show(layer: &HtmlElement, count: usize, shown: &dyn Fn(usize) -> bool) {
    let children = layer.children();
    for index in 0..count {
        if let Some(child) = children.item(index as u32) {
            let _ = child.toggle_attribute_with_force("hidden", !shown(index));
        }
    }
}

/// Moves a layer with the camera.
pub fn place(layer: &HtmlElement, camera: Camera) {
    let _ = layer.style().set_property("transform", &transform(camera.origin.to_vec2(), camera.scale));
}

/// Sets `--scale`, for what must not grow with a layer.
pub fn keep_lines(layer: &HtmlElement, scale: f64) {
    let _ = layer.style().set_property("--scale", &decimal::rounded(scale, 9));
}

fn transform(by: Vec2, scale: f64) -> String {
    ["translate(", &pixels(by.x), ",", &pixels(by.y), ") scale(", &decimal::rounded(scale, 9), ")"].concat()
}

/// Moves and scales an element about its top-left corner, which the browser does without painting anything again.
pub fn slide(element: &HtmlElement, by: Vec2, scale: f64) {
    let style = element.style();
    if by == Vec2::ZERO && scale.to_bits() == 1.0_f64.to_bits() {
        let _ = style.remove_property("transform");
    } else {
        let _ = style.set_property("transform", &transform(by, scale));
    }
}

/// Makes an element so large, in CSS px.
pub fn size(element: &HtmlElement, size: Size) {
    let style = element.style();
    for (name, px) in [("width", size.w), ("height", size.h)] {
        let _ = style.set_property(name, &pixels(px));
    }
}

/// Puts an element where `rect` is, in CSS px from the corner of what holds it.
pub fn frame(element: &HtmlElement, rect: Rect) {
    size(element, Size::new(rect.width(), rect.height()));
    let _ = element.style().set_property("transform", &transform(Vec2::new(rect.x0, rect.y0), 1.0));
}

/// Lets an element reach beyond the one it fills, by so many CSS px at either side, above and below.
pub fn outset(element: &HtmlElement, by: Size) {
    let style = element.style();
    for (name, px) in [("--beyond-inline", by.w), ("--beyond-block", by.h)] {
        let _ = style.set_property(name, &pixels(px));
    }
}

/// The part of `below` that no other element of the same parent covers, as long as that lies along its right, its left or
/// its bottom side; CSS px from the top-left corner of `below`. Nor what lies along its bottom side inside it.
pub fn uncovered(below: &Element, cover: &str, bar: &str) -> Rect {
    let stage = below.get_bounding_client_rect();
    let (w, h) = (stage.width(), stage.height());
    let mut free = Rect { x0: 0.0, y0: 0.0, x1: w, y1: h };
    if let Some(panel) = below.parent_element().and_then(|parent| parent.query_selector(cover).ok()?) {
        let panel = panel.get_bounding_client_rect();
        let (left, top) = (panel.left() - stage.left(), panel.top() - stage.top());
        let right = panel.right() - stage.left();
        if top < h && left < w && right > 0.0 {
            if left > w / 4.0 {
                free.x1 = left;
            } else if right < w * 0.75 {
                free.x0 = right;
            } else if top > h / 4.0 {
                free.y1 = top;
            }
        }
    }
    if let Ok(Some(bar)) = below.query_selector(bar) {
        free.y1 = free.y1.min(h - bar.get_bounding_client_rect().height());
    }
    free
}

fn pixels(px: f64) -> String {
    let mut css = decimal::rounded(px, 3);
    css.push_str("px");
    css
}
