//! What needs the tables of Unicode: asked of the browser on the page, and of a crate elsewhere.

/// The compatibility decomposition of a text (NFKD, Unicode Standard Annex #15), and that in lower case: character for
/// character, since no decomposed letter has more than one in the other case.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn decompose(text: &str) -> (String, String) {
    use unicode_normalization::UnicodeNormalization;

    let mut plain = String::with_capacity(text.len());
    plain.extend(text.nfkd());
    let lower = plain.to_lowercase();
    (plain, lower)
}

/// The same by the browser (ECMA-262, `String.prototype.normalize` and `toLowerCase`).
#[cfg(target_arch = "wasm32")]
pub(crate) fn decompose(text: &str) -> (String, String) {
    let plain = js_sys::JsString::from(text).normalize("NFKD");
    let lower = plain.to_lower_case();
    // Most scripts have no case, and what is said once need not be copied twice.
    let is_lower = plain == lower;
    let lower = String::from(lower);
    (if is_lower { lower.clone() } else { plain.into() }, lower)
}
