//! Words into lines: measured with the fonts they are drawn in, wrapped, shrunk, and cut as the last resort.

use std::collections::BTreeSet;

use super::super::raster::{self, MONO};
use super::script::{is_square, is_usual, pieces, runs_leftward};
use vitrine_lean::bidi;
use vitrine_lean::escape::xml;

/// A size where rounding is no matter; advances grow with the size.
const MEASURED: f64 = 100.0;

/// What a text is set in.
#[derive(Debug, Clone, Copy)]
pub struct Face {
    /// The font's family.
    pub family: &'static str,
    /// 400 to 600.
    pub weight: u16,
    /// Between letters, in em.
    pub spacing: f64,
}

impl Face {
    /// Labels and figures.
    pub const fn mono(weight: u16) -> Self {
        Self { family: MONO, weight, spacing: 0.0 }
    }

    /// The attributes of a `<text>`, for a size in px.
    pub fn attributes(self, size: f64) -> String {
        let Self { family, weight, spacing } = self;
        let spacing = spacing * size;
        format!(
            "font-family=\"{family}\" font-weight=\"{weight}\" font-size=\"{size}\" letter-spacing=\"{spacing:.2}\" \
             xml:space=\"preserve\""
        )
    }

    /// The width of a text in px.
    pub fn width(self, text: &str, size: f64) -> f64 {
        let runs = runs(text);
        let advances: f64 = runs.iter().rev().skip(1).map(|run| self.advance(run, size)).sum();
        advances + runs.last().map_or(0.0, |last| self.measured(last.trim_end(), size))
    }

    /// How far a run moves what comes after it, in px.
    pub fn advance(self, run: &str, size: f64) -> f64 {
        let word = run.trim_end();
        let width = self.measured(word, size);
        // A word that no font has leaves no gap.
        let is_lacking = width == 0.0 && !word.is_empty();
        let space = if run.ends_with(' ') && !is_lacking { self.space(size) } else { 0.0 };
        width + space
    }

    /// A space is as wide as it makes a text wider.
    fn space(self, size: f64) -> f64 {
        self.measured("n n", size) - 2.0 * self.measured("n", size)
    }

    fn measured(self, text: &str, size: f64) -> f64 {
        if text.is_empty() { 0.0 } else { raster::width(&self.sample(text)) * size / MEASURED }
    }

    /// The letters of a text that no font has.
    pub fn lacking(self, text: &str) -> BTreeSet<char> {
        raster::lacking(&self.sample(text))
    }

    fn sample(self, text: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><text y=\"100\" {}>{}</text></svg>",
            self.attributes(MEASURED),
            xml(text)
        )
    }
}

/// A text in pieces that are drawn one by one: a word with a letter that one of our fonts may lack stands alone, so
/// that the font that is taken for it is taken for that word, all of it, and for no other. Words that are read from the
/// right to the left stay together, with what is between them that has no direction, since whoever draws them orders them; so does
/// a text that begins at its right end as a whole.
pub fn runs(text: &str) -> Vec<String> {
    #[derive(Clone, Copy, PartialEq)]
    enum Kind {
        Usual,
        Leftward,
        Other,
    }
    if bidi::is_rtl(text) {
        return vec![text.to_owned()];
    }
    let mut runs: Vec<(Kind, String)> = Vec::new();
    for word in text.split_inclusive(' ') {
        let kind = match is_usual(word) {
            true => Kind::Usual,
            false if runs_leftward(word) => Kind::Leftward,
            false => Kind::Other,
        };
        let is_neutral = kind == Kind::Usual && !word.contains(char::is_alphabetic);
        match runs.last_mut() {
            Some((last, run)) if *last == kind && kind != Kind::Other => run.push_str(word),
            Some((Kind::Leftward, run)) if is_neutral => run.push_str(word),
            _ => runs.push((kind, word.to_owned())),
        }
    }
    runs.into_iter().map(|(_, run)| run).collect()
}

/// Lines of one size.
pub struct Lines {
    /// Px.
    pub size: f64,
    /// From the top.
    pub lines: Vec<String>,
}

/// What stays on one line.
struct Piece<'a> {
    text: &'a str,
    /// Whether a space is before it where it doesn't start a line.
    spaced: bool,
    /// At 1 px.
    width: f64,
}

/// A text in pieces, from one place where a line may end to the next.
fn split<'a>(text: &'a str, face: Face) -> Vec<Piece<'a>> {
    // They are of one width, and there are too many of them to measure each.
    let squares: String = text.chars().filter(|c| is_square(*c)).collect();
    let square = match face.width(&squares, 1.0) / squares.chars().count().max(1) as f64 {
        // No font has them: lines end where they would.
        0.0 => 1.0,
        square => square,
    };
    let width = |text: &str| {
        let count = text.chars().filter(|c| is_square(*c)).count();
        let others: String = text.chars().filter(|c| !is_square(*c)).collect();
        face.width(&others, 1.0) + count as f64 * square
    };
    let of_word = |word: &'a str| pieces(word).into_iter().enumerate();
    let pieces = text.split_whitespace().flat_map(of_word);
    pieces.map(|(at, text)| Piece { text, spaced: at == 0, width: width(text) }).collect()
}

/// The largest size from `sizes.0` down to `sizes.1` at which a text takes at most `most` lines of `room` px; at the
/// least size what is too much ends in an ellipsis.
pub fn fit(text: &str, face: Face, room: f64, most: usize, sizes: (f64, f64)) -> Lines {
    let pieces = split(text, face);
    let space = face.space(1.0);
    let mut size = sizes.0;
    loop {
        let lines = wrap(&pieces, space, room / size);
        if lines.len() <= most && widest(&pieces) * size <= room {
            let lines = balanced(&pieces, space, room / size);
            // Words that are drawn together may be of another font than each of them alone.
            if is_usual(text) || lines.iter().all(|line| face.width(line, size) <= room) {
                return Lines { size, lines };
            }
        }
        if size - 2.0 < sizes.1 {
            return Lines { size, lines: cut(lines, face, size, room, most) };
        }
        size -= 2.0;
    }
}

fn widest(pieces: &[Piece<'_>]) -> f64 {
    pieces.iter().map(|piece| piece.width).fold(0.0, f64::max)
}

/// One line of at most `room` px.
pub fn clip(text: &str, face: Face, size: f64, room: f64) -> String {
    fit(text, face, room, 1, (size, size)).lines.into_iter().next().unwrap_or_default()
}

/// The same number of lines, about equally long, so that no word is left alone on the last one.
fn balanced(pieces: &[Piece<'_>], space: f64, room: f64) -> Vec<String> {
    let lines = wrap(pieces, space, room);
    let (mut narrow, mut wide) = (widest(pieces).min(room), room);
    for _ in 0..12 {
        let middle = f64::midpoint(narrow, wide);
        if wrap(pieces, space, middle).len() > lines.len() {
            narrow = middle;
        } else {
            wide = middle;
        }
    }
    wrap(pieces, space, wide)
}

fn wrap(pieces: &[Piece<'_>], space: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = f64::INFINITY;
    for piece in pieces {
        let gap = if piece.spaced { space } else { 0.0 };
        match lines.last_mut() {
            Some(line) if used + gap + piece.width <= room => {
                if piece.spaced {
                    line.push(' ');
                }
                line.push_str(piece.text);
                used += gap + piece.width;
            }
            _ => {
                lines.push(piece.text.to_owned());
                used = piece.width;
            }
        }
    }
    lines
}

fn cut(mut lines: Vec<String>, face: Face, size: f64, room: f64, most: usize) -> Vec<String> {
    let more = lines.len() > most;
    lines.truncate(most);
    let last = lines.len().saturating_sub(1);
    for (at, line) in lines.iter_mut().enumerate() {
        if (more && at == last) || face.width(line, size) > room {
            *line = ended(line, face, size, room);
        }
    }
    lines
}

/// As much of a line as there is room for, with an ellipsis.
fn ended(line: &str, face: Face, size: f64, room: f64) -> String {
    let mut kept: Vec<char> = line.chars().collect();
    loop {
        let text: String = kept.iter().collect();
        let text = text
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '·' | '、' | '。'));
        let text = [text, "…"].concat();
        if kept.is_empty() || face.width(&text, size) <= room {
            return text;
        }
        kept.pop();
    }
}
