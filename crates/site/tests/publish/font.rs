//! The font files hold what the style sheet says of them.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use skrifa::{FontRef, MetadataProvider};

use super::project;

/// The letters that a font has.
fn letters(file: &str) -> BTreeSet<u32> {
    let bytes = std::fs::read(project().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let font = wuff::decompress_woff2(&bytes).expect("a sound font");
    let font = FontRef::new(&font).expect("a sound font");
    font.charmap().mappings().map(|(letter, _)| letter).collect()
}

/// Each font file of the style sheet and the letters it is asked for.
fn ranges() -> Vec<(String, Vec<RangeInclusive<u32>>)> {
    let sheet = std::fs::read_to_string(project().join("style/font.css")).expect("a style sheet");
    let code = |hex: &str| u32::from_str_radix(hex.trim().trim_start_matches("U+"), 16).expect("a code point");
    let faces = sheet.split("@font-face").filter_map(|face| {
        let file = face.split_once("url(")?.1.split_once(')')?.0;
        let ranges = face.split_once("unicode-range:")?.1.split_once(';')?.0;
        let ranges = ranges.split(',').map(|range| {
            let (start, end) = range.split_once('-').unwrap_or((range, range));
            code(start)..=code(end)
        });
        Some((format!("public/{file}"), ranges.collect()))
    });
    faces.collect()
}

/// Marks that are put onto the letter before. No file has them, but what both make.
fn is_mark(letter: u32) -> bool {
    (0x300..0x370).contains(&letter)
}

#[test]
fn browsers_ask_for_a_font_for_the_letters_that_it_has_and_no_others() {
    let ranges = ranges();
    assert_eq!(ranges.len(), 4);
    for (file, ranges) in ranges {
        let asked: BTreeSet<u32> = ranges.into_iter().flatten().filter(|letter| !is_mark(*letter)).collect();
        let letters = letters(&file);
        let hex = |set: BTreeSet<u32>| set.into_iter().map(|letter| format!("U+{letter:X}")).collect::<Vec<_>>();
        assert_eq!(hex(&letters - &asked), [""; 0], "missing in the range of {file}");
        assert_eq!(hex(&asked - &letters), [""; 0], "too much in the range of {file}");
    }
}

#[test]
fn plain_words_need_one_font() {
    let plain = (' '..='~').chain("\u{a0}·×–—‘’“”…‹›←↑→↓↗−".chars()).map(u32::from);
    let asked: BTreeSet<_> = plain.collect();
    for name in ["inter", "jetbrains-mono"] {
        assert!(letters(&format!("public/fonts/{name}.woff2")).is_superset(&asked), "{name}");
    }
}
