//! What the letters of other scripts than the Latin one ask of whoever sets them.

use vitrine_lean::bidi::is_of_rtl_script;

/// What every font of the page has beside Latin-1.
const IN_ALL_FONTS: &str = "ıŒœˆ˚˜–—‘’‚“”„•…′″‹›⁄€™↑↓−";
/// What no line starts with (JIS X 4051, the characters prohibited there).
const CLOSING: &str = ")]}>»›”’,.:;!?%…‥‐–—、。，．・：；！？％）］｝〉》」』】〕〗〙〛ーヽヾゝゞ々〻゛゜\
                       ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ";
/// What no line ends with.
const OPENING: &str = "([{<«‹“‘（［｛〈《「『【〔〖〘〚";

/// Whether every font of the page has all of a word.
pub fn is_usual(word: &str) -> bool {
    word.chars().all(|c| c <= '\u{ff}' || IN_ALL_FONTS.contains(c))
}

/// Whether a word is read from the right to the left (the blocks of Unicode that are kept for such scripts).
pub fn runs_leftward(word: &str) -> bool {
    word.contains(is_of_rtl_script)
}

/// Whether a letter is as wide as it is high: ideographs, kana, and the signs between them.
pub fn is_square(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// A word in pieces between which a line may end: beside ideographs and kana, where no sign forbids it.
pub fn pieces(word: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for ((_, before), (at, after)) in word.char_indices().zip(word.char_indices().skip(1)) {
        let may_end = is_square(before) || is_square(after);
        if may_end && !OPENING.contains(before) && !CLOSING.contains(after) {
            pieces.push(&word[start..at]);
            start = at;
        }
    }
    pieces.push(&word[start..]);
    pieces
}
