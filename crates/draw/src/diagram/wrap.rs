//! Where a text may go on in the next line, and how it is best broken.

use super::cluster::clusters;
use super::measure::{Font, clip, in_px, of_cluster};

/// How good a place is to end a line, the best first. A worse one is taken only where the better ones would cost words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Break {
    /// Between words, and between signs that are words of their own.
    Word,
    /// After what joins two words: `/`, `-`, `_`, `.`, `:`; between syllables of scripts without spaces.
    Join,
    /// Where a name of several words changes its case.
    Case,
    /// Between any two letters.
    Letter,
}

/// Breaks a text into at most `lines` lines of at most `max` world px, where words end if that is enough; what does not fit
/// ends in an ellipsis. At least one line, even for an empty text. Never inside of what a reader takes for one letter.
///
/// ```
/// use vitrine_draw::diagram::measure::Font;
/// use vitrine_draw::diagram::wrap::wrap;
///
/// assert_eq!(wrap("Order history", Font::Name, 80.0, 2), ["Order", "history"]);
/// assert_eq!(wrap("orderHistoryReader", Font::Name, 100.0, 2), ["orderHistory", "Reader"]);
/// ```
pub fn wrap(text: &str, font: Font, max: f64, lines: usize) -> Vec<String> {
    let words = between_words(text, font, max, lines);
    if !is_cut(text, &words) {
        return words;
    }
    let torn = broken(text.trim(), font, max, lines, Break::Letter);
    // Where no way shows all of it, words are not torn as well.
    if is_cut(text, &torn) { words } else { torn }
}

/// The same between words alone; `None` where that can't hold the text.
pub fn wrap_words(text: &str, font: Font, max: f64, lines: usize) -> Option<Vec<String>> {
    Some(between_words(text, font, max, lines)).filter(|lines| !is_cut(text, lines))
}

fn between_words(text: &str, font: Font, max: f64, lines: usize) -> Vec<String> {
    let at = |worst| broken(text.trim(), font, max, lines, worst);
    let better = [Break::Word, Break::Join].into_iter().map(at).find(|lines| !is_cut(text, lines));
    better.unwrap_or_else(|| at(Break::Case))
}

/// The same in lines as short as that number of them allows.
pub fn balanced(text: &str, font: Font, max: f64, lines: usize) -> Option<Vec<String>> {
    let mut best = wrap_words(text, font, max, lines)?;
    let (mut enough, mut short) = (max, max / best.len() as f64 * 0.8);
    while best.len() > 1 && enough - short > 4.0 {
        let tried = f64::midpoint(enough, short);
        let found = broken(text.trim(), font, tried, best.len(), Break::Join);
        if is_cut(text, &found) {
            short = tried;
        } else {
            (enough, best) = (tried, found);
        }
    }
    Some(best)
}

/// Whether lines leave something of a text out.
pub fn is_cut(text: &str, lines: &[String]) -> bool {
    let letters = |text: &str, most: usize| text.chars().filter(|c| !c.is_whitespace()).take(most).count();
    let shown: usize = lines.iter().map(|line| letters(line, usize::MAX)).sum();
    // What goes on and on is not read to its end.
    letters(text, shown + 1) != shown
        || lines.last().is_some_and(|line| line.ends_with('…') && !text.trim_end().ends_with('…'))
}

fn broken(text: &str, font: Font, max: f64, lines: usize, worst: Break) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut rest = text;
    while out.len() + 1 < lines {
        let Some(end) = last_break(rest, font, max, worst) else { break };
        out.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    out.push(clip(rest, font, max));
    out
}

/// The byte after the last place a line of at most `max` can end, if that is short of the whole text. Reads no further than the line.
fn last_break(text: &str, font: Font, max: f64, worst: Break) -> Option<usize> {
    let mut found = None;
    let (mut at, mut before) = (0, "");
    // Up to here, and up to the last letter before here.
    let (mut all, mut shown) = (0, 0);
    for cluster in clusters(text) {
        if shown > 0 && kind(before, &text[at..]).is_some_and(|kind| kind <= worst) {
            found = Some(at);
        }
        all += of_cluster(cluster, font.mono());
        if !cluster.chars().all(char::is_whitespace) {
            shown = all;
            if in_px(shown, font) > max {
                return found;
            }
        }
        (at, before) = (at + cluster.len(), cluster);
    }
    None
}

/// What kind of break there is between a cluster and what follows, if any; after Unicode Standard Annex 14, and JIS X 4051
/// for signs that begin or end no line.
fn kind(before: &str, after: &str) -> Option<Break> {
    let (end, start) = (before.chars().next()?, after.chars().next()?);
    if is_glue(end) || is_glue(start) || before.ends_with('\u{2060}') {
        return None;
    }
    if end.is_whitespace() || end == '\u{200b}' {
        return Some(Break::Word);
    }
    if start.is_whitespace() || start == '\u{200b}' {
        return None;
    }
    if never_starts(start) || never_ends(end) {
        return None;
    }
    if is_square(end) || is_square(start) {
        // Figures and Latin words beside signs are words, too; but no hyphen is torn off.
        return Some(Break::Word);
    }
    if is_syllabic(end) && is_syllabic(start) {
        return (!is_leading(end) && !is_trailing(start)).then_some(Break::Join);
    }
    if is_hangul(end) && is_hangul(start) {
        return Some(Break::Join);
    }
    let is_word = |c: char| c.is_alphanumeric();
    match end {
        // A version and a number are one word, and so is what is doubled.
        '.' | ',' | ':' if start.is_ascii_digit() => Some(Break::Letter),
        '/' | '-' | '_' | '.' | ':' | '|' | '+' | '&' | '@' | '=' | '\\' | '‐' | '–' | '—' if is_word(start) => {
            Some(Break::Join)
        }
        _ if !is_word(start) => Some(Break::Letter),
        _ if end.is_lowercase() && start.is_uppercase() => Some(Break::Case),
        _ if end.is_uppercase() && start.is_uppercase() && is_lower_next(after) => Some(Break::Case),
        _ => Some(Break::Letter),
    }
}

/// `HTTPServer` goes on with `Server`.
fn is_lower_next(after: &str) -> bool {
    after.chars().nth(1).is_some_and(char::is_lowercase)
}

/// What keeps its neighbours on its line.
fn is_glue(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2060}' | '\u{feff}' | '\u{2011}')
}

/// Signs of which each is set on its own: Chinese and Japanese.
fn is_square(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{312f}' | '\u{3190}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}')
}

/// Scripts without spaces between words: Thai, Lao, Burmese, Khmer.
fn is_syllabic(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Vowels of Thai and Lao that are written before their consonant.
fn is_leading(c: char) -> bool {
    matches!(c, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}')
}

/// What of these scripts follows a consonant, or ends a word.
fn is_trailing(c: char) -> bool {
    matches!(c, 'ฯ' | 'ะ' | 'า' | 'ำ' | 'ๅ' | 'ๆ' | 'ະ' | 'າ' | 'ຳ' | 'ຽ' | 'ໆ')
}

/// What no line begins with: closing and small signs, and marks after a word.
fn never_starts(c: char) -> bool {
    "、。，．・：；？！」』】）〉》〕］｝〗〙｠”’»›)]},;!?…‥％%℃°ーｰ々〻ゝゞヽヾ〜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
        .contains(c)
}

/// What no line ends with: opening signs, and signs of a currency.
fn never_ends(c: char) -> bool {
    "「『【（〈《〔［｛〖〘｟“‘«‹([{￥＄￡¥$£€#".contains(c)
}
