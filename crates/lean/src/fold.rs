//! One spelling for many: lower case without diacritics.
//!
//! Written out instead of taken from the standard library or a normalisation crate, whose tables would be
//! the larger part of the search in the page. Covers Latin, Greek and Cyrillic; other scripts pass unchanged.

/// Base letters of U+00C0 to U+017F; `*` marks a character that [`fold_char`] treats on its own.
const LATIN: &[u8; 192] = b"aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrsssssssstttttt\
uuuuuuuuuuuuwwyyyzzzzzzs";

/// Appends `c` to `to` as searches compare it: lower case, without diacritics, punctuation in its plain form.
/// Characters that cannot be seen are left out.
pub fn fold_char(c: char, to: &mut String) {
    match c {
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
        'Æ' | 'æ' => to.push_str("ae"),
        'Œ' | 'œ' => to.push_str("oe"),
        'ß' | 'ẞ' => to.push_str("ss"),
        'Þ' | 'þ' => to.push_str("th"),
        'Ĳ' | 'ĳ' => to.push_str("ij"),
        '\u{2018}' | '\u{2019}' => to.push('\''),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => to.push('-'),
        'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => to.push(shifted(c, 0x20)),
        'Ѐ'..='Џ' => to.push(shifted(c, 0x50)),
        'ς' => to.push('σ'),
        '\u{c0}'..='\u{17f}' => to.push(match LATIN.get(c as usize - 0xc0) {
            Some(&base) if base != b'*' => char::from(base),
            _ => c,
        }),
        c if c.is_whitespace() => to.push(' '),
        c => to.push(c.to_ascii_lowercase()),
    }
}

/// `text` as searches compare it.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut folded);
    }
    folded
}

fn shifted(c: char, by: u32) -> char {
    char::from_u32(c as u32 + by).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_diacritics_and_typography_make_no_difference() {
        for (written, folded) in [
            ("Redis", "redis"),
            ("Café", "cafe"),
            ("cafe\u{301}", "cafe"),
            ("Łódź Đặng", "lodz dặng"),
            ("Ærø Straße ŒUVRE", "aero strasse oeuvre"),
            ("ÿŸſžŽ", "yyszz"),
            ("ΑΘΗΝΑΣ ς", "αθηνασ σ"),
            ("МОСКВА Ёлка", "москва ёлка"),
            ("zero\u{200b}width\u{ad}s", "zerowidths"),
            ("don’t — stop", "don't - stop"),
            ("a\u{a0}b\tc", "a b c"),
            ("日本語 ×÷", "日本語 ×÷"),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }
}
