//! A portfolio on its way to a host: which pages it has, and where they are.
//!
//! Addresses that have to be absolute are made from [`Portfolio::site`]; without it whatever needs one is left out, and
//! [`Publication::missing`] says so.

use std::sync::OnceLock;

use crate::icon::Icon;
use crate::reach::Reach;
use crate::words;
use vitrine_model::markdown::Attribute;
use vitrine_model::route::{Address, Page};
use vitrine_model::title::page_of;
use vitrine_model::{Day, Href, Part, Period, Piece, Portfolio, TechId, href::HrefKind};

/// The size of a share image, in px: what every network that unfolds links takes.
pub mod card_size {
    /// Across.
    pub const WIDTH: u32 = 1200;
    /// Down.
    pub const HEIGHT: u32 = 630;
}

/// A portfolio on its way to a host.
#[derive(Debug, Clone)]
pub struct Publication<'a> {
    /// What is published.
    pub portfolio: &'a Portfolio,
    /// How its pages link to each other.
    pub address: &'a Address,
    /// The absolute URL of the start page, with a slash at its end.
    pub site: Option<String>,
    /// The day on which the portfolio last changed, if that is known.
    pub changed: Option<Day>,
    /// The day on which it is published: what began after it is to come.
    pub today: Option<Day>,
    /// The days on which entries of the portfolio were last edited, by their titles, as far as that is known.
    pub edited: &'a [(String, Day)],
    /// The icon that its author has given; where there is none, the initials of the name are one.
    pub own_icon: Option<&'a Icon>,
    initials: OnceLock<Icon>,
    reach: OnceLock<Reach<'a>>,
    repeated: OnceLock<Vec<String>>,
}

impl<'a> Publication<'a> {
    /// A portfolio where it says it is published.
    pub fn new(portfolio: &'a Portfolio, address: &'a Address, changed: Option<Day>) -> Self {
        Self {
            portfolio,
            address,
            site: portfolio.homepage(),
            changed,
            today: None,
            edited: &[],
            own_icon: None,
            initials: OnceLock::new(),
            reach: OnceLock::new(),
            repeated: OnceLock::new(),
        }
    }

    /// The icon of the site.
    pub fn icon(&self) -> &Icon {
        let initials = || Icon::of_name(&self.portfolio.profile.name, self.portfolio.theme);
        self.own_icon.unwrap_or_else(|| self.initials.get_or_init(initials))
    }

    /// The day of the publication; where that is unknown, a late one, on which nothing is to come.
    pub(crate) fn day(&self) -> Day {
        self.today.unwrap_or(Day(i32::MAX / 2))
    }

    /// What a period says on the day of the publication.
    pub(crate) fn words(&self, period: Period) -> String {
        period.words(self.day(), self.portfolio.words)
    }

    /// Every page that there is, in the order in which a visitor meets them. The page that shows the first diagram under
    /// another address is none of them.
    pub fn pages(&self) -> Vec<Page<'a>> {
        let portfolio = self.portfolio;
        let projects = portfolio.projects.iter().map(|project| Page::Project(&project.id));
        let diagrams = portfolio.diagrams.iter().map(|diagram| Page::Diagram(&diagram.id));
        let experience = (!portfolio.experience.is_empty()).then_some(Page::Experience);
        let articles = portfolio.writing.iter().filter_map(|article| article.id.as_deref()).map(Page::Article);
        std::iter::once(Page::Home).chain(projects).chain(diagrams).chain(experience).chain(articles).collect()
    }

    /// Whether links lead from the start page to this page. Others are there for those who have their address.
    pub fn is_linked(&self, page: Page<'_>) -> bool {
        self.reach().has(page)
    }

    pub(crate) fn reach(&self) -> &Reach<'a> {
        self.reach.get_or_init(|| Reach::of(self.portfolio))
    }

    /// Descriptions that several pages would share.
    pub(crate) fn repeated(&self) -> &[String] {
        self.repeated.get_or_init(|| words::repeated(self))
    }

    /// The address of a page relative to the start page of the first language, such as `projects/shop/`; empty for that.
    pub fn path(&self, page: Page<'_>) -> String {
        self.path_in(self.address, page)
    }

    /// The same in another language.
    pub(crate) fn path_in(&self, address: &Address, page: Page<'_>) -> String {
        let page = match (page, self.portfolio.diagrams.first()) {
            (Page::Diagrams, Some(first)) => Page::Diagram(&first.id),
            _ => page,
        };
        address.relative(page)
    }

    /// The path of a file that each language has of its own, relative to the start page of the first.
    pub(crate) fn own_file(&self, file: &str) -> String {
        [self.address.folder(), file].concat()
    }

    /// The absolute address of a page, if the site has one.
    pub fn page_url(&self, page: Page<'_>) -> Option<String> {
        self.url(&self.path(page))
    }

    /// The absolute address of a path relative to the start page, if the site has one.
    pub fn url(&self, path: &str) -> Option<String> {
        self.site.as_ref().map(|site| [site, path].concat())
    }

    /// The absolute address that a link of the portfolio leads to, if it has one.
    pub fn target(&self, href: &Href) -> Option<String> {
        match href.kind() {
            HrefKind::Relative | HrefKind::Page => {
                let folder = page_of(href, self.portfolio).map_or("", |_| self.address.folder());
                self.url(&[folder, href.as_str()].concat())
            }
            _ => Some(href.as_str().to_owned()),
        }
    }

    /// The share image of a page, relative to the start page.
    pub fn card_path(&self, page: Page<'_>) -> String {
        let path = self.path(page);
        ["share/", if path.is_empty() { "start" } else { path.trim_end_matches('/') }, ".png"].concat()
    }

    /// The absolute address of the portrait at its largest, if there is one and the site has an address.
    pub(crate) fn portrait(&self) -> Option<String> {
        let [Piece::Element(_, _, inner)] = &self.portfolio.profile.photo.as_ref()?.0[..] else { return None };
        let [Piece::Element(_, attributes, _)] = &inner[..] else { return None };
        let (_, path) = attributes.iter().find(|(attribute, _)| *attribute == Attribute::File)?;
        self.url(path)
    }

    /// Whether the start page shows this.
    pub(crate) fn shows(&self, part: Part) -> bool {
        self.portfolio.sections.iter().any(|section| section.parts.contains(&part))
    }

    /// The skills that the start page lists; where it lists none, what the projects use that it lists.
    pub(crate) fn skills(&self) -> Vec<TechId> {
        let portfolio = self.portfolio;
        if self.shows(Part::Skills) {
            return once(portfolio.skills.iter().flat_map(|group| &group.entries).map(|skill| skill.technology));
        }
        let listed = portfolio.projects.iter().filter(|project| portfolio.section_of(project).is_some());
        once(listed.flat_map(|project| project.technologies.iter().copied()))
    }

    /// What is left out, and why; `None` where nothing is.
    pub fn missing(&self) -> Option<&'static str> {
        match (&self.site, self.changed) {
            (None, _) => Some(
                "the portfolio has no \"site\", so canonical links, link previews, breadcrumbs, sitemap.xml and feed.xml \
                 are left out; write \"site\": \"https://example.org/\" with the address it is published at",
            ),
            (Some(_), None) => Some("the day of the last change is unknown, so the sitemap has no lastmod"),
            _ => None,
        }
    }

    /// Whether it is in the first of its languages, which has what there is once for all.
    pub(crate) fn is_first(&self) -> bool {
        self.address.folder().is_empty()
    }

    /// What is wrong with where the site says it is, if it is built for another path of its host than that.
    pub fn misplaced(&self) -> Option<String> {
        let site = self.site.as_ref()?;
        let (_, after_scheme) = site.split_once("://")?;
        let path = after_scheme.get(after_scheme.find('/')?..)?;
        let base = self.address.base();
        (path != base).then(|| {
            format!(
                "\"site\" says that the start page is at {site}, but it is built for {base}: canonical links, link previews \
                 and the sitemap lead to pages that are elsewhere; build it for the path {path}, or mend \"site\""
            )
        })
    }
}

/// Each of them only the first time it comes.
pub(crate) fn once<T: PartialEq>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut found = Vec::new();
    for item in all {
        if !found.contains(&item) {
            found.push(item);
        }
    }
    found
}
