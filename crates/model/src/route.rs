//! Addresses of pages: the one place that knows how a URL of the site is spelt.
//!
//! A site lives below a base path and may show another portfolio than its own (`?portfolio=`); every link
//! within the site keeps both. Of a portfolio in several languages the first has the pages at the base, each other one those in a folder
//! of its tag, such as `/de/`; files are shared by all.

use crate::portfolio::Portfolio;

/// A page of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page<'a> {
    /// The start page.
    Home,
    /// A section of the start page, by its id.
    Section(&'a str),
    /// A project, by its id.
    Project(&'a str),
    /// A diagram that fills the window, by its id.
    Diagram(&'a str),
    /// The first diagram, or one read from a file.
    Diagrams,
    /// The whole career log.
    Experience,
    /// An article, by its id.
    Article(&'a str),
}

/// Where the site lives, in which of its languages, and which portfolio it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    base: String,
    /// Where the pages are, below the base: all that a language has of its own is in a folder, and that of the first is the base.
    folder: String,
    portfolio: Option<String>,
}

/// The file a site shows when nothing else is asked for, relative to the base.
pub const DEFAULT_PORTFOLIO: &str = "portfolio.json";

/// The folder of the pages of diagrams.
pub const ARCHITECTURE: &str = "architecture";
/// The folder of the pages of articles.
pub const WRITING: &str = "writing";
/// The parameter of a query for the portfolio that a page shows.
pub const PORTFOLIO: &str = "portfolio";
/// The parameter of a query for the file of the diagram that a page shows.
pub const DIAGRAM_URL: &str = "diagram-url";

/// The parameters of a query that say what a page shows, so that no page was rendered for an address that has one. Others
/// tell how: which of the projects, which step of a flow. `src/boot/address.js` knows the same two.
pub const SHOWN: [&str; 2] = [PORTFOLIO, DIAGRAM_URL];

/// Why `?portfolio=` was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no path of a portfolio below the site")]
pub struct BadPortfolioPath(pub String);

impl Address {
    /// An address below `base`, a path such as `/` or `/repo/`; missing slashes are added.
    ///
    /// # Errors
    /// When `portfolio` is not a relative path to a JSON file below the base.
    pub fn new(base: &str, portfolio: Option<&str>) -> Result<Self, BadPortfolioPath> {
        let inner = base.trim_matches('/');
        let base = if inner.is_empty() { "/".to_owned() } else { ["/", inner, "/"].concat() };
        let portfolio = match portfolio {
            None | Some("" | DEFAULT_PORTFOLIO) => None,
            Some(path) if is_plain_json_path(path) => Some(path.to_owned()),
            Some(path) => return Err(BadPortfolioPath(path.chars().take(80).collect())),
        };
        Ok(Self { base, folder: String::new(), portfolio })
    }

    /// The same for the pages of a portfolio in its language.
    #[must_use]
    pub fn of(&self, portfolio: &Portfolio) -> Self {
        // Another file than the site's own is read in its first language.
        let folder = if self.is_own() { folder(&portfolio.languages, &portfolio.language) } else { String::new() };
        Self { folder, ..self.clone() }
    }

    /// The same for each language of a portfolio, with its tag, in the file's order.
    pub fn each(&self, languages: &[String]) -> Vec<(String, Self)> {
        let of = |tag: &String| (tag.clone(), Self { folder: folder(languages, tag), ..self.clone() });
        languages.iter().map(of).collect()
    }

    /// The base path, with a slash at both ends.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The path of the start page, with a slash at both ends.
    pub fn home(&self) -> String {
        [&*self.base, &self.folder].concat()
    }

    /// Where the pages are below the base: nothing, or a folder with a slash at its end.
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// The path of the start page as the router takes it: without the slash at the end.
    pub fn router_base(&self) -> String {
        self.home().trim_end_matches('/').to_owned()
    }

    /// Whether the site shows its own portfolio.
    pub fn is_own(&self) -> bool {
        self.portfolio.is_none()
    }

    /// The absolute path of the portfolio file.
    pub fn portfolio_path(&self) -> String {
        [&self.base, self.portfolio.as_deref().unwrap_or(DEFAULT_PORTFOLIO)].concat()
    }

    /// The absolute path of a page, with what must survive a navigation.
    pub fn href(&self, page: Page<'_>) -> String {
        self.href_with(page, &[])
    }

    /// The same relative to the base; empty for the start page of the first language.
    pub fn relative(&self, page: Page<'_>) -> String {
        self.href(page).split_off(self.base.len())
    }

    /// The absolute paths of files beside the portfolio that is shown, as attributes list them: with `, ` between two.
    pub fn files(&self, relative: &str) -> String {
        let portfolio = self.portfolio.as_deref().unwrap_or_default();
        let folder = &portfolio[..portfolio.rfind('/').map_or(0, |slash| slash + 1)];
        let start = [&self.base, folder].concat();
        [&start, &*relative.replace(", ", &[", ", &start].concat())].concat()
    }

    /// The page at an absolute path, if there is one: what [`Self::href`] makes, but for the hash; a slash at the
    /// end makes no difference. Whether there is anything of that id is not its business.
    pub fn page<'a>(&self, path: &'a str) -> Option<Page<'a>> {
        let outside = self.router_base();
        let inside = path.strip_prefix(&*outside)?;
        if !inside.is_empty() && !inside.starts_with('/') {
            return None;
        }
        page(inside)
    }

    /// [`Self::href`] with further query parameters; those without a value are left out.
    pub fn href_with(&self, page: Page<'_>, query: &[(&str, Option<String>)]) -> String {
        // Pages are folders, so every static host has them under this address without a detour.
        let (path, id, end, hash) = match page {
            Page::Home => ("", "", "", ""),
            Page::Section(id) => ("", "", "", id),
            Page::Project(id) => ("projects", id, "/", ""),
            Page::Diagram(id) => (ARCHITECTURE, id, "/", ""),
            Page::Diagrams => (ARCHITECTURE, "", "", ""),
            Page::Experience => ("experience", "", "", ""),
            Page::Article(id) => (WRITING, id, "/", ""),
        };
        let below = if path.is_empty() { "" } else { "/" };
        let mut url = [self.base.as_str(), &self.folder, path, below, id, end].concat();
        let mut separator = '?';
        let portfolio = (PORTFOLIO, self.portfolio.clone());
        for (name, value) in std::iter::once(&portfolio).chain(query) {
            if let Some(value) = value {
                url.push(separator);
                url.push_str(name);
                url.push('=');
                push_encoded(&mut url, value);
                separator = '&';
            }
        }
        if !hash.is_empty() {
            url.push('#');
            url.push_str(hash);
        }
        url
    }
}

/// Where the pages of one of a file's languages are, below the base.
pub(crate) fn folder(languages: &[String], tag: &str) -> String {
    if languages.first().is_none_or(|first| first == tag) { String::new() } else { [tag, "/"].concat() }
}

/// The page at a path below the base, as [`Address::page`].
pub fn page(inside: &str) -> Option<Page<'_>> {
    // What a host may show of a page that is a file in a folder.
    let inside = inside.strip_suffix("index.html").unwrap_or(inside);
    let mut segments = inside.split('/').filter(|segment| !segment.is_empty());
    let page = match (segments.next(), segments.next()) {
        (None, _) => Page::Home,
        (Some("projects"), Some(id)) => Page::Project(id),
        (Some(ARCHITECTURE), Some(id)) => Page::Diagram(id),
        (Some(ARCHITECTURE), None) => Page::Diagrams,
        (Some("experience"), None) => Page::Experience,
        (Some(WRITING), Some(id)) => Page::Article(id),
        _ => return None,
    };
    segments.next().is_none().then_some(page)
}

/// Whether a host that was asked for the path `actual` may have answered with the page that was rendered for `rendered`: hosts lower
/// the case of paths, add or drop slashes, `index.html` and `.html`, and write signs as `%20` or as they are.
///
/// Both are absolute paths, without query and hash. What was served is that page then, whatever else there may be: of two pages whose
/// paths differ in case only, such a host has one.
///
/// ```
/// use vitrine_model::route::is_same_page;
///
/// assert!(is_same_page("/projects/MyShop/", "/projects/myshop"));
/// assert!(is_same_page("/architecture/api/", "/architecture/api.html"));
/// assert!(!is_same_page("/projects/shop/", "/architecture/shop/"));
/// ```
pub fn is_same_page(rendered: &str, actual: &str) -> bool {
    plain(rendered) == plain(actual)
}

/// A path as no host can have changed it: decoded, in lower case, without what it may end in.
fn plain(path: &str) -> Vec<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let mut plain = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let mut byte = *first;
        rest = after;
        if let (b'%', [high, low, after @ ..]) = (byte, after)
            && let (Some(high), Some(low)) = (digit(high), digit(low))
        {
            byte = u8::try_from(high * 16 + low).unwrap_or(byte);
            rest = after;
        }
        if byte != b'/' || plain.last() != Some(&b'/') {
            plain.push(byte.to_ascii_lowercase());
        }
    }
    let mut end: &[u8] = &plain;
    for ending in [&b"/"[..], b"/index.html", b".html", b"/"] {
        end = end.strip_suffix(ending).unwrap_or(end);
    }
    let length = end.len();
    plain.truncate(length);
    plain
}

/// Whether a path is made of plain segments and ends in `.json`: no scheme, host, escape or way up.
fn is_plain_json_path(path: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    path.len() <= 200
        && path.strip_suffix(".json").is_some()
        && path.split('/').all(|segment| !segment.is_empty() && !segment.starts_with('.') && segment.chars().all(plain))
}

/// Appends a query value by the rules of RFC 3986, keeping `,` and `/` readable.
fn push_encoded(url: &mut String, value: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b',' | b'/' => url.push(byte as char),
            b' ' => url.push('+'),
            _ => {
                url.push('%');
                url.push(HEX[usize::from(byte >> 4)] as char);
                url.push(HEX[usize::from(byte & 15)] as char);
            }
        }
    }
}
