//! The same page in the other languages of a portfolio: links for visitors, and what search engines are told.

use isolang::Language;
use vitrine_lean::escape::xml;
use vitrine_model::marks::{FOLDER, LANGUAGES};
use vitrine_model::route::{Address, Page};

use crate::Publication;

/// The tag of what is shown to who reads none of the languages.
pub const USUAL: &str = "x-default";

/// What a language calls itself, such as `Deutsch`; of a tag that says more than the language, with the rest where others of the same
/// language are beside it. A tag of which nobody knows stands for itself.
pub fn name(tag: &str, all: &[String]) -> String {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let code = primary(tag);
    let language = Language::from_639_1(&code).or_else(|| Language::from_639_3(&code));
    // The list has other spellings and transcriptions behind the first.
    let own =
        language.and_then(|language| language.to_autonym()).and_then(|names| names.split([',', '(', ';', '/']).next());
    let Some(own) = own.map(str::trim).filter(|own| !own.is_empty()) else { return tag.to_owned() };
    let mut letters = own.chars();
    let own: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    match tag.split_once('-') {
        Some((_, rest)) if all.iter().filter(|other| primary(other) == code).count() > 1 => format!("{own} ({rest})"),
        _ => own,
    }
}

/// The links to a page, or from one that there is not to the start page, in the languages of its portfolio, as HTML; nothing where there
/// is one. What a visitor has chosen meanwhile is added by `src/boot/languages.js`.
pub fn nav(publication: &Publication<'_>, page: Option<Page<'_>>) -> (String, Vec<String>) {
    let portfolio = publication.portfolio;
    let mut links = Vec::new();
    if portfolio.languages.len() < 2 {
        return (String::new(), links);
    }
    let mut items = Vec::new();
    for (tag, address) in publication.address.each(&portfolio.languages) {
        let (name, lang) = (xml(&name(&tag, &portfolio.languages)), xml(&tag));
        items.push(if tag == portfolio.language {
            format!("<li><span lang=\"{lang}\" aria-current=\"true\">{name}</span></li>")
        } else {
            links.push(address.href(page.unwrap_or(Page::Home)));
            let (href, folder) = (links.last().map(|link| xml(link)).unwrap_or_default(), address.folder());
            // The program knows the pages of its own language.
            format!(
                "<li><a href=\"{href}\" {FOLDER}=\"{folder}\" lang=\"{lang}\" hreflang=\"{lang}\" rel=\"external\">{name}</a></li>"
            )
        });
    }
    let items = items.concat();
    let (label, folder) = (xml(portfolio.words.site_language()), publication.address.folder());
    let nav =
        format!("<nav class=\"{LANGUAGES}\" aria-label=\"{label}\" {FOLDER}=\"{folder}\"><ul>{items}</ul></nav>\n");
    (nav, links)
}

/// The absolute addresses of a page in all languages of its portfolio, by tag, the first one's also as `x-default`; none where there is
/// one language, or nobody knows where the site is.
///
/// Source: Google, "Tell Google about localized versions of your page".
pub fn alternates(publication: &Publication<'_>, page: Page<'_>) -> Vec<(String, String)> {
    let languages = &publication.portfolio.languages;
    let Some(site) = publication.site.as_ref().filter(|_| languages.len() > 1) else { return Vec::new() };
    let url = |address: &Address| [site, &*publication.path_in(address, page)].concat();
    let each = publication.address.each(languages);
    let usual = each.first().map(|(_, address)| (USUAL.to_owned(), url(address)));
    each.iter().map(|(tag, address)| (tag.clone(), url(address))).chain(usual).collect()
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_language_is_called_what_it_calls_itself() {
        let alone = |tag: &str| name(tag, &[tag.to_owned()]);
        for (tag, own) in [
            ("en", "English"),
            ("de-AT", "Deutsch"),
            ("fr", "Français"),
            ("es", "Español"),
            ("pt-BR", "Português"),
            ("hi", "हिन्दी"),
            ("ja", "日本語"),
            ("zh-Hans", "中文"),
            ("ar", "العربية"),
            ("pl", "Polski"),
            ("he", "עברית"),
            ("uk", "Українська"),
            ("en-XA", "English"),
            ("qzz", "qzz"),
        ] {
            assert_eq!(alone(tag), own, "{tag}");
        }
        let both = ["pt-BR".to_owned(), "en".to_owned(), "pt-PT".to_owned()];
        assert_eq!(both.each_ref().map(|tag| name(tag, &both)), ["Português (BR)", "English", "Português (PT)"]);
    }
}
