//! Files for the visitor to keep.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlCanvasElement, Url};

/// Offers an SVG document as a file. Whether the browser could.
pub fn svg(name: &str, text: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let parts = Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence_and_options(&parts, &options).is_ok_and(|blob| offer(name, &blob).is_some())
}

/// Offers what is on a canvas as a PNG file, once it is encoded. Whether the browser could begin.
pub fn png(name: String, canvas: &HtmlCanvasElement) -> bool {
    let done = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            offer(&name, &blob);
        }
    });
    canvas.to_blob_with_type(done.unchecked_ref(), "image/png").is_ok()
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
