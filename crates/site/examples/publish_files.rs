//! Writes what lies beside the pages of a portfolio's site, and the heads of all pages, to look at without building one.
//!
//! `cargo run --package vitrine-site --example publish_files -- <portfolio.json> <out-dir> [<day>]`

use std::path::Path;

use vitrine_model::route::Address;
use vitrine_model::{Day, Gate, read};
use vitrine_site::{Publication, files, head};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, file, out, day @ ..] = &arguments[..] else {
        return Err("usage: publish_files <portfolio.json> <out-dir> [<day>]".into());
    };
    let portfolio = read(&std::fs::read_to_string(file)?, &Gate::native())?.value;
    let address = Address::new("/", None)?;
    let publication = Publication::new(&portfolio, &address, day.first().and_then(|day| Day::parse(day)));
    if let Some(missing) = publication.missing() {
        eprintln!("{missing}");
    }
    let write = |path: &str, bytes: &[u8]| {
        let path = Path::new(out).join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new(out)))?;
        std::fs::write(path, bytes)
    };
    for text in files::texts(&publication) {
        write(&text.path, text.text.as_bytes())?;
    }
    let pages = publication.pages().into_iter().map(Some).chain([None]);
    let heads: Vec<String> = pages.map(|page| head::head(&publication, page).to_html()).collect();
    write("heads.html", heads.join("\n").as_bytes())?;
    for picture in files::pictures(&publication)? {
        write(&picture.path, &picture.bytes)?;
    }
    Ok(())
}
