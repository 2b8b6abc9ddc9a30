//! A statement of a flowchart: boxes, and arrows from each box of one group to each of the next, `A & B --> C["Words"] --> D`.

use super::link::{self, Link};
use super::{label, shape};

/// A box as a statement names it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// What arrows write.
    pub id: String,
    /// Its words, where the statement says them.
    pub label: Option<String>,
    /// The kind of node that its shape stands for.
    pub kind: Option<&'static str>,
    /// Whether a shape is said.
    pub has_shape: bool,
}

/// Boxes, with the arrow that leads to each group but the first.
pub type Chain = Vec<(Option<Link>, Vec<Named>)>;

/// Reads a statement; the rest of what can't be read comes back as an error.
pub fn read(text: &str) -> Result<Chain, &str> {
    let mut rest = text.trim();
    let mut chain: Chain = Vec::new();
    loop {
        let link = if chain.is_empty() {
            None
        } else {
            // An arrow may have a name of its own: `A e1@--> B`.
            let named = rest.split_once('@').filter(|(id, after)| is_id(id) && link::begins(after));
            let (link, after) = link::read(named.map_or(rest, |(_, after)| after)).ok_or(rest)?;
            rest = after;
            Some(link)
        };
        let mut group = Vec::new();
        loop {
            let (named, after) = named(rest.trim_start()).ok_or(rest)?;
            group.push(named);
            rest = after.trim_start();
            match rest.strip_prefix('&') {
                Some(after) => rest = after,
                None => break,
            }
        }
        chain.push((link, group));
        if rest.is_empty() {
            return Ok(chain);
        }
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

/// The box that begins here, and what comes behind it.
fn named(text: &str) -> Option<(Named, &str)> {
    let length = id_length(text);
    let (id, mut rest) = text.split_at(length);
    if id.is_empty() {
        return None;
    }
    let mut named = Named { id: id.to_owned(), ..Named::default() };
    if let Some(after) = rest.strip_prefix("@{") {
        let (said, after) = after.split_at(closing(after, "}")?);
        attributes(said, &mut named);
        rest = &after[1..];
    } else if let Some((words, kind, after)) = bracketed(rest) {
        named.label = Some(label::plain(words)).filter(|label| !label.is_empty());
        named.kind = kind;
        named.has_shape = true;
        rest = after;
    }
    if let Some(after) = rest.strip_prefix(":::") {
        rest = &after[id_length(after)..];
    }
    Some((named, rest))
}

/// How long the id is that a text begins with.
fn id_length(text: &str) -> usize {
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        let goes_on = match c {
            '-' => at > 0 && next.is_some_and(char::is_alphanumeric),
            '.' | '/' | '\\' | '#' | '$' | '%' | '*' | '+' | '!' | '?' | '\'' => {
                at > 0 && next.is_some_and(char::is_alphanumeric)
            }
            ':' => next.is_some_and(char::is_alphanumeric) && !text[..at].ends_with(':'),
            c => c.is_alphanumeric() || c == '_' || !c.is_ascii(),
        };
        if !goes_on || c.is_whitespace() {
            return at;
        }
    }
    text.len()
}

/// The words of a shape, its kind, and what comes behind it.
fn bracketed(text: &str) -> Option<(&str, Option<&'static str>, &str)> {
    let of = |(open, close, kind): &(&'static str, &'static str, Option<&'static str>)| {
        let inside = text.strip_prefix(open)?;
        let end = closing(inside, close)?;
        Some((&inside[..end], *kind, &inside[end + close.len()..]))
    };
    shape::BRACKETS.iter().find_map(of)
}

/// Where a bracket is closed, outside of quotes.
fn closing(text: &str, close: &str) -> Option<usize> {
    let mut is_quoted = false;
    for (at, c) in text.char_indices() {
        if c == '"' {
            is_quoted = !is_quoted;
        } else if !is_quoted && text[at..].starts_with(close) {
            return Some(at);
        }
    }
    None
}

/// `shape: cyl, label: "Orders"`.
fn attributes(text: &str, named: &mut Named) {
    let mut rest = text.trim();
    while let Some((key, after)) = rest.split_once(':') {
        let after = after.trim_start();
        let end = closing(after, ",").unwrap_or(after.len());
        let value = label::plain(&after[..end]);
        match key.trim() {
            "label" => named.label = Some(value).filter(|label| !label.is_empty()),
            "shape" => {
                named.kind = shape::kind(&value);
                named.has_shape = true;
            }
            _ => {}
        }
        rest = after[end..].trim_start_matches(',').trim_start();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let Ok(chain) = read(text) else { return "-".to_owned() };
        let named = |named: &Named| {
            let label = named.label.as_ref().map(|label| format!("={label}")).unwrap_or_default();
            format!("{}{label}{}", named.id, named.kind.map(|kind| format!(":{kind}")).unwrap_or_default())
        };
        let group = |(link, group): &(Option<Link>, Vec<Named>)| {
            let arrow = link.as_ref().map(|link| format!(" >{} ", link.label.as_deref().unwrap_or_default().trim()));
            arrow.unwrap_or_default() + &group.iter().map(named).collect::<Vec<_>>().join("&")
        };
        chain.iter().map(group).collect()
    }

    #[test]
    fn statements_are_boxes_and_arrows() {
        for (text, expected) in [
            ("A", "A"),
            ("A-->B", "A > B"),
            ("A --> B & C --> D", "A > B&C > D"),
            ("a & b--> c & d", "a&b > c&d"),
            ("A[Order service] -->|HTTP| B[(Orders)]", "A=Order service >HTTP B=Orders:database"),
            ("A([Start]) -- yes, now --> B{Choice?}", "A=Start:client >yes, now B=Choice?:gateway"),
            (
                "A[[Sub]] --> B((Circle)) --> C>Flag] --> D{{Hex}}",
                "A=Sub:function > B=Circle:external > C=Flag:queue > D=Hex:job",
            ),
            (
                "A[/In/] --> B[\\Out\\] --> C[/T\\] --> D(((End)))",
                "A=In:storage > B=Out:storage > C=T > D=End:external",
            ),
            ("A[\"Orders [EU] (v2)\"] --> B(\"`**bold**`\")", "A=Orders [EU] (v2) > B=bold"),
            ("my-node.v1-->other_node", "my-node.v1 > other_node"),
            ("A:::hot-->B:::cold", "A > B"),
            ("A@{ shape: cyl, label: \"Orders, all\" } --> B@{shape: docs}", "A=Orders, all:database > B:storage"),
            ("A e1@--> B", "A > B"),
            ("注文-->在庫[在庫 サービス]", "注文 > 在庫=在庫 サービス"),
            ("A-.->B==>C---D", "A > B > C > D"),
            ("A -->", "-"),
            ("A [no", "-"),
            ("--> B", "-"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
