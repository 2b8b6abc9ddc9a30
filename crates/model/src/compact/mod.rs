//! A checked portfolio as one text, for pages to hold: read again it is the same, without being judged again.
//!
//! The text is a list of lines, one a value, in the order in which the fields are declared: nothing is named, so that what a
//! page holds is little more than its words, spelt as they stand in its markup. A `\` and a letter stand for what a line, or
//! a script element of HTML, can't hold, and for what is no text. The first line is a fingerprint of the format: what was
//! written in another one is refused. References are not looked at again, so the text must come from [`write`].

mod text;
mod types;

use std::iter::Peekable;
use std::str::Split;

use vitrine_words::Words;

use crate::portfolio::{Diagram, Portfolio};
use text::{escape, unescape};

/// Stands where an optional value is missing.
const NONE: &str = "\\-";
/// The largest whole number that is written as one: beyond it `f64` has gaps.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A portfolio as a text that can stand in a `<script>` of a page. `whole` is the portfolio of the site, which it is a part
/// of: links are marked that lead to a page of it.
pub fn write(portfolio: &Portfolio, whole: &Portfolio) -> String {
    text_of(portfolio, whole)
}

/// The portfolio that [`write`] was given, which speaks in these words; `None` of a text in another format.
///
/// ```
/// use vitrine_model::{Gate, compact, read};
///
/// let portfolio = read(r#"{ "profile": { "name": "Ada" } }"#, &Gate { parse: |_| None })?.value;
/// let (text, words) = (compact::write(&portfolio, &portfolio), portfolio.words);
/// assert_eq!(compact::read(&text, words), Some(portfolio));
/// assert_eq!(compact::read("{}", words), None);
/// # Ok::<(), vitrine_model::ReadError>(())
/// ```
pub fn read(text: &str, words: Words) -> Option<Portfolio> {
    value_of(text, words)
}

/// A diagram as such a text, with technologies of the portfolio.
pub fn write_diagram(diagram: &Diagram, portfolio: &Portfolio) -> String {
    text_of(diagram, portfolio)
}

/// The diagram that [`write_diagram`] was given.
pub fn read_diagram(text: &str) -> Option<Diagram> {
    value_of(text, Words::default())
}

fn text_of(value: &impl Compact, whole: &Portfolio) -> String {
    let mut writer = Writer { text: String::new(), whole };
    types::FORMAT.write(&mut writer);
    value.write(&mut writer);
    writer.text
}

fn value_of<T: Compact>(text: &str, words: Words) -> Option<T> {
    let mut reader = Reader { lines: text.split('\n').peekable(), words };
    (u32::read(&mut reader)? == types::FORMAT).then_some(())?;
    let value = T::read(&mut reader)?;
    // What was written ends with its last line.
    (reader.lines.next() == Some("") && reader.lines.next().is_none()).then_some(value)
}

/// What can be written as lines. Of what stands in an [`Option`], the first line is never [`NONE`].
trait Compact: Sized {
    fn write(&self, to: &mut Writer<'_>);
    fn read(from: &mut Reader<'_>) -> Option<Self>;
}

struct Writer<'a> {
    text: String,
    whole: &'a Portfolio,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

struct Reader<'a> {
    lines: Peekable<Split<'a, char>>,
    words: Words,
}

impl<'a> Reader<'a> {
    fn line(&mut self) -> Option<&'a str> {
        self.lines.next()
    }

    fn is_none(&mut self) -> bool {
        self.lines.next_if_eq(&NONE).is_some()
    }

    fn integer(&mut self) -> Option<i64> {
        integer(self.line()?)
    }
}

/// A whole number in decimal digits. The standard library's way costs more than all of this file.
fn integer(text: &str) -> Option<i64> {
    let (digits, sign) = text.strip_prefix('-').map_or((text, 1), |digits| (digits, -1));
    let sound = (1..=18).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    sound.then(|| sign * digits.bytes().fold(0, |number, digit| 10 * number + i64::from(digit - b'0')))
}

impl Compact for String {
    fn write(&self, to: &mut Writer<'_>) {
        escape(self, &mut to.text);
        to.line("");
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        unescape(from.line()?)
    }
}

impl Compact for bool {
    fn write(&self, to: &mut Writer<'_>) {
        to.line(if *self { "1" } else { "0" });
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(from.integer()? != 0)
    }
}

macro_rules! integers {
    ($($number:ty),*) => {$(
        impl Compact for $number {
            fn write(&self, to: &mut Writer<'_>) {
                to.line(&self.to_string());
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                from.integer()?.try_into().ok()
            }
        }
    )*};
}
integers!(u8, u32, i32, usize);

/// A whole number as it is, any other by its bits, since decimals cost a page too much to read.
impl Compact for f64 {
    fn write(&self, to: &mut Writer<'_>) {
        if self.fract() == 0.0 && self.abs() < EXACT && (*self != 0.0 || self.is_sign_positive()) {
            to.line(&format!("{self}"));
        } else {
            to.line(&format!("x{:x}", self.to_bits()));
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let line = from.line()?;
        match line.strip_prefix('x') {
            Some(bits) => {
                let digit = |bits: u64, digit: char| Some(bits << 4 | u64::from(digit.to_digit(16)?));
                (bits.len() <= 16).then(|| bits.chars().try_fold(0, digit).map(Self::from_bits))?
            }
            None => Some(integer(line)? as Self),
        }
    }
}

impl<T: Compact> Compact for Option<T> {
    fn write(&self, to: &mut Writer<'_>) {
        match self {
            Some(value) => {
                let start = to.text.len();
                value.write(to);
                debug_assert!(!to.text[start..].starts_with("\\-\n"), "it would be read as none");
            }
            None => to.line(NONE),
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        if from.is_none() { Some(None) } else { T::read(from).map(Some) }
    }
}

/// How many there are, and each of them.
impl<T: Compact> Compact for Vec<T> {
    fn write(&self, to: &mut Writer<'_>) {
        self.len().write(to);
        for value in self {
            value.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        (0..from.integer()?).map(|_| T::read(from)).collect()
    }
}

impl<T: Compact, const COUNT: usize> Compact for [T; COUNT] {
    fn write(&self, to: &mut Writer<'_>) {
        for value in self {
            value.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        (0..COUNT).map(|_| T::read(from)).collect::<Option<Vec<T>>>()?.try_into().ok()
    }
}

impl<A: Compact, B: Compact> Compact for (A, B) {
    fn write(&self, to: &mut Writer<'_>) {
        self.0.write(to);
        self.1.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some((A::read(from)?, B::read(from)?))
    }
}
