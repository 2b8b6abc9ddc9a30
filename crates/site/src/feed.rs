//! Case studies and writing as an Atom feed (RFC 4287), as far as the site shows them.
//!
//! A reader is told of an entry anew when its date changes, so that has to be a date of that entry, whatever else of the portfolio is edited.
//! A build has no memory, and the one in its output folder would be gone where that is fresh, as in CI. So the date is what the file says: `updated`,
//! or the `date` of a piece of writing. Where it says nothing the history of its lines is asked, which is the same wherever all of it is fetched; and
//! where there is no history, the end of a project's period or else its start. A date to come is none: what is planned has not been updated. An entry that has no date is
//! left out, and the build says so: a made-up one would be a claim, and the day of the build would mark it as new for ever.

use super::{Publication, words};
use vitrine_lean::escape::xml;
use vitrine_model::route::Page;
use vitrine_model::{Article, Day, End, Markdown, Part, PartialDate, Project, ProjectKind};

/// What the feed is called, beside the start page.
pub const FILE: &str = "feed.xml";

/// What readers call the feed.
pub fn title(publication: &Publication<'_>) -> String {
    publication.portfolio.words.site_feed(&publication.portfolio.profile.name)
}

/// An entry; its address is its id as well, since it is meant to last.
struct Entry {
    url: String,
    title: String,
    summary: Option<String>,
    /// The first day of the month or year where that is all that is known.
    updated: Day,
    published: Option<Day>,
}

/// The feed; `None` without a site, or with nothing in it that has a date and an address.
pub fn feed(publication: &Publication<'_>) -> Option<String> {
    let home = publication.page_url(Page::Home)?;
    let studies = studies(publication).filter_map(|project| study(publication, project));
    let writing = writing(publication).filter_map(|article| piece(publication, article));
    let mut entries: Vec<Entry> = Vec::new();
    for entry in studies.chain(writing) {
        // Two entries with one id would be one entry.
        if entries.iter().all(|other| other.url != entry.url) {
            entries.push(entry);
        }
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.updated));
    let updated = entries.first()?.updated;
    let own = publication.url(&publication.own_file(FILE))?;
    let name = xml(&publication.portfolio.profile.name);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n  \
         <id>{home}</id>\n  <title>{title}</title>\n  <updated>{updated}</updated>\n  \
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n  \
         <link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n  \
         <author><name>{name}</name><uri>{home}</uri></author>\n",
        language = xml(&publication.portfolio.language),
        home = xml(&home),
        title = xml(&title(publication)),
        updated = instant(updated),
        own = xml(&own),
    );
    for entry in &entries {
        text += &written(entry);
    }
    Some(text + "</feed>\n")
}

fn written(entry: &Entry) -> String {
    let url = xml(&entry.url);
    let published = entry.published.map(|day| format!("    <published>{}</published>\n", instant(day)));
    let summary = entry.summary.as_ref().map(|text| format!("    <summary>{}</summary>\n", xml(text)));
    format!(
        "  <entry>\n    <id>{url}</id>\n    <title>{}</title>\n    <updated>{}</updated>\n{}    \
         <link rel=\"alternate\" href=\"{url}\"/>\n{}  </entry>\n",
        xml(&entry.title),
        instant(entry.updated),
        published.unwrap_or_default(),
        summary.unwrap_or_default(),
    )
}

/// The titles of what the feed leaves out only because it has no date.
pub fn undated<'a>(publication: &Publication<'a>) -> Vec<&'a str> {
    if publication.site.is_none() {
        return Vec::new();
    }
    let studies = studies(publication).filter(|project| updated_study(publication, project).is_none());
    let pieces = writing(publication).filter(|article| {
        article.href.as_ref().is_some_and(|href| publication.target(href).is_some())
            && updated_piece(publication, article).is_none()
    });
    studies.map(|project| &*project.title).chain(pieces.map(|article| &*article.title)).collect()
}

fn studies<'a>(publication: &Publication<'a>) -> impl Iterator<Item = &'a Project> {
    let studies = publication.portfolio.projects.iter().filter(|project| project.kind == ProjectKind::CaseStudy);
    studies.filter(|project| publication.is_linked(Page::Project(&project.id)))
}

fn writing<'a>(publication: &Publication<'a>) -> impl Iterator<Item = &'a Article> {
    publication.portfolio.writing.iter().filter(|_| publication.shows(Part::Writing))
}

fn updated_study(publication: &Publication<'_>, project: &Project) -> Option<Day> {
    let end = project.period.and_then(|period| if let End::At(end) = period.end { Some(end) } else { None });
    let start = project.period.and_then(|period| period.start);
    let told = [end.map(PartialDate::from), start.map(PartialDate::from)];
    known(publication, project.updated, told.into_iter().flatten(), &project.title)
}

fn updated_piece(publication: &Publication<'_>, article: &Article) -> Option<Day> {
    // When a piece appeared is when it is new, whatever is mended in its entry.
    known(publication, article.updated.or(article.date), None, &article.title)
}

/// The first that is not to come: of what is told, the day on which the entry of this title was edited, and what else there is.
fn known(
    publication: &Publication<'_>,
    told: Option<PartialDate>,
    otherwise: impl IntoIterator<Item = PartialDate>,
    title: &str,
) -> Option<Day> {
    let edited = publication.edited.iter().find(|(other, _)| other == title).map(|(_, day)| *day);
    let days = told.map(first_day).into_iter().chain(edited).chain(otherwise.into_iter().map(first_day));
    days.into_iter().find(|day| *day <= publication.day())
}

fn study(publication: &Publication<'_>, project: &Project) -> Option<Entry> {
    let text = words::of_project(project, publication.portfolio);
    Some(Entry {
        url: publication.page_url(Page::Project(&project.id))?,
        title: project.title.clone(),
        summary: text.into_iter().next(),
        updated: updated_study(publication, project)?,
        published: None,
    })
}

fn piece(publication: &Publication<'_>, article: &Article) -> Option<Entry> {
    let published = article.date.map(first_day);
    Some(Entry {
        url: article.href.as_ref().and_then(|href| publication.target(href))?,
        title: article.title.clone(),
        summary: article.excerpt.as_ref().map(Markdown::plain),
        updated: updated_piece(publication, article)?,
        published: published.filter(|day| *day <= publication.day()),
    })
}

fn first_day(date: PartialDate) -> Day {
    match date {
        PartialDate::Year(year) => vitrine_model::Month { year, month: 1 }.first_day(),
        PartialDate::Month(month) => month.first_day(),
        PartialDate::Day(day) => day,
    }
}

/// RFC 3339.
fn instant(day: Day) -> String {
    day.iso() + "T00:00:00Z"
}
