//! The pictures of a portfolio: found beside it while it is read, and written in a few sizes as WebP.
//!
//! AVIF would be a fifth smaller again, and its encoder takes a minute to compile and seconds a picture: not worth it here.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, imageops::FilterType};
use rayon::prelude::*;
use resvg::usvg::{
    self,
    roxmltree::{Document, Node, ParsingOptions},
};
use vitrine_model::folder::{Essay, Folder, Image, PictureFault};

use crate::File;

/// The folder of the pictures of a site.
const FOLDER: &str = "pictures";
/// Widths in px: what a narrow screen shows, what a column of text does, and the same where pixels are small.
const WIDTHS: [u32; 3] = [480, 960, 1600];
/// The widest in px that a site has, and the highest: WebP ends at 16383.
const WIDEST: u32 = 2400;
const HIGHEST: u32 = 12_000;
/// The most bytes and pixels that are read.
const MOST_BYTES: usize = 50_000_000;
const MOST_PIXELS: u64 = 50_000_000;
/// Of WebP, up to 100: from here on no difference is seen in photos, and letters in screenshots stay sharp.
const QUALITY: f32 = 82.0;

/// The files beside a portfolio that its site shows.
pub struct Album {
    read: Box<Read>,
    essays: Vec<Essay>,
    pictures: RefCell<BTreeMap<String, Result<Picture, PictureFault>>>,
    files: RefCell<BTreeMap<String, Vec<u8>>>,
}

/// Reads a file of a path beside the portfolio; `None` where there is none.
pub type Read = dyn Fn(&str) -> Option<Vec<u8>>;

/// A file that could be found and not be read to its end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} can't be read to its end; save it again")]
pub struct BrokenFile(String);

/// A picture that was found.
#[derive(Clone)]
struct Picture {
    bytes: Vec<u8>,
    /// `None` for one that stays as it is.
    format: Option<ImageFormat>,
    image: Image,
}

impl Album {
    /// Of what lies in a folder, read by a function, and the articles there.
    #[must_use]
    pub fn new(read: Box<Read>, essays: Vec<Essay>) -> Self {
        Self { read, essays, pictures: RefCell::default(), files: RefCell::default() }
    }

    /// Every file that the site needs of what was asked for.
    ///
    /// # Errors
    /// When a picture breaks off in the middle.
    pub fn files(&self) -> Result<Vec<File>, BrokenFile> {
        let pictures = self.pictures.borrow();
        let pictures: Vec<(&String, &Picture)> =
            pictures.iter().filter_map(|(path, picture)| Some((path, picture.as_ref().ok()?))).collect();
        let written =
            pictures.par_iter().map(|(path, picture)| picture.files().ok_or_else(|| BrokenFile((*path).clone())));
        let mut files: Vec<File> = written.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
        let others = self.files.borrow();
        files.extend(others.iter().map(|(path, bytes)| File { path: path.clone(), bytes: bytes.clone() }));
        // Two copies of a picture are one.
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|a, b| a.path == b.path);
        Ok(files)
    }
}

impl Album {
    /// What stands for a file of the site while nothing is made smaller: of a picture, the picture itself, whichever size is asked
    /// for.
    #[must_use]
    pub fn original(&self, path: &str) -> Option<Vec<u8>> {
        if let Some(bytes) = self.files.borrow().get(path) {
            return Some(bytes.clone());
        }
        let pictures = self.pictures.borrow();
        let is_size = |picture: &&Picture| picture.image.files.iter().any(|(file, _)| file == path);
        pictures.values().filter_map(|picture| picture.as_ref().ok()).find(is_size).map(|picture| picture.bytes.clone())
    }
}

impl Folder for Album {
    fn picture(&self, path: &str) -> Option<Result<Image, PictureFault>> {
        let mut pictures = self.pictures.borrow_mut();
        let picture = pictures.entry(path.to_owned()).or_insert_with(|| Picture::of((self.read)(path), path));
        Some(picture.as_ref().map(|picture| picture.image.clone()).map_err(|fault| *fault))
    }

    fn has(&self, path: &str) -> Option<bool> {
        let mut files = self.files.borrow_mut();
        if !files.contains_key(path)
            && let Some(bytes) = (self.read)(path)
        {
            files.insert(path.to_owned(), bytes);
        }
        Some(files.contains_key(path))
    }

    fn essays(&self) -> Vec<Essay> {
        self.essays.clone()
    }
}

impl Picture {
    fn of(bytes: Option<Vec<u8>>, path: &str) -> Result<Self, PictureFault> {
        let bytes = bytes.ok_or(PictureFault::Missing)?;
        if bytes.len() > MOST_BYTES {
            return Err(PictureFault::TooLarge);
        }
        let name = name(path, &bytes);
        let format = image::guess_format(&bytes).ok();
        if format.is_some_and(|format| !is_whole(&bytes, format)) {
            return Err(PictureFault::BreaksOff);
        }
        let Some(format) = format.filter(|format| !moves(&bytes, *format)) else {
            // Drawings have no size of their own, and pictures that move would stand still.
            let ((width, height), end) = match format {
                Some(format) => (size(&bytes, format)?, format.extensions_str().first().copied().unwrap_or_default()),
                None => (size_of_drawing(&bytes)?, "svg"),
            };
            let files = vec![(format!("{name}.{end}"), width)];
            return Ok(Self { bytes, format: None, image: Image { files, width, height } });
        };
        let (own_width, own_height) = size(&bytes, format)?;
        if u64::from(own_width) * u64::from(own_height) > MOST_PIXELS {
            return Err(PictureFault::TooLarge);
        }
        let highest = u64::from(own_width) * u64::from(HIGHEST) / u64::from(own_height.max(1));
        let width = own_width.min(WIDEST).min(u32::try_from(highest).unwrap_or(u32::MAX)).max(1);
        let height = scaled(own_height, width, own_width);
        let widths = WIDTHS.into_iter().filter(|narrower| *narrower < width).chain([width]);
        let files = widths.map(|width| (format!("{name}-{width}.webp"), width)).collect();
        Ok(Self { bytes, format: Some(format), image: Image { files, width, height } })
    }

    /// It in all of its sizes; `None` when it breaks off.
    fn files(&self) -> Option<Vec<File>> {
        let Some(format) = self.format else {
            let file = |(path, _): &(String, u32)| File { path: path.clone(), bytes: self.bytes.clone() };
            return Some(self.image.files.iter().map(file).collect());
        };
        let whole = decoded(&self.bytes, format)?;
        let file = |(path, width): &(String, u32)| {
            let height = scaled(self.image.height, *width, self.image.width);
            let shown = whole.resize_exact(*width, height, FilterType::Lanczos3);
            Some(File { path: path.clone(), bytes: encoded(&shown, format)? })
        };
        self.image.files.par_iter().map(file).collect()
    }
}

/// What a file is called in the site: after itself and what it holds.
fn name(path: &str, bytes: &[u8]) -> String {
    let stem = Path::new(path).file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    let plain: String = stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(40).collect();
    format!("{FOLDER}/{}-{}", plain.trim_matches('-'), vitrine_frame::hash(bytes))
}

fn scaled(height: u32, width: u32, of: u32) -> u32 {
    let height = u64::from(height) * u64::from(width);
    u32::try_from((height + u64::from(of) / 2) / u64::from(of.max(1))).unwrap_or(u32::MAX).max(1)
}

/// Width and height as it is shown: cameras write how they were held.
fn size(bytes: &[u8], format: ImageFormat) -> Result<(u32, u32), PictureFault> {
    let reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut decoder = reader.into_decoder().map_err(|_| PictureFault::Unreadable)?;
    let (width, height) = decoder.dimensions();
    Ok(if is_on_its_side(decoder.orientation().unwrap_or(Orientation::NoTransforms)) {
        (height, width)
    } else {
        (width, height)
    })
}

fn is_on_its_side(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

/// Whether a file has its end: copies break off in the middle.
fn is_whole(bytes: &[u8], format: ImageFormat) -> bool {
    let end = &bytes[bytes.len().saturating_sub(1024)..];
    let has = |mark: &[u8]| end.windows(mark.len()).any(|part| part == mark);
    match format {
        ImageFormat::Png => has(b"IEND"),
        ImageFormat::Jpeg => has(b"\xff\xd9"),
        ImageFormat::WebP => {
            let size = bytes.get(4..8).and_then(|size| size.try_into().ok()).map_or(0, u32::from_le_bytes);
            bytes.len() >= size as usize + 8
        }
        _ => true,
    }
}

/// Whether it is made of several pictures.
fn moves(bytes: &[u8], format: ImageFormat) -> bool {
    let start = &bytes[..bytes.len().min(4096)];
    let has = |mark: &[u8]| start.windows(mark.len()).any(|part| part == mark);
    match format {
        ImageFormat::Gif => true,
        ImageFormat::Png => has(b"acTL"),
        ImageFormat::WebP => has(b"ANIM"),
        _ => false,
    }
}

fn size_of_drawing(bytes: &[u8]) -> Result<(u32, u32), PictureFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| PictureFault::Unreadable)?;
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let xml = Document::parse_with_options(text, options).map_err(|_| PictureFault::Unreadable)?;
    if xml.descendants().any(runs) {
        return Err(PictureFault::Harmful);
    }
    let drawing = usvg::Tree::from_data(bytes, &usvg::Options::default()).map_err(|_| PictureFault::Unreadable)?;
    let size = drawing.size().to_int_size();
    Ok((size.width(), size.height()))
}

/// Whether something would run when the drawing is opened by itself. In a page it is a picture, and nothing of it runs.
fn runs(node: Node<'_, '_>) -> bool {
    let name = node.tag_name().name().to_ascii_lowercase();
    matches!(&*name, "script" | "handler" | "listener" | "iframe" | "object" | "embed")
        || node.attributes().any(|attribute| {
            let (name, value) = (attribute.name().to_ascii_lowercase(), attribute.value().trim().to_ascii_lowercase());
            name.starts_with("on") || value.starts_with("javascript:")
        })
}

fn decoded(bytes: &[u8], format: ImageFormat) -> Option<DynamicImage> {
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().ok()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    image.apply_orientation(orientation);
    Some(image)
}

/// As WebP. What came without loss, as screenshots do, is kept so where that is smaller.
fn encoded(image: &DynamicImage, from: ImageFormat) -> Option<Vec<u8>> {
    let image = DynamicImage::ImageRgba8(image.to_rgba8());
    let encoder = webp::Encoder::from_image(&image).ok()?;
    let lossy = encoder.encode_simple(false, QUALITY).ok()?.to_vec();
    let lossless = if from == ImageFormat::Png { encoder.encode_simple(true, QUALITY).ok() } else { None };
    let lossless = lossless.map(|bytes| bytes.to_vec());
    Some(lossless.filter(|lossless| lossless.len() < lossy.len()).unwrap_or(lossy))
}
