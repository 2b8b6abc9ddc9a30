//! One spelling for many: any script without case, without accents, and without what nobody sees.
//!
//! Promises that whatever Unicode calls the same, or the same but for its looks, is one text afterwards, and that folding once
//! is enough. Never carries a table of Unicode's into the page, and asks for none where a text is ASCII.

mod unicode;
mod unseen;

use unseen::is_unseen;

/// `text` as searches compare it: decomposed (NFKD), in lower case, without marks but those that tell words apart, punctuation
/// in its plain form, Katakana as Hiragana.
///
/// ```
/// use vitrine_fold::fold;
///
/// assert_eq!(fold("Nguyễn Đặng"), "nguyen dang");
/// assert_eq!(fold("ＡＰＩ"), "api");
/// assert_eq!(fold("カメラ"), fold("かめら"));
/// assert_ne!(fold("か"), fold("が"), "another sound");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_to(text, &mut folded, &mut Vec::new());
    folded
}

/// Appends `text`, [folded](fold), to `to`, and to `capitals` where in that, in bytes, there was a capital.
pub fn fold_to(text: &str, to: &mut String, capitals: &mut Vec<usize>) {
    to.reserve(text.len());
    // The tables are asked once for all that needs them, a line for each run of that.
    let mut asked = String::new();
    let mut rest = text;
    while let Some((_, run)) = next_run(&mut rest) {
        if !run.chars().all(is_plain) {
            asked.extend(run.chars().filter(|c| !is_unseen(*c)));
            asked.push('\n');
        }
    }
    let (plain, lower) = if asked.is_empty() { Default::default() } else { unicode::decompose(&asked) };
    let mut told = plain.split('\n').zip(lower.split('\n'));
    rest = text;
    while let Some((ascii, run)) = next_run(&mut rest) {
        capitals.extend(ascii.bytes().enumerate().filter(|(_, b)| b.is_ascii_uppercase()).map(|(at, _)| to.len() + at));
        let from = to.len();
        to.push_str(ascii);
        if let Some(copy) = to.get_mut(from..) {
            copy.make_ascii_lowercase();
        }
        if run.chars().all(is_plain) {
            run.chars().for_each(|c| spell(c, to));
            continue;
        }
        let Some((plain, lower)) = told.next() else { continue };
        if plain == lower {
            lower.chars().for_each(|c| spell(c, to));
            continue;
        }
        for (c, lower) in plain.chars().zip(lower.chars()) {
            if c != lower {
                capitals.push(to.len());
            }
            spell(lower, to);
        }
    }
}

/// Takes from the beginning of a text what is ASCII, and what follows and is not.
fn next_run<'a>(text: &mut &'a str) -> Option<(&'a str, &'a str)> {
    if text.is_empty() {
        return None;
    }
    let end = |text: &str, is_ascii: bool| text.bytes().position(|b| b.is_ascii() != is_ascii).unwrap_or(text.len());
    let (ascii, rest) = text.split_at_checked(end(text, true))?;
    let (run, rest) = rest.split_at_checked(end(rest, false))?;
    *text = rest;
    Some((ascii, run))
}

/// Whether [`spell`] needs no table for a character beyond ASCII, which is a beginning, decomposed and no capital: the punctuation
/// of typeset text, and what words of Russian, Hebrew, Arabic and Chinese have most of.
fn is_plain(c: char) -> bool {
    matches!(c,
        '\u{a0}' | '\u{b7}' | '\u{2010}'..='\u{2016}' | '\u{2018}'..='\u{2022}'
        | 'а'..='и' | 'к'..='я' | 'א'..='ת' | 'ا'..='غ' | 'ف'..='ي' | '一'..='\u{9fff}')
}

/// Appends what stands for a decomposed character in lower case: what Unicode doesn't decompose but people do.
fn spell(c: char, to: &mut String) {
    to.push(match c {
        c if c.is_ascii() => c,
        c if is_unseen(c) => return,
        '\u{a0}' => ' ',
        'æ' => return to.push_str("ae"),
        'œ' => return to.push_str("oe"),
        'ß' => return to.push_str("ss"),
        'þ' => return to.push_str("th"),
        'ɓ' => 'b',
        'ð' | 'đ' | 'ɗ' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ĸ' | 'ƙ' => 'k',
        'ł' => 'l',
        'ŋ' => 'n',
        'ø' => 'o',
        'ŧ' => 't',
        'ƴ' => 'y',
        'ς' => 'σ',
        '\u{2bb}' | '\u{2bc}' | '\u{5f3}' | '\u{2018}' | '\u{2019}' => '\'',
        '«' | '»' | '\u{5f4}' | '\u{201c}'..='\u{201f}' => '"',
        '\u{5be}' | '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2044}' => '/',
        '\u{60c}' | '\u{3001}' => ',',
        '\u{61b}' => ';',
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        c => c,
    });
}

#[cfg(test)]
mod tests {
    use super::{fold, is_plain, spell, unicode};

    #[test]
    fn what_needs_no_table_is_the_same_without_one() {
        for c in ('\0'..=char::MAX).filter(|c| is_plain(*c)) {
            let mut spelt = String::new();
            spell(c, &mut spelt);
            let (_, lower) = unicode::decompose(&c.to_string());
            let mut told = String::new();
            lower.chars().for_each(|c| spell(c, &mut told));
            assert_eq!(spelt, told, "{c}");
            assert_eq!(fold(&[&c.to_string(), "\u{e9}"].concat()), spelt + "e", "{c}");
        }
    }

    #[test]
    fn a_decomposition_has_as_many_characters_in_lower_case() {
        for c in '\0'..=char::MAX {
            let (plain, lower) = unicode::decompose(&c.to_string());
            assert_eq!(plain.chars().count(), lower.chars().count(), "{c}");
        }
    }
}
