//! How the site looks.

/// The look of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Theme {
    /// Which set of tokens.
    pub name: ThemeName,
    /// What a first visit shows.
    pub scheme: Scheme,
}

/// A set of tokens in `style/theme/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeName {
    /// Phosphor on near-black, Inter.
    #[default]
    Terminal,
    /// Ink on warm paper, Source Serif.
    Paper,
    /// Cobalt on cool grey, Inter.
    Slate,
}

impl ThemeName {
    /// Every theme with the name the file uses.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Terminal, "terminal"), (Self::Paper, "paper"), (Self::Slate, "slate")];

    /// The name the file and `data-theme` use.
    pub fn as_str(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// Light, dark, or as the visitor's system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scheme {
    /// As the visitor's system says.
    #[default]
    System,
    /// Dark ink on a light ground.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

impl Scheme {
    /// Every scheme with the name the file, the toggle and the saved setting use.
    pub const ALL: [(Self, &'static str); 3] = [(Self::System, "system"), (Self::Light, "light"), (Self::Dark, "dark")];

    /// The name the file, the toggle and the saved setting use.
    pub fn as_str(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}
