//! What a printed portfolio says, as whoever searches it or copies from it has it, held against what it was to say.

mod expected;
mod reading;

use anyhow::{Context as _, Result};
use lopdf::{Document, Object, ObjectId};
use vitrine_model::{Day, Portfolio};

use expected::Expected;

/// A finished PDF.
pub struct Print {
    /// How many sheets it has.
    pub sheets: usize,
    /// Its text in the order in which it is read, each piece with its sheet, from 0; none where it does not tell the order.
    runs: Vec<(usize, String)>,
    /// Where its links lead.
    links: Vec<String>,
}

/// What was found.
pub struct Verdict {
    /// How many texts were looked for.
    pub texts: usize,
    /// How many links were looked for.
    pub links: usize,
    /// What is missing or at another place, a sentence each.
    pub faults: Vec<String>,
}

impl Print {
    /// Reads a PDF.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(pdf: &[u8]) -> Result<Self> {
        let mut document = Document::load_mem(pdf).context("the PDF can't be read again to verify it")?;
        prefer_unicode(&mut document);
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        let links = pages.iter().flat_map(|page| links(&document, *page)).collect();
        let runs = reading::runs(&document, &pages).unwrap_or_default();
        Ok(Self { sheets: pages.len(), runs, links })
    }

    /// Compares it with the portfolio as it is printed on a day.
    pub fn verify(&self, portfolio: &Portfolio, today: Day) -> Verdict {
        let text: String = self.runs.iter().map(|(_, run)| plain(run)).collect();
        let Expected { texts, links } = Expected::of(portfolio, today);
        if text.is_empty() {
            let fault = "the PDF does not say in which order it is read; print it with a newer browser".to_owned();
            return Verdict { texts: texts.len(), links: links.len(), faults: vec![fault] };
        }
        let mut faults = Vec::new();
        let mut at = 0;
        for (what, expected) in &texts {
            let wanted = plain(expected);
            match text.get(at..).and_then(|rest| rest.find(&wanted)) {
                Some(found) => at += found + wanted.len(),
                None if text.contains(&wanted) => {
                    faults
                        .push(format!("{what} {expected:?} is not where the page has it, but before what precedes it"));
                }
                None => faults.push(format!("{what} {expected:?} is not in the text of the PDF")),
            }
        }
        let known =
            |link: &str| self.links.iter().any(|known| known.trim_end_matches('/') == link.trim_end_matches('/'));
        faults
            .extend(links.iter().filter(|link| !known(link)).map(|link| format!("no link of the PDF leads to {link}")));
        Verdict { texts: texts.len(), links: links.len(), faults }
    }
}

/// How many sheets' worth of text each section that is printed has, in the order of the page.
pub fn shares(portfolio: &Portfolio, print: &Print) -> Vec<(String, f64)> {
    let runs: Vec<(usize, String)> = print.runs.iter().map(|(sheet, run)| (*sheet, plain(run))).collect();
    let text: String = runs.iter().map(|(_, run)| run.as_str()).collect();
    let mut starts: Vec<(String, usize)> = Vec::new();
    let mut at = 0;
    for section in portfolio.sections.iter().filter(|section| expected::is_printed(section)) {
        let title = plain(&section.title);
        if let Some(found) = text.get(at..).and_then(|rest| rest.find(&title)) {
            starts.push((section.title.clone(), at + found));
            at += found + title.len();
        }
    }
    let mut full = vec![0; print.sheets];
    for (sheet, run) in &runs {
        full[*sheet] += run.len();
    }
    // The last sheet may hold two lines: a sheet's worth is what the fullest holds.
    let fullest = full.into_iter().max().unwrap_or_default().max(1);
    let ends = starts.iter().skip(1).map(|(_, start)| *start).chain([text.len()]).collect::<Vec<_>>();
    let share = |start: usize, end: usize| (end - start) as f64 / fullest as f64;
    starts.into_iter().zip(ends).map(|((title, start), end)| (title, share(start, end))).collect()
}

/// Has letters read by what a font says that its signs mean, which comes before how it names them; the library sees it the other way
/// round. Source: ISO 32000-1, § 9.10.2.
fn prefer_unicode(document: &mut Document) {
    for object in document.objects.values_mut() {
        if let Ok(font) = object.as_dict_mut()
            && font.has_type(b"Font")
            && font.has(b"ToUnicode")
        {
            font.remove(b"Encoding");
        }
    }
}

/// Where the links of a page lead.
fn links(document: &Document, page: ObjectId) -> Vec<String> {
    let annotations = document.get_page_annotations(page).unwrap_or_default();
    let address = |annotation: &lopdf::Dictionary| {
        let action = resolved(document, annotation.get(b"A").ok()?)?.as_dict().ok()?;
        let address = resolved(document, action.get(b"URI").ok()?)?.as_str().ok()?;
        Some(String::from_utf8_lossy(address).into_owned())
    };
    annotations.into_iter().filter_map(address).collect()
}

fn resolved<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Object> {
    document.dereference(object).ok().map(|(_, object)| object)
}

/// What is left when nothing but its letters and signs counts: lines are broken anywhere, and style sheets write letters large.
fn plain(text: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}');
    text.chars().filter(kept).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
