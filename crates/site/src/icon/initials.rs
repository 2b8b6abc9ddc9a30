//! The initials of a name as an icon.
//!
//! An icon is shown without the page's fonts, so its letters are outlines.

use unicode_segmentation::UnicodeSegmentation as _;
use vitrine_lean::escape::xml;
use vitrine_model::ThemeName;

use crate::colour::Colours;
use crate::raster::{self, Outlines, SANS, SERIF};

/// The side of the icon's own box.
const BOX: f64 = 32.0;
/// How much of the side the letters take in a tab, where every pixel counts.
pub const SHARE: f64 = 0.66;

/// One or two letters that stand for somebody: of the first name and of the last, whatever their script. A letter is what a
/// reader takes for one (UAX 29), so that signs on it stay. Titles (`Dr.`), what follows a comma (`PhD`) and what is no
/// word (`🚀`) don't count.
pub fn initials(name: &str) -> String {
    let person = name.split(',').next().unwrap_or(name);
    let is_title = |word: &&str| word.ends_with('.') && word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let all: Vec<&str> = person.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect();
    let mut words: Vec<&str> = all.iter().copied().filter(|word| !is_title(word)).collect();
    if words.is_empty() {
        words = all;
    }
    let mut letters: Vec<String> = words.first().into_iter().filter_map(|word| initial(word)).collect();
    letters.extend(words.last().filter(|_| words.len() > 1).and_then(|word| initial(word)));
    if letters.is_empty() {
        letters.extend(name.graphemes(true).find(|letter| !letter.trim().is_empty()).map(str::to_owned));
    }
    // Side by side they are two initials, not the start of a word, in whose letters they would join.
    let joins = letters.iter().any(|letter| letter.starts_with(is_cursive));
    letters.join(if joins { "\u{200c}" } else { "" })
}

/// Arabic, Syriac, N'Ko and their like.
fn is_cursive(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{85f}' | '\u{860}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// The first letter of a word, as a capital where there is one that reads as one letter. Georgian has capitals for whole
/// words only.
fn initial(word: &str) -> Option<String> {
    let letter = word.graphemes(true).find(|letter| letter.starts_with(char::is_alphanumeric))?;
    let upper = letter.to_uppercase();
    let is_one = upper.chars().count() == letter.chars().count()
        && !letter.starts_with(|c| ('\u{10d0}'..='\u{10ff}').contains(&c));
    Some(if is_one { upper } else { letter.to_owned() })
}

/// The letters in the theme's face.
pub fn outlines(letters: &str, theme: ThemeName) -> Outlines {
    let family = if theme == ThemeName::Paper { SERIF } else { SANS };
    raster::outlines(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"200\">\
         <text x=\"100\" y=\"120\" font-family=\"{family}\" font-weight=\"600\" font-size=\"64\">{}</text></svg>",
        xml(letters)
    ))
}

/// Where the letters go so that they fill a share of the box, centred.
fn placed(letters: &Outlines, share: f64) -> String {
    let [left, top, right, bottom] = letters.bounds;
    let (width, height) = (right - left, bottom - top);
    // A thin letter, such as I, is no higher than others.
    let scale = (BOX * share / width.max(1.0)).min(BOX * share * 0.72 / height.max(1.0));
    let (x, y) = (BOX / 2.0 - scale * (left + width / 2.0), BOX / 2.0 - scale * (top + height / 2.0));
    format!("transform=\"translate({x:.3} {y:.3}) scale({scale:.4})\" d=\"{}\"", letters.path)
}

/// The letters on a square in the theme's accent, with corners rounded by a share of its side.
pub fn badge(letters: &Outlines, colours: Colours, rounding: f64, share: f64) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {BOX} {BOX}\"><rect width=\"{BOX}\" height=\"{BOX}\" \
         rx=\"{rx}\" fill=\"{accent}\"/><path fill=\"{ground}\" {path}/></svg>",
        rx = BOX * rounding,
        accent = colours.token("--color-accent"),
        ground = colours.token("--color-ground"),
        path = placed(letters, share),
    )
}

/// The same for a tab, which may be light or dark. The colours of attributes count where a policy forbids the style.
pub fn favicon(letters: &Outlines, theme: ThemeName) -> String {
    let (light, dark) = (Colours::new(theme, false), Colours::new(theme, true));
    let (accent, ground) = (dark.token("--color-accent"), dark.token("--color-ground"));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {BOX} {BOX}\">\
         <style>@media (prefers-color-scheme: dark) {{ rect {{ fill: {accent} }} path {{ fill: {ground} }} }}</style>\
         <rect width=\"{BOX}\" height=\"{BOX}\" rx=\"7\" fill=\"{}\"/><path fill=\"{}\" {}/></svg>\n",
        light.token("--color-accent"),
        light.token("--color-ground"),
        placed(letters, SHARE),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_or_two_initials_in_any_script() {
        for (name, expected) in [
            ("Ada Lovelace", "AL"),
            ("ada", "A"),
            ("Ludwig van Beethoven", "LB"),
            ("J. R. R. Tolkien", "JT"),
            ("Dr. Ada King, PhD", "AK"),
            ("Jean-Luc Picard", "JP"),
            ("Élodie Œuvrard", "ÉŒ"),
            ("E\u{301}lodie", "E\u{301}"),
            ("ßeta", "ß"),
            ("Ада Лавлейс", "АЛ"),
            ("Αθηνά", "Α"),
            ("ნინო", "ნ"),
            ("山田 太郎", "山太"),
            ("김민수", "김"),
            ("محمد علي", "م\u{200c}ع"),
            ("עדה קינג", "עק"),
            ("श्रीधर राव", "श्रीरा"),
            ("🚀 Ada 🚀", "A"),
            ("(Ada) “King”", "AK"),
            ("🚀", "🚀"),
            ("", ""),
        ] {
            assert_eq!(initials(name), expected, "{name}");
        }
    }

    #[test]
    fn letters_are_outlines_and_stay_inside_of_the_box() {
        for name in ["Ada King", "I", "Wolfgang Mozart", "Q", "<&>"] {
            for theme in [ThemeName::Terminal, ThemeName::Paper, ThemeName::Slate] {
                let icon = favicon(&outlines(&initials(name), theme), theme);
                assert!(icon.contains(" d=\"M") && !icon.contains("<text"), "{name}: {icon}");
            }
        }
        assert_ne!(
            outlines("A", ThemeName::Paper).path,
            outlines("A", ThemeName::Slate).path,
            "each in its theme's face"
        );
    }
}
