//! A whole scene on a canvas of its own.

use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

use super::canvas::Painter;
use super::palette::Palette;
use super::resize::Surface;
use crate::diagram::camera::Camera;
use crate::diagram::focus::Focus;
use crate::diagram::picture;
use crate::diagram::scene::Scene;
use crate::geometry::{Point, Size};

/// The scene as it looks from near and with nothing selected, `ratio` device px a world px, as [`picture::ratio`] allows;
/// `None` where the browser gives no canvas.
pub fn picture(scene: &Scene, palette: &Palette, ratio: f64) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    let around = picture::around(scene);
    let css = Size::new(around.width(), around.height());
    let mut painter = Painter::new(canvas.clone()).grounded();
    painter.resize(Surface { css, device: Size::new(css.w * ratio, css.h * ratio) });
    painter.load(scene);
    let camera = Camera { origin: Point::new(-around.x0, -around.y0), scale: 1.0 };
    painter.paint(scene, (None, None), &Focus::default(), camera, palette).then_some(canvas)
}
