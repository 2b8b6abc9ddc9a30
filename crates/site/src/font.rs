//! A site's fonts: each is cut to the letters that the site shows, and the whole file is there for any other letter.

use std::collections::BTreeSet;
use std::fmt::Write;

use skera::{Plan, SubsetFlags, subset_font};
use skrifa::raw::collections::IntSet;
use skrifa::raw::types::{NameId, Tag};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use ttf2woff2::{BrotliQuality, EncodeOptions, encode_with_options};
use vitrine_frame::{Asset, Font, Frame};
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

/// What pages say beside the texts of a portfolio: the style sheet's own signs, and the letters of what the program may say.
pub const INTERFACE: &str = " $:·×↗0123456789abcdefghijklmnopqrstuvwxyz";
/// The letters of English, for a page that is written for nobody's portfolio yet.
pub const ENGLISH: &str = "!\"#%&'()*+,-./;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`{|}~–—‘’“”…→";

/// The frame with the fonts of a theme, or of any, cut to some letters beside the whole ones, and a style sheet that prefers them. A
/// font that can't be cut, which none of ours is, stays whole.
pub fn typeset(frame: &Frame, theme: Option<ThemeName>, letters: &BTreeSet<char>) -> Frame {
    let mut frame = frame.clone();
    let mut sheet = frame.style.bytes.clone();
    let texts = theme.map_or(&[SANS, SERIF, ITALIC][..], faces);
    let letters: BTreeSet<char> = letters.iter().copied().chain(INTERFACE.chars()).collect();
    for face in texts.iter().chain([&MONO]) {
        let whole = frame.fonts.iter().find(|font| font.source == face.source);
        let Some((bytes, has)) = whole.and_then(|font| cut(&font.asset.bytes, &letters)) else { continue };
        let source = cut_of(face);
        let asset = Asset::hashed(&format!("fonts/{source}"), ".woff2", bytes);
        sheet.extend(rule(face, &asset.name, &has).into_bytes());
        frame.fonts.push(Font { source, asset });
    }
    frame.style = Asset::hashed("style", ".css", sheet);
    frame
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
mod tests {
    use skrifa::instance::{LocationRef, Size};

    use super::*;

    fn frame() -> Frame {
        let asset = |start: &str, end: &str| Asset::hashed(start, end, start.into());
        let font = |source: &str| {
            let file = format!("{}/../../public/fonts/{source}.woff2", env!("CARGO_MANIFEST_DIR"));
            let bytes = std::fs::read(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
            Font { source: source.to_owned(), asset: Asset::hashed(&format!("fonts/{source}"), ".woff2", bytes) }
        };
        Frame {
            program: asset("vitrine", "_bg.wasm"),
            glue: asset("vitrine", ".js"),
            parts: Vec::new(),
            boot: asset("boot", ".js"),
            style: asset("style", ".css"),
            fonts: ["inter", "jetbrains-mono", "vitrine-serif", "vitrine-serif-italic"].map(font).into(),
            plain: Vec::new(),
            icons: asset("icons", ".tsv"),
        }
    }

    fn unpacked(font: &Font) -> Vec<u8> {
        wuff::decompress_woff2(&font.asset.bytes).expect("a sound font")
    }

    #[test]
    fn a_cut_font_has_the_letters_of_the_site_as_wide_and_as_heavy_as_the_whole() {
        let letters: BTreeSet<char> = "Añb→ fi漢".chars().collect();
        for theme in [ThemeName::Terminal, ThemeName::Slate, ThemeName::Paper] {
            let frame = typeset(&frame(), Some(theme), &letters);
            for face in faces(theme).iter().chain([&MONO]) {
                let named =
                    |source: &str| unpacked(frame.fonts.iter().find(|font| font.source == source).expect(source));
                let (whole, cut) = (named(face.source), named(&cut_of(face)));
                let (whole, cut) = (FontRef::new(&whole).expect("a font"), FontRef::new(&cut).expect("a font"));
                let has: BTreeSet<u32> = cut.charmap().mappings().map(|(letter, _)| letter).collect();
                let all: BTreeSet<u32> = whole.charmap().mappings().map(|(letter, _)| letter).collect();
                let asked = letters.iter().copied().chain(INTERFACE.chars()).collect::<BTreeSet<_>>();
                let expected = asked.iter().map(|letter| u32::from(*letter)).filter(|letter| all.contains(letter));
                assert_eq!(has, expected.collect(), "{}", face.source);
                for weight in [400.0, 600.0] {
                    let widths = |font: &FontRef<'_>| {
                        let location = font.axes().location([("wght", weight)]);
                        let metrics = font.glyph_metrics(Size::new(1000.0), LocationRef::from(&location));
                        let glyphs = has.iter().map(|letter| font.charmap().map(*letter).expect("a glyph"));
                        glyphs.map(|glyph| metrics.advance_width(glyph).map(f32::round)).collect::<Vec<_>>()
                    };
                    assert_eq!(widths(&cut), widths(&whole), "{} at {weight}", face.source);
                }
            }
        }
    }

    #[test]
    fn letters_that_are_kerned_stay_so() {
        let frame = typeset(&frame(), Some(ThemeName::Paper), &"AVTo".chars().collect());
        let cut = unpacked(frame.fonts.iter().find(|font| font.source == "vitrine-serif-cut").expect("a cut font"));
        let gpos = FontRef::new(&cut).expect("a font").table_data(Tag::new(b"GPOS")).expect("kerning");
        assert!(gpos.len() > 40, "{} bytes", gpos.len());
    }

    #[test]
    fn the_style_sheet_prefers_what_was_cut_for_the_letters_that_it_has() {
        let before = frame();
        let after = typeset(&before, Some(ThemeName::Slate), &"B—漢".chars().collect());
        let sheet = String::from_utf8(after.style.bytes.clone()).expect("a sheet");
        assert_ne!(after.style.name, before.style.name);
        let added = sheet.strip_prefix("style").expect("what was there stays first");
        let cut = after.fonts.iter().find(|font| font.source == "inter-cut").expect("a cut font");
        let start = format!("@font-face{{font-family:\"Inter\";src:url({}) format(\"woff2\");", cut.asset.name);
        assert!(added.starts_with(&start), "{added}");
        let ranges = "unicode-range:U+20,U+24,U+30-3A,U+42,U+61-7A,U+B7,U+D7,U+2014,U+2197}";
        assert_eq!(added.matches(ranges).count(), 2, "{added}");
        let asked = of_pages(&after, Some(ThemeName::Slate));
        assert!(asked[0].file == cut.asset.name && asked[1].file.starts_with("fonts/jetbrains-mono-cut-"), "{asked:?}");
    }

    /// What strings of the style sheet show, without what they show of an element.
    fn shown_by_style() -> BTreeSet<char> {
        let folder = format!("{}/../../style", env!("CARGO_MANIFEST_DIR"));
        let (mut folders, mut shown) = (vec![std::path::PathBuf::from(folder)], BTreeSet::new());
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
                if entry.is_dir() {
                    folders.push(entry);
                    continue;
                }
                let sheet = std::fs::read_to_string(&entry).expect("a sheet");
                let values = sheet.split("content:").skip(1).filter_map(|rest| rest.split_once(';'));
                for text in values
                    .flat_map(|(value, _)| value.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>())
                {
                    let mut pieces = text.split('\\');
                    shown.extend(pieces.next().into_iter().flat_map(str::chars));
                    for piece in pieces {
                        let (code, rest) =
                            piece.split_at(piece.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(piece.len()));
                        shown.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
                        shown.extend(rest.chars());
                    }
                }
            }
        }
        shown
    }

    #[test]
    fn what_the_style_sheet_writes_is_among_the_letters() {
        let frame = frame();
        let sans = unpacked(&frame.fonts[0]);
        let sans = FontRef::new(&sans).expect("a font");
        let shown = shown_by_style();
        assert!(shown.contains(&'↗') && shown.contains(&'$'), "{shown:?}");
        let missing: Vec<char> = shown.into_iter().filter(|c| !INTERFACE.contains(*c) && *c != '\u{a0}').collect();
        let had: Vec<char> = missing.into_iter().filter(|c| sans.charmap().map(*c).is_some()).collect();
        assert!(had.is_empty(), "to be added to INTERFACE: {had:?}");
    }

    #[test]
    fn where_nobody_knows_the_theme_every_face_is_cut_and_labels_are_asked_for() {
        let frame = typeset(&frame(), None, &ENGLISH.chars().collect());
        let cut: Vec<&str> = frame.fonts.iter().filter_map(|font| font.source.strip_suffix("-cut")).collect();
        assert_eq!(cut, ["inter", "vitrine-serif", "vitrine-serif-italic", "jetbrains-mono"]);
        assert_eq!(of_pages(&frame, None).len(), 1);
    }

    #[test]
    fn a_font_that_is_none_stays_as_it_is() {
        let mut damaged = frame();
        damaged.fonts[0].asset.bytes.truncate(100);
        let frame = typeset(&damaged, Some(ThemeName::Slate), &"ab".chars().collect());
        assert!(!frame.fonts.iter().any(|font| font.source == "inter-cut"));
        assert!(of_pages(&frame, Some(ThemeName::Slate))[0].file.starts_with("fonts/inter-"));
    }
}
