//! What makes no difference to a search: marks upon letters, and what nobody sees.

/// Whether a character is left out.
///
/// Marks that several scripts share, and those of Cyrillic, Coptic, Hebrew, Arabic, Syriac and Ethiopic, which are written or
/// not as the writer likes; fillers; and what shapes or directs text. Marks of other scripts tell words apart: vowel signs of
/// Thai and of India's scripts, the voicing of kana.
/// Source: `General_Category` M, and `Default_Ignorable_Code_Point` (Unicode 18).
pub(crate) fn is_unseen(c: char) -> bool {
    let code = u32::from(c);
    // A block of 256 each: this is asked of every character.
    match code >> 8 {
        0x00 => code == 0xad,
        0x03 => code <= 0x36f,
        0x04 => matches!(code, 0x483..=0x489),
        // Hebrew, without the marks of punctuation among its points.
        0x05 => matches!(code, 0x591..=0x5bd | 0x5bf | 0x5c1..=0x5c2 | 0x5c4..=0x5c5 | 0x5c7..=0x5c9),
        // Arabic, with the stroke that stretches a word.
        0x06 => matches!(code,
            0x610..=0x61a | 0x61c | 0x640 | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x6df..=0x6e4 | 0x6e7..=0x6e8
            | 0x6ea..=0x6ed),
        0x07 => matches!(code, 0x711 | 0x730..=0x74a),
        0x08 => matches!(code, 0x897..=0x89f | 0x8ca..=0x8e1 | 0x8e3..=0x8ff),
        0x11 => matches!(code, 0x115f..=0x1160),
        0x13 => matches!(code, 0x135d..=0x135f),
        0x17 => matches!(code, 0x17b4..=0x17b5),
        0x18 => matches!(code, 0x180b..=0x180f),
        0x1a => code >= 0x1ab0,
        0x1d => code >= 0x1dc0,
        0x20 => matches!(code, 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0x20d0..=0x20ff),
        0x2c => matches!(code, 0x2cef..=0x2cf1),
        0x2d => code >= 0x2de0,
        0x30 => matches!(code, 0x302a..=0x302f),
        0xa6 => matches!(code, 0xa66f..=0xa672 | 0xa674..=0xa67d | 0xa69e..=0xa69f),
        0xfb => code == 0xfb1e,
        0xfe => matches!(code, 0xfe00..=0xfe0f | 0xfe20..=0xfe2f | 0xfeff),
        0x102 => code == 0x102e0,
        0x10e => code >= 0x10efa,
        0x1e0 => code == 0x1e08f,
        0xe00..=0xe0f => true,
        _ => false,
    }
}
