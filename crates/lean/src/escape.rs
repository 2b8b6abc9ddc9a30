//! Text inside markup.

/// Text for HTML or XML, between tags or between double quotes: without what XML 1.0, section 2.2, forbids.
pub fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() && !matches!(c, '\t' | '\n' | '\r') => {}
            c => out.push(c),
        }
    }
    out
}

/// A JSON text as it can stand in a `<script>`: without space around its tokens, and without a `<`, which could end the
/// element. In JSON both occur in strings only, where `\u003c` is the same character.
///
/// Source: HTML, § 4.12.1.3, Restrictions for contents of script elements.
pub fn json_in_script(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    for character in text.chars() {
        if in_string {
            match character {
                '<' => out.push_str("\\u003c"),
                other => out.push(other),
            }
            in_string = escaped || character != '"';
            escaped = !escaped && character == '\\';
        } else if !character.is_ascii_whitespace() && character != '\u{feff}' {
            out.push(character);
            in_string = character == '"';
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::json_in_script;

    #[test]
    fn strings_stay_and_space_between_tokens_goes() {
        for (text, expected) in [
            ("{ \"a b\" : [ 1, 2 ] }\n", r#"{"a b":[1,2]}"#),
            (r#"{"a": "say \" x \\", "b": 1}"#, r#"{"a":"say \" x \\","b":1}"#),
            (r#"["</script><!--"]"#, r#"["\u003c/script>\u003c!--"]"#),
        ] {
            assert_eq!(json_in_script(text), expected);
            let value = |text| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
            assert_eq!(value(text), value(&json_in_script(text)));
        }
    }
}
