//! A page in one or two sentences, for lists of results and previews of links.

use super::Publication;
use crate::model::{Diagram, Markdown, Period, Portfolio, Project};
use crate::route::Page;

/// The fewest characters that say something.
const SHORTEST: usize = 50;
/// The most that are shown.
const LONGEST: usize = 160;

/// The description of a page, [`SHORTEST`] to [`LONGEST`] characters in the portfolio's own words; of `None`, that of
/// the page that is not there.
pub fn description(publication: &Publication<'_>, page: Option<Page<'_>>) -> String {
    let portfolio = publication.portfolio;
    let parts = match page {
        Some(Page::Home | Page::Section(_)) => of_person(portfolio),
        Some(Page::Project(id)) => {
            portfolio.project(id).map(|project| of_project(project, portfolio)).unwrap_or_default()
        }
        Some(Page::Diagram(id)) => portfolio.diagram_by_id(id).map(of_diagram).unwrap_or_default(),
        Some(Page::Diagrams) => portfolio.diagrams.first().map(of_diagram).unwrap_or_default(),
        Some(Page::Experience) => of_experience(portfolio),
        None => vec!["No page of this site has this address.".to_owned()],
    };
    let closing = match &portfolio.profile.headline {
        Some(headline) => format!("From the portfolio of {}, {headline}.", portfolio.profile.name),
        None => format!(
            "From the portfolio of {}, with projects, diagrams and ways to get in touch.",
            portfolio.profile.name
        ),
    };
    fitted(parts.into_iter().chain([closing]))
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

/// At most so many characters of a text, ended at a word where one is near.
pub fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    // Room for the ellipsis.
    let end = text[..end].char_indices().next_back().map_or(0, |(at, _)| at);
    let kept = &text[..end];
    let whole_word = text[end..].starts_with(char::is_whitespace);
    let kept = match kept.rfind(char::is_whitespace) {
        Some(space) if !whole_word && space > end / 2 => &kept[..space],
        _ => kept,
    };
    [kept.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '–' | '—')), "…"].concat()
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

fn of_diagram(diagram: &Diagram) -> Vec<String> {
    let names: Vec<&str> = diagram.nodes.iter().map(|node| node.label.as_str()).collect();
    let parts = format!("{}, as a diagram of {}", diagram.title, names.join(", "));
    match &diagram.caption {
        Some(caption) if caption.plain().chars().count() >= SHORTEST => vec![caption.plain()],
        Some(caption) => vec![format!("{}: {}", diagram.title, caption.plain()), parts],
        None => vec![parts],
    }
}

fn of_person(portfolio: &Portfolio) -> Vec<String> {
    let profile = &portfolio.profile;
    let tagline = profile.tagline.iter().map(Markdown::plain);
    tagline.chain(profile.about.iter().map(Markdown::plain)).chain(profile.headline.clone()).collect()
}

fn of_experience(portfolio: &Portfolio) -> Vec<String> {
    let roles = portfolio.experience.iter().flat_map(|employer| {
        employer.roles.iter().map(|role| format!("{} at {}, {}", role.title, employer.name, span(role.period)))
    });
    vec![format!("Experience of {}: {}", portfolio.profile.name, roles.collect::<Vec<_>>().join("; "))]
}

/// As pages print it: `2023 – present`.
pub fn span(period: Period) -> String {
    match period.end {
        Some(end) if end == period.start => end.to_string(),
        Some(end) => format!("{} – {end}", period.start),
        None => format!("{} – present", period.start),
    }
}
