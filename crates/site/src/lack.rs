//! Letters that no font has: what is drawn leaves them out, since a box in their place says nothing, and who builds is told.

use std::collections::BTreeSet;

use resvg::usvg::{Group, Node, Tree};
use unicode_normalization::UnicodeNormalization as _;

/// The most letters that a sentence names.
const NAMED: usize = 8;

/// Where the blocks of a script begin and end, and a font that has them. What comes first counts.
///
/// Source: Unicode, "Blocks.txt"; the fonts are those of notofonts.github.io, but for emoji the one of outlines, since pictures in fonts
/// are not drawn.
const FONTS: [(u32, u32, &str); 18] = [
    (0x0530, 0x058f, "Noto Sans Armenian"),
    (0x0590, 0x05ff, "Noto Sans Hebrew"),
    (0x0600, 0x08ff, "Noto Sans Arabic"),
    (0x0900, 0x097f, "Noto Sans Devanagari"),
    (0x0980, 0x09ff, "Noto Sans Bengali"),
    (0x0a00, 0x0a7f, "Noto Sans Gurmukhi"),
    (0x0a80, 0x0aff, "Noto Sans Gujarati"),
    (0x0b80, 0x0bff, "Noto Sans Tamil"),
    (0x0c00, 0x0c7f, "Noto Sans Telugu"),
    (0x0c80, 0x0cff, "Noto Sans Kannada"),
    (0x0d00, 0x0d7f, "Noto Sans Malayalam"),
    (0x0e00, 0x0e7f, "Noto Sans Thai"),
    (0x10a0, 0x10ff, "Noto Sans Georgian"),
    (0x1100, 0x11ff, "Noto Sans CJK"),
    (0x2e80, 0xd7ff, "Noto Sans CJK"),
    (0xf900, 0xfaff, "Noto Sans CJK"),
    (0x1f000, 0x1faff, "Noto Emoji"),
    (0x20000, 0x3ffff, "Noto Sans CJK"),
];

/// The letters of a drawing's texts that it would show as boxes.
pub fn boxes(tree: &Tree) -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    search(tree.root(), &mut found);
    found
}

fn search(group: &Group, found: &mut BTreeSet<char>) {
    for node in group.children() {
        match node {
            Node::Group(group) => search(group, found),
            Node::Text(text) => {
                // The first glyph of every font is the one for what it lacks (OpenType, "cmap").
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                found.extend(glyphs.filter(|glyph| glyph.id.0 == 0).flat_map(|glyph| glyph.text.chars()));
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

/// A document without these letters, of which its markup has none. A letter with accents leaves the one below them, if that isn't
/// lacking, too; else the whole word goes: a part of it would be another word.
pub fn without(document: &str, letters: &BTreeSet<char>) -> String {
    let is_word = |c: char| c.is_alphanumeric();
    let mut kept = String::with_capacity(document.len());
    let mut rest = document;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| is_word(c) != is_word(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        let plain =
            run.chars().map(|c| if letters.contains(&c) { below(c).filter(|c| !letters.contains(c)) } else { Some(c) });
        if is_word(first) {
            kept.push_str(&plain.collect::<Option<String>>().unwrap_or_default());
        } else {
            kept.extend(plain.flatten());
        }
    }
    kept
}

/// The letter that accents stand on, or a stroke goes through, which Unicode takes for none.
fn below(c: char) -> Option<char> {
    const STRUCK: [(char, char); 8] =
        [('Ł', 'L'), ('ł', 'l'), ('Đ', 'D'), ('đ', 'd'), ('Ħ', 'H'), ('ħ', 'h'), ('Ŧ', 'T'), ('ŧ', 't')];
    let struck = STRUCK.iter().find(|(struck, _)| *struck == c).map(|(_, below)| *below);
    struck.or_else(|| c.nfd().next()).filter(char::is_ascii_alphabetic)
}

/// What to tell whoever builds, if there are such letters.
pub fn note(letters: &BTreeSet<char>) -> Option<String> {
    let first: Vec<String> = letters.iter().take(NAMED).map(char::to_string).collect();
    if first.is_empty() {
        return None;
    }
    let more = if letters.len() > first.len() { " …" } else { "" };
    let mut fonts: Vec<&str> = letters.iter().map(|c| font(*c)).collect();
    fonts.sort_unstable();
    fonts.dedup();
    let names = fonts.join(" and ");
    Some(format!(
        "the share images and the icon leave out {}{more}, as no font of this machine has {}; install one that does, such as {names}, \
         and build again",
        first.join(", "),
        if letters.len() == 1 { "it" } else { "them" },
    ))
}

fn font(c: char) -> &'static str {
    let at = u32::from(c);
    FONTS.iter().find(|(first, last, _)| (*first..=*last).contains(&at)).map_or("Noto Sans", |(.., name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_a_letter_go_and_accents_go_alone() {
        for (text, lacking, expected) in [
            ("Rocket 🚀 engine", "🚀", "Rocket  engine"),
            ("分散DBの設計 in Rust", "分散設計", " in Rust"),
            ("Ludvík Dvořák", "ř", "Ludvík Dvorák"),
            ("<text x=\"1\">日&amp;本</text>", "日本", "<text x=\"1\">&amp;</text>"),
            ("Łódź, Ħamrun", "ŁĦ", "Lódź, Hamrun"),
        ] {
            assert_eq!(without(text, &lacking.chars().collect()), expected);
        }
    }

    #[test]
    fn a_note_names_few_letters_and_fonts_that_have_them() {
        let note = |letters: &str| note(&letters.chars().collect());
        assert_eq!(note(""), None);
        assert_eq!(
            note("ไ").as_deref(),
            Some(
                "the share images and the icon leave out ไ, as no font of this machine has it; install one that does, such as \
                 Noto Sans Thai, and build again"
            )
        );
        let many = note("一丁七万丈三上下不与🚀").expect("a note");
        assert!(
            many.starts_with("the share images and the icon leave out 一, 丁, 七, 万, 丈, 三, 上, 下 …, as"),
            "{many}"
        );
        assert!(many.contains("such as Noto Emoji and Noto Sans CJK,"), "{many}");
    }
}
