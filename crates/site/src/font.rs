//! Which fonts a page asks for ahead of their use.

use std::iter;

use vitrine_frame::Font;
use vitrine_model::ThemeName;
use vitrine_model::marks::{FAMILY, FONT, LETTER};

/// A file of a family, as `src/boot/fonts.js` is told of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageFont<'a> {
    /// Relative to the base.
    pub file: &'a str,
    /// As the style sheet has it.
    pub family: &'a str,
    /// A letter for which the file is needed, if not for nearly all.
    pub letter: Option<char>,
}

impl PageFont<'_> {
    /// The elements of the head that ask for it, beside the style sheet, and have the first paint wait for it.
    pub fn to_html(self) -> String {
        let Self { file, family, letter } = self;
        let letter = letter.map(|letter| format!(" {LETTER}=\"{letter}\"")).unwrap_or_default();
        format!(
            "<link rel=\"preload\" href=\"{file}\" as=\"font\" type=\"font/woff2\" crossorigin>\
             <meta name=\"{FONT}\" content=\"{file}\" {FAMILY}=\"{family}\"{letter}>"
        )
    }
}

/// What the first view of a page with these texts is set in: the file for plain words of the theme's texts (that of
/// labels and figures stands on every page, since every theme has them in the same family), and the rest of a family where its
/// words have letters that only the rest has. Signs are left to the browser: few pages begin with one.
pub fn of_page<'a>(fonts: &'a [Font], theme: ThemeName, texts: &[(String, String)]) -> Vec<PageFont<'a>> {
    let (family, name, lacking) = match theme {
        ThemeName::Paper => ("Vitrine Serif", "vitrine-serif", BEYOND_SERIF),
        ThemeName::Terminal | ThemeName::Slate => ("Inter", "inter", ""),
    };
    let is_label = |text: &&(String, String)| text.0.split(' ').any(|class| LABELS.contains(&class));
    let first = |is_wanted: bool, lacking| {
        texts.iter().filter(|text| is_label(text) == is_wanted).find_map(|(_, words)| accented(words, lacking))
    };
    let (label, text) = (first(true, ""), first(false, lacking));
    let rest = [(format!("{name}-rest"), family, text), ("jetbrains-mono-rest".to_owned(), "JetBrains Mono", label)];
    let wanted =
        iter::once((name.to_owned(), family, None)).chain(rest.into_iter().filter(|(.., letter)| letter.is_some()));
    let found = wanted.filter_map(|(name, family, letter)| {
        let font = fonts.iter().find(|font| font.source == name)?;
        Some(PageFont { file: &font.asset.name, family, letter })
    });
    found.collect()
}

/// What `style/component/header.css` and `hero.css` set in labels. Labels further down are left to the browser, too.
const LABELS: [&str; 2] = ["site-header", "hero__location"];

/// Letters of the other families that the serif lacks.
const BEYOND_SERIF: &str = "ŠšŸŽž";

/// The first letter of a text that only the rest of a family has (`style/font.css`), but for some that it lacks.
fn accented(words: &str, lacking: &str) -> Option<char> {
    words.chars().find(|c| match c {
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ' | 'ı' | 'Œ' | 'œ' => true,
        c => BEYOND_SERIF.contains(*c) && !lacking.contains(*c),
    })
}

#[cfg(test)]
mod tests {
    use vitrine_frame::Asset;

    use super::*;

    /// The files that a page asks for, by their sources, each with its letter.
    type Asked = &'static [(&'static str, Option<char>)];
    /// The texts of a page, each after its classes.
    type Texts = &'static [(&'static str, &'static str)];

    #[test]
    fn accented_letters_ask_for_the_rest_of_the_family_that_they_are_set_in() {
        let names =
            ["inter", "inter-rest", "jetbrains-mono", "jetbrains-mono-rest", "vitrine-serif", "vitrine-serif-rest"];
        let fonts = names.map(|source| Font {
            source: source.to_owned(),
            asset: Asset::new(format!("fonts/{source}-0a1b.woff2"), Vec::new()),
        });
        let cases: [(ThemeName, Texts, Asked); 8] = [
            (ThemeName::Slate, &[("", "plain — “words” → 1 × 2")], &[("inter", None)]),
            (ThemeName::Terminal, &[("", "≤ ✓")], &[("inter", None)]),
            (ThemeName::Terminal, &[("", "São "), ("", "José")], &[("inter", None), ("inter-rest", Some('ã'))]),
            (ThemeName::Slate, &[("", "Žito")], &[("inter", None), ("inter-rest", Some('Ž'))]),
            (ThemeName::Paper, &[("", "Žito")], &[("vitrine-serif", None)]),
            (ThemeName::Paper, &[("", "œuvre")], &[("vitrine-serif", None), ("vitrine-serif-rest", Some('œ'))]),
            (
                ThemeName::Slate,
                &[("hero hero__location", "Zürich"), ("hero", "Ada")],
                &[("inter", None), ("jetbrains-mono-rest", Some('ü'))],
            ),
            (
                ThemeName::Slate,
                &[("", "Zoë"), ("hero__location", "Zürich"), ("", "plain")],
                &[("inter", None), ("inter-rest", Some('ë')), ("jetbrains-mono-rest", Some('ü'))],
            ),
        ];
        let show = |texts: &[(&str, &str)], theme| {
            let texts: Vec<_> =
                texts.iter().map(|(classes, words)| ((*classes).to_owned(), (*words).to_owned())).collect();
            let found = of_page(&fonts, theme, &texts).into_iter();
            let name = |file: &str| {
                file.strip_prefix("fonts/").and_then(|file| file.strip_suffix("-0a1b.woff2")).map(str::to_owned)
            };
            let found = found.map(|font| (name(font.file).expect("a name"), font.letter));
            found.collect::<Vec<_>>()
        };
        for (theme, texts, expected) in cases {
            let expected: Vec<_> = expected.iter().map(|(name, letter)| ((*name).to_owned(), *letter)).collect();
            let header = ("site-header site-header__name", "Ada");
            assert_eq!(show(&[&[header], texts].concat(), theme), expected, "{texts:?}");
        }
        let header = show(&[("site-header", "Zoë"), ("", "plain")], ThemeName::Paper);
        assert_eq!(header, [("vitrine-serif".to_owned(), None), ("jetbrains-mono-rest".to_owned(), Some('ë'))]);
    }
}
