//! A picture of the author's as an icon.
//!
//! It is published as it is, and whoever opens it alone opens a document of this site's origin. Not every host sends the
//! headers that would keep it from running scripts, so what could run one, or fetch something, is refused.

use resvg::tiny_skia::Pixmap;
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};

use super::Kind;
use crate::raster;

/// The most that a visitor should have to load for it.
const MOST_BYTES: usize = 512 * 1024;
/// How much longer one side may be than the other.
const LEEWAY: f64 = 1.05;
/// The side that a picture of pixels needs not to be blurred on a tab; sharp on a phone it is from 512 px on.
const LEAST_PX: u32 = 48;

/// Why a file is no icon, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A name that can't be one.
    #[error(
        "an icon is a file beside the portfolio; write its name there, such as \"icon.svg\" or \"images/icon.png\""
    )]
    Name,
    /// Another kind of file.
    #[error("an icon is an SVG or a PNG file; save it as one, with .svg or .png at the end of its name")]
    Ending,
    /// It is not there.
    #[error("there is no such file; put it at {0}, or mend the name")]
    Missing(String),
    /// It is there, and can't be read.
    #[error("it can't be opened: {0}")]
    Unreadable(String),
    /// It can't be read as what it is called.
    #[error("it can't be read as {0}; save it anew as SVG or PNG")]
    Broken(&'static str),
    /// Nothing is seen of it.
    #[error("nothing is seen of it; draw it in shapes with a colour, without pictures inside, or save it as PNG")]
    Blank,
    /// Wide or high.
    #[error("it is {0} × {1}, and an icon is a square; cut it, or put it on a square ground")]
    NotSquare(u32, u32),
    /// Few pixels.
    #[error("it is only {0} px wide, which is blurred as an icon; save it with 512 × 512 px")]
    TooSmall(u32),
    /// Many bytes.
    #[error("it has {0} kB, which every visitor would load; make it smaller than 512 kB")]
    TooLarge(usize),
    /// It would run, or fetch, something.
    #[error("it holds {0}, which runs or fetches something when it is opened; delete that, or save it as PNG")]
    Unsafe(String),
}

/// What a file is, if it can be an icon.
pub fn read(name: &str, bytes: &[u8]) -> Result<Kind, Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::TooLarge(bytes.len() / 1024));
    }
    match name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
        Some("png") => png(bytes),
        Some("svg") => svg(bytes),
        _ => Err(Fault::Ending),
    }
}

impl Fault {
    /// What is wrong with the name of a file beside the portfolio, before anybody looks for it.
    ///
    /// # Errors
    /// If something is.
    pub fn of_name(name: &str) -> Result<(), Self> {
        let leaves = name.split('/').any(|part| part.is_empty() || part.starts_with('.'));
        if leaves || name.contains(['\\', ':', '?', '#', '<', '"']) {
            return Err(Self::Name);
        }
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        if matches!(ending.as_deref(), Some("svg" | "png")) { Ok(()) } else { Err(Self::Ending) }
    }
}

fn png(bytes: &[u8]) -> Result<Kind, Fault> {
    let pixels = Pixmap::decode_png(bytes).map_err(|_| Fault::Broken("PNG"))?;
    let (width, height) = (pixels.width(), pixels.height());
    square(f64::from(width), f64::from(height))?;
    if width < LEAST_PX {
        return Err(Fault::TooSmall(width));
    }
    if is_blank(&pixels) { Err(Fault::Blank) } else { Ok(Kind::Png(width, height)) }
}

fn svg(bytes: &[u8]) -> Result<Kind, Fault> {
    let broken = Fault::Broken("SVG");
    let text = std::str::from_utf8(bytes).map_err(|_| broken.clone())?;
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let xml = Document::parse_with_options(text, options).map_err(|_| broken.clone())?;
    if xml.root_element().tag_name().name() != "svg" {
        return Err(broken);
    }
    if let Some(found) = xml.descendants().find_map(harm) {
        return Err(Fault::Unsafe(found));
    }
    let (width, height) = raster::size(text).ok_or(broken)?;
    square(width, height)?;
    match raster::pixels(text, 64) {
        Ok(pixels) if !is_blank(&pixels) => Ok(Kind::Svg),
        _ => Err(Fault::Blank),
    }
}

fn square(width: f64, height: f64) -> Result<(), Fault> {
    let is_square = width.max(height) <= width.min(height) * LEEWAY;
    if is_square { Ok(()) } else { Err(Fault::NotSquare(width.round() as u32, height.round() as u32)) }
}

fn is_blank(pixels: &Pixmap) -> bool {
    pixels.pixels().iter().all(|pixel| pixel.alpha() == 0)
}

/// Elements that run or embed something, whatever namespace they are said to be of.
const RUNNING: [&str; 12] = [
    "script",
    "handler",
    "listener",
    "foreignObject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "link",
    "meta",
    "base",
];

/// What of a node runs or fetches something.
fn harm(node: Node<'_, '_>) -> Option<String> {
    if let Some(instruction) = node.pi() {
        return instruction.target.contains("stylesheet").then(|| format!("<?{}", instruction.target));
    }
    if node.is_text() {
        let in_style = node.parent().is_some_and(|parent| parent.tag_name().name() == "style");
        return node.text().filter(|_| in_style).and_then(fetching);
    }
    let name = node.tag_name().name();
    if RUNNING.iter().any(|running| running.eq_ignore_ascii_case(name)) {
        return Some(format!("<{name}>"));
    }
    node.attributes().find_map(|attribute| {
        let (key, value) = (attribute.name(), attribute.value().trim());
        let starts_on = key.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"));
        let leads_out = matches!(key, "href" | "src" | "base") && !value.starts_with('#');
        // An animation may write such an attribute later on.
        let writes =
            key == "attributeName" && (value.ends_with("href") || value.to_ascii_lowercase().starts_with("on"));
        if starts_on || leads_out || writes {
            return Some(format!("{key}=\"{}\"", value.chars().take(40).collect::<String>()));
        }
        fetching(value)
    })
}

/// A reference in a style to something that is not in the file.
fn fetching(style: &str) -> Option<String> {
    let lower = style.to_ascii_lowercase();
    // A style may spell any word in escapes.
    for word in ["@import", "image-set(", "\\", "javascript:"] {
        if lower.contains(word) {
            return Some(word.to_owned());
        }
    }
    let mut urls = lower.split("url(").skip(1).map(|rest| rest.trim_start_matches([' ', '\'', '"']));
    urls.find(|rest| !rest.starts_with('#')).map(|rest| format!("url({}", rest.chars().take(40).collect::<String>()))
}
