//! How wide a label is about, and how it breaks into lines: enough to leave room before a font is known.

/// About the width of a line of a proportional sans or serif face, in units of the font's size; rather too wide
/// than too narrow.
pub fn width_in_ems(text: &str) -> f64 {
    text.chars().map(advance).sum()
}

fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' => 0.3,
        'f' | 'r' | 't' | 'I' | ' ' | '(' | ')' | '[' | ']' | '/' | '-' => 0.4,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.92,
        'A'..='Z' | '&' | '+' | '=' | '<' | '>' => 0.72,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0.0,
        // Beyond the alphabets a character can be as wide as it is high.
        c if c >= '\u{1100}' => 1.05,
        _ => 0.6,
    }
}

/// Breaks a label into lines no wider than `limit` (in ems): at spaces, after `/` and `-`. A word that is wider has a line of its
/// own, and is broken within only where it is wider than `most`. At least one line.
pub fn wrap(text: &str, limit: f64, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in text.split_inclusive([' ', '/', '-']) {
        if !line.is_empty() && width_in_ems(line.trim_end()) + width_in_ems(piece.trim_end()) > limit {
            lines.push(std::mem::take(&mut line));
        }
        for c in piece.chars() {
            if !line.is_empty() && c != ' ' && width_in_ems(&line) + advance(c) > most.max(limit) {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    lines.push(line);
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}
