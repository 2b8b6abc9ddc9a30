//! The site's icon as PNG: the one of `public/favicon.svg`, on the theme's ground.

use super::colour::{Colours, is_dark};
use super::raster;
use vitrine_model::Theme;

pub use super::raster::DrawError;

const FAVICON: &str = include_str!("../../../public/favicon.svg");
/// How much of the icon's side the drawing takes: what is left round it may be cut off in a circle (W3C Manifest,
/// "safe zone").
const SHARE: f64 = 0.62;
/// The side of the favicon's own box.
const BOX: f64 = 32.0;

/// A square icon, `side` px wide, without transparent parts.
///
/// # Errors
/// When it can't be drawn.
pub fn icon(theme: Theme, side: u32) -> Result<Vec<u8>, DrawError> {
    let colours = Colours::new(theme.name, is_dark(theme));
    let (scale, margin) = (f64::from(side) * SHARE / BOX, f64::from(side) * (1.0 - SHARE) / 2.0);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"{ground}\"/>\
         <g transform=\"translate({margin} {margin}) scale({scale})\">{mark}</g></svg>",
        ground = colours.token("--color-ground"),
        mark = mark(colours.token("--color-accent")),
    );
    raster::png(&svg, side, side)
}

/// The favicon's shapes in one colour, in a box of 32 px.
pub fn mark(colour: &str) -> String {
    let shapes = FAVICON.split_once("</style>").map_or("", |(_, shapes)| shapes).trim_end().trim_end_matches("</svg>");
    let style = "fill=\"none\" stroke-width=\"2.5\" stroke-linejoin=\"round\"";
    shapes
        .replace("class=\"frame\"", &format!("{style} stroke=\"{colour}\""))
        .replace("class=\"node\"", &format!("fill=\"{colour}\""))
}
