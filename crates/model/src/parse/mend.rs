//! What is sound JSON by its grammar but has no value in Rust, such as `1e999` or half of a surrogate pair, would lose
//! the whole file. It is rewritten, so that it loses only its place.

use crate::json::Json;

/// What the parser says of a number beyond `f64`.
const OUT_OF_RANGE: &str = "number out of range";

/// The text with such values rewritten, when it was one of them that stopped the parser.
pub fn mended(text: &str, error: &str) -> Option<String> {
    [OUT_OF_RANGE, "hex escape"].iter().any(|part| error.contains(part)).then(|| rewrite(text))
}

/// Puts numbers beyond `f64` in quotes, which reads as a value of the wrong type, and puts U+FFFD for each half of a
/// surrogate pair, as a browser's decoder does.
pub fn rewrite(text: &str) -> String {
    let mut mended = String::with_capacity(text.len() + 64);
    let mut rest = text;
    let mut quoted = false;
    while let Some(first) = rest.chars().next() {
        let escape = quoted && first == '\\';
        let digits = if quoted { 0 } else { rest.bytes().take_while(|byte| in_number(*byte)).count() };
        let length = match unicode_escape(rest).filter(|_| escape) {
            Some(0xd800..=0xdbff) if matches!(rest.get(6..).and_then(unicode_escape), Some(0xdc00..=0xdfff)) => 12,
            Some(0xd800..=0xdfff) => {
                mended.push('\u{fffd}');
                rest = rest.get(6..).unwrap_or_default();
                continue;
            }
            Some(_) => 6,
            None if escape => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            None => digits.max(first.len_utf8()),
        };
        let (piece, after) = rest.split_at(length);
        if digits > 0 && too_large(piece) {
            mended.extend(["\"", piece, "\""]);
        } else {
            quoted ^= piece == "\"";
            mended.push_str(piece);
        }
        rest = after;
    }
    mended
}

/// Whether it is this number that the parser has no value for.
fn too_large(number: &str) -> bool {
    serde_json::from_str::<Json>(number).is_err_and(|error| error.to_string().starts_with(OUT_OF_RANGE))
}

fn in_number(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E')
}

/// The value of `\u1234` at the start of a text.
fn unicode_escape(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::rewrite;

    #[test]
    fn only_what_has_no_value_is_rewritten() {
        for (text, expected) in [
            (r#"{"a": 1e999, "b": -1e9}"#, r#"{"a": "1e999", "b": -1e9}"#),
            (r#"["1e999", "\"1e999", -1e+999]"#, r#"["1e999", "\"1e999", "-1e+999"]"#),
            (r#"["\ud83d\ude00 é\u00e9 \\ud800"]"#, r#"["\ud83d\ude00 é\u00e9 \\ud800"]"#),
            (r#"["\ud83d", "\ude00\ud83d\\"]"#, "[\"\u{fffd}\", \"\u{fffd}\u{fffd}\\\\\"]"),
            (r#"["é\"#, r#"["é\"#),
        ] {
            assert_eq!(rewrite(text), expected);
        }
    }
}
