//! Articles in files of their own, which only a build reads.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Check;
use super::writing::article;
use crate::document::ArticleDoc;
use crate::folder::Essay;
use crate::href::{Href, HrefKind};
use crate::id;
use crate::json::Json;
use crate::json_path::At;
use crate::markdown::{Markdown, Piece, Tag};
use crate::portfolio::{Article, DiagramId, Passage};
use crate::problem::ProblemKind;
use crate::route::WRITING;
use crate::speech::{Heard, is_same};
use crate::{PartialDate, ReadError, parse};

/// Words a minute. Source: Brysbaert 2019, "How many words do we read per minute?", for English non-fiction.
const WORDS_A_MINUTE: usize = 238;
/// The longest first paragraph that stands for an article in a list, in characters.
const LONGEST_EXCERPT: usize = 280;

/// The articles with those of files among them.
pub fn with_files(check: &mut Check, mut articles: Vec<Article>) -> Vec<Article> {
    let mut essays = check.folder.essays();
    if essays.is_empty() {
        return articles;
    }
    essays.sort_by(|a, b| a.file.cmp(&b.file));
    check.essays = essays.iter().map(|essay| essay.file.clone()).collect();
    let (mut taken, mut pages) = (BTreeMap::new(), BTreeMap::new());
    for (stem, essays) in by_article(&check.heard, essays) {
        let files: Vec<String> = essays.iter().map(|(_, essay)| essay.file.clone()).collect();
        let Some((first, essay)) = essays.iter().min_by_key(|(language, _)| *language) else { continue };
        let (first, (shared, is_draft)) = (*first, shared(essay));
        // Where a translation is a draft, the article is shown in a language in which it is none; where the first is, nowhere.
        let is_read = |(language, _): &(usize, Essay)| !is_draft || *language == first;
        let article =
            essays.into_iter().filter(is_read).find_map(|(_, essay)| own(check, essay, &stem, &shared, &mut taken));
        let page = article.as_ref().and_then(|article| article.href.clone());
        pages.extend(files.into_iter().map(|file| (file, page.clone())));
        articles.extend(article);
    }
    for passage in articles.iter_mut().flat_map(|article| &mut article.passages) {
        lead(&mut passage.text.0, &pages);
    }
    // What lies in files has no order of its own, so all of it is told from the latest on.
    articles.sort_by_cached_key(|article| Reverse(article.date.map(PartialDate::iso)));
    articles
}

/// The files of each article, by its name: that in the language that is read first, then those in the file's order of languages.
/// `writing/queues.md` is in the first of them, `writing/queues.de.md` the same in German. Each with the position of its language.
fn by_article(heard: &Heard, essays: Vec<Essay>) -> BTreeMap<String, Vec<(usize, Essay)>> {
    let mut articles: BTreeMap<String, Vec<(usize, Essay)>> = BTreeMap::new();
    for essay in essays {
        let name = essay.file.rsplit('/').next().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let position = |tag: &str| heard.languages.iter().position(|language| is_same(language, tag));
        let named = stem.rsplit_once('.').and_then(|(stem, tag)| Some((stem, position(tag)?)));
        let (stem, language) = named.filter(|_| heard.languages.len() > 1).unwrap_or((stem, 0));
        articles.entry(stem.to_owned()).or_default().push((language, essay));
    }
    for essays in articles.values_mut() {
        essays.sort_by_key(|(language, _)| (*language != heard.at, *language));
    }
    articles
}

/// What the head of a file says for the same article in other languages, too, such as its date; and whether it says that it is a
/// draft.
fn shared(essay: &Essay) -> (Vec<(String, Json)>, bool) {
    let head = essay.head.as_ref().ok().and_then(|head| parse::object(head).ok());
    let Some(Json::Object(mut properties)) = head else { return (Vec::new(), false) };
    let is_draft = properties.iter().any(is_draft);
    properties.retain(|(name, _)| !matches!(&**name, "title" | "excerpt" | "draft"));
    (properties, is_draft)
}

/// Whether a property keeps an article back.
fn is_draft((name, value): &(String, Json)) -> bool {
    name == "draft" && *value != Json::Bool(false)
}

/// Makes links to files of articles lead to their pages; those to articles that have none become words.
fn lead(pieces: &mut [Piece], pages: &BTreeMap<String, Option<Href>>) {
    for piece in pieces {
        match piece {
            Piece::Link(href, inner) => {
                let (file, rest) =
                    href.as_str().split_at(href.as_str().find(['?', '#']).unwrap_or(href.as_str().len()));
                match pages.get(file) {
                    Some(Some(page)) => *href = Href::trusted(&[page.as_str(), rest].concat(), HrefKind::Relative),
                    Some(None) => *piece = Piece::Element(Tag::Span, Vec::new(), std::mem::take(inner)),
                    None => {}
                }
            }
            Piece::Element(_, _, inner) => lead(inner, pages),
            Piece::Text(_) => {}
        }
    }
}

/// An article in a file, unless it is a draft.
fn own(
    check: &mut Check,
    essay: Essay,
    stem: &str,
    shared: &[(String, Json)],
    taken: &mut BTreeMap<String, usize>,
) -> Option<Article> {
    let file = At::below(None, &essay.file);
    let head = essay.head.and_then(|head| parse::object(&head).map_err(|error: ReadError| error.to_string()));
    let mut properties = match head {
        Ok(Json::Object(properties)) => properties,
        Ok(_) => Vec::new(),
        // It might have said that this is a draft.
        Err(reason) => {
            check.report(&file, ProblemKind::BadHead { reason });
            return None;
        }
    };
    // Addresses are the same in all languages.
    properties.retain(|(name, _)| name != "id");
    let is_missing = |(name, _): &&(String, Json)| properties.iter().all(|(known, _)| known != name);
    let missing: Vec<_> = shared.iter().filter(is_missing).cloned().collect();
    properties.extend(missing);
    // The text of a draft is not read, so that no file is published that only a draft names.
    if properties.iter().any(is_draft) {
        if properties.iter().all(|(name, _)| name != "title") {
            properties.push(("title".to_owned(), Json::Text(essay.file.clone())));
        }
        check.object(Json::Object(properties), ArticleDoc::FIELDS, &file);
        return None;
    }
    let told = properties.iter().find(|(name, _)| name == "title");
    let told = told.and_then(|(_, title)| if let Json::Text(title) = title { Some(title.clone()) } else { None });
    let mut text = check.essay(&essay.text, &file).unwrap_or_default();
    if let Some(heading) = heading(&mut text, told.as_deref()) {
        properties.push(("title".to_owned(), Json::Text(heading)));
    } else if told.is_none() {
        properties.push(("title".to_owned(), Json::Text(stem.to_owned())));
    }
    let mut doc = check.object(Json::Object(properties), ArticleDoc::FIELDS, &file)?;
    let asked = doc.text("id");
    let place = doc.path("id");
    let id = check.id_or(asked, ("id", stem), &doc, "article")?;
    // Some systems tell no capital from a small letter.
    let free = id::free(&id.to_lowercase(), taken);
    if free != id.to_lowercase() {
        check.report_at(place, ProblemKind::TakenId { what: "article", id: id.clone() });
    }
    let id = if free == id.to_lowercase() { id } else { free };
    let article = article(check, &mut doc)?;
    let excerpt = article.excerpt.or_else(|| first_words(&text));
    let href = check.href(&mut doc);
    let page = Href::trusted(&[WRITING, "/", &id, "/"].concat(), HrefKind::Relative);
    // What is said to have appeared elsewhere is read here all the same.
    let publication = article.publication.or_else(|| href.as_ref().map(|href| href.as_str().to_owned()));
    Some(Article {
        excerpt,
        publication,
        href: Some(page),
        id: Some(id),
        minutes: minutes(&text.plain()),
        passages: passages(text),
        ..article
    })
}

/// Takes the heading that a text begins with, if that is its title: the one that it was told to have, or where it was told none.
fn heading(text: &mut Markdown, told: Option<&str>) -> Option<String> {
    let Some(Piece::Element(Tag::Heading, _, inner)) = text.0.first() else { return None };
    let heading = Markdown(inner.clone()).plain();
    let is_title = told.is_none_or(|told| told.trim() == heading);
    if is_title && !heading.is_empty() {
        text.0.remove(0);
    }
    (told.is_none() && !heading.is_empty()).then_some(heading)
}

/// The first paragraph, where it is short enough to stand for the whole.
fn first_words(text: &Markdown) -> Option<Markdown> {
    let first = text.0.iter().find(|block| matches!(block, Piece::Element(Tag::Paragraph, ..)))?;
    let words = Markdown(vec![first.clone()]).plain();
    (!words.is_empty() && words.chars().count() <= LONGEST_EXCERPT).then(|| Markdown::words(&words))
}

/// How long a text takes to read, in minutes; in scripts without spaces two signs are a word.
fn minutes(text: &str) -> u32 {
    let signs = text.chars().filter(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')).count();
    let words = text.split_whitespace().count() + signs / 2;
    u32::try_from((words + WORDS_A_MINUTE / 2) / WORDS_A_MINUTE).unwrap_or(u32::MAX).max(1)
}

/// The text, cut where a paragraph is nothing but a diagram.
fn passages(text: Markdown) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut blocks = Vec::new();
    for block in text.0 {
        // A second time it is a link.
        match diagram(&block).filter(|id| passages.iter().all(|passage| passage.diagram != Some(*id))) {
            Some(diagram) => {
                passages.push(Passage { text: Markdown(std::mem::take(&mut blocks)), diagram: Some(diagram) });
            }
            None => blocks.push(block),
        }
    }
    passages.push(Passage { text: Markdown(blocks), diagram: None });
    passages
}

/// The diagram that a paragraph is.
fn diagram(block: &Piece) -> Option<DiagramId> {
    let Piece::Element(Tag::Paragraph, _, inner) = block else { return None };
    let [Piece::Element(Tag::Span, attributes, _)] = &inner[..] else { return None };
    let (_, id) = attributes.first()?;
    id.strip_prefix(super::picture::DIAGRAM)?.parse().ok().map(DiagramId)
}
