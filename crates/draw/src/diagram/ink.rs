//! What a scene is drawn in: a colour for each role, a family for each font.

use super::measure::Font;
use super::scene::Role;

/// What a scene is drawn in.
pub trait Ink {
    /// A CSS colour.
    fn colour(&self, role: Role) -> &str;
    /// CSS `font-family`.
    fn family(&self, font: Font) -> &str;
    /// How wide a text is in that family, in world px, where the drawing goes to places that may not have it.
    fn width(&self, _text: &str, _font: Font) -> Option<f64> {
        None
    }
    /// Whether what shows the drawing heeds the property `direction`.
    fn knows_direction(&self) -> bool {
        true
    }
}

/// The theme's colours, in the order of [`index`], as CSS refers to them.
pub const TOKENS: [&str; 21] = [
    "var(--color-ground)",
    "var(--color-surface)",
    "var(--color-ink)",
    "var(--color-muted)",
    "var(--color-edge)",
    "var(--color-accent)",
    "var(--color-ink)",
    "var(--kind-client)",
    "var(--kind-edge)",
    "var(--kind-gateway)",
    "var(--kind-service)",
    "var(--kind-function)",
    "var(--kind-queue)",
    "var(--kind-stream)",
    "var(--kind-database)",
    "var(--kind-cache)",
    "var(--kind-storage)",
    "var(--kind-external)",
    "var(--kind-person)",
    "var(--kind-monitor)",
    "var(--kind-job)",
];

/// Where a role's colour is in [`TOKENS`].
pub const fn index(role: Role) -> usize {
    match role {
        Role::Ground => 0,
        Role::Surface => 1,
        Role::Ink => 2,
        Role::Muted => 3,
        Role::Line => 4,
        Role::Accent => 5,
        Role::Wash => 6,
        Role::Kind(kind) => 7 + kind as usize,
    }
}

/// The custom property that a `var()` refers to.
pub fn name(variable: &str) -> &str {
    variable.trim_start_matches("var(").trim_end_matches(')')
}

/// The theme of the page that a drawing is part of, whatever that is.
pub struct Theme;

impl Ink for Theme {
    fn colour(&self, role: Role) -> &str {
        TOKENS.get(index(role)).copied().unwrap_or_default()
    }

    fn family(&self, font: Font) -> &str {
        if font.mono() { "var(--font-mono)" } else { "var(--font-text)" }
    }
}
