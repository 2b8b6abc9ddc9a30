//! The part of a page that visitors don't see: what search engines, link previews and feed readers go by.

use super::colour::Colours;
use super::{Publication, card_size, feed, json_ld, languages, manifest, words};
use vitrine_lean::escape::xml;
use vitrine_model::href::HrefKind;
use vitrine_model::route::Page;
use vitrine_model::title::title;
use vitrine_model::{Scheme, ThemeName};

/// What keeps engines from making links of numbers, dates, places, addresses and units in the text: they put elements of their own
/// between ours, and a figure such as `1 234 567 890` is no telephone. What is one has a link.
///
/// Safari heeds `telephone` alone; Chrome on iOS heeds each of the five, and the second element for whatever else it finds.
///
/// Sources: Apple, "Supported Meta Tags"; `WebKit`, `Document::processFormatDetection`; Chromium, `ios/web/annotations`.
const LEFT_AS_IT_IS: [(&str, &str); 2] =
    [("format-detection", "telephone=no, date=no, address=no, email=no, unit=no"), ("chrome", "nointentdetection")];

/// One element of a head that has no content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// `meta` or `link`.
    pub name: &'static str,
    /// Not escaped.
    pub attributes: Vec<(&'static str, String)>,
}

/// The head of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The same as the program sets when it runs.
    pub title: String,
    /// In the portfolio's own words.
    pub description: String,
    /// The absolute address that stands for all the page's addresses.
    pub canonical: Option<String>,
    /// Everything else, in order.
    pub tags: Vec<Tag>,
    /// What the page is about, as JSON that can stand in a `<script>`; `None` on a page that is not to be found.
    pub json_ld: Option<String>,
}

/// The head of a page; of `None`, that of the page that is shown where there is none.
pub fn head(publication: &Publication<'_>, page: Option<Page<'_>>) -> Head {
    let title = title(publication.portfolio, page);
    let description = words::description(publication, page);
    let canonical = page.and_then(|page| publication.page_url(page));
    let mut tags = Tags::default();
    tags.meta("description", &description);
    for (name, content) in LEFT_AS_IT_IS {
        tags.meta(name, content);
    }
    match (page, &canonical) {
        (None, _) => tags.meta("robots", "noindex"),
        (_, Some(url)) => tags.link("canonical", url, &[]),
        _ => {}
    }
    for (language, url) in page.map(|page| languages::alternates(publication, page)).unwrap_or_default() {
        tags.link("alternate", &url, &[("hreflang", &language)]);
    }
    if let Some(page) = page {
        preview(&mut tags, publication, page, &title, &description);
    }
    colours(&mut tags, publication);
    tags.link("apple-touch-icon", &[publication.address.base(), manifest::TOUCH_ICON].concat(), &[]);
    tags.link("manifest", &[&*publication.address.home(), manifest::FILE].concat(), &[]);
    for link in &publication.portfolio.profile.links {
        let elsewhere = |kind| matches!(kind, HrefKind::External | HrefKind::Mail);
        if let Some(href) = link.href.as_ref().filter(|href| elsewhere(href.kind())) {
            tags.link("me", href.as_str(), &[]);
        }
    }
    if feed::feed(publication).is_some() {
        let feed = [&*publication.address.home(), feed::FILE].concat();
        let title = feed::title(publication);
        tags.link("alternate", &feed, &[("type", "application/atom+xml"), ("title", &title)]);
    }
    let json_ld = page.map(|page| json_ld::json_ld(publication, page));
    Head { title, description, canonical, tags: tags.0, json_ld }
}

impl Head {
    /// As HTML, one element a line, to stand where the page has its `<title>`.
    pub fn to_html(&self) -> String {
        let attribute = |(name, value): &(&str, String)| format!(" {name}=\"{}\"", xml(value));
        let tag = |tag: &Tag| {
            let attributes: String = tag.attributes.iter().map(attribute).collect();
            format!("<{}{attributes}>\n", tag.name)
        };
        let tags: String = self.tags.iter().map(tag).collect();
        let script = |json: &String| format!("<script type=\"application/ld+json\">{json}</script>\n");
        let script = self.json_ld.as_ref().map(script).unwrap_or_default();
        format!("<title>{}</title>\n{tags}{script}", xml(&self.title))
    }
}

/// What a link to the page unfolds to, by the Open Graph protocol and what X adds to it.
fn preview(tags: &mut Tags, publication: &Publication<'_>, page: Page<'_>, title: &str, description: &str) {
    let kind = match page {
        Page::Home | Page::Section(_) => "profile",
        Page::Project(_) | Page::Article(_) => "article",
        _ => "website",
    };
    tags.property("og:type", kind);
    tags.property("og:site_name", &publication.portfolio.profile.name);
    tags.property("og:locale", &locale(&publication.portfolio.language));
    let portfolio = publication.portfolio;
    for other in portfolio.languages.iter().filter(|other| **other != portfolio.language) {
        tags.property("og:locale:alternate", &locale(other));
    }
    tags.property("og:title", title);
    tags.property("og:description", description);
    if let Some(url) = publication.page_url(page) {
        tags.property("og:url", &url);
    }
    if let Some(image) = publication.url(&publication.card_path(page)) {
        tags.property("og:image", &image);
        tags.property("og:image:type", "image/png");
        tags.property("og:image:width", &card_size::WIDTH.to_string());
        tags.property("og:image:height", &card_size::HEIGHT.to_string());
        tags.property("og:image:alt", &card_alt(publication, page));
    }
    tags.meta("twitter:card", "summary_large_image");
}

/// A language as the Open Graph protocol has it, with the region where most who speak it are, unless it names one: `de_DE`.
///
/// Source: Unicode Technical Standard #35, "Likely subtags".
fn locale(language: &str) -> String {
    let Ok(mut locale) = language.parse::<icu_locale::LanguageIdentifier>() else { return language.to_owned() };
    icu_locale::LocaleExpander::new_common().maximize(&mut locale);
    match locale.region {
        Some(region) => format!("{}_{region}", locale.language),
        None => locale.language.to_string(),
    }
}

/// What a page's share image shows.
pub fn card_alt(publication: &Publication<'_>, page: Page<'_>) -> String {
    let portfolio = publication.portfolio;
    let (name, say) = (&portfolio.profile.name, portfolio.words);
    let diagram = match page {
        Page::Diagram(id) => portfolio.diagram_by_id(id),
        Page::Diagrams => portfolio.diagrams.first(),
        _ => None,
    };
    match (page, diagram) {
        (_, Some(diagram)) => say.site_card_diagram(&diagram.title, name),
        (Page::Project(id), _) => {
            let project = portfolio.project(id).map(|project| project.title.as_str()).unwrap_or_default();
            say.site_card_project(project, name)
        }
        (Page::Experience, _) => say.site_card_experience(name),
        (Page::Article(id), _) => {
            let article = portfolio.article(id).map(|article| article.title.as_str()).unwrap_or_default();
            say.site_card_article(article, name)
        }
        _ => match &portfolio.profile.headline {
            Some(headline) => say.site_card_start(name, headline),
            None => say.site_card_portfolio(name),
        },
    }
}

/// The colour of the browser's own frame: that of the ground.
fn colours(tags: &mut Tags, publication: &Publication<'_>) {
    let theme = publication.portfolio.theme;
    let ground = |dark| ground(theme.name, dark);
    match theme.scheme {
        Scheme::System => {
            for (dark, media) in [(false, "(prefers-color-scheme: light)"), (true, "(prefers-color-scheme: dark)")] {
                tags.meta("theme-color", ground(dark));
                tags.also("media", media);
            }
        }
        scheme => tags.meta("theme-color", ground(scheme == Scheme::Dark)),
    }
}

fn ground(theme: ThemeName, dark: bool) -> &'static str {
    Colours::new(theme, dark).token("--color-ground")
}

#[derive(Default)]
struct Tags(Vec<Tag>);

impl Tags {
    fn meta(&mut self, name: &str, content: &str) {
        self.push("meta", "name", name, content);
    }

    fn property(&mut self, property: &str, content: &str) {
        self.push("meta", "property", property, content);
    }

    fn push(&mut self, tag: &'static str, attribute: &'static str, key: &str, content: &str) {
        let attributes = vec![(attribute, key.to_owned()), ("content", content.to_owned())];
        self.0.push(Tag { name: tag, attributes });
    }

    /// Another attribute of the last tag.
    fn also(&mut self, attribute: &'static str, value: &str) {
        if let Some(last) = self.0.last_mut() {
            last.attributes.push((attribute, value.to_owned()));
        }
    }

    fn link(&mut self, rel: &str, href: &str, more: &[(&'static str, &str)]) {
        let mut attributes = vec![("rel", rel.to_owned()), ("href", href.to_owned())];
        attributes.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
        self.0.push(Tag { name: "link", attributes });
    }
}
