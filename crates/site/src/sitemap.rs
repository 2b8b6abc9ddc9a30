//! What crawlers ask for first.

use super::{Publication, languages};
use vitrine_lean::escape::xml;

/// What the sitemap is called; by convention beside the start page.
pub const FILE: &str = "sitemap.xml";

/// In which the other languages of a page are told.
const XHTML: &str = " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";

/// Every page that links lead to, in each of its languages (sitemaps.org 0.9); `None` without a site.
pub fn sitemap(publication: &Publication<'_>) -> Option<String> {
    publication.site.as_ref()?;
    let changed = publication.changed.map(|day| format!("<lastmod>{}</lastmod>", day.iso())).unwrap_or_default();
    let pages = publication.pages().into_iter().filter(|page| publication.is_linked(*page));
    let entry = |url: &str, others: &str| ["  <url><loc>", &xml(url), "</loc>", &changed, others, "</url>\n"].concat();
    let mut entries = String::new();
    for page in pages {
        let languages = languages::alternates(publication, page);
        let link = |(tag, url): &(String, String)| {
            format!("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>", xml(tag), xml(url))
        };
        let others: String = languages.iter().map(link).collect();
        let own = languages.iter().filter(|(tag, _)| tag != languages::USUAL).map(|(_, url)| url.clone());
        let urls = own.chain(publication.page_url(page).filter(|_| languages.is_empty()));
        urls.for_each(|url| entries += &entry(&url, &others));
    }
    let xhtml = if publication.portfolio.languages.len() > 1 { XHTML } else { "" };
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"{xhtml}>\n{entries}</urlset>\n"
    ))
}

/// `robots.txt` (RFC 9309): everybody may read everything. It counts at the root of a host only.
pub fn robots(publication: &Publication<'_>) -> String {
    let sitemap = publication.url(FILE).map(|url| format!("\nSitemap: {url}\n")).unwrap_or_default();
    ["User-agent: *\nAllow: /\n", &sitemap].concat()
}
