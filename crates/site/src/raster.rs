//! SVG to PNG with the fonts of the page: the same bytes on every machine. Only where they lack a letter, as of most
//! scripts but the Latin one, the machine's own fonts are asked, since another picture is better than none.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{FilterQuality, PathSegment, Pixmap, PixmapPaint, Transform};
use resvg::usvg::{self, FontResolver, Group, Node, Options, Tree, fontdb};

use crate::lack;

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

/// A document with its texts set in the fonts that there are. What none of them has is left out.
fn tree(svg: &str) -> Result<Tree, usvg::Error> {
    if is_usual(svg) { parsed(svg, &FONTS) } else { legible(svg, &ALL_FONTS) }
}

/// Whether the fonts of the page have all of a document.
fn is_usual(svg: &str) -> bool {
    svg.chars().all(|c| c <= '\u{ff}' || BEYOND_LATIN_1.contains(c))
}

fn legible(svg: &str, fonts: &Arc<fontdb::Database>) -> Result<Tree, usvg::Error> {
    let mut tree = parsed(svg, fonts)?;
    let mut letters = lack::boxes(&tree);
    // A font that is found for a text may lack what is left of it.
    while !letters.is_empty() {
        tree = parsed(&lack::without(svg, &letters), fonts)?;
        let more = lack::boxes(&tree);
        if more.is_subset(&letters) {
            break;
        }
        letters.extend(more);
    }
    Ok(tree)
}

/// The letters of a document that no font has.
pub fn lacking(svg: &str) -> BTreeSet<char> {
    if is_usual(svg) {
        return BTreeSet::new();
    }
    parsed(svg, &ALL_FONTS).map(|tree| lack::boxes(&tree)).unwrap_or_default()
}

fn parsed(svg: &str, fonts: &Arc<fontdb::Database>) -> Result<Tree, usvg::Error> {
    let font_resolver = FontResolver { select_fallback: Box::new(fallback), ..FontResolver::default() };
    let options =
        Options { font_resolver, font_family: SANS.to_owned(), fontdb: Arc::clone(fonts), ..Options::default() };
    Tree::from_str(svg, &options)
}

/// A document of `width` × `height` px as PNG.
pub fn png(svg: &str, width: u32, height: u32) -> Result<Vec<u8>, DrawError> {
    png_with(svg, width, height, None)
}

/// The same with a picture on it, at a place.
pub fn png_with(
    svg: &str,
    width: u32,
    height: u32,
    picture: Option<(&Pixmap, i32, i32)>,
) -> Result<Vec<u8>, DrawError> {
    let mut pixels = drawn(svg, width, height)?;
    if let Some((picture, x, y)) = picture {
        pixels.draw_pixmap(x, y, picture.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
    }
    pixels.encode_png().map_err(|error| DrawError::Png(error.to_string()))
}

/// A document as large as fits into a square.
pub fn pixels(svg: &str, side: u32) -> Result<Pixmap, DrawError> {
    drawn(svg, side, side)
}

fn drawn(svg: &str, width: u32, height: u32) -> Result<Pixmap, DrawError> {
    let tree = tree(svg)?;
    let mut pixels = Pixmap::new(width, height).ok_or(DrawError::Size(width, height))?;
    let (across, down) = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
    let scale = across.min(down);
    let (x, y) = (width as f32 - tree.size().width() * scale, height as f32 - tree.size().height() * scale);
    let transform = Transform::from_row(scale, 0.0, 0.0, scale, x / 2.0, y / 2.0);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    Ok(pixels)
}

/// How wide what a document draws is, in px.
pub fn width(svg: &str) -> f64 {
    tree(svg).map_or(0.0, |tree| f64::from(tree.root().abs_bounding_box().width()))
}

/// How wide and high a document says it is; `None` of one that can't be read.
pub fn size(svg: &str) -> Option<(f64, f64)> {
    let size = tree(svg).ok()?.size();
    Some((f64::from(size.width()), f64::from(size.height())))
}

/// Texts as the outlines of their letters.
#[derive(Debug, Clone, Default)]
pub struct Outlines {
    /// Path data; empty where the fonts have no letter with an outline.
    pub path: String,
    /// Left, top, right and bottom.
    pub bounds: [f64; 4],
    /// The letters of them that no font has.
    pub lacking: BTreeSet<char>,
}

/// The outlines of a document's texts.
pub fn outlines(svg: &str) -> Outlines {
    let bounds = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    let mut found = Outlines { path: String::new(), bounds, lacking: lacking(svg) };
    if let Ok(tree) = tree(svg) {
        trace(tree.root(), &mut found);
    }
    if found.path.is_empty() { Outlines { lacking: found.lacking, ..Outlines::default() } } else { found }
}

fn trace(group: &Group, found: &mut Outlines) {
    for node in group.children() {
        match node {
            Node::Group(group) => trace(group, found),
            Node::Text(text) => trace(text.flattened(), found),
            Node::Path(path) => {
                let Some(path) = path.data().clone().transform(path.abs_transform()) else { continue };
                let bounds = path.compute_tight_bounds().unwrap_or_else(|| path.bounds());
                let [left, top, right, bottom] = found.bounds;
                found.bounds = [
                    left.min(f64::from(bounds.left())),
                    top.min(f64::from(bounds.top())),
                    right.max(f64::from(bounds.right())),
                    bottom.max(f64::from(bounds.bottom())),
                ];
                for segment in path.segments() {
                    let _ = match segment {
                        PathSegment::MoveTo(p) => write!(found.path, "M{:.1} {:.1}", p.x, p.y),
                        PathSegment::LineTo(p) => write!(found.path, "L{:.1} {:.1}", p.x, p.y),
                        PathSegment::QuadTo(a, p) => write!(found.path, "Q{:.1} {:.1} {:.1} {:.1}", a.x, a.y, p.x, p.y),
                        PathSegment::CubicTo(a, b, p) => {
                            write!(found.path, "C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}", a.x, a.y, b.x, b.y, p.x, p.y)
                        }
                        PathSegment::Close => write!(found.path, "Z"),
                    };
                }
            }
            Node::Image(_) => {}
        }
    }
}

/// A PNG as large as fits into a square.
pub fn scaled(png: &[u8], side: u32) -> Result<Pixmap, DrawError> {
    let mut picture = Pixmap::decode_png(png).map_err(|error| DrawError::Png(error.to_string()))?;
    let longest = |picture: &Pixmap| picture.width().max(picture.height());
    // Half by half, each pixel is the mean of four; a large step at once would leave most of them out.
    while longest(&picture) >= 2 * side {
        picture = resized(&picture, (picture.width() / 2).max(1), (picture.height() / 2).max(1))?;
    }
    let scale = f64::from(side) / f64::from(longest(&picture));
    let length = |length: u32| ((f64::from(length) * scale).round() as u32).max(1);
    resized(&picture, length(picture.width()), length(picture.height()))
}

fn resized(picture: &Pixmap, width: u32, height: u32) -> Result<Pixmap, DrawError> {
    let mut pixels = Pixmap::new(width, height).ok_or(DrawError::Size(width, height))?;
    let scale = Transform::from_scale(width as f32 / picture.width() as f32, height as f32 / picture.height() as f32);
    let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
    pixels.draw_pixmap(0, 0, picture.as_ref(), &paint, scale, None);
    Ok(pixels)
}

/// The colour of a picture's four corners, if it is one and hides what is behind it.
pub fn edge(picture: &Pixmap) -> Option<String> {
    let (right, bottom) = (picture.width() - 1, picture.height() - 1);
    let corners = [(0, 0), (right, 0), (0, bottom), (right, bottom)].map(|(x, y)| picture.pixel(x, y));
    let first = corners[0].filter(|pixel| pixel.alpha() == u8::MAX)?;
    let is_same = corners.iter().all(|pixel| *pixel == Some(first));
    is_same.then(|| format!("#{:02x}{:02x}{:02x}", first.red(), first.green(), first.blue()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text as a picture, on a machine without fonts of its own.
    fn drawn_bare(text: &str) -> Vec<u8> {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"60\">\
             <text x=\"9\" y=\"40\" font-family=\"{SANS}\" font-size=\"32\" xml:space=\"preserve\">{text}</text></svg>"
        );
        let tree = legible(&svg, &FONTS).expect("SVG");
        assert_eq!(lack::boxes(&tree), BTreeSet::new(), "{text}");
        let mut pixels = Pixmap::new(400, 60).expect("room");
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().expect("a PNG")
    }

    #[test]
    fn no_letter_is_drawn_as_a_box() {
        let nothing = drawn_bare("");
        assert_ne!(drawn_bare("Go"), nothing);
        for title in ["日本語の題", "مشروع", "ภาษาไทย", "हिन्दी", "🚀", "👩‍💻", "\u{2067}עברית\u{2069}"]
        {
            assert_eq!(drawn_bare(title), nothing, "{title}");
            assert_eq!(drawn_bare(&format!("Go {title}")), drawn_bare("Go"), "{title}");
            assert_eq!(drawn_bare(&format!("{title} Go")), drawn_bare(" Go"), "{title}");
        }
        assert_eq!(drawn_bare("分散DBの設計"), nothing, "no part of a word stands for it");
    }
}
