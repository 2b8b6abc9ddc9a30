//! JSON inside of a page.

/// A JSON text as it can stand in a `<script>`: without space around its tokens, and without a `<`, which could end the
/// element. In JSON both occur in strings only, where `\u003c` is the same character.
///
/// Source: HTML, § 4.12.1.3, Restrictions for contents of script elements.
pub fn in_script(text: &str) -> String {
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
    use super::in_script;

    #[test]
    fn strings_stay_and_space_between_tokens_goes() {
        for (text, expected) in [
            ("{ \"a b\" : [ 1, 2 ] }\n", r#"{"a b":[1,2]}"#),
            (r#"{"a": "say \" x \\", "b": 1}"#, r#"{"a":"say \" x \\","b":1}"#),
            (r#"["</script><!--"]"#, r#"["\u003c/script>\u003c!--"]"#),
        ] {
            assert_eq!(in_script(text), expected);
            let value = |text| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
            assert_eq!(value(text), value(&in_script(text)));
        }
    }
}
