//! A small map over a canvas: its picture is painted once, and a frame on it follows the view.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, Event, HtmlCanvasElement, HtmlElement, PointerEvent};

use super::layer;
use super::palette::Palette;
use crate::diagram::camera::Camera;
use crate::diagram::minimap::Minimap;
use crate::diagram::plan::Plan;
use crate::diagram::scene::Role;
use crate::geometry::{Point, Size};
use crate::markup::web::listen::Listener;

const EVENTS: [&str; 6] = ["pointerdown", "pointermove", "pointerup", "pointercancel", "pointerleave", "dblclick"];

/// The elements of a map, and what it shows.
pub struct Map {
    root: HtmlElement,
    canvas: HtmlCanvasElement,
    frame: HtmlElement,
    shown: Cell<Option<Minimap>>,
}

impl Map {
    /// The map of a stage, if it has one.
    pub fn within(stage: &Element) -> Option<Self> {
        let root: HtmlElement = stage.query_selector("[data-map]").ok()??.dyn_into().ok()?;
        let canvas = root.first_element_child()?.dyn_into().ok()?;
        let frame = root.last_element_child()?.dyn_into().ok()?;
        Some(Self { root, canvas, frame, shown: Cell::new(None) })
    }

    /// Paints another plan.
    pub fn paint(&self, plan: &Plan, palette: &Palette) {
        let map = Minimap::new(plan.layout.bounds);
        self.shown.set(Some(map));
        let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()).clamp(1.0, 3.0);
        self.canvas.set_width((map.size.w * ratio) as u32);
        self.canvas.set_height((map.size.h * ratio) as u32);
        layer::size(&self.root, map.size);
        let context = self.canvas.get_context("2d").ok().flatten();
        let Some(context) = context.and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok()) else {
            return;
        };
        let _ = context.scale(ratio, ratio);
        context.set_stroke_style_str(palette.colour(Role::Line));
        for group in &plan.layout.groups {
            let rect = map.place(*group);
            context.stroke_rect(rect.x0, rect.y0, rect.width(), rect.height());
        }
        for (node, rect) in plan.diagram.nodes.iter().zip(&plan.layout.nodes) {
            let rect = map.place(*rect);
            context.set_fill_style_str(palette.colour(Role::Kind(node.kind)));
            context.fill_rect(rect.x0, rect.y0, rect.width(), rect.height());
        }
    }

    /// Puts the frame where the view is.
    pub fn follow(&self, camera: Camera, viewport: Size) {
        if let Some(map) = self.shown.get() {
            layer::frame(&self.frame, map.frame(camera, viewport));
        }
    }

    /// Calls `look` with the spot of the map, in CSS px from its corner, that is pressed or dragged to, until the handle is dropped.
    pub fn listen(&self, look: impl Fn(Point) + 'static) -> Listener {
        let (root, held) = (self.root.clone(), Cell::new(false));
        let canvas = self.canvas.clone();
        let f = move |event: Event| {
            // What happens on the map does not happen on the stage under it.
            event.stop_propagation();
            let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
            match event.type_().as_str() {
                "pointerdown" if pointer.button() == 0 => {
                    let _ = root.set_pointer_capture(pointer.pointer_id());
                    held.set(true);
                }
                "pointermove" if held.get() => {}
                "pointerup" | "pointercancel" => return held.set(false),
                _ => return,
            }
            let corner = canvas.get_bounding_client_rect();
            // The style shows it smaller where there is little room.
            let k = f64::from(canvas.client_width()) / corner.width().max(1.0);
            let by = |at: i32, from: f64| (f64::from(at) - from) * k;
            look(Point::new(by(pointer.client_x(), corner.x()), by(pointer.client_y(), corner.y())));
        };
        Listener::active(self.root.clone().into(), &EVENTS, Box::new(f))
    }

    /// The spot of the world at a spot of the map, in CSS px from its corner.
    pub fn world(&self, at: Point) -> Option<Point> {
        Some(self.shown.get()?.world(at))
    }
}
