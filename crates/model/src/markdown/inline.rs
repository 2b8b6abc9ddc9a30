//! Emphasis, code and links within one paragraph.

use super::Inline;
use crate::href::Gate;

/// How deep marks nest; deeper ones are text. Views and `Drop` recurse as deep.
const DEEPEST: u8 = 16;

/// Reads the text of one block.
pub(super) fn parse(text: &str, gate: Gate, refused: &mut Vec<String>) -> Vec<Inline> {
    let mut parser = Parser { text, at: 0, pieces: Vec::new(), open: Default::default(), fences: fences(text) };
    while let Some(next) = parser.peek() {
        match next {
            '\\' => parser.escape(),
            '`' => parser.code(),
            '*' | '_' => parser.mark(next),
            '[' => {
                parser.at += 1;
                parser.push_open(BRACKET, '[', 1);
            }
            ']' => parser.link(gate, refused),
            _ => parser.words(),
        }
    }
    close(parser.pieces)
}

/// A finished piece, or a mark that may still find its partner.
enum Piece {
    /// With how deep it nests.
    Done(Inline, u8),
    /// A run of `*`, `_` or `[` that can open.
    Open(char, usize),
}

/// Positions in [`Parser::open`].
const STAR: usize = 0;
const UNDERSCORE: usize = 1;
const BRACKET: usize = 2;

struct Parser<'a> {
    text: &'a str,
    at: usize,
    pieces: Vec<Piece>,
    /// Where in the pieces the open runs of `*`, of `_` and the open brackets are. Every mark is pushed once and
    /// popped once, and nothing is searched for: that keeps the parser linear.
    open: [Vec<usize>; 3],
    /// For each length of a run of backticks, where the last such run starts.
    fences: [usize; 8],
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn push_text(&mut self, text: &str) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Done(Inline::Text(last), _)) => last.push_str(text),
            _ => self.pieces.push(Piece::Done(Inline::Text(text.to_owned()), 0)),
        }
    }

    fn push_open(&mut self, kind: usize, of: char, count: usize) {
        self.open[kind].push(self.pieces.len());
        self.pieces.push(Piece::Open(of, count));
    }

    fn words(&mut self) {
        let rest = self.rest();
        let end = rest.find(['\\', '`', '*', '_', '[', ']', '\n']).unwrap_or(rest.len());
        if end == 0 {
            self.at += 1;
            self.push_text(" ");
        } else {
            self.at += end;
            self.push_text(rest.get(..end).unwrap_or_default());
        }
    }

    fn escape(&mut self) {
        let next = self.rest().chars().nth(1);
        let escaped = next.filter(char::is_ascii_punctuation);
        self.at += 1 + escaped.map_or(0, char::len_utf8);
        self.push_text(escaped.unwrap_or('\\').encode_utf8(&mut [0; 4]));
    }

    fn code(&mut self) {
        let rest = self.rest();
        let count = run(rest, b'`');
        let (fence, inside) = rest.split_at(count);
        self.at += count;
        if self.fences.get(count - 1).is_some_and(|last| *last >= self.at) {
            let mut end = 0;
            while let Some(next) = inside.get(end..).and_then(|inside| inside.find('`')) {
                end += next;
                let length = run(inside.get(end..).unwrap_or_default(), b'`');
                if length == count {
                    let code = inside.get(..end).unwrap_or_default().replace('\n', " ");
                    let padded = code.strip_prefix(' ').and_then(|code| code.strip_suffix(' '));
                    let code = padded.filter(|code| !code.trim().is_empty()).unwrap_or(&code).to_owned();
                    self.at += end + count;
                    return self.pieces.push(Piece::Done(Inline::Code(code), 0));
                }
                end += length;
            }
        }
        self.push_text(fence);
    }

    fn mark(&mut self, of: char) {
        let before = self.text.get(..self.at).and_then(|text| text.chars().next_back()).unwrap_or(' ');
        let count = run(self.rest(), of as u8);
        self.at += count;
        let after = self.peek().unwrap_or(' ');
        // CommonMark 0.31, section 6.2: which runs are left- and right-flanking.
        let left = !after.is_whitespace() && (!mark_like(after) || before.is_whitespace() || mark_like(before));
        let right = !before.is_whitespace() && (!mark_like(before) || after.is_whitespace() || mark_like(after));
        let closes = right && (of == '*' || !left || mark_like(after));
        let opens = left && (of == '*' || !right || mark_like(before));

        let kind = if of == '*' { STAR } else { UNDERSCORE };
        let mut count = count;
        while closes && count > 0 {
            match self.pair(kind, count) {
                0 => break,
                used => count -= used,
            }
        }
        if count > 0 && opens {
            self.push_open(kind, of, count);
        } else {
            self.push_text(&of.to_string().repeat(count));
        }
    }

    /// Pairs a closing run with the nearest open one, and returns how many marks that took; 0 when there is none.
    fn pair(&mut self, kind: usize, count: usize) -> usize {
        let Some((start, depth)) = self.opener(kind) else { return 0 };
        let inner = self.take_after(start);
        let Some(Piece::Open(_, open)) = self.pieces.last_mut() else { return 0 };
        let used = if *open >= 2 && count >= 2 { 2 } else { 1 };
        *open -= used;
        if *open == 0 {
            self.pieces.pop();
            self.open[kind].pop();
        }
        let node = if used == 2 { Inline::Strong(inner) } else { Inline::Emphasis(inner) };
        self.pieces.push(Piece::Done(node, depth + 1));
        used
    }

    /// The nearest open mark of a kind, and how deep the pieces after it nest. Where they nest too deep to go into
    /// another one, all open marks of the kind become text.
    fn opener(&mut self, kind: usize) -> Option<(usize, u8)> {
        let start = *self.open[kind].last()?;
        let depth = |piece: &Piece| if let Piece::Done(_, depth) = piece { *depth } else { 0 };
        let depth = self.pieces.iter().skip(start).map(depth).max().unwrap_or(0);
        if depth < DEEPEST {
            return Some((start, depth));
        }
        self.give_up(kind);
        None
    }

    /// Makes all open marks of a kind text.
    fn give_up(&mut self, kind: usize) {
        for at in std::mem::take(&mut self.open[kind]) {
            self.make_text(at);
        }
    }

    fn make_text(&mut self, at: usize) {
        if let Some(piece) = self.pieces.get_mut(at)
            && let Piece::Open(of, count) = piece
        {
            *piece = Piece::Done(Inline::Text(of.to_string().repeat(*count)), 0);
        }
    }

    /// Everything after a position, no longer counted as open.
    fn take_after(&mut self, start: usize) -> Vec<Inline> {
        for open in &mut self.open {
            while open.last().is_some_and(|at| *at > start) {
                open.pop();
            }
        }
        close(self.pieces.split_off(start + 1))
    }

    fn link(&mut self, gate: Gate, refused: &mut Vec<String>) {
        self.at += 1;
        let Some(start) = self.open[BRACKET].last().copied() else { return self.push_text("]") };
        let target = destination(self.rest());
        self.at += target.map_or(0, |url| url.len() + 2);
        let target = target.map(unescape);
        let href = target.as_ref().and_then(|url| gate.admit(url));
        if let Some(href) = href
            && let Some((start, depth)) = self.opener(BRACKET)
        {
            let mut inner = self.take_after(start);
            if inner.is_empty() {
                // A link without words could not be seen, nor named by a screen reader.
                inner.extend(target.map(Inline::Text));
            }
            self.pieces.pop();
            self.open[BRACKET].pop();
            self.pieces.push(Piece::Done(Inline::Link(inner, href), depth + 1));
            // Links don't nest: brackets around this one stay text.
            return self.give_up(BRACKET);
        }
        self.open[BRACKET].pop();
        self.make_text(start);
        self.push_text("]");
        if let Some(url) = target {
            // A refused address is shown as it is written, marks and all.
            self.push_text(&format!("({url})"));
            refused.push(url);
        }
    }
}

/// Turns what is still open into text and joins neighbouring texts.
fn close(pieces: Vec<Piece>) -> Vec<Inline> {
    let mut inline: Vec<Inline> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let piece = match piece {
            Piece::Done(piece, _) => piece,
            Piece::Open(of, count) => Inline::Text(of.to_string().repeat(count)),
        };
        match (inline.last_mut(), piece) {
            (Some(Inline::Text(last)), Inline::Text(text)) => last.push_str(&text),
            (_, piece) => inline.push(piece),
        }
    }
    inline
}

/// The url of `(url)` at the start of a text: no spaces, brackets or angle brackets, parentheses in pairs.
fn destination(text: &str) -> Option<&str> {
    let text = text.strip_prefix('(')?;
    let mut depth = 0;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => depth += 1,
            ')' if depth == 0 => return text.get(..at).filter(|url| !url.is_empty()),
            ')' => depth -= 1,
            '[' | ']' | '<' | '>' => return None,
            c if c <= ' ' => return None,
            _ => {}
        }
    }
    None
}

/// Takes the backslashes out of `\(`.
fn unescape(url: &str) -> String {
    let mut plain = String::with_capacity(url.len());
    let mut chars = url.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' || !chars.peek().is_some_and(char::is_ascii_punctuation) {
            plain.push(c);
        } else if let Some(next) = chars.next() {
            plain.push(next);
        }
    }
    plain
}

/// Where the last run of 1 to 8 backticks starts, by its length; 0 stands for none, as no run that closes starts
/// there.
fn fences(text: &str) -> [usize; 8] {
    let mut last = [0; 8];
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find('`')) {
        at += next;
        let count = run(text.get(at..).unwrap_or_default(), b'`');
        if let Some(last) = last.get_mut(count - 1) {
            *last = at;
        }
        at += count;
    }
    last
}

/// How many times a byte is repeated at the start.
fn run(text: &str, byte: u8) -> usize {
    text.bytes().take_while(|other| *other == byte).count()
}

/// Punctuation and symbols as `CommonMark` means them, without the Unicode tables: ASCII, and the blocks that prose
/// takes its dashes, quotes, arrows and operators from.
fn mark_like(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{a1}'..='\u{a9}' | '\u{ab}'..='\u{b1}' | '\u{b4}' | '\u{b6}'..='\u{b8}' | '\u{bb}' | '\u{bf}'
            | '×' | '÷' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20c0}'
            | '\u{2190}'..='\u{245f}' | '\u{2500}'..='\u{2775}' | '\u{2794}'..='\u{2bff}' | '\u{3001}'..='\u{3003}'
            | '\u{3008}'..='\u{3020}')
}
