//! The start page as one file, with its style, fonts and pictures in it: it is read without a network, and nothing in it runs.

use std::sync::Arc;

use percent_encoding::percent_decode_str;
use vitrine_frame::{Frame, data_url, integrity};
use vitrine_lean::escape::xml;
use vitrine_model::marks::{APP, SCHEME, STATE, STATIC};
use vitrine_model::route::Page;
use vitrine_model::{Portfolio, Scheme, compact};

use crate::document::language_of;
use crate::head::{Head, head};
use crate::site::{Body, File, Source, shown};
use crate::{Publication, font, link_mark, policy};

/// What renders a page, with what becomes of each attribute by its name and value; `None` leaves it out.
pub type RenderAlone<'a> = dyn Fn(Arc<Portfolio>, &str, &dyn Fn(&str, &str) -> Option<String>) -> Body + 'a;

/// How wide pictures are in it, in px, where there is a choice: it is sent by mail.
const WIDTH: &str = "-960.webp";

/// The start page; `pictures` are the files beside the portfolio that it shows. Links to other pages lead to the published site, and
/// are words where nobody knows that.
pub fn single(source: &Source<'_>, pictures: &[File], render: &RenderAlone<'_>) -> String {
    let publication = source.publication();
    let Source { portfolio, address, frame, .. } = source;
    let theme = portfolio.theme;
    let shown = shown(&compact::write(&portfolio.excerpt(Some(Page::Home)), portfolio), portfolio.words);
    let place = Place { publication: &publication, base: address.base(), pictures };
    let Body { html, letters, .. } =
        render(shown, &address.href(Page::Home), &|name, value| place.attribute(name, value));
    let marked = link_mark::marked(Frame::clone(frame), portfolio);
    let style = font::embedded(&marked, theme.name, &letters);
    let scheme = (theme.scheme != Scheme::System).then(|| [" ", SCHEME, "=\"", theme.scheme.as_str(), "\""].concat());
    let icon = publication.icon();
    let parts = [
        "<!doctype html>\n<html ",
        &language_of(&portfolio.language, portfolio.words),
        &format!("{STATE}=\"{STATIC}\" data-theme=\"{}\"", theme.name.as_str()),
        &scheme.unwrap_or_default(),
        ">\n<head>",
        &policy::alone(&integrity(style.as_bytes())),
        "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<meta name=\"color-scheme\" content=\"light dark\">",
        &own(head(&publication, Some(Page::Home))).to_html(),
        &format!("<link rel=\"icon\" href=\"{}\">\n", xml(&data_url(icon.media_type(), icon.favicon()))),
        "<style>",
        &style,
        "</style>\n</head>\n<body><div id=\"",
        APP,
        "\">",
        &html,
        "</div>\n</body>\n</html>\n",
    ];
    parts.concat()
}

/// What a head says of a page that is one file.
fn own(head: Head) -> Head {
    let is_kept = |value: &String| matches!(&**value, "description" | "theme-color" | "canonical" | "format-detection");
    let tags = head.tags.into_iter().filter(|tag| tag.attributes.first().is_some_and(|(_, value)| is_kept(value)));
    Head { tags: tags.collect(), json_ld: None, ..head }
}

/// Where the file's addresses lead.
struct Place<'a> {
    publication: &'a Publication<'a>,
    base: &'a str,
    pictures: &'a [File],
}

impl Place<'_> {
    fn attribute(&self, name: &str, value: &str) -> Option<String> {
        match name {
            "href" => self.link(value),
            "src" | "poster" => self.picture(value),
            // There is one size of each, and it is here.
            "srcset" | "sizes" | "loading" | "preload" => None,
            _ => Some(value.to_owned()),
        }
    }

    fn link(&self, value: &str) -> Option<String> {
        let Some(inside) = value.strip_prefix(self.base) else { return Some(value.to_owned()) };
        match inside.strip_prefix(self.publication.address.folder()) {
            Some("") => Some(["#", APP].concat()),
            Some(hash) if hash.starts_with('#') => Some(hash.to_owned()),
            _ => self.publication.url(inside),
        }
    }

    /// All of a picture as its address; of one in several sizes the middle one.
    fn picture(&self, value: &str) -> Option<String> {
        let path = percent_decode_str(value.strip_prefix(self.base)?).decode_utf8_lossy().into_owned();
        let smaller = path.rsplit_once('-').map(|(start, _)| [start, WIDTH].concat());
        let find = |path: &str| self.pictures.iter().find(|file| file.path == path);
        let file = smaller.as_deref().and_then(find).or_else(|| find(&path))?;
        let (_, end) = file.path.rsplit_once('.')?;
        let media_type = match &*end.to_ascii_lowercase() {
            "webp" => "image/webp",
            "png" => "image/png",
            "jpg" | "jpeg" => "image/jpeg",
            "gif" => "image/gif",
            "svg" => "image/svg+xml",
            _ => return None,
        };
        Some(data_url(media_type, &file.bytes))
    }
}
