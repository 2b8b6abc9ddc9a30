//! `site.webmanifest` and the icons it names.

use serde_json::json;

use super::Publication;
use super::colour::{Colours, is_dark};

/// What the manifest is called, beside the start page.
pub const FILE: &str = "site.webmanifest";
/// What a phone puts on its home screen where it doesn't read manifests; [`ICONS`] has its size.
pub const TOUCH_ICON: &str = "apple-touch-icon.png";
/// Every icon that is drawn: its file beside the start page, and its side in px.
pub const ICONS: [(&str, u32); 3] = [(TOUCH_ICON, 180), ("icon-192.png", 192), ("icon-512.png", 512)];

/// The manifest (W3C Web Application Manifest) as JSON.
pub fn manifest(publication: &Publication<'_>) -> String {
    let profile = &publication.portfolio.profile;
    let theme = publication.portfolio.theme;
    let ground = Colours::new(theme.name, is_dark(theme)).token("--color-ground");
    // There is one of each for all languages.
    let up = if publication.is_first() { "" } else { "../" };
    let drawn = ICONS.iter().filter(|(file, _)| *file != TOUCH_ICON).map(|(file, side)| {
        json!({ "src": format!("{up}{file}"), "type": "image/png", "sizes": format!("{side}x{side}"), "purpose": "any maskable" })
    });
    let icon = publication.icon();
    let own = json!({ "src": format!("{up}{}", icon.file()), "type": icon.media_type(), "sizes": icon.sizes() });
    let manifest = json!({
        "name": vitrine_model::title::title(publication.portfolio, Some(vitrine_model::route::Page::Home)),
        "short_name": profile.name,
        "lang": publication.portfolio.language,
        "dir": publication.portfolio.words.format_direction(),
        "start_url": ".",
        "scope": ".",
        "display": "browser",
        "background_color": ground,
        "theme_color": ground,
        "icons": drawn.chain([own]).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n"
}
