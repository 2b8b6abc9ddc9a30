//! Words into lines: measured with the fonts they are drawn in, wrapped, shrunk, and cut as the last resort.

use super::super::raster::{self, MONO};
use crate::escape::xml;

/// What a text is set in.
#[derive(Debug, Clone, Copy)]
pub struct Face {
    /// The font's family.
    pub family: &'static str,
    /// 400 to 700.
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
        let space = if run.ends_with(' ') { self.space(size) } else { 0.0 };
        self.measured(run.trim_end(), size) + space
    }

    /// A space is as wide as it makes a text wider.
    fn space(self, size: f64) -> f64 {
        self.measured("n n", size) - 2.0 * self.measured("n", size)
    }

    fn measured(self, text: &str, size: f64) -> f64 {
        // Measured at a size where rounding is no matter; advances grow with the size.
        const MEASURED: f64 = 100.0;
        if text.is_empty() {
            return 0.0;
        }
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><text y=\"100\" {}>{}</text></svg>",
            self.attributes(MEASURED),
            xml(text)
        );
        raster::width(&svg) * size / MEASURED
    }
}

/// What every font of the page has beside Latin-1.
const IN_ALL_FONTS: &str = "ıŒœˆ˚˜–—‘’‚“”„•…′″‹›⁄€™↑↓−";

/// A text in pieces that are drawn one by one: a word with a letter that one of our fonts may lack stands alone, so
/// that the font that is taken for it is taken for that word, all of it, and for no other.
pub fn runs(text: &str) -> Vec<String> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    for word in text.split_inclusive(' ') {
        let usual = word.chars().all(|c| c <= '\u{ff}' || IN_ALL_FONTS.contains(c));
        match runs.last_mut() {
            Some((true, run)) if usual => run.push_str(word),
            _ => runs.push((usual, word.to_owned())),
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

/// The largest size from `sizes.0` down to `sizes.1` at which a text takes at most `most` lines of `room` px; at the
/// least size what is too much ends in an ellipsis.
pub fn fit(text: &str, face: Face, room: f64, most: usize, sizes: (f64, f64)) -> Lines {
    let words: Vec<&str> = text.split_whitespace().collect();
    // At 1 px.
    let widths: Vec<f64> = words.iter().map(|word| face.width(word, 1.0)).collect();
    let space = face.space(1.0);
    let mut size = sizes.0;
    loop {
        let lines = wrap(&words, &widths, space, room / size);
        let widest = widths.iter().copied().fold(0.0, f64::max) * size;
        if lines.len() <= most && widest <= room {
            return Lines { size, lines: balanced(&words, &widths, space, room / size) };
        }
        if size - 2.0 < sizes.1 {
            return Lines { size, lines: cut(lines, face, size, room, most) };
        }
        size -= 2.0;
    }
}

/// One line of at most `room` px.
pub fn clip(text: &str, face: Face, size: f64, room: f64) -> String {
    fit(text, face, room, 1, (size, size)).lines.into_iter().next().unwrap_or_default()
}

/// The same number of lines, about equally long, so that no word is left alone on the last one.
fn balanced(words: &[&str], widths: &[f64], space: f64, room: f64) -> Vec<String> {
    let lines = wrap(words, widths, space, room);
    let (mut narrow, mut wide) = (widths.iter().copied().fold(0.0, f64::max).min(room), room);
    for _ in 0..12 {
        let middle = f64::midpoint(narrow, wide);
        if wrap(words, widths, space, middle).len() > lines.len() {
            narrow = middle;
        } else {
            wide = middle;
        }
    }
    wrap(words, widths, space, wide)
}

fn wrap(words: &[&str], widths: &[f64], space: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = f64::INFINITY;
    for (word, width) in words.iter().zip(widths) {
        match lines.last_mut() {
            Some(line) if used + space + width <= room => {
                line.push(' ');
                line.push_str(word);
                used += space + width;
            }
            _ => {
                lines.push((*word).to_owned());
                used = *width;
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
        let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '·'));
        let text = [text, "…"].concat();
        if kept.is_empty() || face.width(&text, size) <= room {
            return text;
        }
        kept.pop();
    }
}
