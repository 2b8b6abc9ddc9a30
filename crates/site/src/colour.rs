//! The themes' colours, read from the style sheets that the page uses.

use vitrine_model::{Scheme, Theme, ThemeName};

const TOKENS: &str = include_str!("../../../style/tokens.css");
const TERMINAL: &str = include_str!("../../../style/theme/terminal.css");
const PAPER: &str = include_str!("../../../style/theme/paper.css");
const SLATE: &str = include_str!("../../../style/theme/slate.css");

/// What stands between light and dark where the visitor's system is not asked: an image, a manifest.
pub fn is_dark(theme: Theme) -> bool {
    match theme.scheme {
        Scheme::Light => false,
        Scheme::Dark => true,
        // The terminal's first face is the dark one.
        Scheme::System => theme.name == ThemeName::Terminal,
    }
}

/// The colours of a theme in one of its schemes.
#[derive(Debug, Clone, Copy)]
pub struct Colours {
    theme: ThemeName,
    dark: bool,
}

impl Colours {
    /// Of a theme's light or dark scheme.
    pub fn new(theme: ThemeName, dark: bool) -> Self {
        Self { theme, dark }
    }

    /// The colour of a token such as `--color-ground`, as `#rrggbb`; mid-grey, as in the style sheets, where there is
    /// no such token.
    pub fn token(self, name: &str) -> &'static str {
        let sheet = match self.theme {
            ThemeName::Terminal => TERMINAL,
            ThemeName::Paper => PAPER,
            ThemeName::Slate => SLATE,
        };
        [sheet, TOKENS].into_iter().find_map(|sheet| self.in_sheet(sheet, name)).unwrap_or("#808080")
    }

    /// Reads `--name: light-dark(#light, #dark);`. The values for more contrast come after the usual ones.
    fn in_sheet(self, sheet: &'static str, name: &str) -> Option<&'static str> {
        let value = sheet.lines().find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(": light-dark("))?;
        let (light, dark) = value.strip_suffix(");")?.split_once(", ")?;
        Some(if self.dark { dark } else { light })
    }
}
