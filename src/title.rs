//! What a page is called in tabs, histories and lists of results: one place, so that a page keeps its title when the
//! program takes it over.

use crate::model::{Diagram, Portfolio};
use crate::route::Page;

/// About as much as a list of results shows, in bytes: 60 letters and the dot between them. Letters that take more
/// bytes are wider, too.
const LONGEST: usize = 61;

/// The title of a page; of `None` or a page that there is not, that it was not found.
pub fn title(portfolio: &Portfolio, page: Option<Page<'_>>) -> String {
    if let Some(Page::Home | Page::Section(_)) = page {
        let (name, headline) = (&portfolio.profile.name, portfolio.profile.headline.as_deref());
        return headline.map_or_else(|| name.clone(), |headline| [name, " · ", headline].concat());
    }
    let found = page.and_then(|page| own_title(portfolio, page));
    with_name(found.as_deref().unwrap_or("Page not found"), portfolio)
}

/// Whether there is anything to show on a page.
pub fn is_found(portfolio: &Portfolio, page: Page<'_>) -> bool {
    own_title(portfolio, page).is_some()
}

/// What a page is called on its site, if there is one.
fn own_title(portfolio: &Portfolio, page: Page<'_>) -> Option<String> {
    match page {
        Page::Home | Page::Section(_) => Some(portfolio.profile.name.clone()),
        Page::Project(id) => portfolio.project(id).map(|project| {
            let twins = portfolio.projects.iter().filter(|other| other.title == project.title).count();
            named(&project.title, id, twins > 1)
        }),
        Page::Diagram(id) => portfolio.diagram_by_id(id).map(|diagram| of_diagram(portfolio, diagram)),
        Page::Diagrams => portfolio.diagrams.first().map(|diagram| of_diagram(portfolio, diagram)),
        Page::Experience => (!portfolio.experience.is_empty()).then(|| "Experience".to_owned()),
    }
}

/// What a page that shows this diagram is called, without whose site it is. A project often has the same name.
pub fn of_diagram(portfolio: &Portfolio, diagram: &Diagram) -> String {
    let twins = portfolio.diagrams.iter().filter(|other| other.title == diagram.title).count();
    [&named(&diagram.title, &diagram.id, twins > 1), ": diagram"].concat()
}

/// What a page is called, followed by whose site it is where there is room for that.
pub fn with_name(page: &str, portfolio: &Portfolio) -> String {
    let whole = [page, " · ", &portfolio.profile.name].concat();
    if whole.len() > LONGEST { page.to_owned() } else { whole }
}

/// A title, with the id of what it is of where something else is called the same.
fn named(title: &str, id: &str, shared: bool) -> String {
    if shared { [title, " (", id, ")"].concat() } else { title.to_owned() }
}
