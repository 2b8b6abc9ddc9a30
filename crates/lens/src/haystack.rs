//! Text in which words are looked for.

use vitrine_lean::fold::{fold, fold_char};

/// Folded text with the places where a word begins.
///
/// A word begins after anything that is no letter or digit, and at a capital after a small letter, so that
/// `sql` finds `PostgreSQL` and `script` finds `TypeScript` while `go` does not find `MongoDB`.
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
        let mut before = ' ';
        for c in field.chars() {
            let at = self.text.len();
            fold_char(c, &mut self.text);
            if self.text.len() == at {
                continue;
            }
            let begins = !is_word(before) || (before.is_ascii_lowercase() && c.is_ascii_uppercase());
            if begins && !c.is_whitespace() {
                self.starts.extend(u32::try_from(at));
            }
            before = c;
        }
    }

    /// Whether some word begins with `needle`, which is folded.
    pub(super) fn has(&self, needle: &str) -> bool {
        let (text, needle) = (self.text.as_bytes(), needle.as_bytes());
        self.starts.iter().any(|&at| text.get(at as usize..).is_some_and(|rest| rest.starts_with(needle)))
    }
}

/// Whether `c` continues a word: every letter and digit, and beyond ASCII whatever is no common punctuation.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (c >= '\u{c0}' && !matches!(c, '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}'))
}

/// The folded words a text asks for. Commas, semicolons and double quotes separate words as spaces do.
pub(super) fn words(text: &str) -> Vec<String> {
    let separates = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '"' | '\u{201c}' | '\u{201d}');
    text.split(separates).map(fold).filter(|word| !word.is_empty()).collect()
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
