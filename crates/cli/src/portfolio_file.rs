//! A portfolio as its author writes it: JSON, with comments and commas at the ends of lists if they like.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use anyhow::{Context, Result, bail};
use jsonc_parser::Scanner;
use jsonc_parser::ScannerOptions;
use jsonc_parser::tokens::Token;

/// What the file is called, unless one is named.
pub const NAMES: [&str; 2] = ["portfolio.json", "portfolio.jsonc"];

/// The portfolio file that is given, or the one of this folder.
///
/// # Errors
/// When none is given, and there is none or more than one.
pub fn find(given: Option<&Path>) -> Result<PathBuf> {
    let folder = match given {
        Some(folder) if folder.is_dir() => folder,
        Some(file) => return Ok(file.to_owned()),
        None => Path::new(""),
    };
    let there: Vec<PathBuf> = NAMES.iter().map(|name| folder.join(name)).filter(|file| file.is_file()).collect();
    match &there[..] {
        [file] => Ok(file.clone()),
        [] => bail!(
            "there is no portfolio.json {}; `vitrine new` writes one, or name the file",
            if folder.as_os_str().is_empty() {
                "in this folder".to_owned()
            } else {
                format!("in {}", folder.display())
            }
        ),
        _ => bail!("there are portfolio.json and portfolio.jsonc; delete one, or name the file"),
    }
}

/// Reads a file as text.
///
/// # Errors
/// When it can't be read, or, as [`NotText`], is none.
pub fn read(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    match text(&bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(encoding) => Err(NotText { name: file.display().to_string(), encoding }.into()),
    }
}

/// A file that holds no text as portfolios are: a problem of the file, whoever reads it.
#[derive(Debug)]
pub struct NotText {
    /// How the file is called.
    pub name: String,
    /// What it holds instead.
    pub encoding: Encoding,
}

/// What bytes are that are no UTF-8 text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, which programs of Windows call Unicode.
    Wide,
    /// Another, or none. It is UTF-8 up to this byte.
    Unknown(usize),
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_wide = self.encoding == Encoding::Wide;
        let encoding = if is_wide { "UTF-16 text, not UTF-8" } else { "not UTF-8 text" };
        write!(f, "{} is {encoding}; save it as UTF-8", self.name)
    }
}

impl std::error::Error for NotText {}

/// The text that bytes are.
///
/// # Errors
/// When they are none.
pub fn text(bytes: &[u8]) -> Result<&str, Encoding> {
    // Nobody writes a NUL at the start of a file, and UTF-16 has one in each sign of JSON.
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..]) {
        return Err(Encoding::Wide);
    }
    std::str::from_utf8(bytes).map_err(|error| Encoding::Unknown(error.valid_up_to()))
}

/// Bytes as UTF-16 in the order that their beginning tells; without one that small numbers tell.
pub fn wide(bytes: &[u8]) -> impl Iterator<Item = u16> {
    let is_big = matches!(bytes, [0xfe, 0xff, ..] | [0, _, ..]);
    let start = if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) { 2 } else { 0 };
    let unit = move |pair: &[u8]| {
        let pair = [pair[0], pair[1]];
        if is_big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    };
    bytes[start..].chunks_exact(2).map(unit)
}

/// The text as JSON has it: with spaces for comments and for commas at the ends of lists, so that everything else stays at
/// its place. What is no JSON after that either stays as it is.
pub fn json(text: &str) -> Cow<'_, str> {
    let ranges = beyond_json(text);
    if ranges.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut blank = String::with_capacity(text.len());
    let mut at = 0;
    for (start, end) in ranges {
        blank.push_str(&text[at..start]);
        blank.extend(
            text[start..end].bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' }),
        );
        at = end;
    }
    blank.push_str(&text[at..]);
    Cow::Owned(blank)
}

/// The text as it is published: pure JSON, without the comments, which nobody else need read, and the lines that held them.
pub fn published(text: &str) -> Cow<'_, str> {
    match json(text) {
        Cow::Borrowed(text) => Cow::Borrowed(text),
        Cow::Owned(blank) => {
            let lines = text
                .lines()
                .zip(blank.lines())
                .filter(|(before, after)| !after.trim().is_empty() || before.trim().is_empty());
            Cow::Owned(lines.map(|(_, line)| [line.trim_end(), "\n"].concat()).collect())
        }
    }
}

/// The places of comments, and of commas before a closing bracket.
fn beyond_json(text: &str) -> Vec<(usize, usize)> {
    // The scanner knows no byte order mark, which Windows puts ahead of a text.
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut scanner = Scanner::new(&text[start..], &ScannerOptions::default());
    let mut ranges = Vec::new();
    let mut comma = None;
    while let Ok(Some(token)) = scanner.scan() {
        let place = (start + scanner.token_start(), start + scanner.token_end());
        match token {
            Token::CommentLine(_) | Token::CommentBlock(_) => ranges.push(place),
            Token::Comma => comma = Some(place),
            Token::CloseBrace | Token::CloseBracket => ranges.extend(comma.take()),
            _ => comma = None,
        }
    }
    ranges.sort_unstable();
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_last_commas_give_way_to_spaces_and_everything_else_stays_where_it_is() {
        for (text, expected) in [
            (r#"{"a": 1}"#, r#"{"a": 1}"#),
            ("{\"a\": 1 // x\n}", "{\"a\": 1     \n}"),
            ("{/* ä\r\n */\"a\": [1, 2,], }", "{     \r\n   \"a\": [1, 2 ]  }"),
            (r#"{"a": "// none, /* none */"}"#, r#"{"a": "// none, /* none */"}"#),
            (r#"{"a": 1, /* c */ }"#, r#"{"a": 1          }"#),
            // No JSON stays none.
            (r#"{"a": ,}"#, r#"{"a":  }"#),
            ("{\"a\": \"no end", "{\"a\": \"no end"),
            ("[,]", "[ ]"),
            ("\u{feff}// Windows\n{}", "\u{feff}          \n{}"),
        ] {
            assert_eq!(json(text), expected, "{text}");
            assert_eq!(json(text).len(), text.len(), "{text}");
        }
    }

    #[test]
    fn comments_are_not_published() {
        let text = "// private\n{\n  // not yet\n  \"a\": 1, // x\n\n  \"b\": [2,],\n}\n";
        assert_eq!(published(text), "{\n  \"a\": 1,\n\n  \"b\": [2 ]\n}\n");
        assert_eq!(published("{ \"a\": 1 }"), "{ \"a\": 1 }");
    }

    #[test]
    fn utf_16_is_known_with_its_mark_and_without_one_and_can_be_read() {
        let text = "{\"ä\": \"😀\"}";
        for (mark, to) in [
            (true, u16::to_le_bytes as fn(u16) -> [u8; 2]),
            (false, u16::to_le_bytes),
            (true, u16::to_be_bytes),
            (false, u16::to_be_bytes),
        ] {
            let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            let bytes: Vec<u8> = units.flat_map(to).collect();
            assert_eq!(super::text(&bytes), Err(Encoding::Wide));
            assert_eq!(String::from_utf16(&wide(&bytes).collect::<Vec<_>>()).unwrap(), text);
        }
        assert_eq!(super::text(b"{\xfc}"), Err(Encoding::Unknown(1)));
        assert_eq!((super::text(b"{}"), super::text(b"")), (Ok("{}"), Ok("")));
    }

    #[test]
    fn a_portfolio_is_found_by_its_name() {
        let folder = std::env::temp_dir().join(format!("vitrine-find-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        assert!(find(Some(&folder)).unwrap_err().to_string().contains("vitrine new"));
        fs::write(folder.join("portfolio.jsonc"), "{}").unwrap();
        assert_eq!(find(Some(&folder)).unwrap(), folder.join("portfolio.jsonc"));
        fs::write(folder.join("portfolio.json"), "{}").unwrap();
        assert!(find(Some(&folder)).unwrap_err().to_string().contains("delete one"));
        assert_eq!(find(Some(Path::new("other.json"))).unwrap(), Path::new("other.json"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
