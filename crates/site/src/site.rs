//! Every file of a site as a value.

use std::collections::BTreeSet;
use std::sync::Arc;

use vitrine_frame::{BasePath, Frame};
use vitrine_model::route::{Address, Page};
use vitrine_model::{Day, Portfolio, Scheme, Words, compact};

use crate::document::{Document, Shell};
use crate::font::PageFont;
use crate::head::head;
use crate::icon::{self, Icon};
use crate::{DrawError, FORMER_WORKERS, Publication, files, font, former_worker, headers, icons, languages, link_mark};

/// The name of the portfolio in a site.
pub(crate) const PORTFOLIO: &str = "portfolio.json";
/// The name of all of it as pages read it. Not after what it holds, so that a change on one page changes no other; and like no
/// file that somebody would put beside the pages.
pub(crate) const WHOLE: &str = "vitrine-portfolio.txt";

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Below the site's folder, with `/` between its parts.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl File {
    fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}

/// What the pages of a site are made of in one of its languages.
#[derive(Clone)]
pub struct Source<'a> {
    /// The front end.
    pub frame: &'a Frame,
    /// What is shown.
    pub portfolio: Arc<Portfolio>,
    /// The JSON that it was read from.
    pub text: &'a str,
    /// Portfolios and diagrams that the site holds beside its own, as JSON: their diagrams have icons, too.
    pub others: &'a [String],
    /// Where the site is mounted.
    pub base: &'a BasePath,
    /// How its pages link to each other, below the same base.
    pub address: Arc<Address>,
    /// What lasts until now is counted to this day; a visitor's program counts on.
    pub today: Day,
    /// The day on which the portfolio last changed, if that is known.
    pub changed: Option<Day>,
    /// The days on which entries of the portfolio were last edited, by their titles, as far as that is known.
    pub edited: Vec<(String, Day)>,
    /// The icon that its author has given.
    pub icon: Option<Icon>,
    /// Whether search engines are asked to leave it out.
    pub is_preview: bool,
    /// What stands in the head of every page beside what it says of itself; nothing on a finished site.
    pub extra_head: &'a str,
}

impl Source<'_> {
    /// What machines are told of it.
    pub fn publication(&self) -> Publication<'_> {
        let mut publication = Publication::new(&self.portfolio, &self.address, self.changed);
        publication.today = Some(self.today);
        publication.edited = &self.edited;
        publication.own_icon = self.icon.as_ref();
        publication
    }
}

/// What is inside of a page's `#app`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// As HTML.
    pub html: String,
    /// Where its links lead, in order.
    pub links: Vec<String>,
    /// The letters of its texts.
    pub letters: BTreeSet<char>,
}

/// What renders it: from what the page shows of the portfolio, and its absolute path.
pub type Render<'a> = dyn Fn(Arc<Portfolio>, &str) -> Body + 'a;

/// A whole site.
pub struct Site {
    /// All of its files.
    pub files: Vec<File>,
    /// The links of each page, by its file.
    pub links: Vec<(String, Vec<String>)>,
    /// The letters that its pictures leave out, as no font has them.
    pub lacking: BTreeSet<char>,
}

/// Every file of a portfolio's site, of which these are the languages, the usual one first: its pages, `404.html`, which hosts answer
/// unknown addresses with, what lies beside them, and the frame's.
///
/// # Errors
/// When a picture can't be drawn.
pub fn site(languages: &[Source<'_>], render: &Render<'_>) -> Result<Site, DrawError> {
    let [Source { frame, portfolio, text, others, base, is_preview, .. }, ..] = languages else {
        return Ok(Site { files: Vec::new(), links: Vec::new(), lacking: BTreeSet::new() });
    };
    let publications: Vec<Publication<'_>> = languages.iter().map(Source::publication).collect();
    let rendered: Vec<Vec<Leaf<'_>>> = languages
        .iter()
        .zip(&publications)
        .map(|(source, publication)| source.leaves(publication, render).collect())
        .collect();
    let words: Vec<Words> = languages.iter().map(|source| source.portfolio.words).collect();
    let theme = Some(portfolio.theme.name);
    let letters = letters(text, rendered.iter().flatten(), &words);
    let frame = &link_mark::marked(font::typeset(frame, theme, &letters), portfolio);
    let sprite = icons::Library::read(&frame.icons.bytes).sprite(text, others);
    let fonts = font::of_pages(frame, theme);
    let (mut site, mut links) = (vec![File::new(PORTFOLIO, *text)], Vec::new());
    let mut lacking = BTreeSet::new();
    for ((source, publication), leaves) in languages.iter().zip(&publications).zip(rendered) {
        let shell = source.shell(publication, frame, &fonts, &sprite.path);
        for leaf in leaves {
            let (page, leads_to) = source.page(leaf, publication, &shell);
            site.push(page);
            links.push(leads_to);
        }
        site.extend(files::texts(publication).into_iter().map(|file| File::new(file.path, file.text)));
        let pictures = files::pictures(publication)?;
        lacking.extend(pictures.iter().flat_map(|picture| &picture.lacking).copied());
        site.extend(pictures.into_iter().map(|picture| File::new(picture.path, picture.bytes)));
        site.push(File::new(publication.own_file(WHOLE), source.whole()));
    }
    let folders: Vec<&str> = languages.iter().map(|source| source.address.folder()).collect();
    Ok(Site { files: finished(site, frame, sprite, base, &folders, *is_preview), links, lacking })
}

/// What a page shows, before it is known which fonts the site has.
pub(crate) struct Leaf<'a> {
    /// `None` for the page of a path that no page has.
    page: Option<Page<'a>>,
    path: String,
    data: String,
    body: Body,
}

/// The letters of a site: of its pages, and of what they show when they are asked for more.
fn letters<'a>(portfolio: &str, leaves: impl Iterator<Item = &'a Leaf<'a>>, words: &[Words]) -> BTreeSet<char> {
    let mut letters: BTreeSet<char> = leaves.flat_map(|leaf| leaf.body.letters.iter().copied()).collect();
    // What the program may say; its capitals and marks are rare enough to be fetched when they come.
    for words in words {
        letters.extend(words.lines().chars().filter(|letter| letter.is_alphabetic() && !letter.is_uppercase()));
    }
    add_letters(&serde_json::from_str(portfolio).unwrap_or_default(), &mut letters);
    letters
}

fn add_letters(value: &serde_json::Value, letters: &mut BTreeSet<char>) {
    match value {
        serde_json::Value::String(text) => letters.extend(text.chars()),
        serde_json::Value::Array(values) => values.iter().for_each(|value| add_letters(value, letters)),
        serde_json::Value::Object(values) => values.values().for_each(|value| add_letters(value, letters)),
        _ => {}
    }
}

/// What a page is rendered from: what the program will read in it.
pub(crate) fn shown(data: &str, words: Words) -> Arc<Portfolio> {
    Arc::new(compact::read(data, words).expect("what was written is read"))
}

impl Source<'_> {
    /// Every page of its language, with that of a path that no page has.
    fn leaves<'a>(&'a self, publication: &Publication<'a>, render: &'a Render<'_>) -> impl Iterator<Item = Leaf<'a>> {
        // The first diagram has a second address, which is not to be found but leads to a page.
        let second = (!self.portfolio.diagrams.is_empty()).then_some(Page::Diagrams);
        let pages = publication.pages().into_iter().chain(second).map(Some).chain([None]);
        pages.map(|page| self.leaf(page, render))
    }

    /// All of what its pages show.
    pub(crate) fn whole(&self) -> String {
        compact::write(&self.portfolio.excerpt(Some(Page::Home)), &self.portfolio)
    }

    pub(crate) fn shell<'a>(
        &'a self,
        publication: &'a Publication<'_>,
        frame: &'a Frame,
        fonts: &'a [PageFont<'a>],
        icons: &'a str,
    ) -> Shell<'a> {
        Shell {
            frame,
            base: self.base,
            fonts,
            icons,
            favicon: (publication.icon().file(), publication.icon().media_type()),
            is_preview: self.is_preview,
            language: &self.portfolio.language,
            words: self.portfolio.words,
        }
    }

    pub(crate) fn leaf<'a>(&self, page: Option<Page<'a>>, render: &Render<'_>) -> Leaf<'a> {
        let Self { portfolio, address, .. } = self;
        // A path that no page has.
        let path = page.map_or_else(|| [&*address.home(), "404.html"].concat(), |page| address.href(page));
        let data = compact::write(&portfolio.excerpt(page), portfolio);
        let body = render(shown(&data, portfolio.words), &path);
        Leaf { page, path, data, body }
    }

    pub(crate) fn page(
        &self,
        leaf: Leaf<'_>,
        publication: &Publication<'_>,
        shell: &Shell<'_>,
    ) -> (File, (String, Vec<String>)) {
        let Self { portfolio, address, today, .. } = self;
        let Leaf { page, path, data, body: Body { html, mut links, .. } } = leaf;
        let (languages, others) = languages::nav(publication, page);
        links.extend(others);
        let whole = publication.own_file(WHOLE);
        let document = Document {
            head: &(head(publication, page).to_html() + self.extra_head),
            theme: portfolio.theme.name.as_str(),
            scheme: (portfolio.theme.scheme != Scheme::System).then_some(portfolio.theme.scheme.as_str()),
            languages: &languages,
            app: &html,
            data: if page.is_some() { &data } else { "" },
            whole: (page != Some(Page::Home)).then_some(&*whole),
            path: &path,
            day: today.0,
        };
        let file = match page {
            None => publication.own_file("404.html"),
            Some(_) => [path.strip_prefix(address.base()).unwrap_or(&path), "index.html"].concat(),
        };
        (File::new(&*file, shell.page(&document)), (file, links))
    }
}

/// A site with one page, which loads the portfolio that it is asked for. These are those that it holds, as JSON.
#[must_use]
pub fn generic(frame: &Frame, base: &BasePath, is_preview: bool, others: &[String]) -> Vec<File> {
    let frame = &font::typeset(frame, None, &font::ENGLISH.chars().collect());
    let sprite = icons::Library::read(&frame.icons.bytes).sprite("", others);
    let fonts = font::of_pages(frame, None);
    let page = Shell {
        frame,
        base,
        fonts: &fonts,
        icons: &sprite.path,
        favicon: icon::OURS,
        is_preview,
        language: "en",
        words: Words::english(),
    }
    .generic();
    let pages = ["index.html", "404.html"].map(|path| File::new(path, page.clone()));
    let mut site: Vec<File> = pages.into();
    let ours = frame.plain.iter().find(|asset| asset.name == icon::OURS.0);
    site.extend(ours.map(|icon| File::new(&*icon.name, &*icon.bytes)));
    finished(site, frame, sprite, base, &[""], is_preview)
}

/// The site with what does not depend on its pages, and the headers for all; `folders` have the pages of its languages.
fn finished(
    mut site: Vec<File>,
    frame: &Frame,
    sprite: File,
    base: &BasePath,
    folders: &[&str],
    is_preview: bool,
) -> Vec<File> {
    let lasting: Vec<&str> = frame.lasting().map(|asset| &*asset.name).chain([&*sprite.path]).collect();
    let headers = headers::text(base, folders, &frame.inline.integrity, &lasting, is_preview);
    site.push(sprite);
    // The engine's own icon is on a site of nobody's alone.
    let others = frame.published().filter(|asset| asset.name != icon::OURS.0);
    site.extend(others.map(|asset| File::new(&*asset.name, &*asset.bytes)));
    let workers = FORMER_WORKERS.iter().filter_map(|path| Some(File::new(*path, former_worker(path)?)));
    site.extend(workers);
    site.push(File::new(headers::FILE, headers));
    site
}
