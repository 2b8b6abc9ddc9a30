//! What crawlers ask for first.

use super::Publication;
use vitrine_lean::escape::xml;

/// What the sitemap is called; by convention beside the start page.
pub const FILE: &str = "sitemap.xml";

/// Every page that links lead to (sitemaps.org 0.9); `None` without a site.
pub fn sitemap(publication: &Publication<'_>) -> Option<String> {
    publication.site.as_ref()?;
    let changed = publication.changed.map(|day| format!("<lastmod>{}</lastmod>", day.iso())).unwrap_or_default();
    let pages = publication.pages().into_iter().filter(|page| publication.is_linked(*page));
    let urls = pages.filter_map(|page| publication.page_url(page));
    let entry = |url: String| ["  <url><loc>", &xml(&url), "</loc>", &changed, "</url>\n"].concat();
    let entries: String = urls.map(entry).collect();
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    ))
}

/// `robots.txt` (RFC 9309): everybody may read everything. It counts at the root of a host only.
pub fn robots(publication: &Publication<'_>) -> String {
    let sitemap = publication.url(FILE).map(|url| format!("\nSitemap: {url}\n")).unwrap_or_default();
    ["User-agent: *\nAllow: /\n", &sitemap].concat()
}
