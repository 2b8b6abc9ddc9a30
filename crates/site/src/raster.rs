//! SVG to PNG with the fonts of the page: the same bytes on every machine. Only where they lack a letter, as of most
//! scripts but the Latin one, the machine's own fonts are asked, since another picture is better than none.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, FontResolver, Options, Tree, fontdb};

/// The families by the names that the font files have.
pub const SANS: &str = "Inter Variable";
/// The text face of the theme `paper`.
pub const SERIF: &str = "Vitrine Serif";
/// Labels and figures.
pub const MONO: &str = "JetBrains Mono";

/// What the fonts of the page have beside Latin-1.
const BEYOND_LATIN_1: &str = "ıŒœŠšŸŽžˆ˚˜‐‑–—‘’‚“”„†•…‰′″‹›⁄€™←↑→↓↖↗↵−∕∞≈≠≤≥⌘─│┌┐└┘├┤┬┴┼■▪▸▾●✓✗";

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| Arc::new(own_fonts()));

static ALL_FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = own_fonts();
    fonts.load_system_fonts();
    Arc::new(fonts)
});

/// The fonts of the page, whole: a text is set in one file here, and what that lacks in any other that has it.
fn own_fonts() -> fontdb::Database {
    const FILES: [&[u8]; 4] = [
        include_bytes!("../../../public/fonts/inter.woff2"),
        include_bytes!("../../../public/fonts/vitrine-serif.woff2"),
        include_bytes!("../../../public/fonts/vitrine-serif-italic.woff2"),
        include_bytes!("../../../public/fonts/jetbrains-mono.woff2"),
    ];
    let mut fonts = fontdb::Database::new();
    for font in FILES.iter().filter_map(|file| wuff::decompress_woff2(file).ok()) {
        fonts.load_font_data(font);
    }
    fonts
}

/// The font for a letter that the others lack: an upright one of usual weight where there is one.
fn fallback(c: char, used: &[fontdb::ID], fonts: &mut Arc<fontdb::Database>) -> Option<fontdb::ID> {
    let usual = |face: &&fontdb::FaceInfo| face.style == fontdb::Style::Normal && face.weight == fontdb::Weight::NORMAL;
    let odd = fonts.faces().filter(|face| !usual(face)).map(|face| face.id);
    let passed_over: Vec<fontdb::ID> = used.iter().copied().chain(odd).collect();
    let select = FontResolver::default_fallback_selector();
    select(c, &passed_over, fonts).or_else(|| select(c, used, fonts))
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// Not SVG that can be drawn.
    #[error("the drawing can't be read: {0}")]
    Svg(#[from] usvg::Error),
    /// No room for so many pixels.
    #[error("a picture of {0} × {1} px can't be made")]
    Size(u32, u32),
    /// It can't be written as PNG.
    #[error("the picture can't be encoded: {0}")]
    Png(String),
}

fn tree(svg: &str) -> Result<Tree, usvg::Error> {
    let own = svg.chars().all(|c| c <= '\u{ff}' || BEYOND_LATIN_1.contains(c));
    let fonts = if own { &FONTS } else { &ALL_FONTS };
    let font_resolver = FontResolver { select_fallback: Box::new(fallback), ..FontResolver::default() };
    let options =
        Options { font_resolver, font_family: SANS.to_owned(), fontdb: Arc::clone(fonts), ..Options::default() };
    Tree::from_str(svg, &options)
}

/// A document of `width` × `height` px as PNG.
pub fn png(svg: &str, width: u32, height: u32) -> Result<Vec<u8>, DrawError> {
    let tree = tree(svg)?;
    let mut pixels = Pixmap::new(width, height).ok_or(DrawError::Size(width, height))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| DrawError::Png(error.to_string()))
}

/// How wide what a document draws is, in px.
pub fn width(svg: &str) -> f64 {
    tree(svg).map_or(0.0, |tree| f64::from(tree.root().abs_bounding_box().width()))
}
