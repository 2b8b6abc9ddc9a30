//! What a page is called in tabs, histories and lists of results: one place, so that a page keeps its title when it is
//! hydrated.

use vitrine_words::Words;

use crate::href::{Href, HrefKind};
use crate::portfolio::{Diagram, Portfolio};
use crate::route::{self, Page};

/// The most letters of a title: about as much as a list of results shows.
pub const LONGEST: usize = 60;
/// The longest id that a title has room for.
const LONGEST_ID: usize = 30;

/// The title of a page; of `None` or a page that there is not, that it was not found.
pub fn title(portfolio: &Portfolio, page: Option<Page<'_>>) -> String {
    if let Some(Page::Home | Page::Section(_)) = page {
        let name = &portfolio.profile.name;
        return portfolio.profile.headline.as_ref().map_or_else(|| name.clone(), |headline| joined(name, headline));
    }
    let found = page.and_then(|page| own_title(portfolio, page));
    with_name(found.as_deref().unwrap_or(portfolio.words.page_not_found()), portfolio)
}

/// Whether there is anything to show on a page.
pub fn is_found(portfolio: &Portfolio, page: Page<'_>) -> bool {
    match page {
        Page::Home | Page::Section(_) => true,
        Page::Project(id) => portfolio.project(id).is_some(),
        Page::Diagram(id) => portfolio.diagram_by_id(id).is_some(),
        Page::Diagrams => !portfolio.diagrams.is_empty(),
        Page::Experience => !portfolio.experience.is_empty(),
        // Only the article's own page holds its text.
        Page::Article(id) => portfolio.article(id).is_some_and(|article| !article.passages.is_empty()),
    }
}

/// Whether a link leads to a page of the portfolio's site, and to that of no other portfolio, that the program can show.
pub fn is_page(href: &Href, portfolio: &Portfolio) -> bool {
    // An article is read when a page is loaded.
    href.kind() == HrefKind::Page || page_of(href, portfolio).is_some_and(|page| !matches!(page, Page::Article(_)))
}

/// The page of a portfolio's own site that a link of it leads to.
pub fn page_of<'a>(href: &'a Href, portfolio: &Portfolio) -> Option<Page<'a>> {
    let (path, query) = href.as_str().split_once(['?', '#']).map_or((href.as_str(), ""), |(path, rest)| (path, rest));
    // Another portfolio is read when a page is loaded.
    let is_other = query.split(['&', '#']).any(|pair| pair.split('=').next() == Some(route::PORTFOLIO));
    let page = (href.kind() == HrefKind::Relative && !is_other).then(|| route::page(path))??;
    // A page may not hold the text of an article that there is.
    let is_there = match page {
        Page::Article(id) => portfolio.article(id).is_some(),
        page => is_found(portfolio, page),
    };
    is_there.then_some(page)
}

/// What a page is called on its site, if there is one: like no other, and cut where it is too long for a title.
pub fn own_title(portfolio: &Portfolio, page: Page<'_>) -> Option<String> {
    match page {
        Page::Home | Page::Section(_) => Some(portfolio.profile.name.clone()),
        Page::Project(id) => {
            let at = portfolio.projects.iter().position(|project| project.id == id)?;
            Some(named(portfolio, &portfolio.projects[at].title, id, at, What::Text))
        }
        Page::Diagram(id) => portfolio.diagram_by_id(id).map(|diagram| of_diagram(portfolio, diagram)),
        Page::Diagrams => portfolio.diagrams.first().map(|diagram| of_diagram(portfolio, diagram)),
        Page::Experience => (!portfolio.experience.is_empty()).then(|| portfolio.words.section_experience().to_owned()),
        Page::Article(id) => {
            let at = portfolio.writing.iter().position(|article| article.id.as_deref() == Some(id))?;
            Some(named(portfolio, &portfolio.writing[at].title, id, at, What::Text))
        }
    }
}

/// What a page that shows this diagram is called, without whose site it is.
pub fn of_diagram(portfolio: &Portfolio, diagram: &Diagram) -> String {
    let at = portfolio.diagram_id(&diagram.id).map_or(0, |id| id.0 as usize);
    named(portfolio, &diagram.title, &diagram.id, at, What::Diagram)
}

/// What a page is called, followed by whose site it is where there is room for that.
pub fn with_name(page: &str, portfolio: &Portfolio) -> String {
    joined(page, &portfolio.profile.name)
}

/// Both, or the first alone where both are too long.
fn joined(first: &str, second: &str) -> String {
    let whole = [first, " · ", second].concat();
    if whole.char_indices().nth(LONGEST).is_some() { first.to_owned() } else { whole }
}

/// A title that fits, with the id of what it is of where another page is called the same; or with its place in the list,
/// where the id is long.
fn named(portfolio: &Portfolio, title: &str, id: &str, at: usize, what: What) -> String {
    let words = portfolio.words;
    let alone = fitted(title, "", what, words);
    let projects = portfolio.projects.iter().map(|project| fitted(&project.title, "", What::Text, words));
    let diagrams = portfolio.diagrams.iter().map(|diagram| fitted(&diagram.title, "", What::Diagram, words));
    let own = portfolio.writing.iter().filter(|article| article.id.is_some());
    let articles = own.map(|article| fitted(&article.title, "", What::Text, words));
    let same = projects.chain(diagrams).chain(articles).filter(|other| *other == alone).count();
    let is_experience = alone == words.section_experience() && !portfolio.experience.is_empty();
    if same < 2 && alone != words.page_not_found() && !is_experience {
        return alone;
    }
    let place = ["#", &(at + 1).to_string()].concat();
    fitted(title, &[" (", if id.len() > LONGEST_ID { &place } else { id }, ")"].concat(), what, words)
}

/// What a page shows, as far as its title says.
#[derive(Clone, Copy, PartialEq)]
enum What {
    /// A project or an article.
    Text,
    /// A diagram, which is often called as the project is that it belongs to.
    Diagram,
}

/// A title and an id in ASCII after it, cut so that the whole fits.
fn fitted(title: &str, id: &str, what: What, words: Words) -> String {
    let whole = |text: &str| if what == What::Diagram { words.page_diagram_title(text) } else { text.to_owned() };
    let room = LONGEST.saturating_sub(whole("").chars().count() + id.len());
    whole(&[&cut(title, room), id].concat())
}

/// At most so many characters of a text, ended at a word where one is near.
pub fn cut(text: &str, most: usize) -> String {
    let mut places = text.char_indices().map(|(at, _)| at).skip(most.saturating_sub(1));
    // Room for the ellipsis.
    let (Some(end), Some(_)) = (places.next(), places.next()) else { return text.to_owned() };
    let (kept, rest) = text.split_at(end);
    let kept = match kept.rfind(' ') {
        Some(space) if !rest.starts_with(' ') && space > end / 2 => kept.split_at(space).0,
        _ => kept,
    };
    [kept.trim_end_matches([' ', ',', ';', ':', '.', '–', '—']), "…"].concat()
}
