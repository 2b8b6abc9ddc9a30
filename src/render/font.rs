//! Which fonts a page asks for ahead of their use.

use std::path::Path;

use crate::model::ThemeName;

/// A file of a family, as `boot.js` is told of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Font<'a> {
    /// Relative to the base.
    pub file: &'a str,
    /// As the style sheet has it.
    pub family: &'a str,
    /// A letter for which the file is needed, if not for nearly all.
    pub letter: Option<char>,
}

/// What of the fonts of a site the texts of a page are set in, whose `#app` holds this. Labels and figures are set in another
/// family on every page, so its file stands in the frame.
pub fn of_page<'a>(fonts: &'a [String], theme: ThemeName, app: &str) -> Vec<Font<'a>> {
    let (family, name) =
        if theme == ThemeName::Paper { ("Vitrine Serif", "vitrine-serif") } else { ("Inter", "inter") };
    let rest = accented(app).map(|letter| (format!("{name}-rest"), Some(letter)));
    let wanted = [(name.to_owned(), None)].into_iter().chain(rest);
    let found = wanted.filter_map(|(name, letter)| {
        let file = fonts.iter().find(|file| named(file) == Some(name.as_str()))?;
        Some(Font { file, family, letter })
    });
    found.collect()
}

/// What a file is called without the hash of what it holds.
fn named(file: &str) -> Option<&str> {
    let stem = Path::new(file).file_stem()?.to_str()?;
    Some(stem.rsplit_once('-')?.0)
}

/// The first letter in the words of a page that only the rest of a family has (`style/font.css` has its range). Signs are
/// left to the browser: most of them are labels.
fn accented(html: &str) -> Option<char> {
    let is_accented = |c: &char| matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ' | 'ı' | 'Œ' | 'œ');
    html.split('<').filter_map(|tag| tag.split_once('>')).find_map(|(_, words)| words.chars().find(is_accented))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accented_letters_in_words_ask_for_the_rest_of_the_family() {
        let fonts =
            ["inter-0a1b", "inter-rest-2c3d", "jetbrains-mono-4e5f", "vitrine-serif-6a7b", "vitrine-serif-rest-8c9d"]
                .map(|name| format!("fonts/{name}.woff2"));
        let cases: [(ThemeName, &str, &[(&str, &str, Option<char>)]); 5] = [
            (ThemeName::Slate, "<p>plain — “words” → 1 × 2</p>", &[("fonts/inter-0a1b.woff2", "Inter", None)]),
            (ThemeName::Terminal, "<p title=\"São\">Sao</p>", &[("fonts/inter-0a1b.woff2", "Inter", None)]),
            (ThemeName::Terminal, "<p>← ≤ ✓</p>", &[("fonts/inter-0a1b.woff2", "Inter", None)]),
            (
                ThemeName::Terminal,
                "<p>São <b>José</b></p>",
                &[("fonts/inter-0a1b.woff2", "Inter", None), ("fonts/inter-rest-2c3d.woff2", "Inter", Some('ã'))],
            ),
            (
                ThemeName::Paper,
                "<p>œuvre</p>",
                &[
                    ("fonts/vitrine-serif-6a7b.woff2", "Vitrine Serif", None),
                    ("fonts/vitrine-serif-rest-8c9d.woff2", "Vitrine Serif", Some('œ')),
                ],
            ),
        ];
        for (theme, html, expected) in cases {
            let found = of_page(&fonts, theme, html);
            let found: Vec<_> = found.iter().map(|font| (font.file, font.family, font.letter)).collect();
            assert_eq!(found, expected, "{html}");
        }
    }
}
