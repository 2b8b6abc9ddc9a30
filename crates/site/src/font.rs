//! A site's fonts: each is cut to the letters that the site shows, and the whole file is there for any other letter.

use std::collections::BTreeSet;
use std::fmt::Write;

use skera::{Plan, SubsetFlags, subset_font};
use skrifa::raw::collections::IntSet;
use skrifa::raw::types::{NameId, Tag};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use ttf2woff2::{BrotliQuality, EncodeOptions, encode_with_options};
use vitrine_frame::{Asset, Font, Frame, data_url};
use vitrine_model::ThemeName;
use vitrine_model::marks::{FAMILY, FONT};

/// A face that a theme sets its texts in.
struct Face {
    /// What the frame calls the font.
    source: &'static str,
    /// As the style sheet has it.
    family: &'static str,
    /// The descriptors that tell it from other faces of the family, as in `style/font.css`.
    style: &'static str,
}

const SANS: Face = Face { source: "inter", family: "Inter", style: "font-weight:400 600" };
const SERIF: Face = Face { source: "vitrine-serif", family: "Vitrine Serif", style: "font-weight:400 600" };
const ITALIC: Face = Face { source: "vitrine-serif-italic", family: "Vitrine Serif", style: "font-style:italic" };
const MONO: Face = Face { source: "jetbrains-mono", family: "JetBrains Mono", style: "font-weight:400 600" };

/// The faces of a theme's texts, that of most of them first. Labels and figures are in [`MONO`], whatever the theme.
fn faces(theme: ThemeName) -> &'static [Face] {
    match theme {
        ThemeName::Paper => &[SERIF, ITALIC],
        ThemeName::Terminal | ThemeName::Slate => &[SANS],
    }
}

/// The faces of a theme on paper, a file a weight: see `style/font.css`.
fn paper_faces(theme: ThemeName) -> [Face; 4] {
    const fn face(source: &'static str, family: &'static str, style: &'static str) -> Face {
        Face { source, family, style }
    }
    let [regular, bold] = match theme {
        ThemeName::Paper => {
            [("vitrine-serif-400", "Vitrine Serif Print"), ("vitrine-serif-600", "Vitrine Serif Print")]
        }
        ThemeName::Terminal | ThemeName::Slate => [("inter-400", "Inter Print"), ("inter-600", "Inter Print")],
    };
    [
        face(regular.0, regular.1, "font-weight:400"),
        face(bold.0, bold.1, "font-weight:600"),
        face("jetbrains-mono-400", "JetBrains Mono Print", "font-weight:400"),
        face("jetbrains-mono-500", "JetBrains Mono Print", "font-weight:500 600"),
    ]
}

/// What pages say beside the texts of a portfolio: the style sheet's own signs, and the letters of what the program may say.
pub const INTERFACE: &str = " :·×↗0123456789abcdefghijklmnopqrstuvwxyz";
/// The same, of which only labels have any: a shell's prompt, a diagram's scale and its keys.
pub const SIGNS: &str = "$%[]←↑→↓−";
/// The letters of English, for a page that is written for nobody's portfolio yet.
pub const ENGLISH: &str = "!\"#%&'()*+,-./;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`{|}~–—‘’“”…→";

/// The frame with the fonts of a theme, or of any, cut to some letters beside the whole ones, and a style sheet that prefers them. A
/// font that can't be cut, which none of ours is, stays whole.
pub fn typeset(frame: &Frame, theme: Option<ThemeName>, letters: &BTreeSet<char>) -> Frame {
    let mut sheet = frame.style.bytes.clone();
    let cuts = cuts(frame, theme, letters);
    let mut frame = frame.clone();
    for (face, bytes, has) in cuts {
        let source = cut_of(face);
        let asset = Asset::hashed(&format!("fonts/{source}"), ".woff2", bytes);
        sheet.extend(rule(face, &asset.name, &has).into_bytes());
        frame.fonts.push(Font { source, asset });
    }
    frame.style = Asset::hashed("style", ".css", sheet);
    frame
}

/// The style sheets of a frame as one, with the fonts of a theme in it, cut to some letters: it asks for no file.
pub fn embedded(frame: &Frame, theme: ThemeName, letters: &BTreeSet<char>) -> String {
    let sheets = [&frame.style, &frame.print].map(|sheet| String::from_utf8_lossy(&sheet.bytes)).concat();
    let mut rules = sheets.split(FACE);
    let mut own = rules.next().unwrap_or_default().to_owned();
    // Faces of files would be asked for beside the document, where there are none.
    for rule in rules {
        let (face, rest) = rule.split_once('}').unwrap_or((rule, ""));
        if !face.contains("url(") {
            own.extend([FACE, face, "}"]);
        }
        own.push_str(rest);
    }
    for (face, bytes, has) in cuts(frame, Some(theme), letters) {
        own.push_str(&rule(face, &data_url("font/woff2", &bytes), &has));
    }
    let letters = letters.iter().copied().chain(INTERFACE.chars()).chain(SIGNS.chars()).collect();
    for face in paper_faces(theme) {
        let whole = frame.fonts.iter().find(|font| font.source == face.source);
        if let Some((bytes, has)) = whole.and_then(|font| cut(&font.asset.bytes, &letters)) {
            own.push_str(&rule(&face, &data_url("font/woff2", &bytes), &has));
        }
    }
    own
}

/// How the rule of a face begins.
const FACE: &str = "@font-face";

/// The faces of a theme, or of any, each cut to some letters, with those that it has of them.
fn cuts(frame: &Frame, theme: Option<ThemeName>, letters: &BTreeSet<char>) -> Vec<(&'static Face, Vec<u8>, Vec<char>)> {
    let texts = theme.map_or(&[SANS, SERIF, ITALIC][..], faces);
    let letters: BTreeSet<char> = letters.iter().copied().chain(INTERFACE.chars()).collect();
    let labels = letters.iter().copied().chain(SIGNS.chars()).collect();
    let faces = texts.iter().map(|face| (face, &letters)).chain([(&MONO, &labels)]);
    let cut = faces.filter_map(|(face, letters)| {
        let whole = frame.fonts.iter().find(|font| font.source == face.source)?;
        let (bytes, has) = cut(&whole.asset.bytes, letters)?;
        Some((face, bytes, has))
    });
    cut.collect()
}

/// What the frame calls a face's font once it is cut.
fn cut_of(face: &Face) -> String {
    [face.source, "-cut"].concat()
}

/// The rule of a face for these letters alone. Of faces that have a letter, browsers take the one whose rule comes last.
///
/// Source: W3C, CSS Fonts Level 4, § 4.5, "Using character ranges to define composite faces".
fn rule(Face { family, style, .. }: &Face, file: &str, letters: &[char]) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for &letter in letters {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == u32::from(letter) => *last += 1,
            _ => ranges.push((letter.into(), letter.into())),
        }
    }
    let mut rule = format!(
        "@font-face{{font-family:\"{family}\";src:url({file}) format(\"woff2\");{style};font-display:swap;unicode-range:"
    );
    for (i, (first, last)) in ranges.into_iter().enumerate() {
        let comma = if i == 0 { "" } else { "," };
        let _ = if first == last {
            write!(rule, "{comma}U+{first:X}")
        } else {
            write!(rule, "{comma}U+{first:X}-{last:X}")
        };
    }
    rule.push_str("}\n");
    rule
}

/// A WOFF2 font without other letters than these, and those that it has of them; `None` if it is no such font. What browsers do
/// without is left out: names, hinting, and tables of metrics that the outlines' variations tell as well.
fn cut(font: &[u8], letters: &BTreeSet<char>) -> Option<(Vec<u8>, Vec<char>)> {
    let font = wuff::decompress_woff2(font).ok()?;
    let font = FontRef::new(&font).ok()?;
    let charmap = font.charmap();
    let has: Vec<char> = letters.iter().copied().filter(|letter| charmap.map(*letter).is_some()).collect();
    let tags = |tags: &[&[u8; 4]]| tags.iter().map(|tag| Tag::new(tag)).collect::<IntSet<Tag>>();
    let mut any_script = IntSet::empty();
    any_script.invert();
    let plan = Plan::new(
        &IntSet::<GlyphId>::empty(),
        &has.iter().map(|letter| u32::from(*letter)).collect(),
        &font,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING | SubsetFlags::SUBSET_FLAGS_OPTIMIZE_IUP_DELTAS,
        &tags(&[b"BASE", b"DSIG", b"GDEF", b"HVAR", b"MVAR", b"STAT", b"gasp"]),
        &any_script,
        &tags(&[b"kern", b"liga"]),
        &IntSet::<NameId>::empty(),
        &IntSet::<u16>::empty(),
    );
    let cut = subset_font(&font, &plan).ok()?;
    let options = EncodeOptions { quality: BrotliQuality::from(11), transform_glyf_loca: true, threads: None };
    Some((encode_with_options(&cut, options).ok()?, has))
}

/// A file that a page asks for ahead of its use, as `src/boot/fonts.js` is told of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageFont<'a> {
    /// Relative to the base.
    file: &'a str,
    family: &'static str,
}

/// What the first view of every page is set in, from a frame that was [`typeset`]. Where the theme is not known yet, labels are.
pub fn of_pages(frame: &Frame, theme: Option<ThemeName>) -> Vec<PageFont<'_>> {
    let named = |source: &str| frame.fonts.iter().find(|font| font.source == source);
    let text = theme.and_then(|theme| faces(theme).first());
    let found = text.into_iter().chain([&MONO]).filter_map(|face| {
        let font = named(&cut_of(face)).or_else(|| named(face.source))?;
        Some(PageFont { file: &font.asset.name, family: face.family })
    });
    found.collect()
}

impl PageFont<'_> {
    /// The elements of the head that ask for it, beside the style sheet, and have the first paint wait for it.
    pub fn to_html(self) -> String {
        let Self { file, family } = self;
        format!(
            "<link rel=\"preload\" href=\"{file}\" as=\"font\" type=\"font/woff2\" crossorigin>\
             <meta name=\"{FONT}\" content=\"{file}\" {FAMILY}=\"{family}\">"
        )
    }
}

#[cfg(test)]
mod tests;
