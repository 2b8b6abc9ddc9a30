//! Bare addresses in running text become links.

use linkify::{LinkFinder, LinkKind};

use super::Piece;
use super::parse::Judge;

/// The text with its addresses as links. Those that the judge refuses stay words.
pub(super) fn linked(text: String, judge: &mut dyn Judge) -> Vec<Piece> {
    if !text.contains("://") && !text.contains('@') && !text.contains("www.") {
        return vec![Piece::Text(text)];
    }
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    let mut pieces: Vec<Piece> = Vec::new();
    for span in finder.spans(&text) {
        let words = span.as_str();
        let address = match span.kind() {
            Some(LinkKind::Email) => Some(["mailto:", words].concat()),
            Some(LinkKind::Url) if words.starts_with("https://") || words.starts_with("http://") => {
                Some(words.to_owned())
            }
            Some(LinkKind::Url) if words.starts_with("www.") => Some(["https://", words].concat()),
            _ => None,
        };
        match (address.and_then(|address| judge.link(&address)), pieces.last_mut()) {
            (Some(href), _) => pieces.push(Piece::Link(href, vec![Piece::Text(words.to_owned())])),
            (None, Some(Piece::Text(last))) => last.push_str(words),
            (None, _) => pieces.push(Piece::Text(words.to_owned())),
        }
    }
    pieces
}
