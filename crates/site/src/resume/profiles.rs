//! Where else somebody is found, under the names that they have there.

use serde_json::Value;
use vitrine_model::Link;
use vitrine_model::href::HrefKind;

use crate::json::object;
use crate::once;

/// Hosts where the name of an account is the end of its address, what the network is called, and what stands ahead of that name.
const NETWORKS: [(&str, &str, &str); 25] = [
    ("bitbucket.org", "Bitbucket", ""),
    ("bsky.app", "Bluesky", "profile/"),
    ("codeberg.org", "Codeberg", ""),
    ("dev.to", "DEV", ""),
    ("dribbble.com", "Dribbble", ""),
    ("facebook.com", "Facebook", ""),
    ("github.com", "GitHub", ""),
    ("gitlab.com", "GitLab", ""),
    ("huggingface.co", "Hugging Face", ""),
    ("instagram.com", "Instagram", ""),
    ("kaggle.com", "Kaggle", ""),
    ("keybase.io", "Keybase", ""),
    ("leetcode.com", "LeetCode", "u/"),
    ("linkedin.com", "LinkedIn", "in/"),
    ("medium.com", "Medium", "@"),
    ("npmjs.com", "npm", "~"),
    ("orcid.org", "ORCID", ""),
    ("reddit.com", "Reddit", "user/"),
    ("researchgate.net", "ResearchGate", "profile/"),
    ("sr.ht", "SourceHut", "~"),
    ("threads.net", "Threads", "@"),
    ("twitch.tv", "Twitch", ""),
    ("twitter.com", "Twitter", ""),
    ("x.com", "X", ""),
    ("youtube.com", "YouTube", "@"),
];

/// The links that lead to other sites, each once.
pub fn of<'a>(links: impl Iterator<Item = &'a Link>) -> Value {
    let external = |link: &'a Link| {
        let href = link.href.as_ref().filter(|href| href.kind() == HrefKind::External)?;
        Some(profile(&link.label, href.as_str()))
    };
    once(links.filter_map(external)).into()
}

/// A link that its author has given no label is labelled with its address, which says neither the network nor the account.
fn profile(label: &str, url: &str) -> Value {
    let place = bare(url);
    let account = account(place);
    let network = match account {
        Some((network, _)) if bare(label).eq_ignore_ascii_case(place) => network,
        _ => label,
    };
    // Without a name, themes leave the link without words; where none is known, the address is one.
    let username = account.map_or(place, |(_, username)| username);
    object([("network", network.into()), ("username", username.into()), ("url", url.into())])
}

/// The network that an address belongs to, and whose account it is there. An `@` says so everywhere.
fn account(place: &str) -> Option<(&str, &str)> {
    let (host, path) = place.split_once('/')?;
    let is_name = |name: &&str| !name.is_empty() && !name.contains(['/', '?', '#']);
    let known = NETWORKS.iter().find(|(known, ..)| host == *known);
    let (network, before) = known.map_or((host, "@"), |(_, network, before)| (*network, *before));
    path.strip_prefix(before).filter(is_name).map(|username| (network, username))
}

/// An address without what every address has.
fn bare(url: &str) -> &str {
    let place = url.split_once("://").map_or(url, |(_, place)| place);
    place.strip_prefix("www.").unwrap_or(place).trim_end_matches('/')
}
