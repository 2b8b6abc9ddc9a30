//! A site that is made as it is asked for: what its author looks at while writing. Fonts are whole, share images are left out, and
//! nothing is compressed.

use vitrine_frame::Frame;
use vitrine_model::route::Page;

use crate::site::{PORTFOLIO, Render, Source, WHOLE};
use crate::{files, font, icons, link_mark, manifest};

/// The icons of technologies, which only diagrams ask for.
const ICONS: &str = "icons.svg";

/// What all answers of a site need, made once for each state of its portfolio.
pub struct Preview {
    frame: Frame,
}

impl Preview {
    /// Of what is shown now.
    #[must_use]
    pub fn new(source: &Source<'_>) -> Self {
        Self { frame: link_mark::marked(source.frame.clone(), &source.portfolio) }
    }

    /// What is at a path below the site's base, such as `projects/shop/`, of a site in these languages, the usual one first; `None`
    /// where there is nothing.
    pub fn file(&self, languages: &[Source<'_>], path: &str, render: &Render<'_>) -> Option<Vec<u8>> {
        let file = self.of_language(of_path(languages, path)?, path, render);
        file.or_else(|| self.of_site(languages.first()?, path))
    }

    fn of_language(&self, source: &Source<'_>, path: &str, render: &Render<'_>) -> Option<Vec<u8>> {
        let publication = source.publication();
        let own = publication.pages().into_iter().chain([Page::Diagrams]);
        if let Some(page) = own.into_iter().find(|page| source.address.relative(*page) == path) {
            return Some(self.page(source, Some(page), render));
        }
        if path == publication.own_file(WHOLE) {
            return Some(source.whole().into_bytes());
        }
        files::texts(&publication).into_iter().find(|file| file.path == path).map(|file| file.text.into_bytes())
    }

    fn of_site(&self, source: &Source<'_>, path: &str) -> Option<Vec<u8>> {
        let Source { portfolio, text, others, .. } = source;
        let publication = source.publication();
        if let Some(asset) = self.frame.published().find(|asset| asset.name == path) {
            return Some(asset.bytes.clone());
        }
        let library = icons::Library::read(&self.frame.icons.bytes);
        match path {
            PORTFOLIO => Some(text.as_bytes().to_vec()),
            ICONS => Some(library.sprite(text, others).bytes),
            _ if path == publication.icon().file() => Some(publication.icon().favicon().to_vec()),
            _ => {
                let (_, side) = manifest::ICONS.iter().find(|(file, _)| *file == path)?;
                publication.icon().png(portfolio.theme, *side).ok()
            }
        }
    }

    /// Whether a path is that of a file named after what it holds, which never has to be asked for again.
    #[must_use]
    pub fn is_lasting(&self, path: &str) -> bool {
        self.frame.lasting().any(|asset| asset.name == path)
    }

    /// The page that stands for what is not there at a path.
    pub fn not_found(&self, languages: &[Source<'_>], path: &str, render: &Render<'_>) -> Vec<u8> {
        of_path(languages, path).map(|source| self.page(source, None, render)).unwrap_or_default()
    }

    fn page(&self, source: &Source<'_>, page: Option<Page<'_>>, render: &Render<'_>) -> Vec<u8> {
        let publication = source.publication();
        let fonts = font::of_pages(&self.frame, Some(source.portfolio.theme.name));
        let shell = source.shell(&publication, &self.frame, &fonts, ICONS);
        source.page(source.leaf(page, render), &publication, &shell).0.bytes
    }
}

/// The language that a path is in: that of its folder, else the first, whose pages are in none.
fn of_path<'s, 'a>(languages: &'s [Source<'a>], path: &str) -> Option<&'s Source<'a>> {
    languages.iter().rev().find(|source| path.starts_with(source.address.folder()))
}
