//! Everything that lies beside the pages of a published site, by its path below the start page.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Publication, feed, manifest, resume, sitemap};

/// A text to be written as it is.
pub struct TextFile {
    /// Relative to the start page of the first language.
    pub path: String,
    /// What a server says it is.
    pub media_type: &'static str,
    /// UTF-8.
    pub text: String,
}

/// The texts, without those that need a site where there is none.
pub fn texts(publication: &Publication<'_>) -> Vec<TextFile> {
    let of_site = || {
        [
            ("robots.txt", "text/plain", Some(sitemap::robots(publication))),
            (sitemap::FILE, "application/xml", sitemap::sitemap(publication)),
        ]
    };
    let of_language = [
        (feed::FILE, "application/atom+xml", feed::feed(publication)),
        (resume::FILE, "application/json", Some(resume::resume(publication))),
        (manifest::FILE, "application/manifest+json", Some(manifest::manifest(publication))),
    ];
    let of_site = publication.is_first().then(of_site).into_iter().flatten();
    let file = |(name, media_type, text): (&str, _, Option<String>)| {
        Some(TextFile { path: publication.own_file(name), media_type, text: text? })
    };
    of_site.chain(of_language).filter_map(file).collect()
}

/// A picture to be written as it is.
pub struct Picture {
    /// Relative to the start page.
    pub path: String,
    /// PNG, or SVG of an icon.
    pub bytes: Vec<u8>,
    /// The letters that belong on it and that no font has.
    pub lacking: BTreeSet<char>,
}

/// The share image of every page, where there is an address that leads to it, and, once for all languages, the icons.
///
/// # Errors
/// When one can't be drawn.
pub fn pictures(publication: &Publication<'_>) -> Result<Vec<Picture>, super::DrawError> {
    use super::card::card;

    let pages = publication.site.as_ref().map(|_| publication.pages()).unwrap_or_default();
    let cards = pages.into_par_iter().map(|page| {
        card(publication, page).map(|card| Picture {
            path: publication.card_path(page),
            bytes: card.png,
            lacking: card.lacking,
        })
    });
    let (icon, theme) = (publication.icon(), publication.portfolio.theme);
    let icons = manifest::ICONS.into_par_iter().map(|(file, side)| {
        Ok(Picture { path: file.to_owned(), bytes: icon.png(theme, side)?, lacking: icon.lacking() })
    });
    let favicon = Ok(Picture { path: icon.file().to_owned(), bytes: icon.favicon().to_vec(), lacking: icon.lacking() });
    if !publication.is_first() {
        return cards.collect();
    }
    cards.chain(icons).chain(rayon::iter::once(favicon)).collect()
}
