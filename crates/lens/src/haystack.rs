//! Text in which words are looked for.

use vitrine_fold::{fold, fold_to};

/// Folded text with the places where a word begins.
///
/// A word begins after anything that is no letter or digit, and at a capital after a small letter, so that
/// `sql` finds `PostgreSQL` and `script` finds `TypeScript` while `go` does not find `MongoDB`. In scripts that have no spaces
/// it may begin at any letter, and it ends where another script begins.
#[derive(Debug, Default)]
pub(super) struct Haystack {
    text: String,
    /// Byte offsets into `text`, ascending, each on a character boundary.
    starts: Vec<u32>,
}

impl Haystack {
    /// Appends a field; nothing matches across two fields.
    pub(super) fn push(&mut self, field: &str) {
        // A line feed cannot be part of a needle: `words` splits at it.
        self.text.push('\n');
        let (from, mut capitals) = (self.text.len(), Vec::new());
        fold_to(field, &mut self.text, &mut capitals);
        let mut capitals = capitals.into_iter().peekable();
        // Of the character before: whether a word goes on after it, and whether it is a small letter.
        let (mut goes_on, mut is_small) = (false, false);
        for (at, c) in self.text.get(from..).unwrap_or_default().char_indices() {
            let is_capital = capitals.next_if_eq(&(from + at)).is_some();
            let (is_unspaced, is_word) = (is_unspaced(c), is_word(c));
            if (!goes_on || (is_small && is_capital)) && !is_unspaced && !c.is_whitespace() {
                self.starts.extend(u32::try_from(from + at));
            }
            goes_on = is_word && !is_unspaced;
            is_small = goes_on && !is_capital && !c.is_ascii_digit();
        }
    }

    /// Whether some word begins with `needle`, which is folded.
    pub(super) fn has(&self, needle: &str) -> bool {
        let text = self.text.as_bytes();
        let begins = |at: usize| {
            let rest = text.get(at..).and_then(|rest| rest.strip_prefix(needle.as_bytes()));
            // What is voiced is another letter than what is not.
            rest.is_some_and(|rest| !VOICING.iter().any(|mark| rest.starts_with(mark)))
        };
        if needle.starts_with(is_unspaced) {
            return (0..text.len()).any(begins);
        }
        self.starts.iter().any(|&at| begins(at as usize))
    }
}

/// The marks that make other sounds of kana: U+3099 and U+309A.
const VOICING: [&[u8]; 2] = ["\u{3099}".as_bytes(), "\u{309a}".as_bytes()];

/// Whether `c` continues a word: every letter and digit, and beyond ASCII whatever is no common punctuation.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (c >= '\u{c0}' && !matches!(c, '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}'))
}

/// Whether `c` is of a script that writes no spaces between words, so that only a dictionary knows where they begin: those with the
/// line break classes SA and ID (Unicode Standard Annex #14) but Hangul and pictures, and kana.
fn is_unspaced(c: char) -> bool {
    let code = u32::from(c);
    // A block of 256 each: this is asked of every character.
    match code >> 8 {
        // Burmese; Khmer; the scripts of the Tai.
        0x10 => code < 0x10a0,
        0x17 => code >= 0x1780,
        0x19 => code >= 0x1950,
        0x1a => code < 0x1ab0,
        0xa9 => code >= 0xa9e0,
        0xaa => matches!(code, 0xaa60..=0xaadf),
        // Signs of Chinese and Japanese, without punctuation, letters of Korean and what stands in circles.
        0x30 => matches!(code, 0x3005..=0x3007 | 0x3021..),
        0x31 => matches!(code, ..0x3130 | 0x31a0..),
        // Thai, Lao and Tibetan; what else there is of Chinese and Japanese.
        0x0e..=0x0f | 0x2e..=0x2f | 0x34..=0x9f | 0x1b0..=0x1b1 | 0x200..=0x3ff => true,
        _ => false,
    }
}

/// The folded words a text asks for. Commas, semicolons and double quotes separate words as spaces do.
pub(super) fn words(text: &str) -> Vec<String> {
    let separates = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '"');
    fold(text).split(separates).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{Haystack, words};

    #[test]
    fn a_needle_is_found_where_a_word_begins() {
        let mut hay = Haystack::default();
        for field in ["PostgreSQL and MongoDB", "Node.js, C++ and .NET (CI/CD)", "Ünïcode naïve", "end"] {
            hay.push(field);
        }
        for (needle, found) in [
            ("postgres", true),
            ("sql", true),
            ("greSQL", false),
            ("mongodb", true),
            ("db", true),
            ("go", false),
            ("node.js", true),
            ("js", true),
            ("c++", true),
            (".net", true),
            ("net", true),
            ("cd", true),
            ("ci/cd", true),
            ("unicode", true),
            ("naive", true),
            ("mongodbnode", false),
        ] {
            assert_eq!(hay.has(needle), found, "{needle}");
        }
    }

    #[test]
    fn words_are_separated_by_space_and_list_marks() {
        assert_eq!(words("  Redis,queue; \"dead letter\" \u{200b} "), ["redis", "queue", "dead", "letter"]);
        assert!(words(" ,;\" ").is_empty());
    }
}
