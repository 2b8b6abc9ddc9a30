//! What a page is about, in the words of schema.org, as JSON-LD. It says what the page shows and nothing else.

use serde_json::{Value, json};

use super::json::{names, object, plain};
use super::{Publication, card_size, once, words};
use vitrine_lean::escape;
use vitrine_model::href::HrefKind;
use vitrine_model::route::Page;
use vitrine_model::{
    Article, Diagram, Employer, End, Href, Link, Part, PartialDate, Period, PeriodDate, Portfolio, Project,
    ProjectKind, Record,
};

/// Hosts of source code, where a repository is `owner/name`.
const FORGES: [&str; 5] = ["github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "git.sr.ht"];
/// What stands there in place of an owner where a link leads to something else.
const NO_OWNERS: [&str; 12] = [
    "apps",
    "collections",
    "dashboard",
    "explore",
    "features",
    "groups",
    "marketplace",
    "orgs",
    "sponsors",
    "stars",
    "topics",
    "users",
];

/// A page as JSON that can stand in a `<script>`.
pub fn json_ld(publication: &Publication<'_>, page: Page<'_>) -> String {
    let portfolio = publication.portfolio;
    let about = match page {
        Page::Home | Page::Section(_) => profile_page(publication),
        Page::Project(id) => portfolio.project(id).map_or(Value::Null, |project| work(publication, project)),
        Page::Diagram(id) => portfolio.diagram_by_id(id).map_or(Value::Null, |diagram| drawing(publication, diagram)),
        Page::Diagrams => portfolio.diagrams.first().map_or(Value::Null, |diagram| drawing(publication, diagram)),
        Page::Experience => experience(publication),
        Page::Article(id) => portfolio.article(id).map_or(Value::Null, |article| posting(publication, article, id)),
    };
    let graph: Vec<Value> = [about, breadcrumbs(publication, page)].into_iter().filter(Value::is_object).collect();
    escape::json_in_script(&json!({ "@context": "https://schema.org", "@graph": graph }).to_string())
}

fn profile_page(publication: &Publication<'_>) -> Value {
    object([
        ("@type", "ProfilePage".into()),
        ("@id", publication.page_url(Page::Home).into()),
        ("url", publication.page_url(Page::Home).into()),
        ("name", vitrine_model::title::title(publication.portfolio, Some(Page::Home)).into()),
        ("inLanguage", publication.portfolio.language.as_str().into()),
        ("dateModified", changed(publication)),
        ("mainEntity", person(publication)),
    ])
}

/// The person in full.
fn person(publication: &Publication<'_>) -> Value {
    let portfolio = publication.portfolio;
    let profile = &portfolio.profile;
    let contact = portfolio.contact.as_ref().filter(|_| publication.shows(Part::Contact));
    let links = profile.links.iter().chain(contact.into_iter().flat_map(|contact| &contact.links));
    let same_as = once(links.filter_map(external));
    object([
        ("@type", "Person".into()),
        ("@id", publication.url("#person").into()),
        ("url", publication.page_url(Page::Home).into()),
        ("name", profile.name.as_str().into()),
        ("jobTitle", profile.headline.clone().into()),
        ("image", publication.portrait().into()),
        ("description", plain(profile.tagline.as_ref())),
        ("address", profile.location.clone().into()),
        ("email", contact.and_then(|contact| contact.email.clone()).into()),
        ("sameAs", same_as.into()),
        ("worksFor", if publication.shows(Part::Experience) { employers(publication) } else { Value::Null }),
        ("knowsAbout", names(publication, &publication.skills())),
        (
            "alumniOf",
            records(publication, Part::Education, &|record| {
                Some(organisation("EducationalOrganization", record.by.as_ref()?, None))
            }),
        ),
        (
            "hasCredential",
            records(publication, Part::Certificates, &|record| {
                let by = record.by.as_ref().map(|by| organisation("Organization", by, None));
                Some(object([
                    ("@type", "EducationalOccupationalCredential".into()),
                    ("name", record.title.as_str().into()),
                    ("recognizedBy", by.into()),
                ]))
            }),
        ),
        ("award", records(publication, Part::Awards, &|record| Some(record.title.as_str().into()))),
        ("knowsLanguage", records(publication, Part::Languages, &|record| Some(record.title.as_str().into()))),
        (
            "memberOf",
            records(publication, Part::Memberships, &|record| Some(organisation("Organization", &record.title, None))),
        ),
    ])
}

/// What the start page lists of a kind of record and is true today, each once: nobody is a member of what is over, or has learnt where
/// they are still to begin. Of thousands the first do.
fn records(publication: &Publication<'_>, part: Part, make: &dyn Fn(&Record) -> Option<Value>) -> Value {
    const MOST: usize = 100;
    let today = publication.day();
    let is_true = |record: &&Record| match (part, record.period) {
        (_, None) => true,
        (Part::Memberships, Some(period)) => period.is_current(today),
        (Part::Education, Some(period)) => !period.is_current(today) && !period.is_to_come(today),
        (_, Some(period)) => !period.is_to_come(today),
    };
    let records = publication.portfolio.records(part).iter().filter(|_| publication.shows(part));
    once(records.filter(is_true).filter_map(make).take(MOST)).into()
}

/// The person in short, on pages that are about something else.
fn author(publication: &Publication<'_>) -> Value {
    object([
        ("@type", "Person".into()),
        ("@id", publication.url("#person").into()),
        ("name", publication.portfolio.profile.name.as_str().into()),
        ("url", publication.page_url(Page::Home).into()),
    ])
}

/// Those of roles that last.
fn employers(publication: &Publication<'_>) -> Value {
    let is_current = |period: Period| period.is_current(publication.day());
    let current = |at: &&Employer| at.roles.iter().filter_map(|role| role.period).any(is_current);
    publication
        .portfolio
        .experience
        .iter()
        .filter(current)
        .map(|at| organisation("Organization", &at.name, at.href.as_ref()))
        .collect()
}

fn organisation(kind: &str, name: &str, href: Option<&Href>) -> Value {
    let url = href.filter(|href| href.kind() == HrefKind::External).map(Href::as_str);
    object([("@type", kind.into()), ("name", name.into()), ("url", url.into())])
}

fn work(publication: &Publication<'_>, project: &Project) -> Value {
    let repository = project.links.iter().filter_map(external).find(|url| is_repository(publication.portfolio, url));
    let page = Page::Project(&project.id);
    let article = project.kind == ProjectKind::CaseStudy;
    let kind = match repository {
        _ if article => "Article",
        Some(_) => "SoftwareSourceCode",
        None => "CreativeWork",
    };
    let url = publication.page_url(page);
    object([
        ("@type", kind.into()),
        ("@id", url.clone().map(|url| url + "#work").into()),
        (if article { "headline" } else { "name" }, project.title.as_str().into()),
        ("description", words::cut(&words::of_project(project, publication.portfolio).join(" "), 300).into()),
        ("author", author(publication)),
        ("codeRepository", if article { None } else { repository }.into()),
        ("temporalCoverage", project.period.map(interval).into()),
        ("keywords", names(publication, &project.technologies)),
        ("image", image(publication, page)),
        ("inLanguage", publication.portfolio.language.as_str().into()),
        ("dateModified", changed(publication)),
        ("mainEntityOfPage", url.clone().into()),
        ("url", url.into()),
    ])
}

/// An article of the site's own.
fn posting(publication: &Publication<'_>, article: &Article, id: &str) -> Value {
    let page = Page::Article(id);
    let url = publication.page_url(page);
    let day = |date: Option<PartialDate>| date.map(PartialDate::iso);
    object([
        ("@type", "BlogPosting".into()),
        ("@id", url.clone().map(|url| url + "#work").into()),
        ("headline", article.title.as_str().into()),
        ("description", plain(article.excerpt.as_ref())),
        ("author", author(publication)),
        ("datePublished", day(article.date).into()),
        ("dateModified", day(article.updated.or(article.date)).into()),
        ("inLanguage", publication.portfolio.language.as_str().into()),
        ("timeRequired", format!("PT{}M", article.minutes).into()),
        ("image", image(publication, page)),
        ("mainEntityOfPage", url.clone().into()),
        ("url", url.into()),
    ])
}

/// Whether a link leads to a repository: not to something in one, and not to one by which the person is known.
fn is_repository(portfolio: &Portfolio, url: &str) -> bool {
    let Some((host, path)) = place(url) else { return false };
    let Some((owner, name)) = path.split_once('/') else { return false };
    let contact = portfolio.contact.iter().flat_map(|contact| &contact.links);
    let mut profiles = portfolio.profile.links.iter().chain(contact).filter_map(external).filter_map(place);
    FORGES.contains(&host)
        && !owner.is_empty()
        && !NO_OWNERS.contains(&owner)
        && !name.is_empty()
        && !name.contains('/')
        && !profiles.any(|(other, profile)| other == host && profile.eq_ignore_ascii_case(path))
}

/// The host and path that a URL names, however it ends.
fn place(url: &str) -> Option<(&str, &str)> {
    let (host, path) = url.split_once("://")?.1.split_once('/')?;
    let path = path.split(['?', '#']).next()?;
    let path = path.strip_suffix('/').unwrap_or(path);
    Some((host.trim_start_matches("www."), path.strip_suffix(".git").unwrap_or(path)))
}

fn drawing(publication: &Publication<'_>, diagram: &Diagram) -> Value {
    let page = Page::Diagram(&diagram.id);
    object([
        ("@type", "WebPage".into()),
        ("@id", publication.page_url(page).into()),
        ("url", publication.page_url(page).into()),
        ("name", diagram.title.as_str().into()),
        ("author", author(publication)),
        ("inLanguage", publication.portfolio.language.as_str().into()),
        ("primaryImageOfPage", image(publication, page)),
        ("dateModified", changed(publication)),
    ])
}

fn experience(publication: &Publication<'_>) -> Value {
    let mut person = author(publication);
    if let (Value::Object(person), Value::Array(employers)) = (&mut person, employers(publication))
        && !employers.is_empty()
    {
        person.insert("worksFor".to_owned(), employers.into());
    }
    object([
        ("@type", "ProfilePage".into()),
        ("@id", publication.page_url(Page::Experience).into()),
        ("url", publication.page_url(Page::Experience).into()),
        ("name", publication.portfolio.words.section_experience().into()),
        ("inLanguage", publication.portfolio.language.as_str().into()),
        ("dateModified", changed(publication)),
        ("mainEntity", person),
    ])
}

/// The way from the start page to an inner page; a diagram that others open comes after these.
fn breadcrumbs(publication: &Publication<'_>, page: Page<'_>) -> Value {
    let portfolio = publication.portfolio;
    let Some(home) = publication.page_url(Page::Home) else { return Value::Null };
    let mut way = vec![(portfolio.profile.name.clone(), home)];
    let mut step = |name: &str, page| way.extend(publication.page_url(page).map(|url| (name.to_owned(), url)));
    match page {
        Page::Home | Page::Section(_) | Page::Diagrams => return Value::Null,
        Page::Project(id) => {
            let Some(project) = portfolio.project(id) else { return Value::Null };
            if let Some(section) = portfolio.section_of(project) {
                step(&section.title, Page::Section(&section.id));
            }
            step(&project.title, page);
        }
        Page::Experience => step(portfolio.words.section_experience(), page),
        Page::Article(id) => {
            let Some(article) = portfolio.article(id) else { return Value::Null };
            if let Some(section) = portfolio.sections.iter().find(|section| section.parts.contains(&Part::Writing)) {
                step(&section.title, Page::Section(&section.id));
            }
            step(&article.title, page);
        }
        Page::Diagram(id) => {
            let around = portfolio.diagram_id(id).map(|id| portfolio.around(id)).unwrap_or_default();
            for (outer, _) in around.into_iter().rev() {
                let outer = portfolio.diagram(outer);
                step(&outer.title, Page::Diagram(&outer.id));
            }
            portfolio.diagram_by_id(id).into_iter().for_each(|diagram| step(&diagram.title, page));
        }
    }
    let item = |(position, (name, url)): (usize, (String, String))| json!({ "@type": "ListItem", "position": position + 1, "name": name, "item": url });
    json!({ "@type": "BreadcrumbList", "itemListElement": way.into_iter().enumerate().map(item).collect::<Value>() })
}

fn image(publication: &Publication<'_>, page: Page<'_>) -> Value {
    let Some(url) = publication.url(&publication.card_path(page)) else { return Value::Null };
    // Lengths are of the type Distance: a number is none.
    let px = |side: u32| format!("{side} px");
    json!({ "@type": "ImageObject", "url": url, "width": px(card_size::WIDTH), "height": px(card_size::HEIGHT) })
}

fn changed(publication: &Publication<'_>) -> Value {
    publication.changed.map(vitrine_model::Day::iso).into()
}

fn external(link: &Link) -> Option<&str> {
    link.href.as_ref().filter(|href| href.kind() == HrefKind::External).map(Href::as_str)
}

/// ISO 8601; by ISO 8601-2 what lasts has an open end, and an end that nobody knows is left out.
fn interval(period: Period) -> String {
    let end = match period.end {
        End::Lasting => "..".to_owned(),
        End::At(end) => end.iso(),
        End::Unknown => String::new(),
    };
    [period.start.map(PeriodDate::iso).unwrap_or_default(), end].join("/")
}
