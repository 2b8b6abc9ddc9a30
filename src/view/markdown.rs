//! Markdown and links of a portfolio as nodes; text never becomes markup.

use leptos::prelude::*;

use super::state::Site;
use crate::model::href::HrefKind;
use crate::model::{Block, Href, Inline, Link, Markdown};

/// The blocks of a Markdown text.
pub fn markdown(text: &Markdown) -> AnyView {
    let site = Site::expect();
    view! { <div class="markdown">{text.0.iter().map(|block| block_view(block, &site)).collect_view()}</div> }
        .into_any()
}

/// The text of a Markdown field on one line: for places that hold no blocks.
pub fn inline_markdown(text: &Markdown) -> AnyView {
    inline_markdown_of(text, &Site::expect())
}

/// [`inline_markdown`] for callers that run outside the site's context.
pub fn inline_markdown_of(text: &Markdown, site: &Site) -> AnyView {
    let mut runs = Vec::new();
    for block in &text.0 {
        match block {
            Block::Paragraph(inlines) => runs.push(inlines_view(inlines, site)),
            Block::List(_, entries) => runs.extend(entries.iter().map(|entry| inlines_view(entry, site))),
        }
        runs.push(" ".into_any());
    }
    runs.into_any()
}

fn block_view(block: &Block, site: &Site) -> AnyView {
    match block {
        Block::Paragraph(inlines) => view! { <p>{inlines_view(inlines, site)}</p> }.into_any(),
        Block::List(ordered, entries) => {
            let entries = entries.iter().map(|entry| view! { <li>{inlines_view(entry, site)}</li> }).collect_view();
            if *ordered { view! { <ol>{entries}</ol> }.into_any() } else { view! { <ul>{entries}</ul> }.into_any() }
        }
    }
}

fn inlines_view(inlines: &[Inline], site: &Site) -> AnyView {
    let inline_view = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Emphasis(inner) => view! { <em>{inlines_view(inner, site)}</em> }.into_any(),
        Inline::Strong(inner) => view! { <strong>{inlines_view(inner, site)}</strong> }.into_any(),
        Inline::Code(code) => view! { <code>{code.clone()}</code> }.into_any(),
        Inline::Link(inner, href) => anchor(href, inlines_view(inner, site), site),
    };
    inlines.iter().map(inline_view).collect_view().into_any()
}

/// An `<a>` to a link that passed the gate. A link to another site says so.
pub fn anchor(href: &Href, content: AnyView, site: &Site) -> AnyView {
    let (url, external) = site.resolve(href);
    if external {
        view! {
            <a class="external" href=url rel="noopener noreferrer">
                {content}<span class="visually-hidden">" (external site)"</span>
            </a>
        }
        .into_any()
    } else {
        // The router takes every link below the base for one of its pages; a file must be left to the browser.
        let file =
            href.kind() != HrefKind::Relative || href.as_str().rsplit('/').next().is_some_and(|s| s.contains('.'));
        view! { <a href=url rel=file.then_some("external")>{content}</a> }.into_any()
    }
}

/// Labelled links as list entries; one that the gate refused is its label.
pub fn link_list(links: &[Link], class: &'static str, site: &Site) -> Option<AnyView> {
    let entry = |link: &Link| {
        let label = link.label.clone().into_any();
        view! { <li>{match &link.href { Some(href) => anchor(href, label, site), None => label }}</li> }
    };
    (!links.is_empty()).then(|| view! { <ul class=class>{links.iter().map(entry).collect_view()}</ul> }.into_any())
}
