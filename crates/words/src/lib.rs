//! What pages say themselves, beside what a portfolio says: one file a language, whole sentences with slots and plural forms.
//!
//! `languages/en.json` declares the messages; `build.rs` makes a method of each, so that `words.diagram_parts(3)` is `3 parts` in
//! English and `3 Teile` in German. A page holds the words of its language as lines ([`Words::read`]) and the program none.
//! Natively there are all languages: [`Words::of`] finds the one that fits best.

#[cfg(feature = "languages")]
mod language;
mod number;
#[cfg(feature = "languages")]
mod pseudo;
#[cfg(feature = "languages")]
mod template;
mod text;
#[cfg(feature = "languages")]
mod written;

use std::fmt;

use text::Slot;

#[cfg(feature = "languages")]
pub use language::{LANGUAGES, messages};
#[cfg(feature = "languages")]
pub use written::{Fault, keys};

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Words(&'static Table);

/// A line a message, in the order of `languages/en.json`, and what they are made of.
struct Table {
    lines: Vec<&'static str>,
    /// From which number on which form counts.
    forms: Vec<(usize, usize)>,
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A message as `languages/en.json` declares it.
#[cfg(feature = "languages")]
#[derive(Debug, Clone, Copy)]
pub struct Message {
    /// Such as `filter.without`.
    pub key: &'static str,
    /// Such as `name` and `#found`.
    pub slots: &'static [&'static str],
    /// How it is written.
    pub form: Form,
}

/// How a message is written.
#[cfg(feature = "languages")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One text.
    One,
    /// A text a plural category of CLDR; `count` chooses.
    Plural,
    /// So many texts, such as the names of the months.
    List(usize),
}

#[cfg(feature = "languages")]
impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One => f.write_str("a text"),
            Self::Plural => f.write_str("an object with a text for each plural form, such as \"one\" and \"other\""),
            Self::List(count) => write!(f, "a list of {count} texts"),
        }
    }
}

impl Words {
    /// None: each message is empty.
    pub const NONE: Self = Self(&NONE);

    /// Reads what [`Words::lines`] has written: lines that a page holds.
    pub fn read(lines: String) -> Self {
        // The words of a page are there as long as it is.
        let mut lines = lines.leak().trim_matches('\n').split('\n');
        let forms = lines.next().unwrap_or_default().split(' ').filter_map(|run| {
            let (from, form) = run.split_once(':')?;
            Some((from.parse().ok()?, form.parse().ok()?))
        });
        let forms = forms.collect();
        Self(Box::leak(Box::new(Table { lines: lines.collect(), forms })))
    }

    /// Whether the language is written from right to left.
    pub fn is_rtl(self) -> bool {
        self.format_direction() == "rtl"
    }
}

static NONE: Table = Table { lines: Vec::new(), forms: Vec::new() };

/// None: each message is empty.
impl Default for Words {
    fn default() -> Self {
        Self::NONE
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Words")
    }
}

/// Those of a page are the same as any others there.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0) || self.0.lines == other.0.lines
    }
}
