//! Marks of the sites that links lead to: rules at the end of a site's style sheet, for those alone that its portfolio links to.
//! Pages ask for no file more, and know nothing of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use vitrine_frame::{Asset, Frame};
use vitrine_model::href::HrefKind;
use vitrine_model::{Href, Link, Portfolio};

use crate::icons::Library;

/// Lists whose links have marks.
const LISTS: &str = ":is(.hero__links,.contact__links,.inspector__links) a";

/// Hosts, and what the mark of each is called: a slug of simple-icons, or one of [`OWN`]. A host stands for those below it, too.
const HOSTS: [(&str, &str); 49] = [
    ("arxiv.org", "arxiv"),
    ("bitbucket.org", "bitbucket"),
    ("bsky.app", "bluesky"),
    ("bsky.social", "bluesky"),
    ("codeberg.org", "codeberg"),
    ("crates.io", "crate"),
    ("dev.to", "devdotto"),
    ("docs.rs", "docsdotrs"),
    ("doi.org", "doi"),
    ("github.com", "github"),
    ("gitlab.com", "gitlab"),
    ("hub.docker.com", "docker"),
    ("huggingface.co", "huggingface"),
    ("instagram.com", "instagram"),
    ("kaggle.com", "kaggle"),
    ("leetcode.com", "leetcode"),
    ("linkedin.com", "linkedin"),
    ("matrix.to", "matrix"),
    ("medium.com", "medium"),
    ("npmjs.com", "npm"),
    ("orcid.org", "orcid"),
    ("pypi.org", "pypi"),
    ("researchgate.net", "researchgate"),
    ("rubygems.org", "rubygems"),
    ("speakerdeck.com", "speakerdeck"),
    ("sr.ht", "sourcehut"),
    ("stackoverflow.com", "stackoverflow"),
    ("substack.com", "substack"),
    ("t.me", "telegram"),
    ("threads.com", "threads"),
    ("threads.net", "threads"),
    ("twitch.tv", "twitch"),
    ("twitter.com", "x"),
    ("vimeo.com", "vimeo"),
    ("wa.me", "whatsapp"),
    ("x.com", "x"),
    ("xing.com", "xing"),
    ("youtu.be", "youtube"),
    ("youtube.com", "youtube"),
    ("zenodo.org", "zenodo"),
    // Servers of Mastodon that don't say so in their names.
    ("chaos.social", "mastodon"),
    ("floss.social", "mastodon"),
    ("fosstodon.org", "mastodon"),
    ("hachyderm.io", "mastodon"),
    ("infosec.exchange", "mastodon"),
    ("mas.to", "mastodon"),
    ("mstdn.social", "mastodon"),
    ("ruby.social", "mastodon"),
    ("techhub.social", "mastodon"),
];

/// Ends of addresses that are feeds.
const FEEDS: [&str; 8] = ["/atom.xml", "/feed", "/feed/", "/feed.xml", "/index.xml", "/rss", "/rss/", "/rss.xml"];

/// Drawings of our own, in a box of 24 × 24 with holes where shapes overlap, for what simple-icons has none to give away.
const OWN: [(&str, &str); 4] = [
    ("crate", "M12 1 2 6v12l10 5 10-5V6zm0 2.2 6.6 3.3L12 9.8 5.4 6.5zM4 8.1l7 3.5v8.7l-7-3.5zm16 0v8.7l-7 3.5v-8.7z"),
    (
        "linkedin",
        "M3 1h18a2 2 0 0 1 2 2v18a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2zm2 8.5V19h3V9.5zM6.5 4.6a1.75 1.75 0 1 0 \
         0 3.5 1.75 1.75 0 0 0 0-3.5zM10 9.5V19h3v-5.2c0-1.5.8-2.2 1.9-2.2s1.9.7 1.9 2.3V19h3v-5.7c0-2.8-1.5-4.1-3.6-4.1-\
         1.5 0-2.5.7-3.2 1.7V9.5z",
    ),
    ("mail", "M1 4h22v16H1zm2 2v.8l9 6.2 9-6.2V6zm0 3.2V18h18V9.2l-9 6.2z"),
    ("phone", "M6.8 2 3 4.4C2.4 12.6 11.4 21.6 19.6 21l2.4-3.8-5.2-4.2-3 2.2A13 13 0 0 1 8.8 10.2l2.2-3z"),
];

/// The frame with a style sheet that marks the links of a portfolio.
#[must_use]
pub fn marked(mut frame: Frame, portfolio: &Portfolio) -> Frame {
    let rules = rules(portfolio, &Library::read(&frame.icons.bytes));
    if !rules.is_empty() {
        let mut sheet = std::mem::take(&mut frame.style.bytes);
        sheet.extend(rules.into_bytes());
        frame.style = Asset::hashed("style", ".css", sheet);
    }
    frame
}

/// The rules; none for a portfolio that leads to no site with a mark.
fn rules(portfolio: &Portfolio, library: &Library<'_>) -> String {
    let links = portfolio.profile.links.iter().chain(portfolio.contact.iter().flat_map(|contact| &contact.links));
    let links = links.chain(portfolio.projects.iter().flat_map(|project| &project.links));
    let mut marks: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (mark, selector) in links.filter_map(mark) {
        marks.entry(mark).or_default().insert(selector);
    }
    let (mut all, mut rules) = (Vec::new(), String::new());
    for (mark, selectors) in marks {
        let own = OWN.iter().find(|(name, _)| *name == mark).map(|(_, data)| ("", *data));
        let Some((licence, data)) = own.or_else(|| library.icon(mark).map(|icon| (icon.licence, icon.data))) else {
            continue;
        };
        let selectors: Vec<String> = selectors.into_iter().collect();
        if !licence.is_empty() {
            let _ = write!(rules, "/* {mark}: {} */", licence.replace("*/", ""));
        }
        let _ = write!(
            rules,
            "{LISTS}:is({}){{--mark:url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'\
             %3E%3Cpath fill-rule='evenodd' d='{data}'/%3E%3C/svg%3E\")}}",
            selectors.join(",")
        );
        all.extend(selectors);
    }
    if all.is_empty() {
        return String::new();
    }
    // Phones have no width to give away, and paper spells addresses out.
    format!(
        "@layer component{{@media screen and (min-width:30rem){{{rules}{LISTS}:is({})::before{{content:\"\";\
         display:inline-block;inline-size:1em;block-size:1em;margin-inline-end:.5em;vertical-align:-.125em;\
         background:var(--ink,currentColor);mask:var(--mark) center/contain no-repeat;forced-color-adjust:none}}\
         @media (forced-colors:active){{{LISTS}{{--ink:LinkText}}}}}}}}\n",
        all.join(",")
    )
}

/// What a link is marked with, and how the style sheet finds links like it.
fn mark(link: &Link) -> Option<(&'static str, String)> {
    let href = link.href.as_ref()?;
    let text = href.as_str();
    match href.kind() {
        HrefKind::Mail => return Some(("mail", "[href^=\"mailto:\"]".to_owned())),
        HrefKind::Phone => return Some(("phone", "[href^=\"tel:\"]".to_owned())),
        HrefKind::App if text.starts_with("matrix:") => return Some(("matrix", "[href^=\"matrix:\"]".to_owned())),
        HrefKind::App => return None,
        HrefKind::External | HrefKind::Relative | HrefKind::Page => {}
    }
    // A page writes its own addresses from the root on.
    let rooted = ["/", text].concat();
    if let Some(end) = FEEDS.iter().find(|end| rooted.ends_with(**end)) {
        return Some(("rss", format!("[href$=\"{end}\"]")));
    }
    let (scheme, host) = host(href)?;
    let bare = host.split(':').next().unwrap_or(host);
    let known = |(name, mark): &(&str, &'static str)| {
        let is_below = bare.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        is_below.then_some(*mark)
    };
    let mark = HOSTS.iter().find_map(known).or_else(|| {
        let is_mastodon = bare.contains("mastodon") || link.label.to_lowercase().contains("mastodon");
        let scholar = bare.starts_with("scholar.google.").then_some("googlescholar");
        scholar.or(is_mastodon.then_some("mastodon"))
    })?;
    Some((mark, format!("[href^=\"{scheme}//{host}/\"]")))
}

/// The scheme of a link to another site, with its colon, and the host, with its port.
fn host(href: &Href) -> Option<(&str, &str)> {
    let (scheme, rest) = href.as_str().split_once("//").filter(|_| href.kind() == HrefKind::External)?;
    Some((scheme, rest.split(['/', '?', '#']).next()?))
}

#[cfg(test)]
mod tests {
    use vitrine_model::{Gate, read};

    use super::*;

    const LIBRARY: &str = "github\tGitHub\t\tM0 0h1z\nmastodon\tMastodon\t\tM0 0h2z\nnpm\tnpm\tMIT, https://n.test\tM0 0h3z\n\
                           rss\tRSS\t\tM0 0h4z\nyoutube\tYouTube\t\tM0 0h5z\ngooglescholar\tScholar\t\tM0 0h6z\n";

    fn rules_of(links: &str) -> String {
        let text = format!(r#"{{"profile": {{"name": "Ada", "links": [{links}]}}}}"#);
        let portfolio = read(&text, &Gate::native()).expect("a portfolio").value;
        rules(&portfolio, &Library::read(LIBRARY.as_bytes()))
    }

    /// Which links a sheet marks with what the library has under a name, or we do.
    fn selector_of(links: &str) -> Option<String> {
        let rules = rules_of(links);
        let (selector, _) =
            rules.split_once(":is(.hero__links,.contact__links,.inspector__links) a:is(")?.1.split_once("){")?;
        Some(selector.to_owned())
    }

    #[test]
    fn a_link_is_marked_by_the_site_it_leads_to() {
        for (url, expected) in [
            ("https://github.com/ada", r#"[href^="https://github.com/"]"#),
            ("github.com/ada", r#"[href^="https://github.com/"]"#),
            ("https://gist.github.com/ada/1", r#"[href^="https://gist.github.com/"]"#),
            ("http://www.youtube.com/@ada", r#"[href^="http://www.youtube.com/"]"#),
            ("https://scholar.google.co.uk/citations?user=a", r#"[href^="https://scholar.google.co.uk/"]"#),
            ("https://mastodon.social/@ada", r#"[href^="https://mastodon.social/"]"#),
            ("https://fosstodon.org/@ada", r#"[href^="https://fosstodon.org/"]"#),
            ("https://www.linkedin.com/in/ada", r#"[href^="https://www.linkedin.com/"]"#),
            ("https://crates.io/crates/a", r#"[href^="https://crates.io/"]"#),
            ("mailto:ada@example.org", r#"[href^="mailto:"]"#),
            ("tel:+49170", r#"[href^="tel:"]"#),
            ("feed.xml", r#"[href$="/feed.xml"]"#),
            ("https://example.org/blog/rss.xml", r#"[href$="/rss.xml"]"#),
        ] {
            assert_eq!(selector_of(&format!(r#""{url}""#)).as_deref(), Some(expected), "{url}");
        }
        let labelled = r#"{"label": "Mastodon", "url": "https://social.example.org/@ada"}"#;
        assert_eq!(selector_of(labelled).as_deref(), Some(r#"[href^="https://social.example.org/"]"#));
    }

    #[test]
    fn what_leads_elsewhere_has_no_mark_and_costs_nothing() {
        for url in [
            "https://example.org/github.com/",
            "https://notgithub.com/ada",
            "https://github.com.evil.test/ada",
            "https://example.org/feed.xml.zip",
            "https://gitlab.com/not-in-the-library",
            "cv.pdf",
            "sms:+49170",
        ] {
            assert_eq!(rules_of(&format!(r#""{url}""#)), "", "{url}");
        }
        assert_eq!(rules_of(""), "");
    }

    #[test]
    fn a_mark_is_there_once_and_names_its_own_licence() {
        let rules = rules_of(r#""https://github.com/a", "https://github.com/b", "https://www.npmjs.com/~a""#);
        assert_eq!(rules.matches("M0 0h1z").count(), 1);
        assert!(rules.contains("/* npm: MIT, https://n.test */") && !rules.contains("M0 0h2z"), "{rules}");
        assert_eq!(rules.matches('{').count(), rules.matches('}').count(), "{rules}");
    }

    #[test]
    fn no_address_leaves_the_quotes_it_stands_in() {
        for url in ["https://mastodon.test\\\"]{}", "https://mastodon.test/\\\"]{}x{", "https://mastodon.test:8080/@a"]
        {
            let rules = rules_of(&format!(r#""{url}""#));
            assert!(!rules.contains("]{}"), "{rules}");
        }
    }
}
