//! How `CommonMark` is spelt: lines, links and code, and words that are no marks.

/// A line that stands alone as a paragraph; none where nothing is said.
pub fn paragraph(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.lines().map(|line| guarded(line.trim_start())).collect::<Vec<_>>().join("\n"))
}

/// A text whose first line starts with one mark and the others with another.
pub fn indented(text: &str, first: &str, others: &str) -> String {
    let mut lines = String::new();
    for (at, line) in text.split('\n').enumerate() {
        let start = if at == 0 { first } else { others };
        lines.push_str(if at == 0 { "" } else { "\n" });
        lines.push_str(if line.is_empty() { start.trim_end() } else { start });
        lines.push_str(line);
    }
    lines
}

/// A labelled link.
pub fn link(label: &str, address: &str) -> String {
    ["[", label, "](", &destination(address), ")"].concat()
}

/// An address as it stands in brackets.
pub fn destination(address: &str) -> String {
    let mut spelt = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            ' ' => spelt.push_str("%20"),
            '(' => spelt.push_str("\\("),
            ')' => spelt.push_str("\\)"),
            '<' => spelt.push_str("%3C"),
            '>' => spelt.push_str("%3E"),
            '\\' => spelt.push_str("%5C"),
            // `&copy;` would be a sign.
            '&' => spelt.push_str("&amp;"),
            c => spelt.push(c),
        }
    }
    spelt
}

/// Words in code, between as many marks as it takes.
pub fn code(text: &str) -> String {
    let fence = "`".repeat(longest_run(text) % 64 + 1);
    let is_odd = text.starts_with('`') || text.ends_with('`') || (text.starts_with(' ') && text.ends_with(' '));
    let pad = if is_odd && !text.trim().is_empty() { " " } else { "" };
    // One line, or a line of it could begin a block.
    [&fence, pad, &text.replace(['\n', '\r'], " "), pad, &fence].concat()
}

/// A block of code.
pub fn fenced(text: &str, language: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    let language: String = language.chars().filter(|c| !c.is_whitespace() && *c != '`').collect();
    [&fence, &language, "\n", text.trim_end_matches('\n'), "\n", &fence].concat()
}

/// The longest run of backquotes.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

/// Words as they are: every sign that would be a mark has a backslash before it.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        let is_mark = match c {
            '\\' | '`' | '*' | '[' | ']' | '|' | '~' => true,
            // Inside of a word it marks nothing.
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '<' => after.is_ascii_alphabetic() || matches!(after, '/' | '!' | '?'),
            '&' => after.is_ascii_alphanumeric() || after == '#',
            _ => false,
        };
        if is_mark {
            out.push('\\');
        }
        out.push(if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c });
        before = c;
    }
    out
}

/// A line whose beginning would begin a block, with a backslash there.
fn guarded(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let at = match line.as_bytes() {
        [b'#' | b'>' | b'-' | b'+' | b'=', ..] => 0,
        bytes if (1..=9).contains(&digits) && matches!(bytes.get(digits), Some(b'.' | b')')) => digits,
        _ => return line.to_owned(),
    };
    [&line[..at], "\\", &line[at..]].concat()
}
