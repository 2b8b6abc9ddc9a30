//! Markdown and links of a portfolio as nodes; text never becomes markup.

use super::state::Site;
use crate::markup::{IntoMarkup, Markup, markup};
use crate::model::href::HrefKind;
use crate::model::{Block, Href, Inline, Link, Markdown};

/// The blocks of a Markdown text.
pub fn markdown(text: &Markdown) -> Markup {
    let site = Site::expect();
    markup! { <div class="markdown">{text.0.iter().map(|block| block_view(block, &site)).collect::<Markup>()}</div> }
}

/// The text of a Markdown field on one line: for places that hold no blocks.
pub fn inline_markdown(text: &Markdown) -> Markup {
    inline_markdown_of(text, &Site::expect())
}

/// [`inline_markdown`] for callers that run outside the site's context.
pub fn inline_markdown_of(text: &Markdown, site: &Site) -> Markup {
    let mut runs = Vec::new();
    for block in &text.0 {
        match block {
            Block::Paragraph(inlines) => runs.push(inlines_view(inlines, site)),
            Block::List(_, entries) => runs.extend(entries.iter().map(|entry| inlines_view(entry, site))),
        }
        runs.push(" ".into_markup());
    }
    runs.into_markup()
}

fn block_view(block: &Block, site: &Site) -> Markup {
    match block {
        Block::Paragraph(inlines) => markup! { <p>{inlines_view(inlines, site)}</p> },
        Block::List(ordered, entries) => {
            let entries =
                entries.iter().map(|entry| markup! { <li>{inlines_view(entry, site)}</li> }).collect::<Markup>();
            if *ordered {
                markup! { <ol>{entries}</ol> }
            } else {
                markup! { <ul>{entries}</ul> }
            }
        }
    }
}

fn inlines_view(inlines: &[Inline], site: &Site) -> Markup {
    let inline_view = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone().into_markup(),
        Inline::Emphasis(inner) => markup! { <em>{inlines_view(inner, site)}</em> },
        Inline::Strong(inner) => markup! { <strong>{inlines_view(inner, site)}</strong> },
        Inline::Code(code) => markup! { <code>{code.clone()}</code> },
        Inline::Link(inner, href) => anchor(href, inlines_view(inner, site), site),
    };
    inlines.iter().map(inline_view).collect::<Markup>()
}

/// An `<a>` to a link that passed the gate. A link to another site says so.
///
/// The router takes every link whose path starts as the base does, on whichever page of this host that may be, for one of
/// its pages, unless `rel` says otherwise.
pub fn anchor(href: &Href, content: Markup, site: &Site) -> Markup {
    let (url, external) = site.resolve(href);
    if external {
        markup! {
            <a class="external" href=url rel="external noopener noreferrer">
                {content}<span class="visually-hidden">" (external site)"</span>
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
