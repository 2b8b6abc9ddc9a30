//! Code in articles, with the words of its language told apart. A page holds them apart, so that its program need not know a language.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};
use syntect::util::LinesWithEndings;
use vitrine_model::markdown::Attribute;
use vitrine_model::{Markdown, Piece, Portfolio, Tag};

static LANGUAGES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// Kinds of words, by the scopes that grammars name, and their classes in `style/component/markdown.css`; the first that fits
/// counts.
const KINDS: [(&str, &str); 12] = [
    ("comment", "comment"),
    ("string", "string"),
    ("constant.numeric", "number"),
    ("constant.language", "number"),
    ("constant.character", "string"),
    ("entity.name.function", "function"),
    ("support.function", "function"),
    ("entity.name.tag", "keyword"),
    ("entity.name", "type"),
    ("support.type", "type"),
    ("storage", "keyword"),
    ("keyword", "keyword"),
];

static SCOPES: LazyLock<Vec<(Scope, &'static str)>> =
    LazyLock::new(|| KINDS.iter().filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, *class))).collect());

/// The portfolio with the code of its articles highlighted.
#[must_use]
pub fn highlighted(mut portfolio: Portfolio) -> Portfolio {
    for passage in portfolio.writing.iter_mut().flat_map(|article| &mut article.passages) {
        let text = std::mem::take(&mut passage.text);
        passage.text = Markdown(text.0.into_iter().map(in_piece).collect());
    }
    portfolio
}

fn in_piece(piece: Piece) -> Piece {
    match piece {
        Piece::Element(Tag::Code, attributes, inner) => {
            let language = attributes.iter().find(|(attribute, _)| *attribute == Attribute::Class);
            let language = language.and_then(|(_, class)| class.strip_prefix("language-"));
            let words = match (language, &inner[..]) {
                (Some(language), [Piece::Text(code)]) => words(code, language),
                _ => None,
            };
            Piece::Element(Tag::Code, attributes, words.unwrap_or(inner))
        }
        Piece::Element(tag, attributes, inner) => {
            Piece::Element(tag, attributes, inner.into_iter().map(in_piece).collect())
        }
        other => other,
    }
}

/// The words of some code; `None` where nobody knows the language.
fn words(code: &str, language: &str) -> Option<Vec<Piece>> {
    let syntax = LANGUAGES.find_syntax_by_token(language)?;
    let (mut state, mut scopes) = (ParseState::new(syntax), ScopeStack::new());
    let mut runs: Vec<(Option<&str>, String)> = Vec::new();
    for line in LinesWithEndings::from(code) {
        let changes = state.parse_line(line, &LANGUAGES).ok()?;
        let mut start = 0;
        for (at, change) in changes {
            push(&mut runs, class(&scopes), &line[start..at]);
            start = at;
            scopes.apply(&change).ok()?;
        }
        push(&mut runs, class(&scopes), &line[start..]);
    }
    let piece = |(class, text): (Option<&str>, String)| match class {
        Some(class) => Piece::Element(Tag::Span, vec![(Attribute::Class, class.to_owned())], vec![Piece::Text(text)]),
        None => Piece::Text(text),
    };
    Some(runs.into_iter().map(piece).collect())
}

fn push<'a>(runs: &mut Vec<(Option<&'a str>, String)>, class: Option<&'a str>, text: &str) {
    match runs.last_mut() {
        _ if text.is_empty() => {}
        // What is between two words of a kind, and not seen, belongs to either.
        Some((last, run)) if *last == class || text.trim().is_empty() => run.push_str(text),
        _ => runs.push((class, text.to_owned())),
    }
}

/// The kind of a word: of the innermost scope that is one.
fn class(scopes: &ScopeStack) -> Option<&'static str> {
    let kind = |scope: &Scope| SCOPES.iter().find(|(kind, _)| kind.is_prefix_of(*scope)).map(|(_, class)| *class);
    // Whatever stands inside of a comment is part of it.
    let outer =
        scopes.as_slice().iter().find_map(|scope| kind(scope).filter(|class| matches!(*class, "comment" | "string")));
    outer.or_else(|| scopes.as_slice().iter().rev().find_map(kind))
}
