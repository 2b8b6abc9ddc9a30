//! Markdown and links of a portfolio as nodes; text never becomes markup.

use super::say;
use super::state::Site;
use crate::markup::{Element, IntoMarkup, Markup, markup};
use crate::model::href::HrefKind;
use crate::model::{Href, Link, Markdown, Piece, Tag};

/// What headings are called in HTML, by their level.
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// The blocks of a Markdown text that stands below a heading of the second level.
pub fn markdown(text: &Markdown) -> Markup {
    markdown_below(text, 2)
}

/// The blocks of a Markdown text that stands below a heading of a level.
pub fn markdown_below(text: &Markdown, level: usize) -> Markup {
    markup! { <div class="markdown">{pieces(&text.0, level, &Site::expect())}</div> }
}

/// The text of a Markdown field on one line: for places that hold no blocks.
pub fn inline_markdown(text: &Markdown) -> Markup {
    inline_markdown_of(text, &Site::expect())
}

/// [`inline_markdown`] for callers that run outside the site's context.
pub fn inline_markdown_of(text: &Markdown, site: &Site) -> Markup {
    let mut runs = Vec::new();
    push_inline(&text.0, site, &mut runs);
    runs.into_markup()
}

fn push_inline(pieces: &[Piece], site: &Site, runs: &mut Vec<Markup>) {
    for piece in pieces {
        match piece {
            Piece::Element(tag, _, inner) if tag.separates() => {
                push_inline(inner, site, runs);
                runs.push(" ".into_markup());
            }
            piece => runs.push(shown(piece, 0, site)),
        }
    }
}

fn pieces(pieces: &[Piece], level: usize, site: &Site) -> Markup {
    pieces.iter().map(|piece| shown(piece, level, site)).collect()
}

fn shown(piece: &Piece, level: usize, site: &Site) -> Markup {
    let (tag, attributes, inner) = match piece {
        Piece::Text(text) => return text.clone().into_markup(),
        Piece::Link(href, inner) => return anchor(href, pieces(inner, level, site), site),
        Piece::Element(tag, attributes, inner) => (tag, attributes, inner),
    };
    let below = (*tag as usize).wrapping_sub(Tag::Heading as usize);
    let name = if below < 3 { HEADINGS[(level + below).min(5)] } else { tag.name() };
    let mut element = Element::html(name);
    if let Some(direction) = tag.direction() {
        element.fixed("dir", direction);
    }
    for (attribute, value) in attributes {
        let value = if attribute.is_address() { site.address.files(value) } else { value.clone() };
        element.attribute(attribute.name(), value);
    }
    for piece in inner {
        element.child(shown(piece, level, site));
    }
    Markup::Element(element)
}

/// An `<a>` to a link that passed the gate. A link to another site says so.
///
/// The router takes every link whose path starts as the base does, on whichever page of this host that may be, for one of
/// its pages, unless `rel` says otherwise.
pub fn anchor(href: &Href, content: Markup, site: &Site) -> Markup {
    let (url, external) = site.resolve(href);
    if external {
        markup! {
            <a class="external" href=url dir="auto" rel="external noopener noreferrer">
                {content}<span class="visually-hidden">" "{say().page_external()}</span>
            </a>
        }
    } else {
        markup! { <a href=url rel=(href.kind() != HrefKind::Page).then_some("external")>{content}</a> }
    }
}

/// Labelled links as list entries; one that the gate refused is its label.
pub fn link_list(links: &[Link], class: &'static str, site: &Site) -> Option<Markup> {
    let entry = |link: &Link| {
        let label = link.label.clone().into_markup();
        markup! { <li>{match &link.href { Some(href) => anchor(href, label, site), None => label }}</li> }
    };
    (!links.is_empty()).then(|| markup! { <ul class=class>{links.iter().map(entry).collect::<Markup>()}</ul> })
}
