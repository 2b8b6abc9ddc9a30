//! The layout as a program for Node: what `cargo xtask bench layout` measures. No part of the site.

mod measured;
mod words;

use vitrine_draw::diagram::exchange::Given;
use vitrine_draw::diagram::layout::Direction;
use vitrine_draw::geometry::Size;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Lays out a graph, from left to right; the shapes of both texts are those of [`vitrine_draw::diagram::exchange`].
///
/// # Errors
/// When the text holds no graph.
#[wasm_bindgen]
pub fn layout(text: &str) -> Result<String, JsError> {
    let start = now();
    let given = Given::read(text)?;
    let drawn = given.draw(Some(Direction::Right), None);
    Ok(given.write(&drawn, now() - start))
}

/// The sizes that boxes and labels of a graph take on the page: a list of `[w, h]` for each of nodes, edges (null where
/// there is no label) and groups.
///
/// # Errors
/// When the text holds no graph.
#[wasm_bindgen]
pub fn sizes(text: &str) -> Result<String, JsError> {
    Ok(measured::measured(&Given::read(text)?.diagram, &[]))
}

/// The same for every diagram of a portfolio, as a list.
///
/// # Errors
/// When the text holds no portfolio.
#[wasm_bindgen]
pub fn portfolio_sizes(text: &str) -> Result<String, JsError> {
    Ok(measured::portfolio(text)?)
}

/// What of a graph's words can be read where all of it is seen in a window, in CSS px.
///
/// # Errors
/// When the text holds no graph.
#[wasm_bindgen]
pub fn words(text: &str, width: f64, height: f64) -> Result<String, JsError> {
    Ok(words::at_fit(&Given::read(text)?.diagram, Size::new(width, height)))
}
