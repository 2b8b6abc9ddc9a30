//! Which way a text is written.
//!
//! Source: Unicode Character Database, `DerivedBidiClass.txt` (classes L, R and AL), and Unicode Standard Annex #9, rules P2 and P3.

/// Whether a text begins at its right end: its first letter that has a direction is written from right to left. Without any it begins
/// at its left end. What is kept apart by marks does not count.
///
/// ```
/// use vitrine_lean::bidi::is_rtl;
///
/// assert!(is_rtl("1. خدمة (v2)") && is_rtl("קופה (v2)!"));
/// assert!(!is_rtl("Kafka عن") && !is_rtl("×4"));
/// ```
pub fn is_rtl(text: &str) -> bool {
    let mut apart = 0_usize;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => apart += 1,
            '\u{2069}' => apart = apart.saturating_sub(1),
            _ if apart > 0 => {}
            _ => {
                if let Some(is_rtl) = direction(c) {
                    return is_rtl;
                }
            }
        }
    }
    false
}

/// A text between marks that say it is written from right to left, for what has no other way to be told.
///
/// Source: Unicode Standard Annex #9, § 2.4, "Explicit directional isolates".
pub fn marked_rtl(text: &str) -> String {
    ["\u{2067}", text, "\u{2069}"].concat()
}

/// Whether a character belongs to a script that is written from right to left, its digits and marks included: the blocks of which
/// unassigned places are R or AL.
pub fn is_of_rtl_script(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether a letter is written from right to left; `None` for what takes its direction from what is beside it. Marks are taken for
/// letters: they never come before theirs.
fn direction(c: char) -> Option<bool> {
    match c {
        'A'..='Z' | 'a'..='z' | 'ª' | 'µ' | 'º' | '\u{200e}' => Some(false),
        '\u{200f}' => Some(true),
        // Digits and punctuation of Arabic, which numbers and lists begin with.
        '\u{600}'..='\u{607}'
        | '\u{609}'
        | '\u{60a}'
        | '\u{60c}'
        | '\u{60e}'
        | '\u{60f}'
        | '\u{660}'..='\u{66c}'
        | '\u{6dd}'
        | '\u{6de}'
        | '\u{6e9}'
        | '\u{6f0}'..='\u{6f9}'
        | '\u{fd3e}'
        | '\u{fd3f}' => None,
        _ if is_of_rtl_script(c) => Some(true),
        // Signs between the letters: punctuation, arrows, forms to be filled in, and pictures.
        '\0'..='\u{bf}'
        | '×'
        | '÷'
        | '\u{2b9}'
        | '\u{2ba}'
        | '\u{2c2}'..='\u{2cf}'
        | '\u{2d2}'..='\u{2df}'
        | '\u{300}'..='\u{36f}'
        | '\u{2000}'..='\u{2bff}'
        | '\u{2e00}'..='\u{2fff}'
        | '\u{3001}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{3030}'
        | '\u{fe00}'..='\u{fe6f}'
        | '\u{feff}'..='\u{ff20}'
        | '\u{ff3b}'..='\u{ff40}'
        | '\u{ff5b}'..='\u{ff65}'
        | '\u{ffe0}'..='\u{ffff}'
        | '\u{1f000}'..='\u{1f0ff}'
        | '\u{1f300}'..='\u{1faff}' => None,
        _ => Some(false),
    }
}
