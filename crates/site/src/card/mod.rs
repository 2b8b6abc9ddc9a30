//! The share image of a page: what a link to it unfolds to. A drawing in the theme's colours and fonts.

mod article;
mod diagram;
mod experience;
mod project;
mod script;
mod set;
mod sheet;
mod start;

use std::collections::BTreeSet;

use super::{Publication, card_size, raster};
use sheet::Sheet;
use vitrine_model::route::Page;

pub use super::raster::DrawError;

/// The share image of a page.
pub struct Card {
    /// [`card_size`] px.
    pub png: Vec<u8>,
    /// The letters that belong on it and that no font has.
    pub lacking: BTreeSet<char>,
}

/// The share image of a page.
///
/// # Errors
/// When it can't be drawn.
pub fn card(publication: &Publication<'_>, page: Page<'_>) -> Result<Card, DrawError> {
    let mark = publication.icon().mark(publication.portfolio.theme, sheet::MARK)?;
    let sheet = drawn(publication, page);
    let (x, y) = sheet.mark_at();
    let mark = Some((&mark, x, y));
    let mut lacking = sheet.lacking.clone();
    let svg = sheet.finish();
    lacking.extend(raster::lacking(&svg));
    Ok(Card { png: raster::png_with(&svg, card_size::WIDTH, card_size::HEIGHT, mark)?, lacking })
}

/// The same as SVG, with its texts as texts, without the site's icon.
pub fn drawing(publication: &Publication<'_>, page: Page<'_>) -> String {
    drawn(publication, page).finish()
}

fn drawn(publication: &Publication<'_>, page: Page<'_>) -> Sheet {
    let portfolio = publication.portfolio;
    let mut sheet = Sheet::new(publication, page);
    match page {
        Page::Home | Page::Section(_) => start::draw(&mut sheet, publication),
        Page::Project(id) => {
            if let Some(found) = portfolio.project(id) {
                project::draw(&mut sheet, publication, found);
            }
        }
        Page::Diagram(id) => {
            if let Some(found) = portfolio.diagram_by_id(id) {
                diagram::draw(&mut sheet, publication, found);
            }
        }
        Page::Diagrams => {
            if let Some(first) = portfolio.diagrams.first() {
                diagram::draw(&mut sheet, publication, first);
            }
        }
        Page::Experience => experience::draw(&mut sheet, publication),
        Page::Article(id) => {
            if let Some(found) = portfolio.article(id) {
                article::draw(&mut sheet, publication, found);
            }
        }
    }
    sheet
}
