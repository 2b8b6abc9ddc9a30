//! A page in one or two sentences, for lists of results and previews of links.

use super::Publication;
use vitrine_model::route::Page;
use vitrine_model::title::own_title;
use vitrine_model::{Article, Diagram, Markdown, Part, Portfolio, Project, TechId, Words};

pub use vitrine_model::title::cut;

/// The fewest characters that say something.
const SHORTEST: usize = 50;
/// The most that are shown.
const LONGEST: usize = 160;

/// The description of a page, [`SHORTEST`] to [`LONGEST`] characters in the portfolio's own words, or fewer where those
/// are all there is to say; no other page has the same. Of `None`, that of the page that is not there.
pub fn description(publication: &Publication<'_>, page: Option<Page<'_>>) -> String {
    let text = alone(publication, page);
    let name = page.and_then(|page| own_title(publication.portfolio, page));
    match name.filter(|_| publication.repeated().contains(&text)) {
        Some(name) => cut(&[&name, ": ", &text].concat(), LONGEST),
        None => text,
    }
}

/// What several pages would have for a description if nobody looked at the others.
pub(super) fn repeated(publication: &Publication<'_>) -> Vec<String> {
    let pages = publication.pages().into_iter().map(Some).chain([None]);
    let mut all: Vec<String> = pages.map(|page| alone(publication, page)).collect();
    all.sort();
    let twins = all.windows(2).filter(|pair| pair[0] == pair[1]);
    twins.map(|pair| pair[0].clone()).collect()
}

/// What there is to say of a page, whatever is said of others.
fn alone(publication: &Publication<'_>, page: Option<Page<'_>>) -> String {
    let portfolio = publication.portfolio;
    let parts = match page {
        Some(Page::Home | Page::Section(_)) => of_person(publication),
        Some(Page::Project(id)) => {
            let project = portfolio.project(id).into_iter();
            let parts = |project| of_project(project, portfolio).into_iter();
            project.flat_map(|project| parts(project).chain(technologies(&project.technologies, publication))).collect()
        }
        Some(Page::Diagram(id)) => {
            portfolio.diagram_by_id(id).map(|diagram| of_diagram(diagram, portfolio.words)).unwrap_or_default()
        }
        Some(Page::Diagrams) => {
            portfolio.diagrams.first().map(|diagram| of_diagram(diagram, portfolio.words)).unwrap_or_default()
        }
        Some(Page::Experience) => of_experience(publication),
        Some(Page::Article(id)) => portfolio.article(id).map(of_article).unwrap_or_default(),
        None => vec![portfolio.words.page_no_such_page().to_owned()],
    };
    let is_start = matches!(page, Some(Page::Home | Page::Section(_)));
    fitted(parts.into_iter().chain(std::iter::once_with(|| of_site(publication, is_start)).flatten()))
}

/// Whose site it is, and what it shows.
fn of_site(publication: &Publication<'_>, is_start: bool) -> impl Iterator<Item = String> {
    let portfolio = publication.portfolio;
    let (profile, say) = (&portfolio.profile, portfolio.words);
    let whose = match (&profile.headline, is_start) {
        (Some(headline), true) => say.site_portfolio_of_with(&profile.name, headline),
        (Some(headline), false) => say.site_from_portfolio_of_with(&profile.name, headline),
        (None, true) => say.site_portfolio_of(&profile.name),
        (None, false) => say.site_from_portfolio_of(&profile.name),
    };
    let place = profile.location.as_ref().map(|location| say.site_location(location));
    let reach = publication.reach();
    let roles = portfolio.experience.iter().filter(|_| reach.experience).flat_map(|employer| &employer.roles);
    let articles = portfolio.writing.iter().filter(|_| publication.shows(Part::Writing));
    let counted = |count: usize, words: fn(Words, usize) -> String| (count > 0).then(|| words(say, count));
    let holds = [
        counted(reach.projects.len(), Words::site_projects),
        counted(reach.diagrams.len(), Words::site_diagrams),
        counted(roles.count(), Words::site_roles),
        counted(articles.count(), Words::site_articles),
    ];
    let mut holds: Vec<String> = holds.into_iter().flatten().collect();
    holds.extend(publication.shows(Part::Contact).then(|| say.site_contact().to_owned()));
    let holds = (!holds.is_empty()).then(|| say.site_holds(&say.list(&holds)));
    let known = technologies(&publication.skills(), publication);
    [Some(whose), place, holds, known].into_iter().flatten()
}

fn technologies(ids: &[TechId], publication: &Publication<'_>) -> Option<String> {
    let names: Vec<&str> = ids.iter().map(|&id| publication.portfolio.technology(id).name.as_str()).collect();
    let say = publication.portfolio.words;
    (!names.is_empty()).then(|| say.site_technologies(&say.joined(&names)))
}

/// As many of the sentences as it takes to say enough, cut where they say too much.
fn fitted(parts: impl IntoIterator<Item = String>) -> String {
    let mut text = String::new();
    for part in parts {
        if text.chars().count() >= SHORTEST {
            break;
        }
        if !text.is_empty() {
            text.push_str(if text.ends_with(['.', '!', '?', '…', ':']) { " " } else { ". " });
        }
        text.push_str(&part.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    cut(&text, LONGEST)
}

/// Sentences for a few facts of [`Project`].
pub fn of_project(project: &Project, portfolio: &Portfolio) -> Vec<String> {
    let texts = [&project.summary, &project.problem, &project.solution, &project.architecture];
    let mut parts: Vec<String> = texts.into_iter().flatten().map(Markdown::plain).collect();
    // What says little needs the name to be told from others of its sort.
    if parts.first().is_none_or(|first| first.chars().count() < SHORTEST) {
        parts.insert(0, format!("{} {}", portfolio.kind(project.kind).title, project.title));
    }
    parts.extend(project.role.clone());
    parts
}

fn of_diagram(diagram: &Diagram, say: Words) -> Vec<String> {
    let names: Vec<&str> = diagram.nodes.iter().map(|node| node.label.as_str()).collect();
    let parts = say.site_diagram_of(&diagram.title, &say.joined(&names));
    match &diagram.caption {
        Some(caption) if caption.plain().chars().count() >= SHORTEST => vec![caption.plain()],
        Some(caption) => vec![say.text_entry(&diagram.title, &caption.plain()), parts],
        None => vec![parts],
    }
}

fn of_article(article: &Article) -> Vec<String> {
    let texts = article.excerpt.iter().chain(article.passages.iter().map(|passage| &passage.text));
    let mut parts: Vec<String> = texts.map(Markdown::plain).filter(|text| !text.is_empty()).collect();
    if parts.first().is_none_or(|first| first.chars().count() < SHORTEST) {
        parts.insert(0, article.title.clone());
    }
    parts
}

fn of_person(publication: &Publication<'_>) -> Vec<String> {
    let profile = &publication.portfolio.profile;
    let about = profile.about.iter().filter(|_| publication.shows(Part::About));
    profile.tagline.iter().chain(about).map(Markdown::plain).collect()
}

fn of_experience(publication: &Publication<'_>) -> Vec<String> {
    let portfolio = publication.portfolio;
    let say = portfolio.words;
    let roles = portfolio.experience.iter().flat_map(|employer| {
        employer.roles.iter().map(|role| {
            let period = role.period.map(|period| [say.list_separator(), &publication.words(period)].concat());
            say.site_role_at(&role.title, &employer.name) + &period.unwrap_or_default()
        })
    });
    vec![say.site_experience_of(&portfolio.profile.name, &roles.collect::<Vec<_>>().join("; "))]
}
