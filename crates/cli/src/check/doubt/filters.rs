//! Links to a filter of the page's own, such as `/?tech=redis`.

use percent_encoding::percent_decode_str;
use serde_json::Value;
use vitrine::lens::Query;
use vitrine_model::{JsonPath, Portfolio};

use super::{Doubt, each_text};

/// How the parameter for technologies begins in an address.
const STARTS: [&str; 2] = ["?tech=", "&tech="];

/// All of a file.
pub fn doubts(file: &Value, portfolio: &Portfolio) -> Vec<Doubt> {
    let mut found = Vec::new();
    each_text(file, &mut JsonPath::default(), &mut |text, path| {
        for link in links(text, file["site"].as_str()) {
            if let Some(said) = doubt(link, portfolio) {
                found.push(Doubt::warning("V0405", said, path.clone()));
            }
        }
    });
    found
}

/// What follows on `tech=` in each link within the site, to the end of that link.
fn links<'a>(text: &'a str, site: Option<&str>) -> impl Iterator<Item = &'a str> {
    let ends = |letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | '<' | '>' | '"');
    let site = site.map(str::to_owned);
    let found = STARTS.iter().flat_map(move |start| text.match_indices(start));
    found.filter_map(move |(at, start)| {
        let address = &text[text[..at].rfind(ends).map_or(0, |space| space + 1)..];
        let is_own = !address[..address.find('?').unwrap_or(0)].contains("://")
            || site.as_ref().is_some_and(|site| address.starts_with(site.trim_end_matches('/')));
        let value = &text[at + start.len()..];
        is_own.then(|| &value[..value.find(ends).unwrap_or(value.len())])
    })
}

/// What is doubtful about such a value.
fn doubt(rest: &str, portfolio: &Portfolio) -> Option<String> {
    let (value, hash) = rest.split_once('#').map_or((rest, None), |(value, hash)| (value, Some(hash)));
    let value = value.split('&').next().unwrap_or_default();
    let decoded = |value: &str| {
        let spaced = value.replace('+', " ");
        percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
    };
    // Behind the name of a technology this begins the name of a place on the page.
    if hash.is_some_and(|hash| hash.is_empty() || hash.starts_with(',')) {
        let name = [value.rsplit(',').next().unwrap_or_default(), "#"].concat();
        return Some(format!(
            "{name:?} in an address ends at the #, which begins the name of a place on the page; write {:?}",
            written(&name, portfolio)
        ));
    }
    let plus = value.split(',').find(|name| name.contains('+'));
    if let Some(name) = plus.filter(|name| Query::unknown(Some(name), portfolio).is_none()) {
        return Some(format!(
            "{name:?} in an address is {:?}: there a + is a space; write {:?}",
            decoded(name),
            written(name, portfolio)
        ));
    }
    let unknown = Query::unknown(Some(&decoded(value)), portfolio)?;
    Some(format!(
        "no technology is called {unknown:?}, so that this link shows all projects; write the id of one that is there"
    ))
}

/// The id of the technology of this name, or else the name as addresses have it.
fn written(name: &str, portfolio: &Portfolio) -> String {
    let named = Query::from_params(Some(name), None, portfolio).technologies;
    match named.first() {
        Some(&id) => portfolio.technology(id).id.clone(),
        None => name.replace('+', "%2B").replace('#', "%23"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitrine_model::{Gate, read};

    #[track_caller]
    fn said(link: &str) -> Option<String> {
        let text = serde_json::json!({
            "profile": { "name": "Ada" },
            "site": "https://ada.example.com/",
            "technologies": [{ "id": "c", "name": "C" }, { "id": "cpp", "name": "C++" }, { "id": "csharp", "name": "C#" }],
            "contact": { "text": link },
        });
        let portfolio = read(&text.to_string(), &Gate::native()).expect("a portfolio").value;
        let found = doubts(&text, &portfolio);
        assert!(found.len() < 2, "one link is doubted once");
        found.into_iter().next().map(|doubt| doubt.said)
    }

    #[test]
    fn a_link_to_a_filter_names_technologies_as_addresses_have_them() {
        for (link, expected) in [
            ("[C++](/?tech=c++)", "write \"cpp\""),
            ("[C#](/?tech=c#)", "write \"csharp\""),
            ("[C#](https://ada.example.com/?q=x&tech=C#)", "write \"csharp\""),
            ("[F#](/?tech=f#)", "write \"f%23\""),
            ("/?tech=c,rust", "no technology is called \"rust\""),
            ("see <https://ada.example.com/?tech=g%2B%2B>.", "no technology is called \"g++\""),
        ] {
            assert!(said(link).is_some_and(|said| said.contains(expected)), "{link}: {:?}", said(link));
        }
        for link in [
            "[C](/?tech=c,csharp#work)",
            "/?tech=c%2B%2B",
            "/?tech=C%23&q=x",
            "https://example.org/?tech=c++",
            "the parameter tech=c++",
        ] {
            assert_eq!(said(link), None, "{link}");
        }
    }
}
