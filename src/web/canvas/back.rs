//! Drawing beside a canvas, and handing over what is drawn.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, EventTarget, HtmlCanvasElement, ImageBitmapRenderingContext, OffscreenCanvas};

/// A canvas that shows finished pictures. Chromium copies one that is drawn on whenever it is moved, even if nothing
/// was drawn since; not so a picture.
pub struct Back {
    drawing: OffscreenCanvas,
    canvas: ImageBitmapRenderingContext,
}

impl Back {
    pub fn new(canvas: &HtmlCanvasElement) -> Option<Self> {
        let drawing = OffscreenCanvas::new(canvas.width(), canvas.height()).ok()?;
        // Older browsers have the one without the other; a canvas can't change its mind.
        drawing.get_context("2d").ok()??;
        let canvas = canvas.get_context("bitmaprenderer").ok()??.dyn_into().ok()?;
        Some(Self { drawing, canvas })
    }

    /// The drawing's context, which has all methods of a canvas's that are used here.
    pub fn context(&self) -> Option<CanvasRenderingContext2d> {
        Some(self.drawing.get_context("2d").ok()??.unchecked_into())
    }

    /// What loses its context and gets it back.
    pub fn surface(&self) -> EventTarget {
        self.drawing.clone().into()
    }

    /// Takes another size, in device px; what was drawn is gone.
    pub fn resize(&self, width: u32, height: u32) {
        self.drawing.set_width(width);
        self.drawing.set_height(height);
    }

    /// Shows what is drawn, and begins anew.
    pub fn hand_over(&self) {
        if let Ok(picture) = self.drawing.transfer_to_image_bitmap() {
            self.canvas.transfer_from_image_bitmap(&picture);
        }
    }
}
