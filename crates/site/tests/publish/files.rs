//! What lies beside the pages.

use vitrine_site::files::texts;
use vitrine_site::head::head;

use super::{each, without_site};

#[test]
fn every_file_that_a_head_names_is_there() {
    each(|file, publication| {
        // Drawing takes a while, and this one has every kind of page.
        if !file.ends_with("full.json") {
            return;
        }
        let mut there: Vec<String> = texts(publication).into_iter().map(|text| text.path).collect();
        there.extend(vitrine_site::files::pictures(publication).expect("pictures").into_iter().map(|it| it.path));
        let site = publication.site.as_deref().unwrap_or_default();
        for page in publication.pages() {
            let named = head(publication, Some(page)).tags.into_iter().filter_map(|tag| {
                let of =
                    |name| tag.attributes.iter().find(|(attribute, _)| *attribute == name).map(|(_, value)| &**value);
                match of("rel").or(of("property"))? {
                    "manifest" | "alternate" => of("href").map(|path| path.trim_start_matches('/').to_owned()),
                    "apple-touch-icon" => of("href").map(|path| path.trim_start_matches('/').to_owned()),
                    "og:image" => of("content").map(|url| url.trim_start_matches(site).to_owned()),
                    _ => None,
                }
            });
            for path in named {
                assert!(there.contains(&path), "{file} {page:?} names {path}; there are {there:?}");
            }
        }
    });
}

#[test]
fn without_a_site_only_what_needs_none_is_there() {
    without_site(|publication| {
        let there: Vec<String> = texts(publication).iter().map(|text| text.path.clone()).collect();
        assert_eq!(there, ["robots.txt", "resume.json", "site.webmanifest"]);
    });
}
