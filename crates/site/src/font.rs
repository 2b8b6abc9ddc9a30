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

/// What the first view of a page, whose `#app` holds this, is set in: the file for plain words of the theme's texts (that of
/// labels and figures stands on every page, since every theme has them in the same family), and the rest of a family where its
/// words have letters that only the rest has. Signs are left to the browser: few pages begin with one.
pub fn of_page<'a>(fonts: &'a [Font], theme: ThemeName, app: &str) -> Vec<PageFont<'a>> {
    let (family, name, lacking) = match theme {
        ThemeName::Paper => ("Vitrine Serif", "vitrine-serif", BEYOND_SERIF),
        ThemeName::Terminal | ThemeName::Slate => ("Inter", "inter", ""),
    };
    // What `style/component/header.css` and `hero.css` set in labels. Labels further down are left to the browser, too.
    let (header, main) = app.split_once("</header>").unwrap_or(("", app));
    let (before, location) = main.split_once("class=\"hero__location\"").unwrap_or((main, ""));
    let (location, after) = location.split_once("</p>").unwrap_or(("", location));
    let label = accented(header, "").or_else(|| accented(location, ""));
    let text = accented(before, lacking).or_else(|| accented(after, lacking));
    let rest = [(format!("{name}-rest"), family, text), ("jetbrains-mono-rest".to_owned(), "JetBrains Mono", label)];
    let wanted =
        iter::once((name.to_owned(), family, None)).chain(rest.into_iter().filter(|(.., letter)| letter.is_some()));
    let found = wanted.filter_map(|(name, family, letter)| {
        let font = fonts.iter().find(|font| font.source == name)?;
        Some(PageFont { file: &font.asset.name, family, letter })
    });
    found.collect()
}

/// Letters of the other families that the serif lacks.
const BEYOND_SERIF: &str = "ŠšŸŽž";

/// The first letter in the words of some markup that only the rest of a family has (`style/font.css`), but for some that it lacks.
fn accented(html: &str, lacking: &str) -> Option<char> {
    let is_accented = |c: &char| match c {
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ' | 'ı' | 'Œ' | 'œ' => true,
        c => BEYOND_SERIF.contains(*c) && !lacking.contains(*c),
    };
    // What comes before the first tag is the inside of one that was cut.
    html.split('<').filter_map(|tag| tag.split_once('>')).find_map(|(_, words)| words.chars().find(is_accented))
}

#[cfg(test)]
mod tests {
    use vitrine_frame::Asset;

    use super::*;

    /// The files that a page asks for, by their sources, each with its letter.
    type Asked = &'static [(&'static str, Option<char>)];

    #[test]
    fn accented_letters_ask_for_the_rest_of_the_family_that_they_are_set_in() {
        let names =
            ["inter", "inter-rest", "jetbrains-mono", "jetbrains-mono-rest", "vitrine-serif", "vitrine-serif-rest"];
        let fonts = names.map(|source| Font {
            source: source.to_owned(),
            asset: Asset::new(format!("fonts/{source}-0a1b.woff2"), Vec::new()),
        });
        let plain = "<header class=\"site-header\"><a>Ada</a></header>";
        let cases: [(ThemeName, &str, Asked); 9] = [
            (ThemeName::Slate, "<p>plain — “words” → 1 × 2</p>", &[("inter", None)]),
            (ThemeName::Terminal, "<p title=\"São\">Sao</p>", &[("inter", None)]),
            (ThemeName::Terminal, "<p>≤ ✓</p>", &[("inter", None)]),
            (ThemeName::Terminal, "<p>São <b>José</b></p>", &[("inter", None), ("inter-rest", Some('ã'))]),
            (ThemeName::Slate, "<p>Žito</p>", &[("inter", None), ("inter-rest", Some('Ž'))]),
            (ThemeName::Paper, "<p>Žito</p>", &[("vitrine-serif", None)]),
            (ThemeName::Paper, "<p>œuvre</p>", &[("vitrine-serif", None), ("vitrine-serif-rest", Some('œ'))]),
            (
                ThemeName::Slate,
                "<p class=\"hero__location\">Zürich</p><h1>Ada</h1>",
                &[("inter", None), ("jetbrains-mono-rest", Some('ü'))],
            ),
            (
                ThemeName::Slate,
                "<h1>Zoë</h1><p class=\"hero__location\">Zürich</p><p>plain</p>",
                &[("inter", None), ("inter-rest", Some('ë')), ("jetbrains-mono-rest", Some('ü'))],
            ),
        ];
        let show = |app: &str, theme| {
            let found = of_page(&fonts, theme, app).into_iter();
            let name = |file: &str| {
                file.strip_prefix("fonts/").and_then(|file| file.strip_suffix("-0a1b.woff2")).map(str::to_owned)
            };
            let found = found.map(|font| (name(font.file).expect("a name"), font.letter));
            found.collect::<Vec<_>>()
        };
        for (theme, html, expected) in cases {
            let expected: Vec<_> = expected.iter().map(|(name, letter)| ((*name).to_owned(), *letter)).collect();
            assert_eq!(show(&[plain, html].concat(), theme), expected, "{html}");
        }
        let header = show("<header><a>Zoë</a></header><p>plain</p>", ThemeName::Paper);
        assert_eq!(header, [("vitrine-serif".to_owned(), None), ("jetbrains-mono-rest".to_owned(), Some('ë'))]);
    }
}
