//! What the page's crate renders, as the site's crate takes it: neither names the other.

use vitrine::render;
use vitrine_site::Body;

/// The same under the other's name.
pub fn body(rendered: render::Body) -> Body {
    let render::Body { html, links, letters } = rendered;
    Body { html, links, letters }
}
