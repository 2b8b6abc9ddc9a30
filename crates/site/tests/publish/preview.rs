//! What is shown while a portfolio is written is what will be built, but for what takes its time.

use std::sync::Arc;

use vitrine_frame::Asset;
use vitrine_model::route::Address;
use vitrine_model::{Day, Gate, Portfolio, read};
use vitrine_site::{Body, Preview, Source, site};

use super::bare_frame;

const PORTFOLIO: &str = include_str!("../../../../tests/native/data/valid/full.json");

#[test]
fn a_preview_has_every_file_of_the_site_but_share_images_and_headers() {
    let frame = bare_frame(vec![Asset::new("sbom.cdx.json", b"{}".to_vec())]);
    let base = "/b/".parse().expect("a path");
    let source = Source {
        frame: &frame,
        portfolio: Arc::new(read(PORTFOLIO, &Gate::native()).expect("a portfolio").value),
        text: PORTFOLIO,
        others: &[],
        base: &base,
        address: Arc::new(Address::new("/b/", None).expect("an address")),
        today: Day(20_000),
        changed: None,
        edited: Vec::new(),
        icon: None,
        is_preview: false,
        extra_head: "<meta name=\"extra\">",
    };
    let render = |_: Arc<Portfolio>, path: &str| Body { html: format!("<main>{path}</main>"), ..Body::default() };
    let preview = Preview::new(&source);
    let built = site(std::slice::from_ref(&source), &render).expect("a site").files;
    let pages = built.iter().filter(|file| file.path.ends_with("index.html")).count();
    assert!(pages > 5, "{pages}");
    for file in built {
        // What ends former workers `vitrine dev` has itself, behind the author's own files.
        let is_left_out = file.path.starts_with("share/")
            || file.path.starts_with("icons-")
            || vitrine_site::FORMER_WORKERS.contains(&&*file.path);
        if is_left_out || ["404.html", "_headers"].contains(&&*file.path) {
            continue;
        }
        let path = file.path.strip_suffix("index.html").unwrap_or(&file.path);
        let shown =
            preview.file(std::slice::from_ref(&source), path, &render).unwrap_or_else(|| panic!("{path} is not there"));
        if path.is_empty() || path.ends_with('/') {
            let body = |bytes: &[u8]| {
                let text = String::from_utf8_lossy(bytes).into_owned();
                text.split_once("<body>").expect("a body").1.to_owned()
            };
            assert_eq!(body(&shown), body(&file.bytes), "{path}");
            assert!(String::from_utf8_lossy(&shown).contains(source.extra_head), "{path}");
        } else {
            assert_eq!(shown, file.bytes, "{path}");
        }
    }
    assert!(preview.file(std::slice::from_ref(&source), "projects/none/", &render).is_none());
    assert!(
        String::from_utf8_lossy(&preview.not_found(&[source], "none/", &render)).contains("<main>/b/404.html</main>")
    );
    assert!(preview.is_lasting(&frame.program.name) && !preview.is_lasting("portfolio.json"));
}
