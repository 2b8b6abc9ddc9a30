//! Files for the visitor to keep.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, Url};

use crate::diagram::picture::{self, PROBE};

/// Offers an SVG document as a file. Whether the browser could.
pub fn svg(name: &str, text: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let parts = Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence_and_options(&parts, &options).is_ok_and(|blob| offer(name, &blob).is_some())
}

/// Offers what is on a canvas as a PNG file once it is encoded, and tells whether the browser could.
pub fn png(name: String, canvas: &HtmlCanvasElement, tell: impl Fn(bool) + Clone + 'static) {
    let tell_now = tell.clone();
    let done = Closure::once_into_js(move |blob: Option<Blob>| {
        tell(blob.is_some_and(|blob| offer(&name, &blob).is_some()));
    });
    if canvas.to_blob_with_type(done.unchecked_ref(), "image/png").is_err() {
        tell_now(false);
    }
}

/// How far the colours of a canvas are changed when it is read, of 255: engines that resist fingerprinting add noise, or give nothing.
pub fn noise() -> u8 {
    probe().map_or(u8::MAX, |read| picture::noise(&read))
}

/// A small canvas with known colours, as it is read back.
fn probe() -> Option<Vec<u8>> {
    let canvas: HtmlCanvasElement = web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(PROBE);
    canvas.set_height(PROBE);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    for at in 0..PROBE * PROBE {
        let (column, row) = (at % PROBE, at / PROBE);
        let [red, green, blue] = &picture::probe(column, row).map(|part| part.to_string());
        context.set_fill_style_str(&["rgb(", red, ",", green, ",", blue, ")"].concat());
        context.fill_rect(f64::from(column), f64::from(row), 1.0, 1.0);
    }
    let side = f64::from(PROBE);
    Some(context.get_image_data(0.0, 0.0, side, side).ok()?.data().0)
}

fn offer(name: &str, blob: &Blob) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has its own hold on the data from the next turn on.
    let over = Closure::once_into_js(move || Url::revoke_object_url(&url));
    let _ = web_sys::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(over.unchecked_ref(), 10_000);
    Some(())
}
