//! Arrows between boxes: `-->`, `---`, `-.->`, `==>`, `~~~`, with words in them or behind them.

/// An arrow.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Link {
    /// Its words, as they are written.
    pub label: Option<String>,
    /// How it is drawn.
    pub line: Line,
    /// Whether there is a head at its end.
    pub has_head: bool,
    /// Whether there is one at its start.
    pub has_tail: bool,
}

/// How an arrow is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Line {
    /// In full.
    #[default]
    Solid,
    /// In dots.
    Dotted,
    /// Not at all: it only holds boxes in their places.
    Invisible,
}

/// Whether an arrow begins here.
pub fn begins(text: &str) -> bool {
    let body = |text: &str| ["--", "==", "-."].iter().any(|start| text.starts_with(start));
    body(text) || text.starts_with("~~~") || text.strip_prefix(['<', 'o', 'x']).is_some_and(body)
}

/// The arrow that begins here, and what comes behind it.
pub fn read(text: &str) -> Option<(Link, &str)> {
    let text = text.trim_start();
    if !begins(text) {
        return None;
    }
    let mut link = Link::default();
    if let Some(rest) = text.strip_prefix("~~~") {
        link.line = Line::Invisible;
        return Some((link, rest.trim_start_matches('~')));
    }
    let mut rest = text;
    if let Some(after) = text.strip_prefix(['<', 'o', 'x']) {
        link.has_tail = true;
        rest = after;
    }
    let sign = if rest.starts_with('=') { '=' } else { '-' };
    if let Some(after) = rest.strip_prefix("-.") {
        link.line = Line::Dotted;
        let after = after.trim_start_matches('.');
        rest = if let Some(after) = after.strip_prefix('-') {
            after
        } else {
            let end = after.find(".-")?;
            link.label = Some(after[..end].to_owned());
            after[end..].trim_start_matches('.').strip_prefix('-')?
        };
        rest = head(rest, &mut link);
    } else {
        let after = rest.trim_start_matches(sign);
        let is_long = rest.len() - after.len() > 2;
        rest = head(after, &mut link);
        if !is_long && !link.has_head {
            let pair = [sign, sign].iter().collect::<String>();
            let end = after.find(&pair)?;
            link.label = Some(after[..end].to_owned());
            rest = head(after[end..].trim_start_matches(sign), &mut link);
        }
    }
    if let Some(label) = rest.trim_start().strip_prefix('|') {
        let (label, after) = label.split_once('|')?;
        link.label = Some(label.to_owned());
        rest = after;
    }
    Some((link, rest))
}

/// What comes behind the head of an arrow, if there is one.
fn head<'a>(rest: &'a str, link: &mut Link) -> &'a str {
    let after = rest.strip_prefix(['>', 'x', 'o']);
    link.has_head = after.is_some();
    after.unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_are_read_with_their_words() {
        // What is written, its words, and `d`otted, `i`nvisible, `h`ead, `t`ail.
        for (text, label, traits) in [
            ("--> B", None, "h"),
            ("---B", None, ""),
            ("-----> B", None, "h"),
            ("--o B", None, "h"),
            ("x--x B", None, "ht"),
            ("<--> B", None, "ht"),
            ("==> B", None, "h"),
            ("=== B", None, ""),
            ("-.-> B", None, "dh"),
            ("-..- B", None, "d"),
            ("~~~ B", None, "i"),
            ("-->|yes| B", Some("yes"), "h"),
            ("---|a b|B", Some("a b"), ""),
            ("-- a-b c --> B", Some(" a-b c "), "h"),
            ("-- text --- B", Some(" text "), ""),
            ("== text ==> B", Some(" text "), "h"),
            ("-. text .-> B", Some(" text "), "dh"),
            ("-.->|x| B", Some("x"), "dh"),
        ] {
            let (link, rest) = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(link.label.as_deref(), label, "{text}");
            let said = [
                (link.line == Line::Dotted, 'd'),
                (link.line == Line::Invisible, 'i'),
                (link.has_head, 'h'),
                (link.has_tail, 't'),
            ];
            assert_eq!(
                said.iter().filter(|(is, _)| *is).map(|(_, letter)| letter).collect::<String>(),
                traits,
                "{text}"
            );
            assert_eq!(rest.trim(), "B", "{text}");
        }
        for text in ["", "B", "-", "-- no end", "-. no end", "-->|no end"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
